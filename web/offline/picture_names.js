// Which pictures a part of articles names, for a worker, which has no parser of HTML: every <img> counts, wherever it
// stands. Too many are named rather than too few; web/html_blocks.js decides what is shown.
//
//   picturesIn(content, 'https://so.example/data/bundle.json')
//   // [{ addresses: ['https://so.example/data/pictures/cau.webp', …], hash: '3fa8…' }, …]

import { pictureAddress } from '../address.js';

/**
 * @typedef {object} Picture
 * @property {string[]} addresses  its own, then those of its other widths
 * @property {string} hash  SHA-256 of its own; '' where the bundle has none of it
 */

const IMAGE = /<img(?=[\s/])/gi;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;
const CANDIDATE = /([^\s,]\S*)\s+\d+w/g;
const REFERENCE = /&(?:amp|#(\d{1,6})|#x([0-9a-f]{1,5}));?/gi;
/** In the order in which the reader looks for them. */
const SOURCES = ['src', 'data-src', 'data-original'];
const OPEN_BRACE = 0x7b;

/** @param {Uint8Array | null} content  of any part @param {string} base  address of the bundle @returns {Picture[]} */
export function picturesIn(content, base) {
  if (content?.[0] !== OPEN_BRACE) return [];
  /** @type {Picture[]} */
  const pictures = [];
  for (const { content_html: html, _bantin: extension } of itemsOf(content)) {
    if (typeof html === 'string') pictures.push(...picturesOf(html, base, extension?.pictures));
  }
  return pictures;
}

/** @param {string} html @param {string} base @param {Record<string, unknown>} [hashes]  by what stands in `src` @returns {Picture[]} */
export function picturesOf(html, base, hashes) {
  /** @type {Picture[]} */
  const pictures = [];
  let end = 0;
  for (let found = imageFrom(html, end); found; found = imageFrom(html, end)) {
    const { attributes } = found;
    ({ end } = found);
    const source = SOURCES.find((name) => attributes.has(name)) ?? 'src';
    const widths = [...(attributes.get('srcset') ?? '').matchAll(CANDIDATE)].map(([, address]) => address);
    const own = attributes.get(source) ?? '';
    const addresses = [own, ...widths].map((address) => absolute(address, base));
    const hash = String(hashes?.[own] ?? '');
    if (addresses[0]) pictures.push({ addresses: [...new Set(addresses.filter(Boolean))], hash });
  }
  return pictures;
}

/** @param {Uint8Array} content @returns {any[]} */
function itemsOf(content) {
  try {
    const { items } = JSON.parse(new TextDecoder().decode(content));
    return Array.isArray(items) ? items.filter(Boolean) : [];
  } catch {
    return [];
  }
}

/** The attributes of the next image, and where they end. @param {string} html @param {number} at */
function imageFrom(html, at) {
  IMAGE.lastIndex = at;
  if (!IMAGE.test(html)) return null;
  let end = IMAGE.lastIndex;
  /** @type {Map<string, string>} */
  const attributes = new Map();
  ATTRIBUTE.lastIndex = end;
  for (let found = ATTRIBUTE.exec(html); found; found = ATTRIBUTE.exec(html)) {
    end = ATTRIBUTE.lastIndex;
    const [, name, ...values] = found;
    const value = values.find((one) => one !== undefined) ?? '';
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), value.replace(REFERENCE, character));
  }
  return { attributes, end };
}

/** @param {string} _ @param {string} [decimal] @param {string} [hexadecimal] */
function character(_, decimal, hexadecimal) {
  if (decimal) return String.fromCodePoint(Number(decimal));
  return hexadecimal ? String.fromCodePoint(Number.parseInt(hexadecimal, 16)) : '&';
}

/** Of the web, without a fragment; else empty. @param {string} address @param {string} base */
function absolute(address, base) {
  const found = pictureAddress(address, base);
  return /^https?:/.test(found) ? found.replace(/#.*$/, '') : '';
}
