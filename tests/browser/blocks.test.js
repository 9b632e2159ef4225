/** The blocks of an article: what each is in the layer, what hostile HTML leaves, pictures, tables, what follows. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { temporaryFolder } from './drivers/children.js';
import { until } from './drivers/deadline.js';
import {
  blocksStanding,
  blocksWanted,
  clickOn,
  dist,
  expected,
  itemOf,
  openStage,
  pages,
  sample,
  screenshotOf,
  setStage,
} from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** The colour of the test picture, as no theme has it. */
const kPaint = [20, 90, 230, 255];

/** Isolated pages may not load other sites' pictures at all. @type {import('./server.js').Server} */
let server;
/** Another site, which allows nobody to read its pictures. @type {import('./server.js').Server} */
let elsewhere;
/** @type {{path: string, remove: () => void}} */
let folder;

before(async () => {
  folder = temporaryFolder('blocks');
  mkdirSync(join(folder.path, 'feeds/pictures'), { recursive: true });
  const picture = new PNG({ width: 600, height: 400 });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set(kPaint, at);
  writeFileSync(join(folder.path, 'feeds/pictures/paint.png'), PNG.sync.write(picture));
  server = await setStage({ folders: [dist, pages, folder.path], isolated: false });
  elsewhere = await setStage({ folders: [folder.path], isolated: false });
});
after(async () => {
  await server.close();
  await elsewhere.close();
  folder.remove();
});

let feeds = 0;

/**
 * The stage with a feed of these items, the first of them open.
 * @param {{after: (fn: () => Promise<void>) => void}} t @param {any[]} items
 * @param {Record<string, string>} [attributes] @param {import('./drivers/driver.js').LaunchOptions} [options]
 */
function openItems(t, items, attributes = {}, options = {}) {
  const src = `feeds/${++feeds}.json`;
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Thử', items: items.map(completed) };
  writeFileSync(join(folder.path, src), JSON.stringify(feed));
  return openStage(t, server, 'chromium', { src, article: 'bai-1', ...attributes }, options);
}

/** @param {any} item @param {number} index */
const completed = (item, index) => ({
  id: `bai-${index + 1}`,
  title: `Bài ${index + 1}`,
  summary: 'Sapô.',
  date_published: `2024-05-${String(28 - index).padStart(2, '0')}T08:00:00+07:00`,
  authors: [{ name: 'Sở Y tế' }],
  ...item,
});

/** @param {Driver} driver @param {string} selector @param {number} [index] */
const boxOf = (driver, selector, index = 0) =>
  driver.evaluate(
    (/** @type {string} */ wanted, /** @type {number} */ number) => {
      const { left, top, width, height } = window.inside(wanted, number).getBoundingClientRect();
      return { left, top, width, height };
    },
    selector,
    index,
  );

/** @param {Driver} driver @param {number} x @param {number} y */
async function colourAt(driver, x, y) {
  const { data, width } = await screenshotOf(driver);
  const at = 4 * (Math.round(y) * width + Math.round(x));
  return [...data.subarray(at, at + 3)];
}

/** @param {number[]} colour */
const isPaint = (colour) => colour.every((part, i) => Math.abs(part - kPaint[i]) <= 6);

/** The links of the list under a heading, as [text, href], with what is said below each. */
const followersUnder = (/** @type {string} */ heading) => {
  /** @type {HTMLElement[]} */
  const headings = [...window.inside('article').querySelectorAll('h3')];
  const list = headings.find((each) => each.textContent === heading)?.nextElementSibling;
  /** @type {HTMLElement[]} */
  const items = [...(list?.querySelectorAll('li') ?? [])];
  return items.map((item) => {
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector('a'));
    const { target, href } = link;
    return { title: link.textContent, href, target, note: item.querySelector('p')?.textContent };
  });
};

