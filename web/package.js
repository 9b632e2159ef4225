// What programs read about dist/: types, the Custom Elements Manifest, hashes for the attribute `integrity`.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILES = ['bantin.d.ts', 'bantin.all.d.ts', 'custom-elements.json'];
/** What a page names with an integrity. */
const HASHED = /\.(js|mjs|wasm)$/;

/** @param {string} root @returns {Promise<[name: string, text: string][]>} */
export function packageFiles(root) {
  return Promise.all(FILES.map(async (name) => [name, await readFile(join(root, 'web/package', name), 'utf8')]));
}

/** By file, in the order of writing. */
export class Integrity {
  /** @type {Record<string, string>} */
  #hashes = {};

  /** @param {string} name @param {string | Uint8Array} content @returns {string} empty: nobody needs it */
  add(name, content) {
    if (!HASHED.test(name)) return '';
    return (this.#hashes[name] = `sha384-${createHash('sha384').update(content).digest('base64')}`);
  }

  toString() {
    return `${JSON.stringify(this.#hashes, null, 2)}\n`;
  }
}
