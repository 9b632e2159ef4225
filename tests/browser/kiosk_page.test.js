/** The page around a kiosk's element: what it says and does where the element has nothing to show, or must not. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { clientFor } from '../../web/kiosk/page_client.js';
import { temporaryFolder } from './drivers/children.js';
import { launchFor } from './drivers/driver.js';
import { FakeClock } from './fake_clock.js';
import { clickButton, clickOn, dist, pages, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

const kKey = `${'A'.repeat(43)}=`;
const settled = () => new Promise((done) => setTimeout(done, 5));

describe('news that need a signature', () => {
  /** @param {{src?: string, fails?: number, isPossible?: boolean, isControlled?: boolean}} options */
  function asked({ src = 'data/bundle.json', fails = 0, isPossible = true, isControlled = true }) {
    const clock = new FakeClock();
    const world = {
      registered: 0,
      again: 0,
      isControlled,
      said: /** @type {string[]} */ ([]),
      client: /** @type {any} */ (0),
    };
    const worker = { status: async () => ({ version: 'a', serial: 3 }), onChange: () => {}, activate: () => false };
    const offline = /** @type {any} */ ({
      register: async () => {
        if (++world.registered <= fails) throw new TypeError('Failed to fetch');
        return isPossible ? worker : null;
      },
      filesOf: () => null,
      sentence: () => '',
    });
    clientFor({
      offline,
      config: { key: kKey, src },
      clock,
      told: { note: () => {}, signal: new AbortController().signal, language: 'vi' },
      isPossible: () => isPossible,
      isControlled: () => world.isControlled,
      say: (notice) => world.said.push(notice),
      again: async () => ++world.again,
    }).then((client) => (world.client = client));
    const pass = async (/** @type {number} */ seconds) => {
      await settled();
      clock.pass(1000 * seconds);
      await settled();
    };
    return { world, pass };
  }

  test('are shown once the worker that checks it is there', async () => {
    const { world } = asked({});
    await settled();
    assert.equal((await world.client.status()).serial, 3);
    assert.deepEqual(world.said, []);
  });

  test('are waited for by a worker that cannot come for the moment, and come without anybody’s help', async () => {
    const { world, pass } = asked({ fails: 2 });
    await pass(5);
    assert.equal(world.client, 0);
    await pass(15);
    assert.ok(world.client);
    assert.deepEqual(world.said, ['verifierAway', 'verifierAway']);
    assert.equal(world.again, 0);
  });

  test('are never shown where there are no workers, and the page is loaded anew every few minutes', async () => {
    const { world, pass } = asked({ isPossible: false });
    for (const seconds of [5, 15, 60, 180, 180]) await pass(seconds);
    assert.equal(world.client, 0);
    assert.equal(world.again, 2);
    assert.deepEqual(new Set(world.said), new Set(['noVerifier']));
  });

  test('wait for a page that the worker answers for', async () => {
    const { world, pass } = asked({ isControlled: false });
    await pass(5);
    assert.equal(world.client, 0);
    assert.equal(world.again, 1);
  });

  test('are not taken from a feed, which has none', async () => {
    const { world } = asked({ src: 'data/feed.json' });
    await settled();
    assert.deepEqual([world.client, world.registered, world.said], [0, 0, ['unsignedSource']]);
  });
});

/** A minute is a second there. @param {Driver} driver */
async function hurry(driver) {
  await driver.page?.addInitScript(() => {
    const clock = {
      now: () => Date.now(),
      setTimeout: (/** @type {() => void} */ work, /** @type {number} */ ms) => setTimeout(work, ms / 60),
      clearTimeout: (/** @type {number} */ timer) => clearTimeout(timer),
    };
    Object.assign(window, { bantinClock: clock });
  });
}

const saidNow = () => document.querySelector('.kiosk-notice')?.shadowRoot?.querySelector('.said')?.textContent ?? '';

/** Until `fn` gives something in the page. @param {Driver} driver @param {() => unknown} fn @param {string} what */
async function until(driver, fn, what, tries = 200) {
  for (let i = 0; i < tries; ++i) {
    if (await driver.evaluate(fn).catch(() => false)) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`not in time: ${what}`);
}

/** @param {{after: (fn: () => Promise<void>) => void}} t @param {object} config */
async function staged(t, config) {
  const own = temporaryFolder('kiosk-page');
  t.after(async () => own.remove());
  writeFileSync(join(own.path, 'kiosk.json'), JSON.stringify(config));
  const server = await setStage({ folders: [own.path, dist, pages], isolated: false });
  t.after(() => server.close());
  return server;
}

