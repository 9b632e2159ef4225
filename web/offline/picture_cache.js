// The pictures that are kept, under their own addresses, with their hashes: where the news say what the hash is, a kept one
// of another is none; else a picture at an address counts as the same for ever. Only what can be read is kept: for an opaque
// response browsers count megabytes.

import { gathered } from '../bundle_content.js';
import { KeptCache } from './kept_cache.js';
import { cacheNames, entryAddress, hashOf } from './world.js';

/** @typedef {{bytes: import('../bundle_content.js').Bytes, type: string}} Picture */

/** From here on the device's storage is left to the news. */
const FULL = 0.8;
/** What pictures may take: bytes, and a share of the quota. @type {Record<import('./content_state.js').Policy, [number, number]>} */
const BUDGETS = { all: [1e9, 1 / 4], seen: [50e6, 1 / 10] };
/** One picture may take this share of that. */
const LARGEST_SHARE = 1 / 10;
/** What hosts say of pictures that they do not know; a page to log in says that it is text. */
const UNKNOWN_TYPES = ['', 'application/octet-stream'];

export class PictureCache extends KeptCache {
  #world;
  #names;
  /** Of the manifest all of whose pictures have been asked for. */
  #completeAt;

  /** @param {import('./world.js').World} world */
  constructor(world) {
    const names = cacheNames(world.scope);
    const same = (/** @type {string} */ address) => address;
    super(world, { cacheName: names.pictures, journal: 'picture-reads', full: FULL, addressOf: same, nameAt: same });
    this.#world = world;
    this.#names = names;
    this.#completeAt = entryAddress(world.scope, 'pictures');
  }

  /** @param {import('./content_state.js').Policy} policy @returns {Promise<number>} bytes */
  most(policy) {
    return this.budget(...BUDGETS[policy]);
  }

  /**
   * @param {{address: string, hash: string}} named  hash: that it must have; '': any
   * @param {Picture} picture @param {import('./content_state.js').Policy} policy
   * @returns {Promise<number | null>} bytes; 0: it is too large; null: it is another one
   */
  async keep({ address, hash }, { bytes, type }, policy) {
    if (bytes.length > LARGEST_SHARE * (await this.most(policy))) return 0;
    const actual = await hashOf(bytes, this.#world);
    if (hash && hash !== actual) {
      this.#world.note('picture-not-kept', `${address} is another one`);
      return null;
    }
    await this.put(address, bytes, { 'Content-Type': type, ETag: `"${actual}"` });
    return bytes.length;
  }

  /** Whether its own width is kept, and is what the news say. @param {import('./picture_names.js').Picture} picture */
  async isRight({ addresses: [address], hash }) {
    const kept = await this.response(address);
    return kept !== null && hasHash(kept, hash);
  }

  /** All of them go. @returns {Promise<boolean>} whether there were any */
  async clear() {
    await (await this.#content()).delete(this.#completeAt);
    return this.#world.caches.delete(this.#names.pictures);
  }

  /** Hash of the manifest all of whose pictures have been asked for. */
  async complete() {
    return (await (await this.#content()).match(this.#completeAt))?.text();
  }

  /** @param {string} hash */
  async setComplete(hash) {
    await (await this.#content()).put(this.#completeAt, new Response(hash));
  }

  #content() {
    return this.#world.caches.open(this.#names.content);
  }
}

/** @param {Response} kept @param {string} hash  '': any */
export const hasHash = (kept, hash) => hash === '' || kept.headers.get('etag') === `"${hash}"`;

/** @param {Response} response @returns {Promise<Picture | null>} null: none that can be kept */
export async function pictureOf(response) {
  const type = response.headers.get('content-type') ?? '';
  if (response.status !== 200 || !(type.startsWith('image/') || UNKNOWN_TYPES.includes(type))) {
    response.body?.cancel().catch(() => {});
    return null;
  }
  return { bytes: await gathered(response.body), type };
}
