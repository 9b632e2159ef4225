// The parts that are kept, as they came, under the beginning of their hashes: one cache for all versions, since a part of
// that name is the same in each. Opened anew for every step: it may be wiped between two. Rejects with Refusals.

import { expanded } from '../bundle_content.js';
import { PartJournal } from './part_journal.js';
import { Refusal, stored } from './refusal.js';
import { cacheNames, entryAddress } from './world.js';

/** @typedef {import('../bundle_content.js').Bytes} Bytes */

const NAME_DIGITS = 24;
/** How full the device's storage is looked at before every 16th part. */
const LOOKED_AT = 16;
const FULL = 0.95;
/** What visitors' parts may take, at most half of the quota. */
export const BUDGET = 200e6;

/** @param {string} hash */
export const nameOf = (hash) => hash.slice(0, NAME_DIGITS);

export class PartCache {
  #world;
  #cacheName;
  #puts = 0;

  /** @param {import('./world.js').World} world */
  constructor(world) {
    const { parts, content } = cacheNames(world.scope);
    this.#world = world;
    this.#cacheName = parts;
    this.journal = new PartJournal(world, content);
  }

  /** Names of all that is kept. @returns {Promise<Set<string>>} */
  held() {
    return stored(async () => {
      const keys = await (await this.#cache()).keys();
      return new Set(keys.map(({ url }) => url.slice(url.lastIndexOf('/') + 1)));
    });
  }

  /** @param {string} hash @returns {Promise<Bytes | null>} as it was kept */
  async bytes(hash) {
    try {
      const response = await (await this.#cache()).match(this.#address(nameOf(hash)));
      return response ? new Uint8Array(await response.arrayBuffer()) : null;
    } catch (error) {
      this.#world.note('part-not-read', String(error));
      return null;
    }
  }

  /** @param {string} hash @returns {Promise<Bytes | null>} */
  async content(hash) {
    const bytes = await this.bytes(hash);
    return bytes && expanded(bytes).catch(() => null);
  }

  /** @param {string} hash @param {Bytes} bytes  verified */
  async keep(hash, bytes) {
    if (this.#puts++ % LOOKED_AT === 0) await this.#checkRoom();
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(bytes.length) };
    await stored(async () => (await this.#cache()).put(this.#address(nameOf(hash)), new Response(bytes, { headers })));
    await this.journal.touch(nameOf(hash), bytes.length);
  }

  /** @param {Iterable<string>} names */
  async remove(names) {
    const cache = await stored(() => this.#cache());
    const readings = await this.journal.readings();
    for (const name of names) {
      await stored(() => cache.delete(this.#address(name)));
      readings.delete(name);
    }
  }

  /** Bytes of all that is kept. */
  async size() {
    return (await this.#sizes()).reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * What was read longest ago goes until the rest fits.
   * @param {Set<string>} spared  names @param {number} [budget]  bytes
   */
  async fit(spared, budget) {
    const most = budget ?? (await this.#budget());
    const parts = await this.#sizes();
    let size = parts.reduce((sum, part) => sum + part.size, 0);
    if (size <= most) return;
    const leaving = [];
    for (const part of parts.sort((a, b) => a.read - b.read)) {
      // Some more, so that the next part does not need it again.
      if (size <= 0.9 * most) break;
      if (spared.has(part.name)) continue;
      leaving.push(part.name);
      size -= part.size;
    }
    await this.remove(leaving);
  }

  async #budget() {
    const { quota = Infinity } = await this.#estimate();
    return Math.min(BUDGET, quota / 2);
  }

  /** @returns {Promise<{usage?: number, quota?: number}>} */
  async #estimate() {
    return (await this.#world.estimate?.().catch(() => ({}))) ?? {};
  }

  async #checkRoom() {
    const { usage = 0, quota = 0 } = await this.#estimate();
    if (quota && usage > FULL * quota) throw new Refusal('update-no-room', `${usage} of ${quota} bytes are used`);
  }

  async #sizes() {
    const readings = await this.journal.readings();
    const held = await this.held();
    for (const name of readings.keys()) if (!held.has(name)) readings.delete(name);
    const sizes = [];
    for (const name of held) {
      const known = readings.get(name) ?? { read: 0, size: (await this.bytes(name))?.length ?? 0 };
      readings.set(name, known);
      sizes.push({ name, ...known });
    }
    return sizes;
  }

  #cache() {
    return this.#world.caches.open(this.#cacheName);
  }

  /** @param {string} name */
  #address(name) {
    return entryAddress(this.#world.scope, `parts/${name}`);
  }
}
