// The classic script: defines <ban-tin> and finds the engine in bantin.wasm and the fonts in fonts/ next to itself.

import { define } from './element.js';
import { setEngineSource } from './engine.js';
import { setFaces } from './faces.js';
import { setToolsSource } from './tools.js';
import faces from 'bantin-faces';

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const wasm = new URL('bantin.wasm', script?.src ?? document.baseURI);
setEngineSource(() => fetch(wasm));
setFaces(faces, (file) => `url("${new URL(`fonts/${file}`, wasm)}")`);
setToolsSource(() => loaded(new URL('bantin.tools.js', wasm)));
define();

/** Runs the script at `address`, which hands over its functions in an event. @param {URL} address */
function loaded(address) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    const received = (/** @type {Event} */ event) => resolve(/** @type {CustomEvent} */ (event).detail);
    addEventListener('bantin-tools', received, { once: true });
    element.onload = () => element.remove();
    element.onerror = () => {
      element.remove();
      removeEventListener('bantin-tools', received);
      reject(new Error(address.href));
    };
    element.src = address.href;
    document.head.append(element);
  });
}
