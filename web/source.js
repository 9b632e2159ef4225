// Where an element's feed comes from: the property `feed`, the attribute `src`, or a script inside the element
// (application/feed+json, or application/feed+json+gzip in base64).

import { inflated } from './packed.js';
import { say } from './strings.js';

/** What went wrong, for `bantin-error`. */
export class SourceError extends Error {
  /** @param {string} code @param {string} message @param {string} source */
  constructor(code, message, source) {
    super(message);
    this.code = code;
    this.source = source;
  }
}

/**
 * @param {HTMLElement} element
 * @param {object | string | null} given  the property `feed`
 * @param {'vi' | 'en'} language
 * @param {AbortSignal} signal
 * @returns {Promise<{bytes: Uint8Array<ArrayBuffer>, source: string, base: string} | null>}  null: the element has no source; base: of
 *   the relative addresses in it
 */
export async function readSource(element, given, language, signal) {
  const src = given === null && element.getAttribute('src');
  const source = src || (given === null ? 'script' : 'feed');
  const base = document.baseURI;
  try {
    if (src) return { bytes: await fetched(src, signal), source, base: new URL(src, base).href };
    const bytes = given === null ? await written(element) : encoded(given);
    return bytes && { bytes, source, base };
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SourceError('source-unreachable', `${say('unreachable', language)} (${source})`, source);
  }
}

/** @param {string} src @param {AbortSignal} signal */
async function fetched(src, signal) {
  const response = await fetch(src, { signal });
  if (!response.ok) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

/** What stands in the element itself; null: nothing. @param {HTMLElement} element */
async function written(element) {
  const packed = element.querySelector('script[type="application/feed+json+gzip"]');
  if (packed) return inflated(packed.textContent ?? '');
  const script = element.querySelector('script[type="application/feed+json"]');
  return script && encoded(script.textContent ?? '');
}

/** @param {object | string} feed */
function encoded(feed) {
  return new TextEncoder().encode(typeof feed === 'string' ? feed : JSON.stringify(feed));
}
