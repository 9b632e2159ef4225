/**
 * A reader over what `bantin pack` makes of thousands of articles (a hundred thousand with --long): search answers as
 * over the plain feed, and parts that are damaged, missing or slow, or a bundle that is replaced, cost nothing for long.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, openSync, closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { hostBundle } from './bundle_host.js';
import { temporaryFolder } from './drivers/children.js';
import { openStage, pages, dist, root, setStage } from './stage.js';

const command = process.env.BANTIN_COMMAND ?? join(root, 'build/native/bantin');
const corpus = join(root, 'build/native/bantin_corpus');
const skip = [command, corpus].find((file) => !existsSync(file))
  ? `${command} and ${corpus} are not both built`
  : false;
const kCount = process.env.BANTIN_LONG ? 100_000 : 3000;
const kOpen = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };

/** Files of a folder, read when they are asked for. */
class FolderFiles extends Map {
  /** @param {string} folder */
  constructor(folder) {
    super();
    this.folder = folder;
  }
  /** @param {string} path */
  get(path) {
    const file = join(this.folder, path);
    return existsSync(file) ? readFileSync(file) : undefined;
  }
}

/** @param {string} folder @param {string[]} options @param {string} into  a bundle, made or continued */
function pack(folder, options, into) {
  const feed = join(folder, 'feed.json');
  const file = openSync(feed, 'w');
  execFileSync(corpus, [String(kCount), ...options], { stdio: ['ignore', file, 'ignore'] });
  closeSync(file);
  execFileSync(command, ['pack', feed, '-o', into], { stdio: 'ignore' });
  return feed;
}

