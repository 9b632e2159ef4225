// A packed bundle in a reader: its articles are handed to the engine as they are looked at, its index answers what is
// searched for, and when its host has a newer one, that is shown instead.
//
//   const library = await Library.open(bytes, base, owner);
//   if (library.show()) await library.complete();

import { Bundle } from './bundle.js';
import { PERFORM } from './bridge.js';
import { BLOCK_NUMBERS } from './bundle_manifest.js';

/**
 * @typedef {object} LibraryOwner
 * @property {import('./bridge.js').Bridge} bridge
 * @property {(action: () => void) => void} act  has the engine do something, to be seen in the next frame
 * @property {AbortSignal} signal  ends it
 * @property {(event: string, detail: string) => void} note  for the log
 */

const LOAD_ARTICLE = PERFORM.indexOf('loadArticle');
const KEPT_ARTICLES = 16;
const MOST_RELATED = 3;
const SEARCH_AGAIN_MS = 15_000;
const FEED = 'https://jsonfeed.org/version/1.1';

export class Library {
  #bundle;
  #owner;
  #ending = new AbortController();
  /** What is on its way, by what it is. @type {Map<string, Promise<void>>} */
  #asked = new Map();
  /** Documents of the articles read last, by number. @type {Map<number, Uint8Array>} */
  #articles = new Map();
  /** By number: 1 where there is an article. */
  #live = new Uint8Array();
  #searchMs = 0;

  /** @param {Uint8Array<ArrayBuffer>} manifest @param {string} base  its address @param {LibraryOwner} owner */
  static async open(manifest, base, owner) {
    const ending = new AbortController();
    owner.signal.addEventListener('abort', () => ending.abort(), { signal: ending.signal });
    const bundle = await Bundle.open(manifest, base, { signal: ending.signal, note: owner.note });
    return new Library(bundle, owner, ending);
  }

  /** Use `open`. @param {Bundle} bundle @param {LibraryOwner} owner @param {AbortController} ending */
  constructor(bundle, owner, ending) {
    this.#bundle = bundle;
    this.#owner = owner;
    this.#ending = ending;
  }

  end() {
    this.#ending.abort();
  }

  get bytesLoaded() {
    return this.#bundle.bytesLoaded;
  }

  /** Of the last search, parts and all. */
  get searchMs() {
    return this.#searchMs;
  }

  /** @returns {boolean} whether the engine has taken it */
  show() {
    const { head, rows, numbers } = this.#bundle;
    this.#live = new Uint8Array(numbers);
    for (const number of rows.numbers) this.#live[number] = 1;
    this.#articles.clear();
    return this.#owner.bridge.loadBundle(head, rows, numbers);
  }

  /** What the engine misses in sight. @param {number} what  of PERFORM @param {number} number  of an article */
  want(what, number) {
    const piece = what === LOAD_ARTICLE ? this.#article(number) : this.#headlines(number);
    piece.catch(() => {});
  }

  /** All that the filter needs is here: what the query matches, which articles were saved. */
  async complete() {
    if (this.#owner.bridge.currentFilter().starred) await this.#seeNamed(this.#owner.bridge.starred());
    await this.#once('search', () => this.#search());
  }

  /** Makes the article known to the engine, if there is one. @param {string} id */
  async prepare(id) {
    for (const number of await this.#bundle.find(id)) await this.#article(number);
  }

  /** Headlines of the results from `offset` on. @param {number} offset @param {number} limit */
  async see(offset, limit) {
    await Promise.all(this.#owner.bridge.numbers(offset, limit).map((number) => this.#headlines(number)));
  }

  /** @param {number} number */
  #headlines(number) {
    const first = number - (number % BLOCK_NUMBERS);
    return this.#piece(`headlines ${first}`, first, BLOCK_NUMBERS, async () => {
      const json = await this.#bundle.headlines(first / BLOCK_NUMBERS);
      return () => this.#owner.bridge.headlines(first, BLOCK_NUMBERS, json);
    });
  }

