/** Every state of the reader by the rules of axe-core: no violation, and nothing left open but what is judged below. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findings } from './axe.js';
import { kPhone, takeHand } from './controls.js';
import { until } from './drivers/deadline.js';
import { dayOf, expected, openPage, sample, setStage } from './stage.js';

/** @typedef {import('./controls.js').Hand} Hand */

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const kThemes = ['light', 'sepia', 'dark', 'contrast'];
const kDesk = { width: 1200, height: 800 };
/** High enough for every panel: the colours of what is cut off at an edge cannot be measured. */
const kTall = { width: 1200, height: 1600 };
const { ids } = expected({});
const oldest = dayOf(sample.items.find((/** @type {any} */ { id }) => id === ids.at(-1)));
const htmlOf = (/** @type {any} */ item) => item.content_html ?? '';
const plain = sample.items.find((/** @type {any} */ item) => !item.content_html);
const richest = sample.items.find((/** @type {any} */ item) =>
  ['<img', '<table', '<ul', '<blockquote', '<strong'].every((tag) => htmlOf(item).includes(tag)),
);
const linked = sample.items.find((/** @type {any} */ item) =>
  ['<table', '<ol', '<a '].every((tag) => htmlOf(item).includes(tag)),
);

/**
 * On the canvas the layer's text is transparent: colours are the canvas's and there is no contrast to measure.
 * Where the layer itself is what is seen every rule counts.
 */
const kOnCanvas = ['color-contrast'];

/** What axe-core leaves to others: the colour of an empty field's placeholder is measured in a test of its own. */
const kJudged = [/^color-contrast: .*Element has no value/];

/** @param {Hand} hand @param {Record<string, string>} [attributes] */
async function open(hand, attributes = {}) {
  await openPage(hand.driver, server, attributes, 'site.html');
  hand.page.setDefaultTimeout(5000);
}

/** @param {Hand} hand @param {string[]} [without] @param {string} [within] */
async function assertClean(hand, without = kOnCanvas, within = '') {
  const { violations, incomplete, passes } = await findings(hand.driver, without, within);
  assert.deepEqual(violations, []);
  assert.deepEqual(
    incomplete.filter((each) => !kJudged.some((judged) => judged.test(each))),
    [],
  );
  // Where there are no controls, as beside a notice, neither has a size.
  const measured = ['color-contrast', ...((await hand.control('button').count()) ? ['target-size'] : [])];
  for (const rule of measured) assert.ok(without.includes(rule) || passes.includes(rule), `${rule} was measured`);
}

/** A state of the reader and how a hand brings it about. @typedef {[name: string, reach: (hand: Hand) => Promise<unknown>]} State */

/** @type {State[]} */
const kStates = [
  ['the list', (hand) => open(hand)],
  ['the departments', async (hand) => (await open(hand), hand.press('button', 'Đơn vị'))],
  ['the dates with their calendar', async (hand) => (await open(hand), hand.press('button', 'Thời gian'))],
  [
    'a date that is none',
    async (hand) => {
      await open(hand);
      await hand.press('button', 'Thời gian');
      await hand.fill('textbox', 'Từ ngày (dd/mm/yyyy)', '31/02/2022');
      await hand.driver.press('Enter');
      await hand.painted();
    },
  ],
  ['a range brushed in the timeline', brushed],
  ['chosen departments, words and dates', (hand) => open(hand, chosen)],
  ['a plain article', (hand) => open(hand, { article: plain.id })],
  ['an article with picture, table, list and quotation', (hand) => open(hand, { article: richest.id })],
  ['an article with table, numbered list and links', (hand) => open(hand, { article: linked.id })],
  ['the appearance dialog', (hand) => opened(hand, 'Cách hiển thị')],
  ['the share menu', (hand) => opened(hand, 'Chia sẻ')],
  ['nothing that matches', (hand) => open(hand, { ...chosen, query: 'khong co tu nay' })],
];
const chosen = { departments: sample._bantin.departments[0].id, from: '2020-01-01', to: '2026-12-31', query: 'ha' };

/** @param {Hand} hand @param {string} button */
async function opened(hand, button) {
  await open(hand, { article: plain.id });
  await hand.press('button', button);
}

/** @param {Hand} hand */
async function brushed(hand) {
  await open(hand);
  const box = await hand.page.locator('.drag_area').boundingBox();
  if (box) {
    const y = box.y + box.height / 2;
    await hand.driver.drag({ x: box.x + box.width * 0.3, y }, { x: box.x + box.width * 0.7, y });
  } else {
    // Without a canvas there are no bars to drag over, but sliders.
    await hand.control('slider', 'Từ tháng').focus();
    for (let month = 0; month < 12; ++month) await hand.driver.press('ArrowRight');
  }
  await hand.painted();
  assert.ok((await hand.state()).from > oldest);
}