/** @param {() => Promise<boolean>} holds @param {string} what */
async function until(holds, what) {
  const end = Date.now() + 30_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `${what}, in time`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

suite('a reader over a packed bundle', { skip }, () => {
  const folder = temporaryFolder('library-packed');
  const bundle = join(folder.path, 'data');
  /** @type {import('./server.js').Server} */
  let stage;
  before(async () => {
    pack(folder.path, [], bundle);
    stage = await setStage({ folders: [dist, pages, folder.path] });
  });
  after(async () => {
    await stage?.close();
    folder.remove();
  });

  /** @param {any} t @param {string} [from] */
  async function opened(t, from = bundle) {
    const host = await hostBundle(new FolderFiles(from), kOpen);
    t.after(() => host.close());
    const driver = await openStage(t, stage, 'chromium', { src: host.base });
    return { host, driver };
  }

  /** @param {import('./drivers/driver.js').Driver} driver @param {string} query */
  const answer = (driver, query) =>
    driver.evaluate(async (/** @type {string} */ text) => {
      const reader = /** @type {any} */ (document.querySelector('ban-tin'));
      await reader.setFilter({ query: text });
      const { total, byDepartment, byMonth } = reader.results;
      return { total, byDepartment, byMonth, ids: await reader.results.ids(0, 20) };
    }, query);

  /** @param {import('./drivers/driver.js').Driver} driver */
  const titles = (driver) =>
    driver.evaluate(() => {
      const shadow = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
      return [...shadow.querySelectorAll('.item a')].map((link) => link.textContent?.trim());
    });

  /** @param {import('./drivers/driver.js').Driver} driver */
  const scrollToEnd = (driver) =>
    driver.evaluate(() => {
      const shadow = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
      /** @type {Element} */ (shadow.querySelector('.scroller')).scrollTop = 1e9;
    });

  /** @param {import('./drivers/driver.js').Driver} driver */
  const hasRetry = (driver) =>
    driver.evaluate(() => {
      const shadow = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
      return [...shadow.querySelectorAll('.item button')].some((button) => button.textContent?.trim() === 'Thử lại');
    });

  test('answers queries as a reader over the plain feed does', async (t) => {
    const few = join(folder.path, 'few');
    const feed = join(folder.path, 'few.json');
    const file = openSync(feed, 'w');
    execFileSync(corpus, ['2000'], { stdio: ['ignore', file, 'ignore'] });
    closeSync(file);
    execFileSync(command, ['pack', feed, '-o', few], { stdio: 'ignore' });
    const { driver } = await opened(t, few);
    const plain = await openStage(t, stage, 'chromium', { src: 'few.json' });
    for (const query of [
      'hội nghị',
      'HOI NGHI',
      'thực hi',
      'ủy ban nhân dân',
      'n',
      'không-có-chữ-này',
      'đ kế hoạch 2',
      '',
    ]) {
      assert.deepEqual(await answer(driver, query), await answer(plain, query), query);
    }
    assert.ok((await answer(driver, 'hội nghị')).total > 0);
  });

  test('reads a part that comes damaged twice', async (t) => {
    const { host, driver } = await opened(t);
    await until(async () => (await titles(driver)).length > 0, 'rows');
    host.faults.set('*', (_request, response, bytes, time) => {
      const sent = time < 2 && bytes ? bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte)) : bytes;
      response.writeHead(200).end(sent);
    });
    await scrollToEnd(driver);
    const last = await driver.evaluate(async () => {
      const { total, ids } = /** @type {any} */ (document.querySelector('ban-tin')).results;
      return ids(total - 1, 1);
    });
    assert.equal(last.length, 1);
    await until(async () => (await titles(driver)).length > 2 && !(await hasRetry(driver)), 'rows at the end');
  });

  test('says where a part is missing, and shows it when it is there again', async (t) => {
    const { host, driver } = await opened(t);
    await until(async () => (await titles(driver)).length > 0, 'rows');
    host.faults.set('*', (_request, response) => response.writeHead(404).end());
    await scrollToEnd(driver);
    await until(() => hasRetry(driver), 'rows to be retried');
    host.faults.clear();
    await driver.evaluate(() => {
      const shadow = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
      const buttons = [...shadow.querySelectorAll('.item button')];
      /** @type {HTMLElement} */ (buttons.find((button) => button.textContent?.trim() === 'Thử lại')).click();
    });
    await until(async () => (await titles(driver)).length > 2 && !(await hasRetry(driver)), 'rows');
  });

  test('stays at work while a part is slow', async (t) => {
    const { host, driver } = await opened(t);
    await until(async () => (await titles(driver)).length > 0, 'rows');
    host.faults.set('*', (_request, response, bytes) => setTimeout(() => response.writeHead(200).end(bytes), 1500));
    await scrollToEnd(driver);
    const total = await driver.evaluate(async () => {
      const reader = /** @type {any} */ (document.querySelector('ban-tin'));
      const start = performance.now();
      await reader.setFilter({ from: '2020-01-01', to: '2020-12-31' });
      if (performance.now() - start > 1000) throw new Error('the filter waited for the part');
      await reader.clearFilter();
      return reader.results.total;
    });
    assert.equal(total, kCount);
    await scrollToEnd(driver);
    await until(async () => (await titles(driver)).length > 2 && !(await hasRetry(driver)), 'rows at the end');
  });

  test('goes over to a newer bundle while it is read', async (t) => {
    const { host, driver } = await opened(t);
    const before = await driver.evaluate(() => /** @type {any} */ (document.querySelector('ban-tin')).results.total);
    assert.equal(before, kCount);
    const opening = (await answer(driver, '')).ids[3];
    await driver.evaluate(
      (/** @type {string} */ id) => /** @type {any} */ (document.querySelector('ban-tin')).openArticle(id),
      opening,
    );
    pack(folder.path, ['--edit', '1', '--add', '10'], bundle);
    await driver.evaluate(() => /** @type {any} */ (document.querySelector('ban-tin')).closeArticle());
    // The parts of the bundle before are still there; when one of them is gone, the reader looks for a newer one.
    host.faults.set('*', (_request, response, bytes) =>
      response.writeHead(bytes && host.count('bundle.json') > 1 ? 200 : 404).end(bytes),
    );
    await scrollToEnd(driver);
    await until(
      () =>
        driver.evaluate(
          (/** @type {number} */ wanted) =>
            /** @type {any} */ (document.querySelector('ban-tin')).results.total === wanted,
          kCount + 10,
        ),
      'the newer bundle',
    );
  });
});
