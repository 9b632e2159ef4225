/**
 * Roles and names as Firefox and WebKit compute them: what their drivers tell of the accessibility tree. The whole tree,
 * states too, is read in Chromium (accessibility_tree.test.js).
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { kNewestMonth, viMonth } from './controls.js';
import { expected, itemOf, openStage, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {[role: string, name: string]} Told */

const kSelector = 'button, input, a, h2, h3, li, img, table, article, [role]';
/** Wide enough for two panes, narrow enough for titles to be cut. */
const kSize = { width: 700, height: 800 };

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const { ids } = expected({});
const article = sample.items.find(
  (/** @type {any} */ { content_html, title }) =>
    content_html?.includes('<img') && content_html.includes('<table') && title.length > 60,
);
const alt = /<img[^>]* alt="([^"]*)"/.exec(article.content_html)?.[1] ?? '';

/** Those that have to be there, whatever the engine. @type {Told[]} */
const kWanted = [
  ['group', 'Bộ lọc'],
  ['searchbox', 'Tìm trong bản tin'],
  ['slider', 'Từ tháng'],
  ['slider', 'Đến tháng'],
  ['button', 'Đơn vị'],
  ['button', 'Chỉ xem bài đã lưu'],
  ['region', 'Danh sách bài'],
  ['region', 'Bài đang đọc'],
  ['button', 'Chia sẻ'],
  ['heading', article.title],
  ['image', alt],
  ['button', `Phóng to ảnh: ${alt}`],
];
/** At the list's top. @type {Told[]} */
const kListed = [
  ['heading', viMonth(kNewestMonth)],
  ['list', viMonth(kNewestMonth)],
  ...ids.slice(0, 3).map((id) => /** @type {Told} */ (['link', itemOf(id).title])),
];

/** Whether an element of that role and name is in the layer. @type {Record<string, (driver: Driver) => Promise<(told: Told) => Promise<boolean>>>} */
const kTellers = {
  firefox: async ({ native }) => {
    const layer = await native.evaluateHandle(() => window.reader.shadowRoot.querySelector('.layer'));
    return async ([role, name]) => (await layer.asElement().$$(`aria/${name}[role="${role}"]`)).length > 0;
  },
  webkit: async ({ native }) => {
    const elements = await native.executeScript(
      `return [...window.reader.shadowRoot.querySelectorAll(${JSON.stringify(kSelector)})]`,
    );
    const told = new Set();
    for (const element of elements) {
      told.add(`${await element.getAriaRole()} ${await element.getAccessibleName()}`);
    }
    return async ([role, name]) => told.has(`${role} ${name}`);
  },
};

for (const [engine, teller] of Object.entries(kTellers)) {
  describe(`in ${engine}`, () => {
    test('controls and rows have roles and names, and lines keep their words apart', async (t) => {
      const driver = await openStage(t, server, /** @type {any} */ (engine), {}, kSize);
      const before = await teller(driver);
      assert.deepEqual(await missing(before, kListed), []);
      assert.ok(!(await before(['button', 'Chia sẻ'])), 'no article is open');
      await driver.evaluate((id) => window.reader.openArticle(id), article.id);
      await driver.evaluate(() => window.painted());
      assert.deepEqual(await missing(await teller(driver), kWanted), []);
    });
  });
}

/** @param {(told: Told) => Promise<boolean>} isTold @param {Told[]} wanted */
async function missing(isTold, wanted) {
  const found = [];
  for (const each of wanted) if (!(await isTold(each))) found.push(each.join(' '));
  return found;
}
