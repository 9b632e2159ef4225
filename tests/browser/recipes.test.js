/** Each recipe of the README, pasted as it stands into a page of a site that has dist/ at /bantin/. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { temporaryFolder } from './drivers/children.js';
import { until } from './drivers/deadline.js';
import { launch } from './drivers/driver.js';
import { recipes } from './recipes.js';
import { serve } from './server.js';
import { dayOf, dist, expected, itemOf, pages, root, sample } from './stage.js';

const site = temporaryFolder('site');
const all = recipes();
const integrity = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
const kPlain = all.get('A plain page')?.html ?? '';
/** Each has a test of its own below. */
const kNames = [
  'A plain page',
  'WordPress',
  'A strict content policy',
  'A host that takes one script',
  'With integrity',
  'An ES module',
  'npm',
  'A frame of another site',
  'A page without a network',
];

/** @type {import('./drivers/driver.js').Driver} */
let driver;
/** @type {import('./server.js').Server} */
let server;
before(async () => {
  mkdirSync(join(site.path, 'node_modules'));
  symlinkSync(dist, join(site.path, 'bantin'));
  symlinkSync(root, join(site.path, 'node_modules/bantin'));
  server = await serve({ folders: [site.path, pages] });
  driver = await launch('chromium');
});
beforeEach(() => void (server.requests.length = 0));
after(async () => {
  await driver?.close();
  await server.close();
  site.remove();
});

/**
 * A page with that in its body, opened.
 * @param {string} body @param {{head?: string, host?: import('./server.js').Server, watch?: string}} [options]
 */
async function open(body, { head = '', host = server, watch = '<script src="/recipe.js"></script>' } = {}) {
  writeFileSync(join(site.path, 'recipe.js'), kWatch);
  const start = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><link rel="icon" href="/empty.svg">';
  writeFileSync(join(site.path, 'page.html'), `${start}${watch}${head}</head><body><main>${body}</main></body></html>`);
  await driver.open(`${host.url}page.html`);
}

/** What a page heard, in `events` and `violations`. */
const kWatch = `
  window.events = [];
  window.violations = [];
  for (const type of ['bantin-ready', 'bantin-filter', 'bantin-article', 'bantin-error'])
    document.addEventListener(type, ({ detail }) => events.push({ type, detail }));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));`;

/** The reader's state once it lists that many. @param {number} total */
async function assertListed(total) {
  await until(20, `${total} articles`, () =>
    driver.evaluate((/** @type {number} */ wanted) => {
      window.reader = /** @type {BanTinElement} */ (/** @type {unknown} */ (document.querySelector('ban-tin')));
      return window.reader?.results?.total === wanted && Boolean(window.reader.shadowRoot.querySelector('.item'));
    }, total),
  );
  const errors = await driver.evaluate(() => window.events.filter(({ type }) => type === 'bantin-error'));
  assert.deepEqual(errors, []);
}

const everything = expected({}).total;
const ofHealth = expected({ departments: ['so-yt'] }).total;

test('each recipe of the README is tried here', () => {
  assert.deepEqual([...all.keys()], kNames);
  for (const [name, blocks] of all) assert.equal(Object.keys(blocks).length, 1, name);
});

test('a plain page', async () => {
  await open(kPlain);
  await assertListed(everything);
  assert.ok(server.requests.includes('/bantin/bantin.wasm'));
});

test('WordPress, its line ends made <p> and <br>', async () => {
  const pasted = all.get('WordPress')?.html ?? '';
  await open(`<p>${pasted.trim().replace('\n', '<br />\n')}</p>\n<p></p>`);
  await assertListed(ofHealth);
  assert.equal(await driver.evaluate(() => window.reader.offsetHeight), 576);
});

test('a strict content policy', async (t) => {
  const [name, policy] = (all.get('A strict content policy')?.http ?? '').trim().split(': ');
  assert.equal(name, 'Content-Security-Policy');
  const strict = await serve({ folders: [site.path, pages], headers: { '/page.html': { [name]: policy } } });
  t.after(() => strict.close());
  await open(kPlain, { host: strict });
  await assertListed(everything);
  assert.deepEqual(await driver.evaluate(() => window.violations), []);
});

