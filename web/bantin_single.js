// The same in one script: the engine is inside, gzipped and in base64; the fonts are in the page, a JSON script with
// the id "fonts" that has each file in base64. Fetches nothing.

import { define } from './element.js';
import { setEngineSource } from './engine.js';
import { setFaces } from './faces.js';
import * as commands from './commands.js';
import { inflated, unpacked } from './packed.js';
import { setToolsSource } from './tools.js';
import faces from 'bantin-faces';
import packed from 'bantin-wasm-packed';

setEngineSource(() => inflated(packed));
setToolsSource(async () => commands);
// As files in memory and not as data: addresses, which a page's policy may refuse.
/** @type {Record<string, string> | undefined} */
let files;
setFaces(faces, (file) => {
  files ??= /** @type {Record<string, string>} */ (JSON.parse(document.getElementById('fonts')?.textContent || '{}'));
  return files[file] ? unpacked(files[file]) : null;
});
define();