test('a page that has a key and no worker shows a sentence, no news, and tries again', async (t) => {
  const server = await staged(t, { key: kKey, lang: 'vi' });
  const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
  await hurry(driver);
  await driver.page?.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
  });
  let loads = 0;
  driver.page?.on('domcontentloaded', () => ++loads);
  await driver.open(`${server.url}kiosk.html`);
  await until(driver, saidNow, 'the sentence');
  assert.match(await driver.evaluate(saidNow), /không kiểm tra được chữ ký số/);
  assert.equal(await driver.evaluate(() => document.querySelector('ban-tin')), null);
  for (let i = 0; i < 100 && loads < 2; ++i) await new Promise((later) => setTimeout(later, 100));
  assert.ok(loads > 1);
});

/** Signed as `bantin pack` does: over all before the signature. @param {import('node:crypto').KeyObject} secret */
function signedManifest(secret) {
  const bare = readFileSync(join(dist, 'data/bundle.json'), 'utf8').trimEnd().slice(0, -1);
  return `${bare},"signature":"${sign(null, Buffer.from(bare), secret).toString('base64')}"}\n`;
}

test('signed news are shown once a worker that was away at first has come', async (t) => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  const own = temporaryFolder('kiosk-signed');
  t.after(async () => own.remove());
  mkdirSync(join(own.path, 'data'));
  writeFileSync(join(own.path, 'data/bundle.json'), signedManifest(privateKey));
  writeFileSync(join(own.path, 'kiosk.json'), JSON.stringify({ key }));
  const server = await setStage({ folders: [own.path, dist, pages], isolated: false });
  t.after(() => server.close());
  const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
  await driver.page?.addInitScript(() => {
    const { serviceWorker } = navigator;
    const register = serviceWorker.register.bind(serviceWorker);
    let asked = 0;
    serviceWorker.register = (script, options) =>
      ++asked === 1 ? Promise.reject(new TypeError('Failed to fetch')) : register(script, options);
  });
  await driver.open(`${server.url}kiosk.html`);
  await until(driver, saidNow, 'the sentence');
  assert.match(await driver.evaluate(saidNow), /sẽ tự thử lại/);
  const isShown = () => Boolean(document.querySelector('ban-tin')?.shadowRoot?.querySelector('.item .link'));
  await until(driver, isShown, 'the news');
  assert.equal(await driver.evaluate(saidNow), '');
  assert.equal(await driver.evaluate(() => navigator.serviceWorker.controller !== null), true);
});

describe('an engine that traps at every start', () => {
  /** @param {{after: (fn: () => Promise<void>) => void}} t */
  async function trapped(t) {
    const server = await staged(t, { pin: '2468' });
    const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
    await driver.page?.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
      Object.assign(WebAssembly, { instantiate: () => Promise.reject(new WebAssembly.RuntimeError('unreachable')) });
      // The next load is minutes away.
      if (!sessionStorage.getItem('bantin-kiosk-reloads')) sessionStorage.setItem('bantin-kiosk-reloads', '20');
    });
    await driver.open(`${server.url}kiosk.html`);
    await until(driver, saidNow, 'the sentence');
    return driver;
  }
  const dialog = () => document.querySelector('.kiosk-notice')?.shadowRoot?.querySelector('dialog')?.className ?? '';
  const isPanel = () => Boolean(document.querySelector('.kiosk-notice')?.shadowRoot?.querySelector('dialog.panel dd'));

  test('leaves a large sentence, and the operator’s door opens', { timeout: 60_000 }, async (t) => {
    const driver = await trapped(t);
    assert.equal(await driver.evaluate(saidNow), 'Màn hình sẽ tự khởi động lại.');
    await driver.mouse.move(20, 20);
    await driver.mouse.down();
    await new Promise((later) => setTimeout(later, 5300));
    await driver.mouse.up();
    assert.match(await driver.evaluate(dialog), /pin/);
    // No hand is as quick as a click of a lifted finger.
    await new Promise((later) => setTimeout(later, 500));
    for (const digit of '1111') await driver.press(digit);
    await driver.press('Enter');
    assert.match(await driver.evaluate(dialog), /pin/);
    for (const digit of '2468') await driver.press(digit);
    await driver.press('Enter');
    await until(driver, isPanel, 'the panel');
    const buttons = await driver.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('.kiosk-notice')?.shadowRoot);
      return [...root.querySelectorAll('.doings button')].map((button) => button.textContent ?? '');
    });
    for (const name of ['Tải lại trang', 'Cập nhật ngay', 'Cập nhật từ USB', 'Lùi về bản trước'])
      assert.ok(buttons.includes(name), buttons.join());
    const log = () => document.querySelector('.kiosk-notice')?.shadowRoot?.querySelector('.log')?.textContent ?? '';
    assert.match(await driver.evaluate(log), /watchdog-fresh engine-failed/);
    // Whoever has been there sees at once what it has changed.
    let loads = 0;
    driver.page?.on('domcontentloaded', () => ++loads);
    await driver.press('Escape');
    for (let i = 0; i < 100 && loads === 0; ++i) await new Promise((later) => setTimeout(later, 100));
    assert.equal(loads, 1);
  });
});

