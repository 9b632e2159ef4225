/** A list of 100,000 articles from end to end: the right rows in the layer, few changes, no frame when nothing moves. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from './drivers/driver.js';
import { setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

const kArticles = 100_000;
/** CSS pixels of a wheel's turn. */
const kTurn = 400;
/** Rows in the layer at most: those in sight and some beyond each edge. */
const kMostRows = 16;
const kMostElements = 250;
/** Changes of the layer that a turn may make, and a jump, which leaves no row. */
const kMostChanges = { turn: 350, jump: 900 };

/**
 * What a stop showed.
 * @typedef {object} Stop
 * @property {number} scrollTop
 * @property {{position: number, title: string, top: number, bottom: number}[]} rows  in the layer; from the list's top
 * @property {number} changes  of the layer since the stop before
 * @property {number} elements
 * @property {number} height  of the list
 */

/** @type {import('./server.js').Server} */
let server;
/** @type {Driver} */
let driver;

before(async () => {
  server = await setStage();
  driver = await launch('chromium', { width: 1000, height: 800, stepSeconds: 120 });
  await driver.open(`${server.url}stage.html?lang=vi`);
  await driver.evaluate(timeFrames);
  await driver.evaluate(showArticles, kArticles);
});
after(async () => {
  await driver?.close();
  await server.close();
});

/** Times every frame's callbacks from now on. Runs inside the page. */
function timeFrames() {
  const page = /** @type {any} */ (window);
  page.frameTimes = [];
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    ask((time) => {
      const start = performance.now();
      callback(time);
      page.frameTimes.push(performance.now() - start);
    });
}

/** A feed whose article number n, from 1, is the one in place n. Runs inside the page. @param {number} count */
async function showArticles(count) {
  const kMinutes = 50;
  const newest = Date.UTC(2026, 5, 30);
  const items = Array.from({ length: count }, (_, i) => ({
    id: `bai-${i + 1}`,
    title: `Bài số ${i + 1}`,
    summary: `Sapô của bài số ${i + 1}.`,
    content_text: 'Một câu.',
    date_published: new Date(newest - i * kMinutes * 60_000).toISOString(),
    authors: [{ name: `Sở số ${i % 17}` }],
  }));
  window.reader.feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Dài', items };
  await window.ready();
}

/**
 * Scrolls the list and tells what it shows then. Runs inside the page.
 * @param {{by?: number, share?: number}} move  CSS pixels, or a share of all there is
 * @returns {Promise<Stop>}
 */
async function stopAt({ by = 0, share }) {
  const list = window.inside('.scroller');
  const changes = window.reader.stats.layerChanges;
  list.scrollTop = share === undefined ? list.scrollTop + by : share * (list.scrollHeight - list.clientHeight);
  await window.painted();
  await window.painted();
  const { top } = list.getBoundingClientRect();
  /** @type {HTMLElement[]} */
  const items = [...list.querySelectorAll('li')];
  return {
    scrollTop: list.scrollTop,
    rows: items.map((item) => ({
      position: Number(item.getAttribute('aria-posinset')),
      title: item.querySelector('a')?.textContent ?? '',
      top: item.getBoundingClientRect().top - top,
      bottom: item.getBoundingClientRect().bottom - top,
    })),
    changes: window.reader.stats.layerChanges - changes,
    elements: window.inside('.layer').querySelectorAll('*').length,
    height: list.clientHeight,
  };
}

/** The first row in sight. @param {Stop} stop */
const firstSeen = ({ rows }) => rows.find(({ bottom }) => bottom > 0);

/** @param {Stop} stop @param {keyof typeof kMostChanges} move */
function assertSound(stop, move) {
  const { rows, changes, elements, height, scrollTop } = stop;
  const where = `at ${scrollTop}`;
  for (const [i, { position, title }] of rows.entries()) {
    assert.equal(title, `Bài số ${position}`, where);
    if (i > 0) assert.equal(position, rows[i - 1].position + 1, where);
    if (i > 0) assert.ok(rows[i].top >= rows[i - 1].bottom - 0.5, `${title} lies over the row before, ${where}`);
  }
  const seen = rows.filter(({ top, bottom }) => bottom > 0 && top < height);
  assert.ok(seen.length >= 3, `${seen.length} rows in sight ${where}`);
  const isFirst = rows[0].position === 1;
  const isLast = rows[rows.length - 1].position === kArticles;
  // A month's name and its count may stand above the first row in sight.
  assert.ok(rows[0].top <= 0 || isFirst, `nothing above ${rows[0].title} ${where}`);
  assert.ok(rows[rows.length - 1].bottom >= height || isLast, `nothing below ${rows[rows.length - 1].title} ${where}`);
  assert.ok(rows.length <= kMostRows, `${rows.length} rows ${where}`);
  assert.ok(elements <= kMostElements, `${elements} elements ${where}`);
  assert.ok(changes <= kMostChanges[move], `${changes} changes ${where}`);
}

