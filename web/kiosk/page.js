// The page of a kiosk: an element as kiosk.json wants it, watched over, and updated while nobody is there.
//
//   startPage({ offline: { register, filesOf, sentence } });     of web/offline/, null: without a worker

import { realClock } from './clock.js';
import { readConfig } from './config.js';
import { closePage } from './guard.js';
import { clientFor } from './page_client.js';
import { PageDoor } from './page_door.js';
import { reloadIfThere, settings } from './page_host.js';
import { PageLog, reloads } from './page_log.js';
import { PageNotice } from './page_notice.js';
import { PinLock } from './pin_lock.js';
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
/** A page that has not begun by then, for want of its settings, is loaded anew. */
const BEGUN_MS = 300 * SECOND;

/** @param {PageParts} parts */
export async function startPage({ offline = null, clock = realClock } = {}) {
  const { signal } = new AbortController();
  closePage(window, signal);
  const log = new PageLog();
  /** What makes the present element a kiosk. @type {{note: typeof note, signal: AbortSignal} | null} */
  let kiosk = null;
  const isWhole = () => kiosk !== null && !kiosk.signal.aborted;
  const note = (/** @type {string} */ event, /** @type {string} */ detail) => {
    log.add(event, detail);
    kiosk?.note(event, detail);
  };
  const hung = clock.setTimeout(() => location.reload(), BEGUN_MS);
  const { config, problems } = readConfig(await settings(clock, note));
  for (const problem of problems) note('config', problem);
  clock.clearTimeout(hung);
  const { pin, night, keyboard, lang: language } = config;
  const notice = new PageNotice(language);
  const lock = pin ? new PinLock(pin, clock) : undefined;
  /** @type {(HTMLElement & {stats?: Record<string, any>}) | null} */
  let element = null;
  /** @type {PageClient | null} */
  let client = null;
  const door = new PageDoor({
    root: notice.root,
    clock,
    lock: lock ?? null,
    language,
    idleMs: config.idleSeconds * SECOND,
    isNeeded: () => !isWhole(),
    panel: () => ({
      language,
      element: { stats: element?.stats ?? {} },
      client,
      log: () => log.entries,
      reload: () => location.reload(),
      newest: () => '',
      now: clock.now,
      note,
    }),
    reload: () => location.reload(),
    note,
    signal,
  });
  const reload = () => door.reload();
  const source = await clientFor({
    offline,
    config,
    clock,
    told: { note, signal, language },
    isPossible: () => 'serviceWorker' in navigator && Boolean(navigator.serviceWorker),
    isControlled: () => Boolean(navigator.serviceWorker?.controller),
    say: (name) => notice.say(name),
    again: () => reloadIfThere(reload),
  });
  notice.clear();
  client = source;

  let isIdle = false;
  let query = '';
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

  /** @type {import('./kiosk.js').KioskSettings} */
  const kioskSettings = {
    clock,
    pin,
    lock,
    night,
    keyboard,
    client: source,
    onOperated: () => updates?.showNow(),
    onIdle: (is) => {
      isIdle = is;
      updates.turn(is);
      if (is && source.renew?.()) reload();
    },
    onStart: (started) => {
      kiosk = started;
      for (const { time, event, detail } of log.entries) kiosk.note(event, `${detail} (${time.slice(0, 16)}Z)`.trim());
    },
  };
  const fresh = () => {
    const { src, idleSeconds, theme } = config;
    const next = Object.assign(document.createElement('ban-tin'), { kioskSettings });
    const attributes = { kiosk: '', 'idle-seconds': idleSeconds, lang: language, theme, src: src + query };
    for (const [name, value] of Object.entries(attributes)) next.setAttribute(name, String(value));
    kiosk = null;
    isIdle = false;
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
    isWhole,
    waits: (isWaiting) => (isWaiting ? notice.say('restarting') : notice.clear()),
    isDefined: () => customElements.get('ban-tin') !== undefined,
    memory: () => ({
      engine: element?.stats?.memoryBytes ?? 0,
      heap: /** @type {any} */ (performance).memory?.usedJSHeapSize ?? 0,
    }),
    reloads,
  });
  watchdog.start();
  await updates.start(signal);
}
