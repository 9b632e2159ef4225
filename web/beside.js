// A classic script beside another one, loaded when it is needed. It hands over what it has in an event of the window.
//
//   const { startKiosk } = await loaded(new URL('bantin.kiosk.js', base), 'bantin-kiosk');

import { trusted } from './trusted.js';

/** @param {URL} address @param {string} event @returns {Promise<any>} */
export function loaded(address, event) {
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
    element.src = trusted('createScriptURL', address.href);
    document.head.append(element);
  });
}
