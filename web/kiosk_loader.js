// Only a kiosk needs what makes an element one (web/kiosk/): it comes in a script of its own. `setKioskSource` is called
// by the entry that knows where it is.
//
//   const { startKiosk } = await kioskParts();

/** @typedef {typeof import('./kiosk_module.js')} KioskParts */

/** @type {() => Promise<KioskParts>} */
export let kioskParts = () => Promise.reject(new Error('no kiosk'));

/** @param {() => Promise<KioskParts>} source */
export function setKioskSource(source) {
  kioskParts = source;
}
