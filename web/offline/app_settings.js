// kiosk.json, which is the operator's: it has no hash, belongs to no version of the application, and may be missing. What
// the host said last is kept, because the news's key is in it: a kiosk that did not know its key would take anybody's news.
//
//   await settings.refresh();
//   const { src, key } = await settings.surely();

import { Refusal } from './refusal.js';
import { cacheNames, entryAddress } from './world.js';

export const SETTINGS = 'kiosk.json';
const SILENCE_MS = 10_000;
/** A host without the file. */
const NONE = '{}';

export class AppSettings {
  #world;
  #address;
  #entry;

  /** @param {import('./world.js').World} world */
  constructor(world) {
    this.#world = world;
    this.#address = new URL(SETTINGS, world.scope).href;
    this.#entry = entryAddress(world.scope, 'settings');
  }

  /** What a page gets that asks for the file, where it is kept. @returns {Promise<Response | undefined>} */
  async answer() {
    return (await this.#cache()).match(this.#entry);
  }

  /** Nothing where it is missing or broken, or not known. @returns {Promise<Record<string, any>>} */
  async read() {
    try {
      return (await (await this.answer())?.json()) ?? {};
    } catch (error) {
      this.#world.note('settings-not-read', String(error));
      return {};
    }
  }

  /** The same where it matters: rejects with a Refusal while nobody knows what the operator set. @returns {Promise<Record<string, any>>} */
  async surely() {
    const kept = await this.answer().catch(() => undefined);
    try {
      return kept ? await kept.json() : JSON.parse(await this.#renewed());
    } catch (error) {
      throw new Refusal('update-unverifiable', `${SETTINGS}: ${error}`);
    }
  }

  /** As the host has it now; where it cannot be reached, or has a broken one, what is kept stays. */
  async refresh() {
    await this.#renewed().catch((error) => this.#world.note('settings-not-renewed', String(error)));
  }

  // What cannot be kept is known all the same.
  async #renewed() {
    const text = await this.#fetched();
    try {
      if (text === NONE && (await this.answer())) return text;
      const headers = { 'Content-Type': 'application/json' };
      await (await this.#cache()).put(this.#entry, new Response(text, { headers }));
    } catch (error) {
      this.#world.note('settings-not-kept', String(error));
    }
    return text;
  }

  async #fetched() {
    const signal = AbortSignal.timeout(this.#world.silence ?? SILENCE_MS);
    const response = await this.#world.fetch(this.#address, { cache: 'no-store', signal });
    if (response.status >= 500) throw new Error(`status ${response.status}`);
    const text = response.ok ? await response.text() : NONE;
    // Some hosts have a page for whatever they have not.
    if (text.trimStart().startsWith('<')) return NONE;
    const settings = JSON.parse(text);
    if (settings === null || typeof settings !== 'object') throw new Error('it is no object');
    return text;
  }

  #cache() {
    return this.#world.caches.open(cacheNames(this.#world.scope).content);
  }
}
