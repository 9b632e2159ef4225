// The reader's state in the page's address, for routing="hash": links can be shared, back and forward work.
//
//   #bantin:don-vi=so-yt,so-ct&tu=2022-01-01&den=2022-12-31&tim=chuyển+đổi&bai=ID&sao=1&doan=12&dong=40
//
// Departments, from, to, query, article, starred, paragraph and row at the top; empty parts are left out. An element
// with an id has that in place of `bantin`. A page without such a hash shows the reader in its initial state.

/**
 * @typedef {object} State
 * @property {string[]} departments  ids
 * @property {string} from @property {string} to  YYYY-MM-DD or ''
 * @property {string} query @property {string} article
 * @property {boolean} starred  only these are listed
 * @property {number} at  paragraph at the top of the open article
 * @property {number} row  at the top of the list
 *
 * @typedef {{[Part in keyof State]: State[Part] | null}} Parsed  null: was there and is not usable
 *
 * @typedef {object} RoutingOwner
 * @property {() => State} state
 * @property {(state: State) => void | Promise<void>} apply  a promise: settles when `state` tells the new state
 */

/** @type {[keyof State, string][]} */
const KEYS = [
  ['departments', 'don-vi'],
  ['from', 'tu'],
  ['to', 'den'],
  ['query', 'tim'],
  ['article', 'bai'],
  ['starred', 'sao'],
  ['at', 'doan'],
  ['row', 'dong'],
];

const MOST_DEPARTMENTS = 64;
const LONGEST = { hash: 16000, department: 100, query: 300, article: 500 };
/** Browsers take about a hundred changes of the address in thirty seconds. */
const QUIET_MS = 300;

/** @returns {State} */
const emptyState = () => ({
  departments: [],
  from: '',
  to: '',
  query: '',
  article: '',
  starred: false,
  at: 0,
  row: 0,
});

/** @param {string} name */
const prefixOf = (name) => `#${encoded(name)}:`;

/**
 * @param {Partial<Parsed>} state  unusable parts are left out
 * @param {string} [name]  the element's id
 * @returns {string} in the form in which `location.hash` gives it back
 */
export function formatHash(state, name = 'bantin') {
  const parts = [];
  for (const [part, key] of KEYS) {
    const text = textOf(state[part]);
    if (text && valueOf(part, text) !== null) parts.push(`${key}=${encoded(text)}`);
  }
  return prefixOf(name) + parts.join('&');
}

/**
 * @param {string} hash  as in `location.hash`
 * @param {string} [name]
 * @returns {Parsed | null} null: not this element's
 */
export function parseHash(hash, name = 'bantin') {
  const prefix = prefixOf(name);
  if (!hash.startsWith(prefix)) return null;
  if (hash.length > LONGEST.hash) return /** @type {any} */ (Object.fromEntries(KEYS.map(([part]) => [part, null])));
  /** @type {any} */
  const state = emptyState();
  for (const pair of hash.slice(prefix.length).split('&')) {
    const at = pair.indexOf('=');
    const part = KEYS.find(([, key]) => key === pair.slice(0, at))?.[0];
    if (part) state[part] = valueOf(part, decoded(pair.slice(at + 1)));
  }
  return state;
}

/** @param {unknown} value */
function textOf(value) {
  if (Array.isArray(value)) return value.join(',');
  return value === true ? '1' : String(value || '');
}

/**
 * @param {keyof State} part @param {string | null} text
 * @returns {State[keyof State] | null}
 */
function valueOf(part, text) {
  if (text === null || /[\p{Cc}\p{Cs}]/u.test(text)) return null;
  switch (part) {
    case 'departments':
      return departmentsOf(text);
    case 'from':
    case 'to':
      return isDay(text) ? text : null;
    case 'query':
    case 'article':
      return text.length <= LONGEST[part] ? text : null;
    case 'starred':
      return text === '1' || null;
    default:
      return /^\d{1,8}$/.test(text) ? Number(text) : null;
  }
}

/** @param {string} text */
function departmentsOf(text) {
  const ids = text.split(',').filter(Boolean);
  const isGood = (/** @type {string} */ id) => id.length <= LONGEST.department && /^[a-z0-9-]+$/.test(id);
  return ids.length <= MOST_DEPARTMENTS && ids.every(isGood) ? ids : null;
}

