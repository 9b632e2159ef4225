// What makes an element a kiosk, whole: as the ES module bantin.kiosk.mjs, and in bantin.kiosk.js (web/bantin_kiosk.js).

import { attachKeyboard } from './keyboard/keyboard_view.js';
import { startKiosk as start } from './kiosk/kiosk.js';

/** @param {import('./kiosk/kiosk.js').KioskContext} context */
export const startKiosk = (context) => start(context, { attachKeyboard });
