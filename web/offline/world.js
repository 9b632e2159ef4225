// What the offline modules ask of the browser: handed in, so that tests can give a world that fails.

import { sha256, hex } from '../bundle_content.js';

/**
 * @typedef {object} World
 * @property {CacheStorage} caches
 * @property {typeof globalThis.fetch} fetch
 * @property {SubtleCrypto} [subtle]
 * @property {() => Promise<StorageEstimate>} [estimate]
 * @property {() => number} now  a clock that may be wrong by years: only for showing
 * @property {Pick<LockManager, 'request'>} [locks]
 * @property {string} scope  absolute, ends in a slash
 * @property {(event: string, detail: string) => void} note  for the log
 * @property {number[]} [pauses]  ms before each further attempt at a part
 * @property {number} [savedAfter]  ms after which what was read is written down
 * @property {number} [silence]  ms without a byte until a request is given up
 */

/** Everything of ours carries the scope: an origin may have several, and others' caches beside. @param {string} scope */
export const cacheNames = (scope) => ({
  content: `bantin-content ${scope}`,
  parts: `bantin-parts ${scope}`,
  pictures: `bantin-pictures ${scope}`,
  app: `bantin-app ${scope} `,
});

/** Where an entry of ours lies in a cache; no file of a host has such an address. @param {string} scope @param {string} name */
export const entryAddress = (scope, name) => new URL(`.bantin/${name}`, scope).href;

/** @param {Uint8Array<ArrayBuffer>} bytes @param {World} world */
export const hashOf = async (bytes, world) => hex(await sha256(bytes, world.subtle));

/** One at a time, across tabs and workers where there are locks. */
export class Turn {
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /** @param {World} world @param {string} name */
  constructor({ locks, scope }, name) {
    this.locks = locks;
    this.name = `bantin ${name} ${scope}`;
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  run(work) {
    const turn = () => (this.locks ? /** @type {Promise<T>} */ (this.locks.request(this.name, work)) : work());
    const result = this.#last.then(turn, turn);
    this.#last = result;
    return result;
  }
}
