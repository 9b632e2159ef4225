// The classic script: defines <ban-tin> and finds the engine in bantin.wasm next to itself.

import { define } from './element.js';
import { setEngineSource } from './engine.js';

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const wasm = new URL('bantin.wasm', script?.src ?? document.baseURI);
setEngineSource(() => fetch(wasm));
define();
