// A page's side of the offline reader: registers the worker and asks it for updates.
//
//   const offline = await register({ policy: 'all', note: (event, detail) => log.add(event, detail), signal });
//   offline?.onChange(({ event, detail }) => …, signal);
//   const { ok, code } = (await offline?.update()) ?? {};      // sentences.js has the words for a code
//   await offline?.update(filesOf(input.files));               // the folder of a USB stick: <input webkitdirectory>

import { activated, controlled } from './registration.js';

/** @typedef {import('./content_store.js').Outcome} Outcome */
/** @typedef {Awaited<ReturnType<import('./content_store.js').ContentStore['status']>>} ContentStatus */
/**
 * @typedef {ContentStatus & {version: string, isWaiting: boolean, signed: boolean,
 *   appRefusal: import('./content_state.js').Told | null}} Status
 *   version: of the application; isWaiting: a newer one is whole and waits for `activate`; signed: updates must be
 * @typedef {{event: 'app' | 'waiting' | 'content' | string, detail: string}} Change
 *   app: another version of the application has taken over, and the page had best reload; waiting: one is whole;
 *   content: another serial is shown from the next load on; else something for the log
 *
 * @typedef {object} RegisterOptions
 * @property {string} [script]  address of the worker ('sw.js')
 * @property {import('./content_state.js').Policy} [policy]  'all' for a kiosk ('seen')
 * @property {AbortSignal} [signal]  ends all listening; what the worker does goes on
 * @property {(event: string, detail: string) => void} [note]  for the log
 */

const SILENCE_MS = 60_000;

/** @param {RegisterOptions} [options] @returns {Promise<Offline | null>} null: not possible here, or not installed; see the log */
export async function register({ script = 'sw.js', policy = 'seen', signal, note = () => {} } = {}) {
  const ending = new AbortController();
  signal?.addEventListener('abort', () => ending.abort(), { once: true });
  try {
    const offline = new Offline(policy, ending.signal);
    offline.onChange(({ event, detail }) => note(event, detail));
    // Not waited for: Firefox asks somebody first.
    if (policy === 'all') navigator.storage?.persist?.().catch(() => {});
    await offline.start(script);
    return offline;
  } catch (error) {
    note('offline-refused', String(error));
    ending.abort();
    return null;
  }
}

/** The files of a chosen folder by their paths below its bundle.json. @param {Iterable<File>} list @returns {Map<string, File>} */
export function filesOf(list) {
  const files = [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  const manifests = files.map(({ path }) => path).filter((path) => /(^|\/)bundle\.json$/.test(path));
  const [manifest = 'bundle.json'] = manifests.sort((a, b) => a.split('/').length - b.split('/').length);
  const folder = manifest.slice(0, -'bundle.json'.length);
  const own = files.filter(({ path }) => path.startsWith(folder));
  return new Map(own.map(({ file, path }) => [path.slice(folder.length), file]));
}

export class Offline {
  #policy;
  #ending;
  /** @type {ServiceWorkerRegistration | undefined} */
  #registration;
  /** @type {Set<(change: Change) => void>} */
  #listeners = new Set();
  /** The filling that is under way. @type {Promise<void>} */
  #pictures = Promise.resolve();

  /** Use `register`. @param {string} policy @param {AbortSignal} signal */
  constructor(policy, signal) {
    this.#policy = policy;
    this.#ending = signal;
  }

  /** Until the worker answers this page's requests. @param {string} script */
  async start(script) {
    const { serviceWorker: container } = navigator;
    if (!container) throw new Error('no service worker here');
    const signal = this.#ending;
    const heard = (/** @type {MessageEvent} */ { data }) => {
      if (data?.type === 'bantin-offline') this.#say(data.event, data.detail);
    };
    container.addEventListener('message', heard, { signal });
    container.startMessages();
    const registration = await container.register(script, { updateViaCache: 'none' });
    this.#registration = registration;
    if (!(await activated(registration))) throw new Error('the application has not arrived whole');
    await controlled(container);
    const watch = () => registration.installing?.addEventListener('statechange', () => this.#sayWaiting(), { signal });
    registration.addEventListener('updatefound', watch, { signal });
    watch();
    this.#sayWaiting();
  }

  /** @param {(change: Change) => void} listener @param {AbortSignal} [signal] */
  onChange(listener, signal) {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  /**
   * Looks for newer news, and for a newer application where the network is asked.
   * @param {Map<string, Blob> | null} [folder]  of a USB stick; null: the network
   * @param {{force?: boolean}} [options]  force: also what was rolled back from
   * @returns {Promise<Outcome>}
   */
  async update(folder = null, { force = false } = {}) {
    if (!folder) this.#registration?.update().catch(() => {});
    for (let first = true; ; first = false) {
      const outcome = await this.#outcome('bantin-update', { folder, policy: this.#policy, force, first });
      if (outcome.outcome === 'more') continue;
      if (outcome.ok && this.#policy === 'all') this.#pictures = this.#pictures.then(() => this.#fill(folder));
      return outcome;
    }
  }

  // In the background, also over the next update: pictures are no part of it.
  /** @param {Map<string, Blob> | null} folder */
  async #fill(folder) {
    try {
      while (!this.#ending.aborted && (await this.#ask('bantin-pictures', { folder })));
    } catch (error) {
      this.#say('pictures-not-kept', String(error));
    }
  }

  /** @returns {Promise<Outcome>} */
  rollBack() {
    return this.#outcome('bantin-roll-back');
  }

  /** @returns {Promise<Status>} */
  status() {
    return this.#ask('bantin-status');
  }

  /** The waiting version of the application takes over; 'app' is heard then. @returns {boolean} whether one waits */
  activate() {
    const waiting = this.#registration?.waiting;
    waiting?.postMessage({ type: 'bantin-activate' });
    return Boolean(waiting);
  }

  /** @param {string} type @param {object} [data] @returns {Promise<Outcome>} */
  #outcome(type, data) {
    return this.#ask(type, data).catch((error) => ({
      ok: false,
      outcome: 'refused',
      code: 'update-unreachable',
      detail: String(error),
    }));
  }

  /** @param {string} type @param {object} [data] @returns {Promise<any>} */
  #ask(type, data = {}) {
    return new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      const timer = setTimeout(() => end(() => reject(new Error(`${type}: the worker does not answer`))), SILENCE_MS);
      const end = (/** @type {() => void} */ settle) => {
        clearTimeout(timer);
        port1.close();
        settle();
      };
      port1.onmessage = ({ data: answer }) =>
        end(() => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer.result)));
      this.#registration?.active?.postMessage({ type, ...data }, [port2]);
    });
  }

  #sayWaiting() {
    if (this.#registration?.waiting) this.#say('waiting', '');
  }

  /** @param {string} event @param {string} detail */
  #say(event, detail) {
    for (const listener of this.#listeners) listener({ event, detail });
  }
}
