/** The offline reader in browsers: installs, reads without a network, and shows a whole version whenever that is cut. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { launchFor } from './drivers/driver.js';
import { offlineHost, publish } from './offline_host.js';
import { ask, openOffline, register, wholeApp, wholeNews } from './offline_page.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

const kMoments = 10;
/** @type {import('./offline_host.js').Published} */
let published;
/** Called at the end of all. @type {(() => void)[]} */
const ends = [];
before(async (t) => {
  published = await publish({ after: (fn) => void ends.push(fn) });
});
process.on('exit', () => ends.forEach((end) => end()));

/** `count` numbers of requests spread over `all`. @param {number} all */
const moments = (all) => Array.from({ length: kMoments }, (_, i) => Math.round((i * (all - 1)) / (kMoments - 1)));

/** A page that has everything, by a host of its own. @param {import('node:test').TestContext} t @param {Driver} driver */
async function installed(t, driver) {
  const host = await offlineHost(t, published);
  await openOffline(driver, host);
  assert.ok(await register(driver));
  assert.equal((await ask(driver, 'update')).outcome, 'new');
  return host;
}

/** What a reload shows without a network. @param {Driver} driver @param {Awaited<ReturnType<typeof offlineHost>>} host */
async function reloadedOffline(driver, host) {
  host.left = 0;
  await openOffline(driver, host);
  const shown = [await wholeApp(driver), await wholeNews(driver, published)];
  host.left = Infinity;
  return shown;
}

/** Until the page has heard of the change. @param {Driver} driver @param {string} event */
function heard(driver, event) {
  return driver.evaluate(async (/** @type {string} */ wanted) => {
    const window = /** @type {any} */ (globalThis);
    const isHeard = () => window.notes.some((/** @type {string} */ note) => note.startsWith(wanted));
    for (let tries = 0; tries < 300 && !isHeard(); ++tries) await new Promise((later) => setTimeout(later, 50));
    return isHeard();
  }, event);
}

for (const engine of /** @type {const} */ (['chromium', 'firefox'])) {
  test(`installed, read, updated and rolled back without a network in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine);
    const host = await installed(t, driver);
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

  test(`an article is opened by its id and words are found without a network in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine);
    const host = await installed(t, driver);
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
    assert.match(found.text, /tiêm chủng/i);
    if (process.env.BANTIN_PICTURES)
      await driver.screenshot(join(process.env.BANTIN_PICTURES, `offline-${engine}.png`));
  });
}

test(`cut at ${kMoments} moments of the first install, a reload is whole, and so is the next install`, async (t) => {
  const driver = await launchFor(t, 'chromium');
  const probe = await installed(t, driver);
  const files = probe.answered.filter((path) => !path.startsWith('/data/')).length;
  for (const moment of moments(files / 2)) {
    const host = await offlineHost(t, published);
    await openOffline(driver, host);
    host.left = moment;
    const isThere = await register(driver);
    host.left = Infinity;
    await openOffline(driver, host);
    assert.deepEqual([await wholeApp(driver), await wholeNews(driver, published)], ['một', 0], `${moment} requests`);
    assert.ok(moment > files / 2 - 2 || !isThere, `${moment} requests were enough`);
    assert.ok(await register(driver));
    assert.equal((await ask(driver, 'update')).ok, true);
    assert.deepEqual(await reloadedOffline(driver, host), ['một', 0], `${moment} requests, then all`);
  }
});

test(`cut at ${kMoments} moments of installing another version, the old one is whole, and then the new one`, async (t) => {
  const driver = await launchFor(t, 'chromium');
  const host = await installed(t, driver);
  await openOffline(driver, host);
  await register(driver);
  host.app('hai');
  let refusals = 0;
  for (const moment of moments(20)) {
    host.left = moment;
    await driver.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update().catch(() => {});
      const coming = registration?.installing;
      while (coming?.state === 'installing') await new Promise((later) => setTimeout(later, 20));
    });
    assert.deepEqual(await reloadedOffline(driver, host), ['một', 0], `${moment} requests`);
    await register(driver);
    const { appRefusal, isWaiting } = await ask(driver, 'status');
    if (appRefusal?.code === 'app-incomplete') ++refusals;
    if (isWaiting) break;
  }
  assert.ok(refusals > 0, 'some attempt was cut');
  await ask(driver, 'update');
  assert.ok(await heard(driver, 'waiting'));
  assert.deepEqual(await reloadedOffline(driver, host), ['một', 0], 'until it is asked to, it waits');
  await register(driver);
  assert.equal(await ask(driver, 'activate'), true);
  assert.ok(await heard(driver, 'app '));
  assert.deepEqual(await reloadedOffline(driver, host), ['hai', 0]);
  const kept = await driver.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('bantin-app')));
  assert.equal(kept.length, 1);
});

test(`cut at ${kMoments} moments of loading, the page is whole`, async (t) => {
  const driver = await launchFor(t, 'chromium');
  const host = await installed(t, driver);
  for (let moment = 0; moment < kMoments; ++moment) {
    const opening = openOffline(driver, host);
    await pause(moment * 40);
    host.left = 0;
    await opening;
    assert.deepEqual([await wholeApp(driver), await wholeNews(driver, published)], ['một', 0]);
    host.left = Infinity;
  }
});

test(`cut at ${kMoments} moments of an update, the old news are whole, then the new ones`, async (t) => {
  const driver = await launchFor(t, 'chromium');
  const probe = await installed(t, driver);
  probe.news(1);
  probe.answered.length = 0;
  await ask(driver, 'update');
  const all = probe.answered.filter((path) => path.startsWith('/data/')).length;
  const shown = [0, 0];
  for (const moment of moments(all + 1)) {
    const host = await installed(t, driver);
    host.news(1);
    host.left = moment;
    // The look at sw.js and kiosk.json counts too.
    const outcome = await ask(driver, 'update');
    const [, news] = await reloadedOffline(driver, host);
    ++shown[news];
    assert.equal(news, outcome.ok ? 1 : 0, `${moment} requests: ${JSON.stringify(outcome)}`);
    await register(driver);
    assert.equal((await ask(driver, 'update')).ok, true);
    assert.deepEqual(await reloadedOffline(driver, host), ['một', 1], `${moment} requests, then all`);
  }
  assert.ok(shown[0] >= kMoments - 2, String(shown));
});

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
  const host = await installed(t, driver);
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
  const host = await installed(t, driver);
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
  const host = await installed(t, driver);
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
