// What a kiosk shows while nobody is there: the newest headlines, one at a time.
//
//   const attract = new Attract({ clock, headlines: () => […], view, hidden: () => document.hidden });
//   attract.start();                  until attract.end()
//   attract.look();                   the page is seen again, or no more
//   attract.renew();                  there are other news: what was withdrawn is not shown again
//
// While the page is not seen nothing runs. Headlines are asked for again at the end of each round.

/**
 * @typedef {object} AttractView
 * @property {(headline: import('./headlines.js').Headline, number: number) => void} show
 * @property {(event: Event | null) => void} hide  event: what ends it
 *
 * @typedef {object} AttractOptions
 * @property {import('./clock.js').Clock} clock
 * @property {() => import('./headlines.js').Headline[]} headlines
 * @property {AttractView} view
 * @property {() => boolean} hidden
 */

/** How long one headline stands. */
export const PERIOD_MS = 8000;

export class Attract {
  isOn = false;
  #number = 0;
  /** What is left of it. @type {import('./headlines.js').Headline[]} */
  #round = [];
  /** @type {any} */
  #timer;

  /** @param {AttractOptions} options */
  constructor(options) {
    this.options = options;
  }

  start() {
    if (this.isOn) return;
    this.isOn = true;
    this.#round = [];
    this.#number = 0;
    this.#turn();
  }

  /** @param {Event | null} [event]  what ends it */
  end(event = null) {
    if (!this.isOn) return;
    this.isOn = false;
    this.options.clock.clearTimeout(this.#timer);
    this.options.view.hide(event);
  }

  look() {
    this.options.clock.clearTimeout(this.#timer);
    if (this.isOn && !this.options.hidden()) this.#wait();
  }

  renew() {
    this.#round = [];
  }

  #turn() {
    const { headlines, view, hidden } = this.options;
    if (this.#round.length === 0) this.#round = headlines();
    const next = this.#round.shift();
    // Without news there is nothing to show but the reader itself, which says why.
    if (next) view.show(next, this.#number++);
    if (!hidden()) this.#wait();
  }

  #wait() {
    this.#timer = this.options.clock.setTimeout(() => this.#turn(), PERIOD_MS);
  }
}