/** Turns the wheel; each row that stays moves by as much. @param {Stop} before @param {number} by */
async function turn(before, by) {
  const stop = await driver.evaluate(stopAt, { by });
  assertSound(stop, 'turn');
  const old = new Map(before.rows.map(({ position, top }) => [position, top]));
  const kept = stop.rows.filter(({ position }) => old.has(position));
  assert.ok(kept.length > 0, `no row stays at ${stop.scrollTop}`);
  const moves = kept.map(({ position, top }) => Math.round(Number(old.get(position)) - top));
  const isAtEnd = stop.rows[0].position === 1 || stop.rows[stop.rows.length - 1].position === kArticles;
  for (const moved of moves) {
    assert.ok(moved === by || (isAtEnd && Math.abs(moved) <= Math.abs(by)), `moved ${moved} at ${stop.scrollTop}`);
  }
  return stop;
}

describe('100,000 articles', () => {
  /** @type {Stop[]} */
  const stops = [];

  test('turn by turn the rows follow each other, from either end', async () => {
    let stop = await driver.evaluate(stopAt, { share: 0 });
    assertSound(stop, 'jump');
    assert.equal(firstSeen(stop)?.position, 1);
    for (let turns = 0; turns < 40; ++turns) stops.push((stop = await turn(stop, kTurn)));
    stop = await driver.evaluate(stopAt, { share: 1 });
    assertSound(stop, 'jump');
    const last = stop.rows[stop.rows.length - 1];
    assert.equal(last.position, kArticles);
    assert.ok(Math.abs(last.bottom - stop.height) <= 2, `the last row ends at ${last.bottom} of ${stop.height}`);
    for (let turns = 0; turns < 40; ++turns) stops.push((stop = await turn(stop, -kTurn)));
  });

  test('jumps land in the order of their places, and the wheel turns on from there', async () => {
    let reached = 0;
    for (let part = 0; part <= 30; ++part) {
      let stop = await driver.evaluate(stopAt, { share: part / 30 });
      assertSound(stop, 'jump');
      const position = firstSeen(stop)?.position ?? 0;
      assert.ok(position > reached, `${position} after ${reached}`);
      reached = position;
      stops.push(stop);
      if (part === 30) break;
      for (let turns = 0; turns < 3; ++turns) stops.push((stop = await turn(stop, kTurn)));
    }
    assert.ok(reached > kArticles - 10, String(reached));
  });

  test('End and Home go to the ends', async () => {
    await driver.evaluate(() => window.inside('.scroller').focus());
    const settled = () => driver.evaluate(() => new Promise((done) => setTimeout(done, 600)));
    await driver.press('Home');
    await settled();
    assert.equal(firstSeen(await driver.evaluate(stopAt, {}))?.position, 1);
    await driver.press('End');
    await settled();
    assert.equal((await driver.evaluate(stopAt, {})).rows.at(-1)?.position, kArticles);
  });

  test('a page and a wheel really turned show no frame once it lies still', async (t) => {
    await driver.wheel(150, 500, -1200);
    await driver.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
    const frames = await driver.evaluate(async () => {
      const { frames: before } = window.reader.stats;
      await new Promise((done) => setTimeout(done, 2000));
      return window.reader.stats.frames - before;
    });
    assert.equal(frames, 0);
    const { worst, median, count } = await driver.evaluate(() => {
      /** @type {number[]} */
      const times = [.../** @type {any} */ (window).frameTimes].sort((a, b) => a - b);
      return { worst: times[times.length - 1], median: window.reader.stats.frameMsMedian, count: times.length };
    });
    const changes = stops.map((stop) => stop.changes).sort((a, b) => a - b);
    t.diagnostic(`frames: ${count}, the worst ${worst.toFixed(1)} ms; C++ median ${median.toFixed(2)} ms`);
    t.diagnostic(`layer changes a stop: median ${changes[changes.length >> 1]}, most ${changes[changes.length - 1]}`);
    t.diagnostic(`layer elements: most ${Math.max(...stops.map((stop) => stop.elements))}`);
    t.diagnostic(`rows in the layer: most ${Math.max(...stops.map((stop) => stop.rows.length))}`);
  });
});