test('an article opened while the last person’s list is still being forgotten stays open', async (t) => {
  const server = await setStage({ isolated: false });
  t.after(() => server.close());
  const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
  await driver.open(`${server.url}stage.html?src=data/sample.json&kiosk=&idle-seconds=2&query=nước`);
  await driver.evaluate(() => window.ready());
  await driver.evaluate(() => {
    const { reader } = window;
    const setFilter = reader.setFilter.bind(reader);
    reader.setFilter = async (filter) => {
      Object.assign(window, { isAsked: true });
      await new Promise((done) => Object.assign(window, { done }));
      await setFilter(filter);
    };
  });
  // However long all that took: somebody is there now.
  await driver.mouse.click(800, 900);
  await until(driver, () => /** @type {any} */ (window).isAsked, 'the forgetting');
  await clickOn(driver, '.item .link', 1);
  await until(driver, () => window.reader.article !== '', 'the article');
  const opened = await driver.evaluate(() => window.reader.article);
  await driver.evaluate(() => /** @type {any} */ (window).done());
  await new Promise((later) => setTimeout(later, 700));
  assert.equal(await driver.evaluate(() => window.reader.article), opened);
  assert.equal(await driver.evaluate(() => Boolean(window.inside('.attract'))), false);
  // … until that person leaves as well.
  await driver.evaluate(() => delete (/** @type {any} */ (window).reader.setFilter));
  await until(driver, () => Boolean(window.inside('.attract .card')), 'headlines');
  assert.equal(await driver.evaluate(() => window.reader.article), '');
});

test('an update that takes long closes no panel, and nobody is there once it is done', async (t) => {
  const server = await setStage({ isolated: false });
  t.after(() => server.close());
  const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
  await driver.open(`${server.url}stage.html?src=data/sample.json`);
  await driver.evaluate(() => window.ready());
  await driver.evaluate(() => {
    const element = document.createElement('ban-tin');
    for (const [name, value] of Object.entries({ kiosk: '', 'idle-seconds': '8', src: 'data/sample.json' }))
      element.setAttribute(name, value);
    // Four times as fast.
    const clock = {
      now: () => Date.now(),
      setTimeout: (/** @type {() => void} */ work, /** @type {number} */ ms) => setTimeout(work, ms / 4),
      clearTimeout: (/** @type {number} */ timer) => clearTimeout(timer),
    };
    const update = () => new Promise((done) => Object.assign(window, { done }));
    const lastRefusal = { code: 'update-older', at: Date.now() };
    const sentence = () => 'Bản cập nhật cũ hơn bản đang hiển thị nên không được nhận.';
    const status = async () => ({ serial: 3, previous: {}, lastRefusal });
    const client = { status, update, rollBack: update, sentence };
    Object.assign(element, { kioskSettings: { pin: '2468', clock, client } });
    window.reader.replaceWith(element);
    Object.defineProperty(window, 'reader', { get: () => element, configurable: true });
    window.inside = (selector, index = 0) => element.shadowRoot?.querySelectorAll(selector)[index];
  });
  await until(driver, () => Boolean(window.inside('.item .link')), 'the list');
  await driver.mouse.move(20, 20);
  await driver.mouse.down();
  await until(driver, () => Boolean(window.inside('dialog.pin')), 'the pad');
  await driver.mouse.up();
  for (const digit of '2468') await clickButton(driver, digit);
  await clickButton(driver, 'Vào');
  await until(driver, () => Boolean(window.inside('dialog.panel dd')), 'the panel');
  assert.match(await driver.evaluate(() => window.inside('dialog.panel dl').textContent), /cũ hơn bản đang hiển thị/);
  // No row of what can be done has a hole.
  const rights = await driver.evaluate(() => {
    const buttons = [...window.reader.shadowRoot.querySelectorAll('.doings button')];
    /** @type {Record<string, number>} */
    const rights = {};
    for (const { top, right } of buttons.map((button) => button.getBoundingClientRect()))
      rights[top] = Math.round(right);
    return Object.values(rights);
  });
  assert.equal(new Set(rights).size, 1, rights.join());
  await clickButton(driver, 'Cập nhật ngay');
  await new Promise((later) => setTimeout(later, 5000));
  assert.equal(await driver.evaluate(() => window.inside('.answer').textContent), 'Đang làm…');
  await driver.evaluate(() => /** @type {any} */ (window).done());
  await until(driver, () => window.inside('.answer')?.textContent === 'Không có gì mới.', 'the answer');
  await until(driver, () => Boolean(window.inside('.attract .card')), 'headlines');
  assert.equal(await driver.evaluate(() => Boolean(window.inside('dialog'))), false);
});
