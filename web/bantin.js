// The classic script: defines <ban-tin> and finds the engine in bantin.wasm and the fonts in fonts/ next to itself.

import { setBundleSource } from './bundle_loader.js';
import { define } from './element.js';
import { setEngineSource } from './engine.js';
import { setFaces } from './faces.js';
import { setKioskSource } from './kiosk_loader.js';
import { setToolsSource } from './tools.js';
import { trusted } from './trusted.js';
import faces from 'bantin-faces';

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const wasm = new URL('bantin.wasm', script?.src || document.baseURI);
setEngineSource(() => fetch(wasm));
setFaces(faces, (file) => `url("${new URL(`fonts/${file}`, wasm)}")`);
setToolsSource(() => loaded('bantin.tools.js', 'bantin-tools'));
setBundleSource(() => loaded('bantin.bundle.js', 'bantin-bundle'));
setKioskSource(() => loaded('bantin.kiosk.js', 'bantin-kiosk'));
define();

/**
 * Runs a script beside this one, which hands over its functions in an event.
 * @param {string} file @param {string} event @returns {Promise<any>}
 */
function loaded(file, event) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    const received = (/** @type {Event} */ handed) => resolve(/** @type {CustomEvent} */ (handed).detail);
    addEventListener(event, received, { once: true });
    // After its event, or where a host answered with something else: a page that says what is not found.
    element.onload = element.onerror = () => {
      element.remove();
      removeEventListener(event, received);
      reject(new Error(element.src));
    };
    element.src = trusted('createScriptURL', new URL(file, wasm).href);
    document.head.append(element);
  });
}
