// All parts that a manifest names, in the order in which a reader needs them: to begin, the list, what finds, the articles
// (newest first), positions of words. Also what must be right for a reader to begin at all: throws Malformed.

import { Malformed } from '../bundle_error.js';
import { hex } from '../bundle_content.js';
import { BLOCK_NUMBERS, COLUMN_NUMBERS, PAGE_PARTS } from '../bundle_manifest.js';
import { readColumns, readOrder } from '../bundle_numbers.js';

/** @typedef {import('../bundle_manifest.js').Manifest} Manifest */
/** @typedef {import('../bundle_manifest.js').Table} Table */
/** @typedef {(hash: string) => Promise<Uint8Array | null>} GiveContent  null: not here */

const HASH_BYTES = 32;

/** @param {Manifest} manifest @returns {Table[]} */
export function tablesOf({ columns, headlines, articles, segments }) {
  const found = segments.flatMap(({ ids, terms, postings, spellings, positions }) => [
    ids,
    terms,
    postings,
    spellings,
    positions,
  ]);
  return [columns, headlines, articles, ...found];
}

/** What the manifest itself names. @param {Manifest} manifest */
export const directlyNamed = (manifest) => [manifest.order, ...tablesOf(manifest).flatMap(({ pages }) => pages)];

/** The parts of a table; those on pages that are not here are left out. @param {Table} table @param {GiveContent} content */
export async function partsOf(table, content) {
  const parts = [];
  for (const [number, hash] of table.pages.entries()) {
    const page = await content(hash);
    if (page) parts.push(...hashesOn(page, Math.min(PAGE_PARTS, table.parts - number * PAGE_PARTS)));
  }
  return parts;
}

/** @param {Uint8Array} page @param {number} count */
function hashesOn(page, count) {
  if (page[0] !== 0x50 || page.length !== 1 + count * HASH_BYTES) throw new Malformed('a page of another size');
  const at = (/** @type {number} */ i) => 1 + i * HASH_BYTES;
  return Array.from({ length: count }, (_, i) => hex(page.subarray(at(i), at(i + 1))));
}

/** Everything named that can be told from what is here. @param {Manifest} manifest @param {GiveContent} content */
export async function allNamed(manifest, content) {
  const named = new Set(directlyNamed(manifest));
  for (const table of tablesOf(manifest)) {
    for (const hash of await partsOf(table, content)) named.add(hash);
  }
  return named;
}

/**
 * Columns, and headlines with the newest first; needs the order and the pages of both.
 * @param {Manifest} manifest @param {GiveContent} content
 */
export async function beginning(manifest, content) {
  const headlines = await partsOf(manifest.headlines, content);
  const blocks = await newestBlocks(manifest, content);
  return {
    columns: await partsOf(manifest.columns, content),
    headlines: blocks.map((block) => headlines[block]),
  };
}

/** What finds, then the newest articles first, then positions. @param {Manifest} manifest @param {GiveContent} content */
export async function furtherParts(manifest, content) {
  const { segments } = manifest;
  const finding = segments.flatMap(({ ids, terms, postings, spellings }) => [ids, terms, postings, spellings]);
  const parts = [];
  for (const table of finding) parts.push(...(await partsOf(table, content)));
  parts.push(...(await newestArticles(manifest, content)));
  for (const { positions } of segments) parts.push(...(await partsOf(positions, content)));
  return parts;
}

/** Parts of articles, those with the newest first. @param {Manifest} manifest @param {GiveContent} content */
export async function newestArticles(manifest, content) {
  const articles = await partsOf(manifest.articles, content);
  return (await newestBlocks(manifest, content)).map((block) => articles[block]);
}

/**
 * Blocks of 32 numbers as the list comes upon them, then those that have only withdrawn articles.
 * @param {Manifest} manifest @param {GiveContent} content
 */
async function newestBlocks({ order, count, numbers }, content) {
  const part = await content(order);
  if (!part) throw new Malformed('no order');
  const blocks = new Set();
  for (const number of readOrder(part, count, numbers)) blocks.add(Math.floor(number / BLOCK_NUMBERS));
  for (let block = 0; block * BLOCK_NUMBERS < numbers; ++block) blocks.add(block);
  return /** @type {number[]} */ ([...blocks]);
}

/** Throws Malformed where the columns cannot be read. @param {Manifest} manifest @param {GiveContent} content */
export async function checkColumns({ numbers, columns: table, departments }, content) {
  const columns = { days: new Int32Array(numbers), departments: new Uint16Array(numbers) };
  for (const [number, hash] of (await partsOf(table, content)).entries()) {
    const part = await content(hash);
    const first = number * COLUMN_NUMBERS;
    if (!part) throw new Malformed('no columns');
    readColumns(part, columns, first, Math.min(COLUMN_NUMBERS, numbers - first), departments.length);
  }
}
