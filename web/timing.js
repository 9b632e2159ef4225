// How long the last frames took.

const KEPT = 120;

export class Timing {
  constructor() {
    /** @type {number[]} */
    this.recent = [];
    this.count = 0;
  }

  /** @param {number} milliseconds */
  add(milliseconds) {
    this.recent[this.count % KEPT] = milliseconds;
    ++this.count;
  }

  get median() {
    const sorted = [...this.recent].sort((a, b) => a - b);
    return sorted.length ? sorted[sorted.length >> 1] : 0;
  }
}
