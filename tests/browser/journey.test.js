/** The core journey in Chromium, Firefox and WebKitGTK: once by pointer, once by keys, drawn and without WebGL. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from './drivers/deadline.js';
import { engines, launch } from './drivers/driver.js';
import { selectedText } from './selection.js';
import { clickButton, clickOn, expected, openPage, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const kQuery = 'nuoc';
/** The department with the most articles that hold the word. */
const [kDepartment] = Object.entries(expected({ query: kQuery }).byDepartment).sort((a, b) => b[1] - a[1])[0];
const kName = sample._bantin.departments.find((/** @type {any} */ one) => one.id === kDepartment).name;
const kFrom = '2022-01-01';
const kMostTabs = 120;

/** @param {Driver} driver */
const stateOf = (driver) =>
  driver.evaluate(async () => {
    const { article, results } = window.reader;
    return { article, total: results.total, ids: await results.ids(0, 100) };
  });

/** @param {Driver} driver @param {number} total */
const untilTotal = (driver, total) =>
  until(5, `${total} articles`, async () => (await stateOf(driver)).total === total || undefined);

/** Tab until what has the focus is called that. @param {Driver} driver @param {string} name */
async function tabTo(driver, name) {
  for (let tabs = 0; tabs < kMostTabs; ++tabs) {
    if ((await focusedName(driver)).startsWith(name)) return;
    await driver.press('Tab');
  }
  assert.fail(`${name} is out of reach of Tab`);
}

/** @param {Driver} driver */
const focusedName = (driver) =>
  driver.evaluate(() => {
    const focus = window.reader.shadowRoot.activeElement;
    return focus ? (focus.getAttribute('aria-label') ?? focus.textContent ?? '') : '';
  });

for (const engine of engines) {
  for (const webgl of [true, false]) {
    describe(`${engine}, ${webgl ? 'drawn' : 'without WebGL'}`, () => {
      /** @type {Driver} */
      let driver;
      before(async () => (driver = await launch(engine, { webgl })));
      after(() => driver?.close());

      test('by pointer: search, filter, open, read, select, go back', async () => {
        await openPage(driver, server);
        assert.equal(await driver.evaluate(() => window.reader.stats.renderer), webgl ? 'webgl2' : 'dom');
        await clickOn(driver, 'input[type=search]');
        await driver.type(kQuery);
        await untilTotal(driver, expected({ query: kQuery }).total);
        await clickButton(driver, 'Đơn vị');
        // In the order in which it is seen: the name or its short form, the count, the name where the short form is seen.
        const called = await driver.evaluate((name) => {
          const labels = [...window.reader.shadowRoot.querySelectorAll('.toggle')].map((one) => one.ariaLabel ?? '');
          return labels.find((label) => label.includes(name)) ?? '';
        }, kName);
        assert.ok(called.includes(`, ${expected({ query: kQuery }).byDepartment[kDepartment]} bài`), called);
        await clickButton(driver, called);
        await driver.evaluate((from) => window.reader.setFilter({ from }), kFrom);
        const wanted = expected({ query: kQuery, departments: [kDepartment], from: kFrom });
        assert.deepEqual((await stateOf(driver)).ids, wanted.ids);
        await clickButton(driver, 'Đơn vị (1)');
        await clickOn(driver, '.item a');
        assert.equal((await stateOf(driver)).article, wanted.ids[0]);
        const { x, y } = await driver.evaluate(() => {
          const box = window.inside('article p', 2).getBoundingClientRect();
          return { x: box.left + 40, y: box.top + 15 };
        });
        await driver.mouse.click(x, y, { count: 3 });
        const text = await driver.evaluate(() => window.inside('article p', 2).textContent);
        assert.equal(await driver.evaluate(selectedText, 'ban-tin'), text);
        await driver.wheel(x, y, 120);
        await until(5, 'the article scrolled', () =>
          driver.evaluate(() => {
            const scroller = window.inside('article').closest('.scroller');
            return scroller.scrollTop > 0 || scroller.scrollHeight <= scroller.clientHeight || undefined;
          }),
        );
        await clickButton(driver, 'Đóng bài');
        assert.equal((await stateOf(driver)).article, '');
        await clickButton(driver, 'Xoá bộ lọc');
        assert.equal((await stateOf(driver)).total, sample.items.length);
      });

      test('by keys: search, filter, open, go back to the row', async () => {
        await openPage(driver, server);
        await driver.evaluate(() => window.inside('input[type=search]').focus());
        await driver.type(kQuery);
        await untilTotal(driver, expected({ query: kQuery }).total);
        await tabTo(driver, 'Thời gian');
        await driver.press('Enter');
        await driver.evaluate(() => window.painted());
        await tabTo(driver, 'Từ ngày');
        await driver.type('01/01/2022');
        await driver.press('Enter');
        const wanted = expected({ query: kQuery, from: kFrom });
        await untilTotal(driver, wanted.total);
        await driver.press('Escape');
        const title = sample.items.find((/** @type {any} */ item) => item.id === wanted.ids[0]).title;
        await tabTo(driver, title);
        await driver.press('Enter');
        await until(5, 'the article is open', async () => (await stateOf(driver)).article || undefined);
        assert.equal((await stateOf(driver)).article, wanted.ids[0]);
        assert.equal(await focusedName(driver), title, 'the focus is on the heading');
        await driver.press('Escape');
        await until(5, 'the article is closed', async () => (await stateOf(driver)).article === '' || undefined);
        assert.equal(await focusedName(driver), title, 'the focus is back on the row');
      });
    });
  }
}
