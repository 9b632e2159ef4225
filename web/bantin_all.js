// bantin.all.js, the same in one classic script: engine, bundle reader and tools are inside. The fonts are looked for in
// fonts/ beside it; where they are not, the system's are used. What makes an element a kiosk is looked for beside it, too.
// Runs without harm where there is no page.

import { loaded } from './beside.js';
import * as bundle from './bundle.js';
import { setBundleSource } from './bundle_loader.js';
import * as commands from './commands.js';
import { define } from './element.js';
import { setEngineSource } from './engine.js';
import { setFaces } from './faces.js';
import { setKioskSource } from './kiosk_loader.js';
import * as library from './library.js';
import { inflated } from './packed.js';
import { setToolsSource } from './tools.js';
import faces from 'bantin-faces';
import packed from 'bantin-wasm-packed';

/** @param {HTMLScriptElement | null} script  null: a bundler has made a module of it */
function start(script) {
  const base = script?.src || document.baseURI;
  setEngineSource(() => inflated(packed));
  setFaces(faces, (file) => `url("${new URL(`fonts/${file}`, base)}")`);
  setToolsSource(async () => commands);
  setBundleSource(async () => ({ ...bundle, ...library }));
  setKioskSource(() => loaded(new URL('bantin.kiosk.js', base), 'bantin-kiosk'));
  define();
}

if (globalThis.customElements) start(/** @type {HTMLScriptElement | null} */ (document.currentScript));
