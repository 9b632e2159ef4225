/** routing="hash": the reader's state in the address, shared links, back and forward, and other people's hashes. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from './drivers/deadline.js';
import { launchFor } from './drivers/driver.js';
import { clickOn, expected, openStage, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const kRouted = { routing: 'hash' };
const kLong = 'tuan-tra-rung-khe-lam-2024';
const [kFirst, kSecond] = sample._bantin.departments.map((/** @type {{id: string}} */ department) => department.id);

/** What the reader shows, and where; the page's own function. */
const shown = () => {
  const { departments, from, to, query, article, results } = window.reader;
  const scroller = window.inside('article')?.parentElement;
  const top = (scroller?.getBoundingClientRect().top ?? 0) + 9;
  /** @type {Element[]} */
  const blocks = [...window.reader.shadowRoot.querySelectorAll('article :is(h2, h3, p, figcaption)')];
  const block = blocks.find((each) => each.getBoundingClientRect().bottom > top)?.textContent ?? '';
  return { departments, from, to, query, article, total: results.total, block };
};

const address = () => ({ hash: location.hash, search: location.search, length: history.length });

/** @param {Driver} driver @param {RegExp} wanted */
const addressed = (driver, wanted) =>
  until(5, `an address like ${wanted}`, async () =>
    wanted.test(decodeURIComponent((await driver.evaluate(address)).hash)),
  );

/** @param {Driver} driver @param {Partial<ReturnType<typeof shown>>} wanted */
async function assertShows(driver, wanted) {
  let now = await driver.evaluate(shown);
  const asWanted = () => Object.entries(wanted).every(([name, value]) => /** @type {any} */ (now)[name] === value);
  for (let tries = 0; tries < 40 && !asWanted(); ++tries) {
    await driver.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    now = await driver.evaluate(shown);
  }
  assert.deepEqual({ ...now, ...wanted }, now);
}

/** @param {Driver} driver @param {number} steps  in the history */
async function go(driver, steps) {
  await driver.evaluate((by) => {
    const moved = new Promise((done) => addEventListener('popstate', done, { once: true }));
    history.go(by);
    return moved.then(() => window.painted());
  }, steps);
}

/** @param {Driver} driver @param {string} selector  of what is in the scroller @param {number} top */
const scrollTo = (driver, selector, top) =>
  driver.evaluate(
    (wanted, place) => {
      window.inside(wanted).closest('.scroller').scrollTop = place;
      return window.painted();
    },
    selector,
    top,
  );

describe('a shared link', () => {
  test('opens the same filter, query, article and place in it', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted);
    await driver.evaluate((id) => window.reader.setFilter({ departments: [id], from: '2024-01-01' }), 'so-nnptnt');
    await driver.evaluate(() => window.reader.setFilter({ query: 'rừng & nước' }));
    await driver.evaluate((id) => window.reader.openArticle(id), kLong);
    await scrollTo(driver, 'article', 1500);
    await addressed(driver, /doan=[1-9]/);
    const { block, ...state } = await driver.evaluate(shown);
    const link = await driver.evaluate(() => location.href);
    const other = await launchFor(t, 'chromium', {});
    await other.open(link);
    await other.evaluate(() => window.ready());
    await assertShows(other, { ...state, block });
    assert.equal(state.article, kLong);
    assert.ok(state.total > 0 && state.total < sample.items.length);
    assert.equal(await other.evaluate(() => location.href), link);
  });

  test('opens the list where it was', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted);
    await scrollTo(driver, 'li.item', 3000);
    await addressed(driver, /dong=[1-9]/);
    const top = () => {
      const scroller = window.inside('li.item').closest('.scroller').getBoundingClientRect();
      /** @type {Element[]} */
      const rows = [...window.reader.shadowRoot.querySelectorAll('li.item')];
      return rows.find((row) => row.getBoundingClientRect().bottom > scroller.top + 1)?.getAttribute('aria-posinset');
    };
    const row = await driver.evaluate(top);
    const link = await driver.evaluate(() => location.href);
    const other = await launchFor(t, 'chromium', {});
    await other.open(link);
    await other.evaluate(() => window.ready());
    await until(5, `row ${row} at the top`, async () => (await other.evaluate(top)) === row);
  });

  test('that nobody wrote shows what is usable of it', async (t) => {
    const driver = await launchFor(t, 'chromium', {});
    const parameters = new URLSearchParams({ src: 'data/sample.json', ...kRouted });
    await driver.open(
      `${server.url}stage.html?${parameters}#bantin:don-vi=${kFirst}&tu=2022-13-45&bai=khong-co&xyz=1&%`,
    );
    await driver.evaluate(() => window.ready());
    await assertShows(driver, {
      departments: kFirst,
      from: '',
      article: '',
      total: expected({ departments: [kFirst] }).total,
    });
  });
});

