// Who keeps the news of a kiosk's page. With a key in kiosk.json that is the worker and nobody else, since it alone checks
// signatures: until it answers for this page, nothing is shown but a sentence, and it is asked for again and again.

import { offlineClient } from './offline_client.js';
import { plainClient } from './plain_client.js';

/**
 * @typedef {object} ClientOptions
 * @property {import('./offline_client.js').OfflineParts | null} offline
 * @property {{key?: string, src: string}} config
 * @property {import('./clock.js').Clock} clock
 * @property {import('./offline_client.js').OfflineOptions} told
 * @property {() => boolean} isPossible  whether this browser has workers for this address
 * @property {() => boolean} isControlled  whether the worker answers for this page
 * @property {(notice: string) => void} say  of page_strings.js
 * @property {() => Promise<unknown>} again  loads the page anew, if its host is there
 */

const SECOND = 1000;
/** A worker that has not come by then is not waited for. */
const ANSWER_MS = 300 * SECOND;
/** Between two tries; the last for ever. */
const PAUSES = [5, 15, 60, 180].map((seconds) => seconds * SECOND);

/** @param {ClientOptions} options @returns {Promise<import('./page.js').PageClient>} */
export async function clientFor(options) {
  const { config, told } = options;
  if (config.key === undefined) {
    const client = await workerOf(options);
    if (!client) told.note('no-worker', '');
    return client ?? plainClient(config.src);
  }
  for (let tries = 0; ; ++tries) {
    const client = await workerOf(options);
    if (client && options.isControlled()) return client;
    const notice = reasonOf(options);
    told.note('unverified', notice);
    options.say(notice);
    await passed(options.clock, PAUSES[Math.min(tries, PAUSES.length - 1)]);
    // One that is there and does not answer for this page does for the next.
    if (client || tries >= PAUSES.length - 1) await options.again();
  }
}

// A worker keeps bundles; a feed comes anew each time.
/** @param {{config: {src: string}}} options */
const isBundle = ({ config }) => /(^|\/)bundle\.json$/.test(config.src);

/** @param {ClientOptions} options */
function reasonOf(options) {
  if (!isBundle(options)) return 'unsignedSource';
  return options.isPossible() ? 'verifierAway' : 'noVerifier';
}

/** @param {ClientOptions} options @returns {Promise<import('./page.js').PageClient | null>} */
function workerOf(options) {
  const { offline, told, clock } = options;
  if (!offline || !isBundle(options)) return Promise.resolve(null);
  const failed = (/** @type {unknown} */ error) => (told.note('offline-refused', String(error)), null);
  return Promise.race([offlineClient(offline, told).catch(failed), passed(clock, ANSWER_MS)]);
}

/** @param {import('./clock.js').Clock} clock @param {number} ms @returns {Promise<null>} */
const passed = (clock, ms) => new Promise((done) => clock.setTimeout(() => done(null), ms));
