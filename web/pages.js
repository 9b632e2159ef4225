// The pages of dist/: templates in web/pages/ with their {{slots}} filled. What stands between the marks of reader.html
// is left to `bantin page` (src/cli/page_writer.h).

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @param {string} folder
 * @param {{title: string, licences: string, single: string, fonts: import('./fonts.js').Font[]}} parts
 * @returns {Promise<[name: string, html: string][]>}
 */
export async function pages(folder, { title, licences, single, fonts }) {
  const template = (/** @type {string} */ name) => readFile(join(folder, name), 'utf8');
  const slots = {
    title: escaped(title),
    licences: escaped(licences),
    fonts: JSON.stringify(packed(fonts)),
    script: scriptSafe(single),
  };
  return [
    ['index.html', filled(await template('index.html'), slots)],
    ['kiosk.html', filled(await template('kiosk.html'), slots)],
    ['frame.html', await template('frame.html')],
    ['reader.html', filled(await template('reader.html'), slots)],
  ];
}

/** @param {string} html @param {Record<string, string>} slots */
function filled(html, slots) {
  return html.replace(/\{\{(\w+)\}\}/g, (_, name) => slots[name]);
}

/** Base64 by file, as web/bantin_single.js reads it. @param {import('./fonts.js').Font[]} fonts */
function packed(fonts) {
  return Object.fromEntries(fonts.map(({ face, bytes }) => [face.file, bytes.toString('base64')]));
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// Inside <script> only its own end and a comment's beginning mean anything; both stand in strings here.
/** @param {string} text */
function scriptSafe(text) {
  return text.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\u003c!--');
}
