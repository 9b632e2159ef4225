// Parts fetched a few at a time, each verified by its hash before it is kept. The first that fails for good ends the rest;
// what is kept by then stays, so that the next attempt goes on from there.

import { expanded } from '../bundle_content.js';
import { Refusal } from './refusal.js';
import { hashOf } from './world.js';
import { pause } from '../pause.js';

/** @typedef {import('./world.js').World} World */

const MOST_AT_ONCE = 6;
const PAUSES = [500, 1000, 2000];

/**
 * @typedef {object} DownloadOptions
 * @property {import('./sources.js').Source} source
 * @property {(hash: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>} keep
 * @property {World} world
 * @property {AbortSignal} signal
 */

/** @param {string[]} hashes @param {DownloadOptions} options */
export async function download(hashes, { source, keep, world, signal }) {
  const stop = new AbortController();
  if (signal.aborted) stop.abort(signal.reason);
  signal.addEventListener('abort', () => stop.abort(signal.reason), { signal: stop.signal });
  const next = hashes.values();
  // Kept in the order asked: where the room ends, the first are there.
  let last = Promise.resolve();
  const take = async () => {
    for (const hash of next) {
      const before = last;
      const fetched = persistent(hash, source, world, stop.signal);
      last = Promise.all([fetched, before]).then(([bytes]) => {
        stop.signal.throwIfAborted();
        return keep(hash, bytes);
      });
      await last;
    }
  };
  /** @type {unknown} */
  let failure;
  const hands = Array.from({ length: MOST_AT_ONCE }, () =>
    take().catch((error) => {
      failure ??= error;
      stop.abort();
    }),
  );
  await Promise.all(hands);
  stop.abort();
  signal.throwIfAborted();
  if (failure) throw failure;
}

/** @param {string} hash @param {import('./sources.js').Source} source @param {World} world @param {AbortSignal} signal */
async function persistent(hash, source, world, signal) {
  const pauses = source.isPatient ? (world.pauses ?? PAUSES) : [];
  let fresh = false;
  for (const ms of [...pauses, null]) {
    try {
      const bytes = await source.part(hash, fresh, signal);
      await verify(bytes, hash, world);
      return bytes;
    } catch (error) {
      signal.throwIfAborted();
      if (ms === null || !(error instanceof Refusal)) throw error;
      fresh = error.code === 'update-incomplete';
      await pause(ms, signal);
    }
  }
  throw new Error('not reached');
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes  as they came @param {string} hash  of the content, or its beginning
 * @param {World} world
 */
export async function verify(bytes, hash, world) {
  const content = await expanded(bytes).catch((error) => {
    throw new Refusal('update-incomplete', `${hash.slice(0, 24)}: ${error}`);
  });
  const actual = await hashOf(content, world);
  if (!actual.startsWith(hash)) throw new Refusal('update-incomplete', `${hash.slice(0, 24)} has another hash`);
}
