// A page's requests for pictures, answered out of what is kept; what is not comes from the network and then is.
//
// Ours are the pictures that are kept and those that a part of articles names which a page has just read: whoever shows an
// article has read its part before. So no page needs to say that it has a reader, and the other pictures of a site below the
// worker's scope stay the browser's own. So do those of other sites until they are kept: the policy that a page has for
// its pictures may allow what the worker's does not. Of these a copy is fetched beside, where the other site lets us read it.
// Where one width of a picture is kept, it does for another.

import { expanded } from '../bundle_content.js';
import { pictureOf } from './picture_cache.js';
import { picturesIn } from './picture_names.js';

/** @typedef {(work: Promise<unknown>) => void} WaitUntil */
/**
 * @typedef {object} Known
 * @property {Map<string, string[]>} named  all addresses of a picture by each of them, its own first
 * @property {Set<string>} kept
 */

/** Parts whose pictures a worker that has just been started knows. */
const PARTS_KNOWN = 16;
/** Addresses known at most; a kiosk's worker may live for weeks. */
const MOST_KNOWN = 50_000;
/** Requests that want to know what the host has now. */
const AGAIN = ['reload', 'no-store'];

export class PictureAnswers {
  #world;
  #store;
  #origin;
  /** Undefined: not known yet. @type {Known | undefined} */
  #known;
  /** @type {Promise<Known> | undefined} */
  #knowing;

  /** @param {import('./world.js').World} world @param {import('./content_store.js').ContentStore} store */
  constructor(world, store) {
    this.#world = world;
    this.#store = store;
    this.#origin = new URL(world.scope).origin;
  }

  /** Told at once, as a worker must: whether `answer` is to be asked, which may say no. @param {string} url */
  mayAnswer(url) {
    const address = bare(url);
    const all = this.#known?.named.get(address);
    if (new URL(address).origin === this.#origin) return !this.#known || all !== undefined;
    return all?.some((one) => this.#known?.kept.has(one)) ?? false;
  }

  /** @param {Request} request @param {WaitUntil} waitUntil @returns {Promise<Response | null>} null: none of ours */
  async answer(request, waitUntil) {
    const address = bare(request.url);
    const all = (await this.#all()).named.get(address);
    if (!all) return null;
    const isAgain = AGAIN.includes(request.cache);
    const kept = isAgain ? null : await this.#kept([address, all[0]], waitUntil);
    if (kept) return kept;
    try {
      const response = await this.#world.fetch(request);
      if (response.ok) waitUntil(this.#keep(address, response.clone()));
      return response;
    } catch (error) {
      const instead = await this.#kept([address, ...all], waitUntil);
      if (instead) return instead;
      throw error;
    }
  }

  /** Keeps another site's picture that the browser fetches by itself, if it is one of ours. @param {string} url */
  async copy(url) {
    const address = bare(url);
    const { named, kept } = await this.#all();
    if (!named.has(address) || kept.has(address)) return;
    // Most do not let us.
    const response = await this.#world.fetch(address).catch(() => null);
    if (response?.ok) await this.#keep(address, response);
  }

  /** A page reads that part. @param {import('../bundle_content.js').Bytes} bytes  as they came */
  async heard(bytes) {
    try {
      const { base } = await this.#store.settings();
      const { named } = await this.#all();
      addNames(named, await expanded(bytes), base);
      if (named.size > MOST_KNOWN) this.forget();
    } catch (error) {
      this.#world.note('pictures-not-known', String(error));
    }
  }

  /** That one has been kept. @param {string} address */
  add(address) {
    this.#known?.kept.add(address);
    if (!this.#known?.named.has(address)) this.#known?.named.set(address, [address]);
  }

  /** Some have been removed. */
  forget() {
    this.#known = undefined;
    this.#knowing = undefined;
  }

  /** The first of these that is kept. @param {string[]} addresses @param {WaitUntil} waitUntil */
  async #kept(addresses, waitUntil) {
    const { pictures } = this.#store;
    for (const address of addresses) {
      const response = await pictures.response(address);
      if (!response) continue;
      waitUntil(pictures.journal.touch(address).then(() => pictures.journal.savedSoon()));
      return response;
    }
    return null;
  }

  // What a kiosk keeps its filling chooses: beyond its budget nothing makes room for what somebody reads.
  /** @param {string} address @param {Response} response */
  async #keep(address, response) {
    const { pictures, state } = this.#store;
    try {
      const picture = await pictureOf(response);
      const { current } = await state.read();
      const policy = current?.policy ?? 'seen';
      const most = await pictures.most(policy);
      if (!picture || (policy === 'all' && (await pictures.size()) + picture.bytes.length > most)) return;
      if ((await pictures.keep(address, picture, policy)) === 0) return;
      this.add(address);
      await pictures.fit(new Set(), most);
      await pictures.journal.savedSoon();
    } catch (error) {
      this.#world.note('picture-not-kept', `${address}: ${error}`);
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
      for (const address of known.kept) known.named.set(address, [address]);
      for (const name of await parts.journal.latest(PARTS_KNOWN)) {
        addNames(known.named, await parts.content(name), base);
      }
    } catch (error) {
      this.#world.note('pictures-not-known', String(error));
    }
    return known;
  }
}

/** @param {Map<string, string[]>} named @param {Uint8Array | null} content  of any part @param {string} base */
function addNames(named, content, base) {
  for (const picture of picturesIn(content, base)) for (const address of picture) named.set(address, picture);
}

/** Without a fragment. @param {string} url */
const bare = (url) => url.replace(/#.*$/, '');
