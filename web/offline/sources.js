// Where an update comes from: a host on the network, or the files of a folder (a USB stick's, chosen by an operator).
// Both give a manifest and parts as they lie there, and reject with a Refusal.

import { webHost } from '../bundle_host.js';
import { expanded } from '../bundle_content.js';
import { PartError } from '../bundle_error.js';
import { Refusal } from './refusal.js';

/** @typedef {import('../bundle_content.js').Bytes} Bytes */
/**
 * @typedef {object} Source
 * @property {(signal: AbortSignal) => Promise<Bytes>} manifest  never out of a cache
 * @property {(hash: string, fresh: boolean, signal: AbortSignal) => Promise<Bytes>} part  fresh: what came before was wrong
 * @property {boolean} isPatient  whether asking again may help
 */

/** Of a part below the manifest. @param {string} hash */
export const pathOf = (hash) => `parts/${hash.slice(0, 2)}/${hash.slice(0, 24)}.bin`;

/** @param {string} base  address of bundle.json @param {import('./world.js').World} world @returns {Source} */
export function networkSource(base, { fetch, silence = 10_000 }) {
  const host = webHost(base, { fetch, silence });
  const asked = async (
    /** @type {string} */ path,
    /** @type {{cache: RequestCache, signal: AbortSignal}} */ options,
  ) => {
    try {
      return (await host(path, options)).bytes;
    } catch (error) {
      options.signal.throwIfAborted();
      throw path && error instanceof PartError && ['part-missing', 'part-corrupted'].includes(error.code)
        ? new Refusal('update-incomplete', error.message)
        : new Refusal('update-unreachable', String(error));
    }
  };
  return {
    manifest: async (signal) => unpacked(await asked('', { cache: 'no-store', signal })),
    part: (hash, fresh, signal) => asked(pathOf(hash), { cache: fresh ? 'reload' : 'default', signal }),
    isPatient: true,
  };
}

/** @param {Map<string, Blob>} files  by their paths below the bundle's folder @returns {Source} */
export function folderSource(files) {
  const read = async (/** @type {string} */ path, /** @type {import('./refusal.js').Code} */ code) => {
    const file = files.get(path);
    if (!file) throw new Refusal(code, `no ${path} in the folder`);
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      throw new Refusal('update-unreachable', `${path}: ${error}`);
    }
  };
  return {
    manifest: async () => unpacked(await read('bundle.json', 'update-unreachable')),
    part: (hash) => read(pathOf(hash), 'update-incomplete'),
    isPatient: false,
  };
}

/** @param {Bytes} bytes */
async function unpacked(bytes) {
  try {
    return await expanded(bytes);
  } catch (error) {
    throw new Refusal('update-malformed', String(error));
  }
}
