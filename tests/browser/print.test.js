/** The reader on paper: the page around it printed, and the article alone by the reader's own button. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import { program, temporaryFolder } from './drivers/children.js';
import { until } from './drivers/deadline.js';
import { startDisplay } from './drivers/display.js';
import { CannotDo, engines, launchFor } from './drivers/driver.js';
import { pagesOf, pictureOf, picturesOf, printedWanted, squeezed, textOf, viDay, wordsOf } from './paper.js';
import { clickButton, dist, expected, itemOf, openPage, pages, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {{after: (fn: () => Promise<void>) => void}} Test */

/** @type {import('./server.js').Server} */
let server;
/**
 * The same in a font of the system: Firefox puts the bold of the reader's own serif on paper as shapes without a text.
 * @type {import('./server.js').Server}
 */
let plainServer;
/** @type {{path: string, remove: () => void}} */
let folder;

const kDepartment = { id: 'so-yt', name: 'Sở Y tế' };
const kAddress = 'https://halam.example/mot-dia-chi-dai/de-xuong-dong/van-ban-huong-dan-2024.html';

/** Every kind of block there is, in an article of some pages. */
const kBlocks = {
  id: 'moi-loai-khoi',
  title: 'Mọi loại khối trong một bài, tiêu đề dài đến mức phải xuống dòng ở bất kỳ bề rộng nào của màn hình',
  summary: 'Sapô của bài viết có đủ loại khối, dài hơn một dòng để thấy nó xuống dòng ra sao trên giấy in.',
  date_published: '2024-05-20T08:00:00+07:00',
  _bantin: { department: 'so-yt', document_number: '12/TB-SYT' },
  attachments: [
    {
      url: 'https://halam.example/tep/phu-luc.pdf',
      mime_type: 'application/pdf',
      title: 'Phụ lục số một',
      size_in_bytes: 4096,
    },
  ],
  content_html: [
    '<p>Mở đầu có <strong>chữ đậm</strong>, <em>chữ nghiêng</em> và ',
    `<a href="${kAddress}">một liên kết dài đến nỗi thế nào nó cũng chạy qua <strong>hai hay ba dòng</strong> của cột báo hẹp</a>.</p>`,
    `<p>Địa chỉ tự nói ra: <a href="${kAddress}">${kAddress}</a>, và thư: <a href="mailto:so@yt.example">so@yt.example</a>.</p>`,
    '<h2>Mục hai</h2><p>Dưới mục hai.</p><h3>Mục ba</h3>',
    '<ul><li>Gạch một</li><li>Gạch hai<ul><li>Trong gạch hai</li></ul></li></ul>',
    '<ol><li>Số một</li><li>Số hai có <a href="https://yt.example/so-hai">liên kết</a></li></ol>',
    '<blockquote><p>Trích một.</p><p>Trích hai.</p></blockquote>',
    '<figure><img src="paint.png" alt="Ảnh"><figcaption>Chú thích dưới ảnh.</figcaption></figure>',
    '<table><caption>Bảng một</caption><tr><th>Cột A</th><th>Cột B</th><th>Cột C</th></tr>',
    '<tr><td>a1</td><td>b1 có chữ dài hơn</td><td>c1</td></tr><tr><td colspan="2">ab2</td><td>c2</td></tr></table>',
    '<p>Đoạn cuối.</p>',
  ].join(''),
};

/** Many sections of uneven length, so that some heading would end a page by itself. */
const kSections = {
  id: 'nhieu-muc',
  title: 'Nhiều mục',
  date_published: '2024-05-19T08:00:00+07:00',
  _bantin: { department: 'so-yt' },
  content_html: Array.from({ length: 90 }, (_, i) => {
    const text = Array.from(
      { length: 1 + ((i * 7) % 13) },
      (_, j) => `Câu ${j} của mục ${i} nói thêm vài điều cho dài.`,
    );
    return `<h2>Tiêu đề số ${i}</h2><p>${text.join(' ')}</p>`;
  }).join(''),
};

