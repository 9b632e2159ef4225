// What can go wrong with a bundle, as a code to say it by.

/**
 * @typedef {'part-missing' | 'part-corrupted' | 'part-slow' | 'part-unreachable'} PartCode
 *   no such file (404, 410); not what its hash or its gzip says; no byte for too long; no network, or another status
 * @typedef {'bundle-malformed' | 'bundle-newer'} BundleCode
 *   a file arrived whole but says what cannot be; a format this reader does not know
 */

export class PartError extends Error {
  /** @param {PartCode | BundleCode} code @param {string} url @param {string} [detail]  for the log, in English */
  constructor(code, url, detail = '') {
    super(`${code}${detail ? `: ${detail}` : ''} (${url})`);
    this.name = 'PartError';
    this.code = code;
    this.url = url;
  }
}

/** What a whole part says and cannot be: the mistake of whoever wrote the bundle. */
export class Malformed extends Error {}
