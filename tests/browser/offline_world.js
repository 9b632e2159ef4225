/**
 * A world for the offline modules that can be made to fail: caches in memory, a host out of a Map of files, a clock.
 *
 *     const world = makeWorld();
 *     world.host.set('data/', makeBundle(feed));
 *     const content = new ContentStore(world, async () => ({}));
 *     world.caches.dieAt = 12;                       // from its 12th step on nothing happens any more
 */
import { sign } from 'node:crypto';

export const kScope = 'https://so.example/tin/';
export const kBase = `${kScope}data/bundle.json`;

/** @typedef {import('./bundle_maker.js').Files} Files */

/** CacheStorage in memory. */
export class FakeCaches {
  /** @type {Map<string, Map<string, {bytes: Uint8Array<ArrayBuffer>, headers: [string, string][]}>>} */
  stores = new Map();
  /** Steps so far, of all caches. */
  steps = 0;
  /** From this step on all reject and nothing happens. */
  dieAt = Infinity;
  /** Every step rejects, as where storage is forbidden. */
  refuses = false;
  /** Bytes until a put rejects. */
  room = Infinity;
  /** Caches that keep nothing until they are removed. @type {Set<string>} */
  forgetful = new Set();
  /** Called before each step with its number. @type {(step: number) => void} */
  onStep = () => {};

  get used() {
    return [...this.stores.values()].reduce(
      (sum, store) => sum + [...store.values()].reduce((size, { bytes }) => size + bytes.length, 0),
      0,
    );
  }

  async step() {
    this.onStep(++this.steps);
    if (this.steps >= this.dieAt) throw new Error('the worker was ended');
    if (this.refuses) throw new DOMException('storage is refused', 'SecurityError');
  }

  async keys() {
    await this.step();
    return [...this.stores.keys()];
  }

  /** @param {string} name */
  async delete(name) {
    await this.step();
    this.forgetful.delete(name);
    return this.stores.delete(name);
  }

  /** @param {string} name */
  async open(name) {
    await this.step();
    if (!this.stores.has(name)) this.stores.set(name, new Map());
    return new FakeCache(this, name);
  }

  /** As a browser does when it runs short. */
  wipe() {
    this.stores.clear();
  }
}

class FakeCache {
  /** @param {FakeCaches} caches @param {string} name */
  constructor(caches, name) {
    this.caches = caches;
    this.name = name;
    // A cache that was removed lives on in the hands of who has opened it, and nowhere else.
    this.store = caches.stores.get(name) ?? new Map();
  }

  /** @param {string} url */
  async match(url) {
    await this.caches.step();
    const entry = this.store.get(url);
    return entry && new Response(entry.bytes, { headers: entry.headers });
  }

  /** @param {string} url @param {Response} response */
  async put(url, response) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    await this.caches.step();
    const grown = bytes.length - (this.store.get(url)?.bytes.length ?? 0);
    if (this.caches.used + grown > this.caches.room)
      throw new DOMException('the quota is used up', 'QuotaExceededError');
    if (!this.caches.forgetful.has(this.name)) this.store.set(url, { bytes, headers: [...response.headers] });
  }

  /** @param {string} url */
  async delete(url) {
    await this.caches.step();
    return this.store.delete(url);
  }

  async keys() {
    await this.caches.step();
    return [...this.store.keys()].map((url) => ({ url }));
  }
}

/** A host by `fetch`. */
export class FakeHost {
  /** By path below the scope; those of other sites by their addresses. @type {Files} */
  files = new Map();
  /** Paths asked for, in order. @type {string[]} */
  requests = [];
  /** How a path is answered otherwise; "*": all others. @type {Map<string, (bytes: Uint8Array | undefined) => Response | Promise<Response>>} */
  faults = new Map();
  isOff = false;

  /** Puts the files below a folder, and nothing else stays there. @param {string} folder @param {Files} files */
  set(folder, files) {
    for (const path of this.files.keys()) if (path.startsWith(folder)) this.files.delete(path);
    for (const [path, bytes] of files) this.files.set(folder + path, bytes);
  }

  /** @type {typeof globalThis.fetch} */
  fetch = async (input, init) => {
    init?.signal?.throwIfAborted();
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.href.startsWith(kScope) ? url.href.slice(kScope.length) : url.href;
    this.requests.push(path);
    if (this.isOff) throw new TypeError('no network');
    const bytes = this.files.get(path);
    const fault = this.faults.get(path) ?? this.faults.get('*');
    if (fault) return Promise.race([fault(bytes), ended(init?.signal)]);
    return bytes ? new Response(new Uint8Array(bytes)) : new Response('', { status: 404 });
  };
}

/** As a real request ends when it is no longer wanted. @param {AbortSignal | null} [signal] @returns {Promise<never>} */
function ended(signal) {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

export function makeWorld() {
  const [caches, host] = [new FakeCaches(), new FakeHost()];
  /** @type {string[]} */
  const notes = [];
  return {
    caches: /** @type {FakeCaches & CacheStorage} */ (/** @type {unknown} */ (caches)),
    host,
    notes,
    fetch: host.fetch,
    subtle: globalThis.crypto.subtle,
    quota: 1e9,
    async estimate() {
      return { usage: caches.used, quota: this.quota };
    },
    clock: Date.parse('2026-06-12T08:00:00+07:00'),
    now() {
      return this.clock;
    },
    scope: kScope,
    note: (/** @type {string} */ event, /** @type {string} */ detail) => void notes.push(`${event} ${detail}`),
    pauses: [0],
    savedAfter: 0,
    silence: 1000,
  };
}

/** Everything a page gets of that address while the network is off. */
/** @param {Pick<import('../../web/offline/content_store.js').ContentStore, 'answer'>} content @param {string} url @param {RequestInit} [init] */
export async function got(content, url, init) {
  /** @type {Promise<unknown>[]} */
  const rest = [];
  const response = await content.answer(new Request(url, init), (work) => void rest.push(work));
  const bytes = response?.ok ? Buffer.from(await response.arrayBuffer()) : null;
  await Promise.allSettled(rest);
  return bytes;
}

/**
 * Which of these bundles a page would read in whole without a network; throws where it is none, or a mixture.
 * @param {import('../../web/offline/content_store.js').ContentStore} content @param {Files[]} bundles
 */
export async function shown(content, bundles) {
  const manifest = await got(content, kBase).catch(() => null);
  if (!manifest) return -1;
  const index = bundles.findIndex((files) => manifest.equals(/** @type {Uint8Array} */ (files.get('bundle.json'))));
  if (index < 0) throw new Error('a manifest of no bundle');
  for (const [path, bytes] of bundles[index]) {
    const part = await got(content, new URL(path, kBase).href).catch(() => null);
    if (!part?.equals(bytes)) throw new Error(`${path} of bundle ${index} is missing`);
  }
  return index;
}

/** The same bundle with its manifest signed. @param {Files} files @param {import('node:crypto').KeyObject} key */
export function signed(files, key) {
  const text = Buffer.from(/** @type {Uint8Array} */ (files.get('bundle.json'))).toString();
  const open = text.trimEnd().slice(0, -1);
  const signature = sign(null, Buffer.from(open), key).toString('base64');
  return new Map([...files, ['bundle.json', Buffer.from(`${open},"signature":"${signature}"}\n`)]]);
}
