// What the keys of Telex and VNI do to a word besides adding a letter: tones, and the marks of letters. Pure.
//
//   mark(readWord('duong'), 'w', 'telex', 'duong')     the word "dương"
//   unmark(readWord('dương'), 'w', 'telex', 'duongw')  the word "duong"; the key itself is a letter then
//
// Both give null where the key has nothing to do here.

import { bearsTone, isPossible, isVowelless, split } from './syllable.js';

/** @typedef {import('./word.js').Word} Word */
/** @typedef {'telex' | 'vni'} Method */

/** By number of the tone; the first takes it away. */
const TONE_KEYS = { telex: 'zsfrxj', vni: '012345' };

/** What becomes of which letters of the rhyme. @typedef {[letters: RegExp, made: string]} Change @type {Record<string, Change>} */
const CHANGES = {
  hatA: [/[aă]/g, 'â'],
  hatE: [/e/g, 'ê'],
  hatUO: [/[uư][oơ]/g, 'uô'],
  hatO: [/[oơ]/g, 'ô'],
  hornUO: [/[uư][oôơ]/g, 'ươ'],
  hornU: [/u/g, 'ư'],
  hornO: [/[oô]/g, 'ơ'],
  breve: [/[aâ]/g, 'ă'],
};
const { hatA, hatE, hatUO, hatO, hornUO, hornU, hornO, breve } = CHANGES;
/** In the order they are tried. @type {Record<Method, Record<string, Change[]>>} */
const MARK_KEYS = {
  telex: { a: [hatA], e: [hatE], o: [hatUO, hatO], w: [hornUO, hornU, hornO, breve], d: [] },
  vni: { 6: [hatA, hatE, hatUO, hatO], 7: [hornUO, hornU, hornO], 8: [breve], 9: [] },
};
/** @type {Record<string, string>} */
const PLAIN = { â: 'a', ă: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd' };
/** Which marked letters a key's repetition makes plain. */
const MADE = { telex: { a: 'â', e: 'ê', o: 'ô', w: 'ăơư', d: 'đ' }, vni: { 6: 'âêô', 7: 'ơư', 8: 'ă', 9: 'đ' } };

/** @param {Word} word */
export const stands = ({ letters, tone }) => isPossible(letters) && bearsTone(letters, tone);

/**
 * @param {Word} word @param {string} key @param {Method} method @param {string} typed  the keys that made the word
 * @returns {Word | null}
 */
export function mark(word, key, method, typed) {
  const lower = key.toLowerCase();
  const tone = TONE_KEYS[method].indexOf(lower);
  if (tone >= 0 && tone !== word.tone && split(word.letters)[1] && bearsTone(word.letters, tone)) {
    return { ...word, tone };
  }
  for (const letters of candidates(word.letters, lower, method)) {
    if (letters !== word.letters && stands({ ...word, letters })) return { ...word, letters };
  }
  // "uwo" and a letter more have made "ươ" already: this is the hook of the o, typed late.
  if (/^[w7]$/.test(lower) && word.letters.includes('ươ') && /u[w7]o[^w7]*$/i.test(typed)) return word;
  return lower === 'w' && method === 'telex' ? grow(word, key, 'ư') : null;
}

/** What the word may be with the key's mark, the likeliest first. @param {string} letters @param {string} key @param {Method} method */
function* candidates(letters, key, method) {
  if (/[d9]/.test(key) && key in MARK_KEYS[method] && letters.startsWith('d')) yield `đ${letters.slice(1)}`;
  const [onset, rhyme] = split(letters);
  // thuở, huơ: as long as nothing follows.
  if (/[w7]/.test(key) && /^(h|kh|th)$/.test(onset) && /^u[oô]$/.test(rhyme)) yield `${onset}uơ`;
  for (const [pattern, made] of MARK_KEYS[method][key] ?? []) {
    for (const { 0: found, index } of rhyme.matchAll(pattern)) {
      yield onset + rhyme.slice(0, index) + made + rhyme.slice(index + found.length);
    }
  }
}

/** @param {Word} word @param {string} key @param {Method} method @param {string} typed @returns {Word | null} */
export function unmark(word, key, method, typed) {
  const lower = key.toLowerCase();
  const { letters, tone, capitals } = word;
  if (tone > 0 && TONE_KEYS[method].indexOf(lower) === tone) return { ...word, tone: 0 };
  // The key alone made the whole letter.
  if (lower === 'w' && letters.endsWith('ư') && /(^|[^aou])w$/i.test(typed)) {
    return { letters: letters.slice(0, -1), tone, capitals: capitals.slice(0, -1) };
  }
  /** @type {Record<string, string>} */
  const made = MADE[method];
  const plain = [...letters].map((letter) => (made[lower]?.includes(letter) ? PLAIN[letter] : letter)).join('');
  return plain === letters ? null : { ...word, letters: plain };
}

/**
 * The key of đ in what is no syllable but may be an abbreviation, since it has no vowel: HĐND, QĐ. Again, and it is a letter.
 * @param {Word} word @param {string} key @param {Method} method @returns {Word | null}
 */
export function bar(word, key, method) {
  const { letters } = word;
  const isBar = MADE[method][/** @type {never} */ (key.toLowerCase())] === 'đ';
  return isBar && /(^|[^d])d$/.test(letters) && isVowelless(letters)
    ? { ...word, letters: `${letters.slice(0, -1)}đ` }
    : null;
}

/** With one more letter, where there can be one. @param {Word} word @param {string} key @param {string} [letter] @returns {Word | null} */
export function grow(word, key, letter = key.toLowerCase()) {
  const [onset, rhyme] = split(word.letters + letter);
  const capitals = [...word.capitals, key !== key.toLowerCase()];
  // Before anything else both have the hook: "thuơ" and n, "dưo" and n.
  const both = { letters: onset + rhyme.replace(/^(uơ|ưo)(?=.)/, 'ươ'), tone: word.tone, capitals };
  if (stands(both)) return both;
  const grown = { ...both, letters: onset + rhyme };
  return stands(grown) ? grown : null;
}
