/** reader.html opened by double-click: from a read-only folder of a Vietnamese name, with and without scripts. */
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from './drivers/children.js';
import { until } from './drivers/deadline.js';
import { engines, launchFor } from './drivers/driver.js';
import { inkIn } from './ink.js';
import { blocksStanding, blocksWanted, dist, expected, itemOf, sample, screenshotOf } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

const stick = temporaryFolder('stick');
const kFolder = join(stick.path, 'Bản tin số 1 – tỉnh Hạ Lam');
const kFile = join(kFolder, 'đọc tôi.html');
const kAddress = pathToFileURL(kFile).href;
/** Figures are left out of the one file. */
const withoutFigures = (/** @type {any} */ item) => ({
  ...item,
  content_html: item.content_html?.replace(/<figure>.*?<\/figure>/gs, ''),
});
const kArticle = sample.items.find((/** @type {any} */ item) => item.content_html?.includes('<h2'));

before(() => {
  mkdirSync(kFolder);
  copyFileSync(join(dist, 'reader.html'), kFile);
  chmodSync(kFile, 0o444);
  chmodSync(kFolder, 0o555);
});
after(() => {
  chmodSync(kFolder, 0o755);
  stick.remove();
});

for (const engine of engines) {
  describe(engine, () => {
    test('the reader runs, drawn, finds and opens; nothing is asked of any network', async (t) => {
      const driver = await launchFor(t, engine, { height: 900 });
      const asked = requestsOf(driver);
      await driver.open(kAddress);
      await until(20, 'the feed', () => driver.evaluate(found));
      const state = await driver.evaluate(async (/** @type {string} */ id) => {
        const { total } = window.reader.results;
        await window.reader.setFilter({ query: 'nuoc' });
        const hits = window.reader.results.total;
        await window.reader.clearFilter();
        await window.reader.openArticle(id);
        await new Promise((done) => setTimeout(done, 500));
        const resources = performance.getEntriesByType('resource').map(({ name }) => name);
        const { renderer } = window.reader.stats;
        return { total, hits, renderer, resources, log: window.reader.log, protocol: location.protocol };
      }, kArticle.id);
      const remote = state.resources.filter((name) => !/^(data|blob|about|file):/.test(name));
      assert.deepEqual([state.protocol, remote, state.log], ['file:', [], []]);
      assert.equal(state.total, sample.items.length);
      assert.equal(state.hits, expected({ query: 'nuoc' }).total);
      assert.equal(state.renderer, 'webgl2');
      const wanted = await driver.evaluate(blocksWanted, withoutFigures(kArticle));
      assert.deepEqual(await driver.evaluate(blocksStanding), wanted);
      const area = { left: 400, top: 60, right: 1000, bottom: 880 };
      await until(10, 'ink', async () => inkIn(await screenshotOf(driver), 1, area).inked > 2000 || undefined);
      assert.deepEqual(asked, []);
      assert.deepEqual(readdirSync(kFolder), ['đọc tôi.html']);
    });

    test('without scripts the articles stand there, one below the other', async (t) => {
      const driver = await launchFor(t, engine, { height: 900, ...kWithoutScripts[engine] });
      await driver.cdp?.send('Emulation.setScriptExecutionDisabled', { value: true });
      await driver.open(kAddress);
      const area = { left: 100, top: 20, right: 900, bottom: 880 };
      await until(10, 'ink', async () => inkIn(await screenshotOf(driver), 1, area).inked > 2000 || undefined);
      // Firefox's protocol runs no expression in such a page: there the picture must do.
      if (engine === 'firefox') return;
      const text = await driver.evaluate(() => document.body.innerText);
      const plain = text.replace(/\s+/g, ' ');
      for (const id of expected({}).ids) {
        const { title, summary } = itemOf(id);
        assert.ok(plain.includes(title.replace(/\s+/g, ' ')), title);
        assert.ok(plain.includes(summary.replace(/\s+/g, ' ')), summary);
      }
    });
  });
}

/** @type {Record<string, import('./drivers/driver.js').LaunchOptions>} */
const kWithoutScripts = {
  chromium: {},
  firefox: { prefs: { 'javascript.enabled': false } },
  webkit: { args: ['--enable-javascript=false'] },
};

/** Puts the reader where tests look for it; runs inside the page. */
function found() {
  window.reader = /** @type {BanTinElement} */ (/** @type {unknown} */ (document.querySelector('ban-tin')));
  window.inside = (selector, index = 0) => window.reader.shadowRoot.querySelectorAll(selector)[index];
  return Boolean(window.reader?.results?.total);
}

/** Addresses asked for from now on that are no file's. @param {Driver} driver @returns {string[]} */
function requestsOf(driver) {
  /** @type {string[]} */
  const asked = [];
  const source = driver.page ?? (driver.engine === 'firefox' ? driver.native : null);
  source?.on('request', (/** @type {{url(): string}} */ request) => {
    if (!/^(data|blob|about|file):/.test(request.url())) asked.push(request.url());
  });
  return asked;
}
