// The fonts of dist/fonts/, taken from npm's font packages: a file for each subset of each cut.

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FAMILIES } from './faces.js';

const [UI, TEXT] = FAMILIES;
// Together they hold every letter of Vietnamese, precomposed; what else a text has comes from the system's fonts.
const SUBSETS = ['latin', 'vietnamese'];

/** @param {string} family @param {string} weight @param {'normal' | 'italic'} [style] */
const face = (family, weight, style = 'normal') => ({ family, weight, style, early: style === 'normal' });

// In the order in which they are wanted. `cut` is the end of the names of the package's files.
const CUTS = [
  { name: 'ui-400', face: face(UI, '400'), from: '@fontsource/be-vietnam-pro', cut: '400-normal' },
  { name: 'ui-600', face: face(UI, '600'), from: '@fontsource/be-vietnam-pro', cut: '600-normal' },
  { name: 'text', face: face(TEXT, '100 900'), from: '@fontsource-variable/noto-serif', cut: 'wght-normal' },
  { name: 'text-italic', face: face(TEXT, '400', 'italic'), from: '@fontsource/noto-serif', cut: '400-italic' },
];

/** The packages' licences: @type {[name: string, package: string][]} */
export const FONT_PACKAGES = [
  ['Be Vietnam Pro', '@fontsource/be-vietnam-pro'],
  ['Noto Serif', '@fontsource-variable/noto-serif'],
];

/** @typedef {{face: import('./faces.js').Face, bytes: Buffer}} Font */

/** @param {string} root @returns {Promise<Font[]>} in the order in which they are to be loaded */
export function fonts(root) {
  const files = CUTS.flatMap((cut) => SUBSETS.map((subset) => font(root, cut, subset)));
  return Promise.all(files);
}

/** @param {string} root @param {typeof CUTS[number]} cut @param {string} subset @returns {Promise<Font>} */
async function font(root, { name, face, from, cut }, subset) {
  const folder = join(root, 'node_modules', from);
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'));
  const bytes = await readFile(join(folder, 'files', `${basename(from)}-${subset}-${cut}.woff2`));
  return { face: { ...face, unicodeRange: ranges[subset], file: `${name}-${subset}.woff2` }, bytes };
}