/** @param {Driver} driver @param {string} title  of a link in the open article */
async function followLink(driver, title) {
  const index = await driver.evaluate((wanted) => {
    /** @type {HTMLElement[]} */
    const links = [...window.inside('article').querySelectorAll('a')];
    const number = links.findIndex((link) => link.textContent === wanted);
    links[number].scrollIntoView({ block: 'center' });
    return number;
  }, title);
  await driver.evaluate(() => window.painted());
  await clickOn(driver, 'article a', index);
}

describe('in the layer', () => {
  test('every article of the sample stands whole: each block as itself, in order, once', async (t) => {
    const driver = await openStage(t, server, 'chromium', {}, { stepSeconds: 60 });
    const seen = new Set();
    for (const item of sample.items) {
      await driver.evaluate((id) => window.reader.openArticle(id), item.id);
      const wanted = await driver.evaluate(blocksWanted, item, 2);
      assert.deepEqual(await driver.evaluate(blocksStanding), wanted, item.id);
      for (const block of wanted) seen.add(block.replace(/ .*/s, ''));
    }
    for (const kind of ['p', 'h3', 'h4', 'ul', 'ol', 'blockquote', 'img', 'figcaption', 'tr1', 'tr2']) {
      assert.ok(seen.has(kind), `the sample has no ${kind}`);
    }
  });

  test('lists stand in one another, cells span and head, marks are elements', async (t) => {
    const driver = await openItems(t, [
      {
        content_html:
          '<p>Một <strong>hai</strong> <em>ba</em> <b><i>bốn</i></b></p>' +
          '<ul><li>a<ol><li>b</li><li>c<ul><li>d</li></ul></li></ol></li><li>e</li></ul>' +
          '<blockquote><p>f</p><p>g</p></blockquote>' +
          '<table><caption>Bảng 1</caption><tr><th>h</th><th colspan="2">i</th></tr>' +
          '<tr><td>k</td><td>l</td><td>m</td></tr></table>',
      },
    ]);
    assert.deepEqual(await driver.evaluate(blocksStanding), [
      'p Sapô.',
      'p Một hai ba bốn',
      'ul li a',
      'ul li ol li b',
      'ul li ol li c',
      'ul li ol li ul li d',
      'ul li e',
      'blockquote p f',
      'blockquote p g',
      'figcaption Bảng 1',
      'tr1 th h',
      'tr1 th i',
      'tr2 td k',
      'tr2 td l',
      'tr2 td m',
    ]);
    const parts = await driver.evaluate(() => {
      /** @type {Element[]} */
      const marks = [...window.inside('article').querySelectorAll('strong, em')];
      /** @type {HTMLTableCellElement[]} */
      const cells = [...window.inside('article').querySelectorAll('th, td')];
      return {
        marks: marks.map((mark) => `${mark.localName} ${mark.textContent}`),
        cells: cells.map(({ scope, colSpan }) => `${scope}${colSpan}`),
        quotes: window.inside('article').querySelectorAll('blockquote').length,
        framed: Boolean(window.inside('figure > figcaption + .frame > table')),
      };
    });
    assert.deepEqual(parts.marks, ['strong hai', 'em ba', 'strong bốn', 'em bốn']);
    assert.deepEqual(parts.cells, ['col1', 'col2', '1', '1', '1']);
    assert.equal(parts.quotes, 1);
    assert.ok(parts.framed);
  });

  for (const level of [1, 3, 5]) {
    test(`headings follow the title's level, ${level}, down to the sixth`, async (t) => {
      const html = [2, 3, 4].map((rank) => `<h${rank}>Mục ${rank}</h${rank}><p>.</p>`).join('');
      const driver = await openItems(t, [{ content_html: html }], { 'heading-level': String(level) });
      const headings = await driver.evaluate(() => {
        /** @type {Element[]} */
        const all = [...window.inside('article').querySelectorAll('h1, h2, h3, h4, h5, h6')];
        return all.map((heading) => `${heading.localName} ${heading.textContent}`);
      });
      const wanted = ['Bài 1', 'Mục 2', 'Mục 3', 'Mục 4'].map((name, i) => `h${Math.min(6, level + i)} ${name}`);
      assert.deepEqual(headings.slice(0, 4), wanted);
    });
  }

  test("links lead where the feed says, from the feed's own place, in a new tab", async (t) => {
    const driver = await openItems(t, [
      {
        content_html:
          '<p><a href="tep/a.html">một</a> <a href="/b.html">hai</a> <a href="https://vi.example/c?d=1&amp;e=2">ba</a> ' +
          '<a href="mailto:so@vi.example">bốn</a> <a href="tel:+842363810000">năm</a></p>',
      },
    ]);
    const links = await driver.evaluate(() => {
      /** @type {HTMLAnchorElement[]} */
      const all = [...window.inside('article').querySelectorAll('p a')];
      return all.map(({ textContent, href, target, rel }) => [textContent, href, target, rel]);
    });
    assert.deepEqual(
      links,
      [
        ['một', `${server.url}feeds/tep/a.html`],
        ['hai', `${server.url}b.html`],
        ['ba', 'https://vi.example/c?d=1&e=2'],
        ['bốn', 'mailto:so@vi.example'],
        ['năm', 'tel:+842363810000'],
      ].map((link) => [...link, '_blank', 'noopener']),
    );
    const opened = driver.page?.context().waitForEvent('page');
    await clickOn(driver, 'article p a', 1);
    assert.equal((await opened)?.url(), `${server.url}b.html`);
    assert.equal(await driver.evaluate(() => window.reader.article), 'bai-1');
  });
});

