// A page's requests for the bundle, answered out of what is kept. The manifest is that of the content shown; a part that
// is not kept comes from the network and then is. Without a content everything comes from the network, a manifest only
// with the signature it must have.

import { expanded } from '../bundle_content.js';
import { readManifest } from '../bundle_manifest.js';
import { verify } from './download.js';
import { directlyNamed, partsOf } from './named_parts.js';
import { nameOf } from './part_cache.js';
import { Refusal } from './refusal.js';
import { checkSignature } from './signature.js';

/** @typedef {import('../bundle_content.js').Bytes} Bytes */
/** @typedef {(work: Promise<unknown>) => void} WaitUntil */

const PART = /^parts\/([0-9a-f]{2})\/(\1[0-9a-f]{22})\.bin$/;
/** Requests that want to know what the host has now. */
const AGAIN = ['reload', 'no-store'];
/** Parts kept between two looks at the budget. */
const FITTED_AFTER = 8;

/** Whether it may be one of ours; only the settings, which are read, tell surely. @param {URL} url */
export const mayBeContent = ({ pathname }) => /\/parts\/[0-9a-f]{2}\/[0-9a-f]{24}\.bin$|\/bundle\.json$/.test(pathname);

export class ContentAnswers {
  #world;
  #store;
  #unfitted = 0;

  /** @param {import('./world.js').World} world @param {import('./content_store.js').ContentStore} store */
  constructor(world, store) {
    this.#world = world;
    this.#store = store;
  }

  /** @param {Request} request @param {WaitUntil} waitUntil @returns {Promise<Response | null>} */
  async answer(request, waitUntil) {
    const { base } = await this.#store.settings();
    const [asked, own] = [bare(request.url), bare(base)];
    if (asked === own) return this.#manifest(request);
    const folder = own.slice(0, own.lastIndexOf('/') + 1);
    const part = asked.startsWith(folder) && PART.exec(asked.slice(folder.length));
    return part ? this.#part(part[2], request, waitUntil) : null;
  }

  /** @param {Request} request */
  async #manifest(request) {
    const { current } = await this.#store.state.read();
    if (current) return manifestResponse(current.manifest);
    try {
      return await this.#newManifest(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.#store.state.tell('content', error);
      return new Response(error.message, { status: 403 });
    }
  }

  /** @param {Request} request */
  async #newManifest(request) {
    const { key } = await this.#store.settings(true);
    const response = await this.#world.fetch(request);
    if (!key || !response.ok) return response;
    const bytes = await expanded(new Uint8Array(await response.arrayBuffer()));
    await checkSignature(bytes, key, this.#world.subtle);
    return manifestResponse(bytes);
  }

  /** @param {string} name @param {Request} request @param {WaitUntil} waitUntil */
  async #part(name, request, waitUntil) {
    const { parts } = this.#store;
    const isAgain = AGAIN.includes(request.cache);
    const kept = isAgain ? null : await parts.bytes(name);
    if (kept) {
      waitUntil(this.#store.pictureStore.answers.known.heard(kept));
      waitUntil(this.#wasRead(name));
      return partResponse(kept);
    }
    try {
      const response = await this.#world.fetch(request);
      if (!response.ok) return response;
      const bytes = new Uint8Array(await response.arrayBuffer());
      waitUntil(this.#store.pictureStore.answers.known.heard(bytes));
      waitUntil(this.#keep(name, bytes));
      return partResponse(bytes);
    } catch (error) {
      const instead = isAgain ? await parts.bytes(name) : null;
      if (instead) return partResponse(instead);
      throw error;
    }
  }

  /** @param {string} name */
  async #wasRead(name) {
    await this.#store.parts.journal.touch(name);
    await this.#store.parts.journal.savedSoon();
  }

  // What cannot be kept is read all the same.
  /** @param {string} name @param {Bytes} bytes */
  async #keep(name, bytes) {
    const { parts } = this.#store;
    try {
      await verify(bytes, name, this.#world);
      await parts.keep(name, bytes).catch(async () => {
        await this.#store.pictureStore.clear();
        await this.fit(0.8 * (await parts.size()));
        await parts.keep(name, bytes);
      });
      if (++this.#unfitted % FITTED_AFTER === 0) await this.fit();
      await parts.journal.savedSoon();
    } catch (error) {
      this.#world.note('part-not-kept', String(error));
    }
  }

  /** A visitor's content keeps within its budget; one that is kept whole has none. @param {number} [budget] */
  async fit(budget) {
    const { current } = await this.#store.state.read();
    if (current?.policy === 'all') return;
    await this.#store.parts.fit(await this.#spared(current?.manifest), budget);
  }

  /** Without these nothing begins. @param {string} [text] */
  async #spared(text) {
    if (!text) return new Set();
    const { manifest } = readManifest(new TextEncoder().encode(text));
    const columns = await partsOf(manifest.columns, (hash) => this.#store.parts.content(hash));
    return new Set([...directlyNamed(manifest), ...columns].map(nameOf));
  }
}

/** @param {string | Bytes} manifest */
function manifestResponse(manifest) {
  return new Response(manifest, { headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' } });
}

/** @param {Bytes} bytes */
function partResponse(bytes) {
  return new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream' } });
}

/** Without query and fragment. @param {string} address */
const bare = (address) => address.replace(/[?#].*$/, '');
