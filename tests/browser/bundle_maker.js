/**
 * Packs a feed as data/README.md says, in the plainest way and apart from `bantin pack`, so that what reads bundles can
 * be held to the text. Search parts stay empty.
 *
 *     const files = makeBundle({ ...feed, items: [newest, null, oldest] });   // by number; null is withdrawn
 *     files.get('bundle.json'), files.get('parts/3f/3fa8….bin')
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** @typedef {Map<string, Uint8Array>} Files  by path; parts are gzip */
/**
 * @typedef {object} Made
 * @property {string} title
 * @property {{id: string, name: string, short_name?: string}[]} departments
 * @property {(any | null)[]} items by number
 * @property {string} [language]
 * @property {string} [home_page_url]
 * @property {number} [serial]
 * @property {[number, number][][]} [segments] what each covers (one with everything)
 * @property {number[]} [buckets] of each segment's ids (1)
 */

const kVersion = 'https://jsonfeed.org/version/1.1';

/** @param {Made} made @returns {Files} */
export function makeBundle({ title, departments, items, language, home_page_url, serial = 1, segments, buckets = [] }) {
  /** @type {Files} */
  const files = new Map();
  const live = (/** @type {number} */ number) => items[number] != null;
  const numbers = items.map((_, number) => number);
  const cut = (/** @type {number} */ size) => {
    const parts = [];
    for (let first = 0; first < items.length; first += size) parts.push(numbers.slice(first, first + size));
    return parts;
  };
  const feedOf = (/** @type {number[]} */ block, /** @type {(item: any) => any} */ shape) =>
    Buffer.from(JSON.stringify({ version: kVersion, title, items: block.filter(live).map((n) => shape(items[n])) }));
  const empty = table(files, []);
  const covered = segments ?? (items.length ? [[/** @type {[number, number]} */ ([0, items.length])]] : []);
  const manifest = {
    bantin_bundle: 1,
    serial,
    title,
    language,
    home_page_url,
    departments,
    count: numbers.filter(live).length,
    numbers: items.length,
    order: put(files, orderPart(listOrder(items))),
    columns: table(
      files,
      cut(16_384).map((block) =>
        columnsPart(
          block.map((number) => items[number]),
          departments,
        ),
      ),
    ),
    headlines: table(
      files,
      cut(32).map((block) => feedOf(block, headlineOf)),
    ),
    articles: table(
      files,
      cut(32).map((block) => feedOf(block, (item) => item)),
    ),
    segments: covered.map((covers, i) => ({
      covers,
      ids: { buckets: buckets[i] ?? 1, ...table(files, idParts(covers, items, buckets[i] ?? 1)) },
      terms: { first: [], ...empty },
      postings: empty,
      spellings: empty,
      positions: empty,
    })),
  };
  files.set('bundle.json', Buffer.from(JSON.stringify(manifest)));
  return files;
}

/** What the headlines of an article keep. @param {any} item */
export function headlineOf({ content_html, content_text, attachments, _bantin: { related, ...bantin } = {}, ...rest }) {
  return { ...rest, _bantin: bantin };
}

/** Newest first, ties by number, undated last. @param {any[]} items @returns {number[]} */
export function listOrder(items) {
  const time = (/** @type {number} */ number) => {
    const { date_published } = items[number];
    return date_published ? Date.parse(date_published) : -Infinity;
  };
  const live = items.flatMap((item, number) => (item ? [number] : []));
  return live.sort((a, b) => (time(a) === time(b) ? a - b : time(b) > time(a) ? 1 : -1));
}

/** Days since 1970-01-01 in the item's own offset; null: undated. @param {any} item */
export function dayNumber(item) {
  return item?.date_published ? Date.parse(item.date_published.slice(0, 10)) / 86_400_000 : null;
}

/** @param {Uint8Array} content */
const hashOf = (content) => createHash('sha256').update(content).digest('hex');

/** Where the part of a content lies. @param {string} hash */
export const pathOf = (hash) => `parts/${hash.slice(0, 2)}/${hash.slice(0, 24)}.bin`;

/** @param {Files} files @param {Uint8Array} content @returns {string} its hash */
export function put(files, content) {
  const hash = hashOf(content);
  files.set(pathOf(hash), gzipSync(content, { level: 1 }));
  return hash;
}

/** @param {Files} files @param {Uint8Array[]} contents */
export function table(files, contents) {
  const hashes = contents.map((content) => put(files, content));
  const pages = [];
  for (let at = 0; at < hashes.length; at += 64) {
    pages.push(put(files, Buffer.concat([Buffer.from('P'), Buffer.from(hashes.slice(at, at + 64).join(''), 'hex')])));
  }
  return { parts: contents.length, pages };
}

/** @param {bigint} value @returns {number[]} */
function varint(value) {
  return value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...varint(value >> 7n)];
}

/** @param {number} value */
const zigzag = (value) => (value < 0 ? -2 * value - 1 : 2 * value);

/** @param {string} letter @param {number[]} values */
export function numbersPart(letter, values) {
  return Buffer.from([letter.charCodeAt(0), ...values.flatMap((value) => varint(BigInt(value)))]);
}

/** @param {number[]} order */
export function orderPart(order) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const number of order) {
    const run = runs.at(-1);
    if (run && run[0] + run[1] === number) ++run[1];
    else runs.push([number, 1]);
  }
  let end = 0;
  const values = runs.flatMap(([first, count]) => {
    const distance = zigzag(first - end);
    end = first + count;
    return [distance, count];
  });
  return numbersPart('O', values);
}

/** @param {any[]} items @param {{id: string}[]} departments */
function columnsPart(items, departments) {
  let last = 0;
  const days = items.map((item) => {
    const day = dayNumber(item);
    if (day === null) return 0;
    const value = 1 + zigzag(last - day);
    last = day;
    return value;
  });
  const indices = items.map((item) => (item ? departments.findIndex(({ id }) => id === item._bantin?.department) : 0));
  return numbersPart('C', [items.length, ...days, ...indices]);
}

/** @param {[number, number][]} covers @param {any[]} items @param {number} buckets */
function idParts(covers, items, buckets) {
  const numbers = covers.flatMap(([first, count]) => Array.from({ length: count }, (_, i) => first + i));
  const entries = numbers.flatMap((number, ordinal) => {
    if (!items[number]) return [];
    const hash = createHash('sha256').update(items[number].id).digest();
    const bits = Math.log2(buckets);
    return [{ bucket: bits ? hash.readUInt32BE(0) >>> (32 - bits) : 0, key: hash.readUInt32BE(4), ordinal }];
  });
  return Array.from({ length: buckets }, (_, bucket) => {
    let before = 0;
    const own = entries.filter((entry) => entry.bucket === bucket).sort((a, b) => a.key - b.key);
    const values = own.flatMap(({ key, ordinal }) => {
      const distance = key - before;
      before = key;
      return [distance, ordinal];
    });
    return numbersPart('I', values);
  });
}
