// A QR code as a picture: black on white whatever the theme, with the quiet margin that cameras need.

import { encode } from 'uqr';

/** Modules of white around; the standard's own figure. */
const MARGIN = 4;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Rows of modules, true is black. Middle error correction, the lowest for what is longer.
 * @param {string} text @returns {boolean[][] | null} null: more than a code holds
 */
export function qrModules(text) {
  for (const ecc of /** @type {const} */ (['M', 'L'])) {
    try {
      return encode(text, { ecc, border: 0 }).data;
    } catch {
      // Too long for this one.
    }
  }
  return null;
}

/** A path over the black modules, run by run. @param {boolean[][]} rows */
export function qrPath(rows) {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; ++x) {
      if (!row[x]) continue;
      const begin = x;
      while (row[x + 1]) ++x;
      const width = x + 1 - begin;
      path += `M${begin + MARGIN} ${y + MARGIN}h${width}v1h-${width}z`;
    }
  });
  return path;
}

/** @param {string} text @param {string} name  what it is, for those who do not see it @returns {SVGElement | null} */
export function qrPicture(text, name) {
  const rows = qrModules(text);
  if (!rows) return null;
  const svg = document.createElementNS(SVG, 'svg');
  const size = rows.length + 2 * MARGIN;
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  svg.setAttribute('shape-rendering', 'crispEdges');
  for (const [fill, d] of [
    ['#fff', `M0 0h${size}v${size}H0z`],
    ['#000', qrPath(rows)],
  ]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('fill', fill);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
