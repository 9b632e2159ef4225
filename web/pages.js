// The pages of dist/: templates in web/pages/ with their {{slots}} filled.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Beyond it the fallback without scripts holds headlines only. Characters. */
const FULL_TEXT_LIMIT = 2_000_000;

/**
 * @param {string} folder
 * @param {{feed: string, licences: string, single: string, fonts: import('./fonts.js').Font[]}} parts
 * @returns {Promise<[name: string, html: string][]>}
 */
export async function pages(folder, { feed, licences, single, fonts }) {
  const template = (/** @type {string} */ name) => readFile(join(folder, name), 'utf8');
  const { title, items } = JSON.parse(feed);
  const alone = JSON.stringify(JSON.parse(feed), (key, value) => (key === 'content_html' ? pictureless(value) : value));
  const slots = {
    title: escaped(title),
    feed: gzipSync(alone, { level: 9 }).toString('base64'),
    licences: escaped(licences),
    fonts: JSON.stringify(packed(fonts)),
    script: scriptSafe(single),
    noscript: noscript(JSON.parse(alone).items),
  };
  return [
    ['index.html', filled(await template('index.html'), slots)],
    ['reader.html', filled(await template('reader.html'), slots)],
  ];
}

// A page that is one file has no neighbours to take pictures from. The sample's HTML is the project's own and regular.
/** @param {string} html */
const pictureless = (html) => html.replace(/<figure>.*?<\/figure>/gs, '');

/** @param {string} html @param {Record<string, string>} slots */
function filled(html, slots) {
  return html.replace(/\{\{(\w+)\}\}/g, (_, name) => slots[name]);
}

/** Base64 by file, as web/bantin_single.js reads it. @param {import('./fonts.js').Font[]} fonts */
function packed(fonts) {
  return Object.fromEntries(fonts.map(({ face, bytes }) => [face.file, bytes.toString('base64')]));
}

/** @param {any[]} items */
function noscript(items) {
  const full = items.map((item) => {
    const body = item.content_html ? [] : String(item.content_text ?? '').split(/\n\s*\n/);
    const paragraphs = [item.summary, ...body].filter(Boolean).map((text) => `<p>${escaped(text)}</p>`);
    return `<article><h2>${escaped(item.title ?? '')}</h2>${paragraphs.join('')}${item.content_html ?? ''}</article>`;
  });
  const html = full.join('\n');
  if (html.length <= FULL_TEXT_LIMIT) return html;
  return `<ul>${items.map((item) => `<li>${escaped(item.title ?? '')}</li>`).join('')}</ul>`;
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
