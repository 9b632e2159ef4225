// Where a bundle's bytes come from: one function. This is the web's; a bundle inside a page, or kept by a kiosk, gives
// another of the same kind.

import { gathered } from './bundle_content.js';
import { PartError } from './bundle_error.js';

/** @typedef {import('./bundle_content.js').Bytes} Bytes */
/**
 * @callback Host
 * @param {string} path  beside the manifest; empty: the manifest itself
 * @param {{cache?: RequestCache, signal: AbortSignal}} options
 * @returns {Promise<{bytes: Bytes, url: string, received: number}>} as they came, from where, and how many bytes
 *   travelled; rejects with a PartError, or with the signal's reason
 */

/** Milliseconds without a byte after which a request is given up. */
const SILENCE = 20_000;

/**
 * A part's address is the manifest's without its query, so that it stays the same in caches. A host that refuses this
 * is asked with the query (one signature for a whole folder), and from then on so first.
 * @param {string} base  absolute address of the manifest
 * @param {{fetch?: typeof globalThis.fetch, silence?: number}} [options]
 * @returns {Host}
 */
export function webHost(base, { fetch = (...request) => globalThis.fetch(...request), silence = SILENCE } = {}) {
  const { search } = new URL(base);
  let signed = false;
  return async (path, { cache = 'default', signal }) => {
    if (!path) return received(base, { fetch, silence, cache, signal });
    const first = signed;
    const attempt = (/** @type {boolean} */ withQuery) => {
      const url = new URL(path, base);
      if (withQuery) url.search = search;
      return received(url.href, { fetch, silence, cache, signal });
    };
    try {
      return await attempt(first);
    } catch (error) {
      // Across origins a refusal without CORS headers looks like no network.
      const refused = error instanceof PartError && ['part-missing', 'part-unreachable'].includes(error.code);
      if (!search || !refused) throw error;
      const answer = await attempt(!first);
      signed = !first;
      return answer;
    }
  };
}

/**
 * @param {string} url
 * @param {{fetch: typeof globalThis.fetch, silence: number, cache: RequestCache, signal: AbortSignal}} options
 */
async function received(url, { fetch, silence, cache, signal }) {
  const watch = new Watch(silence, signal);
  try {
    const response = await fetch(url, { cache, signal: watch.signal });
    watch.heard();
    if (!response.ok) {
      response.body?.cancel().catch(() => {});
      throw refusal(url, response.status);
    }
    const bytes = await gathered(response.body, () => watch.heard());
    return { bytes, url, received: Number(response.headers.get('content-length')) || bytes.length };
  } catch (error) {
    signal.throwIfAborted();
    if (watch.signal.aborted) throw new PartError('part-slow', url, `no byte for ${silence} ms`);
    if (error instanceof PartError) throw error;
    if (error instanceof RangeError) throw new PartError('part-corrupted', url, error.message);
    throw new PartError('part-unreachable', url, String(error));
  } finally {
    watch.end();
  }
}

/** @param {string} url @param {number} status */
function refusal(url, status) {
  return new PartError(status === 404 || status === 410 ? 'part-missing' : 'part-unreachable', url, `status ${status}`);
}

/** Aborts when nothing has been heard for long enough, or when `outer` does. */
class Watch {
  #silence;
  #outer;
  #controller = new AbortController();
  #stop = () => this.#controller.abort();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {number} silence  ms @param {AbortSignal} outer */
  constructor(silence, outer) {
    this.#silence = silence;
    this.#outer = outer;
    outer.throwIfAborted();
    outer.addEventListener('abort', this.#stop);
    this.heard();
  }

  get signal() {
    return this.#controller.signal;
  }

  heard() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#stop, this.#silence);
  }

  end() {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#stop);
  }
}
