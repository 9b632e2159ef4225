// Where the postings of a word lie: the dictionary of a bundle's segment, of which a look-up reads one part, or a few.

import { Malformed } from './bundle_error.js';
import { NumberReader } from './bundle_numbers.js';

/** @typedef {import('./bundle_manifest.js').Table} Table */
/** @typedef {{part: number, begin: number}} Place  of an entry: the part of postings and its first byte in there */
/** @typedef {{term: Uint8Array, place: Place}} Entry */
/** @typedef {(table: Table, number: number) => Promise<Uint8Array>} GivePart */

const PREFIX_MARK = 0x2a;
/** Prefixes of more terms have an entry of their own. */
const MOST_TERMS = 8;

/**
 * The entries whose lists together hold what has the term, or what has a word that begins so.
 * @param {Table & {first: string[]}} terms @param {Uint8Array} term  UTF-8 @param {boolean} isPrefix @param {GivePart} give
 * @returns {Promise<Place[]>}
 */
export async function findTerms(terms, term, isPrefix, give) {
  const dictionary = new Dictionary(terms, give);
  if (!isPrefix) return dictionary.find(term);
  const whole = await dictionary.find(Uint8Array.of(...term, PREFIX_MARK));
  return whole.length > 0 ? whole : dictionary.beginning(term);
}

class Dictionary {
  /** @param {Table & {first: string[]}} terms @param {GivePart} give */
  constructor(terms, give) {
    this.table = terms;
    this.give = give;
    const encoder = new TextEncoder();
    this.first = (/** @type {number} */ part) => encoder.encode(terms.first[part]);
  }

  /** @param {Uint8Array} term */
  async find(term) {
    if (this.table.parts === 0) return [];
    const entries = await this.entries(this.partOf(term));
    return entries.filter((entry) => compare(entry.term, term) === 0).map(({ place }) => place);
  }

  /** @param {Uint8Array} prefix */
  async beginning(prefix) {
    const found = [];
    for (let part = this.partOf(prefix); part < this.table.parts; ++part) {
      const first = this.first(part);
      if (compare(first, prefix) > 0 && !beginsWith(first, prefix)) break;
      for (const { term, place } of await this.entries(part)) {
        if (beginsWith(term, prefix) && term[term.length - 1] !== PREFIX_MARK) found.push(place);
      }
    }
    if (found.length > MOST_TERMS) throw new Malformed('a prefix of many terms has no entry');
    return found;
  }

  /** The last part that does not begin behind `term`. @param {Uint8Array} term */
  partOf(term) {
    let [low, high] = [0, this.table.parts];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (compare(this.first(middle), term) <= 0) low = middle;
      else high = middle;
    }
    return low;
  }

  /** @param {number} part @returns {Promise<Entry[]>} */
  async entries(part) {
    return readEntries(await this.give(this.table, part));
  }
}

/** @param {Uint8Array} part @returns {Entry[]} */
function readEntries(part) {
  const reader = new NumberReader(part, 'T');
  let place = { part: reader.next(), begin: reader.next() };
  for (let skipped = 0; skipped < 4; ++skipped) reader.next();
  /** @type {Entry[]} */
  const entries = [];
  let term = new Uint8Array();
  let bytes = 0;
  while (!reader.isDone) {
    const shared = term.subarray(0, reader.next());
    term = Uint8Array.of(...shared, ...reader.take(reader.next()));
    reader.next();
    const step = reader.next();
    place = step > 0 ? { part: place.part + step, begin: 1 } : { part: place.part, begin: place.begin + bytes };
    bytes = reader.next();
    for (let skipped = 0; skipped < 4; ++skipped) reader.next();
    entries.push({ term, place });
  }
  return entries;
}

/** In byte order. @param {Uint8Array} a @param {Uint8Array} b */
function compare(a, b) {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; ++i) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** @param {Uint8Array} term @param {Uint8Array} prefix */
function beginsWith(term, prefix) {
  return term.length >= prefix.length && compare(term.subarray(0, prefix.length), prefix) === 0;
}