test('hostile HTML runs nothing, asks for nothing and keeps its words', async (t) => {
  const script = 'window.hacked = (window.hacked || 0) + 1';
  const driver = await openItems(t, [
    {
      title: `<img src=/evil-title onerror="${script}">`,
      summary: `<script>${script}</script>`,
      content_html:
        `<script>${script}</script><script src="/evil-script"></script><p onclick="${script}">Một</p>` +
        `<img src="/evil-tracker" width="1" height="1"><svg onload="${script}"><script>${script}</script></svg>` +
        `<svg><a href="javascript:${script}"><text>x</text></a></svg><math><mtext></mtext></math>` +
        `<img src="data:image/svg+xml,<svg onload='${script}'/>" onerror="${script}"><img src="x:y" onerror="${script}">` +
        `<p><a href="javascript:${script}">hai</a> <a href="java\nscript:${script}">ba</a> <a href=" JaVaScRiPt:1">bốn</a> ` +
        `<a href="data:text/html,<script>${script}</script>">năm</a> <a href="vbscript:1">sáu</a></p>` +
        `<iframe src="/evil-frame" srcdoc="<script>parent.${script}</script>"></iframe><base href="/evil-base/">` +
        `<link rel="stylesheet" href="/evil-style"><style>@import "/evil-import"; * { background: url(/evil-url) }</style>` +
        `<video src="/evil-video" poster="/evil-poster" autoplay></video><object data="/evil-object"></object>` +
        `<embed src="/evil-embed"><table background="/evil-table"><tr><td style="background:url(/evil-cell)">bảy</td></tr></table>` +
        `<meta http-equiv="refresh" content="0;url=/evil-refresh"><form action="/evil-form"><input autofocus onfocus="${script}"></form>` +
        `<picture><source srcset="/evil-source"><img src="pictures/paint.png" srcset="/evil-srcset 2x" onload="${script}"></picture>` +
        `<details open ontoggle="${script}"><summary>tám</summary></details><noscript><img src="/evil-noscript"></noscript>`,
    },
  ]);
  await until(10, 'the picture that is allowed', async () =>
    server.requests.some((path) => path.endsWith('paint.png')),
  );
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  const left = await driver.evaluate(() => {
    /** @type {Element[]} */
    const all = [...window.inside('.layer').querySelectorAll('*')];
    const attributes = all.flatMap((element) => [...element.attributes]);
    /** @type {HTMLAnchorElement[]} */
    const links = [...window.inside('article').querySelectorAll('a')];
    return {
      hacked: /** @type {any} */ (window).hacked ?? 0,
      handlers: attributes.filter(({ name }) => /^on|srcset|srcdoc|background/.test(name)).map(({ name }) => name),
      strangers: all.filter((e) => /^(script|style|svg|iframe|link|base|form|object|embed|video)$/.test(e.localName))
        .length,
      links: links.map(({ href }) => href),
      title: window.inside('article h2').textContent,
    };
  });
  assert.equal(left.hacked, 0);
  assert.deepEqual(left.handlers, []);
  assert.equal(left.strangers, 0);
  assert.deepEqual(left.links, []);
  assert.equal(left.title, `<img src=/evil-title onerror="${script}">`);
  const evil = server.requests.filter((path) => path.includes('evil'));
  assert.deepEqual(evil, []);
  const standing = await driver.evaluate(blocksStanding);
  assert.deepEqual(
    standing.filter((block) => !block.startsWith('img')),
    [`p <script>${script}</script>`, 'p Một', 'p hai ba bốn năm sáu', 'tr1 td bảy', 'p tám'],
  );
});

