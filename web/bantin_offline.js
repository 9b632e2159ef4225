// dist/bantin.offline.js, for a page that wants to be read without a network: `await bantinOffline.register()`, then
// `update()`. A kiosk's page has the same in its own script.

import { filesOf, register } from './offline/client.js';
import { sentence } from './offline/sentences.js';

Object.assign(globalThis, { bantinOffline: { register, filesOf, sentence } });
