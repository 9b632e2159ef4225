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
  if (given !== null) {
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    return { bytes: new TextEncoder().encode(text), source: 'feed', base: document.baseURI };
  }
  const src = element.getAttribute('src');
  if (src) {
    const base = new URL(src, document.baseURI).href;
    return { bytes: await fetched(src, language, signal), source: src, base };
  }
  const packed = element.querySelector('script[type="application/feed+json+gzip"]');
  if (packed) {
    return { bytes: await inflated(packed.textContent ?? ''), source: 'script', base: document.baseURI };
  }
  const script = element.querySelector('script[type="application/feed+json"]');
  if (script) {
    return { bytes: new TextEncoder().encode(script.textContent ?? ''), source: 'script', base: document.baseURI };
  }
  return null;
}

/** @param {string} src @param {'vi' | 'en'} language @param {AbortSignal} signal */
async function fetched(src, language, signal) {
  try {
    const response = await fetch(src, { signal });
    if (!response.ok) throw new Error(String(response.status));
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SourceError('source-unreachable', `${say('unreachable', language)} (${src})`, src);
  }
}