test('without the canvas the items of lists keep their numbers and bullets', async (t) => {
  const html = '<ol><li>Một</li><li>Hai</li></ol><ul><li>Ba</li></ul>';
  const driver = await openItems(t, [{ content_html: html }], {}, { webgl: false });
  const picture = await screenshotOf(driver);
  for (let item = 0; item < 3; ++item) {
    const { left, top, height } = await boxOf(driver, 'article li p', item);
    assert.ok(inkIn(picture, left - 28, top, 26, height) > 3, `nothing before item ${item + 1}`);
  }
});

/** How many pixels of a box are dark. @param {PNG} picture @param {number} left @param {number} top @param {number} width @param {number} height */
function inkIn(picture, left, top, width, height) {
  let dark = 0;
  for (let y = Math.round(top); y < Math.min(top + height, picture.height); ++y) {
    for (let x = Math.round(left); x < left + width; ++x)
      dark += picture.data[4 * (y * picture.width + x)] < 140 ? 1 : 0;
  }
  return dark;
}

describe('pictures', () => {
  const kFigure =
    '<figure><img src="pictures/paint.png" width="600" height="400" alt="Một bức tranh"><figcaption>Chú thích</figcaption></figure>';

  /** @param {Driver} driver @param {string} [selector] */
  async function middleColour(driver, selector = 'article img') {
    const { left, top, width, height } = await boxOf(driver, selector);
    return colourAt(driver, left + width / 2, top + height / 2);
  }

  /** @param {Driver} driver */
  const drawn = (driver) => until(10, 'the picture drawn', async () => isPaint(await middleColour(driver)));

  for (const [kind, html] of [
    ['of a known size', kFigure],
    ['of a size nobody told', '<p>Một</p><img src="pictures/paint.png" alt="Một bức tranh">'],
  ]) {
    test(`one ${kind} has its place before it comes, and then is drawn on the canvas`, async (t) => {
      /** @type {() => void} */
      let release = () => {};
      const held = new Promise((done) => (release = () => done(undefined)));
      const driver = await openItems(t, [{ content_html: `${html}<p>Sau ảnh</p>` }], { article: '' });
      await driver.page?.route('**/paint.png', (route) => held.then(() => route.continue()));
      await driver.evaluate(() => window.reader.openArticle('bai-1'));
      await driver.evaluate(() => new Promise((done) => setTimeout(done, 600)));
      const waiting = { box: await boxOf(driver, 'article img'), colour: await middleColour(driver) };
      const below = () =>
        driver.evaluate(() => {
          /** @type {HTMLElement[]} */
          const paragraphs = [...window.inside('article').querySelectorAll('p')];
          return paragraphs.find((p) => p.textContent === 'Sau ảnh')?.getBoundingClientRect().top;
        });
      const before = await below();
      assert.ok(!isPaint(waiting.colour), String(waiting.colour));
      release();
      await drawn(driver);
      assert.equal(await below(), before);
      assert.deepEqual(await boxOf(driver, 'article img'), waiting.box);
      const opacity = await driver.evaluate(() => getComputedStyle(window.inside('article img')).opacity);
      assert.equal(opacity, '0');
    });
  }

  test('one that fails says what it shows', async (t) => {
    const html = '<img src="pictures/khong-co.png" width="600" height="400" alt="Cầu qua sông"><p>Sau ảnh</p>';
    const driver = await openItems(t, [{ content_html: html }]);
    const box = await boxOf(driver, 'article img');
    const inked = async () => inkIn(await screenshotOf(driver), box.left + 10, box.top + 10, 190, 40);
    await until(10, 'the words in its place', async () => (await inked()) > 60);
    assert.equal(await driver.evaluate(() => window.inside('article img').alt), 'Cầu qua sông');
    assert.deepEqual(await boxOf(driver, 'article img'), box);
  });

  test('one that only the browser may read is shown by the layer', async (t) => {
    const html = `<img src="${elsewhere.url}feeds/pictures/paint.png" width="600" height="400" alt="Ảnh nơi khác">`;
    const driver = await openItems(t, [{ content_html: html }]);
    await until(10, 'the picture in the layer', () =>
      driver.evaluate(() => window.inside('article img').classList.contains('seen')),
    );
    await drawn(driver);
    await driver.evaluate(() => (window.inside('canvas').style.visibility = 'hidden'));
    assert.ok(isPaint(await middleColour(driver)));
  });

  test('without the canvas the layer shows them', async (t) => {
    const driver = await openItems(t, [{ content_html: kFigure }], {}, { webgl: false });
    await drawn(driver);
  });

  test('a click opens one over everything, Escape closes that alone and the focus is where it was', async (t) => {
    const driver = await openItems(t, [{ content_html: kFigure }]);
    await drawn(driver);
    await clickOn(driver, 'article img');
    await until(5, 'the dialog', () => driver.evaluate(() => Boolean(window.inside('dialog.lightbox[open]'))));
    const dialog = await driver.evaluate(() => {
      const { src, alt } = window.inside('dialog img');
      return { path: new URL(src).pathname, alt, caption: window.inside('dialog p')?.textContent };
    });
    assert.deepEqual(dialog, { path: '/feeds/pictures/paint.png', alt: 'Một bức tranh', caption: 'Chú thích' });
    await driver.press('Escape');
    await driver.evaluate(() => window.painted());
    const after = await driver.evaluate(() => [
      Boolean(window.inside('dialog')),
      window.reader.article,
      Boolean(window.reader.shadowRoot.activeElement),
    ]);
    assert.deepEqual(after, [false, 'bai-1', true]);
  });

  for (const key of ['Enter', ' ']) {
    test(`the button of one opens it by ${key === ' ' ? 'the space bar' : key} and gets the focus back`, async (t) => {
      const driver = await openItems(t, [{ content_html: kFigure }]);
      const focused = () => driver.evaluate(() => window.reader.shadowRoot.activeElement?.getAttribute('aria-label'));
      for (let tabs = 0; tabs < 40 && (await focused()) !== 'Phóng to ảnh: Một bức tranh'; ++tabs) {
        await driver.press('Tab');
      }
      assert.equal(await focused(), 'Phóng to ảnh: Một bức tranh');
      await driver.press(key);
      await until(5, 'the dialog', () => driver.evaluate(() => Boolean(window.inside('dialog.lightbox[open]'))));
      await driver.press('Escape');
      await driver.evaluate(() => window.painted());
      assert.equal(await focused(), 'Phóng to ảnh: Một bức tranh');
    });
  }
});

