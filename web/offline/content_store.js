// The content that a worker keeps: answers a page's requests for a bundle out of it, updates it, goes back. Runs wherever
// its World is given (world.js), so tests run it without a browser.
//
//   const content = new ContentStore(world, async (surely) => ({ src: 'data/bundle.json', key }));
//   const answer = await content.answer(request, waitUntil);   // null: none of ours
//   await content.update(null, { policy: 'all', signal });     // null: from the network; or a Map of path → File

import { readManifest } from '../bundle_manifest.js';
import { ContentAnswers } from './content_answers.js';
import { ContentState } from './content_state.js';
import { PartCache, nameOf } from './part_cache.js';
import { PictureCache } from './picture_cache.js';
import { PictureStore } from './picture_store.js';
import { Refusal } from './refusal.js';
import { folderSource, networkSource } from './sources.js';
import { Updater } from './updater.js';
import { allNamed } from './named_parts.js';
import { Turn } from './world.js';

/** @typedef {import('./content_state.js').Policy} Policy */
/** @typedef {{src?: string, key?: string}} Settings */
/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {import('./updater.js').Updated['outcome'] | 'more' | 'refused'} outcome  more: cut by the signal, ask again
 * @property {number} [serial]  of what is shown now
 * @property {boolean} [complete]
 * @property {import('./refusal.js').Code} [code]
 * @property {string} [detail]
 */

const SOURCE = 'data/bundle.json';

export class ContentStore {
  #world;
  #settings;
  #turn;

  /** @param {import('./world.js').World} world @param {(surely: boolean) => Promise<Settings>} settings  of kiosk.json */
  constructor(world, settings) {
    this.#world = world;
    this.#settings = settings;
    this.#turn = new Turn(world, 'content');
    this.state = new ContentState(world);
    this.parts = new PartCache(world);
    this.answers = new ContentAnswers(world, this);
    this.pictures = new PictureCache(world);
    this.pictureStore = new PictureStore(world, this);
  }

  /** Where the bundle lies, and whose signature it must have. @param {boolean} [surely]  else a Refusal: before news are taken */
  async settings(surely = false) {
    const { src = SOURCE, key } = await this.#settings(surely);
    return { base: new URL(src, this.#world.scope).href, key };
  }

  /** @param {Request} request @param {(work: Promise<unknown>) => void} waitUntil @returns {Promise<Response | null>} */
  answer(request, waitUntil) {
    return this.answers.answer(request, waitUntil);
  }

  /**
   * @param {Map<string, Blob> | null} folder  the files of a folder by their paths; null: the network
   * @param {{policy: Policy, signal: AbortSignal, force?: boolean}} options
   * @returns {Promise<Outcome>}
   */
  update(folder, options) {
    return this.#turn.run(async () => {
      const updater = new Updater(this.#world, this.state, this.parts, this.pictureStore);
      try {
        const { base, key } = await this.settings(true);
        const source = folder ? folderSource(folder) : networkSource(base, this.#world);
        const updated = await updater.run(source, { ...options, key });
        await this.answers.fit();
        return { ok: true, ...updated };
      } catch (error) {
        if (options.signal.aborted && updater.kept > 0) return { ok: true, outcome: 'more' };
        return this.#refused(options.signal.aborted ? new Refusal('update-unreachable', 'no part in time') : error);
      } finally {
        await this.parts.journal.save();
      }
    });
  }

  /** Shows the version before again, which was checked when it came. @returns {Promise<Outcome>} */
  rollBack() {
    return this.#turn.run(async () => {
      try {
        const state = await this.state.readSurely();
        const { current, previous } = state;
        if (!current || !previous) throw new Refusal('no-previous');
        if (previous.complete && !(await this.#isWhole(previous))) {
          throw new Refusal('update-incomplete', 'parts of the version before are gone');
        }
        await this.state.write({ ...state, current: previous, previous: current, held: current.hash });
        return { ok: true, outcome: 'new', serial: previous.serial, complete: previous.complete };
      } catch (error) {
        return this.#refused(error);
      }
    });
  }

  /** What an operator's panel shows. */
  async status() {
    const { current, previous } = await this.state.read();
    const shown = (/** @type {import('./content_state.js').Version | null} */ version) =>
      version && { serial: version.serial, newest: version.newest, loadedAt: version.loadedAt };
    const sizes = [this.parts, this.pictures].map((cache) => cache.size().catch(() => 0));
    const estimate = await this.#world.estimate?.().catch(() => null);
    return {
      serial: current?.serial ?? null,
      newest: current?.newest ?? '',
      loadedAt: current?.loadedAt ?? null,
      complete: current?.complete ?? false,
      policy: current?.policy ?? null,
      previous: shown(previous),
      bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size),
      quota: estimate?.quota ?? null,
      lastRefusal: await this.state.lastRefusal('content'),
    };
  }

  /** @param {import('./content_state.js').Version} version */
  async #isWhole({ manifest: text }) {
    const { manifest } = readManifest(new TextEncoder().encode(text));
    const held = await this.parts.held();
    const named = await allNamed(manifest, (hash) => this.parts.content(hash));
    return [...named].every((hash) => held.has(nameOf(hash)));
  }

  /** @param {unknown} error @returns {Promise<Outcome>} */
  async #refused(error) {
    const refusal = error instanceof Refusal ? error : new Refusal('update-incomplete', String(error));
    await this.state.tell('content', refusal);
    return { ok: false, outcome: 'refused', code: refusal.code, detail: refusal.detail };
  }
}