describe('back and forward', () => {
  test('step through filters and articles, as the reader chose them', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted, { height: 1100 });
    const { length } = await driver.evaluate(address);
    await driver.evaluate((id) => window.reader.setFilter({ departments: [id] }), kFirst);
    const { ids, total } = expected({ departments: [kFirst] });
    await clickOn(driver, 'li a', 1);
    await clickOn(driver, 'li a', 2);
    assert.equal((await driver.evaluate(address)).length, length + 3);
    await go(driver, -1);
    await assertShows(driver, { departments: kFirst, article: ids[1], total });
    await go(driver, -1);
    await assertShows(driver, { departments: kFirst, article: '', total });
    await go(driver, -1);
    await assertShows(driver, { departments: '', article: '', total: sample.items.length });
    assert.equal((await driver.evaluate(address)).hash, '');
    await go(driver, 3);
    await assertShows(driver, { departments: kFirst, article: ids[2], total });
    assert.equal((await driver.evaluate(address)).length, length + 3);
  });

  test('going back to an article finds the place in it', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted);
    await driver.evaluate((id) => window.reader.openArticle(id), kLong);
    await scrollTo(driver, 'article', 1200);
    await addressed(driver, /doan=[1-9]/);
    const { block } = await driver.evaluate(shown);
    await driver.evaluate((id) => window.reader.openArticle(id), sample.items[0].id);
    await go(driver, -1);
    await assertShows(driver, { article: kLong, block });
  });

  test('typing and scrolling make no entries', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted);
    await driver.evaluate((id) => window.reader.openArticle(id), kLong);
    const { length } = await driver.evaluate(address);
    await clickOn(driver, 'input[type=search]');
    await driver.type('chuyển đổi số');
    await addressed(driver, /tim=chuyển\+đổi\+số/);
    for (const top of [100, 400, 900]) await scrollTo(driver, 'article', top);
    await addressed(driver, /doan=[1-9]/);
    assert.equal((await driver.evaluate(address)).length, length);
    await go(driver, -1);
    await assertShows(driver, { query: '', article: '' });
  });

  test('a drag over the timeline is one step, and back undoes it', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted);
    const { length } = await driver.evaluate(address);
    const { left, y, width } = await driver.evaluate(() => {
      const box = window.inside('.drag_area').getBoundingClientRect();
      return { left: box.left, y: box.top + box.height / 2, width: box.width };
    });
    await driver.drag({ x: left + width * 0.2, y }, { x: left + width * 0.6, y });
    await addressed(driver, /tu=\d/);
    await new Promise((later) => setTimeout(later, 500));
    assert.equal((await driver.evaluate(address)).length, length + 1);
    await go(driver, -1);
    await assertShows(driver, { from: '', total: sample.items.length });
  });
});

