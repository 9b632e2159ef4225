// The parts of one manifest on their way into the cache: what is kept already is not fetched again.

import { download } from './download.js';
import { beginning, directlyNamed, furtherParts } from './named_parts.js';
import { nameOf } from './part_cache.js';
import { Refusal } from './refusal.js';

/** @typedef {import('../bundle_manifest.js').Manifest} Manifest */

/** Headline parts that a visitor's first screens need. */
const FIRST_BLOCKS = 3;

/** A part that was kept a moment ago is not there. */
export class Vanished extends Error {}

export class Filling {
  #manifest;
  #with;
  /** What makes room, one after the other. @type {(() => Promise<void>)[]} */
  #ways;
  /** What must be there in the end. @type {string[]} */
  needed = [];

  /**
   * @param {Manifest} manifest
   * @param {{source: import('./sources.js').Source, signal: AbortSignal, world: import('./world.js').World,
   *   parts: import('./part_cache.js').PartCache, updater: import('./updater.js').Updater}} rest
   */
  constructor(manifest, rest) {
    this.#manifest = manifest;
    this.#with = rest;
    this.#ways = [() => rest.updater.dropPictures(), () => rest.updater.makeRoom(manifest)];
    /** @param {string} hash */
    this.content = async (hash) => {
      const content = await rest.parts.content(hash);
      if (!content) throw new Vanished(hash);
      return content;
    };
  }

  /** What a visitor needs to begin. */
  async start() {
    const { order, columns, headlines } = this.#manifest;
    await this.#need([order, ...columns.pages, ...headlines.pages]);
    const begin = await beginning(this.#manifest, this.content);
    await this.#need([...begin.columns, ...begin.headlines.slice(0, FIRST_BLOCKS)]);
    return false;
  }

  /** Everything; where that finds no room, the newest as far as it goes. @returns {Promise<boolean>} whether it is all */
  async all() {
    await this.#need(directlyNamed(this.#manifest));
    const { columns, headlines } = await beginning(this.#manifest, this.content);
    await this.#need(columns);
    try {
      await this.#need([...headlines, ...(await furtherParts(this.#manifest, this.content))]);
      return true;
    } catch (error) {
      if (!isNoRoom(error)) throw error;
      this.#with.world.note('update-partial', error.message);
      return false;
    }
  }

  /** @param {string[]} hashes @returns {Promise<void>} */
  async #need(hashes) {
    try {
      await this.#load(hashes);
    } catch (error) {
      const makeRoom = isNoRoom(error) && this.#ways.shift();
      if (!makeRoom) throw error;
      await makeRoom();
      return this.#need(hashes);
    }
    this.needed.push(...hashes);
  }

  /** @param {string[]} hashes */
  async #load(hashes) {
    const { parts, updater, ...rest } = this.#with;
    const held = await parts.held();
    const missing = [...new Set(hashes)].filter((hash) => !held.has(nameOf(hash)));
    const keep = async (/** @type {string} */ hash, /** @type {Uint8Array<ArrayBuffer>} */ bytes) => {
      await parts.keep(hash, bytes);
      ++updater.kept;
    };
    await download(missing, { ...rest, keep });
  }
}

/** @param {unknown} error @returns {error is Refusal} */
const isNoRoom = (error) => error instanceof Refusal && error.code === 'update-no-room';
