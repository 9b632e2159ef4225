/** Links in a text: each one element however many lines it lies on, and lines end where the engine ends them. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { temporaryFolder } from './drivers/children.js';
import { engines, launch, launchFor } from './drivers/driver.js';
import { linesOf } from './lines.js';
import { dist, openPage, pages, screenshotOf, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** @type {import('./server.js').Server} */
let server;
/** @type {{path: string, remove: () => void}} */
let folder;
const kSentence =
  'Từ tháng Ba, người dân chín huyện nộp hồ sơ đất đai qua mạng, không phải lên tỉnh, và nhận kết quả tại nhà sau bảy ' +
  'ngày làm việc; ai chưa quen máy tính được cán bộ xã ngồi cạnh giúp từng bước, từ chụp giấy tờ đến ký nhận kết quả.';
const kWords = kSentence.split(' ');

/** @param {number} from @param {number} to  words @param {(text: string) => string} wrapped */
const withLink = (from, to, wrapped) =>
  [...kWords.slice(0, from), wrapped(kWords.slice(from, to).join(' ')), ...kWords.slice(to)].join(' ');
/** @param {string} name */
const leads = (name) => (/** @type {string} */ text) => `<a href="${name}.html">${text}</a>`;

/** Each as HTML, with how many links it holds. @type {[string, number][]} */
const kParagraphs = [
  [withLink(0, 14, leads('dau')), 1],
  [withLink(9, 30, leads('giua')), 1],
  [withLink(34, kWords.length, leads('cuoi')), 1],
  [withLink(4, 44, leads('dai')), 1],
  [withLink(0, kWords.length, leads('het')), 1],
  [withLink(9, 30, (text) => leads('mot')(text.slice(0, 40)) + leads('hai')(text.slice(40))), 2],
  [withLink(9, 30, (text) => `${leads('ba')(text)} ${leads('bon')('xem thêm ở đây')}`), 2],
  [withLink(9, 30, (text) => `<b>${leads('dam')(text)}</b>`), 1],
  [withLink(9, 30, (text) => leads('nua')(`${text.slice(0, 25)}<b>${text.slice(25, 60)}</b>${text.slice(60)}`)), 1],
  [withLink(9, 30, (text) => leads('dau-gach')(text.replaceAll(' ', '-'))), 1],
];

const kFeed = { src: 'feeds/links.json', article: 'co-lien-ket' };
/** @param {string} html */
const withoutLinks = (html) => html.replace(/<\/?a\b[^>]*>/g, '');
/** @param {string} id @param {string} html @param {string} day */
const item = (id, html, day) => ({
  id,
  title: id,
  summary: 'Sapô.',
  date_published: `${day}T08:00:00+07:00`,
  authors: [{ name: 'Sở Y tế' }],
  content_html: html,
});
const kHtml =
  kParagraphs.map(([html]) => `<p>${html}</p>`).join('') +
  `<ul><li>${kParagraphs[1][0]}</li></ul>` +
  `<table><tr><th>Cột</th><td>${kParagraphs[3][0]}</td></tr></table>`;
const linked = item(kFeed.article, kHtml, '2024-05-02');
const plain = item('khong-lien-ket', withoutLinks(kHtml), '2024-05-01');
const kSelector = 'article p, article td';

before(async () => {
  folder = temporaryFolder('links');
  mkdirSync(join(folder.path, 'feeds'));
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Thử', items: [linked, plain] };
  writeFileSync(join(folder.path, 'feeds/links.json'), JSON.stringify(feed));
  server = await setStage({ folders: [dist, pages, folder.path], isolated: false });
});
after(() => {
  folder.remove();
  return server.close();
});

/** @param {Driver} driver @param {string} id */
async function linesIn(driver, id) {
  await driver.evaluate((wanted) => window.reader.openArticle(wanted), id);
  await driver.evaluate(() => window.painted());
  /** @type {import('./lines.js').Line[][]} */
  const all = [];
  // After date and lead: the paragraphs, the item, the cell.
  for (let at = 2; at < kParagraphs.length + 4; ++at)
    all.push(await driver.evaluate(linesOf, 'ban-tin', kSelector, at));
  return all;
}

const kSizes = [14, 18, 22, 30];
/** Of the viewport: the column is narrower than its pane. */
const kWidths = [340, 390, 560, 1000];
/** MiniBrowser's window is no narrower. */
const kLeastWebkit = 460;

