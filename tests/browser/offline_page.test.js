/** The offline reader in browsers: installs, reads without a network, keeps what was seen, from a stick, in two tabs. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { engines, enginesOfJourneys, launchFor } from './drivers/driver.js';
import { offlineHost, publish } from './offline_host.js';
import { ask, heard, installed, openOffline, register, reloadedOffline, wholeApp, wholeNews } from './offline_page.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** @type {import('./offline_host.js').Published} */
let published;
/** Called at the end of all. @type {(() => void)[]} */
const ends = [];
before(async (t) => {
  published = await publish({ after: (fn) => void ends.push(fn) });
});
process.on('exit', () => ends.forEach((end) => end()));

for (const engine of engines) {
  test(`installed, read, updated and rolled back without a network in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine);
    const host = await installed(t, driver, published);
    assert.deepEqual(await reloadedOffline(driver, host), ['một', 0]);
    const status = await ask(driver, 'status');
    assert.deepEqual([status.serial, status.complete, status.isWaiting], [1, true, false]);
    assert.equal(status.newest, '2026-06-11T16:10:00+07:00');
    assert.ok(status.bytes > 100_000 && Math.abs(status.loadedAt - Date.now()) < 600_000);
    host.news(1);
    assert.deepEqual(await ask(driver, 'update'), { ok: true, outcome: 'new', serial: 2, complete: true });
    assert.ok(await heard(driver, 'content 2'));
    assert.deepEqual(await reloadedOffline(driver, host), ['một', 1]);
    await register(driver);
    host.left = 0;
    assert.equal((await ask(driver, 'update')).code, 'update-unreachable');
    assert.equal((await ask(driver, 'status')).lastRefusal.code, 'update-unreachable');
    assert.equal((await ask(driver, 'rollBack')).serial, 1);
    assert.deepEqual(await reloadedOffline(driver, host), ['một', 0]);
  });
}

for (const engine of enginesOfJourneys) {
  test(`an article is opened by its id and words are found without a network in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine);
    const host = await installed(t, driver, published);
    host.left = 0;
    await openOffline(driver, host);
    const found = await driver.evaluate(async () => {
      const reader = /** @type {any} */ (document.querySelector('ban-tin'));
      await reader.setFilter({ query: 'tiêm chủng' });
      const { total } = reader.results;
      const [id] = await reader.results.ids(0, 1);
      await reader.openArticle(id);
      return { total, id, text: reader.shadowRoot.querySelector('[role=article], article')?.textContent ?? '' };
    });
    assert.ok(found.total > 0, JSON.stringify(found));
    assert.match(found.text, /tiêm/i);
    if (process.env.BANTIN_PICTURES)
      await driver.screenshot(join(process.env.BANTIN_PICTURES, `offline-${engine}.png`));
  });
}

test('a visitor keeps what was looked at, and reads that', async (t) => {
  const driver = await launchFor(t, 'chromium');
  const host = await offlineHost(t, published);
  await openOffline(driver, host, '?policy=seen');
  assert.ok(await register(driver));
  assert.deepEqual(await ask(driver, 'update'), { ok: true, outcome: 'new', serial: 1, complete: false });
  await openOffline(driver, host, '?policy=seen');
  const open = (/** @type {string} */ id) =>
    driver.evaluate(async (/** @type {string} */ wanted) => {
      const reader = /** @type {any} */ (document.querySelector('ban-tin'));
      await reader.openArticle(wanted);
      return (reader.shadowRoot.querySelector('[role=article], article')?.textContent ?? '').length;
    }, id);
  const [first] = await driver.evaluate(async () =>
    /** @type {any} */ (document.querySelector('ban-tin')).results.ids(0, 1),
  );
  assert.ok((await open(first)) > 200);
  await pause(1500);
  host.left = 0;
  await openOffline(driver, host, '?policy=seen');
  assert.equal(await wholeApp(driver), 'một');
  assert.ok((await open(first)) > 200);
});

test('storage that is wiped is filled again, and full storage is said and breaks nothing', async (t) => {
  const driver = await launchFor(t, 'chromium');
  const host = await installed(t, driver, published);
  const origin = host.url.slice(0, -1);
  await driver.cdp?.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cache_storage' });
  await openOffline(driver, host);
  assert.deepEqual([await wholeApp(driver), await wholeNews(driver, published)], ['một', 0]);
  await register(driver);
  assert.equal((await ask(driver, 'update')).ok, true);
  assert.deepEqual(await reloadedOffline(driver, host), ['một', 0]);
  await register(driver);
  const { usage = 0 } = await driver.evaluate(() => navigator.storage.estimate());
  await driver.cdp?.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1000 });
  host.news(1);
  const { code } = await ask(driver, 'update');
  assert.equal(code, 'update-no-room');
  assert.deepEqual(await reloadedOffline(driver, host), ['một', 0]);
});

test('an update from a chosen folder, as of a USB stick, with the network gone', async (t) => {
  const driver = await launchFor(t, 'chromium');
  const host = await installed(t, driver, published);
  host.left = 0;
  await driver.page?.setInputFiles('input', published.news[1]);
  const outcome = await driver.evaluate(async () => {
    const window = /** @type {any} */ (globalThis);
    const files = /** @type {HTMLInputElement} */ (document.querySelector('input')).files;
    return (await window.offline()).update(window.bantinOffline.filesOf(files));
  });
  assert.deepEqual(outcome, { ok: true, outcome: 'new', serial: 2, complete: true });
  assert.deepEqual(await reloadedOffline(driver, host), ['một', 1]);
});

test('two tabs update at once and agree', async (t) => {
  const driver = await launchFor(t, 'chromium');
  const host = await installed(t, driver, published);
  const other = await driver.page?.context().newPage();
  await other?.goto(`${host.url}kiosk.html`);
  host.news(1);
  const [mine, theirs] = await Promise.all([
    ask(driver, 'update'),
    other?.evaluate(async () => (await /** @type {any} */ (globalThis).offline()).update()),
  ]);
  assert.deepEqual([mine.serial, theirs.serial], [2, 2]);
  assert.deepEqual([mine.outcome, theirs.outcome].sort(), ['new', 'same']);
  assert.deepEqual(await reloadedOffline(driver, host), ['một', 1]);
});
