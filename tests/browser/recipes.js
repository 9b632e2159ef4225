/**
 * The README's recipes: what stands in its section "Copy and paste", under each heading.
 *
 *     const { html } = recipes().get('A plain page');
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stage.js';

/** The fenced block of each language. @typedef {Record<string, string>} Recipe */

/** @returns {Map<string, Recipe>} by heading */
export function recipes() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, section] = readme.split('\n### Copy and paste\n');
  const parts = section
    .split(/\n### /)[0]
    .split('\n#### ')
    .slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), blocksOf(part)]));
}

/** @param {string} text @returns {Recipe} */
function blocksOf(text) {
  const blocks = [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)];
  return Object.fromEntries(blocks.map(([, language, code]) => [language, code]));
}
