// A page's requests for pictures, answered out of what is kept; what is not comes from the network and then is.
//
// Ours are the pictures that are kept and those that a part of articles names which a page has just read: whoever shows an
// article has read its part before. So no page needs to say that it has a reader, and the other pictures of a site below the
// worker's scope stay the browser's own. So do those of other sites until they are kept: the policy that a page has for
// its pictures may allow what the worker's does not. Of these a copy is fetched beside, where the other site lets us read it.
// Where one width of a picture is kept, it does for another.

import { KnownPictures } from './known_pictures.js';
import { hasHash, pictureOf } from './picture_cache.js';

/** @typedef {(work: Promise<unknown>) => void} WaitUntil */

/** Requests that want to know what the host has now. */
const AGAIN = ['reload', 'no-store'];

export class PictureAnswers {
  #world;
  #store;
  #origin;

  /** @param {import('./world.js').World} world @param {import('./content_store.js').ContentStore} store */
  constructor(world, store) {
    this.#world = world;
    this.#store = store;
    this.#origin = new URL(world.scope).origin;
    this.known = new KnownPictures(world, store);
  }

  /** Told at once, as a worker must: whether `answer` is to be asked, which may say no. @param {string} url */
  mayAnswer(url) {
    const found = this.known.now(bare(url));
    return new URL(url).origin === this.#origin ? (found?.isOurs ?? true) : (found?.isKept ?? false);
  }

  /** @param {Request} request @param {WaitUntil} waitUntil @returns {Promise<Response | null>} null: none of ours */
  async answer(request, waitUntil) {
    const address = bare(request.url);
    const picture = (await this.known.all()).named.get(address);
    if (!picture) return null;
    const { addresses, hash } = picture;
    const own = addresses[0];
    const isAgain = AGAIN.includes(request.cache);
    const kept = isAgain ? null : await this.#kept(new Set([address, own]), waitUntil, picture);
    if (kept) return kept;
    try {
      const response = await this.#world.fetch(request);
      const named = { address, hash: own === address ? hash : '' };
      if (response.ok) waitUntil(this.#keep(named, response.clone()));
      return response;
    } catch (error) {
      // One that has been replaced is more than none.
      const instead = await this.#kept(new Set([address, ...addresses]), waitUntil);
      if (instead) return instead;
      throw error;
    }
  }

  /** Keeps another site's picture that the browser fetches by itself, if it is one of ours. @param {string} url */
  async copy(url) {
    const address = bare(url);
    const { named, kept } = await this.known.all();
    if (!named.has(address) || kept.has(address)) return;
    // Most do not let us.
    const response = await this.#world.fetch(address).catch(() => null);
    if (response?.ok) await this.#keep({ address, hash: '' }, response);
  }

  /**
   * The first of these that is kept.
   * @param {Set<string>} addresses @param {WaitUntil} waitUntil
   * @param {import('./picture_names.js').Picture} [picture]  its own width must be this one
   */
  async #kept(addresses, waitUntil, picture) {
    const { pictures } = this.#store;
    for (const address of addresses) {
      const response = await pictures.response(address);
      if (!response || (address === picture?.addresses[0] && !hasHash(response, picture.hash))) continue;
      waitUntil(pictures.journal.touch(address).then(() => pictures.journal.savedSoon()));
      return response;
    }
    return null;
  }

  // What a kiosk keeps its filling chooses: beyond its budget nothing makes room for what somebody reads.
  /** @param {{address: string, hash: string}} named @param {Response} response */
  async #keep(named, response) {
    const { address } = named;
    const { pictures, state } = this.#store;
    try {
      const picture = await pictureOf(response);
      const { current } = await state.read();
      const policy = current?.policy ?? 'seen';
      const most = await pictures.most(policy);
      if (!picture || (policy === 'all' && (await pictures.size()) + picture.bytes.length > most)) return;
      if (!(await pictures.keep(named, picture, policy))) return;
      this.known.add(address);
      await pictures.fit(new Set(), most);
      await pictures.journal.savedSoon();
    } catch (error) {
      this.#world.note('picture-not-kept', `${address}: ${error}`);
    }
  }
}

/** Without a fragment. @param {string} url */
const bare = (url) => url.replace(/#.*$/, '');
