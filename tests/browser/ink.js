/**
 * Ink on screenshots: what the canvas draws compared with what the layer holds.
 *
 *     const [drawn, layer] = await bothPictures(driver);
 *     const end = inkIn(drawn, 2, { left: 10, top: 20, right: 300, bottom: 50 }).end;
 *
 * Boxes and places are in CSS pixels of the viewport.
 */
import { screenshotOf } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** The darkness, from 0 to 1, at which a stroke is taken to end. */
const kEdge = 0.25;
const kDark = 0.4;

/** The canvas alone and the layer alone, visible. @param {Driver} driver */
export async function bothPictures(driver) {
  const drawn = await shownBy(driver, 'canvas');
  const layer = await shownBy(driver, 'layer');
  await driver.evaluate(show, 'canvas');
  return [drawn, layer];
}

/** @param {Driver} driver @param {'canvas' | 'layer'} what  is seen alone */
async function shownBy(driver, what) {
  await driver.evaluate(show, what);
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  await driver.evaluate(() => window.painted());
  return screenshotOf(driver);
}

/** Runs inside the page. @param {'canvas' | 'layer'} what */
function show(what) {
  window.inside('canvas').style.visibility = what === 'layer' ? 'hidden' : '';
  window.inside('.layer').classList.toggle('shown', what === 'layer');
}

/**
 * Where the ink in a box ends (between two columns of pixels, where the darkness falls below kEdge), where it begins from
 * above (a whole row of pixels), and how many pixels are dark.
 * @param {import('pngjs').PNG} picture @param {number} ratio  device pixels to a CSS pixel
 * @param {Box} box
 */
export function inkIn(picture, ratio, { left, top, right, bottom }) {
  let inked = 0;
  let end = 0;
  let before = 0;
  let first = Infinity;
  const paper = luminance(picture, Math.round(left * ratio), Math.round(top * ratio));
  for (let x = Math.floor(left * ratio); x < Math.min(Math.ceil(right * ratio), picture.width); ++x) {
    let darkest = 0;
    for (let y = Math.floor(top * ratio); y < Math.min(bottom * ratio, picture.height); ++y) {
      const darkness = (paper - luminance(picture, x, y)) / paper;
      if (darkness > kDark) {
        ++inked;
        first = Math.min(first, y);
      }
      darkest = Math.max(darkest, darkness);
    }
    if (before >= kEdge && darkest < kEdge) end = x - 0.5 + (before - kEdge) / (before - darkest);
    before = darkest;
  }
  return { inked, end: end / ratio, top: first / ratio };
}

/** @param {import('pngjs').PNG} picture @param {number} x @param {number} y */
function luminance(picture, x, y) {
  const at = 4 * (y * picture.width + x);
  return 0.2126 * picture.data[at] + 0.7152 * picture.data[at + 1] + 0.0722 * picture.data[at + 2];
}
