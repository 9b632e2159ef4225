// How the bytes of a bundle's manifest begin: `bantin_bundle` is its first key, so a feed of any size need not be read
// to know that it is none. Part of the core, for it decides whether the lazy rest is fetched.

const START = /^\ufeff?\s*\{\s*"bantin_bundle"\s*:/;
const LONGEST_START = 256;

/** Whether `bytes` begin a bundle's manifest. @param {Uint8Array} bytes  plain JSON @returns {boolean} */
export function isManifest(bytes) {
  return START.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, LONGEST_START)));
}
