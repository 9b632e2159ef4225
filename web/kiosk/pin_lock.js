// Who knows the PIN comes in; five wrong ones in a row, and nobody does for a minute. Each further five double that, up to
// an hour; the right one makes it a minute again.
//
//   const lock = new PinLock('2468', clock);
//   lock.tries('1111')     // 'wrong'; 'open', or 'paused' whatever the PIN
//   lock.minutes           // of the present pause

const MOST_WRONG = 5;
const MINUTE = 60_000;
const MOST_MINUTES = 60;

export class PinLock {
  isPaused = false;
  minutes = 0;
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
      this.#wrong = this.minutes = 0;
      return 'open';
    }
    if (++this.#wrong < MOST_WRONG) return 'wrong';
    this.#wrong = 0;
    this.isPaused = true;
    this.minutes = Math.min(MOST_MINUTES, 2 * this.minutes || 1);
    this.clock.setTimeout(() => (this.isPaused = false), this.minutes * MINUTE);
    return 'paused';
  }
}
