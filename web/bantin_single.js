// The same in one script: the engine is inside, gzipped and in base64; the fonts are in the page, a JSON script with
// the id "fonts" that has each file in base64. Fetches nothing.

import { define } from './element.js';
import { setEngineSource } from './engine.js';
import { setFaces } from './faces.js';
import faces from 'bantin-faces';
import packed from 'bantin-wasm-packed';

/** @param {string} base64 */
const unpacked = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

setEngineSource(async () => {
  const plain = new Blob([unpacked(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
});
// As files in memory and not as data: addresses, which a page's policy may refuse.
/** @type {Record<string, string> | undefined} */
let files;
setFaces(faces, (file) => {
  files ??= /** @type {Record<string, string>} */ (JSON.parse(document.getElementById('fonts')?.textContent || '{}'));
  return files[file] ? unpacked(files[file]) : null;
});
define();
