// The numbers in a bundle's binary parts (data/README.md, "Parts"). What cannot be throws Malformed.

import { Malformed } from './bundle_error.js';

/** The day of an article without one. */
export const UNDATED = -2147483648;

/** Reads varints (seven bits a byte, lowest first) behind a part's letter. */
export class NumberReader {
  #bytes;
  #at;

  /** @param {Uint8Array} bytes @param {string} letter  of the part's kind @param {number} [at]  where it begins to read */
  constructor(bytes, letter, at = 1) {
    if (bytes[0] !== letter.charCodeAt(0)) throw new Malformed(`no part of kind ${letter}`);
    this.#bytes = bytes;
    this.#at = at;
  }

  get isDone() {
    return this.#at >= this.#bytes.length;
  }

  /** At least 0, below 2^53. */
  next() {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 42; scale *= 128) {
      if (this.isDone) throw new Malformed('a part ends within a number');
      const byte = this.#bytes[this.#at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new Malformed('a number is too large');
  }

  /** @param {number} count  of bytes */
  take(count) {
    const taken = this.#bytes.subarray(this.#at, this.#at + count);
    if (taken.length < count) throw new Malformed('a part ends too early');
    this.#at += count;
    return taken;
  }

  /** 0, 1, 2, 3 … as 0, -1, 1, -2 … */
  nextSigned() {
    const value = this.next();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }
}

/**
 * The numbers of the articles there are, in list order.
 * @param {Uint8Array} part  `order` @param {number} count  of articles @param {number} numbers  that were given
 */
export function readOrder(part, count, numbers) {
  const reader = new NumberReader(part, 'O');
  const order = new Uint32Array(count);
  const seen = new Uint8Array(numbers);
  let filled = 0;
  let end = 0;
  while (!reader.isDone) {
    const first = end + reader.nextSigned();
    end = first + reader.next();
    if (first < 0 || end === first || end > numbers || filled + end - first > count)
      throw new Malformed('the order goes too far');
    for (let number = first; number < end; ++number) {
      if (seen[number]++) throw new Malformed(`the order has ${number} twice`);
      order[filled++] = number;
    }
  }
  if (filled !== count) throw new Malformed(`the order has ${filled} of ${count} articles`);
  return order;
}

/**
 * Days (since 1970-01-01, or UNDATED) and indices of departments of the numbers from `first` on.
 * @param {Uint8Array} part  of `columns`
 * @param {{days: Int32Array, departments: Uint16Array}} columns  by number, to be filled
 * @param {number} first  number of the part @param {number} count  of its numbers @param {number} departments
 */
export function readColumns(part, columns, first, count, departments) {
  const reader = new NumberReader(part, 'C');
  if (reader.next() !== count) throw new Malformed(`the columns from ${first} on have not ${count} numbers`);
  let last = 0;
  for (let number = first; number < first + count; ++number) {
    columns.days[number] = UNDATED;
    const value = reader.next();
    if (!value) continue;
    last -= value % 2 ? (value - 1) / 2 : -value / 2;
    if (last !== (last | 0)) throw new Malformed(`the day of ${number} goes too far`);
    columns.days[number] = last;
  }
  for (let number = first; number < first + count; ++number) {
    const department = reader.next();
    if (department && department >= departments) throw new Malformed(`there is no department ${department}`);
    columns.departments[number] = department;
  }
}

/** The ordinals that an `ids` part has for a key. @param {Uint8Array} part @param {number} wanted  32 bits */
export function readIds(part, wanted) {
  const reader = new NumberReader(part, 'I');
  const ordinals = [];
  let key = 0;
  while (!reader.isDone && key <= wanted) {
    key += reader.next();
    const ordinal = reader.next();
    if (key === wanted) ordinals.push(ordinal);
  }
  return ordinals;
}

/** The number of a segment's ordinal. @param {[number, number][]} covers  runs: first, count @param {number} ordinal */
export function numberAt(covers, ordinal) {
  let left = ordinal;
  for (const [first, count] of covers) {
    if (left < count) return first + left;
    left -= count;
  }
  throw new Malformed(`a segment has no ordinal ${ordinal}`);
}
