/** The network cut at ten moments of install, load and update: a reload always shows a whole version, old or new. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { enginesOfJourneys, launchFor } from './drivers/driver.js';
import { offlineHost, publish } from './offline_host.js';
import { ask, heard, installed, openOffline, register, reloadedOffline, wholeApp, wholeNews } from './offline_page.js';

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

for (const engine of enginesOfJourneys) {
  test(`cut at ${kMoments} moments of the first install, a reload is whole, and so is the next install, in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine, { webgl: false });
    const probe = await installed(t, driver, published);
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

  test(`cut at ${kMoments} moments of installing another version, the old one is whole, and then the new one, in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine, { webgl: false });
    const host = await installed(t, driver, published);
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
    await openOffline(driver, host);
    const kept = await driver.evaluate(async () => {
      const names = async () => (await caches.keys()).filter((name) => name.startsWith('bantin-app'));
      for (let tries = 0; tries < 100 && (await names()).length > 1; ++tries)
        await new Promise((later) => setTimeout(later, 50));
      return names();
    });
    assert.equal(kept.length, 1, String(kept));
  });

  test(`cut at ${kMoments} moments of loading, the page is whole, in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine, { webgl: false });
    const host = await installed(t, driver, published);
    for (let moment = 0; moment < kMoments; ++moment) {
      const opening = openOffline(driver, host);
      await pause(moment * 40);
      host.left = 0;
      await opening;
      assert.deepEqual([await wholeApp(driver), await wholeNews(driver, published)], ['một', 0]);
      host.left = Infinity;
    }
  });

  test(`cut at ${kMoments} moments of an update, the old news are whole, then the new ones, in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine, { webgl: false });
    const probe = await installed(t, driver, published);
    probe.news(1);
    probe.answered.length = 0;
    await ask(driver, 'update');
    const all = probe.answered.filter((path) => path.startsWith('/data/')).length;
    const shown = [0, 0];
    for (const moment of moments(all + 1)) {
      const host = await installed(t, driver, published);
      host.news(1);
      host.left = moment;
      // The look at sw.js and kiosk.json counts too.
      const outcome = await ask(driver, 'update');
      const [, news] = await reloadedOffline(driver, host);
      ++shown[Number(news)];
      assert.equal(news, outcome.ok ? 1 : 0, `${moment} requests: ${JSON.stringify(outcome)}`);
      await register(driver);
      assert.equal((await ask(driver, 'update')).ok, true);
      assert.deepEqual(await reloadedOffline(driver, host), ['một', 1], `${moment} requests, then all`);
    }
    assert.ok(shown[0] >= kMoments - 2, String(shown));
  });
}
