/** One visit from the search to the last article and back to the whole list, by keys alone: no pointer is ever there. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './drivers/deadline.js';
import { kWide, takeHand, spokenDay } from './controls.js';
import { expected, itemOf, sample, setStage } from './stage.js';
import { putBetween } from './tab_walk.js';

/** @typedef {import('./controls.js').Hand} Hand */

const kSearch = 'Tìm trong bản tin';
const kFrom = 'Từ ngày (dd/mm/yyyy)';
const kTo = 'Đến ngày (dd/mm/yyyy)';
/** With a link in its text, a picture and more than fills the pane. */
const kArticle = sample.items.find(
  (/** @type {any} */ { content_html: html = '' }) => /<a /.test(html) && /<img/.test(html) && html.length > 1500,
);
const [kFirst, kSecond] = sample._bantin.departments;

/** @type {import('./server.js').Server} */
let server;
/** @type {Hand} */
let hand;
before(async () => {
  server = await setStage();
  hand = await takeHand(server, 'keyboard', kWide);
  await hand.open();
  await putBetween(hand);
  await hand.driver.evaluate(() => {
    Object.assign(window, { pointed: 0, left: [], copied: '' });
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      addEventListener(type, () => Reflect.set(window, 'pointed', Reflect.get(window, 'pointed') + 1), true);
    }
    // What would leave the page is written down instead; what is copied, too.
    addEventListener('click', (event) => {
      const link = event.composedPath().find((it) => it instanceof HTMLAnchorElement && it.target === '_blank');
      if (!link || event.defaultPrevented) return;
      event.preventDefault();
      Reflect.get(window, 'left').push(/** @type {HTMLAnchorElement} */ (link).href);
    });
    navigator.clipboard.writeText = async (text) => void Reflect.set(window, 'copied', text);
    document.getElementById('before')?.focus();
  });
});
after(async () => {
  await hand?.close();
  await server.close();
});

/** Presses a key as often as it takes. @param {string} key @param {() => Promise<unknown>} reached */
async function pressUntil(key, reached) {
  for (let times = 0; times < 60; ++times) {
    if (await reached()) return;
    await hand.driver.press(key);
    await hand.painted();
  }
  assert.fail(`${key} leads nowhere: ${await hand.focused()}`);
}

/** @param {object} filter */
async function assertTotal(filter) {
  assert.equal((await hand.state()).total, expected(filter).total);
}

// Each step goes on from where the one before has left the focus.

test('words are typed into the first field of the element', async () => {
  await hand.driver.press('Tab');
  assert.equal(await hand.focused(), `input ${kSearch}`);
  await hand.driver.type('tinh');
  await hand.painted();
  await assertTotal({ query: 'tinh' });
  await hand.driver.press('Escape');
  await hand.painted();
  await assertTotal({});
});

test('the timeline is narrowed by its sliders', async () => {
  await hand.driver.press('Tab');
  assert.equal(await hand.focused(), 'input Từ tháng');
  for (let times = 0; times < 6; ++times) await hand.driver.press('ArrowRight');
  await hand.painted();
  const { from } = await hand.state();
  assert.match(from, /^\d{4}-\d\d-01$/);
  await assertTotal({ from });
  await hand.driver.press('Home');
  await hand.painted();
  await assertTotal({});
});

test('two departments are chosen with arrows', async () => {
  await pressUntil('Tab', async () => (await hand.focused()) === 'button Đơn vị');
  await hand.driver.press('Enter');
  await hand.painted();
  for (const { name } of [kFirst, kSecond]) {
    await hand.reach(hand.control('button', new RegExp(`^${name}, `)));
    await hand.driver.press(' ');
    await hand.painted();
  }
  await assertTotal({ departments: [kFirst.id, kSecond.id] });
  await hand.driver.press('Escape');
  await hand.painted();
  assert.equal(await hand.focused(), 'button Đơn vị (2)');
});