describe('on a desk', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'mouse', kDesk)));
  after(() => hand?.close());

  for (const [name, reach] of kStates) {
    test(name, async () => {
      await reach(hand);
      await assertClean(hand);
    });
  }

  test('a picture alone', async () => {
    await open(hand, { article: richest.id });
    await hand.press('button', `Phóng to ảnh: ${altOf(richest)}`);
    await hand.control('dialog', 'Xem ảnh').waitFor();
    await assertClean(hand);
    // The picture lies in the same dialog, which keeps axe-core from measuring.
    assert.ok((await contrastOf(hand, '.lightbox p', '.lightbox')) >= 4.5);
  });

  test('a list and an article in English', async () => {
    await open(hand, { lang: 'en', article: richest.id, ...chosen });
    await assertClean(hand);
  });

  for (const theme of kThemes) {
    test(`an article in the theme ${theme}`, async () => {
      await open(hand, { theme, article: richest.id });
      await assertClean(hand);
    });
  }

  test('while the feed is on its way', async () => {
    await hand.page.route('**/late.json', () => {});
    await openNotice(hand, 'late.json', 'Đang tải bản tin…');
    await assertClean(hand);
    await hand.page.unrouteAll();
  });

  test('a feed that cannot be had', async () => {
    await openNotice(
      hand,
      'missing.json',
      'Không tải được bản tin. Hãy kiểm tra đường truyền rồi tải lại trang. (missing.json)',
    );
    await assertClean(hand);
  });
});

/** @param {any} item */
const altOf = (item) => /<img[^>]* alt="([^"]*)"/.exec(item.content_html)?.[1];

/** @param {Hand} hand @param {string} src @param {string} sentence */
async function openNotice(hand, src, sentence) {
  await hand.driver.open(`${server.url}site.html?src=${src}`);
  await until(5, 'the notice', async () => (await hand.statuses()).includes(sentence));
  await hand.painted();
}

/**
 * The ratio of WCAG between a text's colour and the one behind it, opacities of a placeholder included.
 * @param {Hand} hand @param {string} text @param {string} behind @param {string} [pseudo]
 */
function contrastOf(hand, text, behind, pseudo = '') {
  return hand.driver.evaluate(
    (textAt, behindAt, part) => {
      const behind = channels(getComputedStyle(window.inside(behindAt)).backgroundColor);
      const { color, opacity } = getComputedStyle(window.inside(textAt), part);
      const ink = channels(color).map((value, i) => behind[i] + (value - behind[i]) * Number(opacity));
      const [light, dark] = [luminance(ink), luminance(behind)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);

      /** @param {string} css */
      function channels(css) {
        return (css.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      }

      /** @param {number[]} rgb */
      function luminance(rgb) {
        const [r, g, b] = rgb.map((value) =>
          value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      }
    },
    text,
    behind,
    pseudo,
  );
}

describe('on a phone', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'mouse', kPhone)));
  after(() => hand?.close());

  test('the list', async () => {
    await open(hand, chosen);
    await assertClean(hand);
  });

  test('the sheet of filters, from its top to its end', async () => {
    await open(hand, chosen);
    await hand.press('button', 'Bộ lọc');
    await assertClean(hand);
    await hand.driver.evaluate(() => {
      const scroller = window.inside('.dialog .scroller');
      scroller.scrollTop = scroller.scrollHeight;
    });
    await hand.painted();
    await assertClean(hand);
  });

  test('an article', async () => {
    await open(hand, { article: richest.id });
    await assertClean(hand);
  });

  for (const button of ['Cách hiển thị', 'Chia sẻ']) {
    test(`the sheet “${button}”`, async () => {
      await opened(hand, button);
      await assertClean(hand);
    });
  }
});

describe('where the layer itself is seen', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'mouse', kTall, { webgl: false })));
  after(() => hand?.close());

  for (const theme of kThemes) {
    for (const [name, reach] of kStates) {
      test(`${name} in the theme ${theme}, colours too`, async () => {
        await reach(hand);
        await hand.driver.evaluate((wanted) => window.reader.setAttribute('theme', wanted), theme);
        await hand.painted();
        assert.equal(await hand.driver.evaluate(() => window.reader.stats.renderer), 'dom');
        // What lies under a dialog has been measured without it.
        const hasDialog = await hand.control('dialog').count();
        if (hasDialog) await assertClean(hand);
        await assertClean(hand, [], hasDialog ? '.dialog' : '');
      });
    }

    test(`what an empty field is for in the theme ${theme}`, async () => {
      await open(hand, { theme });
      assert.ok((await contrastOf(hand, '.search', '.search', '::placeholder')) >= 4.5);
    });
  }
});

describe('as a whole page', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'mouse', kDesk)));
  after(() => hand?.close());

  for (const page of ['index.html', 'reader.html']) {
    test(page, async () => {
      await hand.driver.open(server.url + page);
      const main = hand.control('main');
      await main.getByRole('listitem').first().waitFor();
      await assertClean(hand);
      await main.getByRole('listitem').getByRole('link').first().click();
      await main.getByRole('article').waitFor();
      // What a bundle has of it comes in pieces, and axe-core is lost where headings come while it looks.
      await hand.driver.evaluate(async () => {
        const reader = /** @type {any} */ (document.querySelector('ban-tin'));
        await reader.openArticle(reader.article);
      });
      await assertClean(hand);
    });
  }
});
