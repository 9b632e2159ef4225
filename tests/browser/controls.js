/**
 * A hand on the stage: does by mouse, by finger or by keys alone what a test asks for by role and name, so that one test
 * of a control is three. Roles and names are those the browser's accessibility tree has.
 *
 *     const hand = await takeHand(server, 'keyboard');
 *     await hand.open();
 *     await hand.press('button', 'Thời gian');
 *     await hand.fill('textbox', 'Từ ngày (dd/mm/yyyy)', '01/01/2022');
 *     assert.equal((await hand.state()).from, '2022-01-01');
 *     await hand.close();
 *
 * Units: CSS pixels. Errors: a control that is missing, covered or out of reach of the keyboard throws and is named.
 */
import assert from 'node:assert/strict';
import { launch } from './drivers/driver.js';
import { dayOf, expected, openPage, sample } from './stage.js';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {Parameters<import('playwright-core').Page['getByRole']>[0]} Role */
/** @typedef {'mouse' | 'touch' | 'keyboard'} Way */

/** @type {readonly Way[]} */
export const kWays = ['mouse', 'touch', 'keyboard'];
export const kWide = { width: 1000, height: 700 };
export const kPhone = { width: 390, height: 844 };

const kStepMs = 5000;
/** More steps than any control is away. */
const kMostKeys = 150;

/** Months of the sample as the timeline counts them, the first and the last one included. */
const kDays = sample.items.map(dayOf).sort();
export const kFirstMonth = kDays[0].slice(0, 7);
export const kNewestDay = kDays[kDays.length - 1];
export const kNewestMonth = kNewestDay.slice(0, 7);
export const kMonths = monthsBetween(kFirstMonth, kNewestMonth) + 1;

/**
 * A hand with a browser of its own: a phone's for a finger, a wide window's for the others.
 * @param {import('./server.js').Server} server
 * @param {Way} way
 * @param {{width: number, height: number}} [size]
 * @param {import('./drivers/driver.js').LaunchOptions} [options]
 */
export async function takeHand(server, way, size = way === 'touch' ? kPhone : kWide, options = {}) {
  const driver = await launch('chromium', { ...size, touch: way === 'touch', ...options });
  const hand = new Hand(driver, server, way, size);
  hand.page.setDefaultTimeout(kStepMs);
  await driver.open(`${server.url}stage.html`);
  return hand;
}

export class Hand {
  /**
   * @param {import('./drivers/driver.js').Driver} driver
   * @param {import('./server.js').Server} server
   * @param {Way} way
   * @param {{width: number, height: number}} size
   */
  constructor(driver, server, way, size) {
    this.driver = driver;
    this.server = server;
    this.way = way;
    this.size = size;
    this.isPhone = size.width < 600;
    this.page = /** @type {import('playwright-core').Page} */ (driver.page);
    /** @type {Record<string, string>} */
    this.attributes = {};
  }

  close() {
    return this.driver.close();
  }

  /**
   * The reader anew, with what an earlier visit left: nothing, or `kept` of web/memory.js.
   * @param {Record<string, string>} [attributes] of the element
   * @param {object} [kept]
   */
  async open(attributes = {}, kept = {}) {
    this.attributes = attributes;
    await this.driver.evaluate((left) => localStorage.setItem('bantin', JSON.stringify(left)), kept);
    await this.reload();
  }

  /** The page once more; storage stays. */
  reload() {
    return openPage(this.driver, this.server, this.attributes);
  }

  /**
   * Another viewport until the test ends.
   * @param {{after: (fn: () => Promise<void>) => void}} t
   * @param {{width: number, height: number}} size
   */
  async resize(t, { width, height }) {
    t.after(() => this.driver.viewport(this.size.width, this.size.height));
    await this.driver.viewport(width, height);
    await this.painted();
  }

  painted() {
    return this.driver.evaluate(() => window.painted());
  }

  /** @param {Role} role @param {string | RegExp} [name] all of it @param {object} [states] pressed, checked, … */
  control(role, name, states = {}) {
    return this.page.getByRole(role, { ...(name === undefined ? {} : { name, exact: true }), ...states });
  }

  /** @param {Role} role @param {string | RegExp} name @param {string} [key] that presses it */
  async press(role, name, key) {
    await this.pressOn(this.control(role, name), key);
  }

  /** @param {Locator} control @param {string} [key] */
  async pressOn(control, key = 'Enter') {
    if (this.way === 'keyboard') {
      await this.reach(control);
      await this.driver.press(key);
    } else {
      const { x, y } = await this.placeOf(control);
      await this.pressAt(x, y);
    }
    await this.painted();
  }

  /** A click or a tap, over when the page has heard of it. @param {number} x @param {number} y */
  async pressAt(x, y) {
    if (this.way !== 'touch') return this.driver.mouse.click(x, y);
    await this.driver.evaluate(() => {
      const heard = new Promise((done) => addEventListener('click', done, { once: true, capture: true }));
      const late = new Promise((done) => setTimeout(done, 1000));
      Object.assign(window, { tapped: Promise.race([heard.then(() => true), late]) });
    });
    await this.driver.touchTap(x, y);
    await this.caught('tapped');
  }

  /** @param {Role} role @param {string | RegExp} name @param {string} text in place of what the field holds */
  async fill(role, name, text) {
    const field = this.control(role, name);
    if (this.way === 'keyboard') await this.reach(field);
    else await this.pressOn(field);
    await this.driver.press('Control+a');
    await (text ? this.driver.type(text) : this.driver.press('Delete'));
    await this.painted();
  }

