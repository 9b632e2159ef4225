// Who knows the PIN comes in; five wrong ones in a row, and nobody does for a minute.
//
//   const lock = new PinLock('2468', clock);
//   lock.tries('1111')     // 'wrong'; 'open', or 'paused' whatever the PIN

const MOST_WRONG = 5;
const PAUSE_MS = 60_000;

export class PinLock {
  isPaused = false;
  #wrong = 0;

  /** @param {string} pin @param {import('./clock.js').Clock} clock */
  constructor(pin, clock) {
    this.pin = pin;
    this.clock = clock;
  }

  /** @param {string} pin @returns {'open' | 'wrong' | 'paused'} */
  tries(pin) {
    if (this.isPaused) return 'paused';
    if (pin === this.pin) {
      this.#wrong = 0;
      return 'open';
    }
    if (++this.#wrong < MOST_WRONG) return 'wrong';
    this.#wrong = 0;
    this.isPaused = true;
    this.clock.setTimeout(() => (this.isPaused = false), PAUSE_MS);
    return 'paused';
  }
}