test('one script', async () => {
  await open(all.get('A host that takes one script')?.html ?? '');
  await assertListed(everything);
  const scripts = server.requests.filter((path) => /\.(js|wasm|mjs)$/.test(path));
  assert.deepEqual(scripts, ['/recipe.js', '/bantin/bantin.all.js']);
});

test('with integrity, and a script that is another one is not run', async () => {
  const pasted = all.get('With integrity')?.html ?? '';
  await open(pasted.replace('sha384-…', integrity['bantin.all.js']));
  await assertListed(everything);
  await open(pasted.replace('sha384-…', integrity['bantin.js']));
  assert.equal(await driver.evaluate(() => customElements.get('ban-tin') === undefined), true);
});

test('an ES module', async () => {
  await open(all.get('An ES module')?.html ?? '');
  await assertListed(ofHealth);
  await driver.evaluate(async () => window.reader.openArticle((await window.reader.results.ids(0, 1))[0]));
  await until(
    10,
    'its lazy parts',
    async () =>
      ['bundle', 'tools'].every((part) => server.requests.includes(`/bantin/bantin.${part}.mjs`)) || undefined,
  );
  const fonts = await driver.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
  assert.ok(fonts >= 2, `${fonts} fonts`);
});

test('npm, where a bundler or an import map finds it', async () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const map = { imports: { bantin: exports['.'].default.replace('./', '/node_modules/bantin/') } };
  const code = all.get('npm')?.js ?? '';
  await open(`<script type="module">${code}</script>`, {
    head: `<script type="importmap">${JSON.stringify(map)}</script>`,
  });
  await assertListed(everything);
});

test('a frame of another site: as high as its rows, no higher than it may be', async (t) => {
  const other = await serve({ folders: [site.path, pages] });
  t.after(() => other.close());
  const pasted = (all.get('A frame of another site')?.html ?? '')
    .replaceAll('https://tin.example.gov.vn', new URL(other.url).origin)
    .replaceAll('https://www.example.gov.vn', new URL(server.url).origin);
  await open(pasted);
  const height = () => driver.evaluate(() => document.querySelector('iframe')?.offsetHeight);
  assert.equal(await height(), 640);
  await until(20, '900 px', async () => (await height()) === 900 || undefined);
  // One row: the newest article's.
  const newest = itemOf(expected({}).ids[0]);
  await open(pasted.replace('&max', `&from=${dayOf(newest)}&departments=${newest._bantin.department}&max`));
  await until(20, 'a lower frame', async () => Number(await height()) < 640 || undefined);
});

test('a page without a network', async (t) => {
  const folder = temporaryFolder('without-network');
  t.after(async () => folder.remove());
  cpSync(dist, folder.path, { recursive: true });
  const page = join(folder.path, 'index.html');
  const pasted = all.get('A page without a network')?.html ?? '';
  writeFileSync(page, readFileSync(page, 'utf8').replace('</body>', `${pasted}</body>`));
  execFileSync(process.execPath, [join(root, 'web/offline_files.js'), folder.path]);
  const host = await serve({ folders: [folder.path] });
  const age = () => driver.evaluate(() => document.getElementById('age')?.textContent);
  const days = sample.items.map(dayOf).sort();
  const [year, month, day] = days[days.length - 1].split('-');
  const isTold = () =>
    until(30, 'the age', async () => (await age()) === `Tin đến ngày ${day}/${month}/${year}` || undefined);
  await driver.open(`${host.url}index.html`);
  await isTold();
  await host.close();
  await driver.open(`${host.url}index.html`);
  await isTold();
  await until(20, 'all articles', () =>
    driver.evaluate((wanted) => document.querySelector('ban-tin')?.results?.total === wanted, everything),
  );
});
