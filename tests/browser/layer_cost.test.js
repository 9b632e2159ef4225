/** What frames and scrolling cost the DOM: nothing while no description changes, in the list only the rows that come and go. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './drivers/deadline.js';
import { middleOf, openStage, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

const kFrames = 60;
const kRows = 300;
/** CSS pixels. */
const kRowHeight = 152;
/** Changes of the layer for a row: its own element and four texts with their places, fonts and colours, once; its end. */
const kMostChangesOfRow = 44;
/** The same for a month: its name in a heading, how many there are, and its list. */
const kMostChangesOfMonth = 24;

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** Notes every change in the shadow tree. Runs inside the page. */
function watchTree() {
  const page = /** @type {any} */ (window);
  page.changesSeen = [];
  const said = (/** @type {MutationRecord} */ { type, target, attributeName }) => {
    const { localName, className } = /** @type {Element} */ (target instanceof Element ? target : target.parentElement);
    return `${type} ${attributeName ?? ''} of ${localName}.${className}`;
  };
  const observer = new MutationObserver((records) => page.changesSeen.push(...records.map(said)));
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(window.reader.shadowRoot, everything);
}

/** Runs inside the page. */
function costs() {
  const { frames, layerChanges } = window.reader.stats;
  return { frames, layerChanges, seen: /** @type {any} */ (window).changesSeen };
}

test('frames in which only pixels change touch no element', async (t) => {
  const { id } = sample.items.find((/** @type {any} */ item) => item.content_html?.length > 4000);
  const driver = await openStage(t, server, 'chromium', { article: id });
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  await driver.evaluate(watchTree);
  const before = await driver.evaluate(costs);

  const [row, button] = [await middleOf(driver, '.list li'), await middleOf(driver, '.article button, button')];
  for (let i = 0; i < kFrames; ++i) {
    await driver.mouse.move(...spot(i, row, button));
    await driver.evaluate(() => window.painted());
  }
  const hovered = await driver.evaluate(costs);
  assert.deepEqual(hovered.seen, []);
  assert.equal(hovered.layerChanges, before.layerChanges);
  assert.ok(hovered.frames - before.frames >= kFrames / 2, `${hovered.frames - before.frames} frames`);

  const { x, y } = { x: 700, y: 400 };
  const top = () => driver.evaluate(() => window.inside('article').closest('.scroller').scrollTop);
  for (let i = 0; i < kFrames; ++i) {
    await driver.wheel(x, y, 40);
    await driver.evaluate(() => window.painted());
  }
  assert.ok((await top()) > 1000, `scrolled to ${await top()}`);
  const scrolled = await driver.evaluate(costs);
  assert.deepEqual(scrolled.seen, []);
  assert.equal(scrolled.layerChanges, before.layerChanges);
  assert.ok(scrolled.frames - hovered.frames >= kFrames / 2, `${scrolled.frames - hovered.frames} frames`);
});

/**
 * Over a row, a button and the article by turns.
 * @param {number} i @param {{x: number, y: number}} row @param {{x: number, y: number}} button
 * @returns {[number, number]}
 */
function spot(i, row, button) {
  if (i % 3 === 0) return [row.x + i, row.y];
  return i % 3 === 1 ? [button.x, button.y] : [700, 100 + 8 * i];
}

test('scrolling the list makes and ends rows and months, and leaves those that stay alone', async (t) => {
  const driver = await openStage(t, server, 'chromium', { lang: 'vi' });
  await driver.evaluate(showRows, 2 * kRows);
  await driver.evaluate(watchRows);
  const before = await driver.evaluate(costs);
  const { x, y } = await middleOf(driver, '.scroller');
  const scrolled = () => driver.evaluate(() => window.inside('.scroller').scrollTop);
  const lastRow = () =>
    driver.evaluate(() =>
      Number([...window.reader.shadowRoot.querySelectorAll('.item')].at(-1)?.getAttribute('aria-posinset')),
    );
  const first = await lastRow();
  for (let i = 0; i < kRows; ++i) await driver.wheel(x, y, kRowHeight);
  await until(20, 'the list comes to rest', async () => (await scrolled()) >= kRowHeight * kRows);
  await driver.evaluate(() => window.painted());

  const { needless, rows, months } = await driver.evaluate(() => /** @type {any} */ (window).rowsSeen);
  const changes = (await driver.evaluate(costs)).layerChanges - before.layerChanges;
  t.diagnostic(`${changes} changes, ${rows} rows and ${months} months entered: ${(changes / rows).toFixed(1)} a row`);
  assert.deepEqual(needless, []);
  // Each of them once.
  assert.equal(rows, (await lastRow()) - first);
  assert.ok(rows > 0.9 * kRows, `${rows} rows`);
  const most = rows * kMostChangesOfRow + months * kMostChangesOfMonth;
  assert.ok(changes <= most, `${changes} changes, at most ${most} needed`);
});

/** A feed with a month every twenty articles or so. Runs inside the page. @param {number} count */
async function showRows(count) {
  const items = Array.from({ length: count }, (_, i) => ({
    id: `bai-${i}`,
    title: `Bài số ${i}`,
    summary: `Sapô của bài số ${i}.`,
    content_text: 'Một câu.',
    date_published: new Date(Date.UTC(2026, 5, 30) - i * 36 * 3_600_000).toISOString(),
    authors: [{ name: `Sở số ${i % 17}` }],
  }));
  window.reader.feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Dài', items };
  await window.ready();
  await window.painted();
}

/**
 * Counts rows and months that enter the list, and notes each change that is neither the coming or going of one nor inside
 * one that has come with it. Runs inside the page.
 */
function watchRows() {
  const seen = { needless: /** @type {string[]} */ ([]), rows: 0, months: 0 };
  /** @type {any} */ (window).rowsSeen = seen;
  const kPlaces = '.scroller, .list';
  const isPart = (/** @type {Node} */ node) =>
    node instanceof Element && node.matches('.item, .list, .heading, .label');
  // What one frame has changed comes as one delivery.
  const observer = new MutationObserver((records) => {
    const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isPart));
    for (const node of added) {
      if (/** @type {Element} */ (node).matches('.item')) ++seen.rows;
      if (/** @type {Element} */ (node).matches('.heading')) ++seen.months;
    }
    for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
      if ([...added].some((node) => node.contains(target))) continue;
      const moved = [...addedNodes, ...removedNodes];
      const isPlace = target instanceof Element && target.matches(kPlaces);
      if (type === 'childList' && isPlace && moved.every(isPart)) continue;
      const { localName, className } = /** @type {Element} */ (target);
      seen.needless.push(`${type} ${attributeName ?? ''} of ${localName}.${className}`);
    }
  });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(window.reader.shadowRoot, everything);
}
