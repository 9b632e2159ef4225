// The parts that are kept, as they came, under the beginning of their hashes: one cache for all versions, since a part of
// that name is the same in each.

import { expanded } from '../bundle_content.js';
import { KeptCache } from './kept_cache.js';
import { cacheNames, entryAddress } from './world.js';

/** @typedef {import('../bundle_content.js').Bytes} Bytes */

const NAME_DIGITS = 24;
const FULL = 0.95;
/** What visitors' parts may take: bytes, and a share of the quota. */
const [MOST, SHARE] = [200e6, 1 / 2];

/** @param {string} hash */
export const nameOf = (hash) => hash.slice(0, NAME_DIGITS);

export class PartCache extends KeptCache {
  /** @param {import('./world.js').World} world */
  constructor(world) {
    super(world, {
      cacheName: cacheNames(world.scope).parts,
      journal: 'reads',
      full: FULL,
      addressOf: (name) => entryAddress(world.scope, `parts/${name}`),
      nameAt: (address) => address.slice(address.lastIndexOf('/') + 1),
    });
    this.world = world;
  }

  /** @param {string} hash @returns {Promise<Bytes | null>} as it was kept */
  async bytes(hash) {
    try {
      const response = await this.response(nameOf(hash));
      return response && new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      this.world.note('part-not-read', String(error));
      return null;
    }
  }

  /** @param {string} hash @returns {Promise<Bytes | null>} */
  async content(hash) {
    const bytes = await this.bytes(hash);
    return bytes && expanded(bytes).catch(() => null);
  }

  /** @param {string} hash @param {Bytes} bytes  verified */
  keep(hash, bytes) {
    return this.put(nameOf(hash), bytes, { 'Content-Type': 'application/octet-stream' });
  }

  /** @param {Set<string>} spared  names @param {number} [most]  bytes */
  async fit(spared, most) {
    return super.fit(spared, most ?? (await this.budget(MOST, SHARE)));
  }
}