/** @param {string} text  a day that exists */
function isDay(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** @param {string} text */
function encoded(text) {
  const whole = text.replace(/\p{Cs}/gu, '\ufffd');
  return encodeURIComponent(whole).replaceAll('%20', '+').replaceAll('%2C', ',');
}

/** @param {string} text @returns {string | null} */
function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** Keeps the address and one reader's state the same, and leaves other people's hashes alone. */
export class Routing {
  /** @type {State} */
  #initial = emptyState();
  /** What the address holds when the reader is in its initial state. */
  #foreign = '';
  /** The hash last dealt with: one step in the history arrives as two events. */
  #seen = '';
  /** Address of a state not written yet, and whether it came from typing. */
  #waiting = '';
  #typed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #applying = 0;

  /** @param {RoutingOwner} owner @param {string} [name]  the element's id */
  constructor(owner, name = 'bantin') {
    this.owner = owner;
    this.name = name;
  }

  /** The reader's state as it is now is the initial one; then it becomes what the address says. @param {AbortSignal} signal */
  start(signal) {
    this.#initial = this.owner.state();
    this.#seen = location.hash;
    if (parseHash(this.#seen, this.name)) this.#apply();
    else this.#foreign = this.#seen;
    const moved = () => this.#moved();
    addEventListener('popstate', moved, { signal });
    addEventListener('hashchange', moved, { signal });
    signal.addEventListener('abort', () => this.#forget());
  }

  /**
   * The reader's state has changed: an article or a filter makes an entry in the history, typing and scrolling change
   * the present one, once they pause.
   * @param {'article' | 'filter' | 'typing' | 'scroll'} kind
   */
  note(kind) {
    const wanted = formatHash(this.owner.state(), this.name);
    if (this.#applying || kind === 'typing' || kind === 'scroll') {
      this.#waiting = wanted;
      this.#typed ||= kind === 'typing';
      clearTimeout(this.#timer);
      if (!this.#applying) this.#timer = setTimeout(() => this.#flush(), QUIET_MS);
    } else {
      this.#flush();
      this.#write('pushState', wanted);
    }
  }

  #flush() {
    // A place in the page that somebody went to stays in the history: typing adds to it, scrolling is no reason to.
    const isForeign = location.hash !== '' && !parseHash(location.hash, this.name);
    if (this.#waiting && (!isForeign || this.#typed))
      this.#write(isForeign ? 'pushState' : 'replaceState', this.#waiting);
    this.#forget();
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#waiting = '';
    this.#typed = false;
  }

  /** @param {'pushState' | 'replaceState'} method @param {string} wanted */
  #write(method, wanted) {
    if (wanted === formatHash(this.#addressed(), this.name)) return;
    const hash = wanted === formatHash(this.#initial, this.name) ? this.#foreign : wanted;
    try {
      history[method](history.state, '', location.href.split('#')[0] + hash);
      this.#seen = location.hash;
    } catch {
      // Sandboxed frames and some pages from files have no history, and browsers refuse too many changes.
    }
  }

  /** The state that the address stands for. @returns {State} */
  #addressed() {
    const parsed = parseHash(location.hash, this.name);
    if (!parsed) return this.#initial;
    const usable = Object.entries(parsed).filter(([, value]) => value !== null);
    return { ...emptyState(), ...Object.fromEntries(usable) };
  }

  #moved() {
    const { hash } = location;
    if (hash === this.#seen) return;
    this.#seen = hash;
    this.#forget();
    // A place in the page is no step of the reader's.
    if (hash === '' || hash === this.#foreign || parseHash(hash, this.name)) this.#apply();
  }

  // What the owner notes meanwhile is on the way to the address's state; what it ends in may differ (an article that
  // is gone) and then corrects the entry, else going back would come forward again.
  async #apply() {
    const state = this.#addressed();
    if (formatHash(state, this.name) === formatHash(this.owner.state(), this.name)) return;
    ++this.#applying;
    try {
      await this.owner.apply(state);
    } finally {
      if (--this.#applying === 0 && this.#waiting) {
        this.#waiting = formatHash(this.owner.state(), this.name);
        this.#flush();
      }
    }
  }
}
