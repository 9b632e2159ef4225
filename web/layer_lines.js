// The lines of a node's text as the layer has them: one span a line, inside it what is bold, italic or a link. A link
// that goes over a line's end is one element all the same: the lines it lies on are cut in pieces, those of the link
// stand inside it.

import { saysAddress, webAddress } from './address.js';

/** @typedef {import('./layer.js').LayerNode} LayerNode */

/**
 * Text in one style. Parts with one `chain` belong to one link.
 * @typedef {{text: string, bold?: boolean, italic?: boolean, link?: string, chain?: number}} LinePart
 *
 * @typedef {object} LayerLine
 * @property {LinePart[]} parts
 * @property {string} text  of all parts
 * @property {number} width  CSS pixels
 * @property {boolean} spaceAfter
 * @property {boolean} cut  an ellipsis stands for what does not fit
 */

/** Kinds whose text stands in the padding of a table's cell. */
export const CELLS = new Set(['cell', 'header_cell']);

/** What rounding the widths of a line's pieces may add up to, CSS pixels; narrower than any text. */
const SLACK = 0.5;

/** @param {LayerNode} a @param {LayerNode} b */
export function sameLines(a, b) {
  return (
    a.width === b.width && a.lines.length === b.lines.length && a.lines.every((line, i) => sameLine(line, b.lines[i]))
  );
}

/** @param {LayerLine} a @param {LayerLine} b */
function sameLine(a, b) {
  const isSame = (/** @type {LinePart} */ part, /** @type {LinePart} */ other) =>
    part.text === other.text &&
    part.bold === other.bold &&
    part.italic === other.italic &&
    part.link === other.link &&
    part.chain === other.chain;
  return (
    a.width === b.width &&
    a.spaceAfter === b.spaceAfter &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, i) => isSame(part, b.parts[i]))
  );
}

// One span a line, padded to the column, with a break between: selection, find and copying see one paragraph.
/** @param {LayerNode} node @param {string} base @returns {Node[]} */
export function lineSpans({ kind, width, inset, lines }, base) {
  const room = CELLS.has(kind) ? width - 2 * inset : width;
  const paragraph = document.createDocumentFragment();
  /** The last link that goes over the end of a line. @type {HTMLElement} */
  let anchor;
  let before = 0;
  lines.forEach((line, index) => {
    const after = crossing(line, lines[index + 1], base);
    const isCut = (/** @type {number} */ chain) => chain > 0 && (chain === before || chain === after);
    const pieces = runs(line.parts, ({ chain = 0 }) => (isCut(chain) ? chain : 0)).map((parts) => {
      const { chain = 0, link } = parts[0];
      const span = lineSpan(parts, isCut(chain) ? null : base);
      if (!isCut(chain)) return paragraph.appendChild(span);
      if (chain !== before) anchor = paragraph.appendChild(anchorTo(webAddress(link ?? '', base), 'split'));
      return anchor.appendChild(span);
    });
    before = after;
    if (index === lines.length - 1) return;
    pad(pieces, room - line.width);
    (after ? anchor : paragraph).append(line.spaceAfter ? ' ' : document.createElement('wbr'));
  });
  // Paper says behind a link where it leads, unless its text does.
  for (const link of paragraph.querySelectorAll('a')) {
    if (!saysAddress(link.textContent ?? '', link.href)) link.classList.add('told');
  }
  return [...paragraph.childNodes];
}

/** The chain that goes on from one line to the next, or 0. @param {LayerLine} line @param {LayerLine | undefined} next @param {string} base */
function crossing(line, next, base) {
  const [last, first] = [line.parts.at(-1), next?.parts[0]];
  return last?.chain && last.chain === first?.chain && webAddress(last.link ?? '', base) ? last.chain : 0;
}

/** Neighbours of one kind together. @param {LinePart[]} parts @param {(part: LinePart) => number} kindOf */
function runs(parts, kindOf) {
  /** @type {LinePart[][]} */
  const all = [];
  parts.forEach((part, at) => {
    if (at > 0 && kindOf(part) === kindOf(parts[at - 1])) all[all.length - 1].push(part);
    else all.push([part]);
  });
  return all;
}

// Pieces may grow by rounding, and none may go to the next line for it.
/** @param {HTMLElement[]} pieces  of one line @param {number} room  that they leave of the column */
function pad(pieces, room) {
  const { style } = pieces[pieces.length - 1];
  style.paddingRight = `${Math.max(0, room)}px`;
  if (pieces.length > 1) style.marginRight = `${-SLACK}px`;
}

/** @param {LinePart[]} parts @param {string | null} base  null: of a link that is made already */
function lineSpan(parts, base) {
  const span = document.createElement('span');
  span.className = 'line';
  if (base === null) {
    // What pads the line is no part of the link.
    span.append(document.createElement('span'));
    span.firstElementChild?.append(...parts.map(marked));
    return span;
  }
  for (const run of runs(parts, ({ chain = 0 }) => chain)) {
    const address = webAddress(run[0].link ?? '', base);
    const holder = address ? span.appendChild(anchorTo(address)) : span;
    holder.append(...run.map(marked));
  }
  return span;
}

/** @param {LinePart} part @returns {Node} */
function marked({ text, bold, italic }) {
  /** @type {Node} */
  let node = document.createTextNode(text);
  for (const tag of [italic && 'em', bold && 'strong']) {
    if (!tag) continue;
    const element = document.createElement(tag);
    element.append(node);
    node = element;
  }
  return node;
}

/** @param {string} address @param {string} [name]  of its class */
function anchorTo(address, name = '') {
  const anchor = document.createElement('a');
  if (name) anchor.className = name;
  anchor.href = address;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
  return anchor;
}
