// The keys of a keyboard as they lie now: which page, and whether letters are capitals. Knows nothing of fields.
//
//   const board = new Board((key, text) => …, signal);    text: what a key of a character types
//   board.lay({ page: 'letters', method: 'telex', searches: true, language: 'vi' });

import { makeKey } from './keyboard_keys.js';
import { ICONS, rowsOf } from './keyboard_layout.js';
import { followPresses } from './keyboard_press.js';

/** @typedef {import('./keyboard_layout.js').Key} Key */

/** Twice within this time, and Shift holds. */
const LOCK_MS = 400;

export class Board {
  /** @type {Map<HTMLButtonElement, Key>} */
  keys = new Map();
  /** @type {'off' | 'once' | 'locked'} */
  shift = 'off';
  shiftedAt = -Infinity;

  /** @param {(key: Key, text: string) => void} pressed @param {AbortSignal} signal */
  constructor(pressed, signal) {
    this.pressed = pressed;
    this.element = document.createElement('div');
    this.element.className = 'board';
    followPresses(this.element, (button) => this.press(button), signal);
  }

  /** @param {Parameters<typeof rowsOf>[0]} what */
  lay(what) {
    const rows = rowsOf(what).map((row, index) =>
      row.map((key) => /** @type {const} */ ([makeKey(key, index + 1), key])),
    );
    this.keys = new Map(rows.flat());
    this.element.replaceChildren(...this.keys.keys());
    this.element.lastElementChild?.classList.add('main');
    this.setShift('off');
  }

  clear() {
    this.keys.clear();
    this.element.replaceChildren();
  }

  /** @param {HTMLButtonElement} button */
  press(button) {
    const key = this.keys.get(button);
    if (key?.does === 'shift') this.pressShift();
    else if (key) this.pressed(key, this.written(key.text));
    if (key?.does === 'character' && this.shift === 'once') this.setShift('off');
  }

  pressShift() {
    const now = performance.now();
    const isTwice = this.shift === 'once' && now - this.shiftedAt < LOCK_MS;
    const next = this.shift === 'off' ? 'once' : 'off';
    this.shiftedAt = now;
    this.setShift(isTwice ? 'locked' : next);
  }

  /** @param {'off' | 'once' | 'locked'} shift */
  setShift(shift) {
    this.shift = shift;
    for (const [button, { does, text }] of this.keys) {
      if (does === 'shift') {
        button.setAttribute('aria-pressed', String(shift !== 'off'));
        button.querySelector('path')?.setAttribute('d', ICONS[shift === 'locked' ? 'lock' : 'shift']);
      } else if (does === 'character') {
        /** @type {Text} */ (button.firstChild).data = this.written(text);
      }
    }
  }

  /** @param {string} text */
  written(text) {
    return this.shift === 'off' ? text : text.toUpperCase();
  }
}
