// What a reader keeps between visits: preferences, starred and read articles, in localStorage under one key a site.
//
//   const memory = new Memory();
//   memory.setStarred('so-yt-17', true);
//   memory.load().starred                       // ['so-yt-17'], newest last
//
// Every write takes in first what other tabs wrote meanwhile. Where storage is refused or full, or the key holds what
// is not ours, the memory lasts as long as the page. Nothing here throws.

const KEY = 'bantin';
const NAMES = /** @type {const} */ (['theme', 'size', 'width', 'line', 'face']);
const MOST = { starred: 1000, read: 2000 };
const LONGEST = { id: 500, preference: 32 };

/**
 * @typedef {Partial<Record<'theme' | 'size' | 'width' | 'line' | 'face', string | number>>} Preferences
 *   whole numbers, or strings of at most 32 characters
 * @typedef {object} Kept
 * @property {Preferences} preferences
 * @property {string[]} starred  ids of at most 500 characters, newest last, the newest 1,000
 * @property {string[]} read  the newest 2,000
 */

export class Memory {
  /** What this page knows. @type {Kept} */
  #kept = cleaned({});
  #stores = true;

  /** @returns {Kept} a copy */
  load() {
    this.#kept = this.#stored() ?? this.#kept;
    return cleaned(this.#kept);
  }

  /** @param {Partial<Record<keyof Preferences, string | number | null>>} preferences  what is left out stays; null forgets */
  setPreferences(preferences) {
    this.#change((kept) => ({ ...kept, preferences: { ...kept.preferences, ...preferences } }));
  }

  /** @param {string} id @param {boolean} on */
  setStarred(id, on) {
    this.#change((kept) => ({ ...kept, starred: on ? withLast(kept.starred, id) : without(kept.starred, id) }));
  }

  /** @param {string} id */
  markRead(id) {
    this.#change((kept) => ({ ...kept, read: withLast(kept.read, id) }));
  }

  /** @param {(kept: Kept) => object} change */
  #change(change) {
    this.#kept = cleaned(change(this.load()));
    if (!this.#stores) return;
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#kept));
    } catch {
      this.#stores = false;
    }
  }

  /** @returns {Kept | null} null: this page's own is all there is */
  #stored() {
    if (!this.#stores) return null;
    try {
      const value = JSON.parse(localStorage.getItem(KEY) ?? '{}');
      if (value && typeof value === 'object' && !Array.isArray(value)) return cleaned(value);
    } catch {
      // Refused, or no JSON.
    }
    // Not ours to overwrite.
    this.#stores = false;
    return null;
  }
}

/** The parts of a value that are what they should be. @param {any} value @returns {Kept} */
function cleaned({ preferences, starred, read }) {
  return {
    preferences: cleanPreferences(preferences),
    starred: ids(starred, MOST.starred),
    read: ids(read, MOST.read),
  };
}

/** @param {any} value @returns {Preferences} */
function cleanPreferences(value) {
  const isGood = (/** @type {unknown} */ part) =>
    Number.isSafeInteger(part) || (typeof part === 'string' && part.length <= LONGEST.preference);
  return Object.fromEntries(NAMES.filter((name) => isGood(value?.[name])).map((name) => [name, value[name]]));
}

/** @param {unknown} list @param {number} most @returns {string[]} */
function ids(list, most) {
  const isGood = (/** @type {unknown} */ id) => typeof id === 'string' && id !== '' && id.length <= LONGEST.id;
  return Array.isArray(list) ? [...new Set(list.filter(isGood))].slice(-most) : [];
}

/** @param {string[]} list @param {string} id */
const without = (list, id) => list.filter((other) => other !== id);

/** @param {string[]} list @param {string} id */
const withLast = (list, id) => [...without(list, id), id];