test('days are typed, then taken from the calendar', async () => {
  await hand.driver.press('Tab');
  assert.equal(await hand.focused(), 'button Thời gian');
  await hand.driver.press('Enter');
  await hand.painted();
  const departments = [kFirst.id, kSecond.id];
  await hand.reach(hand.control('textbox', kFrom));
  await hand.driver.type('01/02/2021');
  await hand.driver.press('Tab');
  assert.equal(await hand.focused(), `input ${kTo}`);
  await hand.driver.type('31/12/2024');
  await hand.driver.press('Enter');
  await hand.painted();
  await assertTotal({ departments, from: '2021-02-01', to: '2024-12-31' });
  const [early, late] = ['2024-12-03', '2024-12-19'];
  for (const day of [late, early]) {
    await hand.reach(hand.control('button', spokenDay(day)));
    await hand.driver.press('Enter');
    await hand.painted();
  }
  await assertTotal({ departments, from: early, to: late });
  await hand.driver.press('Escape');
  await hand.painted();
  assert.equal(await hand.focused(), 'button Thời gian');
});

test('all is cleared', async () => {
  await pressUntil('Tab', async () => (await hand.focused()) === 'button Xoá bộ lọc');
  await hand.driver.press('Enter');
  await hand.painted();
  await assertTotal({});
  assert.equal(await hand.focused(), 'button Chỉ xem bài đã lưu');
});

test('a row is opened and its article scrolled by keys', async () => {
  await pressUntil('Tab', async () => (await hand.focused()) === `a ${kArticle.title}`);
  await hand.driver.press('Enter');
  await hand.painted();
  assert.equal((await hand.state()).article, kArticle.id);
  assert.equal(await hand.focused(), `h2 ${kArticle.title}`);
  const top = () => hand.control('region', 'Bài đang đọc').evaluate((element) => element.scrollTop);
  await hand.driver.press('PageDown');
  await until(5, 'the article scrolls', async () => (await top()) > 100);
  await hand.driver.press('Home');
  await until(5, 'the article is back at its top', async () => (await top()) === 0);
});

test('a link in the text is followed, the picture enlarged and closed', async () => {
  await hand.reach(hand.page.locator('article .line a').first());
  await hand.driver.press('Enter');
  const [left] = await hand.caught('left');
  assert.ok(left && kArticle.content_html.includes(new URL(left).pathname), left);
  assert.equal((await hand.state()).article, kArticle.id);
  const zoom = hand.control('button', /^Phóng to ảnh/).first();
  const name = `button ${await zoom.getAttribute('aria-label')}`;
  await hand.reach(zoom);
  await hand.driver.press('Enter');
  await hand.page.locator('dialog').waitFor();
  await hand.driver.press('+');
  await hand.driver.press('Escape');
  await hand.page.locator('dialog').waitFor({ state: 'detached' });
  assert.equal(await hand.focused(), name);
  assert.equal((await hand.state()).article, kArticle.id);
});

test('the article is saved, its text enlarged, its link copied', async () => {
  await hand.press('button', 'Lưu bài');
  assert.deepEqual((await hand.kept()).starred, [kArticle.id]);
  const height = () => hand.control('region', 'Bài đang đọc').evaluate((element) => element.scrollHeight);
  const before = await height();
  await hand.press('button', 'Cách hiển thị');
  await hand.press('button', 'Lớn hơn');
  assert.ok((await height()) > before);
  await hand.driver.press('Escape');
  await hand.painted();
  assert.equal(await hand.focused(), 'button Cách hiển thị');
  await hand.press('button', 'Chia sẻ');
  await hand.press('button', 'Sao chép liên kết');
  const copied = await until(5, 'a copied link', () => hand.caught('copied'));
  assert.ok(copied.includes(kArticle.url), copied);
  await hand.painted();
  assert.equal(await hand.focused(), 'button Chia sẻ');
});

test('the next article is opened from the end of this one, closed, and the focus is on its row', async () => {
  await hand.reach(hand.page.locator('article a:not([target])').last());
  await hand.driver.press('Enter');
  await hand.painted();
  const { article } = await hand.state();
  assert.notEqual(article, kArticle.id);
  assert.equal(await hand.focused(), `h2 ${itemOf(article).title}`);
  await hand.driver.press('Escape');
  await hand.painted();
  assert.equal((await hand.state()).article, '');
  assert.equal(await hand.focused(), `a ${itemOf(article).title}`);
});

test('the page behind the element is reached, and no pointer was there', async () => {
  await pressUntil('Tab', async () => !(await hand.focused()));
  assert.equal(await hand.driver.evaluate(() => document.activeElement?.id), 'behind');
  assert.equal(await hand.caught('pointed'), 0);
});
