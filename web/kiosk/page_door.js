// The operator's door where no element has one, because none runs: the same corner, the same PIN, the same panel, of the
// page itself. While somebody is in there the page is not loaded anew; it is when they leave the panel.
//
//   const door = new PageDoor({ root, clock, lock, isNeeded: () => …, panel: () => ({ … }), … });
//   door.reload();                  now, or when nobody is in there any more

import { closeDialogs } from './dom.js';
import { Idle } from './idle.js';
import { followLongPress } from './long_press.js';
import { openPanel } from './panel.js';
import { askPin } from './pin_pad.js';

/**
 * @typedef {object} DoorOptions
 * @property {ShadowRoot} root  for the dialogs
 * @property {import('./clock.js').Clock} clock
 * @property {import('./pin_lock.js').PinLock | null} lock  null: there is no door
 * @property {string} language
 * @property {number} idleMs  nobody is there then
 * @property {() => boolean} isNeeded  no element has a door
 * @property {() => import('./panel.js').PanelOptions} panel
 * @property {() => void} reload
 * @property {(event: string, detail: string) => void} note
 * @property {AbortSignal} signal
 */

export class PageDoor {
  #isWanted = false;
  #isWorking = false;

  /** @param {DoorOptions} options */
  constructor(options) {
    this.options = options;
    const { clock, lock, signal } = options;
    if (lock) followLongPress(document.documentElement, clock, () => options.isNeeded() && this.#ask(lock), signal);
  }

  get #isOpen() {
    return this.options.root.querySelector('dialog') !== null;
  }

  reload() {
    this.#isWanted = this.#isOpen;
    if (!this.#isOpen) this.options.reload();
  }

  /** @param {import('./pin_lock.js').PinLock} lock */
  #ask(lock) {
    if (this.#isOpen) return;
    const { root, language, note } = this.options;
    const ending = this.#visit();
    const pad = askPin(root, { lock, language, note, opened: () => this.#open(ending) });
    pad.addEventListener('close', () => this.#closed(ending));
  }

  /** @param {AbortController} ending */
  #open(ending) {
    // Whatever was done there is seen at once.
    this.#isWanted = true;
    const working = (/** @type {boolean} */ is) => (this.#isWorking = is);
    const panel = openPanel(this.options.root, { ...this.options.panel(), working });
    panel.addEventListener('close', () => this.#closed(ending));
  }

  /** Whoever has opened it and gone away leaves no open panel. */
  #visit() {
    const { clock, idleMs, root } = this.options;
    const ending = new AbortController();
    const isBusy = () => this.#isWorking;
    const idle = new Idle({ clock, ms: idleMs, isBusy, left: () => closeDialogs(root), came: () => {} });
    idle.follow(document, ending.signal);
    return ending;
  }

  /** @param {AbortController} ending */
  #closed(ending) {
    if (this.#isOpen) return;
    ending.abort();
    if (this.#isWanted) this.reload();
  }
}
