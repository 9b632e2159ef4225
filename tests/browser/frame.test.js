/** frame.html in another site's page: who hears its height, sandboxes, other people's news. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from './drivers/deadline.js';
import { launch, launchFor } from './drivers/driver.js';
import { dayOf, expected, itemOf, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** @type {import('./server.js').Server} the page around */
let host;
/** @type {import('./server.js').Server} another site, which has the frame; anybody may read its files */
let site;
/** @type {Driver} */
let driver;
before(async () => {
  host = await setStage({ isolated: false });
  site = await setStage({ isolated: false, headers: { '*': { 'Access-Control-Allow-Origin': '*' } } });
  driver = await launch('chromium', { height: 1200 });
});
after(async () => {
  await driver?.close();
  await host.close();
  await site.close();
});

const originOf = (/** @type {string} */ url) => new URL(url).origin;
/** The newest article is alone. */
const [kNewest] = expected({}).ids.map(itemOf);
const kFew = { departments: kNewest._bantin.department, from: dayOf(kNewest), to: '' };

/** @param {Record<string, string>} parameters  of the frame @param {string} [sandbox] */
const openHost = (parameters, sandbox) => driver.open(hostPage(parameters, sandbox));

/** @param {Record<string, string>} parameters @param {string} [sandbox] */
function hostPage(parameters, sandbox) {
  const frame = new URL('frame.html', site.url);
  frame.search = String(new URLSearchParams({ src: 'data/sample.json', ...parameters }));
  const page = new URL('frame_host.html', host.url);
  page.search = String(new URLSearchParams({ frame: frame.href, ...(sandbox === undefined ? {} : { sandbox }) }));
  return page.href;
}

const messagesOf = () => driver.evaluate(() => window.messages);
const untilHeard = () => until(10, 'a message', async () => (await messagesOf()).length > 0 || undefined);
const frameHeight = () => driver.evaluate(() => document.querySelector('iframe')?.offsetHeight);
/** The frame itself, for what is inside. */
const inner = () => {
  const frame = driver.page?.frames().find((one) => one.parentFrame());
  assert.ok(frame);
  return frame;
};
const readerIn = () => inner().locator('ban-tin');
/** Until the reader in the frame lists that many. @param {number} total */
const untilListed = (total) =>
  until(15, `${total} rows`, async () => {
    const shown = await readerIn()
      .evaluate((reader) => /** @type {BanTinElement} */ (reader).results?.total)
      .catch(() => -1);
    return shown === total || undefined;
  });
const painted = () => driver.evaluate(() => new Promise((done) => setTimeout(done, 300)));

describe('the height', () => {
  test('the right origin hears it, and a frame of many rows has the usual one', async () => {
    await openHost({ host: originOf(host.url) });
    await untilHeard();
    const [message] = await messagesOf();
    assert.deepEqual(message, {
      data: { type: 'bantin-height', height: 640 },
      origin: originOf(site.url),
      ours: true,
    });
    assert.equal(await frameHeight(), 640);
  });

  test('few rows make a lower frame in which all of them are seen', async () => {
    await openHost({ host: originOf(host.url), ...kFew });
    const { total } = expected({ ...kFew, departments: [kFew.departments] });
    assert.equal(total, 1);
    await untilHeard();
    await until(5, 'a lower frame', async () => Number(await frameHeight()) < 640 || undefined);
    await painted();
    const height = Number(await frameHeight());
    assert.ok(height >= 320, `${height}`);
    const ends = await readerIn().evaluate((reader) =>
      [...(reader.shadowRoot?.querySelectorAll('.item') ?? [])].map((row) => row.getBoundingClientRect().bottom),
    );
    assert.equal(ends.length, total);
    assert.ok(Math.max(...ends) <= height, `rows end at ${ends}, the frame at ${height}`);
    assert.ok(height - Math.max(...ends) < 60, `rows end at ${ends}, the frame at ${height}`);
    const count = (await messagesOf()).length;
    await painted();
    assert.equal((await messagesOf()).length, count, 'it is told only when it is another one');
  });

  test('an article asks for more, never for more than max', async () => {
    await openHost({ host: originOf(host.url), max: '900', ...kFew });
    await untilHeard();
    const [id] = expected({ ...kFew, departments: [kFew.departments] }).ids;
    await readerIn().evaluate((reader, one) => /** @type {BanTinElement} */ (reader).openArticle(one), id);
    await until(5, '900 px', async () => (await frameHeight()) === 900 || undefined);
    await readerIn().evaluate((reader) => /** @type {BanTinElement} */ (reader).closeArticle());
    await until(5, 'a lower frame', async () => Number(await frameHeight()) < 640 || undefined);
  });

  for (const [name, named] of /** @type {[string, string][]} */ ([
    ['another origin', 'https://khac.example.vn'],
    ['no origin', ''],
    ['every origin', '*'],
  ])) {
    test(`with ${name} named, this page hears nothing and keeps its height`, async () => {
      await openHost({ host: named, ...kFew });
      await untilListed(expected({ ...kFew, departments: [kFew.departments] }).total);
      await painted();
      assert.deepEqual(await messagesOf(), []);
      assert.equal(await frameHeight(), 640);
    });
  }

  test("what another window says in the frame's words changes nothing", async () => {
    await openHost({ host: originOf(host.url) });
    await untilHeard();
    await driver.evaluate(() => window.postMessage({ type: 'bantin-height', height: 5 }, '*'));
    await painted();
    assert.equal(await frameHeight(), 640);
  });
});