  /** @param {number} number */
  #article(number) {
    return this.#piece(`article ${number}`, number, 1, async () => {
      const json = await this.#document(number);
      return () => this.#owner.bridge.article(number, json);
    }).then(() => this.#seeRelated());
  }

  /**
   * Loads what `load` loads and has the engine take it.
   * @param {string} key @param {number} first @param {number} count @param {() => Promise<() => boolean>} load
   */
  #piece(key, first, count, load) {
    return this.#once(key, async () => {
      const bundle = this.#bundle;
      try {
        const take = await load();
        if (bundle !== this.#bundle) return;
        let isTaken = false;
        this.#owner.act(() => (isTaken = take()));
        if (!isTaken) throw new Error(`${key}: not what the bundle says`);
      } catch (error) {
        if (this.#ending.signal.aborted || bundle !== this.#bundle) return;
        this.#owner.note('piece-failed', String(error));
        if (!(await this.#renew())) this.#owner.act(() => this.#owner.bridge.piecesFailed(first, count));
        throw error;
      }
    });
  }

  /** A feed of one article. @param {number} number */
  async #document(number) {
    const known = this.#articles.get(number);
    if (known) return known;
    const first = number - (number % BLOCK_NUMBERS);
    const part = await this.#bundle.articles(first / BLOCK_NUMBERS);
    const { items } = JSON.parse(new TextDecoder().decode(part));
    const before = this.#live.subarray(first, number).reduce((sum, one) => sum + one, 0);
    const json = new TextEncoder().encode(JSON.stringify({ version: FEED, title: '', items: [items[before]] }));
    this.#articles.set(number, json);
    if (this.#articles.size > KEPT_ARTICLES) this.#articles.delete(this.#articles.keys().next().value ?? -1);
    return json;
  }

  #seeRelated() {
    return this.#seeNamed(this.#owner.bridge.relatedIds().slice(0, MOST_RELATED));
  }

  // Some may have been withdrawn, or cannot be loaded: what is there is shown.
  /** @param {string[]} ids */
  async #seeNamed(ids) {
    if (ids.length === 0) return;
    const found = await Promise.allSettled(ids.map((id) => this.#bundle.find(id)));
    const numbers = found.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    await Promise.allSettled(numbers.map((number) => this.#headlines(number)));
    if (!this.#ending.signal.aborted) this.#owner.act(() => this.#owner.bridge.lookAgain());
  }

  // While the parts come, the query may become another one.
  async #search() {
    const { bridge, act, note } = this.#owner;
    const start = performance.now();
    let words = bridge.missingWords();
    if (words.length === 0) return;
    for (; words.length > 0; words = bridge.missingWords()) {
      const bundle = this.#bundle;
      try {
        const found = await bundle.matching(words);
        if (this.#ending.signal.aborted) return;
        if (bundle === this.#bundle && same(words, bridge.missingWords())) act(() => bridge.found(found));
      } catch (error) {
        if (this.#ending.signal.aborted) return;
        note('search-failed', String(error));
        if (await this.#renew()) continue;
        setTimeout(() => this.#ending.signal.aborted || this.complete(), SEARCH_AGAIN_MS);
        return;
      }
    }
    this.#searchMs = performance.now() - start;
  }

  /** Shows the bundle that the host has now, if it is another one. @returns {Promise<boolean>} whether it was */
  async #renew() {
    const before = this.#bundle;
    await this.#once('renewal', async () => {
      const renewed = await this.#bundle.renewed().catch(() => null);
      if (renewed && !this.#ending.signal.aborted) await this.#replace(renewed);
    });
    return before !== this.#bundle;
  }

  // The open article is there before the bundle is shown, so that nothing closes under a reader's eyes.
  /** @param {Bundle} renewed */
  async #replace(renewed) {
    const { bridge, act } = this.#owner;
    const id = bridge.openArticle();
    const numbers = id ? await renewed.find(id).catch(() => []) : [];
    await Promise.allSettled(numbers.map((number) => renewed.articles(Math.floor(number / BLOCK_NUMBERS))));
    this.#bundle = renewed;
    this.#asked.clear();
    act(() => this.show());
    const documents = await Promise.allSettled(numbers.map((number) => this.#document(number)));
    act(() => {
      documents.forEach((document, i) => document.status === 'fulfilled' && bridge.article(numbers[i], document.value));
      if (id) bridge.open(id);
    });
    this.#owner.note('bundle-renewed', String(renewed.serial));
    this.complete();
  }

  /** One piece of work at a time of each kind. @param {string} key @param {() => Promise<void>} work */
  #once(key, work) {
    const known = this.#asked.get(key);
    if (known) return known;
    const asked = work().finally(() => this.#asked.get(key) === asked && this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }
}

/** @param {string[]} a @param {string[]} b */
function same(a, b) {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}
