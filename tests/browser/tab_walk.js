/**
 * A walk over everything in the element that Tab stops at, from the page before it to the page behind it: what it is,
 * whether it is in sight, and whether it is seen to have the focus.
 *
 *     await putBetween(hand);
 *     const stops = await walk(hand, 'Tab', { marks: true });
 *     assert.deepEqual(stops.filter(({ marked, inSight }) => marked < 50 || !inSight), []);
 */
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { sample } from './stage.js';

/** @typedef {import('./controls.js').Hand} Hand */

/**
 * @typedef {object} Stop
 * @property {string} name  role or tag, and what it is called
 * @property {number} x @property {number} y  its middle in the viewport, CSS pixels
 * @property {number} top  of its first line
 * @property {boolean} inSight  neither covered nor scrolled away
 * @property {boolean} floats  it is in a panel or a sheet
 * @property {number} marked  pixels that differ when it has the focus; NaN: not looked at
 * @typedef {{left: number, top: number, width: number, height: number}} Box
 */

/** @type {any[]} */
const all = sample.items;
/** With a link in the text, a table, a picture and an attached file. */
export const kRich = all.find(
  ({ content_html: html = '' }) => /<a /.test(html) && /<table/.test(html) && /<img/.test(html),
);
/** Not so many that a walk takes long. */
export const kFeed = { ...sample, items: [kRich, ...all.filter((item) => item !== kRich).slice(0, 2)] };
export const [kDepartment] = sample._bantin.departments;

const kMostStops = 200;
/** Room around the control in which the mark of focus may lie, CSS pixels. */
const kAround = 6;

/** @param {Hand} hand @param {object} feed */
export const show = (hand, feed) =>
  hand.driver.evaluate(async (wanted) => {
    const shown = new Promise((done) => window.reader.addEventListener('bantin-ready', done, { once: true }));
    window.reader.feed = wanted;
    await shown;
    await window.painted();
  }, feed);

/** @param {Hand} hand @param {object} filter */
export const filter = (hand, filter) =>
  hand.driver.evaluate((wanted) => window.reader.setFilter(wanted).then(() => window.painted()), filter);

/** @param {Hand} hand @param {string} id */
export const open = (hand, id) =>
  hand.driver.evaluate((wanted) => window.reader.openArticle(wanted).then(() => window.painted()), id);

/** Puts the element between two buttons of the page's own. @param {import('./controls.js').Hand} hand */
export function putBetween(hand) {
  return hand.driver.evaluate(() => {
    for (const [id, place] of /** @type {const} */ ([
      ['before', 'beforebegin'],
      ['behind', 'afterend'],
    ])) {
      const button = Object.assign(document.createElement('button'), { id, textContent: id });
      button.style.cssText = 'position: fixed; bottom: 0; left: 0; opacity: 0';
      window.reader.insertAdjacentElement(place, button);
    }
  });
}

/**
 * Presses the key from the page's button on one side of the element until the focus is on that on the other side.
 * @param {import('./controls.js').Hand} hand
 * @param {'Tab' | 'Shift+Tab'} key
 * @param {{marks?: boolean}} [options]
 */
export async function walk(hand, key, { marks = false } = {}) {
  const [from, to] = key === 'Tab' ? ['before', 'behind'] : ['behind', 'before'];
  await hand.driver.evaluate((id) => {
    // Into a list that has been scrolled Tab leads where it is.
    if (id === 'before')
      for (const scroller of window.reader.shadowRoot.querySelectorAll('.scroller')) scroller.scrollTop = 0;
    document.getElementById(id)?.focus({ preventScroll: true });
    return window.painted();
  }, from);
  /** @type {Stop[]} */
  const stops = [];
  for (let number = 0; number < kMostStops; ++number) {
    await hand.driver.press(key);
    await hand.painted();
    const found = await hand.driver.evaluate(stopHere);
    if (!found) {
      assert.equal(await hand.driver.evaluate(() => document.activeElement?.id), to, 'where the focus leaves to');
      return stops;
    }
    const { box, ...stop } = found;
    stops.push({ ...stop, marked: marks ? await markOf(hand, box) : NaN });
  }
  return assert.fail(`the focus does not leave by ${key}: ${JSON.stringify(stops.slice(-5))}`);
}

