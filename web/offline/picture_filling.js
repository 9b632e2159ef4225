// A kiosk's pictures on their way into the cache, while its news are shown already: those of the newest articles first, one
// at a time so that they are in nobody's way, each in its own width (it does for the others), as far as the budget goes.
// Never a condition for anything: what did not come is asked for again after the next update.

import { newestArticles } from './named_parts.js';
import { picturesIn } from './picture_names.js';

/** @typedef {import('./picture_sources.js').GivePicture} GivePicture */

/** Failures in a row after which a host is left alone. */
const MOST_FAILURES = 3;
/** Of the budget: what is kept beyond leaves, so that the next does not find it full. */
const ENOUGH = 0.9;

export class PictureFilling {
  #world;
  #store;
  #options;
  /** Addresses that have been asked for. @type {Set<string>} */
  #tried = new Set();
  /** In a row, by origin. @type {Map<string, number>} */
  #failures = new Map();
  isComplete = true;
  kept = 0;

  /**
   * @param {import('./world.js').World} world @param {import('./content_store.js').ContentStore} store
   * @param {{base: string, give: GivePicture, isSure: boolean}} options  base: address of the bundle; isSure: what is given
   *   is believed where no hash tells
   */
  constructor(world, store, options) {
    this.#world = world;
    this.#store = store;
    this.#options = options;
  }

  /** @param {import('../bundle_manifest.js').Manifest} manifest @param {AbortSignal} signal @returns {Promise<boolean>} false: cut */
  async run(manifest, signal) {
    const { parts, pictures } = this.#store;
    const held = await pictures.held();
    const most = ENOUGH * (await pictures.most('all'));
    let size = await pictures.size();
    /** @type {Set<string>} */
    const passed = new Set();
    for (const part of await newestArticles(manifest, (hash) => parts.content(hash))) {
      for (const picture of picturesIn(await parts.content(part), this.#options.base)) {
        if (signal.aborted) return false;
        const [address] = picture.addresses;
        passed.add(address);
        if (this.#tried.has(address) || (held.has(address) && (await pictures.isRight(picture)))) continue;
        if (size > most) {
          // Of older articles, and of the version before.
          await pictures.fit(passed, most);
          size = await pictures.size();
          if (size > most) return true;
        }
        size += await this.#take(address, picture.hash);
      }
    }
    return true;
  }

  /** @param {string} address @param {string} hash @returns {Promise<number>} bytes that were kept */
  async #take(address, hash) {
    if (!hash && !this.#options.isSure) return 0;
    const { origin } = new URL(address);
    const failures = this.#failures.get(origin) ?? 0;
    if (failures >= MOST_FAILURES) return 0;
    this.#tried.add(address);
    const picture = await this.#options.give(address).catch((error) => {
      this.#world.note('picture-failed', `${address}: ${error}`);
      this.isComplete = false;
      this.#failures.set(origin, failures + 1);
    });
    if (picture !== undefined) this.#failures.delete(origin);
    const size = picture ? await this.#store.pictures.keep({ address, hash }, picture, 'all') : 0;
    // A host may have the news before it has their pictures.
    if (size === null) this.isComplete = false;
    if (!size) return 0;
    ++this.kept;
    this.#store.pictureStore.answers.known.add(address);
    return size;
  }
}
