// A packed bundle (data/README.md, "A bundle"), read from wherever it is served: what is needed to begin at once,
// everything else when it is asked for.
//
//   const bundle = await Bundle.open(bytes, 'https://so.example/data/bundle.json', { signal });
//   const feed = JSON.parse(decoder.decode(await bundle.headlines(block, { signal: inSight })));
//
// Everything that is asked for rejects with a PartError, or with the reason of a signal; what was read stays.

import { hex, sha256 } from './bundle_content.js';
import { Malformed, PartError } from './bundle_error.js';
import { webHost } from './bundle_host.js';
import { COLUMN_NUMBERS, headOf, readManifest } from './bundle_manifest.js';
import { numberAt, readColumns, readIds, readOrder } from './bundle_numbers.js';
import { Parts } from './bundle_parts.js';
import { BundleSearch } from './bundle_search.js';

export { PartError };

/** @typedef {import('./bundle_content.js').Bytes} Bytes */
/** @typedef {import('./bundle_manifest.js').Manifest} Manifest */
/**
 * @typedef {object} Rows  the articles there are, in list order
 * @property {Uint32Array} numbers
 * @property {Int32Array} days  since 1970-01-01; -2147483648: undated
 * @property {Uint16Array} departments  indices of the manifest's
 *
 * @typedef {{signal?: AbortSignal}} Want  no longer wanted: rejects, and what is requested for this alone is dropped
 *
 * @typedef {object} OpenOptions
 * @property {AbortSignal} [signal]  ends all that this bundle and those renewed from it load
 * @property {(event: string, detail: string) => void} [note]  for the log
 * @property {typeof globalThis.fetch} [fetch]
 * @property {import('./bundle_host.js').Host} [host]  instead of the web
 * @property {number} [silence]  ms without a byte until a request is given up (20,000)
 * @property {number[]} [pauses]  ms before each further attempt
 */

export class Bundle {
  #manifest;
  #base;
  #hash;
  #parts;
  #search;

  /**
   * @param {Bytes} manifestBytes @param {string} base  absolute address of bundle.json @param {OpenOptions} [options]
   * @returns {Promise<Bundle>} order and columns loaded and verified
   */
  static async open(manifestBytes, base, { signal, note, fetch, host, silence, pauses } = {}) {
    const parts = new Parts(host ?? webHost(base, { fetch, silence }), { signal, note, pauses });
    return Bundle.#opened(manifestBytes, base, parts);
  }

  /** @param {Bytes} bytes @param {string} base @param {Parts} parts */
  static #opened(bytes, base, parts) {
    return whole(base, async () => {
      const { manifest, isNewer } = readManifest(bytes);
      if (isNewer) throw new PartError('bundle-newer', base, `format ${manifest.bantin_bundle}`);
      const [hash, rows] = await Promise.all([sha256(bytes), readRows(manifest, parts)]);
      return new Bundle(manifest, rows, { base, parts, hash: hex(hash) });
    });
  }

  /** Use `open`. @param {Manifest} manifest @param {Rows} rows @param {{base: string, parts: Parts, hash: string}} rest */
  constructor(manifest, rows, { base, parts, hash }) {
    this.#manifest = manifest;
    this.#base = base;
    this.#parts = parts;
    this.#hash = hash;
    this.#search = new BundleSearch(manifest.segments, (table, number) => parts.part(table, number));
    this.rows = rows;
    /** JSON text of a feed with everything but articles. */
    this.head = headOf(manifest);
    this.serial = manifest.serial;
    /** Of articles there are. */
    this.count = manifest.count;
    /** That were given: all below. */
    this.numbers = manifest.numbers;
  }

  /** Bytes of parts and manifests as they came (compressed where that is known), for this and what it was renewed from. */
  get bytesLoaded() {
    return this.#parts.bytesLoaded;
  }

  /** JSON Feed without contents of the numbers from 32 * block on. @param {number} block @param {Want} [want] */
  headlines(block, { signal } = {}) {
    return this.#whole(() => this.#parts.part(this.#manifest.headlines, block, { signal, urgent: false }));
  }

  /** The same, whole. @param {number} block @param {Want} [want] @returns {Promise<Bytes>} */
  articles(block, { signal } = {}) {
    return this.#whole(() => this.#parts.part(this.#manifest.articles, block, { signal }));
  }

  /**
   * Numbers of articles that may have that id, those of later segments first; compare the id of what is found.
   * @param {string} id @param {Want} [want] @returns {Promise<number[]>}
   */
  find(id, want) {
    return this.#whole(async () => {
      const hash = new DataView((await sha256(new TextEncoder().encode(id))).buffer);
      const { segments } = this.#manifest;
      const found = await Promise.all(
        segments.map(async ({ covers, ids }) => {
          const bucket = Math.floor(hash.getUint32(0) / (2 ** 32 / ids.buckets));
          const part = await this.#parts.part(ids, bucket, want);
          return readIds(part, hash.getUint32(4)).map((ordinal) => numberAt(covers, ordinal));
        }),
      );
      return [...new Set(found.reverse().flat())];
    });
  }

  /** @param {string[]} words @returns {Promise<Uint8Array>} by number */
  matching(words) {
    return this.#whole(() => this.#search.matching(words, this.numbers));
  }

  /**
   * The bundle that the host has now, opened whole; null: still this one. This one stays as it is.
   * @param {Want} [want] @returns {Promise<Bundle | null>}
   */
  async renewed(want) {
    const bytes = await this.#parts.manifest(want);
    if (hex(await sha256(bytes)) === this.#hash) return null;
    return Bundle.#opened(bytes, this.#base, this.#parts);
  }

  /** @template T @param {() => Promise<T>} work */
  #whole(work) {
    return whole(this.#base, work);
  }
}

/** What is malformed, with the address of the bundle it is in. @template T @param {string} base @param {() => Promise<T>} work */
async function whole(base, work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Malformed ? new PartError('bundle-malformed', base, error.message) : error;
  }
}

/** @param {Manifest} manifest @param {Parts} parts @returns {Promise<Rows>} */
async function readRows(manifest, parts) {
  const [numbers, columns] = await Promise.all([
    parts.load(manifest.order).then((part) => readOrder(part, manifest.count, manifest.numbers)),
    readAllColumns(manifest, parts),
  ]);
  const rows = { numbers, days: new Int32Array(numbers.length), departments: new Uint16Array(numbers.length) };
  for (let row = 0; row < numbers.length; ++row) {
    rows.days[row] = columns.days[numbers[row]];
    rows.departments[row] = columns.departments[numbers[row]];
  }
  return rows;
}

/** By number. @param {Manifest} manifest @param {Parts} parts */
async function readAllColumns({ numbers, columns: table, departments }, parts) {
  const columns = { days: new Int32Array(numbers), departments: new Uint16Array(numbers) };
  const read = async (/** @type {number} */ number) => {
    const part = await parts.part(table, number);
    const first = number * COLUMN_NUMBERS;
    readColumns(part, columns, first, Math.min(COLUMN_NUMBERS, numbers - first), departments.length);
  };
  await Promise.all(Array.from({ length: table.parts }, (_, number) => read(number)));
  return columns;
}
