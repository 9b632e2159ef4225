// What the service worker does with the browser's events. web/sw.js starts it.
//
// A page's messages {type: 'bantin-…'} with a port are answered there; 'bantin-activate' has the waiting version take over.
// Every page hears {type: 'bantin-offline', event, detail} of what changes and what is worth a log.

import { AppStore } from './app_store.js';
import { mayBeContent } from './content_answers.js';
import { ContentState } from './content_state.js';
import { ContentStore } from './content_store.js';
import { Refusal } from './refusal.js';

/** A browser ends a worker that is at one message for minutes: the page asks again, and it goes on from there. */
const SLICE_MS = 25_000;

/** @typedef {import('./content_store.js').Outcome} Outcome */

export class OfflineWorker {
  #global;
  #app;
  #content;
  #state;

  /** @param {any} global  ServiceWorkerGlobalScope @param {import('./app_store.js').AppFiles} files */
  constructor(global, files) {
    this.#global = global;
    const world = worldOf(global, (event, detail) => this.#tell(event, detail));
    this.#app = new AppStore(world, files);
    const { settings } = this.#app;
    this.#state = new ContentState(world);
    this.#content = new ContentStore(world, (surely) => (surely ? settings.surely() : settings.read()));
  }

  start() {
    const listen = this.#global.addEventListener.bind(this.#global);
    listen('install', (/** @type {any} */ event) => event.waitUntil(this.#install()));
    listen('activate', (/** @type {any} */ event) => event.waitUntil(this.#activate()));
    listen('fetch', (/** @type {any} */ event) => this.#fetch(event));
    listen('message', (/** @type {any} */ event) => this.#message(event));
  }

  // Rejects where a file is missing: the browser then drops this version and keeps the one before.
  async #install() {
    try {
      await this.#app.install();
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('app-incomplete', String(error));
      await this.#state.tell('app', refusal);
      throw error;
    }
  }

  async #activate() {
    await this.#app.activate(await this.#pages());
    await this.#global.clients.claim();
    await this.#tell('app', this.#app.version);
  }

  /** @param {any} event  FetchEvent */
  #fetch(event) {
    const { request } = event;
    if (request.method !== 'GET') return;
    const url = new URL(request.url);
    const name = this.#app.nameOf(url, request.mode === 'navigate');
    if (name) this.#application(event, name);
    else if (mayBeContent(url)) this.#respond(event, this.#content);
    else if (request.destination === 'image') this.#picture(event);
  }

  /** @param {any} event  FetchEvent @param {string} name */
  #application(event, name) {
    const isNavigation = event.request.mode === 'navigate';
    const client = isNavigation ? undefined : event.clientId;
    event.respondWith(this.#app.answer(name, (work) => event.waitUntil(work), client));
    if (isNavigation) event.waitUntil(this.#app.forget(() => this.#pages()));
  }

  /** Ids of the open pages. @returns {Promise<string[]>} */
  async #pages() {
    const clients = await this.#global.clients.matchAll({ type: 'window', includeUncontrolled: true });
    return clients.map((/** @type {{id: string}} */ { id }) => id);
  }

  /** @param {any} event  FetchEvent */
  #picture(event) {
    const { answers } = this.#content.pictureStore;
    if (answers.mayAnswer(event.request.url)) this.#respond(event, answers);
    else event.waitUntil(answers.copy(event.request.url));
  }

  /** @param {any} event  FetchEvent @param {Pick<ContentStore, 'answer'>} answers */
  #respond(event, answers) {
    // The event lives until the answer is there, and what is to be done after it with it.
    const answer = answers.answer(event.request, (work) => event.waitUntil(work));
    event.respondWith(answer.then((response) => response ?? this.#global.fetch(event.request)));
  }

  /** @param {any} event  ExtendableMessageEvent */
  #message(event) {
    const type = String(event.data?.type);
    const work = this.#work(type, event.data);
    if (!work) return;
    const answered = work.then(
      (result) => event.ports[0]?.postMessage({ result }),
      (error) => event.ports[0]?.postMessage({ error: String(error) }),
    );
    event.waitUntil(answered);
  }

  /** @param {string} type @param {any} data @returns {Promise<unknown> | null} */
  #work(type, data) {
    if (type === 'bantin-activate') return this.#global.skipWaiting();
    if (type === 'bantin-update') return this.#update(data);
    if (type === 'bantin-pictures')
      return this.#slice((signal) => this.#content.pictureStore.fill(data.folder, signal));
    if (type === 'bantin-roll-back') return this.#content.rollBack().then((outcome) => this.#shown(outcome));
    if (type === 'bantin-status') return this.#status();
    return null;
  }

  /** @param {{folder?: Map<string, Blob> | null, policy?: string, force?: boolean, first?: boolean}} data */
  async #update({ folder = null, policy, force = false, first = true }) {
    if (!folder && first) await this.#app.settings.refresh();
    const kept = policy === 'all' ? 'all' : 'seen';
    const outcome = await this.#slice((signal) =>
      this.#content.update(folder, { policy: kept, force: force === true, signal }),
    );
    return this.#shown(outcome);
  }

  /** @template T @param {(signal: AbortSignal) => Promise<T>} work */
  async #slice(work) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), SLICE_MS);
    try {
      return await work(stop.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  /** @param {Outcome} outcome */
  async #shown(outcome) {
    if (outcome.outcome === 'new') await this.#tell('content', String(outcome.serial));
    return outcome;
  }

  async #status() {
    const [content, settings] = [await this.#content.status(), await this.#app.settings.read()];
    const isWaiting = this.#global.registration.waiting !== null;
    const signed = typeof settings.key === 'string';
    const appRefusal = await this.#state.lastRefusal('app');
    return { version: this.#app.version, isWaiting, signed, appRefusal, ...content };
  }

  /** @param {string} event @param {string} detail */
  async #tell(event, detail) {
    const clients = await this.#global.clients.matchAll({ includeUncontrolled: true, type: 'window' });
    for (const client of clients) client.postMessage({ type: 'bantin-offline', event, detail });
  }
}

/** @param {any} global @param {(event: string, detail: string) => unknown} note @returns {import('./world.js').World} */
function worldOf(global, note) {
  const { storage, locks } = global.navigator;
  return {
    caches: global.caches,
    fetch: global.fetch.bind(global),
    subtle: global.crypto?.subtle,
    estimate: storage?.estimate?.bind(storage),
    now: () => Date.now(),
    locks,
    scope: global.registration.scope,
    note,
  };
}
