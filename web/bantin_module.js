// bantin.mjs, the same as an ES module: defines <ban-tin> and gives its class. Everything beside it is named in the way
// bundlers know (new URL(…, import.meta.url), import()), so that they take it along. Imported where there is no page, it
// does nothing.
//
//   import 'bantin';
//   import { BanTin } from 'bantin';

import { setBundleSource } from './bundle_loader.js';
import { BanTin, define as defineElement } from './element.js';
import { setEngineSource } from './engine.js';
import { setFaces } from './faces.js';
import { setKioskSource } from './kiosk_loader.js';
import { setToolsSource } from './tools.js';
import faces from 'bantin-faces';
import fontAddresses from 'bantin-font-addresses';

setEngineSource(() => fetch(new URL('./bantin.wasm', import.meta.url)));
setFaces(faces, (file) => `url("${fontAddresses[file]}")`);
setToolsSource(() => import('./bantin.tools.mjs'));
setBundleSource(() => import('./bantin.bundle.mjs'));
setKioskSource(() => import('./bantin.kiosk.mjs'));

/** Defines <ban-tin>, as importing this module does; a second time, or without a page, it does nothing. */
export function define() {
  if (globalThis.customElements) defineElement();
}

define();

export { BanTin };
