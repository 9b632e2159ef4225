// Which content is shown and which was before: one entry, written by one put, so that a switch happens whole or not at all.
// A state that cannot be read is none: what is shown then comes from the network.

import { stored } from './refusal.js';
import { cacheNames, entryAddress } from './world.js';

/**
 * @typedef {'all' | 'seen'} Policy  every part before it is shown; what is needed to begin, and then what is looked at
 * @typedef {object} Version
 * @property {string} manifest  the text of bundle.json
 * @property {string} hash  of it
 * @property {number} serial
 * @property {string} newest  date of the newest article, as the manifest says; may be empty
 * @property {number} loadedAt  by a clock that may be wrong: only for showing
 * @property {Policy} policy
 * @property {boolean} complete  every part is kept
 * @typedef {{code: string, detail: string, at: number}} Told
 * @typedef {object} State
 * @property {Version | null} current
 * @property {Version | null} previous
 * @property {string | null} held  hash of what an operator rolled back from: not taken again by itself
 * @property {boolean} swept  parts named by neither have been removed
 */

/** @type {State} */
const NOTHING = { current: null, previous: null, held: null, swept: true };

export class ContentState {
  /** @param {import('./world.js').World} world */
  constructor(world) {
    this.world = world;
    this.cacheName = cacheNames(world.scope).content;
  }

  /** Nothing where the storage does not answer. @returns {Promise<State>} */
  read() {
    return this.readSurely().catch((error) => {
      this.world.note('state-not-read', String(error));
      return NOTHING;
    });
  }

  /** To decide by what is shown: rejects where the storage does not answer. @returns {Promise<State>} */
  async readSurely() {
    return { ...NOTHING, ...(await this.#entry('state')) };
  }

  /** @param {State} state */
  write(state) {
    return this.#put('state', state);
  }

  /** @param {'content' | 'app'} what @returns {Promise<Told | null>} */
  lastRefusal(what) {
    return this.#entry(`refusal/${what}`).catch(() => null);
  }

  /** @param {'content' | 'app'} what @param {import('./refusal.js').Refusal} refusal */
  async tell(what, { code, detail }) {
    this.world.note(code, detail);
    await this.#put(`refusal/${what}`, { code, detail, at: this.world.now() }).catch(() => {});
  }

  /** @param {string} name @returns {Promise<any>} */
  async #entry(name) {
    const text = await stored(async () => {
      const cache = await this.world.caches.open(this.cacheName);
      return (await cache.match(entryAddress(this.world.scope, name)))?.text();
    });
    try {
      return JSON.parse(text ?? 'null');
    } catch (error) {
      this.world.note('state-broken', String(error));
      return null;
    }
  }

  /** @param {string} name @param {object} value */
  #put(name, value) {
    return stored(async () => {
      const cache = await this.world.caches.open(this.cacheName);
      await cache.put(entryAddress(this.world.scope, name), new Response(JSON.stringify(value)));
    });
  }
}
