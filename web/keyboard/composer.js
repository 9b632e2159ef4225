// Typing Vietnamese by the keys of Telex or VNI: what a text becomes by one key more. Pure; no page needed.
//
//   const composer = new Composer({ method: 'telex', tones: 'old' });
//   let text = '', caret = 0;
//   for (const key of 'dduwowngf') ({ text, caret } = composer.type(text, caret, key));    // "đường"
//   ({ text, caret } = composer.erase(text, caret));
//
// A key changes the word before the caret: a tone, or the mark of a letter, may come as soon as its vowel is there or at
// the end of the word. The same key again takes it back and is a letter. What no Vietnamese word begins with is left as it
// was typed: "windows". Tones are written as in hóa (`old`) or hoá (`new`). What is composed is NFC.
//
// A composer remembers the keys of the word it is in, and only as long as the text before the caret is what it left.

import { bar, grow, mark, stands, unmark } from './marking.js';
import { isVowelless } from './syllable.js';
import { readWord, writeWord } from './word.js';

/** @typedef {'telex' | 'vni' | 'plain'} Method */
/** @typedef {import('./syllable.js').ToneStyle} ToneStyle */
/** @typedef {{text: string, caret: number}} Edited */
/** A word and the keys that made it. @typedef {{word: string, typed: string}} Step */

/** @type {readonly Method[]} */
export const METHODS = ['telex', 'vni', 'plain'];

export class Composer {
  /** @param {{method?: Method, tones?: ToneStyle}} [options] */
  constructor({ method = 'telex', tones = 'old' } = {}) {
    this.method = method;
    this.tones = tones;
    this.forget();
  }

  /** Another field, or another text in it. */
  forget() {
    /** What stood before the caret after the last key. @type {string} */
    this.before = '';
    /** The keys of its last word. @type {string} */
    this.typed = '';
    /** What it was before a key that made the word plain again. @type {{before: string, typed: string} | null} */
    this.undone = null;
  }

  /** @param {string} text @param {number} caret @param {string} key  one character @returns {Edited} */
  type(text, caret, key) {
    const before = text.slice(0, caret);
    const word = lastWord(before);
    const typed = before === this.before ? this.typed : word;
    const next = this.next({ word, typed }, key);
    const isPlainAgain = word !== typed && next.word === typed + key;
    this.undone = isPlainAgain ? { before, typed } : null;
    this.before = before.slice(0, before.length - word.length) + next.word;
    // A figure ends a word, a key of VNI as well where it is one.
    const left = lastWord(this.before);
    this.typed = left === next.word ? next.typed : left;
    return { text: this.before + text.slice(caret), caret: this.before.length };
  }

  /**
   * The character before the caret is taken away; right after a key that made a word plain, that key's doing.
   * @param {string} text @param {number} caret @returns {Edited}
   */
  erase(text, caret) {
    const before = text.slice(0, caret);
    const undone = before === this.before ? this.undone : null;
    const left = undone?.before ?? before.replace(/(\P{M}\p{M}*|\p{M}+)$/u, '');
    this.before = left;
    this.typed = undone?.typed ?? lastWord(left);
    this.undone = null;
    return { text: left + text.slice(caret), caret: left.length };
  }

  /** @param {Step} step @param {string} key @returns {Step} */
  next({ word, typed }, key) {
    const { method, tones } = this;
    if (method === 'plain') return { word: word + key, typed: typed + key };
    if (!/^(\p{L}|\d)$/u.test(key) || (method === 'telex' && /\d/.test(key))) {
      return { word: (isMistaken(word, typed) ? typed : word) + key, typed: '' };
    }
    const now = readWord(word);
    const isWord = stands(now);
    const changed = isWord ? mark(now, key, method, typed) : bar(now, key, method);
    if (changed) return { word: writeWord(changed, tones), typed: typed + key };
    const plain = isWord || isAbbreviated(now.letters) ? unmark(now, key, method, typed) : null;
    if (plain) return settled(writeWord(plain, tones) + key);
    const grown = isWord ? grow(now, key) : null;
    if (grown) return { word: writeWord(grown, tones), typed: typed + key };
    // An abbreviation keeps its đ.
    const isKept = !isWord || isVowelless(now.letters);
    return isKept ? { word: word + key, typed: typed + key } : settled(typed + key);
  }
}

/**
 * One key without what came before it, by a composer of its own.
 * @param {string} text @param {number} caret @param {string} key @param {Method} method @param {ToneStyle} [tones]
 */
export const compose = (text, caret, key, method, tones) => new Composer({ method, tones }).type(text, caret, key);

/** @param {string} word @returns {Step} */
const settled = (word) => ({ word, typed: word });

/** @param {string} before */
const lastWord = (before) => /[\p{L}\p{M}]*$/u.exec(before)?.[0] ?? '';

/** Up to its đ: HĐ, QĐ. @param {string} letters */
const isAbbreviated = (letters) => letters.endsWith('đ') && isVowelless(letters);

/** "data", "photo": a late mark that has not led to a word, since before a stop there is always a tone. @param {string} word @param {string} typed */
const isMistaken = (word, typed) => /([aeo])([ckpt]|ch)\1$/i.test(typed) && readWord(word).tone === 0 && word !== typed;
