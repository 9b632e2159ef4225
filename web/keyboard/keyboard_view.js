// A keyboard on the screen, in the reader's shadow root, for a kiosk that has none: types Vietnamese into the reader's
// fields, which hear of it as of any other keyboard.
//
//   const keyboard = attachKeyboard(root, { language: 'vi', method: 'telex', signal });    shown with the fields' focus
//   keyboard.reset();                                                                      as for the next person
//
// It lies over the lower edge of the reader (over the upper one where it would cover the field), takes no focus, and is
// in the page only while it is shown. Whether a tone is written as in hóa or hoá: option `tones`, `old` or `new`.

import { Composer, METHODS } from './composer.js';
import { commit, edit, takesWords } from './keyboard_field.js';
import { followFocus } from './keyboard_focus.js';
import { makeKey } from './keyboard_keys.js';
import { ICONS, nameOf, rowsOf } from './keyboard_layout.js';
import { followPresses } from './keyboard_press.js';
import { dress, keyboardStyle } from './keyboard_style.js';

/** @typedef {import('./composer.js').Method} Method */
/** @typedef {import('./keyboard_layout.js').Key} Key */
/**
 * @typedef {object} KeyboardOptions
 * @property {string} [language]  vi, en
 * @property {Method} [method]  of typing, after each reset
 * @property {import('./composer.js').ToneStyle} [tones]
 * @property {AbortSignal} [signal]  ends it
 * @property {(now: {shown: boolean, method: Method}) => void} [changed]
 */

/** Twice within this time, and Shift holds. */
const LOCK_MS = 400;

export class KeyboardView {
  /** @type {HTMLInputElement | null} */
  input = null;
  /** @type {import('./keyboard_layout.js').Page} */
  page = 'letters';
  /** @type {'off' | 'once' | 'locked'} */
  shift = 'off';
  /** The keys' buttons. @type {Map<HTMLButtonElement, Key>} */
  keys = new Map();
  /** What a field has asked of the device's own keyboard. @type {Map<HTMLInputElement, string>} */
  modes = new Map();

  /** @param {ShadowRoot} root @param {KeyboardOptions} [options] */
  constructor(root, { language = 'vi', method = 'telex', tones, signal, changed = () => {} } = {}) {
    const ending = signal ?? new AbortController().signal;
    this.root = root;
    this.language = language;
    this.usualMethod = this.method = method;
    this.composer = new Composer({ tones });
    this.changed = changed;
    this.shiftedAt = -Infinity;
    this.isEdited = false;
    this.board = document.createElement('div');
    this.board.className = 'board';
    this.element = document.createElement('div');
    this.element.setAttribute('role', 'group');
    this.element.append(this.board);
    followPresses(this.board, (button) => this.press(button), ending);
    // A theme may change by the hour.
    this.watch = new MutationObserver(() => dress(this.element, root));
    ending.addEventListener('abort', () => this.end());
  }

  get isShown() {
    return this.input !== null;
  }

  /** @param {HTMLInputElement} input  that has the focus */
  show(input) {
    if (input === this.input) return;
    this.hide();
    const mode = this.claim(input);
    this.input = input;
    this.isEdited = false;
    this.composer.forget();
    this.shift = 'off';
    this.page = /^(numeric|decimal|tel)$/.test(mode) ? 'figures' : 'letters';
    this.fill();
    this.place(input);
    this.tell();
  }

  hide() {
    const { input } = this;
    if (!input) return;
    this.input = null;
    this.watch.disconnect();
    this.element.remove();
    this.board.replaceChildren();
    this.keys.clear();
    for (const [field, mode] of this.modes) field.inputMode = mode;
    this.modes.clear();
    if (this.isEdited && input.isConnected) commit(input);
    this.tell();
  }

  /** Hidden, and as it was at the beginning: nothing of what the last person did is left. */
  reset() {
    this.hide();
    this.method = this.usualMethod;
    this.composer.forget();
  }

  end() {
    this.hide();
    this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter((sheet) => sheet !== keyboardStyle());
  }

  /** A device that has a keyboard of its own does not show it. @param {HTMLInputElement} input */
  claim(input) {
    const mode = this.modes.get(input) ?? input.inputMode;
    this.modes.set(input, mode);
    input.inputMode = 'none';
    return mode;
  }

