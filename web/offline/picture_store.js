// Pictures of articles beside the news that a worker keeps. They are extras: an article without its picture is complete, so
// nothing here is a condition for showing newer news, and where room is short pictures go first. One is kept while a
// part of articles that is kept names it.
//
//   store.pictureStore.answers.answer(request, waitUntil);
//   while (await store.pictureStore.fill(folder, signal)) …      // a kiosk's, after an update
//   await store.pictureStore.sweep([manifest, before]);

import { partsOf } from './named_parts.js';
import { PictureAnswers } from './picture_answers.js';
import { PictureFilling } from './picture_filling.js';
import { picturesIn } from './picture_names.js';
import { folderPictures, networkPictures } from './picture_sources.js';
import { Turn } from './world.js';

/** @typedef {import('../bundle_manifest.js').Manifest} Manifest */

export class PictureStore {
  #world;
  #store;
  #turn;
  /** What a slice left unfinished, and of which version. @type {{of: string, filling: PictureFilling} | null} */
  #unfinished = null;

  /** @param {import('./world.js').World} world @param {import('./content_store.js').ContentStore} store */
  constructor(world, store) {
    this.#world = world;
    this.#store = store;
    this.#turn = new Turn(world, 'pictures');
    this.answers = new PictureAnswers(world, store);
  }

  /**
   * Fetches pictures of what is shown where all of it is kept.
   * @param {Map<string, Blob> | null} folder  where they lie; null: the network @param {AbortSignal} signal
   * @returns {Promise<boolean>} whether it was cut, and is to be called again
   */
  fill(folder, signal) {
    return this.#turn.run(() =>
      this.#slice(folder, signal).catch((error) => {
        this.#unfinished = null;
        this.#world.note('pictures-not-kept', String(error));
        return false;
      }),
    );
  }

  /** @param {Map<string, Blob> | null} folder @param {AbortSignal} signal */
  async #slice(folder, signal) {
    const { pictures, state } = this.#store;
    const { current } = await state.readSurely();
    if (current?.policy !== 'all' || (!folder && (await pictures.complete()) === current.hash)) return false;
    const of = `${folder ? 'folder' : 'network'} ${current.hash}`;
    const filling = this.#unfinished?.of === of ? this.#unfinished.filling : await this.#begun(folder);
    const isCut = !(await filling.run(JSON.parse(current.manifest), signal));
    this.#unfinished = isCut ? { of, filling } : null;
    await pictures.journal.save();
    if (isCut) return true;
    if (!folder && filling.isComplete) await pictures.setComplete(current.hash);
    this.#world.note('pictures-kept', String(filling.kept));
    return false;
  }

  /** @param {Map<string, Blob> | null} folder */
  async #begun(folder) {
    const { base, key } = await this.#store.settings(true);
    const give = folder ? folderPictures(folder, base) : networkPictures(this.#world);
    // Whoever brings a stick might have put other pictures on it: a signature is over those whose hash is in the news.
    const isSure = !folder || !key;
    return new PictureFilling(this.#world, this.#store, { base, give, isSure });
  }

  /** Removes those that no part named by these versions names. @param {Manifest[]} manifests @returns {Promise<boolean>} whether all went */
  async sweep(manifests) {
    try {
      await this.#keepNamed(manifests);
      return true;
    } catch (error) {
      this.#world.note('pictures-not-swept', String(error));
      return false;
    } finally {
      this.answers.known.forget();
    }
  }

  /** @param {Manifest[]} manifests */
  async #keepNamed(manifests) {
    const { pictures, parts } = this.#store;
    const leaving = await pictures.held();
    if (leaving.size === 0) return;
    const { base } = await this.#store.settings();
    const named = new Set();
    for (const { articles } of manifests) {
      for (const hash of await partsOf(articles, (page) => parts.content(page))) named.add(hash);
    }
    for (const hash of named) {
      for (const { addresses } of picturesIn(await parts.content(hash), base)) {
        for (const address of addresses) leaving.delete(address);
      }
      if (leaving.size === 0) return;
    }
    await pictures.remove(leaving);
    await pictures.journal.save();
  }

  /** Room for the news: all of them go. */
  async clear() {
    try {
      if (!(await this.#store.pictures.clear())) return;
      this.#world.note('room-made', 'pictures are gone');
      this.answers.known.forget();
    } catch (error) {
      this.#world.note('pictures-not-swept', String(error));
    }
  }
}
