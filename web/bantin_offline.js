// dist/bantin.offline.js, for a page that wants to be read without a network (README, "A page without a network"). A
// kiosk's page has the same in its own script.
//
//   const offline = await bantinOffline.register();          null: not possible here
//   await offline?.update();
//   bantinOffline.newsUntil(await offline?.status(), 'vi')   'Tin đến ngày 11/06/2026'

import { filesOf, register } from './offline/client.js';
import { newsUntil } from './news_until.js';
import { sentence } from './offline/sentences.js';

/** @param {{newest?: string} | null | undefined} status @param {string} language */
const until = (status, language) => newsUntil(status?.newest ?? '', language);
Object.assign(globalThis, { bantinOffline: { register, filesOf, sentence, newsUntil: until } });