/** A table of several pages, and one with more columns than any page is wide. */
const kTables = {
  id: 'bang-dai',
  title: 'Bảng dài',
  date_published: '2024-05-18T08:00:00+07:00',
  _bantin: { department: 'so-yt' },
  content_html: [
    '<table><caption>Theo xã</caption><tr><th>Tên xã phường</th><th>Số hộ</th></tr>',
    ...Array.from({ length: 120 }, (_, i) => `<tr><td>Xã thứ ${i}</td><td>${1000 + i}</td></tr>`),
    '</table><p>Giữa hai bảng.</p><table><tr>',
    ...Array.from({ length: 16 }, (_, i) => `<th>Tháng thứ ${i}</th>`),
    '</tr><tr>',
    ...Array.from({ length: 16 }, (_, i) => `<td>${i}.000.000</td>`),
    '</tr></table>',
  ].join(''),
};

/** @param {string} title @param {any[]} items */
const feedOf = (title, items) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  language: 'vi',
  _bantin: { departments: [kDepartment] },
  items,
});

const kLong = feedOf(
  'Danh sách dài',
  Array.from({ length: 700 }, (_, i) => ({
    id: `bai-${i}`,
    title: `Bài số ${i} của danh sách`,
    summary: `Sapô số ${i}: ${'một danh sách dài hơn chỗ có trên màn hình thì giấy vẫn đủ '.repeat(1 + (i % 3))}.`,
    date_published: new Date(Date.UTC(2024, 5, 30) - i * 43_200_000).toISOString().replace('.000Z', '+00:00'),
    content_text: 'Thân bài.',
    _bantin: { department: 'so-yt' },
  })),
);

