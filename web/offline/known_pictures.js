// Which pictures are ours: those that are kept, and those that a part of articles names which a page has just read.
//
//   const known = new KnownPictures(world, store);
//   known.heard(bytes);                        // of a part that a page reads
//   known.now(address);                        // at once; undefined while that cannot be told
//   const { named, kept } = await known.all();

import { expanded } from '../bundle_content.js';
import { picturesIn } from './picture_names.js';

/**
 * @typedef {object} Known
 * @property {Map<string, import('./picture_names.js').Picture>} named  by each of its addresses
 * @property {Set<string>} kept
 */

/** Parts whose pictures a worker that has just been started knows. */
const PARTS_KNOWN = 16;
/** Addresses known at most; a kiosk's worker may live for weeks. */
const MOST_KNOWN = 50_000;

export class KnownPictures {
  #world;
  #store;
  /** @type {Known | undefined} */
  #known;
  /** @type {Promise<Known> | undefined} */
  #knowing;
  /** Parts that are being looked into. */
  #unheard = 0;
  #hearing = Promise.resolve();

  /** @param {import('./world.js').World} world @param {import('./content_store.js').ContentStore} store */
  constructor(world, store) {
    this.#world = world;
    this.#store = store;
  }

  /** @param {string} address @returns {{isOurs: boolean, isKept: boolean} | undefined} isKept: in some width */
  now(address) {
    const picture = this.#known?.named.get(address);
    if (!this.#known || (!picture && this.#unheard > 0)) return undefined;
    const { kept } = this.#known;
    return { isOurs: picture !== undefined, isKept: picture?.addresses.some((one) => kept.has(one)) ?? false };
  }

  /** With what the parts read so far name. */
  async all() {
    await this.#hearing;
    return this.#all();
  }

  /** A page reads that part, and need not wait. @param {import('../bundle_content.js').Bytes} bytes  as they came */
  heard(bytes) {
    ++this.#unheard;
    const before = this.#hearing;
    this.#hearing = this.#hear(bytes)
      .then(() => before)
      .then(() => void --this.#unheard);
    return this.#hearing;
  }

  /** That one has been kept. @param {string} address */
  add(address) {
    this.#known?.kept.add(address);
    if (!this.#known?.named.has(address)) this.#known?.named.set(address, unnamed(address));
  }

  /** Some have been removed. */
  forget() {
    this.#known = undefined;
    this.#knowing = undefined;
  }

  /** @param {import('../bundle_content.js').Bytes} bytes */
  async #hear(bytes) {
    try {
      const { base } = await this.#store.settings();
      const { named } = await this.#all();
      addNames(named, await expanded(bytes), base);
      if (named.size > MOST_KNOWN) this.forget();
    } catch (error) {
      this.#world.note('pictures-not-known', String(error));
    }
  }

  #all() {
    if (this.#knowing) return this.#knowing;
    const knowing = this.#load();
    this.#knowing = knowing;
    knowing.then((known) => {
      if (this.#knowing === knowing) this.#known = known;
    });
    return knowing;
  }

  /** @returns {Promise<Known>} */
  async #load() {
    /** @type {Known} */
    const known = { named: new Map(), kept: new Set() };
    const { pictures, parts } = this.#store;
    try {
      const { base } = await this.#store.settings();
      known.kept = await pictures.held();
      for (const address of known.kept) known.named.set(address, unnamed(address));
      // The latest last: it knows better what a picture is now.
      for (const name of (await parts.journal.latest(PARTS_KNOWN)).reverse()) {
        addNames(known.named, await parts.content(name), base);
      }
    } catch (error) {
      this.#world.note('pictures-not-known', String(error));
    }
    return known;
  }
}

/** @param {Known['named']} named @param {Uint8Array | null} content  of any part @param {string} base */
function addNames(named, content, base) {
  for (const picture of picturesIn(content, base)) {
    for (const address of picture.addresses) named.set(address, picture);
  }
}

/** One that is kept and may be named later. @param {string} address */
const unnamed = (address) => ({ addresses: [address], hash: '' });
