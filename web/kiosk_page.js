// The script of kiosk.html (dist/bantin.kiosk.page.js).

import { startPage } from './kiosk/page.js';
import { filesOf, register } from './offline/client.js';
import { sentence } from './offline/sentences.js';

startPage({ offline: { register, filesOf, sentence }, clock: /** @type {any} */ (window).bantinClock });
