/**
 * What a PDF says, by poppler's tools, and what a feed's article should say on paper.
 *
 *     await driver.pdf(path);
 *     assert.equal(squeezed(textOf(path)), squeezed(wanted));
 */
import { execFileSync } from 'node:child_process';
import { PNG } from 'pngjs';
import { program } from './drivers/children.js';

/** @param {string} name @param {string[]} args */
function poppler(name, args) {
  return execFileSync(program(name, 'reading PDF', 'poppler-utils'), args, {
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The text of each page in the order it was written. @param {string} path */
export function pagesOf(path) {
  const text = String(poppler('pdftotext', ['-raw', path, '-'])).normalize('NFKC');
  return text.split('\f').slice(0, -1);
}

/** @param {string} path */
export const textOf = (path) => pagesOf(path).join('\n');

/** Without any space: paper breaks lines, and long addresses, wherever it likes. @param {string} text */
export const squeezed = (text) => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * The boxes of all words, in points from the page's top left corner.
 * @param {string} path
 */
export function wordsOf(path) {
  const html = String(poppler('pdftotext', ['-bbox', path, '-']));
  /** @type {{page: number, width: number, height: number, left: number, top: number, right: number, bottom: number}[]} */
  const words = [];
  let [page, width, height] = [0, 0, 0];
  for (const [, tag, attributes] of html.matchAll(/<(page|word) ([^>]*)>/g)) {
    const numbers = [...attributes.matchAll(/"([\d.-]+)"/g)].map(([, number]) => Number(number));
    if (tag === 'page') [page, width, height] = [page + 1, numbers[0], numbers[1]];
    else words.push({ page, width, height, left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3] });
  }
  return words;
}

/** How many pictures it holds. @param {string} path */
export const picturesOf = (path) =>
  String(poppler('pdfimages', ['-list', path])).match(/^ +\d+ +\d+ image /gm)?.length ?? 0;

/** A page as pixels. @param {string} path @param {number} [number] from 1 */
export const pictureOf = (path, number = 1) =>
  PNG.sync.read(poppler('pdftoppm', ['-png', '-r', '40', '-f', String(number), '-l', String(number), path]));

/** @param {string} iso */
export const viDay = (iso) => iso.slice(0, 10).split('-').reverse().join('/');

/**
 * What an article with a body of HTML should say, without its facts: text in document order, markers before entries,
 * addresses behind links. Runs inside the page.
 * @param {any} item
 */
export function printedWanted(item) {
  const { body } = new DOMParser().parseFromString(item.content_html ?? '', 'text/html');
  const paragraphs = item.content_html ? said(body) : item.content_text;
  const attachments = (item.attachments ?? []).map((/** @type {any} */ { title, url }) => `${title} (${url})`);
  return { lead: item.summary ?? '', body: paragraphs, attachments };

  /** @param {Node} node @returns {string} */
  function said(node) {
    if (!(node instanceof Element)) return node.nodeValue ?? '';
    const inner = [...node.childNodes].map(said).join('');
    if (node.localName === 'li') return `${marker(node)}${inner}`;
    if (node.localName !== 'a') return inner;
    const address = node.getAttribute('href') ?? '';
    return inner.trim() === address.replace(/^mailto:/, '') ? inner : `${inner} (${address})`;
  }

  /** @param {Element} item */
  function marker(item) {
    const list = /** @type {Element} */ (item.parentElement);
    if (list.localName === 'ol') return `${[...list.children].indexOf(item) + 1}.`;
    return list.parentElement?.closest('ul, ol') ? '–' : '•';
  }
}
