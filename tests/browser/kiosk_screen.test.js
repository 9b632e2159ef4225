/** A kiosk as a screen: what a finger needs, that it stays on, that it is dark at night, that a calendar forgets. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { temporaryFolder } from './drivers/children.js';
import { launchFor } from './drivers/driver.js';
import { FakeClock } from './fake_clock.js';
import { clickButton, dist, openPage, pages, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** @type {import('./server.js').Server} */
let server;
/** @type {{path: string, remove: () => void}} */
let folder;
const kNight = { from: '19:00', to: '06:00' };
before(async () => {
  folder = temporaryFolder('kiosk-screen');
  writeFileSync(join(folder.path, 'kiosk.json'), JSON.stringify({ idleSeconds: 600, night: kNight }));
  server = await setStage({ folders: [folder.path, dist, pages], isolated: false });
});
after(() => {
  folder.remove();
  return server.close();
});

/** Until `fn` gives something in the page. @param {Driver} driver @param {() => unknown} fn @param {string} what */
async function until(driver, fn, what) {
  for (let tries = 0; tries < 150; ++tries) {
    if (await driver.evaluate(fn)) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`not in time: ${what}`);
}

describe('targets of a finger', () => {
  const kLeast = 44;

  /**
   * What takes a click in the layer and is too small. Links inside of a text stand in its lines; a row is touched anywhere;
   * the months are dragged on the timeline as a whole, its two sliders are for keys.
   * @param {Driver} driver
   */
  const targets = (driver) =>
    driver.evaluate((least) => {
      const all = [...window.reader.shadowRoot.querySelectorAll('.layer button, .layer a, .layer input')];
      const touched = all.filter(
        (one) => !one.closest('[inert], .flow, .group > .slider') && one.getClientRects().length,
      );
      const sizes = touched.map((one) => {
        const { width, height } = (one.closest('.item') ?? one).getBoundingClientRect();
        return { text: one.getAttribute('aria-label') ?? one.textContent, width, height };
      });
      return { count: sizes.length, small: sizes.filter(({ width, height }) => width < least || height < least) };
    }, kLeast);

  /** @param {Driver} driver @param {number} least  of them there are */
  async function assertLarge(driver, least) {
    await driver.evaluate(() => window.painted());
    const { count, small } = await targets(driver);
    assert.ok(count >= least, `${count} targets`);
    assert.deepEqual(small, []);
  }

  for (const [width, height] of [
    [1080, 1920],
    [1280, 800],
  ]) {
    test(`are 44 pixels and more on a screen of ${width} by ${height}`, async (t) => {
      const driver = await launchFor(t, 'chromium', { width, height });
      await openPage(driver, server, { kiosk: '', 'idle-seconds': '600', query: 'nước' });
      await assertLarge(driver, 6);
      await clickButton(driver, 'Đơn vị');
      await assertLarge(driver, 14);
      await clickButton(driver, 'Đơn vị');
      await clickButton(driver, 'Thời gian');
      await assertLarge(driver, 40);
      await clickButton(driver, 'Thời gian');
      await driver.evaluate(async () => window.reader.openArticle((await window.reader.results.ids(0, 1))[0]));
      await assertLarge(driver, 10);
      await clickButton(driver, 'Cách hiển thị');
      await assertLarge(driver, 20);
      await clickButton(driver, 'Phím tắt');
      await assertLarge(driver, 1);
    });
  }
});

test('the calendar forgets which month was looked at', async (t) => {
  const driver = await launchFor(t, 'chromium', { height: 900 });
  const month = () =>
    driver.evaluate(() => {
      const texts = [...window.reader.shadowRoot.querySelectorAll('.layer *')].map((one) => one.textContent ?? '');
      return texts.find((text) => /^Tháng \d\d\/\d{4}$/.test(text) && text !== 'Tháng 06/2026') ?? 'the newest';
    });
  await openPage(driver, server, { kiosk: '', 'idle-seconds': '3', query: 'bản đồ ngập' });
  await clickButton(driver, 'Thời gian');
  const before = await month();
  await clickButton(driver, 'Tháng trước');
  assert.notEqual(await month(), before);
  await until(driver, () => window.inside('.attract'), 'headlines');
  await driver.press('Enter');
  await until(driver, () => !window.inside('.attract'), 'the reader');
  await driver.evaluate(() => window.reader.setFilter({ query: 'bản đồ ngập' }));
  await clickButton(driver, 'Thời gian');
  assert.equal(await month(), before);
});