/** Pixels around the control that differ with the focus there and without. @param {import('./controls.js').Hand} hand @param {Box} box */
export async function markOf(hand, box) {
  const focused = await pictureOf(hand, box);
  await hand.driver.evaluate(() => {
    const { activeElement } = window.reader.shadowRoot;
    Object.assign(window, { left: activeElement });
    /** @type {HTMLElement} */ (activeElement).blur();
  });
  await hand.painted();
  const plain = await pictureOf(hand, box);
  await hand.driver.evaluate(() => {
    /** @type {HTMLElement} */ (Reflect.get(window, 'left')).focus({ preventScroll: true });
  });
  await hand.painted();
  let count = 0;
  for (let at = 0; at < plain.data.length; at += 4) {
    if ([0, 1, 2].some((part) => Math.abs(plain.data[at + part] - focused.data[at + part]) > 8)) ++count;
  }
  return count;
}

/** @param {import('./controls.js').Hand} hand @param {Box} box */
async function pictureOf(hand, { left, top, width, height }) {
  const [x, y] = [Math.max(0, left - kAround), Math.max(0, top - kAround)];
  const clip = {
    x,
    y,
    width: Math.min(hand.size.width, left + width + kAround) - x,
    height: Math.min(hand.size.height, top + height + kAround) - y,
  };
  return PNG.sync.read(await hand.page.screenshot({ clip }));
}

/**
 * What has the focus; null when nothing of the element has. A row of the list is marked as a whole.
 * Runs inside the page.
 */
export function stopHere() {
  const root = window.reader.shadowRoot;
  const element = /** @type {HTMLElement | null} */ (root.activeElement);
  if (!element) return null;
  const whole = element.getBoundingClientRect();
  const marked = (element.closest('.item') ?? element).getBoundingClientRect();
  const seen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (let at = /** @type {HTMLElement | null} */ (element); at; at = at.parentElement) {
    if (at !== element && getComputedStyle(at).overflow === 'visible') continue;
    const box = at.getBoundingClientRect();
    seen.left = Math.max(seen.left, box.left);
    seen.top = Math.max(seen.top, box.top);
    seen.right = Math.min(seen.right, box.right);
    seen.bottom = Math.min(seen.bottom, box.bottom);
  }
  const [width, height] = [seen.right - seen.left, seen.bottom - seen.top];
  const isWhole = width >= Math.min(whole.width, innerWidth) * 0.6 && height >= Math.min(whole.height, 200) * 0.9;
  const [line] = element.getClientRects();
  const [x, y] = [line.left + Math.min(line.width / 2, 20), line.top + Math.min(line.height / 2, 20)];
  // What closes a panel by a press beside it lies over the rest, and is seen through.
  const found = root.elementsFromPoint(x, y).find((it) => !it.matches('button[tabindex="-1"]:empty')) ?? null;
  const isOver = element.matches('[type=range]') || element.contains(found) || found?.contains(element);
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return {
    name: `${element.getAttribute('role') ?? element.localName} ${name.slice(0, 40)}`,
    x: line.left + line.width / 2,
    y: line.top + line.height / 2,
    top: line.top,
    floats: element.closest('.dialog') !== null,
    inSight: isWhole && Boolean(isOver),
    box: {
      left: Math.max(0, marked.left),
      top: Math.max(0, marked.top),
      width: Math.min(innerWidth, marked.right) - Math.max(0, marked.left),
      height: Math.min(innerHeight, marked.bottom) - Math.max(0, marked.top),
    },
  };
}
