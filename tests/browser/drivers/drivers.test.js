/** Each driver on a page of the harness's own; the product is not needed. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { linesOf } from '../lines.js';
import { copiedText, selectedText } from '../selection.js';
import { serve } from '../server.js';
import { temporaryFolder } from './children.js';
import { until } from './deadline.js';
import { CannotDo, engines, launch, launchFor } from './driver.js';

/** @typedef {import('./driver.js').Driver} Driver */
/** @typedef {import('./driver.js').Engine} Engine */

const kPolicy = "default-src 'none'; script-src 'self'";
/** @type {Record<Engine, number[]>} */
const kRatios = { chromium: [1, 1.5, 2], firefox: [1.5, 2], webkit: [2] };
const kPage = join(import.meta.dirname, 'page');

/** @type {import('../server.js').Server} */
let server;
before(async () => {
  server = await serve({ folders: [kPage], isolated: true, headers: { '/': { 'Content-Security-Policy': kPolicy } } });
});
after(() => server.close());

const state = () => ({
  width: innerWidth,
  height: innerHeight,
  ratio: devicePixelRatio,
  webgl2: !!document.createElement('canvas').getContext('webgl2'),
  webgl: !!document.createElement('canvas').getContext('webgl'),
  isolated: crossOriginIsolated,
});

/** The middle of what a selector finds in the page's shadow root. @param {string} selector */
const middleOf = (selector) => {
  const rect = document.querySelector('#host')?.shadowRoot?.querySelector(selector)?.getBoundingClientRect();
  if (!rect) throw new Error(`No ${selector}.`);
  return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
};

const fieldValue = () => document.querySelector('#host')?.shadowRoot?.querySelector('input')?.value;
const scrollTop = () => document.querySelector('#host')?.shadowRoot?.querySelector('#scroller')?.scrollTop;

/** The tallest an element can be; an emulated device ratio leaves it alone, a real one divides it. */
const tallest = () => {
  const giant = document.body.appendChild(document.createElement('div'));
  giant.style.height = '1e9px';
  const { height } = giant.getBoundingClientRect();
  giant.remove();
  return height;
};

