/** The reader's own fonts: loaded, drawn with, done without, gone with the last reader. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from './drivers/children.js';
import { launchFor } from './drivers/driver.js';
import { dist, openPage, openStage, sample, setStage } from './stage.js';

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const kArticle = sample.items[0].id;

/** In the page: whether every face that a first view needs arrives within ten seconds. */
async function fontsArrive() {
  const wanted = [
    '400 15px "Ban Tin UI"',
    '600 17px "Ban Tin UI"',
    '400 18px "Ban Tin Text"',
    '700 32px "Ban Tin Text"',
  ];
  const known = () => [...document.fonts].some(({ family }) => family.replaceAll('"', '') === 'Ban Tin Text');
  for (let i = 0; i < 200; ++i) {
    if (known() && wanted.every((font) => document.fonts.check(font, 'Sở Thông tin, Ấ Ề Ỗ Ữ ặ'))) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/** In the page: the reader's own faces, of which some are loaded. */
function ownFaces() {
  const own = [...document.fonts].filter(({ family }) => family.includes('Ban Tin'));
  return { registered: own.length, loaded: own.filter(({ status }) => status === 'loaded').length };
}

/**
 * In the page: the width of a text's first line in the layer, and the sum of its letters' widths in a font.
 * @param {string} selector @param {number} index @param {string} font
 */
function lineWidths(selector, index, font) {
  const line = window.inside(selector, index).querySelector('.line');
  const text = /** @type {string} */ (line.textContent).trimEnd();
  const range = document.createRange();
  range.setStart(line.firstChild, 0);
  range.setEnd(line.firstChild, text.length);
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  context.fontKerning = 'none';
  context.textRendering = 'geometricPrecision';
  context.font = font;
  const letters = [...text].reduce((sum, letter) => sum + context.measureText(letter).width, 0);
  return { text, family: getComputedStyle(line).fontFamily, layer: range.getBoundingClientRect().width, letters };
}

/** @param {import('./drivers/driver.js').Driver} driver @param {string} selector @param {number} index @param {string} font */
async function assertSetIn(driver, selector, index, font) {
  const { text, family, layer, letters } = await driver.evaluate(lineWidths, selector, index, font);
  assert.ok(text.length > 10, text);
  assert.ok(font.includes(family.split(',')[0]), `${font} is not the first of ${family}`);
  assert.ok(Math.abs(layer - letters) < 0.5, `${layer} in the layer, ${letters} in ${font}`);
}

/** @param {string[]} requests */
const fontsIn = (requests) => requests.filter((path) => path.startsWith('/fonts/'));

test('the fonts of a first view load, each once, italics not before a text has them', async (t) => {
  server.requests.length = 0;
  const driver = await openStage(t, server, 'chromium', { article: kArticle });
  assert.ok(await driver.evaluate(fontsArrive));
  assert.deepEqual(await driver.evaluate(ownFaces), { registered: 8, loaded: 6 });
  const wanted = ['text', 'ui-400', 'ui-600'].flatMap((name) => [`${name}-latin`, `${name}-vietnamese`]);
  assert.deepEqual(
    fontsIn(server.requests).sort(),
    wanted.map((name) => `/fonts/${name}.woff2`),
  );
});

test('lines are as wide as their letters in the fonts', async (t) => {
  const driver = await openStage(t, server, 'chromium', { article: kArticle });
  assert.ok(await driver.evaluate(fontsArrive));
  await driver.evaluate(() => window.painted());
  await assertSetIn(driver, 'article p', 2, '400 18px "Ban Tin Text"');
  await assertSetIn(driver, 'li a', 1, '600 17px "Ban Tin UI"'); // the first one has been read: it is lighter
});

test('until the fonts arrive the reader shows itself in others, then in them', async (t) => {
  const driver = await launchFor(t, 'chromium');
  /** @type {(value?: unknown) => void} */
  let open = () => {};
  const gate = new Promise((done) => (open = done));
  await driver.page?.route('**/fonts/*', (route) => gate.then(() => route.continue()));
  // Fonts delay the load event.
  await driver.page?.goto(`${server.url}stage.html?src=data/sample.json`, { waitUntil: 'domcontentloaded' });
  await driver.evaluate(async () => {
    const isShown = () => window.events.some(({ type }) => type === 'bantin-ready');
    for (let i = 0; i < 200 && !isShown(); ++i) await new Promise((done) => setTimeout(done, 50));
  });
  assert.equal((await driver.evaluate(ownFaces)).loaded, 0);
  const before = await driver.evaluate(lineWidths, 'li a', 0, 'sans-serif');
  open();
  assert.ok(await driver.evaluate(fontsArrive));
  await driver.evaluate(() => window.painted());
  await assertSetIn(driver, 'li a', 0, '600 17px "Ban Tin UI"');
  const after = await driver.evaluate(lineWidths, 'li a', 0, 'sans-serif');
  assert.notDeepEqual([before.text, before.layer], [after.text, after.layer]);
});

test('two readers share the faces; the last one to leave takes them away', async (t) => {
  const driver = await openStage(t, server, 'chromium');
  assert.ok(await driver.evaluate(fontsArrive));
  server.requests.length = 0;
  await driver.evaluate(async () => {
    const other = document.createElement('ban-tin');
    other.id = 'other';
    other.setAttribute('src', 'data/sample.json');
    document.body.append(other);
    await new Promise((done) => other.addEventListener('bantin-ready', done));
  });
  assert.equal((await driver.evaluate(ownFaces)).registered, 8);
  assert.deepEqual(fontsIn(server.requests), []);
  const left = () => new Promise((done) => setTimeout(done, 50));
  await driver.evaluate(() => document.getElementById('other')?.remove());
  await driver.evaluate(left);
  assert.equal((await driver.evaluate(ownFaces)).registered, 8);
  await driver.evaluate(() => window.reader.remove());
  await driver.evaluate(left);
  assert.equal((await driver.evaluate(ownFaces)).registered, 0);
});

test('a reader that leaves while it starts leaves no face behind', async (t) => {
  const driver = await openStage(t, server, 'chromium');
  await driver.evaluate(async () => {
    window.reader.remove();
    const brief = document.body.appendChild(document.createElement('ban-tin'));
    await Promise.resolve();
    brief.remove();
    await new Promise((done) => setTimeout(done, 1000));
  });
  assert.equal((await driver.evaluate(ownFaces)).registered, 0);
});

test("a page's own choice of font is used and the reader's own is not fetched", async (t) => {
  const driver = await openStage(t, server, 'chromium');
  await driver.evaluate(async () => {
    window.reader.remove();
    await new Promise((done) => setTimeout(done, 50));
  });
  server.requests.length = 0;
  const families = await driver.evaluate(async () => {
    const own = /** @type {BanTinElement} */ (document.createElement('ban-tin'));
    own.setAttribute('src', 'data/sample.json');
    own.style.setProperty('--bantin-font-body', 'monospace');
    document.body.append(own);
    await new Promise((done) => own.addEventListener('bantin-ready', done));
    await document.fonts.ready;
    return [...new Set([...document.fonts].map(({ family }) => family.replaceAll('"', '')))];
  });
  assert.deepEqual(families, ['Ban Tin UI']);
  assert.ok(
    fontsIn(server.requests).every((path) => path.includes('/ui-')),
    server.requests.join(),
  );
});

test('without the font files the reader works and says nothing', async (t) => {
  const folder = temporaryFolder('fontless');
  t.after(() => folder.remove());
  await cp(dist, folder.path, { recursive: true });
  await rm(join(folder.path, 'fonts'), { recursive: true });
  const bare = await setStage({ folders: [folder.path, join(import.meta.dirname, 'pages')] });
  t.after(() => bare.close());
  const driver = await openStage(t, bare, 'chromium', { article: kArticle });
  assert.ok(fontsIn(bare.requests).length > 0);
  assert.equal((await driver.evaluate(ownFaces)).loaded, 0);
  assert.equal(await driver.evaluate(() => window.inside('article h2').textContent), sample.items[0].title);
  assert.deepEqual(
    await driver.evaluate(() => window.events.map(({ type }) => type).filter((type) => /error/.test(type))),
    [],
  );
});

test('a policy that allows no fonts leaves the reader working', async (t) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'";
  const strict = await setStage({ headers: { '/stage.html': { 'Content-Security-Policy': policy } } });
  t.after(() => strict.close());
  const driver = await openStage(t, strict, 'chromium', { article: kArticle });
  assert.equal((await driver.evaluate(ownFaces)).loaded, 0);
  assert.equal(await driver.evaluate(() => window.inside('article h2').textContent), sample.items[0].title);
});

test('the one-file reader has its fonts inside and asks for nothing', async (t) => {
  const driver = await launchFor(t, 'chromium');
  /** @type {string[]} */
  const asked = [];
  driver.page?.on('request', (request) => asked.push(request.url()));
  const url = pathToFileURL(join(dist, 'reader.html')).href;
  await driver.open(url);
  assert.ok(await driver.evaluate(fontsArrive));
  assert.deepEqual(await driver.evaluate(ownFaces), { registered: 8, loaded: 8 });
  assert.deepEqual(
    asked.filter((address) => address !== url && !address.startsWith('data:,')),
    [],
  );
});

test('the licence and the holders of each font are in the notices', () => {
  const notices = readFileSync(join(dist, 'NOTICES.txt'), 'utf8');
  for (const words of ['Be Vietnam Pro Project Authors', 'Noto Project Authors', 'SIL OPEN FONT LICENSE Version 1.1'])
    assert.ok(notices.includes(words), words);
});
