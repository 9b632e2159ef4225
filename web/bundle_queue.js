// A few requests at a time. Of those that wait, the urgent go first in the order asked, then the others, the newest
// first: what was scrolled past matters less than what is in sight.
//
//   const queue = new Queue(6);
//   const bytes = await queue.run(() => fetched(url), { key: url, urgent: false, signal });

/**
 * @typedef {object} Place
 * @property {string} key  for `hurry`
 * @property {boolean} urgent
 * @property {AbortSignal} signal  leaves the queue when it aborts; what runs is the work's own to end
 */

export class Queue {
  #free;
  /** @type {{key: string, go: () => void}[]} */
  #urgent = [];
  /** @type {{key: string, go: () => void}[]} */
  #others = [];

  /** @param {number} most  that run at one time */
  constructor(most) {
    this.#free = most;
  }

  /** @template T @param {() => Promise<T>} work @param {Place} place @returns {Promise<T>} */
  async run(work, place) {
    await this.#turn(place);
    try {
      return await work();
    } finally {
      ++this.#free;
      this.#next();
    }
  }

  /** Makes what waits under `key` the newest. @param {string} key */
  hurry(key) {
    const index = this.#others.findIndex((entry) => entry.key === key);
    if (index >= 0) this.#others.push(...this.#others.splice(index, 1));
  }

  /** @param {Place} place @returns {Promise<void>} */
  #turn({ key, urgent, signal }) {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const line = urgent ? this.#urgent : this.#others;
      const leave = () => {
        line.splice(line.indexOf(entry), 1);
        reject(signal.reason);
      };
      const go = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const entry = { key, go };
      line.push(entry);
      signal.addEventListener('abort', leave);
      this.#next();
    });
  }

  #next() {
    if (!this.#free) return;
    const entry = this.#urgent.shift() ?? this.#others.pop();
    if (!entry) return;
    --this.#free;
    entry.go();
  }
}
