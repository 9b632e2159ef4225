/** Twenty readers on a page: lazily started, one engine fetched and compiled, few WebGL contexts, none blank. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines, launchFor } from './drivers/driver.js';
import { screenshotOf, setStage } from './stage.js';

const kReaders = 20;
const kPitch = 500;
const kHeight = 400;
/** Of the page's: web/contexts.js. */
const kMostContexts = 8;
const kView = { width: 900, height: 1000 };

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** Waits in the page until so many readers show their articles, and what is in the viewport is drawn. @param {number} count */
async function shown(count) {
  const isShown = (/** @type {any} */ reader) => reader.stats.articles > 0;
  for (let tries = 0; tries < 800 && window.readers().filter(isShown).length < count; ++tries) {
    await new Promise((later) => setTimeout(later, 25));
  }
  return window.readers().filter(isShown).length;
}

/** Of the readers in the viewport, what each is drawn by, once all of them have settled. Runs inside the page. */
async function inSight() {
  const kTries = 200;
  const seen = () =>
    window.readers().filter((reader) => {
      const { top, bottom } = reader.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  for (let tries = 0; tries < kTries; ++tries) {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    if (seen().every((reader) => reader.stats.renderer === 'webgl2')) break;
  }
  return seen().map((reader) => reader.stats.renderer);
}

const live = () => window.contexts.filter((context) => !context.isContextLost()).length;

/** How many pixels of a box are dark. @param {import('pngjs').PNG} picture @param {{x: number, y: number, width: number, height: number}} box */
function inkIn({ width, data }, box) {
  let ink = 0;
  for (let y = Math.ceil(box.y) + 10; y < box.y + box.height - 10; ++y) {
    for (let x = Math.ceil(box.x) + 10; x < box.x + box.width - 10; ++x) if (data[4 * (y * width + x)] < 128) ++ink;
  }
  return ink;
}

test('where all twenty are in sight, eight are drawn and the others are read as their layers', async (t) => {
  const driver = await launchFor(t, 'chromium', { ...kView, stepSeconds: 60 });
  await driver.open(`${server.url}twenty.html#small`);
  assert.equal(await driver.evaluate(shown, kReaders), kReaders);
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  const renderers = await driver.evaluate(() => window.readers().map((reader) => reader.stats.renderer));
  assert.equal(renderers.filter((renderer) => renderer === 'webgl2').length, kMostContexts);
  const picture = await screenshotOf(driver);
  const boxes = await driver.evaluate(() => window.readers().map((reader) => reader.getBoundingClientRect().toJSON()));
  for (const [i, box] of boxes.entries()) assert.ok(inkIn(picture, box) > 100, `blank: ${i}, ${renderers[i]}`);
});

for (const engine of engines) {
  describe(`twenty readers in ${engine}`, () => {
    test('start near the viewport, share one engine, sleep out of sight and are never blank', async (t) => {
      const driver = await launchFor(t, engine, { ...kView, stepSeconds: 60 });
      server.requests.length = 0;
      await driver.open(`${server.url}twenty.html`);
      const first = await driver.evaluate(shown, 2);
      await driver.evaluate(inSight);
      assert.ok(first >= 2 && first <= 6, `${first} have started`);
      const begun = performance.now();
      for (let i = 0; i < kReaders; ++i) {
        await driver.evaluate((/** @type {number} */ top) => scrollTo(0, top), i * kPitch);
        await driver.evaluate(shown, i + 1);
        const renderers = await driver.evaluate(inSight);
        assert.ok(
          renderers.every((renderer) => renderer === 'webgl2'),
          `${i}: ${renderers}`,
        );
        const contexts = await driver.evaluate(live);
        assert.ok(contexts <= kMostContexts, `${contexts} contexts at ${i}`);
      }
      const seconds = (performance.now() - begun) / 1000;
      for (const place of [0, 9, 18]) {
        await driver.evaluate((/** @type {number} */ top) => scrollTo(0, top), place * kPitch);
        assert.ok((await driver.evaluate(inSight)).length >= 2);
        const picture = await screenshotOf(driver);
        for (const y of [0, kPitch]) {
          const box = { x: 0, y, width: kView.width, height: kHeight };
          assert.ok(inkIn(picture, box) > 500, `blank at ${place}, ${y}`);
        }
      }
      const { compiled, made, memory } = await driver.evaluate(() => ({
        compiled: window.compiled,
        made: window.contexts.length,
        memory: window.readers().reduce((sum, reader) => sum + reader.stats.memoryBytes, 0),
      }));
      const wasm = server.requests.filter((path) => path.endsWith('bantin.wasm')).length;
      assert.deepEqual({ wasm, compiled, made }, { wasm: 1, compiled: 1, made: kReaders });
      console.log(
        `${engine}: ${first} of ${kReaders} at first, all in ${seconds.toFixed(1)} s; ${await driver.evaluate(live)} of ` +
          `${made} contexts live at the end, ${(memory / 1e6).toFixed(0)} MB of WebAssembly memory`,
      );
    });
  });
}
