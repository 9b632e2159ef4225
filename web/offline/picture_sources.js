// Where a kiosk's pictures come from: the network, or the folder that an update came from.

import { pictureOf } from './picture_cache.js';

/** @typedef {import('./picture_cache.js').Picture} Picture */
/** Null: there is none to be kept, ever; rejects where it could not be told. @typedef {(address: string) => Promise<Picture | null>} GivePicture */

const PICTURE_MS = 20_000;

/** @param {import('./world.js').World} world @returns {GivePicture} */
export function networkPictures({ fetch, silence = PICTURE_MS }) {
  return async (address) => {
    const response = await fetch(address, { signal: AbortSignal.timeout(silence) });
    if (response.status >= 500) throw new Error(`status ${response.status}`);
    return pictureOf(response);
  };
}

/** @param {Map<string, Blob>} files  by their paths below the bundle's folder @param {string} base @returns {GivePicture} */
export function folderPictures(files, base) {
  const folder = new URL('./', base).href;
  return async (address) => {
    const file = address.startsWith(folder) && files.get(pathOf(address.slice(folder.length)));
    return file ? { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type } : null;
  };
}

/** @param {string} path  of an address */
function pathOf(path) {
  try {
    return decodeURIComponent(path.replace(/\?.*$/, ''));
  } catch {
    return path;
  }
}
