// The page of a kiosk: an element as kiosk.json wants it, watched over, and updated while nobody is there.
//
//   startPage({ offline: { register, filesOf, sentence } });     of web/offline/, null: without a worker

import { realClock } from './clock.js';
import { readConfig } from './config.js';
import { closePage } from './guard.js';
import { clientFor } from './page_client.js';
import { PageLog, reloads } from './page_log.js';
import { PageNotice } from './page_notice.js';
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

const SECOND = 1000;
/** kiosk.json is not there by then: it is asked for again. */
const ANSWER_MS = 10 * SECOND;
const PAUSES = [1, 5, 15, 30].map((seconds) => seconds * SECOND);
/** A page that has not begun by then, for want of its settings, is loaded anew. */
const BEGUN_MS = 300 * SECOND;

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
  const reload = () => location.reload();
  const hung = clock.setTimeout(reload, BEGUN_MS);
  const { config, problems } = readConfig(await settings(clock, note));
  for (const problem of problems) note('config', problem);
  clock.clearTimeout(hung);
  const notice = new PageNotice(config.lang);
  const source = await clientFor({
    offline,
    config,
    clock,
    told: { note, signal, language: config.lang },
    isPossible: () => 'serviceWorker' in navigator && Boolean(navigator.serviceWorker),
    isControlled: () => Boolean(navigator.serviceWorker?.controller),
    say: (name) => notice.say(name),
    again: () => reloadIfThere(reload),
  });
  notice.clear();

  let isIdle = false;
  /** What makes an element a kiosk is there. */
  let isWhole = false;
  let query = '';
  /** @type {HTMLElement | null} */
  let element = null;
  const updates = new Updates({
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
      updates.turn(is);
      if (is && source.renew?.()) reload();
    },
    onStart: (kiosk) => {
      isWhole = true;
      noteThere = kiosk.note;
      for (const { time, event, detail } of log.entries) kiosk.note(event, `${detail} (${time.slice(0, 16)}Z)`.trim());
    },
  };
  const fresh = () => {
    const { src, idleSeconds, lang, theme } = config;
    const next = Object.assign(document.createElement('ban-tin'), { kioskSettings });
    const attributes = { kiosk: '', 'idle-seconds': idleSeconds, lang, theme, src: src + query };
    for (const [name, value] of Object.entries(attributes)) next.setAttribute(name, String(value));
    noteThere = null;
    isIdle = isWhole = false;
    updates.turn(false);
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
    isWhole: () => isWhole,
    isDefined: () => customElements.get('ban-tin') !== undefined,
    memory: () => ({
      engine: /** @type {any} */ (element)?.stats?.memoryBytes ?? 0,
      heap: /** @type {any} */ (performance).memory?.usedJSHeapSize ?? 0,
    }),
    reloads,
  });
  watchdog.start();
  await updates.start(signal);
}

/**
 * The text of kiosk.json. A host that does not answer is asked again: without it a kiosk has another's news and no PIN.
 * @param {import('./clock.js').Clock} clock @param {(event: string, detail: string) => void} note
 * @returns {Promise<string>} `{}` where there is none
 */
async function settings(clock, note) {
  for (const pause of [...PAUSES, 0]) {
    try {
      const response = await fetch('kiosk.json', { signal: AbortSignal.timeout(ANSWER_MS) });
      if (response.status >= 500) throw new Error(`status ${response.status}`);
      return response.ok ? await response.text() : '{}';
    } catch (error) {
      note('config', `kiosk.json: ${error}`);
      await new Promise((done) => clock.setTimeout(() => done(null), pause));
    }
  }
  return '{}';
}

/** A page whose host is away would be none: it stays. @param {() => void} reload */
async function reloadIfThere(reload) {
  const response = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) }).catch(
    () => null,
  );
  if (response?.ok) reload();
}