  /** Moves the focus to a control by Tab, within a group by arrows. @param {Locator} control */
  async reach(control) {
    for (let keys = 0; keys < kMostKeys; ++keys) {
      const key = await control.evaluate(nextKey);
      if (!key) return;
      await this.driver.press(key);
    }
    assert.fail(`${control} is out of reach of Tab and the arrows`);
  }

  /** Its middle, brought into sight; nothing lies over it. @param {Locator} control */
  async placeOf(control) {
    const { x, y, isOnTop } = await control.evaluate(placeInSight);
    assert.ok(isOnTop, `${control} is out of sight or covered`);
    return { x, y };
  }

  /** Opens what holds the filters: a panel of the rail, or the sheet on a phone. @param {RegExp | string} panel */
  openFilters(panel) {
    return this.press('button', this.isPhone ? 'Bộ lọc' : panel);
  }

  /** What the page is told by the element. */
  state() {
    return this.driver.evaluate(async () => {
      const { article, departments, from, to, query, results } = window.reader;
      return { article, departments, from, to, query, total: results.total, ids: await results.ids(0, 1000) };
    });
  }

  /** What the site's storage holds. @returns {Promise<any>} */
  kept() {
    return this.driver.evaluate(() => JSON.parse(localStorage.getItem('bantin') ?? '{}'));
  }

  /** Details of the element's events of a type, oldest first. @param {string} type @returns {Promise<any[]>} */
  told(type) {
    return this.driver.evaluate(
      (wanted) => window.events.filter((event) => event.type === wanted).map(({ detail }) => detail),
      type,
    );
  }

  /** What a test has put into the page's window. @param {string} name @returns {Promise<any>} */
  caught(name) {
    return this.driver.evaluate((property) => Reflect.get(window, property), name);
  }

  /** Role or tag and name of what has the focus. @returns {Promise<string>} */
  focused() {
    return this.driver.evaluate(() => {
      const focus = window.reader.shadowRoot.activeElement;
      if (!focus) return '';
      return `${focus.getAttribute('role') ?? focus.localName} ${focus.getAttribute('aria-label') ?? focus.textContent}`;
    });
  }

  /** Texts of every status. */
  statuses() {
    return this.control('status').allTextContents();
  }
}

/**
 * The reader shows just what a filter leaves, says so in the layer, and has told the page.
 * @param {Hand} hand
 * @param {{departments?: string[], from?: string, to?: string}} filter
 */
export async function assertFiltered(hand, filter) {
  const { departments = [], from = '', to = '' } = filter;
  const wanted = expected(filter);
  const { ids, ...state } = await hand.state();
  const chosen = { departments: departments.join(' '), from, to, query: '' };
  assert.deepEqual(state, { article: '', ...chosen, total: wanted.total });
  assert.deepEqual(ids, wanted.ids);
  assert.ok((await hand.statuses()).includes(`${wanted.total} bài`));
  const told = (await hand.told('bantin-filter')).at(-1);
  if (told) assert.deepEqual([told.departments, told.from, told.to, told.total], [departments, from, to, wanted.total]);
}

/** As a day of the calendar is called. @param {string} iso "2022-01-03" @returns {string} "3/1/2022" */
export const spokenDay = (iso) => iso.split('-').reverse().map(Number).join('/');

/** @param {string} iso "2022-01-13" @returns {string} "13/01/2022" */
export const viDay = (iso) => iso.split('-').reverse().join('/');

/** @param {string} month "2022-01" @returns {string} "Tháng 01/2022" */
export const viMonth = (month) => `Tháng ${viDay(month)}`;

/** @param {string} month "2022-01" @param {number} steps @returns {string} */
export function monthAfter(month, steps) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + steps, 1)).toISOString().slice(0, 7);
}

/** @param {string} month @returns {string} its last day */
export function lastDay(month) {
  return dayAfter(`${monthAfter(month, 1)}-01`, -1);
}

/** @param {string} day @param {number} steps @returns {string} */
export function dayAfter(day, steps) {
  const [year, month, number] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, number + steps)).toISOString().slice(0, 10);
}

/** @param {string} from @param {string} to months */
function monthsBetween(from, to) {
  const count = (/** @type {string} */ month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return count(to) - count(from);
}

// The two below run inside the page.

/** The key that brings the focus nearer to an element; "" when it is there. @param {Element} element */
function nextKey(element) {
  const control = /** @type {HTMLElement} */ (element);
  const focus = /** @type {ShadowRoot} */ (control.getRootNode()).activeElement;
  if (focus === control) return '';
  const group = control.tabIndex < 0 ? control.closest('[role=group], [role=radiogroup]') : null;
  if (!focus) return 'Tab';
  if (!group?.contains(focus)) {
    const isBefore = focus.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_PRECEDING;
    return isBefore ? 'Shift+Tab' : 'Tab';
  }
  const [here, there] = [focus.getBoundingClientRect(), control.getBoundingClientRect()];
  if (Math.abs(here.top - there.top) > here.height / 2) return there.top > here.top ? 'ArrowDown' : 'ArrowUp';
  return there.left > here.left ? 'ArrowRight' : 'ArrowLeft';
}

/** An element's middle, and whether a press there reaches it; scrolls to it if need be. @param {Element} element */
async function placeInSight(element) {
  const place = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const found = /** @type {ShadowRoot} */ (element.getRootNode()).elementFromPoint(x, y);
    return { x, y, isOnTop: element.contains(found) };
  };
  if (place().isOnTop) return place();
  element.scrollIntoView({ block: 'center' });
  await window.painted();
  return place();
}
