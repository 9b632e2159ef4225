/** Chromium, Firefox and WebKitGTK: the page is drawn, text is selected as a page's, lines end where they are drawn. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from './drivers/deadline.js';
import { launch } from './drivers/driver.js';
import { bothPictures, inkIn } from './ink.js';
import { linesOf } from './lines.js';
import { selectedText } from './selection.js';
import { openPage, sample, screenshotOf, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const kArticleBox = { left: 400, top: 60, right: 1000, bottom: 1100 };

/** @param {'content_text' | 'content_html'} body */
const longest = (body) =>
  sample.items.reduce((/** @type {any} */ a, /** @type {any} */ b) =>
    (b[body] ?? '').length > (a[body] ?? '').length ? b : a,
  );
const kArticle = longest('content_text');
/** Of headings, lists, quotations and tables, with words in bold and in italics. */
const kRichArticle = longest('content_html');

/** An article, the family it is set in (the reader's own, or one of the system's), lines in sight at least. */
/** @type {[string, any, string, number][]} */
const kLooks = [
  ['a plain article', kArticle, 'Ban Tin Text', 12],
  ['a rich article', kRichArticle, 'Ban Tin Text', 6],
  ['a rich article in DejaVu Serif', kRichArticle, 'DejaVu Serif', 6],
];

// WebKitGTK itself puts glyphs on whole pixels: what is compared there is compared at half of them.
/** @type {[import('./drivers/driver.js').Engine, number][]} */
const kScreens = [
  ['chromium', 1],
  ['chromium', 1.25],
  ['chromium', 1.5],
  ['chromium', 2],
  ['firefox', 1],
  ['firefox', 1.25],
  ['firefox', 1.5],
  ['firefox', 2],
  ['webkit', 2],
];

/** What a screen of another ratio shows already, in every engine: for ./test long. */
const isLong = (/** @type {string} */ engine, /** @type {number} */ ratio) =>
  ratio === 1.25 || (engine === 'firefox' && ratio === 1.5);

for (const [engine, deviceRatio] of kScreens) {
  const skip = isLong(engine, deviceRatio) && !process.env.BANTIN_LONG && 'shown by ./test long';
  describe(`${engine} at ${deviceRatio}`, { skip }, () => {
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
        async () => inkIn(await screenshotOf(driver), deviceRatio, kArticleBox).inked > 2000,
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

    for (const [kind, { id }, family, least] of kLooks) {
      test(`every line of ${kind} ends within half a pixel of its drawn end`, async (t) => {
        const style = family.startsWith('Ban Tin') ? '' : `--bantin-font-body: "${family}"`;
        await openPage(driver, server, { article: id, style });
        const used = await driver.evaluate(() => getComputedStyle(window.inside('article p', 2)).fontFamily);
        assert.ok(used.replace(/^"/, '').startsWith(family), used);
        const differences = await lineDifferences(driver, deviceRatio);
        t.diagnostic(`worst of ${differences.length}: ${Math.max(...differences).toFixed(2)} px`);
        assert.ok(differences.length >= least, `${differences.length} lines compared`);
      });
    }
  });
}

/**
 * Each line of the paragraphs in sight, drawn and in the layer.
 * @param {Driver} driver @param {number} deviceRatio
 * @returns {Promise<number[]>} how far their ends are apart, CSS pixels
 */
async function lineDifferences(driver, deviceRatio) {
  await driver.evaluate(() => getSelection()?.removeAllRanges());
  await driver.mouse.move(5, 1095);
  const pictures = await bothPictures(driver);
  const count = await driver.evaluate(() => window.reader.shadowRoot.querySelectorAll('article p').length);
  const differences = [];
  for (let paragraph = 0; paragraph < count; ++paragraph) {
    for (const line of await driver.evaluate(linesOf, 'ban-tin', 'article p', paragraph)) {
      if (line.top < 60 || line.bottom > 1090) continue;
      const box = { left: line.start - 2, top: line.top, right: line.end + 4, bottom: line.bottom };
      const [canvasEnd, layerEnd] = pictures.map((picture) => inkIn(picture, deviceRatio, box).end);
      const difference = Math.abs(canvasEnd - layerEnd);
      assert.ok(difference <= 0.5, `«${line.text}» ends at ${layerEnd}, drawn at ${canvasEnd}`);
      differences.push(difference);
    }
  }
  return differences;
}
