// A bundle's manifest (data/README.md), checked as far as what reads it relies on it. What cannot be throws Malformed.

import { Malformed } from './bundle_error.js';

/**
 * @typedef {{parts: number, pages: string[]}} Table  pages: hashes, 64 digits each
 * @typedef {object} Segment
 * @property {[number, number][]} covers  runs of numbers: first, count
 * @property {Table & {buckets: number}} ids
 * @property {Table & {first: string[]}} terms
 * @property {Table} postings
 * @property {Table} spellings
 * @property {Table} positions
 *
 * @typedef {object} Manifest
 * @property {number} bantin_bundle
 * @property {number} serial
 * @property {string} title
 * @property {string} [language]
 * @property {string} [home_page_url]
 * @property {{id: string, name: string, short_name?: string}[]} departments
 * @property {number} count
 * @property {number} numbers
 * @property {string} [newest]
 * @property {string} order  hash
 * @property {Table} columns
 * @property {Table} headlines
 * @property {Table} articles
 * @property {Segment[]} segments
 * @property {string} [signature]  base64, the last field; who has a key verifies it over the bytes
 */

export const FORMAT = 1;
/** Numbers in a part of columns, and in one of headlines or articles. */
export const COLUMN_NUMBERS = 16_384;
export const BLOCK_NUMBERS = 32;
/** Hashes on a page of a table. */
export const PAGE_PARTS = 64;
/** Of numbers: what a broken manifest may make us allocate. */
const MOST_NUMBERS = 2 ** 24;
const HASH = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[A-Za-z0-9+/]{86}==$/;

/** @param {Uint8Array} bytes @returns {{manifest: Manifest, isNewer: boolean}} isNewer: of a format not known here */
export function readManifest(bytes) {
  const manifest = parsed(bytes);
  if (!Number.isInteger(manifest?.bantin_bundle)) throw new Malformed('no manifest of a bundle');
  if (manifest.bantin_bundle > FORMAT) return { manifest, isNewer: true };
  const { serial, count, numbers, departments, order, segments } = manifest;
  expect(isCount(serial), 'serial');
  expect(isCount(numbers) && numbers <= MOST_NUMBERS, 'numbers');
  expect(isCount(count) && count <= numbers, 'count');
  expect(Array.isArray(departments) && departments.length <= 65_536, 'departments');
  expect(HASH.test(order), 'order');
  expect(isTable(manifest.columns, Math.ceil(numbers / COLUMN_NUMBERS)), 'columns');
  for (const kind of ['headlines', 'articles']) {
    expect(isTable(manifest[kind], Math.ceil(numbers / BLOCK_NUMBERS)), kind);
  }
  expect(Array.isArray(segments) && segments.every((segment) => isSegment(segment, numbers)), 'segments');
  expect(manifest.signature === undefined || SIGNATURE.test(manifest.signature), 'signature');
  return { manifest, isNewer: false };
}

/** The JSON text of a feed that has all but the articles. @param {Manifest} manifest */
export function headOf({ title, language, home_page_url, departments }) {
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({ version, title, language, home_page_url, _bantin: { departments }, items: [] });
}

/** @param {Uint8Array} bytes @returns {any} */
function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Malformed(String(error));
  }
}

/** @param {boolean} isSo @param {string} field */
function expect(isSo, field) {
  if (!isSo) throw new Malformed(`the manifest's field ${field}`);
}

/** @param {unknown} value @returns {value is number} */
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** @param {any} table @param {number} [parts]  that it must have */
function isTable(table, parts = table?.parts) {
  if (!isCount(parts) || table?.parts !== parts || !Array.isArray(table.pages)) return false;
  const { pages } = table;
  return pages.length === Math.ceil(parts / PAGE_PARTS) && pages.every((/** @type {any} */ hash) => HASH.test(hash));
}

/** @param {any} segment @param {number} numbers */
function isSegment(segment, numbers) {
  const isRun = (/** @type {any} */ run) => isCount(run?.[0]) && isCount(run[1]) && run[0] + run[1] <= numbers;
  if (!Array.isArray(segment?.covers) || !segment.covers.every(isRun)) return false;
  const { ids, terms, postings, spellings, positions } = segment;
  const hasBuckets = ids?.parts === ids?.buckets && Number.isInteger(Math.log2(ids?.buckets));
  return hasBuckets && [ids, terms, postings, spellings, positions].every((table) => isTable(table));
}
