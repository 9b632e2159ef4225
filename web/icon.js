// The application's icon: a sheet with a headline, a picture and lines on lacquer red, drawn from one list of rounded
// rectangles as SVG and as PNG. All of it stands within the circle that a platform may cut out ("maskable").
//   await writeFile('icon.svg', iconSvg());  iconPng(192)

import { PNG } from 'pngjs';

const SIZE = 64;
/** Looked at a pixel, each way. */
const SAMPLES = 4;
/** @typedef {{x: number, y: number, width: number, height: number, radius: number, colour: string}} Shape */

/** @param {[x: number, y: number, width: number, height: number]} box @param {number} radius @param {string} colour @returns {Shape} */
const shape = ([x, y, width, height], radius, colour) => ({ x, y, width, height, radius, colour });

const [RED, PAPER, INK, GREY] = ['#a6192e', '#fbf9f4', '#1f1b16', '#b9ae9c'];
const SHAPES = [
  shape([0, 0, 64, 64], 0, RED),
  shape([16, 13, 32, 38], 3, PAPER),
  shape([20, 18, 24, 4], 1, INK),
  shape([20, 24.5, 16, 4], 1, INK),
  shape([20, 32, 10, 9], 1, RED),
  shape([33, 32, 11, 2], 1, GREY),
  shape([33, 35.5, 11, 2], 1, GREY),
  shape([33, 39, 11, 2], 1, GREY),
  shape([20, 44, 24, 2], 1, GREY),
];
const FROM_TOP = [...SHAPES].reverse();

export function iconSvg() {
  const rects = SHAPES.map(
    ({ x, y, width, height, radius, colour }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">${rects.join('')}</svg>\n`;
}

/** @param {number} pixels  of a side */
export function iconPng(pixels) {
  const png = new PNG({ width: pixels, height: pixels, colorType: 2 });
  for (let y = 0; y < pixels; ++y) {
    for (let x = 0; x < pixels; ++x) png.data.set(pixelAt(x, y, SIZE / pixels), 4 * (y * pixels + x));
  }
  return PNG.sync.write(png, { colorType: 2 });
}

/** @param {number} x @param {number} y @param {number} scale @returns {number[]} red, green, blue, 255 */
function pixelAt(x, y, scale) {
  const sum = [0, 0, 0];
  for (let sample = 0; sample < SAMPLES ** 2; ++sample) {
    const [right, down] = [sample % SAMPLES, Math.floor(sample / SAMPLES)];
    const at = (/** @type {number} */ from, /** @type {number} */ step) => (from + (step + 0.5) / SAMPLES) * scale;
    const [px, py] = [at(x, right), at(y, down)];
    const top = /** @type {Shape} */ (FROM_TOP.find((one) => holds(one, px, py)));
    for (let channel = 0; channel < 3; ++channel)
      sum[channel] += parseInt(top.colour.slice(1 + 2 * channel, 3 + 2 * channel), 16);
  }
  return [...sum.map((value) => Math.round(value / SAMPLES ** 2)), 255];
}

/** @param {Shape} shape @param {number} x @param {number} y */
function holds({ x: left, y: top, width, height, radius }, x, y) {
  const away = (/** @type {number} */ at, /** @type {number} */ from, /** @type {number} */ size) =>
    Math.max(from + radius - at, at - (from + size - radius), 0);
  return Math.hypot(away(x, left, width), away(y, top, height)) <= radius;
}
