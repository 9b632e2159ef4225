// The version of the application before this one, as long as a page of it is open: what such a page still asks for comes
// out of that version's cache, so that no page is of two. Its cache goes with the last of those pages.

import { cacheNames, entryAddress } from './world.js';

/** @typedef {{active: string, before: string | null, clients: string[]}} Entry  names of caches; ids of the pages */

/** @type {Entry} */
const NOTHING = { active: '', before: null, clients: [] };

export class AppBefore {
  #world;
  #names;
  #address;
  /** Read once in a worker's life: only `begin` and `forget` change it. @type {Promise<Entry> | undefined} */
  #entry;

  /** @param {import('./world.js').World} world */
  constructor(world) {
    this.#world = world;
    this.#names = cacheNames(world.scope);
    this.#address = entryAddress(world.scope, 'app');
  }

  /** The version of that cache takes over from what was active; all others go. @param {string} active @param {string[]} clients  open pages */
  async begin(active, clients) {
    const entry = await this.#read();
    const before = clients.length > 0 && entry.active !== active ? entry.active : null;
    await this.#write({ active, before, clients: before ? clients : [] });
    for (const name of await this.#world.caches.keys()) {
      const isOther = name.startsWith(this.#names.app) && name !== active && name !== before;
      if (isOther) await this.#world.caches.delete(name);
    }
  }

  /** What a page of the version before gets; undefined for every other page. @param {string} address @param {string} client */
  async answer(address, client) {
    const { before, clients } = await this.#read();
    if (!before || !clients.includes(client)) return undefined;
    return (await this.#world.caches.open(before)).match(address);
  }

  /** @param {() => Promise<string[]>} living  ids of the pages that are open */
  async forget(living) {
    const entry = await this.#read();
    if (!entry.before) return;
    const ids = await living();
    if (entry.clients.some((client) => ids.includes(client))) return;
    await this.#world.caches.delete(entry.before);
    await this.#write({ ...entry, before: null, clients: [] });
  }

  #read() {
    this.#entry ??= this.#load();
    return this.#entry;
  }

  /** @returns {Promise<Entry>} */
  async #load() {
    try {
      const cache = await this.#world.caches.open(this.#names.content);
      return { ...NOTHING, ...(await (await cache.match(this.#address))?.json()) };
    } catch (error) {
      this.#world.note('app-not-read', String(error));
      return NOTHING;
    }
  }

  /** @param {Entry} entry */
  async #write(entry) {
    this.#entry = Promise.resolve(entry);
    const cache = await this.#world.caches.open(this.#names.content);
    await cache.put(this.#address, new Response(JSON.stringify(entry)));
  }
}