test('a cell has as many lines in the layer as on the canvas', async (t) => {
  const { id } = sample.items.find((/** @type {any} */ item) => /<th>Chặng 1/.test(item.content_html));
  const driver = await openStage(t, server, 'chromium', { article: id });
  const cells = await driver.evaluate(() =>
    [...window.reader.shadowRoot.querySelectorAll('th, td')].map((cell) => {
      const tops = [...cell.querySelectorAll('.line')].map((line) => line.getBoundingClientRect().top);
      return { text: cell.textContent, lines: tops.length, apart: new Set(tops).size };
    }),
  );
  assert.ok(
    cells.some(({ lines }) => lines > 1),
    'some cell is broken',
  );
  assert.deepEqual(
    cells.filter(({ lines, apart }) => lines !== apart),
    [],
  );
});

describe('wide tables', () => {
  const kColumns = 14;
  const cells = (/** @type {string} */ tag, /** @type {number} */ row) =>
    Array.from({ length: kColumns }, (_, i) => `<${tag}>Cột số ${i}${row}</${tag}>`).join('');
  const kTable = `<table><tr>${cells('th', 0)}</tr>${[1, 2, 3].map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</table>`;

  for (const width of [390, 1000]) {
    test(`scroll in their frame, the canvas along, the page not wider, at ${width} pixels`, async (t) => {
      const driver = await openItems(t, [{ content_html: kTable }], {}, { width, height: 700 });
      const frame = await driver.evaluate(() => {
        const { clientWidth, scrollWidth } = window.inside('.frame');
        const { left, top, right } = window.inside('table tr').getBoundingClientRect();
        return { clientWidth, scrollWidth, left, top, right, page: document.documentElement.scrollWidth };
      });
      assert.ok(frame.scrollWidth > frame.clientWidth + 200, `${frame.scrollWidth} in ${frame.clientWidth}`);
      assert.equal(frame.page, width);
      await driver.evaluate(() => new Promise((done) => setTimeout(done, 600)));
      const before = await screenshotOf(driver);
      await driver.evaluate(() => (window.inside('.frame').scrollLeft = 100));
      await driver.evaluate(() => window.painted());
      const now = await driver.evaluate(() => [
        window.inside('.frame').scrollLeft,
        document.documentElement.scrollWidth,
      ]);
      assert.deepEqual(now, [100, width]);
      const moved = await screenshotOf(driver);
      const [left, top] = [Math.round(frame.left), Math.round(frame.top)];
      let different = 0;
      let inked = 0;
      for (let y = top + 4; y < top + 100; ++y) {
        for (let x = left + 10; x < left + frame.clientWidth - 110; ++x) {
          const [old, now] = [before.data[4 * (y * width + x + 100)], moved.data[4 * (y * width + x)]];
          if (now < 140) ++inked;
          if (Math.abs(old - now) > 40) ++different;
        }
      }
      assert.ok(inked > 200, `${inked} dark pixels`);
      assert.ok(different < inked / 50, `${different} of ${inked} pixels did not move along`);
    });
  }

  test('are reached and scrolled by keyboard', async (t) => {
    const driver = await openItems(t, [{ content_html: kTable }]);
    const focused = () => driver.evaluate(() => window.reader.shadowRoot.activeElement?.className ?? '');
    for (let tabs = 0; tabs < 40 && !(await focused()).includes('frame'); ++tabs) await driver.press('Tab');
    assert.match(await focused(), /frame/);
    await driver.press('ArrowRight');
    await until(5, 'the frame scrolled', () => driver.evaluate(() => window.inside('.frame').scrollLeft > 0));
  });
});

