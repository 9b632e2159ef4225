/** The engine cannot run, or stops: there is something to read all the same, and the page is told once. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchFor } from './drivers/driver.js';
import { dayOf, expected, itemOf, openPage, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {import('playwright-core').Page} Page */

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** @param {Driver} driver */
const pageOf = (driver) => /** @type {Page} */ (driver.page);

describe('without an engine', () => {
  const kRefusing = { 'Content-Security-Policy': "default-src 'self'" };

  /** @param {Driver} driver @param {string} url */
  async function openFailing(driver, url) {
    await driver.open(url);
    await driver.evaluate(async () => {
      for (let i = 0; i < 200 && !window.events.length; ++i) await new Promise((done) => setTimeout(done, 50));
      for (let i = 0; i < 100 && !window.inside('.fallback'); ++i) await new Promise((done) => setTimeout(done, 50));
    });
  }

  /** One error with a sentence, and every headline as a link with its date, newest first. @param {Driver} driver */
  async function assertHeadlines(driver) {
    const errors = await driver.evaluate(() =>
      window.events.filter(({ type }) => type === 'bantin-error').map(({ detail }) => detail),
    );
    assert.equal(errors.length, 1);
    assert.equal(errors[0].code, 'engine-failed');
    assert.equal(errors[0].source, 'bantin.wasm');
    assert.match(errors[0].message, /^Trình duyệt này không chạy được trình đọc bản tin\./);
    const wanted = expected({}).ids.map(itemOf);
    const entries = pageOf(driver).getByRole('list').getByRole('listitem');
    const texts = await entries.allTextContents();
    assert.equal(texts.length, wanted.length);
    wanted.forEach((item, i) => {
      const day = item.date_published.slice(0, 10).split('-').reverse().join('/');
      assert.ok(
        texts.some((text) => text.startsWith(item.title) && text.includes(day)),
        item.title,
      );
      if (i === 0) assert.ok(texts[0].includes(day), texts[0]);
    });
    const linked = sample.items.filter((/** @type {any} */ item) => /^https?:/.test(item.url ?? ''));
    assert.equal(await entries.getByRole('link').count(), linked.length);
    assert.equal(await driver.evaluate(() => window.inside('.fallback ul').lang), sample.language);
    assert.ok(await entries.last().isVisible());
  }

  test('WebAssembly refused by the content policy: headlines', async (t) => {
    const strict = await setStage({ headers: { '/stage.html': kRefusing } });
    t.after(() => strict.close());
    const driver = await launchFor(t, 'chromium');
    await openFailing(driver, `${strict.url}stage.html?src=data/sample.json`);
    await assertHeadlines(driver);
  });

  test('WebAssembly refused: what the element holds comes first', async (t) => {
    const strict = await setStage({ headers: { '/stage.html': kRefusing } });
    t.after(() => strict.close());
    const driver = await launchFor(t, 'chromium');
    await pageOf(driver).addInitScript(() => {
      const add = () => {
        const own = document.createElement('p');
        own.textContent = 'Tin của đơn vị, bản chữ.';
        window.reader.append(own);
      };
      addEventListener('DOMContentLoaded', () => setTimeout(add));
    });
    await openFailing(driver, `${strict.url}stage.html?src=data/sample.json`);
    assert.ok(await pageOf(driver).getByText('Tin của đơn vị, bản chữ.').isVisible());
    assert.equal(await driver.evaluate(() => window.reader.shadowRoot.querySelectorAll('li').length), 0);
  });

  test('no WebAssembly in the browser: headlines', async (t) => {
    const driver = await launchFor(t, 'chromium');
    await pageOf(driver).addInitScript(() => void Reflect.deleteProperty(window, 'WebAssembly'));
    await openFailing(driver, `${server.url}stage.html?src=data/sample.json`);
    await assertHeadlines(driver);
  });

  test('no memory for the engine: headlines', async (t) => {
    const driver = await launchFor(t, 'chromium');
    await pageOf(driver).addInitScript(() => {
      const instantiate = () => Promise.reject(new RangeError('could not allocate memory'));
      Object.assign(WebAssembly, { instantiate });
    });
    await openFailing(driver, `${server.url}stage.html?src=data/sample.json`);
    await assertHeadlines(driver);
  });

  for (const [name, answer] of /** @type {const} */ ([
    ['missing', { status: 404, contentType: 'text/plain', body: 'Not found' }],
    ['cut short', { status: 200, contentType: 'application/wasm', body: Buffer.from('0061736d0100000001', 'hex') }],
    ['a page of another kind', { status: 200, contentType: 'text/html', body: '<!doctype html>' }],
  ])) {
    test(`an engine's file that is ${name}: headlines`, async (t) => {
      const driver = await launchFor(t, 'chromium');
      await pageOf(driver).route('**/bantin.wasm', (route) => route.fulfill(answer));
      await openFailing(driver, `${server.url}stage.html?src=data/sample.json`);
      await assertHeadlines(driver);
    });
  }

  /** @type {[string, (driver: Driver) => Promise<unknown>][]} */
  const kUses = [
    ['scrolled', (driver) => driver.evaluate(() => window.inside('.item').closest('.scroller').scrollBy(0, 500))],
    ['filtered by a method', (driver) => driver.evaluate(() => window.reader.setFilter({ query: 'nước' }))],
    ['pressed', (driver) => driver.evaluate(() => window.inside('.item .link').click())],
    ['resized', (driver) => driver.viewport(800, 500)],
  ];
  for (const [name, use] of kUses) {
    test(`an engine that traps when ${name}: headlines`, async (t) => {
      const driver = await launchFor(t, 'chromium');
      await pageOf(driver).addInitScript(() => {
        const make = WebAssembly.instantiate;
        Object.assign(WebAssembly, {
          instantiate: async (/** @type {any} */ module, /** @type {any} */ imports) => {
            const instance = await make(module, imports);
            Object.assign(window, { instance });
            return instance;
          },
        });
      });
      await openPage(driver, server);
      await driver.evaluate(() => {
        const exports = Object.values(/** @type {any} */ (window).instance.exports);
        const memory = exports.find((one) => one instanceof WebAssembly.Memory);
        new Uint8Array(/** @type {WebAssembly.Memory} */ (memory).buffer).fill(0xff);
      });
      await use(driver);
      await driver.evaluate(async () => {
        for (let i = 0; i < 100 && !window.inside('.fallback'); ++i) await new Promise((done) => setTimeout(done, 50));
        await new Promise((done) => setTimeout(done, 300));
      });
      await assertHeadlines(driver);
      assert.equal(await driver.evaluate(() => window.reader.stats.renderer), 'dom');
    });
  }
});