test('the screen is kept on, and again after the page was hidden', async (t) => {
  const driver = await launchFor(t, 'chromium');
  await driver.page?.addInitScript(() => {
    const locks = /** @type {any[]} */ ([]);
    Object.assign(window, { locks });
    const { request } = WakeLock.prototype;
    WakeLock.prototype.request = async function (type) {
      const lock = await request.call(this, type);
      locks.push(lock);
      return lock;
    };
  });
  await openPage(driver, server, { kiosk: '', 'idle-seconds': '600' });
  const held = () =>
    driver.evaluate(() => /** @type {any} */ (window).locks.map((/** @type {any} */ one) => !one.released));
  await until(driver, () => /** @type {any} */ (window).locks.length === 1, 'a lock');
  assert.deepEqual(await held(), [true]);
  await driver.evaluate(() => /** @type {any} */ (window).locks[0].release());
  await driver.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
  await until(driver, () => /** @type {any} */ (window).locks.length === 2, 'another lock');
  assert.deepEqual(await held(), [false, true]);
  await driver.evaluate(() => window.reader.remove());
  await until(driver, () => /** @type {any} */ (window).locks[1].released, 'the end of it');
});

test('it is dark at night and light by day, as its clock goes', async (t) => {
  const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
  await driver.page?.addInitScript(`${FakeClock}
    window.bantinClock = new FakeClock(new Date(2026, 5, 12, 18, 58).getTime());`);
  await driver.open(`${server.url}kiosk.html`);
  const isShown = () => Boolean(document.querySelector('ban-tin')?.shadowRoot?.querySelector('.item .link'));
  await until(driver, isShown, 'the news');
  const pass = (/** @type {number} */ minutes) =>
    driver.evaluate((/** @type {number} */ ms) => /** @type {any} */ (window).bantinClock.pass(ms), minutes * 60_000);
  const paper = () =>
    driver.evaluate(() =>
      /** @type {HTMLElement} */ (
        document.querySelector('ban-tin')?.shadowRoot?.querySelector('.layer')
      ).style.getPropertyValue('--paper'),
    );
  const light = await paper();
  assert.notEqual(light, '');
  await pass(4);
  await until(driver, () => document.querySelector('ban-tin')?.getAttribute('theme') === 'dark', 'the night');
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  assert.notEqual(await paper(), light);
  await pass(11 * 60);
  await until(driver, () => document.querySelector('ban-tin')?.getAttribute('theme') !== 'dark', 'the day');
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  assert.equal(await paper(), light);
});

for (const [lang, said] of [
  ['vi', /^Tin đến ngày (\d\d\/\d\d\/\d{4})$/],
  ['en', /^News until (\d\d\/\d\d\/\d{4})$/],
]) {
  for (const [width, height] of [
    [1080, 1920],
    [1280, 800],
  ]) {
    test(`headlines say how old the news are, in line with them, lang ${lang}, ${width} by ${height}`, async (t) => {
      const driver = await launchFor(t, 'chromium', { width, height });
      await openPage(driver, server, { kiosk: '', 'idle-seconds': '2', lang: String(lang) });
      await until(driver, () => Boolean(window.inside('.attract .until')), 'headlines');
      const { text, left, card, bottom, button } = await driver.evaluate(() => {
        const line = window.inside('.attract .until');
        const rect = line.getBoundingClientRect();
        const touch = window.inside('.attract button').getBoundingClientRect();
        const { left } = window.inside('.attract .card').getBoundingClientRect();
        return { text: line.textContent, left: rect.left, card: left, bottom: rect.bottom, button: touch.top };
      });
      const [, day] = /** @type {RegExp} */ (said).exec(text) ?? [];
      const newest = sample.items
        .map((/** @type {any} */ item) => item.date_published.slice(0, 10))
        .sort()
        .at(-1);
      assert.equal(day, newest.split('-').reverse().join('/'), text);
      assert.ok(Math.abs(left - card) < 1 && bottom <= button);
    });
  }
}

test('where there is one script, what makes a kiosk comes from beside it', async (t) => {
  const page = '<!doctype html><meta charset="utf-8"><script src="bantin.all.js" defer></script>';
  const element = '<ban-tin kiosk idle-seconds="2" src="data/sample.json"></ban-tin>';
  writeFileSync(join(folder.path, 'one_script.html'), page + element);
  const driver = await launchFor(t, 'chromium', { height: 900 });
  await driver.open(`${server.url}one_script.html`);
  const calls = () => Boolean(document.querySelector('ban-tin')?.shadowRoot?.querySelector('.attract .card'));
  await until(driver, calls, 'headlines');
});
