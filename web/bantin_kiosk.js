// The lazy script bantin.kiosk.js: hands what makes an element a kiosk to whoever waits for it (web/bantin.js), and is
// gone.

import { startKiosk } from './kiosk/kiosk.js';
import { attachKeyboard } from './keyboard/keyboard_view.js';

dispatchEvent(
  new CustomEvent('bantin-kiosk', {
    detail: {
      startKiosk: (/** @type {import('./kiosk/kiosk.js').KioskContext} */ context) =>
        startKiosk(context, { attachKeyboard }),
    },
  }),
);