for (const engine of engines) {
  describe(engine, () => {
    /** @type {Driver} */
    let driver;
    before(async () => {
      driver = await launch(engine);
    });
    after(() => driver?.close());

    for (const size of engine === 'chromium' ? kSizes : [18, 30]) {
      for (const width of kWidths) {
        test(`text of ${size} px in ${width} px: lines with links end where they end without`, async () => {
          await driver.viewport(engine === 'webkit' ? Math.max(width, kLeastWebkit) : width, 700);
          await openPage(driver, server, { ...kFeed, style: `--bantin-font-size: ${size}px` });
          const wanted = await linesIn(driver, plain.id);
          const standing = await linesIn(driver, linked.id);
          const texts = (/** @type {import('./lines.js').Line[][]} */ all) =>
            all.map((lines) => lines.map(({ text }) => text));
          assert.deepEqual(texts(standing), texts(wanted));
          const ends = (/** @type {import('./lines.js').Line[][]} */ all) => all.flat().map(({ end }) => end);
          ends(standing).forEach((end, at) => {
            assert.ok(Math.abs(end - ends(wanted)[at]) < 0.5, `line ${at} ends at ${end}, not ${ends(wanted)[at]}`);
          });
        });
      }
    }

    test('each link is one element, in the order of the text, and one stop of Tab', async () => {
      await driver.viewport(engine === 'webkit' ? kLeastWebkit : 390, 700);
      await openPage(driver, server, kFeed);
      const links = await driver.evaluate(() => {
        /** @type {HTMLAnchorElement[]} */
        const all = [...window.inside('article').querySelectorAll('p a, td a')];
        all[0].focus();
        return all.map(({ textContent, href, className }) => ({
          text: textContent,
          href,
          split: className.includes('split'),
        }));
      });
      const wanted = await driver.evaluate((html) => {
        const { body } = new DOMParser().parseFromString(html, 'text/html');
        return [...body.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]);
      }, kHtml);
      assert.deepEqual(
        links.map(({ text, href }) => [text, href.replace(/.*\//, '')]),
        wanted,
      );
      assert.ok(links.filter(({ split }) => split).length > 8);
      for (const { href } of links) {
        const focused = await driver.evaluate(() => {
          const { activeElement } = window.reader.shadowRoot;
          return /** @type {HTMLAnchorElement} */ (activeElement).href;
        });
        assert.equal(focused, href);
        await driver.press('Tab');
      }
    });
  });
}

describe('a link over two lines', () => {
  /** @param {{after: (fn: () => Promise<void>) => void}} t */
  async function opened(t) {
    const driver = await launchFor(t, 'chromium', { width: 560, height: 700 });
    await openPage(driver, server, kFeed);
    await driver.evaluate(() => window.inside('article a.split', 1).scrollIntoView({ block: 'center' }));
    await driver.evaluate(() => window.painted());
    const boxes = await driver.evaluate(() => {
      /** @type {Element[]} */
      const texts = [...window.inside('article a.split', 1).querySelectorAll('.line > *')];
      const { right } = window.inside('article a.split', 1).closest('p').getBoundingClientRect();
      return texts.map((text) => {
        const { left, top, width, height } = text.getBoundingClientRect();
        return { left, top, width, height, room: right - left - width };
      });
    });
    return { driver, boxes };
  }

  test('shows its focus around the words on each line, not around what is left of the column', async (t) => {
    const { driver, boxes } = await opened(t);
    await driver.evaluate(() => window.inside('article a.split', 0).focus());
    const before = await screenshotOf(driver);
    await driver.press('Tab');
    await driver.evaluate(() => window.painted());
    const picture = await screenshotOf(driver);
    const changed = (/** @type {number} */ x, /** @type {number} */ y) => {
      const at = 4 * (Math.round(y) * picture.width + Math.round(x));
      return [0, 1, 2].some((part) => Math.abs(picture.data[at + part] - before.data[at + part]) > 24);
    };
    assert.ok(boxes.length > 1);
    for (const { left, top, width, height } of boxes) {
      assert.ok(changed(left + width / 2, top - 3) || changed(left + width / 2, top + height + 3), 'no outline');
    }
    const loose = boxes.find(({ room }) => room > 20);
    assert.ok(loose, 'no line leaves room');
    const { left, top, width, height } = /** @type {NonNullable<typeof loose>} */ (loose);
    for (let x = left + width + 8; x < left + width + loose.room + 4; ++x) assert.ok(!changed(x, top + height / 2));
  });

  test('is followed from each of its lines, and not from beside them', async (t) => {
    const { driver, boxes } = await opened(t);
    const linkAt = (/** @type {number} */ x, /** @type {number} */ y) =>
      driver.evaluate(
        (left, top) => window.reader.shadowRoot.elementFromPoint(left, top)?.closest('a')?.href ?? '',
        x,
        y,
      );
    for (const { left, top, width, height, room } of boxes) {
      assert.match(await linkAt(left + width / 2, top + height / 2), /giua\.html$/);
      if (room > 8) assert.equal(await linkAt(left + width + room / 2, top + height / 2), '');
    }
    const popup = driver.page?.context().waitForEvent('page');
    await driver.mouse.click(boxes[1].left + 5, boxes[1].top + boxes[1].height / 2);
    assert.match((await popup)?.url() ?? '', /giua\.html$/);
  });
});