const kHost = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title>
  <link rel="stylesheet" href="stage.css" /><style>ban-tin { height: 420px }</style><script src="bantin.js" defer></script></head><body>
  <header>Đầu trang của đơn vị</header><ban-tin src="khoi.json" article="moi-loai-khoi"></ban-tin>
  <p>Giữa hai hộp</p><ban-tin src="data/sample.json" theme="dark" query="so-nha"></ban-tin>
  <footer>Chân trang của đơn vị</footer></body></html>`;

before(async () => {
  folder = temporaryFolder('paper');
  const picture = new PNG({ width: 600, height: 400 });
  picture.data.fill(255);
  writeFileSync(join(folder.path, 'paint.png'), PNG.sync.write(picture));
  writeFileSync(join(folder.path, 'khoi.json'), JSON.stringify(feedOf('Khối', [kBlocks, kSections, kTables])));
  writeFileSync(join(folder.path, 'dai.json'), JSON.stringify(kLong));
  writeFileSync(join(folder.path, 'host.html'), kHost);
  server = await setStage({ folders: [dist, pages, folder.path], isolated: false });
  mkdirSync(join(folder.path, 'plain'));
  writeFileSync(
    join(folder.path, 'plain/stage.css'),
    'html, body { margin: 0; height: 100% } ban-tin { height: 100vh; --bantin-font-body: "DejaVu Serif", serif }',
  );
  plainServer = await setStage({ folders: [join(folder.path, 'plain'), dist, pages, folder.path], isolated: false });
});
after(async () => {
  await server.close();
  await plainServer.close();
  folder.remove();
});

let papers = 0;

/** The page as it is printed now: the path of a PDF. @param {Driver} driver */
async function printed(driver) {
  const path = join(folder.path, `giay-${++papers}.pdf`);
  await driver.pdf(path);
  return path;
}

/** Of the layer's pictures, by scrolling through the article. @param {Driver} driver */
const picturesLoaded = (driver) =>
  driver.evaluate(async () => {
    for (const picture of window.reader.shadowRoot.querySelectorAll('img')) {
      picture.loading = 'eager';
      await picture.decode().catch(() => {});
    }
  });

/** What the paper says of an article, its reading time left out. @param {string} text */
const withoutMinutes = (text) => squeezed(text).replace(/·\d+phútđọc/, '');

/** Browsers draw the bullets of their own lists. @param {string} text */
const withoutBullets = (text) => text.replace(/[•–◦]/g, '');

/** @param {Driver} driver @param {any} item @param {string} department */
async function articleWanted(driver, item, department) {
  const { lead, body, attachments } = await driver.evaluate(printedWanted, item);
  const number = item._bantin.document_number ? ` · ${item._bantin.document_number}` : '';
  const facts = `${viDay(item.date_published)} · ${department}${number}`;
  return { start: squeezed(item.title + facts + lead + body), attachments: attachments.map(squeezed) };
}

/** @param {string} text @param {{start: string, attachments: string[]}} wanted */
function assertArticle(text, { start, attachments }) {
  const said = withoutMinutes(text);
  assert.equal(said.slice(0, start.length), start);
  let rest = said.slice(start.length);
  if (attachments.length === 0) return assert.equal(rest, '');
  assert.ok(rest.startsWith('Tệpđínhkèm'), rest);
  for (const attachment of attachments) {
    assert.ok(rest.includes(attachment), `${attachment} in ${rest}`);
    rest = rest.replace(attachment, '');
  }
  assert.match(rest, /^Tệpđínhkèm(PDF·[\d.,]+[kM]?B)*$/);
}

/** The rows of a list as paper has them. @param {any[]} items  in list order @param {(item: any) => string} departmentOf */
function listWanted(items, departmentOf) {
  let month = '';
  return squeezed(
    items
      .map((item) => {
        const day = viDay(item.date_published);
        const heading = day.slice(3) === month ? '' : `Tháng ${(month = day.slice(3))}`;
        return `${heading}${departmentOf(item)} · ${day}${item.title}${item.summary}`;
      })
      .join(''),
  );
}

/** @param {any} item */
function sampleDepartment(item) {
  const { departments } = sample._bantin;
  const { name, short_name: short } = departments.find((/** @type {any} */ it) => it.id === item._bantin.department);
  return short ?? name;
}

/** Every page but the last ends in something else than a heading. @param {string} path @param {RegExp} heading */
function assertNoneStranded(path, heading) {
  const lines = pagesOf(path).map((page) => page.trim().split('\n').at(-1) ?? '');
  assert.ok(lines.length > 5, `${lines.length} pages`);
  lines.slice(0, -1).forEach((line, i) => assert.ok(!heading.test(line), `page ${i + 1} ends in “${line}”`));
}

/** Nothing is outside the margins of 15 mm, 42.5 points. @param {string} path */
function assertInside(path) {
  const words = wordsOf(path);
  assert.ok(words.length > 0);
  for (const word of words) {
    const isInside = word.left > 41 && word.right < word.width - 41 && word.top > 40 && word.bottom < word.height - 40;
    assert.ok(isInside, JSON.stringify(word));
  }
}

/** @param {Driver} driver */
const serverOf = ({ engine }) => (engine === 'firefox' ? plainServer : server);

/** @param {Driver} driver @param {Record<string, string>} attributes */
async function opened(driver, attributes) {
  await openPage(driver, serverOf(driver), attributes);
  await picturesLoaded(driver);
}

for (const engine of engines) {
  describe(`the page around the reader, printed by ${engine}`, () => {
    /** @type {Driver} */
    let driver;
    /** @type {string | false} */
    let reason = false;
    const ending = /** @type {(() => Promise<void>)[]} */ ([]);
    before(async () => {
      driver = await launchFor({ after: (fn) => void ending.push(fn) }, engine, { width: 1000, height: 700 });
      await openPage(driver, server);
      reason = await driver.pdf(join(folder.path, 'thu.pdf')).then(
        () => false,
        (error) => {
          if (!(error instanceof CannotDo)) throw error;
          return error.message;
        },
      );
    });
    after(async () => {
      for (const end of ending) await end();
    });

    /** @param {string} name @param {() => Promise<void>} run */
    const onPaper = (name, run) =>
      test(name, async (t) => {
        if (reason) return t.skip(reason);
        await run();
      });

    onPaper('an open article is printed alone and whole, addresses written out', async () => {
      for (const [src, item, department] of /** @type {const} */ ([
        ['khoi.json', kBlocks, 'Sở Y tế'],
        ['data/sample.json', itemOf('giai-chay-duong-rung-2025'), 'Sở Văn hóa, Thể thao và Du lịch'],
      ])) {
        await opened(driver, { src, article: item.id });
        const path = await printed(driver);
        assertArticle(textOf(path), await articleWanted(driver, item, department));
        assert.equal(picturesOf(path), 1);
        assertInside(path);
      }
    });

    onPaper('an article on a phone is printed the same', async () => {
      await driver.viewport(390, 700);
      await opened(driver, { src: 'khoi.json', article: kBlocks.id });
      const path = await printed(driver);
      await driver.viewport(1000, 700);
      assertArticle(textOf(path), await articleWanted(driver, kBlocks, 'Sở Y tế'));
    });

    onPaper(
      'without an article all rows of the list are printed in order, with their months and whole leads',
      async () => {
        await opened(driver, {});
        const items = expected({}).ids.map(itemOf);
        const path = await printed(driver);
        assert.equal(squeezed(textOf(path)), listWanted(items, sampleDepartment));
        assertInside(path);
        assertNoneStranded(path, /^Tháng \d\d\/\d{4}$/);
      },
    );

    onPaper('a filtered list is printed as it is filtered, on a phone too', async () => {
      const filter = { departments: ['so-yt', 'so-tttt'], from: '2021-01-01' };
      await driver.viewport(390, 700);
      await opened(driver, { departments: 'so-yt so-tttt', from: filter.from });
      const path = await printed(driver);
      await driver.viewport(1000, 700);
      const items = expected(filter).ids.map(itemOf);
      assert.ok(items.length > 3 && items.length < 62);
      assert.equal(squeezed(textOf(path)), listWanted(items, sampleDepartment));
    });

    onPaper('of 700 rows the first 500 are printed, wherever the list is scrolled to', async () => {
      await opened(driver, { src: 'dai.json' });
      await driver.evaluate(async () => {
        window.inside('.scroller').scrollTop = 90_000;
        await window.painted();
      });
      const path = await printed(driver);
      assert.equal(
        squeezed(textOf(path)),
        listWanted(kLong.items.slice(0, 500), () => kDepartment.name),
      );
      assertNoneStranded(path, /^Tháng \d\d\/\d{4}$/);
    });

    onPaper('no heading is the last line of a page', async () => {
      await opened(driver, { src: 'khoi.json', article: kSections.id });
      const path = await printed(driver);
      assertArticle(textOf(path), await articleWanted(driver, kSections, 'Sở Y tế'));
      assertNoneStranded(path, /^Tiêu đề số \d+$/);
    });

    onPaper('a long table has its heads on every page, a wide one stays within the page', async () => {
      await opened(driver, { src: 'khoi.json', article: kTables.id });
      const path = await printed(driver);
      const withTable = pagesOf(path).filter((page) => /Xã thứ \d+/.test(page));
      assert.ok(withTable.length > 2);
      for (const page of withTable) assert.match(page, /Tên xã phường\s+Số hộ/);
      const text = textOf(path);
      for (let i = 0; i < 120; ++i) assert.equal(text.match(new RegExp(`Xã thứ ${i}\\s`, 'g'))?.length, 1, `${i}`);
      assertInside(path);
    });

    onPaper('is as it was afterwards: scroll places, focus, selection, an open panel, the canvas', async () => {
      const state = () => {
        const { shadowRoot } = window.reader;
        const selection = /** @type {any} */ (shadowRoot).getSelection?.() ?? getSelection();
        return {
          layer: shadowRoot.querySelector('.layer')?.outerHTML,
          focus: shadowRoot.activeElement?.textContent,
          places: [...shadowRoot.querySelectorAll('.scroller')].map(({ scrollTop }) => scrollTop),
          selected: String(selection),
          panel: shadowRoot.querySelectorAll('[aria-expanded="true"]').length,
          canvas: [...shadowRoot.querySelectorAll('canvas')].map(({ width, height }) => [width, height]),
          children: shadowRoot.childNodes.length,
        };
      };
      const around = async () => {
        await driver.evaluate(() => window.painted());
        const before = await driver.evaluate(state);
        const path = await printed(driver);
        await driver.evaluate(() => window.painted());
        assert.deepEqual(await driver.evaluate(state), before);
        return { path, before };
      };

      await opened(driver, { src: 'dai.json' });
      await driver.evaluate(async () => {
        window.inside('.scroller').scrollTop = 90_000;
        await window.painted();
        window.inside('.item a', 3).focus({ preventScroll: true });
      });
      const list = await around();
      assert.deepEqual(list.before.places, [90_000]);
      assert.match(String(list.before.focus), /^Bài số 5\d\d/);

      await opened(driver, { src: 'khoi.json', article: kSections.id });
      await clickButton(driver, 'Đơn vị');
      await driver.evaluate(async () => {
        window.inside('.article').parentElement.scrollTop = 2500;
        await window.painted();
        getSelection()?.selectAllChildren(window.inside('.article .paragraph', 20));
      });
      const article = await around();
      assert.equal(article.before.panel, 1);
      assert.ok(article.before.places.includes(2500));
      assert.ok(!textOf(article.path).includes('Sở Y tế\nSở Y tế'));
    });

    onPaper('stands in the page where its element is, and so does another', async () => {
      await driver.open(`${serverOf(driver).url}host.html`);
      await driver.evaluate(async () => {
        const readers = [...document.querySelectorAll('ban-tin')];
        const isReady = () =>
          readers[0].shadowRoot?.querySelector('.article') && readers[1].shadowRoot?.querySelector('.item');
        for (let tries = 0; tries < 200 && !isReady(); ++tries) await new Promise((later) => setTimeout(later, 50));
        await document.fonts.ready;
      });
      const text = squeezed(textOf(await printed(driver)));
      const places = [
        'Đầutrangcủađơnvị',
        'Mọiloạikhối',
        'Đoạncuối.',
        'Giữahaihộp',
        'Hếtcảnh“nhàsố7',
        'Chântrangcủađơnvị',
      ];
      const found = places.map((place) => text.indexOf(place));
      assert.ok(!found.includes(-1), `${found}`);
      assert.deepEqual(
        [...found].sort((a, b) => a - b),
        found,
      );
      assert.ok(text.startsWith(places[0]) && text.endsWith(places[5]));
    });
  });
}

describe('ink and paper', () => {
  /** Pixels of a page: whether all are grey, and the lightest and darkest. @param {string} path */
  function inks(path) {
    const { data } = pictureOf(path);
    let [isGrey, lightest, darkest, white] = [true, 0, 255, 0];
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = data.subarray(at, at + 3);
      isGrey &&= Math.max(red, green, blue) - Math.min(red, green, blue) < 12;
      lightest = Math.max(lightest, red);
      darkest = Math.min(darkest, red);
      if (red > 250) ++white;
    }
    return { isGrey, lightest, darkest, isMostlyWhite: white > data.length / 8 };
  }

  for (const webgl of [true, false]) {
    test(`are black and white in every theme, ${webgl ? 'with' : 'without'} WebGL`, async (t) => {
      const driver = await launchFor(t, 'chromium', { webgl });
      for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
        for (const article of ['', kSections.id]) {
          await openPage(driver, server, { src: 'khoi.json', theme, article });
          assert.equal(await driver.evaluate(() => window.reader.stats.renderer), webgl ? 'webgl2' : 'dom');
          const { darkest, ...others } = inks(await printed(driver));
          assert.deepEqual(others, { isGrey: true, lightest: 255, isMostlyWhite: true }, `${theme} ${article}`);
          assert.ok(darkest < 60, `${darkest}`);
        }
      }
    });
  }

  test('the pages that come with it are printed whole, in the dark too, with no page left empty', async (t) => {
    const driver = await launchFor(t, 'chromium');
    await driver.page?.emulateMedia({ colorScheme: 'dark' });
    for (const name of ['index.html', 'reader.html']) {
      await driver.open(server.url + name);
      await driver.evaluate(async () => {
        const reader = /** @type {any} */ (document.querySelector('ban-tin'));
        for (let tries = 0; tries < 200 && !(reader.results?.total > 0); ++tries) {
          await new Promise((later) => setTimeout(later, 50));
        }
        // Of a bundle those rows are printed that have been loaded.
        await reader.results.ids(0, reader.results.total);
      });
      const path = await printed(driver);
      const text = squeezed(textOf(path));
      assert.ok(text.includes(listWanted(expected({}).ids.map(itemOf), sampleDepartment)), name);
      for (const page of pagesOf(path)) assert.ok(page.trim().length > 100, `${name}: “${page}”`);
      assert.equal(inks(path).lightest, 255);
    }
  });
});

/**
 * Chromium in a window, that prints to files without asking.
 * @param {Test} t
 */
async function openPrinter(t) {
  const profile = temporaryFolder('printer');
  const out = join(profile.path, 'paper');
  mkdirSync(join(profile.path, 'profile/Default'), { recursive: true });
  mkdirSync(out);
  const target = { id: 'Save as PDF', origin: 'local', account: '' };
  const appState = {
    version: 2,
    recentDestinations: [target],
    selectedDestinationId: target.id,
    isHeaderFooterEnabled: false,
  };
  const preferences = {
    printing: { print_preview_sticky_settings: { appState: JSON.stringify(appState) } },
    savefile: { default_directory: out },
  };
  writeFileSync(join(profile.path, 'profile/Default/Preferences'), JSON.stringify(preferences));
  const display = await startDisplay('Chromium');
  const context = await chromium.launchPersistentContext(join(profile.path, 'profile'), {
    executablePath: program('/usr/bin/chromium', 'Chromium', 'chromium'),
    env: { ...process.env, DISPLAY: display.name },
    headless: false,
    viewport: null,
    args: [
      '--no-sandbox',
      '--kiosk-printing',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1000,800',
    ],
  });
  t.after(async () => {
    await context.close();
    await display.close();
    profile.remove();
  });
  const page = context.pages()[0];
  /** @type {Set<string>} */
  const taken = new Set();
  return {
    page,
    /** @param {Record<string, string>} attributes */
    open: async (attributes) => {
      await page.goto(`${server.url}stage.html?${new URLSearchParams(attributes)}`);
      await page.evaluate(() => window.ready());
    },
    /** The next paper that comes out: its path. */
    paper: async () => {
      const next = () => readdirSync(out).find((name) => name.endsWith('.pdf') && !taken.has(name));
      await until(20, 'waiting for paper', async () => Boolean(next()));
      const name = /** @type {string} */ (next());
      taken.add(name);
      const path = join(out, name);
      await until(10, 'waiting for the end of the paper', async () => {
        try {
          return pagesOf(path).length > 0;
        } catch {
          return false;
        }
      });
      return path;
    },
  };
}

describe('printing in a window', () => {
  test('the button prints the article alone with every kind of block, its source, and nothing stranded', async (t) => {
    const printer = await openPrinter(t);
    const { page } = printer;
    const driver = /** @type {any} */ ({
      evaluate: (/** @type {any} */ fn, /** @type {any} */ item) => page.evaluate(fn, item),
    });
    const runs = /** @type {[string, any, string][]} */ ([
      ['khoi.json', kBlocks, 'Sở Y tế'],
      ['data/sample.json', itemOf('giai-chay-duong-rung-2025'), 'Sở Văn hóa, Thể thao và Du lịch'],
      ['khoi.json', kSections, 'Sở Y tế'],
      ['khoi.json', kTables, 'Sở Y tế'],
    ]);
    for (const [src, item, department] of runs) {
      await printer.open({ src, article: item.id });
      const address = item.url ?? page.url();
      await page.getByRole('button', { name: 'Chia sẻ' }).click();
      await page.getByRole('button', { name: 'In bài' }).click();
      const path = await printer.paper();
      const [text, source] = textOf(path).split(/Nguồn: /);
      assert.equal(squeezed(source), squeezed(address));
      if (item !== kTables) {
        const { start, attachments } = await articleWanted(driver, item, department);
        assertArticle(withoutBullets(text), { start: withoutBullets(start), attachments });
      }
      assert.equal(picturesOf(path), item.content_html.match(/<img/g)?.length ?? 0);
      if (item === kSections) assertNoneStranded(path, /^Tiêu đề số \d+$/);
      if (item === kTables) assertRepeats(path);
    }
  });

  test('the page is printed from the browser itself with all its rows, and gets its places back', async (t) => {
    const printer = await openPrinter(t);
    await printer.open({ src: 'data/sample.json' });
    await printer.page.evaluate(async () => {
      window.inside('.scroller').scrollTop = 3000;
      await window.painted();
      setTimeout(() => window.print(), 0);
    });
    const path = await printer.paper();
    assert.equal(squeezed(textOf(path)), listWanted(expected({}).ids.map(itemOf), sampleDepartment));
    const place = await printer.page.evaluate(async () => {
      await window.painted();
      return [window.inside('.scroller').scrollTop, window.reader.shadowRoot.querySelectorAll('.item').length < 20];
    });
    assert.deepEqual(place, [3000, true]);
  });

  /** @param {string} path */
  function assertRepeats(path) {
    const withTable = pagesOf(path).filter((page) => /Xã thứ \d+/.test(page));
    assert.ok(withTable.length > 2);
    for (const page of withTable) assert.match(page, /Tên xã phường\s+Số hộ/);
  }
});