describe('what follows', () => {
  const { id: kFirst, _bantin: kOf } = sample.items.find((/** @type {any} */ item) => item._bantin.related?.length > 1);
  const titleOf = (/** @type {string} */ id) => itemOf(id).title;

  test('related articles: those the feed names first, in its order, and a click opens one', async (t) => {
    const driver = await openStage(t, server, 'chromium', { article: kFirst });
    const titles = (await driver.evaluate(followersUnder, 'Tin liên quan')).map(({ title }) => title);
    const named = kOf.related.map(titleOf);
    assert.deepEqual(titles.slice(0, named.length), named);
    assert.equal(new Set(titles).size, titles.length);
    assert.ok(!titles.includes(titleOf(kFirst)));
    await followLink(driver, named[1]);
    assert.equal(await driver.evaluate(() => window.reader.article), kOf.related[1]);
    const events = await driver.evaluate(() => window.events.filter(({ type }) => type === 'bantin-article'));
    assert.equal(events.at(-1)?.detail.id, kOf.related[1]);
    const scrolled = await driver.evaluate(() => window.inside('article').parentElement.scrollTop);
    assert.equal(scrolled, 0);
  });

  test('reading on stays within the filter', async (t) => {
    const [department] = sample._bantin.departments;
    const { ids } = expected({ departments: [department.id] });
    const driver = await openStage(t, server, 'chromium', { article: ids[1], departments: department.id });
    const around = async () =>
      (await driver.evaluate(followersUnder, 'Đọc tiếp')).map(({ title, note }) => [note?.split(' · ')[0], title]);
    assert.deepEqual(await around(), [
      ['Bài sau', titleOf(ids[2])],
      ['Bài trước', titleOf(ids[0])],
    ]);
    await followLink(driver, titleOf(ids[0]));
    assert.deepEqual(await around(), [['Bài sau', titleOf(ids[1])]]);
    await driver.evaluate(() => window.reader.clearFilter());
    const all = expected({}).ids;
    const at = all.indexOf(ids[0]);
    const wanted = [all[at + 1], all[at - 1]].filter(Boolean).map(titleOf);
    assert.deepEqual(
      (await around()).map(([, title]) => title),
      wanted,
    );
  });

  test("attached files: name, kind and size, from the feed's own place, in a new tab", async (t) => {
    const driver = await openItems(t, [
      {
        content_text: 'Một.',
        attachments: [
          { url: 'tep/quyet-dinh.pdf', mime_type: 'application/pdf', title: 'Quyết định', size_in_bytes: 655360 },
          { url: 'https://vi.example/tep/bang.xlsx', mime_type: 'application/xlsx' },
          { url: 'javascript:window.hacked=1', mime_type: 'application/pdf', title: 'Độc' },
        ],
      },
    ]);
    const files = await driver.evaluate(followersUnder, 'Tệp đính kèm');
    assert.deepEqual(files.slice(0, 2), [
      { title: 'Quyết định', href: `${server.url}feeds/tep/quyet-dinh.pdf`, target: '_blank', note: 'PDF · 656 kB' },
      { title: 'bang.xlsx', href: 'https://vi.example/tep/bang.xlsx', target: '_blank', note: 'XLSX' },
    ]);
    for (const { href } of files) assert.match(href, /^https?:/);
  });
});

