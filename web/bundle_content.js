// The content of a part: expanded where it came compressed, and its SHA-256. Nothing becomes larger than LARGEST.

import { sha256 as ownSha256 } from '@noble/hashes/sha2.js';

/** Bytes; what src/bundle/part.h allows. */
export const LARGEST = 64 * 2 ** 20;

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * All of a stream, at most LARGEST bytes; more is a RangeError.
 * @param {ReadableStream<Uint8Array> | null} stream @param {() => void} [heard]  called as bytes come
 * @returns {Promise<Bytes>}
 */
export async function gathered(stream, heard = () => {}) {
  const reader = stream?.getReader();
  const chunks = [];
  let size = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    heard();
    size += read.value.length;
    if (size > LARGEST) {
      reader?.cancel().catch(() => {});
      throw new RangeError(`more than ${LARGEST} bytes`);
    }
    chunks.push(read.value);
  }
  return joined(chunks, size);
}

/** @param {Uint8Array[]} chunks @param {number} size */
function joined(chunks, size) {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/**
 * Parts are gzip at rest, but a host may have expanded them: no content begins like gzip by itself.
 * @param {Bytes} bytes @returns {Promise<Bytes>} rejects where they are broken gzip
 */
export async function expanded(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return gathered(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}

/** @param {Bytes} bytes @param {SubtleCrypto} [subtle]  which browsers withhold on http: @returns {Promise<Bytes>} */
export async function sha256(bytes, subtle = globalThis.crypto?.subtle) {
  return subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : Uint8Array.from(ownSha256(bytes));
}

/** @param {Uint8Array} bytes @returns {string} two small digits a byte */
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
