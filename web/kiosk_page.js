// The script of kiosk.html (dist/bantin.kiosk.page.js).

import { startPage } from './kiosk/page.js';
import { workerClient } from './kiosk/worker_client.js';

startPage({ client: workerClient(), clock: /** @type {any} */ (window).bantinClock });
