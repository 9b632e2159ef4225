// One update: what the source has now is checked, what is not kept yet is fetched, and only when all is there it becomes
// what is shown. Whatever ends it, and whenever, the content before stays whole. Rejects with a Refusal, or with the
// signal's reason.

import { hex, sha256 } from '../bundle_content.js';
import { Malformed } from '../bundle_error.js';
import { readManifest } from '../bundle_manifest.js';
import { Filling, Vanished } from './filling.js';
import { allNamed, checkColumns } from './named_parts.js';
import { nameOf } from './part_cache.js';
import { Refusal } from './refusal.js';
import { checkSignature } from './signature.js';

/** @typedef {import('../bundle_manifest.js').Manifest} Manifest */
/** @typedef {import('./content_state.js').Policy} Policy */
/**
 * @typedef {object} UpdateOptions
 * @property {Policy} policy
 * @property {AbortSignal} signal
 * @property {string} [key]  whose signature the manifest must have
 * @property {boolean} [force]  also what an operator rolled back from
 *
 * @typedef {object} Updated
 * @property {'new' | 'same' | 'held'} outcome  held: what an operator rolled back from
 * @property {number} serial  of what is shown now
 * @property {boolean} complete  every part is kept
 */

const ATTEMPTS = 3;

export class Updater {
  #world;
  #state;
  #parts;
  #pictures;
  /** Parts this update has kept so far. */
  kept = 0;

  /**
   * @param {import('./world.js').World} world @param {import('./content_state.js').ContentState} state
   * @param {import('./part_cache.js').PartCache} parts @param {import('./picture_store.js').PictureStore} pictures
   */
  constructor(world, state, parts, pictures) {
    this.#world = world;
    this.#state = state;
    this.#parts = parts;
    this.#pictures = pictures;
  }

  /** @param {import('./sources.js').Source} source @param {UpdateOptions} options @returns {Promise<Updated>} */
  async run(source, { policy, signal, key, force = false }) {
    const bytes = await source.manifest(signal);
    const manifest = readable(bytes);
    if (key) await checkSignature(bytes, key, this.#world.subtle);
    else this.#world.note('update-unchecked', 'kiosk.json has no key');
    const hash = hex(await sha256(bytes, this.#world.subtle));
    const before = await this.#state.readSurely();
    const { current } = before;
    if (current && manifest.serial < current.serial) {
      throw new Refusal('update-older', `serial ${manifest.serial}, ${current.serial} is shown`);
    }
    if (current && before.held === hash && !force) {
      return { outcome: 'held', serial: current.serial, complete: current.complete };
    }
    const complete = await this.#fill(manifest, source, policy, signal);
    const isSame = current?.hash === hash;
    if (!isSame || current.complete !== complete || current.policy !== policy) {
      await this.#show(new TextDecoder().decode(bytes), { manifest, hash, policy, complete });
    }
    await this.sweep();
    return { outcome: isSame ? 'same' : 'new', serial: manifest.serial, complete };
  }

  /** @param {string} text @param {{manifest: Manifest, hash: string, policy: Policy, complete: boolean}} rest */
  async #show(text, { manifest, hash, policy, complete }) {
    const { current, previous } = await this.#state.readSurely();
    const isSame = current?.hash === hash;
    const loadedAt = isSame ? current.loadedAt : this.#world.now();
    const { serial, newest = '' } = manifest;
    await this.#state.write({
      current: { manifest: text, hash, serial, newest, loadedAt, policy, complete },
      previous: isSame ? previous : current,
      held: null,
      swept: false,
    });
  }

  /** Removes the parts that neither version names, and the pictures that none of the others names. */
  async sweep() {
    const state = await this.#state.read();
    if (state.swept) return;
    const { current, previous } = state;
    const manifests = [current, previous].flatMap((version) => (version ? [JSON.parse(version.manifest)] : []));
    await this.#keepOnly(manifests);
    const isClean = await this.#pictures.sweep(manifests);
    if (isClean) await this.#state.write({ ...state, swept: true });
  }

  // What is kept may be wiped meanwhile: it is looked at again before it is shown.
  /** @param {Manifest} manifest @param {import('./sources.js').Source} source @param {Policy} policy @param {AbortSignal} signal */
  async #fill(manifest, source, policy, signal) {
    for (let attempt = 0; attempt < ATTEMPTS; ++attempt) {
      try {
        const filling = new Filling(manifest, {
          source,
          signal,
          world: this.#world,
          parts: this.#parts,
          updater: this,
        });
        const complete = await (policy === 'all' ? filling.all() : filling.start());
        await checkColumns(manifest, filling.content);
        const held = await this.#parts.held();
        if (filling.needed.every((hash) => held.has(nameOf(hash)))) return complete;
      } catch (error) {
        if (error instanceof Malformed) throw new Refusal('update-malformed', error.message);
        if (!(error instanceof Vanished)) throw error;
      }
      this.#world.note('parts-vanished', `attempt ${attempt + 1}`);
    }
    throw new Refusal('update-no-room', 'what is kept vanishes');
  }

  /** Room for the new content: pictures go. */
  dropPictures() {
    return this.#pictures.clear();
  }

  /** Room for the new content: the version before the one shown goes. @param {Manifest} coming */
  async makeRoom(coming) {
    const state = await this.#state.readSurely();
    await this.#state.write({ ...state, previous: null, swept: false });
    await this.#keepOnly([coming, ...(state.current ? [JSON.parse(state.current.manifest)] : [])]);
    this.#world.note('room-made', 'the version before is gone');
  }

  /** @param {Manifest[]} manifests */
  async #keepOnly(manifests) {
    const named = new Set();
    for (const manifest of manifests) {
      for (const hash of await allNamed(manifest, (page) => this.#parts.content(page))) named.add(nameOf(hash));
    }
    const held = await this.#parts.held();
    await this.#parts.remove([...held].filter((name) => !named.has(name)));
    await this.#parts.journal.save();
  }
}

/** @param {Uint8Array} bytes @returns {Manifest} */
function readable(bytes) {
  try {
    const { manifest, isNewer } = readManifest(bytes);
    if (isNewer) throw new Malformed(`format ${manifest.bantin_bundle}`);
    return manifest;
  } catch (error) {
    throw error instanceof Malformed ? new Refusal('update-malformed', error.message) : error;
  }
}
