// Bytes inside a page: base64, gzipped where they are large.

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
export const unpacked = (base64) => Uint8Array.from(atob(base64.trim()), (character) => character.charCodeAt(0));

/** @param {string} base64  of gzip @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function inflated(base64) {
  const plain = new Blob([unpacked(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
