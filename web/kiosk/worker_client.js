// The service worker as a kiosk's page and panel ask for it (web/offline/client.js): what is refused rejects with its code,
// and a new version of the application is taken over while nobody is there.
//
//   startPage({ client: workerClient() })

import { filesOf, register } from '../offline/client.js';

/** @typedef {import('../offline/client.js').Offline} Offline */
/** @typedef {import('../offline/content_store.js').Outcome} Outcome */

/** @param {typeof register} [begin] @returns {import('./page.js').PageClient} */
export function workerClient(begin = register) {
  /** @type {Offline | null} */
  let offline = null;
  // Of a page without a worker the first one's coming is no news.
  let hadWorker = false;
  const there = () => {
    if (!offline) throw new Error('no worker');
    return offline;
  };
  return {
    register: async (_config, note) => {
      hadWorker = Boolean(navigator.serviceWorker?.controller);
      offline = await begin({ policy: 'all', note });
      there();
    },
    status: async () => known(await there().status()),
    update: async (files) => taken(await there().update(files ? filesOf(files) : null)),
    rollBack: async () => taken(await there().rollBack()),
    onChange: (changed) => there().onChange(({ event }) => event === 'content' && changed()),
    onNewApplication: (reload) => there().onChange(({ event }) => event === 'app' && hadWorker && reload()),
    activate: () => there().activate(),
  };
}

/** What is not known is left out. @param {import('../offline/client.js').Status} status @returns {import('./panel.js').ClientStatus} */
function known({ version, serial, newest, loadedAt, bytes, quota, previous, lastRefusal, appRefusal }) {
  return {
    version,
    newest,
    bytes,
    serial: serial ?? undefined,
    loadedAt: loadedAt ?? undefined,
    quota: quota ?? undefined,
    previous: previous?.serial ?? null,
    lastRefusal: lastRefusal ?? appRefusal,
  };
}

/** @param {Outcome} outcome */
function taken(outcome) {
  if (!outcome.ok) throw Object.assign(new Error(outcome.detail ?? outcome.code), { code: outcome.code });
  return outcome;
}
