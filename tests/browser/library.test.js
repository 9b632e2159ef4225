/**
 * A reader over a packed bundle shows what it shows of the plain feed, while its pieces come one by one, fail, and are
 * replaced. The bundle is made by bundle_maker.js; what is searched for is shown with `bantin pack`'s.
 */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { hostBundle } from './bundle_host.js';
import { listOrder, makeBundle } from './bundle_maker.js';
import { blocksStanding, blocksWanted, itemOf, openStage, sample, setStage } from './stage.js';

const kOpen = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
const { departments } = sample._bantin;
const kNewestFirst = listOrder(sample.items).map((number) => sample.items[number]);
/** Longer than two blocks of headlines, each article as often as needed. */
const kMany = Array.from({ length: 300 }, (_, i) => {
  const item = kNewestFirst[Math.floor((i * kNewestFirst.length) / 300)];
  return { ...item, id: `${item.id}-${i}`, _bantin: { ...item._bantin, related: [] } };
});

/** @param {any[]} items @param {number} [serial] */
const bundleOf = (items, serial) => makeBundle({ title: sample.title, language: 'vi', departments, items, serial });

/** Titles of the rows in the layer. @param {import('./drivers/driver.js').Driver} driver */
const titles = (driver) =>
  driver.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
    return [...root.querySelectorAll('.item a')].map((link) => link.textContent?.trim());
  });

/** @param {import('./drivers/driver.js').Driver} driver @param {number} top */
const scrollTo = (driver, top) =>
  driver.evaluate((/** @type {number} */ place) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
    /** @type {Element} */ (root.querySelector('.scroller')).scrollTop = place;
  }, top);

/** @param {() => Promise<boolean>} holds */
async function until(holds) {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, 'in time');
    await new Promise((done) => setTimeout(done, 50));
  }
}

suite('a reader over a bundle', () => {
  /** @type {import('./server.js').Server} */
  let stage;
  before(async () => {
    stage = await setStage();
  });
  after(() => stage.close());

  /** @param {any} t @param {any[]} items @param {Record<string, string>} [attributes] */
  async function opened(t, items, attributes = {}) {
    const host = await hostBundle(bundleOf(items), kOpen);
    t.after(() => host.close());
    const driver = await openStage(t, stage, 'chromium', { ...attributes, src: host.base });
    return { host, driver };
  }

  test('counts as the plain feed does', async (t) => {
    const { driver } = await opened(t, kNewestFirst);
    const counts = () =>
      driver.evaluate(() => {
        const { total, byDepartment, byMonth } = /** @type {any} */ (document.querySelector('ban-tin')).results;
        return { total, byDepartment, byMonth };
      });
    const packed = await counts();
    const plain = await openStage(t, stage, 'chromium');
    const wanted = await plain.evaluate(() => {
      const { total, byDepartment, byMonth } = /** @type {any} */ (document.querySelector('ban-tin')).results;
      return { total, byDepartment, byMonth };
    });
    assert.deepEqual(packed, wanted);
  });

  test('shows the first rows with one part of headlines and no article', async (t) => {
    const { host, driver } = await opened(t, kMany);
    await until(async () => (await titles(driver)).includes(kMany[0].title));
    const { headlines, articles } = JSON.parse(Buffer.from(host.files.get('bundle.json') ?? []).toString());
    assert.equal(headlines.parts, 10);
    assert.ok(articles.parts > 0);
    // order, a page and a part of columns, a page and a part of headlines
    assert.equal(host.requests.filter((path) => path.startsWith('parts/')).length, 5);
  });

  test('gives ids of rows that nobody has looked at', async (t) => {
    const { driver } = await opened(t, kMany);
    const ids = await driver.evaluate(() =>
      /** @type {any} */ (document.querySelector('ban-tin')).results.ids(200, 50),
    );
    assert.deepEqual(
      ids,
      kMany.slice(200, 250).map(({ id }) => id),
    );
  });

  test('opens an article by id, whole', async (t) => {
    const { host, driver } = await opened(t, kNewestFirst, { article: kNewestFirst[50].id });
    await until(async () => driver.evaluate(() => window.inside('article') !== undefined));
    assert.deepEqual(
      await driver.evaluate(blocksStanding),
      await driver.evaluate(blocksWanted, itemOf(kNewestFirst[50].id)),
    );
    assert.ok(host.requests.length < 12, host.requests.join(' '));
  });

  test('opens the row that is clicked, body and all', async (t) => {
    const { driver } = await opened(t, kNewestFirst);
    await until(async () => (await titles(driver)).includes(kNewestFirst[0].title));
    await driver.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
      /** @type {HTMLElement} */ (root.querySelector('.item a')).click();
    });
    await until(async () => driver.evaluate(() => window.inside('article') !== undefined));
    const wanted = await driver.evaluate(blocksWanted, itemOf(kNewestFirst[0].id));
    await until(async () => JSON.stringify(await driver.evaluate(blocksStanding)) === JSON.stringify(wanted));
  });

  test('shows the end of the list', async (t) => {
    const { driver } = await opened(t, kMany);
    await scrollTo(driver, 1e6);
    await until(async () => (await titles(driver)).includes(kMany[299].title));
  });

  test('says which rows could not be loaded, and loads them when asked again', async (t) => {
    const { host, driver } = await opened(t, kMany);
    await until(async () => (await titles(driver)).length > 0);
    host.faults.set('*', (_request, response) => response.writeHead(503).end());
    await scrollTo(driver, 20_000);
    const hasButton = () =>
      driver.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
        return [...root.querySelectorAll('.item button')].some((button) => button.textContent?.trim() === 'Thử lại');
      });
    await until(hasButton);
    host.faults.clear();
    // A part whose last attempt had failed by then may say so after the click.
    const retry = () =>
      driver.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
        for (const button of root.querySelectorAll('.item button')) {
          if (button.textContent?.trim() === 'Thử lại') /** @type {HTMLElement} */ (button).click();
        }
      });
    await until(async () => {
      if (await hasButton()) await retry();
      return (await titles(driver)).length > 2 && !(await hasButton());
    });
  });

  test('goes over to the bundle that has replaced it', async (t) => {
    const { host, driver } = await opened(t, kMany);
    await until(async () => (await titles(driver)).length > 0);
    host.files = bundleOf([...kMany.slice(0, 200), ...kMany.slice(200).map(() => null)], 2);
    await scrollTo(driver, 1e6);
    await until(
      async () =>
        (await driver.evaluate(() => /** @type {any} */ (document.querySelector('ban-tin')).results.total)) === 200,
    );
  });
});
