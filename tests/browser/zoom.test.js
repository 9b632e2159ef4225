/** 200 % and 400 % zoom and the narrowest phone, drawn by the canvas and read from the layer: all is within reach. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from './drivers/driver.js';
import { openPage, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {import('playwright-core').Page} Page */

const kArticle = 'cang-ben-da-nang-cap-2023';
/** More than any of the states below has. */
const kMostTabs = 70;

const kSizes = [
  { name: '400 % of 1280 × 1024', width: 320, height: 256, deviceRatio: 4 },
  { name: '200 % of 1280 × 1024', width: 640, height: 512, deviceRatio: 2 },
  { name: 'a phone of 320 × 568', width: 320, height: 568, deviceRatio: 1 },
];

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

for (const webgl of [true, false]) {
  for (const { name, ...size } of kSizes) {
    describe(`${name}, ${webgl ? 'drawn' : 'the layer read'}`, () => {
      /** @type {Driver} */
      let driver;
      before(async () => (driver = await launch('chromium', { ...size, webgl })));
      after(() => driver.close());

      test('the list: controls and headlines are within reach', async () => {
        await openPage(driver, server);
        await assertUsable(driver);
        assert.ok((await driver.evaluate(heightOfList)) >= 106);
      });

      // A month, a department's line and the first line of a title.
      test('the list under many filters keeps room for a headline', async () => {
        const departments = sample._bantin.departments.slice(0, 5).map((/** @type {any} */ { id }) => id);
        await openPage(driver, server, { departments: departments.join(' '), from: '2020-01-01', to: '2026-12-31' });
        const height = await driver.evaluate(heightOfList);
        assert.ok(height >= 106, `${height} px`);
      });

      test('the filters: departments, presets and days are within reach', async () => {
        await openPage(driver, server);
        const panels = size.width < 600 ? ['Bộ lọc'] : ['Đơn vị', 'Thời gian'];
        for (const panel of panels) {
          await press(driver, panel);
          await assertUsable(driver);
        }
      });

      test('an article: nothing is cut, nothing lies beside the window', async () => {
        await openPage(driver, server, { article: kArticle });
        await assertUsable(driver, 12);
        assert.deepEqual(await driver.evaluate(linesCut), []);
      });

      for (const [what, button] of [
        ['the appearance', 'Cách hiển thị'],
        ['the share menu', 'Chia sẻ'],
      ]) {
        test(`${what}: every control is within reach`, async () => {
          await openPage(driver, server, { article: kArticle });
          await press(driver, button);
          await assertUsable(driver, 16);
        });
      }
    });
  }
}

/** @param {Driver} driver @param {string} name */
async function press(driver, name) {
  const page = /** @type {Page} */ (driver.page);
  await page.getByRole('button', { name, exact: true }).first().click({ timeout: 10_000 });
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 250)));
}

/**
 * Nothing lies beside the window, and what Tab reaches, and arrows in a group, is seen whole.
 * @param {Driver} driver @param {number} [most] Tabs
 */
async function assertUsable(driver, most = kMostTabs) {
  assert.deepEqual(await driver.evaluate(besideWindow), []);
  const visited = new Set();
  const isNew = async (/** @type {string} */ pressed) => {
    await driver.press(pressed);
    await driver.evaluate(() => window.painted());
    const { key, problem } = await driver.evaluate(focusSeen);
    if (!key || visited.has(key)) return false;
    visited.add(key);
    assert.equal(problem, '', key);
    return true;
  };
  for (let tabs = 0; tabs < most && (await isNew('Tab')); ++tabs) {
    if (!(await driver.evaluate(isInMenu))) continue;
    for (const arrow of ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft']) while (await isNew(arrow));
  }
  assert.ok(visited.size >= 3, [...visited].join());
}

// Those below run inside the page.

/** What reaches over the window's sides, but for tables, which scroll in their frames. */
function besideWindow() {
  const root = window.reader.shadowRoot;
  /** @type {Element[]} */
  const all = [...root.querySelectorAll('button, input, a, p, h2, h3, li, img, .scroller, .dialog')];
  const beside = all.filter((element) => {
    if (element.closest('.frame')) return false;
    const { left, right, width } = element.getBoundingClientRect();
    const isWide = element.matches('.scroller') && element.scrollWidth > element.clientWidth;
    return width > 0 && (left < -0.5 || right > innerWidth + 0.5 || isWide);
  });
  const names = beside.map(
    (element) => `${element.className}: ${element.getAttribute('aria-label') ?? element.textContent}`,
  );
  if (document.documentElement.scrollWidth > innerWidth) names.push('the page');
  return names.map((name) => name.slice(0, 60));
}

/** What has the focus, empty when it has left the reader, and what hides it. */
function focusSeen() {
  const root = window.reader.shadowRoot;
  const focus = /** @type {HTMLElement | null} */ (root.activeElement);
  if (!focus) return { key: '', problem: '' };
  const { left, top, right, bottom, width, height } = focus.getBoundingClientRect();
  const key = `${focus.className} ${focus.getAttribute('aria-label') ?? focus.textContent}`;
  if (focus.matches('.scroller, .frame, .picture, .dialog'))
    return { key, problem: height >= 24 ? '' : 'too low to see into' };
  const isInside = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
  if (!isInside) return { key, problem: `out of sight at ${left},${top} – ${right},${bottom}` };
  const found = root.elementFromPoint(left + width / 2, top + height / 2);
  const isSeen = found && (focus.contains(found) || found.contains(focus) || found.matches('.drag_area'));
  return { key, problem: isSeen ? '' : `covered by ${found?.className}` };
}

/** Not among radio buttons, where an arrow chooses. */
function isInMenu() {
  return Boolean(window.reader.shadowRoot.activeElement?.closest('.arrows:not([role=radiogroup])'));
}

/** Lines of the open article that do not fit into their blocks. */
function linesCut() {
  /** @type {Element[]} */
  const lines = [...window.reader.shadowRoot.querySelectorAll('article .line')];
  const cut = lines.filter((line) => {
    const block = /** @type {Element} */ (line.closest('.node'));
    return line.getBoundingClientRect().right > block.getBoundingClientRect().right + 1;
  });
  return cut.map((line) => line.textContent);
}

function heightOfList() {
  const list = window.inside('.scroller[aria-label="Danh sách bài"]');
  if (!list) return 0;
  const { top, bottom } = list.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - top;
}
