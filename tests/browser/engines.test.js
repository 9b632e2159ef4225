/** Chromium, Firefox and WebKitGTK: the page is drawn, text is selected as a page's, lines end where they are drawn. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { temporaryFolder } from './drivers/children.js';
import { until } from './drivers/deadline.js';
import { launch } from './drivers/driver.js';
import { linesOf } from './lines.js';
import { selectedText } from './selection.js';
import { openPage, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** @type {import('./server.js').Server} */
let server;
/** @type {{path: string, remove: () => void}} */
let folder;
before(async () => {
  server = await setStage();
  folder = temporaryFolder('engines');
});
after(() => {
  folder.remove();
  return server.close();
});

/** The darkness, from 0 to 1, at which a stroke is taken to end. */
const kEdge = 0.25;

/** @param {'content_text' | 'content_html'} body */
const longest = (body) =>
  sample.items.reduce((/** @type {any} */ a, /** @type {any} */ b) =>
    (b[body] ?? '').length > (a[body] ?? '').length ? b : a,
  );
const kArticle = longest('content_text');
/** Of headings, lists, quotations and tables, with words in bold and in italics. */
const kRichArticle = longest('content_html');

// WebKitGTK itself puts glyphs on whole pixels: what is compared there is compared at half of them.
/** @type {[import('./drivers/driver.js').Engine, number][]} */
const kScreens = [
  ['chromium', 1],
  ['chromium', 1.5],
  ['chromium', 2],
  ['firefox', 1],
  ['firefox', 2],
  ['webkit', 2],
];

for (const [engine, deviceRatio] of kScreens) {
  describe(`${engine} at ${deviceRatio}`, () => {
    /** @type {Driver} */
    let driver;
    before(async () => {
      driver = await launch(engine, { width: 1000, height: 1100, deviceRatio });
      await openPage(driver, server, { article: kArticle.id });
    });
    after(() => driver?.close());

    test('the page is drawn by WebGL 2', async () => {
      assert.equal(await driver.evaluate(() => window.reader.stats.renderer), 'webgl2');
      await until(
        10,
        'ink in the article',
        async () => inkIn(await screenshot(driver), deviceRatio, 400, 60, 1000, 1100).inked > 2000,
      );
    });

    test('a drag over three paragraphs selects exactly their text', async () => {
      const [from, to] = await driver.evaluate(() => {
        const first = window.inside('article p', 2).getBoundingClientRect();
        const lines = [...window.inside('article p', 4).querySelectorAll('.line')];
        const range = document.createRange();
        range.selectNodeContents(lines[lines.length - 1]);
        const last = range.getBoundingClientRect();
        return [
          { x: first.left + 0.5, y: first.top + 15 },
          { x: last.right + 2, y: last.top + last.height / 2 },
        ];
      });
      await driver.drag(from, to);
      const wanted = await driver.evaluate(() =>
        [2, 3, 4].map((i) => window.inside('article p', i).textContent).join('\n\n'),
      );
      assert.equal(await driver.evaluate(selectedText, 'ban-tin'), wanted);
    });

    test('a triple click takes one paragraph', async () => {
      const { x, y, text } = await driver.evaluate(() => {
        const paragraph = window.inside('article p', 3);
        const rect = paragraph.getBoundingClientRect();
        return { x: rect.left + 60, y: rect.top + 45, text: paragraph.textContent };
      });
      await driver.mouse.click(x, y, { count: 3 });
      assert.equal(await driver.evaluate(selectedText, 'ban-tin'), text);
    });

    for (const [kind, { id }, least] of /** @type {[string, any, number][]} */ ([
      ['plain', kArticle, 12],
      ['rich', kRichArticle, 6],
    ])) {
      test(`every line of a ${kind} article ends within half a pixel of its drawn end`, async () => {
        await driver.evaluate((wanted) => window.reader.openArticle(wanted), id);
        const compared = await compareLines(driver, deviceRatio);
        assert.ok(compared >= least, `${compared} lines compared`);
      });
    }
  });
}

/**
 * Each line of the paragraphs in sight, drawn and in the layer.
 * @param {Driver} driver @param {number} deviceRatio @returns {Promise<number>} how many
 */
async function compareLines(driver, deviceRatio) {
  await driver.evaluate(() => getSelection()?.removeAllRanges());
  await driver.mouse.move(5, 1095);
  const drawn = await shownBy(driver, 'canvas');
  const layer = await shownBy(driver, 'layer');
  await shownBy(driver, 'canvas');
  const count = await driver.evaluate(() => window.reader.shadowRoot.querySelectorAll('article p').length);
  let compared = 0;
  for (let paragraph = 0; paragraph < count; ++paragraph) {
    for (const line of await driver.evaluate(linesOf, 'ban-tin', 'article p', paragraph)) {
      if (line.top < 60 || line.bottom > 1090) continue;
      const [canvasEnd, layerEnd] = [drawn, layer].map(
        (picture) => inkIn(picture, deviceRatio, line.start - 2, line.top, line.end + 4, line.bottom).end,
      );
      assert.ok(Math.abs(canvasEnd - layerEnd) <= 0.5, `«${line.text}» ends at ${layerEnd}, drawn at ${canvasEnd}`);
      ++compared;
    }
  }
  return compared;
}

/** @param {Driver} driver @param {'canvas' | 'layer'} what  is seen alone */
async function shownBy(driver, what) {
  await driver.evaluate((wanted) => {
    window.inside('canvas').style.visibility = wanted === 'layer' ? 'hidden' : '';
    window.inside('.layer').classList.toggle('shown', wanted === 'layer');
    return new Promise((done) => setTimeout(done, 500));
  }, what);
  return screenshot(driver);
}

/** @param {Driver} driver */
async function screenshot(driver) {
  await driver.evaluate(() => window.painted());
  const path = join(folder.path, 'picture.png');
  await driver.screenshot(path);
  return PNG.sync.read(await readFile(path));
}

/**
 * Where the ink in a box ends (between two columns of pixels, where the darkness falls below kEdge) and how many pixels
 * are dark. The box and the end are in CSS pixels.
 * @param {PNG} picture @param {number} ratio
 * @param {number} left @param {number} top @param {number} right @param {number} bottom
 */
function inkIn(picture, ratio, left, top, right, bottom) {
  let inked = 0;
  let end = 0;
  let before = 0;
  const paper = luminance(picture, Math.round(left * ratio), Math.round(top * ratio));
  for (let x = Math.floor(left * ratio); x < Math.min(Math.ceil(right * ratio), picture.width); ++x) {
    let darkest = 0;
    for (let y = Math.floor(top * ratio); y < Math.min(bottom * ratio, picture.height); ++y) {
      const darkness = (paper - luminance(picture, x, y)) / paper;
      if (darkness > 0.4) ++inked;
      darkest = Math.max(darkest, darkness);
    }
    if (before >= kEdge && darkest < kEdge) end = x - 0.5 + (before - kEdge) / (before - darkest);
    before = darkest;
  }
  return { inked, end: end / ratio };
}

/** @param {PNG} picture @param {number} x @param {number} y */
function luminance(picture, x, y) {
  const at = 4 * (y * picture.width + x);
  return 0.2126 * picture.data[at] + 0.7152 * picture.data[at + 1] + 0.0722 * picture.data[at + 2];
}
