// A keyboard on the screen, in the reader's shadow root, for a kiosk that has none: types Vietnamese into the reader's
// fields, which hear of it as of any other keyboard.
//
//   const keyboard = attachKeyboard(root, { language: 'vi', method: 'telex', signal });    shown with the fields' focus
//   keyboard.reset();                                                                      as for the next person
//
// It lies over the lower edge of the reader (over the upper one where it would cover the field), takes no focus, and is
// in the page only while it is shown. Whether a tone is written as in hóa or hoá: option `tones`, `old` or `new`.

import { Composer, METHODS } from './composer.js';
import { Board } from './keyboard_board.js';
import { commit, edit, takesWords } from './keyboard_field.js';
import { followFocus } from './keyboard_focus.js';
import { nameOf } from './keyboard_layout.js';
import { dress, keyboardStyle } from './keyboard_style.js';

/** @typedef {import('./composer.js').Method} Method */
/**
 * @typedef {object} KeyboardOptions
 * @property {string} [language]  vi, en
 * @property {Method} [method]  of typing, after each reset
 * @property {import('./composer.js').ToneStyle} [tones]
 * @property {AbortSignal} [signal]  ends it
 * @property {(now: {shown: boolean, method: Method}) => void} [changed]
 */

export class KeyboardView {
  /** @type {HTMLInputElement | null} */
  input = null;
  /** @type {import('./keyboard_layout.js').Page} */
  page = 'letters';
  isEdited = false;
  /** What fields have asked of the device's own keyboard. @type {Map<HTMLInputElement, string>} */
  modes = new Map();

  /** @param {ShadowRoot} root @param {KeyboardOptions} [options] */
  constructor(root, { language = 'vi', method = 'telex', tones, signal, changed = () => {} } = {}) {
    const ending = signal ?? new AbortController().signal;
    this.root = root;
    this.language = language;
    this.usualMethod = this.method = method;
    this.composer = new Composer({ tones });
    this.changed = changed;
    this.board = new Board((key, text) => this.press(key, text), ending);
    this.element = document.createElement('div');
    this.element.setAttribute('role', 'group');
    this.element.append(this.board.element);
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
    this.page = /^(numeric|decimal|tel)$/.test(mode) ? 'figures' : 'letters';
    this.lay();
    this.place(input);
    this.tell();
  }

  hide() {
    const { input } = this;
    if (!input) return;
    this.input = null;
    this.watch.disconnect();
    this.element.remove();
    this.board.clear();
    for (const [field, mode] of this.modes) field.inputMode = mode;
    this.modes.clear();
    if (this.isEdited && input.isConnected) commit(input);
    this.tell();
  }

  /** Hidden, and as it was at the beginning: nothing of what the last person did is left. */
  reset() {
    this.method = this.usualMethod;
    this.composer.forget();
    this.hide();
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

  lay() {
    const { page, method, language } = this;
    this.board.lay({ page, method, language, searches: this.input?.type === 'search' });
  }

  /** @param {HTMLInputElement} input */
  place(input) {
    const { root, element } = this;
    if (!root.adoptedStyleSheets.includes(keyboardStyle())) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, keyboardStyle()];
    }
    element.className = 'keyboard';
    element.lang = this.language;
    element.setAttribute('aria-label', nameOf('keyboard', this.language));
    dress(element, root);
    root.append(element);
    const layer = root.querySelector('.layer');
    if (layer) this.watch.observe(layer, { attributeFilter: ['style'] });
    const [field, whole] = [input, element].map((it) => it.getBoundingClientRect());
    const height = this.board.element.offsetHeight;
    const isCovered = field.bottom > whole.bottom - height && field.top > whole.top + height;
    element.classList.toggle('above', isCovered);
  }

  /** @param {import('./keyboard_layout.js').Key} key @param {string} text */
  press({ does }, text) {
    const { input } = this;
    if (!input) return;
    if (!input.isConnected || does === 'done' || does === 'search') this.hide();
    else if (does === 'character') this.type(input, text);
    else if (does === 'space') this.type(input, ' ');
    else if (does === 'erase') this.erase(input);
    else if (does === 'page') this.turnPage();
    else if (does === 'method') this.changeMethod();
  }

  /** @param {HTMLInputElement} input @param {string} character */
  type(input, character) {
    // Figures of the page of figures are figures in VNI too.
    this.composer.method = this.page === 'figures' || !takesWords(input) ? 'plain' : this.method;
    const change = (/** @type {string} */ text, /** @type {number} */ caret) =>
      this.composer.type(text, caret, character);
    if (edit(input, 'insertText', change)) this.isEdited = true;
  }

  /** @param {HTMLInputElement} input */
  erase(input) {
    const change = (/** @type {string} */ text, /** @type {number} */ caret) => this.composer.erase(text, caret);
    if (edit(input, 'deleteContentBackward', change)) this.isEdited = true;
  }

  turnPage() {
    this.page = this.page === 'letters' ? 'figures' : 'letters';
    this.lay();
  }

  changeMethod() {
    this.method = METHODS[(METHODS.indexOf(this.method) + 1) % METHODS.length];
    this.lay();
    this.tell();
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
