// What a kiosk's page did by itself: kept over reloads of the page, not over the browser's end. Nothing of any reader is
// in it.

const KEY = 'bantin-kiosk-log';
const MOST = 60;

export class PageLog {
  /** @type {import('./panel.js').LogEntry[]} */
  #entries = readStored();

  /** @returns {import('./panel.js').LogEntry[]} newest last */
  get entries() {
    return [...this.#entries];
  }

  /** @param {string} event @param {string} detail */
  add(event, detail) {
    const entry = { time: new Date().toISOString(), event, detail };
    this.#entries = [...this.#entries, entry].slice(-MOST);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.#entries));
    } catch {
      // Refused: the log lasts as long as the page.
    }
  }
}

function readStored() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.slice(-MOST) : [];
  } catch {
    return [];
  }
}

const RELOADS = 'bantin-kiosk-reloads';

/** How often the page was loaded anew in a row, kept likewise. */
export const reloads = {
  read() {
    try {
      return Number(sessionStorage.getItem(RELOADS)) || 0;
    } catch {
      return 0;
    }
  },
  /** @param {number} count */
  write(count) {
    try {
      sessionStorage.setItem(RELOADS, String(count));
    } catch {
      // Each time is then the first.
    }
  },
};