/** Width and height of a PNG in pixels, from its IHDR chunk. @param {string} path */
async function pictureSize(path) {
  const bytes = await readFile(path);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** @param {Driver} driver @param {string} paragraph */
const lines = (driver, paragraph) => driver.evaluate(linesOf, '#host', paragraph);

/** @param {import('../lines.js').Line} line @param {'start' | 'end'} side */
const pointAt = (line, side) => ({
  x: side === 'start' ? line.start + 0.2 : line.end + 2,
  y: (line.top + line.bottom) / 2,
});

for (const engine of engines) describe(engine, () => provesDriver(engine));

/** @param {Engine} engine */
function provesDriver(engine) {
  /** @type {Driver} */
  let driver;
  before(async () => {
    driver = await launch(engine, { width: 900, height: 640 });
    await driver.open(server.url);
  });
  after(() => driver?.close());

  test('has WebGL2, the viewport asked for and a cross-origin isolated page', async () => {
    assert.deepEqual(await driver.evaluate(state), {
      width: 900,
      height: 640,
      ratio: 1,
      webgl2: true,
      webgl: true,
      isolated: true,
    });
  });

  test('evaluates functions with arguments, awaits promises and passes errors on', async () => {
    const sum = await driver.evaluate(async (/** @type {number} */ a, /** @type {{b: number}} */ { b }) => a + b, 1, {
      b: 2,
    });
    assert.equal(sum, 3);
    assert.equal(await driver.evaluate(() => undefined), undefined);
    await assert.rejects(
      driver.evaluate(() => Promise.reject(new Error('Lỗi trong trang'))),
      /Lỗi trong trang/,
    );
  });

  test('finds the lines of a paragraph without their padding', async () => {
    const [first, second, third] = await lines(driver, '#first');
    assert.equal(second.text, 'được mở rộng thành sáu làn xe,');
    assert.ok(first.bottom <= second.top + 8 && second.top < third.top);
    assert.equal(first.start, second.start);
    assert.ok(third.end - third.start < 300 && third.end > third.start + 50);
  });

  test('drags over the lines of one paragraph', async () => {
    const found = await lines(driver, '#first');
    await driver.drag(pointAt(found[0], 'start'), pointAt(found[1], 'end'));
    const text = 'Đường cao tốc đoạn qua huyện được mở rộng thành sáu làn xe,';
    assert.equal(await driver.evaluate(selectedText, '#host'), text);
    assert.equal(await copiedText(driver), text);
  });

  test('drags over in-flow paragraphs', async () => {
    const [from] = await lines(driver, '#third');
    const to = (await lines(driver, '#fourth'))[1];
    await driver.drag(pointAt(from, 'start'), pointAt(to, 'end'));
    const text = 'Chợ nổi họp lại từ sáng sớm, ghe đậu kín hai bờ.\n\nHọc sinh trở lại trường vào thứ hai.';
    assert.equal(await driver.evaluate(selectedText, '#host'), text);
    assert.equal(await copiedText(driver), text);
  });

  test('drags over placed paragraphs', async () => {
    const [from] = await lines(driver, '#first');
    const to = (await lines(driver, '#second'))[1];
    await driver.drag(pointAt(from, 'start'), pointAt(to, 'end'));
    const text = await driver.evaluate(selectedText, '#host');
    assert.match(text, /^Đường cao tốc .* mùa mưa\.\n\nSở Y tế .* mũi thứ hai\.$/);
    // Chromium and WebKit copy no break between paragraphs that are out of flow.
    assert.equal((await copiedText(driver)).replace(/\s+/g, ''), text.replace(/\s+/g, ''));
  });

  test('triple click selects one paragraph', async () => {
    const { x, y } = pointAt((await lines(driver, '#second'))[0], 'start');
    await driver.mouse.click(x + 20, y, { count: 3 });
    assert.equal(await driver.evaluate(selectedText, '#host'), 'Sở Y tế nhắc người dân tiêm nhắc lại mũi thứ hai.');
  });

  test('types into a field that gets focus events, and presses keys with modifiers', async () => {
    await driver.evaluate(() => {
      const field = document.querySelector('#host')?.shadowRoot?.querySelector('input');
      field?.addEventListener('focus', () => (document.title = `focus ${document.hasFocus()}`), { once: true });
    });
    const { x, y } = await driver.evaluate(middleOf, 'input');
    await driver.mouse.click(x, y);
    assert.equal(await driver.evaluate(() => document.title), 'focus true');
    await driver.type('Đường bộ');
    assert.equal(await driver.evaluate(fieldValue), 'Đường bộ');
    await driver.press('Home');
    await driver.press('Shift+ArrowRight');
    await driver.press('Delete');
    assert.equal(await driver.evaluate(fieldValue), 'ường bộ');
  });

  test('turns the wheel over a scroller', async () => {
    const { x, y } = await driver.evaluate(middleOf, '#scroller');
    await driver.wheel(x, y, 150);
    await until(5, 'scrolling by 150', async () => (await driver.evaluate(scrollTop)) === 150);
  });

  test('taps with a finger, or says that it cannot', async () => {
    const { x, y } = await driver.evaluate(middleOf, '#fourth');
    await driver.evaluate(() => {
      document.title = '';
      addEventListener('click', (event) => (document.title = /** @type {PointerEvent} */ (event).pointerType), {
        once: true,
      });
    });
    if (engine === 'webkit') return assert.rejects(driver.touchTap(x, y), CannotDo);
    await driver.touchTap(x, y);
    await until(5, 'a click by touch', async () => (await driver.evaluate(() => document.title)) === 'touch');
  });

  test('drags with a finger, or says that it cannot', async () => {
    const [from, to] = [
      { x: 300, y: 300 },
      { x: 340, y: 300 },
    ];
    if (engine === 'webkit') return assert.rejects(driver.touchDrag(from, to), CannotDo);
    await driver.evaluate(() => {
      document.title = '';
      document.body.style.touchAction = 'none';
      addEventListener('pointerup', ({ clientX }) => (document.title = `lifted at ${Math.round(clientX)}`), {
        once: true,
      });
    });
    await driver.touchDrag(from, to);
    await until(5, 'the finger to be lifted', async () => {
      return (await driver.evaluate(() => document.title)) === 'lifted at 340';
    });
  });

  test('resizes the viewport and takes a picture of all of it', async () => {
    const folder = temporaryFolder('picture');
    const path = join(folder.path, 'page.png');
    await driver.viewport(640, 480);
    await driver.screenshot(path);
    assert.deepEqual(await pictureSize(path), [640, 480]);
    folder.remove();
  });

  test('has no WebGL when asked to have none', async (t) => {
    const plain = await launchFor(t, engine, { webgl: false });
    await plain.open(server.url);
    const { webgl, webgl2 } = await plain.evaluate(state);
    assert.deepEqual({ webgl, webgl2 }, { webgl: false, webgl2: false });
  });

  for (const deviceRatio of kRatios[engine]) {
    test(`has a real device ratio of ${deviceRatio}`, async (t) => {
      const folder = temporaryFolder('picture');
      t.after(() => folder.remove());
      const path = join(folder.path, 'page.png');
      const sharp = await launchFor(t, engine, { deviceRatio, width: 800, height: 600 });
      await sharp.open(server.url);
      const { width, height, ratio, webgl2 } = await sharp.evaluate(state);
      assert.deepEqual({ width, height, ratio, webgl2 }, { width: 800, height: 600, ratio: deviceRatio, webgl2: true });
      await sharp.screenshot(path);
      assert.deepEqual(await pictureSize(path), [800 * deviceRatio, 600 * deviceRatio]);
      if (engine !== 'chromium') return;
      const limit = 2 ** 25 / deviceRatio;
      assert.ok(Math.abs((await sharp.evaluate(tallest)) / limit - 1) < 1e-6);
    });
  }
}

test('a step that does not end fails and names itself', async (t) => {
  const driver = await launchFor(t, 'chromium', { stepSeconds: 3 });
  await assert.rejects(
    driver.evaluate(() => new Promise(() => {})),
    /^Error: chromium: evaluate .* no end after 3 s/,
  );
});

test('WebKit refuses a device ratio that is no whole number', async () => {
  await assert.rejects(launch('webkit', { deviceRatio: 1.5 }), CannotDo);
});
