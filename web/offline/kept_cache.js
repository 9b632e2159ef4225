// What is kept of one kind, each under a name, in a cache of its own: part_cache.js and picture_cache.js are two. It is
// opened anew for every step: it may be wiped between two. Rejects with Refusals.

import { ReadJournal } from './read_journal.js';
import { Refusal, stored } from './refusal.js';

/** @typedef {import('../bundle_content.js').Bytes} Bytes */
/**
 * @typedef {object} Kind
 * @property {string} cacheName
 * @property {string} journal  the entry that says what was read when
 * @property {number} full  share of the device's storage in use from which nothing more is kept
 * @property {(name: string) => string} addressOf
 * @property {(address: string) => string} nameAt
 */

/** How full the device's storage is looked at before every 16th. */
const LOOKED_AT = 16;

export class KeptCache {
  #world;
  #kind;
  #puts = 0;

  /** @param {import('./world.js').World} world @param {Kind} kind */
  constructor(world, kind) {
    this.#world = world;
    this.#kind = kind;
    this.journal = new ReadJournal(world, kind.journal);
  }

  /** Names of all that is kept. @returns {Promise<Set<string>>} */
  held() {
    return stored(async () => {
      const keys = await (await this.#cache()).keys();
      return new Set(keys.map(({ url }) => this.#kind.nameAt(url)));
    });
  }

  /** @param {string} name @returns {Promise<Response | null>} */
  async response(name) {
    try {
      return (await (await this.#cache()).match(this.#kind.addressOf(name))) ?? null;
    } catch (error) {
      this.#world.note('kept-not-read', String(error));
      return null;
    }
  }

  /** @param {string} name @param {Bytes} bytes @param {Record<string, string>} headers */
  async put(name, bytes, headers) {
    if (this.#puts++ % LOOKED_AT === 0) await this.#checkRoom();
    const all = { 'Content-Length': String(bytes.length), ...headers };
    const address = this.#kind.addressOf(name);
    await stored(async () => (await this.#cache()).put(address, new Response(bytes, { headers: all })));
    await this.journal.touch(name, bytes.length);
  }

  /** @param {Iterable<string>} names */
  async remove(names) {
    const cache = await stored(() => this.#cache());
    const readings = await this.journal.readings();
    for (const name of names) {
      await stored(() => cache.delete(this.#kind.addressOf(name)));
      readings.delete(name);
    }
  }

  /** Bytes of all that is kept. */
  async size() {
    return (await this.#sizes()).reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * What was read longest ago goes until the rest fits.
   * @param {Set<string>} spared  names @param {number} most  bytes
   */
  async fit(spared, most) {
    const kept = await this.#sizes();
    let size = kept.reduce((sum, one) => sum + one.size, 0);
    if (size <= most) return;
    const leaving = [];
    for (const one of kept.sort((a, b) => a.read - b.read)) {
      // Some more, so that the next does not need it again.
      if (size <= 0.9 * most) break;
      if (spared.has(one.name)) continue;
      leaving.push(one.name);
      size -= one.size;
    }
    await this.remove(leaving);
  }

  /** A part of the device's storage, at most so many bytes. @param {number} most @param {number} share */
  async budget(most, share) {
    const { quota = Infinity } = await this.#estimate();
    return Math.min(most, quota * share);
  }

  /** @returns {Promise<{usage?: number, quota?: number}>} */
  async #estimate() {
    return (await this.#world.estimate?.().catch(() => ({}))) ?? {};
  }

  async #checkRoom() {
    const { usage = 0, quota = 0 } = await this.#estimate();
    const isFull = quota && usage > this.#kind.full * quota;
    if (isFull) throw new Refusal('update-no-room', `${usage} of ${quota} bytes are used`);
  }

  async #sizes() {
    const readings = await this.journal.readings();
    const held = await this.held();
    for (const name of readings.keys()) if (!held.has(name)) readings.delete(name);
    const sizes = [];
    for (const name of held) {
      const known = readings.get(name) ?? { read: 0, size: await this.#sizeOf(name) };
      readings.set(name, known);
      sizes.push({ name, ...known });
    }
    return sizes;
  }

  /** @param {string} name */
  async #sizeOf(name) {
    const bytes = (await this.response(name))?.arrayBuffer().catch(() => null);
    return (await bytes)?.byteLength ?? 0;
  }

  #cache() {
    return this.#world.caches.open(this.#kind.cacheName);
  }
}
