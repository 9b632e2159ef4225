/** Spacing that somebody asks of a whole page (WCAG 2.2, criterion 1.4.12): the reader follows, and loses nothing. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage, sample, setStage } from './stage.js';

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const kSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;
const kArticle = sample.items.find((/** @type {any} */ item) => /<table/.test(item.content_html ?? '')).id;

/** @param {import('./drivers/driver.js').Driver} driver @param {string} css */
const addStyle = (driver, css) =>
  driver.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
    return window.painted().then(window.painted);
  }, css);

/** Of every line but the last of a paragraph: how far its box is from the column's width. Runs inside the page. */
function misfits() {
  return [...window.reader.shadowRoot.querySelectorAll('article > p')].flatMap((paragraph) => {
    const column = paragraph.getBoundingClientRect().width;
    const lines = [...paragraph.querySelectorAll('.line')].slice(0, -1);
    return lines.map((line) => Math.abs(line.getBoundingClientRect().width - column));
  });
}

test('a page that spaces its letters and words spaces the reader’s, at once, and lines still end where they are drawn', async (t) => {
  const driver = await openStage(t, server, 'chromium', { article: kArticle });
  const lines = () => driver.evaluate(() => window.reader.shadowRoot.querySelectorAll('article .line').length);
  const before = await lines();
  await addStyle(driver, kSpacing);
  assert.equal(await driver.evaluate(() => getComputedStyle(window.inside('article p', 2)).letterSpacing), '2.16px');
  assert.ok((await lines()) > before, 'wider text takes more lines');
  const off = await driver.evaluate(misfits);
  assert.ok(
    off.length > 5 && Math.max(...off) <= 0.5,
    `of ${off.length} lines the worst is off by ${Math.max(...off)} px`,
  );
  await addStyle(driver, '');
  assert.equal(await lines(), before);
});

test('with that spacing no label of a control is cut, at 320 px either', async (t) => {
  const driver = await openStage(t, server, 'chromium', {}, { width: 320, height: 640 });
  await addStyle(driver, kSpacing);
  for (const open of ['', 'Bộ lọc', 'article']) {
    await driver.evaluate(
      async (what, id) => {
        const { reader } = window;
        const buttons = [...reader.shadowRoot.querySelectorAll('button')];
        if (what === 'article') await reader.openArticle(id);
        else if (what) buttons.find((button) => button.textContent === what)?.click();
        await window.painted();
      },
      open,
      kArticle,
    );
    const cut = await driver.evaluate(() =>
      [...window.reader.shadowRoot.querySelectorAll('button')]
        .filter((button) => button.scrollWidth > button.clientWidth + 1)
        .map((button) => button.textContent),
    );
    assert.deepEqual(cut, [], open);
  }
});

test('a page’s own wider spacing is followed only as far as it must be borne, tighter not at all', async (t) => {
  const driver = await openStage(t, server, 'chromium', { article: kArticle });
  const spacing = () =>
    driver.evaluate(() => {
      const { letterSpacing, wordSpacing } = getComputedStyle(window.inside('article p', 2));
      return [letterSpacing, wordSpacing].map((text) => Math.round(100 * (parseFloat(text) || 0)) / 100);
    });
  await addStyle(driver, 'body { letter-spacing: 8px; word-spacing: 2em; }');
  assert.deepEqual(await spacing(), [2.16, 2.88]);
  await addStyle(driver, 'body { letter-spacing: -2px; word-spacing: -0.2em; }');
  assert.deepEqual(await spacing(), [0, 0]);
});
