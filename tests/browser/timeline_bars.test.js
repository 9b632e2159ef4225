/** The timeline where there is no canvas: its bars are the feed's counts, and it is brushed as on the canvas. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kFirstMonth, kMonths } from './controls.js';
import { expected, openStage, setStage } from './stage.js';

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** Month number `index` of the sample, as "2022-01". @param {number} index */
function monthAt(index) {
  const first = new Date(`${kFirstMonth}-01T00:00Z`);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index)).toISOString().slice(0, 7);
}

test('the layer shows a bar a month, as high as the month has articles', async (t) => {
  const driver = await openStage(t, server, 'chromium', {}, { webgl: false });
  const shape = await driver.evaluate(() => getComputedStyle(window.inside('.drag_area'), '::before').clipPath);
  const corners = shape.slice(shape.indexOf('(') + 1, -1).split(',');
  const tops = corners.slice(1, -1).map((corner) => 100 - parseFloat(corner.trim().split(' ')[1]));
  assert.equal(tops.length, 2 * kMonths);
  const { byMonth } = expected({});
  const most = Math.max(...Object.values(byMonth));
  for (let month = 0; month < kMonths; ++month) {
    const wanted = (100 * (byMonth[monthAt(month)] ?? 0)) / most;
    for (const corner of [2 * month, 2 * month + 1]) {
      assert.ok(Math.abs(tops[corner] - wanted) <= 1, `${monthAt(month)}: ${tops[corner]} of ${wanted}`);
    }
  }
});

test('a drag over them sets the range, which is shown; without a range nothing is', async (t) => {
  const driver = await openStage(t, server, 'chromium', {}, { webgl: false });
  const box = await driver.evaluate(() => {
    const { left, top, width, height } = window.inside('.drag_area').getBoundingClientRect();
    return { left, top, width, height };
  });
  const at = (/** @type {number} */ month) => ({
    x: box.left + (box.width * (month + 0.5)) / kMonths,
    y: box.top + box.height / 2,
  });
  await driver.drag(at(10), at(14));
  await driver.evaluate(() => window.painted());
  const { from, to } = await driver.evaluate(() => ({ from: window.reader.from, to: window.reader.to }));
  assert.deepEqual([from.slice(0, 7), to.slice(0, 7)], [monthAt(10), monthAt(14)]);
  /** With its edges. */
  const marked = () =>
    driver.evaluate(() => {
      const { left, width, height } = getComputedStyle(window.inside('.drag_area'), '::after');
      return { left: parseFloat(left), width: parseFloat(width) + 4, height: parseFloat(height) };
    });
  const range = await marked();
  assert.ok(Math.abs(range.left - (box.width * 10) / kMonths) < 1.5, `${range.left}`);
  assert.ok(Math.abs(range.width - (box.width * 5) / kMonths) < 2, `${range.width}`);
  await driver.evaluate(() => window.reader.clearFilter());
  assert.equal((await marked()).height, 0);
});
