// The same in one script: the engine is inside, gzipped and in base64. Fetches nothing.

import { define } from './element.js';
import { setEngineSource } from './engine.js';
import packed from 'bantin-wasm-packed';

setEngineSource(async () => {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
});
define();
