// Copying and dragging out of the layer: what a well-made page would give, as clean HTML and as plain text.

import { cleanCopy, setRight } from './clean_html.js';
import { isBlock, plainText } from './plain_text.js';
import { selectedRanges } from './selected_ranges.js';

const FIELDS = 'input, textarea, select, [contenteditable]';
const DROPPED =
  'button, input, select, textarea, script, style, noscript, template, svg, canvas, dialog, [aria-hidden="true"], [hidden], [inert]';
/** Blocks that hold text, not blocks. */
const TEXTS = 'p, h1, h2, h3, h4, h5, h6, li, figcaption, caption, th, td, pre';

/**
 * Answers a `copy` or `dragstart` event. What is none of the reader's, or nothing, stays the browser's.
 * @param {Event} event
 * @param {EventTarget[]} places  where such events are answered: the layer, and the document if the page is the reader's
 */
export function answerCopy(event, places) {
  const { clipboardData, dataTransfer } = /** @type {ClipboardEvent & DragEvent} */ (event);
  const data = clipboardData ?? dataTransfer;
  const [target] = /** @type {Node[]} */ (event.composedPath());
  // What is dragged is a text of the selection, or else a link, a picture.
  const isOthers = dataTransfer
    ? target.nodeType !== Node.TEXT_NODE
    : target instanceof Element && target.closest(FIELDS);
  if (!data || isOthers || event.defaultPrevented) return;
  const copy = selectedCopy(places);
  if (!copy) return;
  data.setData('text/html', copy.html);
  data.setData('text/plain', copy.text);
  if (clipboardData) event.preventDefault();
}

/** @param {EventTarget[]} places */
function selectedCopy(places) {
  const root = /** @type {ShadowRoot} */ (/** @type {Node} */ (places[0]).getRootNode());
  const ranges = selectedRanges(root);
  const isInside = ranges.length === 1 && root.contains(ranges[0].commonAncestorContainer);
  if (!ranges.length || (!isInside && !places.includes(document))) return null;
  /** @type {Set<Element>} */
  const rows = new Set();
  const copy = cleanCopy(isInside ? root : document.body, document, {
    dropped: DROPPED,
    addressOf,
    isHidden,
    ranges,
    made: (element, made) => element.matches('li.item') && rows.add(made),
  });
  order(copy, rows);
  const holder = document.createElement('div');
  holder.append(copy.cloneNode(true));
  return holder.textContent || holder.querySelector('img')
    ? { html: holder.innerHTML, text: plainText(copy, rows) }
    : null;
}

/** @param {Element} link */
function addressOf(link) {
  const { href } = /** @type {HTMLAnchorElement} */ (link);
  return link.getAttribute('href') === '#' ? '' : href;
}

/** @param {Element} element */
function isHidden(element) {
  const { userSelect, webkitUserSelect, visibility, display, overflowX } = getComputedStyle(element);
  if ((userSelect || webkitUserSelect) === 'none' || visibility === 'hidden' || display === 'none') return true;
  // Words for screen readers alone.
  const { offsetWidth, offsetHeight } = /** @type {HTMLElement} */ (element);
  return display !== 'inline' && overflowX !== 'visible' && offsetWidth < 2 && offsetHeight < 2;
}

/** Makes of blocks and texts lying side by side an orderly document. @param {DocumentFragment} copy @param {Set<Element>} rows */
function order(copy, rows) {
  for (const holder of [copy, ...copy.querySelectorAll('li, blockquote, td, th, ul, ol, table, tr')]) setRight(holder);
  for (const block of [...copy.querySelectorAll('*')].reverse()) if (isBlock(block) && isEmpty(block)) block.remove();
  for (const item of copy.querySelectorAll('li')) {
    const first = item.firstElementChild;
    if (first?.localName === 'p' && !rows.has(item)) first.replaceWith(...first.childNodes);
  }
  for (const list of copy.querySelectorAll('ol')) number(list);
  for (const figure of copy.querySelectorAll('figure')) {
    if (!figure.querySelector('img, figcaption')) figure.replaceWith(...figure.childNodes);
  }
  unwrapOnly(copy);
}

/** @param {Element} block */
const isEmpty = (block) => !block.matches('td, th, hr') && !block.textContent?.trim() && !block.querySelector('img');

/** Items keep the numbers they had where the copy begins later. @param {Element} list */
function number(list) {
  let expected = 1;
  [...list.children].forEach((item, index) => {
    const value = Number(item.getAttribute('value') ?? expected);
    item.removeAttribute('value');
    if (value !== expected && index === 0) list.setAttribute('start', String(value));
    else if (value !== expected) item.setAttribute('value', String(value));
    expected = value + 1;
  });
}

/** A selection inside one block is text. @param {DocumentFragment} copy */
function unwrapOnly(copy) {
  const texts = [...copy.querySelectorAll(TEXTS)].filter((block) => ![...block.children].some(isBlock));
  if (texts.length === 1 && !copy.querySelector('img')) copy.replaceChildren(...texts[0].childNodes);
}
