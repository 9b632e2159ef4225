// The service worker of dist/sw.js: kiosk.html, index.html and their scripts without a network, and the news as far as they
// were kept. web/offline_files.js puts in place which files there are.

import { APP_FILES } from 'bantin-app-files';
import { OfflineWorker } from './offline/worker.js';

new OfflineWorker(self, APP_FILES).start();
