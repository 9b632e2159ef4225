// The classic script: defines <ban-tin> and finds the engine in bantin.wasm and the fonts in fonts/ next to itself.

import { loaded } from './beside.js';
import { setBundleSource } from './bundle_loader.js';
import { define } from './element.js';
import { setEngineSource } from './engine.js';
import { setFaces } from './faces.js';
import { setKioskSource } from './kiosk_loader.js';
import { setToolsSource } from './tools.js';
import faces from 'bantin-faces';

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const wasm = new URL('bantin.wasm', script?.src || document.baseURI);
setEngineSource(() => fetch(wasm));
setFaces(faces, (file) => `url("${new URL(`fonts/${file}`, wasm)}")`);
const lazy = (/** @type {string} */ name) => loaded(new URL(`bantin.${name}.js`, wasm), `bantin-${name}`);
setToolsSource(() => lazy('tools'));
setBundleSource(() => lazy('bundle'));
setKioskSource(() => lazy('kiosk'));
define();