test('the line at the top grows as the article is read', async (t) => {
  const driver = await openStage(t, server, 'chromium', { article: 'tuan-tra-rung-khe-lam-2024' });
  const longest = async () => {
    await driver.evaluate(() => new Promise((done) => setTimeout(done, 400)));
    const picture = await screenshotOf(driver);
    const pane = await boxOf(driver, '.article');
    const runs = Array.from({ length: 56 }, (_, y) => redRun(picture, Math.round(pane.left), y));
    return Math.max(...runs) / pane.width;
  };
  const shares = [];
  for (const part of [0, 0.25, 0.5, 1]) {
    await driver.evaluate((share) => {
      const scroller = window.inside('article').parentElement;
      scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
    }, part);
    shares.push(await longest());
  }
  assert.equal(shares[0], 0);
  assert.ok(shares[1] > 0.2 && shares[1] < shares[2] && shares[2] < shares[3], shares.join());
  assert.ok(shares[3] > 0.98, String(shares[3]));
});

/** How many pixels of the accent colour stand one beside the other. @param {PNG} picture @param {number} left @param {number} y */
function redRun({ data, width }, left, y) {
  let x = left;
  for (; x < width; ++x) {
    const at = 4 * (y * width + x);
    if (data[at] < 120 || data[at + 1] > 90) break;
  }
  return x - left;
}
