/**
 * A packed bundle in a folder, read as data/README.md says and apart from what the product reads bundles with.
 *
 *     assert.deepEqual(folderFaults('dist/data'), []);
 *     const feed = unpacked('dist/data');
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pathOf } from './bundle_maker.js';

/** @typedef {import('../../web/bundle_manifest.js').Manifest & {sequence?: string}} Manifest */
/** @typedef {import('../../web/bundle_manifest.js').Table} Table */

const kHashBytes = 32;
const kBlockNumbers = 32;

/** @param {string} folder @returns {Manifest} */
export function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8'));
}

/** The content of a part. Throws where it is not what its hash says. @param {string} folder @param {string} hash */
export function contentOf(folder, hash) {
  const content = gunzipSync(readFileSync(join(folder, pathOf(hash))));
  if (createHash('sha256').update(content).digest('hex') !== hash) throw new Error(`${pathOf(hash)} has another hash`);
  return content;
}

/** The hashes of a table's parts in order. @param {string} folder @param {Table} table @returns {string[]} */
export function hashesOf(folder, table) {
  return table.pages.flatMap((hash) => {
    const page = contentOf(folder, hash);
    if (page[0] !== 'P'.charCodeAt(0)) throw new Error(`${pathOf(hash)} is no page`);
    const count = (page.length - 1) / kHashBytes;
    return Array.from({ length: count }, (_, i) =>
      page.subarray(1 + i * kHashBytes, 1 + (i + 1) * kHashBytes).toString('hex'),
    );
  });
}

/** Every part that the manifest names, pages too. @param {string} folder @returns {Set<string>} hashes */
export function namedParts(folder) {
  const { order, sequence, columns, headlines, articles, segments } = manifestOf(folder);
  const tables = [columns, headlines, articles];
  for (const { ids, terms, postings, spellings, positions } of segments)
    tables.push(ids, terms, postings, spellings, positions);
  const hashes = new Set([order, ...(sequence ? [sequence] : [])]);
  for (const table of tables) for (const hash of [...table.pages, ...hashesOf(folder, table)]) hashes.add(hash);
  return hashes;
}

/** Why the folder does not hold a whole bundle: parts that are missing or damaged. @param {string} folder @returns {string[]} */
export function folderFaults(folder) {
  /** @type {string[]} */
  const faults = [];
  try {
    for (const hash of namedParts(folder)) {
      if (!existsSync(join(folder, pathOf(hash)))) faults.push(`${pathOf(hash)} is missing`);
      else contentOf(folder, hash);
    }
  } catch (error) {
    faults.push(String(error));
  }
  return faults;
}

/** The feed that was packed, its items in the feed's order. @param {string} folder */
export function unpacked(folder) {
  const manifest = manifestOf(folder);
  const { title, language, home_page_url, departments } = manifest;
  const live = numbersIn(contentOf(folder, manifest.order));
  const byNumber = new Map();
  for (const [block, hash] of hashesOf(folder, manifest.articles).entries()) {
    const numbers = live.filter((number) => Math.floor(number / kBlockNumbers) === block).sort((a, b) => a - b);
    const { items } = JSON.parse(contentOf(folder, hash).toString());
    if (items.length !== numbers.length) throw new Error(`${pathOf(hash)} has ${items.length} of ${numbers.length}`);
    for (const [i, number] of numbers.entries()) byNumber.set(number, items[i]);
  }
  const inFeed = manifest.sequence ? numbersIn(contentOf(folder, manifest.sequence)) : live;
  const items = inFeed.map((number) => byNumber.get(number));
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    language,
    home_page_url,
    _bantin: { departments },
    items,
  };
}

/** The numbers of an order. @param {Uint8Array} content @returns {number[]} */
function numbersIn(content) {
  if (content[0] !== 'O'.charCodeAt(0)) throw new Error('no order');
  const values = varints(content.subarray(1));
  const numbers = [];
  let end = 0;
  for (let i = 0; i < values.length; i += 2) {
    const distance = values[i] % 2 ? -(values[i] + 1) / 2 : values[i] / 2;
    for (let n = 0; n < values[i + 1]; ++n) numbers.push(end + distance + n);
    end += distance + values[i + 1];
  }
  return numbers;
}

/** @param {Uint8Array} bytes @returns {number[]} */
function varints(bytes) {
  const values = [];
  let value = 0;
  let weight = 1;
  for (const byte of bytes) {
    value += (byte % 128) * weight;
    weight *= 128;
    if (byte >= 128) continue;
    values.push(value);
    value = 0;
    weight = 1;
  }
  return values;
}
