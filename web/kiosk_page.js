// The script of kiosk.html (dist/bantin.kiosk.page.js).

import { startPage } from './kiosk/page.js';

startPage({ clock: /** @type {any} */ (window).bantinClock });
