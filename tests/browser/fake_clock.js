/**
 * Time that goes on when a test says so: the clock of a kiosk's parts (web/kiosk/clock.js).
 *
 *     const clock = new FakeClock();
 *     clock.pass(90_000);                 what falls due runs in order, each at its own time
 */
export class FakeClock {
  #now;
  #last = 0;
  /** @type {Map<number, {at: number, work: () => void}>} */
  #timers = new Map();

  /** @param {number} [start]  ms since 1970 */
  constructor(start = Date.UTC(2026, 5, 12, 5)) {
    this.#now = start;
    this.now = () => this.#now;
    this.setTimeout = (/** @type {() => void} */ work, /** @type {number} */ ms) => {
      this.#timers.set(++this.#last, { at: this.#now + ms, work });
      return this.#last;
    };
    this.clearTimeout = (/** @type {number} */ timer) => void this.#timers.delete(timer);
  }

  /** How many wait. */
  get waiting() {
    return this.#timers.size;
  }

  /** @param {number} ms */
  pass(ms) {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at || a[0] - b[0]);
      if (due.length === 0) break;
      const [timer, { at, work }] = due[0];
      this.#timers.delete(timer);
      this.#now = at;
      work();
    }
    this.#now = end;
  }
}
