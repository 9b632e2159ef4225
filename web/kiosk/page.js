// The page of a kiosk: an element as kiosk.json wants it, watched over, and updated while nobody is there.
//
//   startPage({ offline: { register, filesOf, sentence } });     of web/offline/, null: without a worker

import { realClock } from './clock.js';
import { readConfig } from './config.js';
import { closePage } from './guard.js';
import { offlineClient } from './offline_client.js';
import { PageLog, reloads } from './page_log.js';
import { plainClient } from './plain_client.js';
import { Updates } from './updates.js';
import { Watchdog } from './watchdog.js';

/**
 * @typedef {import('./panel.js').Client & {onChange?: (changed: () => void) => void, renew?: () => boolean}} PageClient
 *   renew: has a newer application take over; whether it has, so that the page had best be loaded anew
 *
 * @typedef {object} PageParts
 * @property {import('./offline_client.js').OfflineParts | null} [offline]  of the service worker
 * @property {import('./clock.js').Clock} [clock]
 */

/** @param {PageParts} parts */
export async function startPage({ offline = null, clock = realClock } = {}) {
  const { signal } = new AbortController();
  closePage(window, signal);
  const log = new PageLog();
  /** Of the present element. @type {((event: string, detail: string) => void) | null} */
  let noteThere = null;
  const note = (/** @type {string} */ event, /** @type {string} */ detail) => {
    log.add(event, detail);
    noteThere?.(event, detail);
  };
  const { config, problems } = readConfig(await textOf('kiosk.json'));
  for (const problem of problems) note('config', problem);
  const source = await clientFor(offline, config, { note, signal, language: config.lang });

  const reload = () => location.reload();
  let isIdle = false;
  let query = '';
  /** @type {HTMLElement | null} */
  let element = null;
  const updates =
    source &&
    new Updates({
      clock,
      minutes: config.updateMinutes,
      client: source,
      note,
      show: (serial) => {
        query = `?v=${serial}`;
        element?.setAttribute('src', config.src + query);
      },
    });

  const { pin, night, keyboard } = config;
  /** @type {import('./kiosk.js').KioskSettings} */
  const kioskSettings = {
    clock,
    pin,
    night,
    keyboard,
    client: source,
    onIdle: (is) => {
      isIdle = is;
      updates?.turn(is);
      if (is && source?.renew?.()) reload();
    },
    onStart: (kiosk) => {
      noteThere = kiosk.note;
      for (const { time, event, detail } of log.entries) kiosk.note(event, `${detail} (${time.slice(0, 16)})`.trim());
    },
  };
  const fresh = () => {
    const { src, idleSeconds, lang, theme } = config;
    const next = Object.assign(document.createElement('ban-tin'), { kioskSettings });
    const attributes = { kiosk: '', 'idle-seconds': idleSeconds, lang, theme, src: src + query };
    for (const [name, value] of Object.entries(attributes)) next.setAttribute(name, String(value));
    noteThere = null;
    isIdle = false;
    if (element) element.replaceWith(next);
    else (document.querySelector('main') ?? document.body).append(next);
    element = next;
    return next;
  };
  const watchdog = new Watchdog({
    clock,
    fresh,
    reload,
    note,
    isIdle: () => isIdle,
    isDefined: () => customElements.get('ban-tin') !== undefined,
    memory: () => ({
      engine: /** @type {any} */ (element)?.stats?.memoryBytes ?? 0,
      heap: /** @type {any} */ (performance).memory?.usedJSHeapSize ?? 0,
    }),
    reloads,
  });
  watchdog.start();
  await updates?.start(signal);
}

/** @param {string} file @returns {Promise<string>} `{}` where there is none */
async function textOf(file) {
  try {
    const response = await fetch(file);
    return response.ok ? await response.text() : '{}';
  } catch {
    return '{}';
  }
}

/**
 * @param {import('./offline_client.js').OfflineParts | null} offline @param {import('./config.js').Config} config
 * @param {import('./offline_client.js').OfflineOptions} options
 * @returns {Promise<PageClient | null>}
 */
async function clientFor(offline, { key, src }, options) {
  // A worker keeps bundles; a feed comes anew each time.
  const isBundle = /(^|\/)bundle\.json$/.test(src);
  const client = isBundle && offline ? await offlineClient(offline, options) : null;
  if (client) return client;
  options.note('no-worker', key ? 'no updates: there is nobody to check signatures' : '');
  return key ? null : plainClient(src);
}
