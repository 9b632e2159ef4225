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
 * @typedef {import('./config.js').Config} Config
 *
 * @typedef {object} PageParts
 * @property {import('./offline_client.js').OfflineParts | null} [offline]  of the service worker
 * @property {import('./clock.js').Clock} [clock]
 */

const SECOND = 1000;
/** A page that has not begun by then, for want of its settings, is loaded anew. */
const BEGUN_MS = 300 * SECOND;

/** @param {PageParts} [parts] */
export const startPage = (parts = {}) => new KioskPage(parts).start();

class KioskPage {
  #clock;
  #offline;
  #log = new PageLog();
  #signal = new AbortController().signal;
  /** @type {(HTMLElement & {stats?: Record<string, any>}) | null} */
  #element = null;
  /** What makes the present element a kiosk. @type {{note: (event: string, detail: string) => void, signal: AbortSignal} | null} */
  #kiosk = null;
  /** @type {PageClient | null} */
  #client = null;
  #isIdle = false;
  /** Tells the host's manifest from the one before. */
  #query = '';

  /** @param {PageParts} parts */
  constructor({ offline = null, clock = realClock }) {
    this.#offline = offline;
    this.#clock = clock;
  }

  async start() {
    closePage(window, this.#signal);
    const config = await this.#configured();
    const notice = new PageNotice(config.lang);
    const lock = config.pin ? new PinLock(config.pin, this.#clock) : null;
    const door = this.#door(config, notice.root, lock);
    const reload = () => door.reload();
    const client = await this.#clientOf(config, notice, reload);
    notice.clear();
    this.#client = client;
    const updates = this.#updates(config, client);
    const settings = this.#settings(config, { lock, client, updates, reload });
    this.#watchdog(() => this.#fresh(config, settings, updates), { notice, reload }).start();
    await updates.start(this.#signal);
  }

  /** @param {string} event @param {string} detail */
  #note = (event, detail) => {
    this.#log.add(event, detail);
    this.#kiosk?.note(event, detail);
  };

  #isWhole = () => this.#kiosk !== null && !this.#kiosk.signal.aborted;

  async #configured() {
    const hung = this.#clock.setTimeout(() => location.reload(), BEGUN_MS);
    const { config, problems } = readConfig(await settings(this.#clock, this.#note));
    for (const problem of problems) this.#note('config', problem);
    this.#clock.clearTimeout(hung);
    return config;
  }

  /** @param {Config} config @param {ShadowRoot} root @param {PinLock | null} lock */
  #door({ lang: language, idleSeconds }, root, lock) {
    const reload = () => location.reload();
    const [clock, note, signal] = [this.#clock, this.#note, this.#signal];
    const panel = () => ({
      language,
      element: { stats: this.#element?.stats ?? {} },
      client: this.#client,
      log: () => this.#log.entries,
      reload,
      newest: () => '',
      now: clock.now,
      note,
    });
    const isNeeded = () => !this.#isWhole();
    return new PageDoor({
      root,
      clock,
      lock,
      language,
      idleMs: idleSeconds * SECOND,
      isNeeded,
      panel,
      reload,
      note,
      signal,
    });
  }

  /** @param {Config} config @param {PageNotice} notice @param {() => void} reload */
  #clientOf(config, notice, reload) {
    return clientFor({
      offline: this.#offline,
      config,
      clock: this.#clock,
      told: { note: this.#note, signal: this.#signal, language: config.lang },
      isPossible: () => 'serviceWorker' in navigator && Boolean(navigator.serviceWorker),
      isControlled: () => Boolean(navigator.serviceWorker?.controller),
      say: (name) => notice.say(name),
      again: () => reloadIfThere(reload),
    });
  }

  /** @param {Config} config @param {PageClient} client */
  #updates({ src, updateMinutes: minutes }, client) {
    const show = (/** @type {number} */ serial) => {
      this.#query = `?v=${serial}`;
      this.#element?.setAttribute('src', src + this.#query);
    };
    return new Updates({ clock: this.#clock, minutes, client, note: this.#note, show });
  }

  /**
   * @param {Config} config
   * @param {{lock: PinLock | null, client: PageClient, updates: Updates, reload: () => void}} parts
   * @returns {import('./kiosk.js').KioskSettings}
   */
  #settings({ pin, night, keyboard }, { lock, client, updates, reload }) {
    return {
      clock: this.#clock,
      pin,
      lock: lock ?? undefined,
      night,
      keyboard,
      client,
      onOperated: () => void updates.showNow(),
      onIdle: (is) => {
        this.#isIdle = is;
        updates.turn(is);
        if (is && client.renew?.()) reload();
      },
      onStart: (started) => {
        this.#kiosk = started;
        for (const { time, event, detail } of this.#log.entries) {
          started.note(event, `${detail} (${time.slice(0, 16)}Z)`.trim());
        }
      },
    };
  }

  /**
   * An element in the place of the one before.
   * @param {Config} config @param {import('./kiosk.js').KioskSettings} kioskSettings @param {Updates} updates
   */
  #fresh({ src, idleSeconds, lang, theme }, kioskSettings, updates) {
    const next = Object.assign(document.createElement('ban-tin'), { kioskSettings });
    const attributes = { kiosk: '', 'idle-seconds': idleSeconds, lang, theme, src: src + this.#query };
    for (const [name, value] of Object.entries(attributes)) next.setAttribute(name, String(value));
    this.#kiosk = null;
    this.#isIdle = false;
    updates.turn(false);
    if (this.#element) this.#element.replaceWith(next);
    else (document.querySelector('main') ?? document.body).append(next);
    this.#element = next;
    return next;
  }

  /** @param {() => HTMLElement} fresh @param {{notice: PageNotice, reload: () => void}} parts */
  #watchdog(fresh, { notice, reload }) {
    return new Watchdog({
      clock: this.#clock,
      fresh,
      reload,
      note: this.#note,
      isIdle: () => this.#isIdle,
      isWhole: this.#isWhole,
      waits: (isWaiting) => (isWaiting ? notice.say('restarting') : notice.clear()),
      isDefined: () => customElements.get('ban-tin') !== undefined,
      memory: () => ({
        engine: this.#element?.stats?.memoryBytes ?? 0,
        heap: /** @type {any} */ (performance).memory?.usedJSHeapSize ?? 0,
      }),
      reloads,
    });
  }
}
