// The application's own files, a cache for each version: filled whole and verified before the version is installed, and
// never touched by another. Of kiosk.json, which is none of them, app_settings.js takes care.
//
//   const app = new AppStore(world, { version, files: [['kiosk.html', hash], …] });

import { hex, sha256 } from '../bundle_content.js';
import { AppBefore } from './app_before.js';
import { AppSettings, SETTINGS } from './app_settings.js';
import { Refusal, stored } from './refusal.js';
import { cacheNames } from './world.js';

/** @typedef {{version: string, files: [name: string, hash: string][]}} AppFiles  names relative to the scope */

const MOST_AT_ONCE = 4;
/** A host that falls silent is given up. */
const FILE_MS = 120_000;
/** A page's address may be that of its folder. */
const INDEX = 'index.html';
/** Headers that were about the bytes as they travelled. */
const OF_TRAVEL = ['content-encoding', 'content-length', 'transfer-encoding', 'vary', 'age', 'date'];

export class AppStore {
  #world;
  #files;
  #hashes;
  #before;
  /** @type {Promise<void> | undefined} */
  #mending;

  /** @param {import('./world.js').World} world @param {AppFiles} files */
  constructor(world, files) {
    this.#world = world;
    this.#files = files;
    this.#hashes = new Map(files.files);
    this.#before = new AppBefore(world);
    this.settings = new AppSettings(world);
    this.cacheName = cacheNames(world.scope).app + files.version;
  }

  get version() {
    return this.#files.version;
  }

  /** Fetches what this version's cache has not; all or a Refusal. */
  async install() {
    await this.#fill();
    let missing = await this.#missing();
    if (missing) {
      // WebKit: a cache whose worker was ended while it wrote forgets what it is given.
      await stored(() => this.#world.caches.delete(this.cacheName));
      await this.#fill();
      missing = await this.#missing();
    }
    if (missing) throw new Refusal('app-incomplete', `${missing} was not kept`);
    await this.settings.refresh();
  }

  async #fill() {
    const cache = await stored(() => this.#cache());
    const next = this.#hashes.entries();
    /** @type {unknown} */
    let failure;
    const take = async () => {
      for (const [name, hash] of next) {
        if (failure) return;
        if (!(await cache.match(this.#address(name)))) await this.#fetchInto(cache, name, hash);
      }
    };
    const end = (/** @type {unknown} */ error) => void (failure ??= error);
    // Nothing is being written any more when this ends.
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, () => take().catch(end)));
    if (failure) throw failure;
  }

  /** A file that is not there. */
  async #missing() {
    const cache = await stored(() => this.#cache());
    for (const name of this.#hashes.keys()) {
      if (!(await cache.match(this.#address(name)))) return name;
    }
    return undefined;
  }

  /** The caches of other versions go, that of the one before with its last page. @param {string[]} [clients]  open pages */
  activate(clients = []) {
    return this.#before.begin(this.cacheName, clients);
  }

  /** @param {() => Promise<string[]>} living  ids of the pages that are open */
  forget(living) {
    return this.#before.forget(living).catch((error) => this.#world.note('app-not-forgotten', String(error)));
  }

  /** The file of ours that is asked for, or null. @param {URL} url @param {boolean} isNavigation */
  nameOf(url, isNavigation) {
    const address = url.origin + url.pathname;
    if (!address.startsWith(this.#world.scope) || (url.search && !isNavigation)) return null;
    const path = address.slice(this.#world.scope.length);
    const name = path === '' && isNavigation ? INDEX : path;
    return this.#hashes.has(name) || name === SETTINGS ? name : null;
  }

  /**
   * As it was kept; from the network where it is not there any more, and then all that is missing is kept again.
   * @param {string} name @param {(work: Promise<unknown>) => void} waitUntil @param {string} [client]  of the page
   */
  async answer(name, waitUntil, client) {
    try {
      if (name === SETTINGS) return (await this.settings.answer()) ?? this.#fetch(name);
      const before = client && (await this.#before.answer(this.#address(name), client));
      if (before) return before;
      const kept = await (await this.#cache()).match(this.#address(name));
      if (kept) return kept;
    } catch (error) {
      this.#world.note('app-not-read', String(error));
    }
    if (name !== SETTINGS) waitUntil(this.#mended());
    return this.#fetch(name);
  }

  /** @param {string} name */
  #fetch(name) {
    return this.#world.fetch(this.#address(name), { cache: 'no-cache' });
  }

  #mended() {
    this.#mending ??= this.install()
      .catch((error) => this.#world.note('app-not-mended', String(error)))
      .finally(() => (this.#mending = undefined));
    return this.#mending;
  }

  /** @param {Cache} cache @param {string} name @param {string} hash */
  async #fetchInto(cache, name, hash) {
    const signal = AbortSignal.timeout(FILE_MS);
    const response = await this.#world.fetch(this.#address(name), { cache: 'reload', signal }).catch((error) => {
      throw new Refusal('app-incomplete', `${name}: ${error}`);
    });
    if (!response.ok) throw new Refusal('app-incomplete', `${name}: status ${response.status}`);
    const whole = await this.#whole(name, hash, response);
    await stored(() => cache.put(this.#address(name), whole));
  }

  /** @param {string} name @param {string} hash @param {Response} response */
  async #whole(name, hash, response) {
    const bytes = await response.arrayBuffer().catch((error) => {
      throw new Refusal('app-incomplete', `${name}: ${error}`);
    });
    if (hex(await sha256(new Uint8Array(bytes), this.#world.subtle)) !== hash) {
      throw new Refusal('app-incomplete', `${name} is another file, or cut short`);
    }
    const headers = new Headers(response.headers);
    for (const header of OF_TRAVEL) headers.delete(header);
    return new Response(bytes, { headers });
  }

  #cache() {
    return this.#world.caches.open(this.cacheName);
  }

  /** @param {string} name */
  #address(name) {
    return new URL(name, this.#world.scope).href;
  }
}
