// The lines of a node's text as the layer has them: one span a line, inside it what is bold, italic or a link.

import { webAddress } from './address.js';

/** @typedef {import('./layer.js').LayerNode} LayerNode */

/**
 * @typedef {{text: string, bold?: boolean, italic?: boolean, link?: string}} LinePart
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

/** @param {LayerNode} a @param {LayerNode} b */
export function sameLines(a, b) {
  return (
    a.width === b.width && a.lines.length === b.lines.length && a.lines.every((line, i) => sameLine(line, b.lines[i]))
  );
}

/** @param {LayerLine} a @param {LayerLine} b */
function sameLine(a, b) {
  const isSame = (/** @type {LinePart} */ part, /** @type {LinePart} */ other) =>
    part.text === other.text && part.bold === other.bold && part.italic === other.italic && part.link === other.link;
  return (
    a.width === b.width &&
    a.spaceAfter === b.spaceAfter &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, i) => isSame(part, b.parts[i]))
  );
}

// One span a line, padded to the column, with a break between: selection, find and copying see one paragraph.
/** @param {LayerNode} node @param {string} base */
export function lineSpans(node, base) {
  const room = CELLS.has(node.kind) ? node.width - 2 * node.inset : node.width;
  /** @type {Node[]} */
  const nodes = [];
  node.lines.forEach((line, index) => {
    const span = document.createElement('span');
    span.className = 'line';
    span.append(...line.parts.map((part) => linePart(part, base)));
    nodes.push(span);
    if (index === node.lines.length - 1) return;
    span.style.paddingRight = `${Math.max(0, room - line.width)}px`;
    nodes.push(line.spaceAfter ? document.createTextNode(' ') : document.createElement('wbr'));
  });
  return nodes;
}

/** @param {LinePart} part @param {string} base @returns {Node} */
function linePart({ text, bold, italic, link }, base) {
  /** @type {Node} */
  let node = document.createTextNode(text);
  const wrap = (/** @type {string} */ tag) => {
    const element = document.createElement(tag);
    element.append(node);
    node = element;
    return element;
  };
  if (italic) wrap('em');
  if (bold) wrap('strong');
  const address = link && webAddress(link, base);
  if (!address) return node;
  const anchor = /** @type {HTMLAnchorElement} */ (wrap('a'));
  anchor.href = address;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
  return anchor;
}