  tell() {
    this.changed({ shown: this.isShown, method: this.method });
  }

  /** @param {HTMLInputElement} input */
  place(input) {
    const { root, element } = this;
    if (!root.adoptedStyleSheets.includes(keyboardStyle())) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, keyboardStyle()];
    }
    element.className = 'keyboard';
    element.setAttribute('aria-label', nameOf('keyboard', this.language));
    dress(element, root);
    root.append(element);
    const layer = root.querySelector('.layer');
    if (layer) this.watch.observe(layer, { attributeFilter: ['style'] });
    const [field, whole] = [input, element].map((it) => it.getBoundingClientRect());
    const height = this.board.offsetHeight;
    const isCovered = field.bottom > whole.bottom - height && field.top > whole.top + height;
    element.classList.toggle('above', isCovered);
  }

  /** Makes the keys of the page. */
  fill() {
    const { page, method, language, board } = this;
    const searches = this.input?.type === 'search';
    this.keys = new Map();
    const rows = rowsOf({ page, method, searches, language });
    rows.forEach((row, index) => row.forEach((key) => this.keys.set(makeKey(key, index + 1), key)));
    board.replaceChildren(...this.keys.keys());
    const last = [...this.keys.keys()].at(-1);
    last?.classList.add('main');
    this.showShift();
  }

  /** Letters as they will be typed. */
  showShift() {
    for (const [button, { does, text }] of this.keys) {
      if (does === 'shift') {
        button.setAttribute('aria-pressed', String(this.shift !== 'off'));
        button.querySelector('path')?.setAttribute('d', ICONS[this.shift === 'locked' ? 'lock' : 'shift']);
      } else if (does === 'character') {
        const written = this.shift === 'off' ? text : text.toUpperCase();
        if (/\p{L}/u.test(text)) button.setAttribute('aria-label', written);
        /** @type {Text} */ (button.firstChild).data = written;
      }
    }
  }

  /** @param {HTMLButtonElement} button */
  press(button) {
    const { input } = this;
    const key = this.keys.get(button);
    if (!key || !input) return;
    if (!input.isConnected) return this.hide();
    const { does, text } = key;
    if (does === 'character') this.type(input, this.shift === 'off' ? text : text.toUpperCase());
    else if (does === 'space') this.type(input, ' ');
    else if (does === 'erase') this.erase(input);
    else if (does === 'shift') this.pressShift();
    else if (does === 'done' || does === 'search') this.hide();
    else this.turn(does);
  }

  /** @param {HTMLInputElement} input @param {string} character */
  type(input, character) {
    // Figures of the page of figures are figures in VNI too.
    this.composer.method = this.page === 'figures' || !takesWords(input) ? 'plain' : this.method;
    this.isEdited =
      edit(input, 'insertText', (text, caret) => this.composer.type(text, caret, character)) || this.isEdited;
    if (this.shift !== 'once' || character === ' ') return;
    this.shift = 'off';
    this.showShift();
  }

  /** @param {HTMLInputElement} input */
  erase(input) {
    const erase = (/** @type {string} */ text, /** @type {number} */ caret) => this.composer.erase(text, caret);
    this.isEdited = edit(input, 'deleteContentBackward', erase) || this.isEdited;
  }

  pressShift() {
    const now = performance.now();
    const isTwice = this.shift === 'once' && now - this.shiftedAt < LOCK_MS;
    this.shift = isTwice ? 'locked' : this.shift === 'off' ? 'once' : 'off';
    this.shiftedAt = now;
    this.showShift();
  }

  /** @param {'page' | 'method'} what */
  turn(what) {
    if (what === 'page') this.page = this.page === 'letters' ? 'figures' : 'letters';
    else this.method = METHODS[(METHODS.indexOf(this.method) + 1) % METHODS.length];
    this.shift = 'off';
    this.fill();
    if (what === 'method') this.tell();
  }
}

/**
 * A keyboard that comes with the focus of a field in the root, and goes with it.
 * @param {ShadowRoot} root @param {KeyboardOptions} [options]
 */
export function attachKeyboard(root, options = {}) {
  const keyboard = new KeyboardView(root, options);
  followFocus(root, keyboard, options.signal);
  return keyboard;
}