describe('several readers', () => {
  test('with ids of their own do not disturb each other', async (t) => {
    const driver = await openStage(t, server, 'chromium', { ...kRouted, id: 'tren' });
    await driver.evaluate(async () => {
      const other = document.createElement('ban-tin');
      other.id = 'duoi';
      other.setAttribute('routing', 'hash');
      other.setAttribute('src', 'data/sample.json');
      document.body.append(other);
      await new Promise((done) => other.addEventListener('bantin-ready', done));
    });
    const both = () => {
      const other = /** @type {BanTinElement} */ (document.querySelector('#duoi'));
      return { upper: window.reader.departments, lower: other.departments, hash: location.hash };
    };
    await driver.evaluate((id) => window.reader.setFilter({ departments: [id] }), kFirst);
    assert.deepEqual(await driver.evaluate(both), { upper: kFirst, lower: '', hash: `#tren:don-vi=${kFirst}` });
    await driver.evaluate(
      (id) => /** @type {BanTinElement} */ (document.querySelector('#duoi')).setFilter({ departments: [id] }),
      kSecond,
    );
    assert.deepEqual(await driver.evaluate(both), { upper: kFirst, lower: kSecond, hash: `#duoi:don-vi=${kSecond}` });
    await go(driver, -1);
    assert.equal((await driver.evaluate(both)).upper, kFirst);
    await go(driver, 1);
    assert.deepEqual(await driver.evaluate(both), { upper: kFirst, lower: kSecond, hash: `#duoi:don-vi=${kSecond}` });
  });

  test('one that has left no longer follows the address', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted);
    await driver.evaluate((id) => window.reader.setFilter({ departments: [id] }), kFirst);
    const { length, hash } = await driver.evaluate(address);
    const still = await driver.evaluate(async () => {
      window.reader.remove();
      await new Promise((done) => setTimeout(done, 400));
      location.hash = '#khac';
      await new Promise((done) => setTimeout(done, 400));
      return location.hash;
    });
    assert.equal(hash, `#bantin:don-vi=${kFirst}`);
    assert.equal(still, '#khac');
    assert.equal((await driver.evaluate(address)).length, length + 1);
  });
});

describe("the page's own address", () => {
  test('never changes without routing, and is not read', async (t) => {
    const driver = await launchFor(t, 'chromium', {});
    const hash = `#bantin:don-vi=${kFirst}`;
    await driver.open(`${server.url}stage.html?src=data/sample.json${hash}`);
    await driver.evaluate(() => window.ready());
    const before = await driver.evaluate(address);
    await assertShows(driver, { departments: '', total: sample.items.length });
    await driver.evaluate((id) => window.reader.setFilter({ departments: [id] }), kSecond);
    await clickOn(driver, 'li a');
    await scrollTo(driver, 'article', 600);
    await clickOn(driver, 'input[type=search]');
    await driver.type('so');
    await driver.evaluate(() => new Promise((done) => setTimeout(done, 700)));
    assert.deepEqual(await driver.evaluate(address), before);
  });

  test("a hash of the page's own stays until the reader is used, and comes back after", async (t) => {
    const driver = await launchFor(t, 'chromium', {});
    const parameters = new URLSearchParams({ src: 'data/sample.json', ...kRouted });
    await driver.open(`${server.url}stage.html?${parameters}#lien-he`);
    await driver.evaluate(() => window.ready());
    await driver.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    assert.equal((await driver.evaluate(address)).hash, '#lien-he');
    await driver.evaluate((id) => window.reader.setFilter({ departments: [id] }), kFirst);
    assert.equal((await driver.evaluate(address)).hash, `#bantin:don-vi=${kFirst}`);
    await go(driver, -1);
    await assertShows(driver, { departments: '', total: sample.items.length });
    assert.equal((await driver.evaluate(address)).hash, '#lien-he');
  });

  test('a link within the page changes nothing in the reader, and the reader nothing in it', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted);
    await driver.evaluate((id) => window.reader.openArticle(id), kLong);
    await driver.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 600));
      location.hash = '#muc-2';
      await new Promise((done) => setTimeout(done, 600));
    });
    await assertShows(driver, { article: kLong });
    assert.equal((await driver.evaluate(address)).hash, '#muc-2');
    await go(driver, -1);
    await assertShows(driver, { article: kLong });
  });

  test('scrolling in the reader does not take a place of the page out of the address', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted);
    await driver.evaluate(() => (location.hash = '#muc-2'));
    await scrollTo(driver, 'li.item', 2000);
    await driver.evaluate(() => new Promise((done) => setTimeout(done, 600)));
    assert.equal((await driver.evaluate(address)).hash, '#muc-2');
  });

  test('the parameters of the page stay', async (t) => {
    const driver = await openStage(t, server, 'chromium', kRouted);
    const { search } = await driver.evaluate(address);
    await driver.evaluate((id) => window.reader.openArticle(id), kLong);
    assert.equal((await driver.evaluate(address)).search, search);
  });
});
