// What matches a query, out of the search parts of a bundle's segments (data/README.md, "A bundle") and nothing else.
//
//   const search = new BundleSearch(manifest.segments, part);
//   const found = await search.matching(['duong', 'cao', 't'], manifest.numbers);  // found[number] is 1 or 0

import { Malformed } from './bundle_error.js';
import { NumberReader } from './bundle_numbers.js';
import { findTerms } from './bundle_terms.js';

/** @typedef {import('./bundle_manifest.js').Table} Table */
/** @typedef {import('./bundle_manifest.js').Segment} Segment */
/** @typedef {(table: Table, number: number) => Promise<Uint8Array>} GivePart  content, verified */

const LONGEST_TERM = 40;
const KEPT_BYTES = 8 << 20;

export class BundleSearch {
  #segments;
  #part;
  /** Contents by table, newest last. @type {Map<Table, Map<number, Promise<Uint8Array>>>} */
  #kept = new Map();
  #keptBytes = 0;

  /** @param {Segment[]} segments @param {GivePart} part */
  constructor(segments, part) {
    this.#segments = segments;
    this.#part = part;
  }

  /**
   * A byte an article: 1 where all of `words` occur, the last one as the beginning of a word, the others whole.
   * @param {string[]} words  folded, in the query's order @param {number} numbers  how many articles were given
   * @returns {Promise<Uint8Array>}
   */
  async matching(words, numbers) {
    const found = new Uint8Array(numbers);
    if (words.length === 0) return found.fill(1);
    const terms = words.map(asTerm);
    const each = await Promise.all(this.#segments.map((segment) => this.#matchingOf(segment, terms)));
    // A later segment knows better what an article says now.
    this.#segments.forEach(({ covers }, i) => spread(covers, each[i], found));
    return found;
  }

  /** By ordinal. @param {Segment} segment @param {Uint8Array[]} terms */
  async #matchingOf(segment, terms) {
    const size = segment.covers.reduce((sum, [, count]) => sum + count, 0);
    const last = terms.length - 1;
    const marks = await Promise.all(terms.map((term, i) => this.#marksOf(segment, term, i === last, size)));
    const all = marks[0];
    for (const other of marks.slice(1)) for (let i = 0; i < size; ++i) all[i] &= other[i];
    return all;
  }

  /** @param {Segment} segment @param {Uint8Array} term @param {boolean} isPrefix @param {number} size */
  async #marksOf(segment, term, isPrefix, size) {
    const give = (/** @type {Table} */ table, /** @type {number} */ number) => this.#give(table, number);
    const entries = await findTerms(segment.terms, term, isPrefix, give);
    const marks = new Uint8Array(size);
    await Promise.all(
      entries.map(async ({ part, begin }) => {
        mark(new NumberReader(await give(segment.postings, part), 'S', begin), marks);
      }),
    );
    return marks;
  }

  /** @param {Table} table @param {number} number @returns {Promise<Uint8Array>} */
  #give(table, number) {
    const parts = this.#kept.get(table) ?? new Map();
    this.#kept.set(table, parts);
    let content = parts.get(number);
    if (content) return content;
    content = this.#part(table, number);
    parts.set(number, content);
    content.then(
      (/** @type {Uint8Array} */ { length }) => this.#keep(length),
      () => parts.delete(number),
    );
    return content;
  }

  // What a reader types comes back to the same few parts; which ones went longest ago is not worth knowing.
  /** @param {number} bytes */
  #keep(bytes) {
    this.#keptBytes += bytes;
    if (this.#keptBytes <= KEPT_BYTES) return;
    this.#kept.clear();
    this.#keptBytes = 0;
  }
}

/** As much of a word as terms have, never half a character. @param {string} word */
function asTerm(word) {
  const bytes = new TextEncoder().encode(word);
  if (bytes.length <= LONGEST_TERM) return bytes;
  let end = LONGEST_TERM;
  while ((bytes[end] & 0xc0) === 0x80) --end;
  return bytes.subarray(0, end);
}

/** Marks the ordinals of a list. @param {NumberReader} reader @param {Uint8Array} marks */
function mark(reader, marks) {
  const head = reader.next();
  if (head % 2) return markDense(reader.take(reader.next()), marks);
  for (let left = head / 2, next = 0; left > 0; --left) {
    next += reader.next();
    if (next >= marks.length) throw new Malformed('a list has an ordinal too large');
    marks[next++] = 1;
  }
}

/** @param {Uint8Array} bits  an ordinal each, the lowest of a byte first @param {Uint8Array} marks */
function markDense(bits, marks) {
  const size = Math.min(marks.length, 8 * bits.length);
  for (let ordinal = 0; ordinal < size; ++ordinal) marks[ordinal] |= (bits[ordinal >> 3] >> (ordinal & 7)) & 1;
}

/** @param {[number, number][]} covers @param {Uint8Array} marks  by ordinal @param {Uint8Array} found  by number */
function spread(covers, marks, found) {
  let ordinal = 0;
  for (const [first, count] of covers) {
    found.set(marks.subarray(ordinal, ordinal + count), first);
    ordinal += count;
  }
}
