// A bundle's parts by their hashes and by their places in tables: each fetched once at a time, a few at a time,
// verified, and asked for again with growing pauses when that fails. What has arrived is the browser's cache's to keep.

import { expanded, hex, sha256 } from './bundle_content.js';
import { Malformed, PartError } from './bundle_error.js';
import { PAGE_PARTS } from './bundle_manifest.js';
import { Queue } from './bundle_queue.js';
import { SharedTask } from './bundle_task.js';
import { pause } from './pause.js';

/** @typedef {import('./bundle_content.js').Bytes} Bytes */
/** @typedef {import('./bundle_manifest.js').Table} Table */
/**
 * @typedef {object} Want
 * @property {AbortSignal} [signal]  no longer wanted: rejects with its reason, and the request ends if no other wants it
 * @property {boolean} [urgent]  false: after all that are, newest first (true)
 *
 * @typedef {object} PartsOptions
 * @property {AbortSignal} [signal]  ends everything
 * @property {(event: string, detail: string) => void} [note]  for the log
 * @property {number[]} [pauses]  ms before each further attempt
 */

const MOST_AT_ONCE = 6;
const PAUSES = [500, 1000, 2000, 4000];
const HASH_BYTES = 32;
/** Pages kept, of 2 kB at most. */
const MOST_PAGES = 256;

export class Parts {
  #host;
  #lifetime;
  #note;
  #pauses;
  #queue = new Queue(MOST_AT_ONCE);
  /** On their way, by hash. @type {Map<string, SharedTask<Bytes>>} */
  #tasks = new Map();
  /** By hash, the latest used last. @type {Map<string, Bytes>} */
  #pages = new Map();
  /** Of everything that came, as it came. */
  bytesLoaded = 0;

  /** @param {import('./bundle_host.js').Host} host @param {PartsOptions} [options] */
  constructor(host, { signal = new AbortController().signal, note = () => {}, pauses = PAUSES } = {}) {
    this.#host = host;
    this.#lifetime = signal;
    this.#note = note;
    this.#pauses = pauses;
  }

  /** The manifest as the host has it now, not retried. @param {Want} [want] */
  async manifest({ signal } = {}) {
    const task = new SharedTask((stop) => this.#host('', { cache: 'no-cache', signal: stop }), this.#lifetime);
    const { bytes, received } = await task.wait(signal);
    this.bytesLoaded += received;
    return expanded(bytes);
  }

  /** The content of the part of that hash. @param {string} hash @param {Want} [want] @returns {Promise<Bytes>} */
  async load(hash, { signal, urgent = true } = {}) {
    signal?.throwIfAborted();
    let task = this.#tasks.get(hash);
    if (task && !task.isStopped) this.#queue.hurry(hash);
    else task = this.#begin(hash, urgent);
    return task.wait(signal);
  }

  /** The content of a part of a table. @param {Table} table @param {number} number @param {Want} [want] */
  async part(table, number, want) {
    if (!(number >= 0 && number < table.parts)) throw new RangeError(`there is no part ${number} of ${table.parts}`);
    const page = await this.#page(table.pages[Math.floor(number / PAGE_PARTS)], want);
    const at = 1 + HASH_BYTES * (number % PAGE_PARTS);
    if (page[0] !== 0x50 || page.length < at + HASH_BYTES) throw new Malformed('a page is too short');
    return this.load(hex(page.subarray(at, at + HASH_BYTES)), want);
  }

  /** @param {string} hash @param {Want} [want] */
  async #page(hash, want) {
    const page = this.#pages.get(hash) ?? (await this.load(hash, want));
    this.#pages.delete(hash);
    this.#pages.set(hash, page);
    if (this.#pages.size > MOST_PAGES) this.#pages.delete(/** @type {string} */ (this.#pages.keys().next().value));
    return page;
  }

  /** @param {string} hash @param {boolean} urgent */
  #begin(hash, urgent) {
    /** @type {SharedTask<Bytes>} */
    const task = new SharedTask((signal) => this.#persistent(hash, urgent, signal), this.#lifetime);
    this.#tasks.set(hash, task);
    const forget = () => this.#tasks.get(hash) === task && this.#tasks.delete(hash);
    task.result.then(forget, forget);
    return task;
  }

  /** @param {string} hash @param {boolean} urgent @param {AbortSignal} signal */
  async #persistent(hash, urgent, signal) {
    /** Content with its hash for a name is never stale. @type {RequestCache} */
    let cache = 'force-cache';
    for (const ms of [...this.#pauses, null]) {
      try {
        return await this.#queue.run(() => this.#attempt(hash, cache, signal), { key: hash, urgent, signal });
      } catch (error) {
        if (signal.aborted || !(error instanceof PartError)) throw error;
        this.#note(ms === null ? 'part-failed' : 'part-retry', error.message);
        if (ms === null) throw error;
        // What failed may be in the cache.
        cache = 'reload';
        await pause(ms * (0.75 + Math.random() / 2), signal);
      }
    }
    throw new Error('not reached');
  }

  /** @param {string} hash @param {RequestCache} cache @param {AbortSignal} signal */
  async #attempt(hash, cache, signal) {
    const path = `parts/${hash.slice(0, 2)}/${hash.slice(0, 24)}.bin`;
    const { bytes, url, received } = await this.#host(path, { cache, signal });
    this.bytesLoaded += received;
    const content = await expanded(bytes).catch((error) => {
      throw new PartError('part-corrupted', url, String(error));
    });
    if (hex(await sha256(content)) !== hash) throw new PartError('part-corrupted', url, 'its hash is another');
    return content;
  }
}
