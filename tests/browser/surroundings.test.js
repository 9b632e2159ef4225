/** Other people's pages (pages/surroundings): in each the reader is whole and the page is as it was. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { until } from './drivers/deadline.js';
import { engines, launch } from './drivers/driver.js';
import { inkIn } from './ink.js';
import { blocksStanding, blocksWanted, expected, itemOf, root, sample, screenshotOf, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {import('./server.js').Server} Server */

const kStrict = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:";
const kPolicy = { 'Content-Security-Policy': kStrict };
const kIds = expected({}).ids;
/** With headings, lists, quotations. */
const kArticle = sample.items.reduce((/** @type {any} */ a, /** @type {any} */ b) =>
  (b.content_html ?? '').length > (a.content_html ?? '').length ? b : a,
);

/** A page, what is odd about it, and how the host serves it. @type {[page: string, name: string, serve?: Partial<import('./server.js').ServeOptions>][]} */
const kPages = [
  ['wordpress.html', 'a WordPress post, the two lines in a block whose line ends became <p> and <br>'],
  ['strict.html', 'a strict content policy', { headers: { '/surroundings/strict.html': kPolicy } }],
  ['global.html', 'rules for every element, all of them !important'],
  ['unset.html', 'everything unset'],
  ['rtl.html', 'a page from right to left'],
  ['plain.html', 'an engine served as text', { wasmType: 'text/plain; charset=utf-8' }],
  ['plain.html', 'an engine served as bytes', { wasmType: 'application/octet-stream' }],
  ['all.html', 'one script and nothing else of ours'],
];

for (const engine of engines) {
  describe(engine, () => {
    /** @type {Driver} */
    let driver;
    /** What the browser itself complains of, as far as its driver hears it. @type {string[]} */
    const complaints = [];
    before(async () => {
      driver = await launch(engine);
      const console = driver.page ?? (engine === 'firefox' ? driver.native : null);
      console?.on('console', (/** @type {any} */ said) => {
        if (said.type() === 'error' || /polic|refused|CSP/i.test(said.text())) complaints.push(said.text());
      });
    });
    after(() => driver?.close());

    for (const [page, name, options] of kPages) {
      test(name, async (t) => {
        const server = await setStage({ isolated: false, ...options });
        t.after(() => server.close());
        await driver.open(`${server.url}surroundings/${page}`);
        await driver.evaluate(() => window.ready());
        await assertWhole(driver);
        assert.deepEqual(complaints.splice(0), []);
        if (page === 'strict.html') assert.ok(server.requests.includes('/bantin.bundle.js'));
        if (page === 'all.html') {
          const ours = server.requests.filter((path) => /bantin|\.wasm/.test(path));
          assert.deepEqual(ours, ['/bantin.all.js']);
        }
      });
    }

    test('a frame whose sandbox allows scripts alone', async (t) => {
      const server = await setStage({ isolated: false, headers: { '*': { 'Access-Control-Allow-Origin': '*' } } });
      t.after(() => server.close());
      await driver.open(`${server.url}surroundings/sandboxed.html`);
      const { data, origin } = await until(20, 'word from the frame', () => driver.evaluate(() => window.messages[0]));
      assert.equal(origin, 'null');
      assertTitles(data.titles);
      assert.equal(data.id, kIds[0]);
      assert.ok(data.article.includes(itemOf(kIds[0]).title) && data.article.length > 500, data.article);
      assert.deepEqual([data.failures, data.violations, data.changes], [[], [], []]);
      assert.equal(data.renderer, 'webgl2');
    });

    test('everything unset and nothing put back: a block of the usual height, over nothing else', {}, async (t) => {
      const server = await setStage({ isolated: false });
      t.after(() => server.close());
      await driver.open(`${server.url}surroundings/unset.html`);
      await driver.evaluate(() => window.ready());
      const boxes = await driver.evaluate(async () => {
        const style = document.createElement('style');
        style.textContent = '* { all: unset } head, script, style { display: none }';
        document.head.append(style);
        const second = document.createElement('ban-tin');
        second.setAttribute('src', '../data/sample.json');
        for (const link of document.querySelectorAll('link[rel=stylesheet]')) link.remove();
        const shown = new Promise((done) => second.addEventListener('bantin-ready', done));
        document.body.append(second);
        await shown;
        await window.painted();
        const box = (/** @type {Element | null | undefined} */ element) => {
          const { left, top, width, height } = /** @type {Element} */ (element).getBoundingClientRect();
          return [left, top, width, height].map(Math.round);
        };
        return [box(second), box(second.shadowRoot?.querySelector('.layer')), [innerWidth, innerHeight]];
      });
      const [own, layer, [width, height]] = boxes;
      assert.deepEqual(own.slice(2), [width, Math.min(640, height)]);
      assert.deepEqual(layer, own);
    });

    test('a framework that moves the reader: it keeps its filter and its article', async (t) => {
      await openFramework(t, driver);
      const states = await driver.evaluate(moves, kArticle.id);
      const { total } = expected({ query: 'nuoc' });
      assert.deepEqual(
        states.map(({ top, ...state }) => state),
        Array(4).fill({ article: kArticle.id, query: 'nuoc', total }),
      );
    });

    test('… and where somebody has scrolled to', async (t) => {
      await openFramework(t, driver);
      const states = await driver.evaluate(moves, kArticle.id);
      assert.deepEqual(
        states.map(({ top }) => top),
        [300, 300, 300, 300],
      );
    });

    test('a framework that adds, moves and removes readers again and again: what goes leaves nothing', async (t) => {
      await openFramework(t, driver);
      const before = await driver.evaluate(() => window.held());
      const held = await driver.evaluate(async () => {
        for (let round = 0; round < 12; ++round) {
          window.render([`k${round}`, `k${round + 1}`]);
          await window.shown(`k${round}`);
          window.render([`k${round + 1}`, 'x', `k${round}`]);
        }
        const during = window.held();
        window.render([]);
        await new Promise((done) => setTimeout(done, 500));
        return { during, after: window.held() };
      });
      assert.deepEqual(held.after, before);
      assert.ok(held.during.contexts <= 3, `${held.during.contexts} contexts of 3 readers`);
    });
  });
}

