// Looks after a kiosk's element when nobody is there to: an engine that has stopped, a canvas that is lost, a load that
// never ends and memory that only grows are all answered by a fresh element, and if that does not help by a fresh page.
//
//   const watchdog = new Watchdog({ clock, fresh: () => element, … });
//   watchdog.start();
//
// What a page cannot see of itself, that it no longer runs at all, is for the system to see (web/kiosk_recipe/).

import { repeat } from './clock.js';

const SECOND = 1000;
/** No `bantin-ready` for so long: the load hangs. */
const HUNG_MS = 60 * SECOND;
/** A lost context that is not given back for so long. */
const LOST_MS = 30 * SECOND;
/** Ready for so long and still no kiosk: a reader that forgets nobody. */
const BARE_MS = 20 * SECOND;
/** Ready for so long: what failed before is over. */
const STEADY_MS = 300 * SECOND;
const LOOK_MS = 60 * SECOND;
/** Pauses before a fresh element after a failure, and before each try to load. */
const AFTER_FAILURE = [SECOND, 5 * SECOND];
const AFTER_HUNG = [1, 5, 15, 30, 60, 120, 300].map((seconds) => seconds * SECOND);
/** Elements in a row that heard nothing: what a page asks for once, its engine, may be what hangs. */
const MOST_HUNG = 4;
/** A shorter wait is over before it is told. */
const SOON_MS = 5 * SECOND;
const MOST_PAUSE = 300 * SECOND;
const MOST_ENGINE_BYTES = 512 * 2 ** 20;
/** Of the heap, over what it was when the first element was ready. */
const MOST_GROWTH = 3;
const SMALL_HEAP = 256 * 2 ** 20;

/**
 * @typedef {object} WatchdogOptions
 * @property {import('./clock.js').Clock} clock
 * @property {() => HTMLElement} fresh  puts a new element in the place of the one before
 * @property {() => void} reload  of the page
 * @property {(event: string, detail: string) => void} note
 * @property {() => boolean} isIdle
 * @property {() => boolean} isWhole  whether what makes the element a kiosk has come
 * @property {() => boolean} isDefined  whether the element's script is there
 * @property {() => {engine: number, heap: number}} memory  bytes; heap 0: not known
 * @property {(isWaiting: boolean) => void} [waits]  for a while, with nothing to read on the screen; false: no more
 * @property {{read: () => number, write: (count: number) => void}} reloads  how many in a row, kept over a reload
 */

export class Watchdog {
  #ending = new AbortController();
  /** Of the present element. */
  #watch = new AbortController();
  #failures = 0;
  #tries = 0;
  #isReady = false;
  #firstHeap = 0;
  #isFreshForMemory = false;
  /** Waiting for: a load, a kiosk, a fresh element, a context, steadiness. @type {Record<string, any>} */
  #timers = {};

  /** @param {WatchdogOptions} options */
  constructor(options) {
    this.options = options;
  }

