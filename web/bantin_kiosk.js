// The lazy script bantin.kiosk.js: hands what makes an element a kiosk to whoever waits for it (web/bantin.js), and is
// gone.

import { startKiosk } from './kiosk_module.js';

dispatchEvent(new CustomEvent('bantin-kiosk', { detail: { startKiosk } }));
