// A word taken apart into letters, tone and capitals, and put together again. Pure.
//
//   readWord('Đường')    {letters: 'đương', tone: 2, capitals: [true, false, false, false, false]}
//   writeWord(word, 'old')
//
// Tones are numbered as VNI's keys are: 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng; 0: none.

import { tonePlace } from './syllable.js';

/** @typedef {{letters: string, tone: number, capitals: boolean[]}} Word  letters: lower case, without the tone, NFC */

const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const ANY_TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

/** @param {string} text @returns {Word} */
export function readWord(text) {
  const whole = [...text.normalize('NFC')];
  const word = { letters: '', tone: 0, capitals: whole.map((letter) => letter !== letter.toLowerCase()) };
  for (const letter of whole) {
    const parts = letter.toLowerCase().normalize('NFD');
    const tone = ANY_TONE.exec(parts)?.[0];
    // A second one stays where it is, as that of ñ does: no syllable has such a letter.
    const isOurs = tone && word.tone === 0 && /[aeiouy]/.test(parts[0]);
    if (isOurs) word.tone = TONES.indexOf(tone);
    word.letters += (isOurs ? parts.replace(tone, '') : parts).normalize('NFC');
  }
  return word;
}

/** @param {Word} word @param {import('./syllable.js').ToneStyle} style @returns {string} NFC */
export function writeWord({ letters, tone, capitals }, style) {
  const place = tone > 0 ? tonePlace(letters, style) : -1;
  const written = [...letters].map((letter, i) => {
    const toned = i === place ? letter + TONES[tone] : letter;
    return capitals[i] ? toned.toUpperCase() : toned;
  });
  return written.join('').normalize('NFC');
}
