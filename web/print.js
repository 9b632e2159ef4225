// Prints one article, alone and as a document, from the layer's <article>: a clean copy in a hidden frame of its own.

import { saysAddress } from './address.js';
import { cleanCopy, setRight } from './clean_html.js';
import { say } from './strings.js';

/** @typedef {{title: string, address: string, language: string}} PrintOptions  address: where the article stands, or '' */

const PRINT_STYLE = `
@page { margin: 20mm 18mm; }
body { margin: 0; font: 11pt/1.5 "Source Serif 4", "Noto Serif", Georgia, "Times New Roman", serif; color: #000; }
h1, h2, h3, h4, h5, h6 { margin: 1.2em 0 0.4em; font-size: 13pt; line-height: 1.3; break-after: avoid; break-inside: avoid; }
:is(h1, h2, h3, h4, h5, h6):first-child { margin: 0 0 0.3em; font-size: 20pt; }
:is(h1, h2, h3, h4, h5, h6):first-child + p { margin: 0 0 1em; font-size: 9.5pt; color: #444; }
p, ul, ol, blockquote, figure, table { margin: 0 0 0.7em; }
p { orphans: 3; widows: 3; }
ul, ol { padding-left: 1.5em; }
blockquote { padding-left: 1em; border-left: 1px solid #888; }
img, tr { break-inside: avoid; }
img, figcaption:first-child { break-after: avoid; }
img { display: block; max-width: 100%; max-height: 120mm; margin: 0 auto; }
figcaption, caption { font-size: 9.5pt; color: #444; text-align: center; }
figcaption { padding: 0.3em 0; break-before: avoid; break-inside: avoid; }
table { border-collapse: collapse; font: inherit; }
thead { display: table-header-group; }
th, td { padding: 0.2em 0.5em; border: 1px solid #444; text-align: start; vertical-align: top; }
a { color: inherit; overflow-wrap: anywhere; }
a[href]::after { content: " (" attr(href) ")"; font-size: 0.85em; }
footer { margin-top: 2em; padding-top: 0.5em; border-top: 1px solid #888; font-size: 9pt; overflow-wrap: anywhere; }
`;

const DROPPED =
  '[role="group"], [aria-hidden="true"], [hidden], button, input, select, textarea, script, style, svg, canvas, dialog';

const PICTURE_WAIT = 3000;
/** Some browsers never tell that printing is over; by then nobody has its dialog open. */
const LONGEST_PRINT = 10 * 60 * 1000;

/** The frame in use. @type {HTMLIFrameElement | null} */
let frame = null;

/**
 * @param {Element} article  the layer's article: headings, paragraphs of line spans, lists, pictures, tables
 * @param {PrintOptions} options
 * @returns {Promise<void>} settles once the browser was asked to print
 */
export async function printArticle(article, options) {
  const own = await openFrame(article);
  const page = /** @type {(Window & typeof globalThis) | null} */ (own.contentWindow);
  // Asked for again meanwhile.
  if (!page) return;
  fill(page, article, options);
  page.addEventListener('afterprint', () => own.remove());
  setTimeout(() => own.remove(), LONGEST_PRINT);
  const decoded = [...page.document.images].map((picture) => picture.decode().catch(() => {}));
  await Promise.race([Promise.all(decoded), new Promise((late) => setTimeout(late, PICTURE_WAIT))]);
  if (own.isConnected) page.print();
}

/** @param {Element} article */
async function openFrame(article) {
  frame?.remove();
  const own = (frame = document.createElement('iframe'));
  own.tabIndex = -1;
  own.setAttribute('aria-hidden', 'true');
  // Without a box some browsers print nothing.
  Object.assign(own.style, { position: 'fixed', width: '1px', height: '1px', border: '0', opacity: '0' });
  own.style.pointerEvents = 'none';
  const root = article.getRootNode();
  const loaded = new Promise((done) => own.addEventListener('load', done, { once: true }));
  (root instanceof ShadowRoot ? root : document.body).append(own);
  await loaded;
  return own;
}

/** @param {Window & typeof globalThis} page @param {Element} article @param {PrintOptions} options */
function fill(page, article, { title, address, language }) {
  const { document, CSSStyleSheet } = page;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PRINT_STYLE);
  document.adoptedStyleSheets = [sheet];
  document.title = title;
  document.documentElement.lang = article.closest('[lang]')?.getAttribute('lang') || language;
  const copy = printable(article, document);
  if (!/^H\d$/.test(copy.firstElementChild?.tagName ?? '')) copy.prepend(withText(document, 'h1', title));
  if (address) copy.append(withText(document, 'footer', `${say('source', language)}: ${address}`));
  document.body.append(copy);
}

/** @param {Document} document @param {string} tag @param {string} text */
function withText(document, tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/**
 * An article's text and structure without what made it a layer: no spans, styles, classes, controls.
 * @param {Element} article
 * @param {Document} document  the copy is made in
 * @returns {DocumentFragment}
 */
export function printable(article, document) {
  /** The heads of tables stand on each of their pages. @type {Element[]} */
  const heads = [];
  const copy = cleanCopy(article, document, {
    dropped: DROPPED,
    addressOf: printedAddress,
    made: (element, row) => element.matches('tr.head:first-child') && heads.push(row),
  });
  for (const row of heads) {
    const head = document.createElement('thead');
    row.replaceWith(head);
    head.append(row);
  }
  setRight(copy);
  copy.normalize();
  return copy;
}

// A link that shows its own address has it on paper once.
/** @param {Element} link */
function printedAddress(link) {
  const address = link.getAttribute('href') ?? '';
  const isTold = /^(https?:\/\/|mailto:)/i.test(address) && !saysAddress(link.textContent ?? '', address);
  return isTold ? address : '';
}
