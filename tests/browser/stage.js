/**
 * The product on a stage: dist/ and the test pages behind one server, the sample feed and what it should give.
 *
 *     const stage = await setStage();
 *     const driver = await openStage(t, stage, 'chromium', { article: 'chi-bo' });
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchFor } from './drivers/driver.js';
import { serve } from './server.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

export const root = join(import.meta.dirname, '../..');
export const dist = join(root, 'dist');
const kPages = join(import.meta.dirname, 'pages');

/** The sample feed as the file says it. */
export const sample = JSON.parse(readFileSync(join(root, 'data/sample.json'), 'utf8'));

/** @param {Partial<import('./server.js').ServeOptions>} [options] */
export function setStage(options = {}) {
  return serve({ folders: [dist, kPages, join(root, 'tests/data')], isolated: true, ...options });
}

/**
 * A browser with the stage open and the feed shown.
 * @param {{after: (fn: () => Promise<void>) => void}} t
 * @param {import('./server.js').Server} server
 * @param {import('./drivers/driver.js').Engine} engine
 * @param {Record<string, string>} [attributes]
 * @param {import('./drivers/driver.js').LaunchOptions} [options]
 */
export async function openStage(t, server, engine, attributes = {}, options = {}) {
  const driver = await launchFor(t, engine, options);
  await openPage(driver, server, attributes);
  return driver;
}

/** @param {Driver} driver @param {import('./server.js').Server} server @param {Record<string, string>} [attributes] */
export async function openPage(driver, server, attributes = {}) {
  const parameters = new URLSearchParams({ src: 'data/sample.json', ...attributes });
  await driver.open(`${server.url}stage.html?${parameters}`);
  await driver.evaluate(() => window.ready());
}

/**
 * The middle of an element of the layer, in the viewport.
 * @param {Driver} driver @param {string} selector @param {number} [index]
 */
export function middleOf(driver, selector, index = 0) {
  return driver.evaluate(
    (/** @type {string} */ wanted, /** @type {number} */ number) => {
      const rect = window.inside(wanted, number)?.getBoundingClientRect();
      if (!rect) throw new Error(`no ${wanted} number ${number}`);
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    },
    selector,
    index,
  );
}

/** @param {Driver} driver @param {string} selector @param {number} [index] */
export async function clickOn(driver, selector, index = 0) {
  const { x, y } = await middleOf(driver, selector, index);
  await driver.mouse.click(x, y);
  await driver.evaluate(() => window.painted());
}

/**
 * A day, a department and words decide; the naive way, article by article.
 * @param {{departments?: string[], from?: string, to?: string, query?: string}} filter
 */
export function expected({ departments = [], from = '', to = '', query = '' }) {
  const ofDepartment = (/** @type {any} */ item) =>
    !departments.length || departments.includes(item._bantin.department);
  const inRange = (/** @type {any} */ item) => (!from || dayOf(item) >= from) && (!to || dayOf(item) <= to);
  const found = (/** @type {any} */ item) => matches(item, query);
  /** @type {any[]} */
  const items = sample.items;
  const listed = items.filter((item) => ofDepartment(item) && inRange(item) && found(item));
  const byDate = [...listed].sort((a, b) => (a.date_published < b.date_published ? 1 : -1));
  return {
    total: listed.length,
    ids: byDate.map((item) => item.id),
    byDepartment: counted(items.filter((item) => inRange(item) && found(item)).map((item) => item._bantin.department)),
    byMonth: counted(items.filter((item) => ofDepartment(item) && found(item)).map((item) => dayOf(item).slice(0, 7))),
  };
}

/** @param {any} item */
export const dayOf = (item) => String(item.date_published).slice(0, 10);

/** @param {string} text */
function folded(text) {
  const plain = text.normalize('NFD').replace(/\p{Mn}/gu, '');
  return plain.replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

/** Every word of the query; the last may be the beginning of one. @param {any} item @param {string} query */
function matches(item, query) {
  const terms = folded(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const words = folded(`${item.title} ${item.summary} ${item.content_text}`).split(/[^\p{L}\p{N}]+/u);
  const last = terms.length - 1;
  return terms.every((term, i) => words.some((word) => (i === last ? word.startsWith(term) : word === term)));
}

/** @param {string[]} names @returns {Record<string, number>} */
function counted(names) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The counts that are not zero. @param {Record<string, number>} counts */
export const positive = (counts) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
