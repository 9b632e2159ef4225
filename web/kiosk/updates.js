// Asks for news while nobody is there, and shows them only then, or when an operator wants to see them.
//
//   const updates = new Updates({ clock, minutes: 30, client, show: (serial) => …, note });
//   updates.start(signal);
//   updates.turn(isIdle);

import { repeat } from './clock.js';

const MINUTE = 60_000;

/**
 * @typedef {object} UpdatesOptions
 * @property {import('./clock.js').Clock} clock
 * @property {number} minutes
 * @property {import('./panel.js').Client & {onChange?: (changed: () => void) => void}} client
 * @property {(serial: number) => void} show
 * @property {(event: string, detail: string) => void} note
 */

export class Updates {
  isIdle = false;
  #isDue = false;
  #isAsking = false;
  /** Serial, or mark, of what is shown. @type {number | undefined} */
  shown;

  /** @param {UpdatesOptions} options */
  constructor(options) {
    this.options = options;
  }

  /** @param {AbortSignal} signal */
  async start(signal) {
    const { clock, minutes, client } = this.options;
    repeat(clock, minutes * MINUTE, () => this.#due(), signal);
    client.onChange?.(() => void this.#compare());
    this.shown ??= await this.#there();
    await this.#ask();
  }

  /** @param {boolean} isIdle */
  turn(isIdle) {
    this.isIdle = isIdle;
    if (!isIdle) return;
    if (this.#isDue) this.#ask();
    else this.#compare();
  }

  /** Also while somebody is there. */
  showNow() {
    return this.#compare(true);
  }

  #due() {
    this.#isDue = true;
    if (this.isIdle) this.#ask();
  }

  async #ask() {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#isDue = false;
    const { client, note } = this.options;
    try {
      await client.update();
    } catch (error) {
      note('update', /** @type {any} */ (error)?.code ?? String(error));
    }
    this.#isAsking = false;
    await this.#compare();
  }

  /** Serial, or mark, of what the next load shows; undefined: nobody knows. */
  async #there() {
    try {
      const { serial, mark } = await this.options.client.status();
      return serial ?? mark;
    } catch (error) {
      this.options.note('update', String(error));
      return undefined;
    }
  }

  async #compare(isAsked = false) {
    const serial = await this.#there();
    // What the page has shown from the start was not kept by then: it is what is kept first.
    this.shown ??= serial;
    if (serial === undefined || serial === this.shown || !(this.isIdle || isAsked)) return;
    this.shown = serial;
    this.options.note('update-shown', String(serial));
    this.options.show(serial);
  }
}