describe('in a sandbox', () => {
  for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin']) {
    test(`${sandbox}: the list, an article, the height`, async () => {
      await openHost({ host: originOf(host.url), ...kFew }, sandbox);
      const wanted = expected({ ...kFew, departments: [kFew.departments] });
      await untilListed(wanted.total);
      const stores = await inner().evaluate(() => {
        try {
          return Boolean(localStorage);
        } catch {
          return false;
        }
      });
      assert.equal(stores, sandbox.includes('same-origin'));
      const text = await readerIn().evaluate(async (reader, id) => {
        await /** @type {BanTinElement} */ (reader).openArticle(id);
        return reader.shadowRoot?.querySelector('article')?.textContent;
      }, wanted.ids[0]);
      assert.ok(text?.includes(itemOf(wanted.ids[0]).title));
      await untilHeard();
      const [{ origin }] = await messagesOf();
      assert.equal(origin, sandbox.includes('same-origin') ? originOf(site.url) : 'null');
      await until(5, 'its height', async () => Number(await frameHeight()) <= 640 || undefined);
    });
  }
});

test('in English, dark, of the dates it was told', async () => {
  await openHost({ lang: 'en', theme: 'dark', ...kFew });
  const wanted = expected({ ...kFew, departments: [kFew.departments] });
  await untilListed(wanted.total);
  const seen = await readerIn().evaluate((reader) => {
    const { theme, from, departments } = /** @type {any} */ (reader);
    return { theme, from, departments, lang: document.documentElement.lang };
  });
  assert.deepEqual(seen, { theme: 'dark', from: kFew.from, departments: kFew.departments, lang: 'en' });
});

test("another site's news are refused in words", async () => {
  await openHost({ src: `${host.url}data/sample.json` });
  const text = await inner().locator('p').textContent();
  assert.match(text ?? '', /cùng trang/);
  assert.equal(await readerIn().count(), 0);
});

for (const engine of /** @type {const} */ (['firefox', 'webkit'])) {
  test(`in ${engine}, in a sandbox and out of it: a lower frame for one row`, async (t) => {
    const own = await launchFor(t, engine, { height: 1200 });
    for (const sandbox of [undefined, 'allow-scripts']) {
      await own.open(hostPage({ host: originOf(host.url), ...kFew }, sandbox));
      const height = () => own.evaluate(() => Number(document.querySelector('iframe')?.offsetHeight));
      await until(20, 'a lower frame', async () => (await height()) < 640 || undefined);
      assert.ok((await height()) >= 320);
      const [{ origin, ours }] = await own.evaluate(() => window.messages);
      assert.deepEqual([origin, ours], [sandbox ? 'null' : originOf(site.url), true]);
    }
  });
}
