// When each thing kept was last read, counted in reads and never by a clock, and its bytes. Losing it costs only the order
// in which they go; so it is written now and then, and read again by the next worker.

import { cacheNames, entryAddress } from './world.js';

/** @typedef {{read: number, size: number}} Reading */

const SAVED_AFTER_MS = 1000;

export class ReadJournal {
  #world;
  #cacheName;
  /** @type {Promise<Map<string, Reading>> | undefined} */
  #readings;
  #reads = 0;
  /** @type {Promise<void> | undefined} */
  #saving;

  /** @param {import('./world.js').World} world @param {string} entry  what it is called */
  constructor(world, entry) {
    this.#world = world;
    this.#cacheName = cacheNames(world.scope).content;
    this.address = entryAddress(world.scope, entry);
  }

  /** By name. */
  readings() {
    this.#readings ??= this.#load();
    return this.#readings;
  }

  /** Those read last, the latest first. @param {number} count @returns {Promise<string[]>} */
  async latest(count) {
    const readings = [...(await this.readings())].sort(([, a], [, b]) => b.read - a.read);
    return readings.slice(0, count).map(([name]) => name);
  }

  /** @param {string} name @param {number} [size]  bytes, when it was just kept */
  async touch(name, size) {
    const readings = await this.readings();
    readings.set(name, { read: ++this.#reads, size: size ?? readings.get(name)?.size ?? 0 });
  }

  /** A moment later, several times as one. @returns {Promise<void>} */
  savedSoon() {
    this.#saving ??= new Promise((done) => setTimeout(done, this.#world.savedAfter ?? SAVED_AFTER_MS)).then(() => {
      this.#saving = undefined;
      return this.save();
    });
    return this.#saving;
  }

  async save() {
    const entries = [...(await this.readings())].map(([name, { read, size }]) => [name, read, size]);
    try {
      const cache = await this.#world.caches.open(this.#cacheName);
      await cache.put(this.address, new Response(JSON.stringify(entries)));
    } catch (error) {
      this.#world.note('reads-not-saved', String(error));
    }
  }

  async #load() {
    /** @type {Map<string, Reading>} */
    const readings = new Map();
    try {
      const response = await (await this.#world.caches.open(this.#cacheName)).match(this.address);
      for (const [name, read, size] of (await response?.json()) ?? []) {
        readings.set(name, { read, size });
        this.#reads = Math.max(this.#reads, read);
      }
    } catch (error) {
      this.#world.note('reads-lost', String(error));
    }
    return readings;
  }
}