  start() {
    this.#fresh();
    repeat(this.options.clock, LOOK_MS, () => this.#lookAtMemory(), this.#ending.signal);
  }

  end() {
    this.#ending.abort();
    this.#watch.abort();
    for (const name of Object.keys(this.#timers)) this.#cancel(name);
  }

  #fresh() {
    this.#watch.abort();
    this.#watch = new AbortController();
    for (const name of Object.keys(this.#timers)) this.#cancel(name);
    this.#isReady = false;
    const { signal } = this.#watch;
    const element = this.options.fresh();
    element.addEventListener('bantin-ready', () => this.#ready(), { signal });
    element.addEventListener('bantin-error', (event) => this.#erred(/** @type {CustomEvent} */ (event).detail), {
      signal,
    });
    // These do not bubble, but are seen on their way down.
    const canvas = { signal, capture: true };
    element.shadowRoot?.addEventListener('webglcontextlost', () => this.#contextLost(), canvas);
    element.shadowRoot?.addEventListener('webglcontextrestored', () => this.#contextRestored(), canvas);
    this.#after('load', HUNG_MS, () => this.#hung('load-hung'));
  }

  // Late is better than anew.
  #ready() {
    this.#cancel('load');
    this.#cancel('fresh');
    this.#isReady = true;
    this.options.waits?.(false);
    this.#whole(() => this.#after('whole', BARE_MS, () => this.#whole(() => this.#hung('kiosk-missing'))));
    this.#firstHeap ||= this.options.memory().heap;
    this.#after('steady', STEADY_MS, () => {
      this.#failures = 0;
      this.options.reloads.write(0);
    });
  }

  /** @param {() => void} otherwise */
  #whole(otherwise) {
    if (!this.options.isWhole()) return otherwise();
    this.#tries = 0;
  }

  /** @param {{code: string, message: string}} detail */
  #erred({ code, message }) {
    // What was shown before still is.
    if (code !== 'engine-failed') return this.#isReady ? undefined : this.#hung(code);
    this.#isReady = false;
    this.#failed(code, message);
  }

  /** @param {string} code @param {string} detail */
  #failed(code, detail) {
    this.#cancel('load');
    this.#cancel('steady');
    if (++this.#failures > AFTER_FAILURE.length) return this.#reload(`${code}: ${detail}`);
    this.options.note('watchdog-fresh', `${code}: ${detail}`);
    this.#again(AFTER_FAILURE[this.#failures - 1], () => this.#fresh());
  }

  /** @param {string} code */
  #hung(code) {
    this.#cancel('load');
    const pause = AFTER_HUNG[Math.min(this.#tries++, AFTER_HUNG.length - 1)];
    if (!this.options.isDefined()) return this.#reload('no script');
    if (code === 'load-hung' && this.#tries >= MOST_HUNG) return this.#reload(code);
    this.options.note('watchdog-retry', `${code}, ${pause / SECOND} s`);
    this.#again(pause, () => this.#fresh());
  }

  /** @param {string} reason */
  #reload(reason) {
    const { reloads, note, reload } = this.options;
    const count = reloads.read();
    const pause = Math.min(MOST_PAUSE, 5 * SECOND * 2 ** Math.min(count, 10));
    reloads.write(count + 1);
    note('watchdog-reload', `${reason}, ${pause / SECOND} s`);
    this.#again(pause, reload);
  }

  /** @param {number} pause @param {() => void} work */
  #again(pause, work) {
    this.#after('fresh', pause, work);
    if (!this.#isReady && pause >= SOON_MS) this.options.waits?.(true);
  }

  #contextLost() {
    this.options.note('context-lost', '');
    this.#after('context', LOST_MS, () => this.#failed('context-lost', `not restored in ${LOST_MS / SECOND} s`));
  }

  #contextRestored() {
    this.#cancel('context');
    this.options.note('context-restored', '');
  }

  #lookAtMemory() {
    const { memory, isIdle, note } = this.options;
    if (!this.#isReady || !isIdle()) return;
    const { engine, heap } = memory();
    const limit = Math.max(SMALL_HEAP, MOST_GROWTH * this.#firstHeap);
    const isTooMuch = engine > MOST_ENGINE_BYTES || heap > limit;
    const wasFresh = this.#isFreshForMemory;
    this.#isFreshForMemory = isTooMuch;
    if (!isTooMuch) return;
    const reason = `memory: ${megabytes(engine)} + ${megabytes(heap)} MB`;
    if (wasFresh) return this.#reload(reason);
    note('watchdog-fresh', reason);
    this.#fresh();
  }

  /** One wait of each kind. @param {string} name @param {number} ms @param {() => void} work */
  #after(name, ms, work) {
    this.#cancel(name);
    this.#timers[name] = this.options.clock.setTimeout(work, ms);
  }

  /** @param {string} name */
  #cancel(name) {
    this.options.clock.clearTimeout(this.#timers[name]);
    delete this.#timers[name];
  }
}

/** @param {number} bytes */
const megabytes = (bytes) => Math.round(bytes / 2 ** 20);