/** @param {{after: (fn: () => Promise<void>) => void}} t @param {Driver} driver */
async function openFramework(t, driver) {
  const server = await setStage({ isolated: false });
  t.after(() => server.close());
  await driver.open(`${server.url}surroundings/framework.html`);
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 200)));
}

/** The state of a reader after each of four moves. Runs inside the page. @param {string} id  of the article to be open */
async function moves(id) {
  const pause = () => new Promise((done) => setTimeout(done, 300));
  window.render(['a', 'b']);
  await Promise.all(['a', 'b'].map(window.shown));
  const reader = window.element('a');
  await reader.setFilter({ query: 'nuoc' });
  await reader.openArticle(id);
  await pause();
  const pane = () => reader.shadowRoot.querySelector('article')?.closest('.scroller');
  pane()?.scrollTo(0, 300);
  await pause();
  const states = [];
  for (const keys of [
    ['b', 'a'],
    ['a', 'b'],
    ['c', 'b', 'a'],
    ['a', 'c'],
  ]) {
    window.render(keys);
    await Promise.all(keys.map(window.shown));
    await pause();
    const { article, results, query } = reader;
    states.push({ article, total: results.total, query, top: Math.round(pane()?.scrollTop ?? -1) });
  }
  return states;
}

/** @param {string[]} titles  rows that are there */
function assertTitles(titles) {
  assert.ok(titles.length >= 3, `${titles.length} rows`);
  const wanted = kIds.slice(0, titles.length).map((id) => itemOf(id).title.replace(/\s+/g, ' ').trim());
  assert.deepEqual(
    titles.map((title) => title.replace(/\s+/g, ' ').trim()),
    wanted,
  );
}

/** Of the rows that are there, whole; none: not yet. @param {Driver} driver */
async function titlesIn(driver) {
  const titles = await driver.evaluate(() =>
    [...window.reader.shadowRoot.querySelectorAll('.item .link')].map(
      (link) => link.getAttribute('data-whole') ?? link.textContent ?? '',
    ),
  );
  return titles.length > 0 ? titles : undefined;
}

/** The feed in rows, an article word by word, both drawn; the page around as it was, nobody refused anything. @param {Driver} driver */
async function assertWhole(driver) {
  assert.deepEqual(await driver.evaluate(() => window.events.map(({ type }) => type)), ['bantin-ready']);
  assertTitles((await until(10, 'rows', () => titlesIn(driver))) ?? []);
  assert.deepEqual(await driver.evaluate(() => window.changes()), []);
  await driver.evaluate(async (/** @type {string} */ id) => {
    window.reader.scrollIntoView();
    await window.reader.openArticle(id);
    await window.painted();
  }, kArticle.id);
  assert.deepEqual(await driver.evaluate(blocksStanding), await driver.evaluate(blocksWanted, kArticle));
  assert.deepEqual(await driver.evaluate(() => window.changes()), []);
  const box = await driver.evaluate(() => {
    const { left, top, width, height } = window.reader.getBoundingClientRect();
    const scrollers = [...window.reader.shadowRoot.querySelectorAll('.scroller')];
    const row = window.inside('.item').getBoundingClientRect();
    const article = window.inside('article').getBoundingClientRect();
    return { left, top, width, height, panes: scrollers.length, row: row.left - left, article: article.left - left };
  });
  assert.ok(box.width >= 300 && box.height >= 400, JSON.stringify(box));
  if (box.panes > 1) assert.ok(box.row < box.article, 'the list is at the left, whatever the page');
  assert.equal(await driver.evaluate(() => window.reader.stats.renderer), 'webgl2');
  const { left, top, width, height } = box;
  const area = { left: left + 4, top: top + 4, right: left + width - 4, bottom: Math.min(top + height, 700) - 4 };
  await until(10, 'ink', async () => inkIn(await screenshotOf(driver), 1, area).inked > 2000 || undefined);
  assert.deepEqual(await driver.evaluate(() => [window.violations, window.failures]), [[], []]);
}
