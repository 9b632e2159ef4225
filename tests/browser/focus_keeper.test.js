/** The focus is never lost while the interface changes under it, and never taken from the page. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { kPhone, kWide, takeHand } from './controls.js';
import { expected, sample, setStage } from './stage.js';
import { filter, kDepartment, kFeed, kRich, open, putBetween, show, stopHere } from './tab_walk.js';

/** @typedef {import('./controls.js').Hand} Hand */

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

describe('the focus is kept', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'keyboard')));
  after(() => hand?.close());
  beforeEach(async () => {
    hand.size = kWide;
    await hand.driver.viewport(kWide.width, kWide.height);
    await hand.open();
  });
  const focused = () => hand.focused();
  const pressed = (/** @type {string | RegExp} */ name) => hand.press('button', name);

  test('a chip that takes itself away gives it to the next one, the last one to what stands before it', async () => {
    await filter(hand, { departments: [kDepartment.id], from: '2020-01-01', query: 'cac' });
    await pressed(/^Bỏ: từ /);
    assert.equal(await focused(), 'button Bỏ: “cac”');
    await pressed('Bỏ: “cac”');
    assert.equal(await focused(), 'button Xoá bộ lọc');
    await hand.pressOn(hand.control('button', /^Bỏ: /));
    assert.equal(await focused(), 'button Chỉ xem bài đã lưu');
  });

  test('the button that clears the filter goes away with it', async () => {
    await filter(hand, { from: '2022-01-01' });
    await pressed('Xoá bộ lọc');
    assert.equal(await focused(), 'button Chỉ xem bài đã lưu');
  });

  test('an offer of an empty list is taken', async () => {
    await filter(hand, { query: 'zzzz', from: '2022-01-01' });
    await pressed(/^Bỏ từ tìm kiếm/);
    assert.match(await focused(), /^button (Xoá bộ lọc|Chỉ xem bài đã lưu)$/);
    await filter(hand, { query: 'zzzz' });
    await hand.pressOn(hand.control('button', 'Xoá bộ lọc').last());
    assert.equal(await focused(), 'button Chỉ xem bài đã lưu');
  });

  test('a chosen department keeps it', async () => {
    await pressed('Đơn vị');
    const last = hand.control('group', 'Đơn vị').getByRole('button').last();
    const name = await last.getAttribute('aria-label');
    await hand.pressOn(last);
    assert.equal((await focused()).split(',')[0], `button ${name?.split(',')[0]}`);
  });

  test('a row that scrolls away leaves it to the list, and Tab goes on near what is seen', async () => {
    await hand.reach(hand.control('link').first());
    const { x, y } = await hand.driver.evaluate(() => {
      const { left, top, width, height } = window.inside('.scroller').getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    for (let turns = 0; turns < 8; ++turns) await hand.driver.wheel(x, y, 400);
    await hand.page.waitForFunction(() => Number(window.inside('li').getAttribute('aria-posinset')) > 10);
    await hand.painted();
    assert.equal(await focused(), 'region Danh sách bài');
    const place = () => hand.driver.evaluate(() => window.inside('.scroller').scrollTop);
    const before = await place();
    await hand.driver.press('Tab');
    await hand.painted();
    assert.match(await focused(), /^a /);
    assert.equal(await place(), before, 'on a row that is in sight');
    const found = await hand.driver.evaluate(stopHere);
    assert.ok(found?.inSight);
  });

  test('a related article has it on its title, and closing gives it back to the row', async () => {
    await hand.pressOn(hand.control('link').first());
    const [first] = expected({}).ids;
    const related = hand.page.locator('article a:not([target])').last();
    await hand.pressOn(related);
    const { article } = await hand.state();
    assert.notEqual(article, first);
    const title = sample.items.find((/** @type {any} */ item) => item.id === article).title;
    assert.equal(await focused(), `h2 ${title}`);
    await hand.driver.press('Escape');
    await hand.painted();
    assert.equal(await focused(), `a ${title}`);
  });

  for (const [how, close] of /** @type {[string, () => Promise<void>][]} */ ([
    ['Escape', () => hand.driver.press('Escape')],
    ['its button', () => pressed('Đóng bài')],
    ['the page', () => hand.driver.evaluate(() => window.reader.closeArticle())],
  ])) {
    test(`an article closed by ${how} gives it back to its row`, async () => {
      const row = hand.control('link').nth(2);
      const title = await row.textContent();
      await hand.pressOn(row);
      assert.equal(await focused(), `h2 ${title}`);
      await close();
      await hand.painted();
      assert.equal(await focused(), `a ${title}`);
    });
  }

  test('an article that is not in the list leaves it with the list', async () => {
    const [, second] = sample._bantin.departments;
    await filter(hand, { departments: [second.id] });
    await open(hand, sample.items.find((/** @type {any} */ item) => item._bantin.department !== second.id).id);
    await hand.reach(hand.control('button', 'Đóng bài'));
    await hand.driver.press('Enter');
    await hand.painted();
    assert.equal(await focused(), 'region Danh sách bài');
  });

  test('a turned phone: the same control where it is now, else another one', async () => {
    await pressed('Đơn vị');
    const one = hand.control('group', 'Đơn vị').getByRole('button').first();
    await hand.reach(one);
    const name = await focused();
    await hand.driver.viewport(kPhone.width, kPhone.height);
    await hand.painted();
    assert.equal(await focused(), name);
    await hand.driver.viewport(kWide.width, kWide.height);
    await hand.painted();
    assert.equal(await focused(), name);
    await hand.driver.press('Escape');
    await hand.driver.viewport(kPhone.width, kPhone.height);
    await hand.painted();
    await pressed('Bộ lọc');
    await hand.driver.viewport(kWide.width, kWide.height);
    await hand.painted();
    assert.notEqual(await focused(), '');
  });

  test('other colours, another language, another size of text: a link in a text and a button keep it', async () => {
    await open(hand, kRich.id);
    for (const control of [hand.page.locator('.flow .line a').first(), hand.control('button', 'Lưu bài')]) {
      await hand.reach(control);
      const element = () =>
        hand.driver.evaluate(() => {
          const { activeElement } = window.reader.shadowRoot;
          return activeElement && [activeElement.localName, activeElement.getAttribute('href')];
        });
      const before = await element();
      for (const [name, value] of [
        ['theme', 'dark'],
        ['lang', 'en'],
        ['style', '--bantin-font-body: monospace'],
        ['lang', 'vi'],
        ['theme', 'light'],
      ]) {
        await hand.driver.evaluate((key, to) => window.reader.setAttribute(key, to), name, value);
        await hand.painted();
        assert.deepEqual(await element(), before, `${name} ${value}`);
      }
      await hand.driver.viewport(700, 600);
      await hand.painted();
      assert.deepEqual(await element(), before, 'another width');
      await hand.driver.viewport(kWide.width, kWide.height);
      await hand.painted();
    }
  });

  test('another feed', async () => {
    await hand.reach(hand.control('link').nth(2));
    await show(hand, { ...sample, items: sample.items.slice(-2) });
    assert.notEqual(await focused(), '');
    await show(hand, { ...sample, items: [] });
    assert.notEqual(await focused(), '');
  });

  test('it is not taken from the page', async () => {
    await putBetween(hand);
    await hand.driver.evaluate(() => document.getElementById('before')?.focus());
    await filter(hand, { departments: [kDepartment.id], query: 'zzzz' });
    await filter(hand, { departments: [], query: '' });
    await open(hand, kRich.id);
    await show(hand, kFeed);
    await hand.driver.evaluate(() => window.reader.closeArticle());
    await hand.driver.viewport(kPhone.width, kPhone.height);
    await hand.painted();
    assert.equal(await hand.driver.evaluate(() => document.activeElement?.id), 'before');
  });
});
