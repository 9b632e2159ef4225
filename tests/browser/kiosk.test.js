/** A kiosk as people meet it: it forgets them, calls the next one, lets nobody out, and has a door for its operator. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { temporaryFolder } from './drivers/children.js';
import { enginesOfJourneys, launch, launchFor } from './drivers/driver.js';
import { clickButton, clickOn, dist, middleOf, openPage, pages, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** @type {import('./server.js').Server} */
let server;
/** @type {{path: string, remove: () => void}} */
let folder;
const kItem = {
  id: 'co-lien-ket',
  title: 'Bài có liên kết',
  summary: 'Sapô.',
  url: 'https://halam.example/tin/co-lien-ket.html',
  date_published: '2026-07-02T08:00:00+07:00',
  authors: [{ name: 'Sở Y tế' }],
  content_html:
    '<p>Đọc <a href="https://halam.example/quy-dinh.pdf">quy định</a>, gọi <a href="tel:18001234">tổng đài</a> hay viết ' +
    'cho <a href="mailto:hoi@halam.example">hộp thư</a>.</p>',
  attachments: [{ url: 'https://halam.example/mau-don.pdf', mime_type: 'application/pdf', title: 'Mẫu đơn' }],
};
const kPlain = {
  ...kItem,
  id: 'khong-dia-chi',
  title: 'Bài không địa chỉ',
  url: undefined,
  content_html: '<p>Chữ.</p>',
};

before(async () => {
  folder = temporaryFolder('kiosk');
  mkdirSync(join(folder.path, 'feeds'));
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Thử', items: [kItem, kPlain] };
  writeFileSync(join(folder.path, 'feeds/links.json'), JSON.stringify(feed));
  writeFileSync(
    join(folder.path, 'kiosk.json'),
    JSON.stringify({ src: 'data/bundle.json', idleSeconds: 60, pin: '2468' }),
  );
  server = await setStage({ folders: [folder.path, dist, pages], isolated: false });
});
after(() => {
  folder.remove();
  return server.close();
});

const kKiosk = { src: 'data/bundle.json', kiosk: '', 'idle-seconds': '3' };

/** Until `fn` gives something in the page. @param {Driver} driver @param {() => unknown} fn @param {string} what */
async function until(driver, fn, what, tries = 150) {
  for (let i = 0; i < tries; ++i) {
    if (await driver.evaluate(fn)) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`not in time: ${what}`);
}

const attracts = () => Boolean(window.inside('.attract:not(.leaving) .card'));
const isAlone = () => !window.inside('.attract');

/** What the page holds of whoever was there. @param {Driver} driver */
const traces = (driver) =>
  driver.evaluate(() => ({
    query: window.reader.query,
    departments: window.reader.departments,
    article: window.reader.article,
    field: window.inside('input[type=search]').value,
    total: window.reader.results.total,
    dialogs: window.reader.shadowRoot.querySelectorAll('dialog, .dialog').length,
    selected: String(getSelection()),
    scrolled: [...window.reader.shadowRoot.querySelectorAll('.scroller')].map(({ scrollTop }) => scrollTop),
    stored: Object.keys(localStorage).length + Object.keys(sessionStorage).length,
    theme: window.inside('.layer').style.getPropertyValue('--paper'),
    starred: window.reader.shadowRoot.querySelectorAll('[aria-pressed=true]').length,
    focused: window.reader.shadowRoot.activeElement?.tagName ?? '',
    log: window.reader.log,
  }));

for (const engine of enginesOfJourneys) {
  describe(engine, () => {
    /** @type {Driver} */
    let driver;
    before(async () => (driver = await launch(engine, { height: 800 })));
    after(() => driver?.close());

    test('nothing is left of whoever leaves, and headlines call the next one', async () => {
      await openPage(driver, server, { ...kKiosk, 'idle-seconds': '60' });
      const clean = await traces(driver);
      // Somebody who types, filters, reads, stars and changes the looks. Then the idle time is made short.
      await clickOn(driver, 'input[type=search]');
      await driver.type('nuoc');
      await driver.evaluate(() => window.reader.setFilter({ departments: ['so-yt'] }));
      const [id] = await driver.evaluate(() => window.reader.results.ids(0, 1));
      await driver.evaluate((wanted) => window.reader.openArticle(wanted), id);
      await driver.press('s');
      await clickButton(driver, 'Cách hiển thị');
      const themes = await driver.evaluate(() => window.reader.shadowRoot.querySelectorAll('[role=radio]').length);
      assert.ok(themes > 4);
      await clickOn(driver, '[role=radio]', 3);
      const used = await traces(driver);
      assert.notEqual(used.theme, clean.theme);
      assert.equal(used.article, id);
      assert.ok(used.query === 'nuoc' && used.total < clean.total && used.dialogs > 0);
      assert.equal(used.stored, clean.stored, 'nothing is stored meanwhile either');
      // Again with a short wait: the kiosk reads it when it starts.
      await openPage(driver, server, kKiosk);
      await clickOn(driver, 'input[type=search]');
      await driver.type('nuoc');
      await driver.evaluate((wanted) => window.reader.openArticle(wanted), id);
      await driver.press('s');
      await until(driver, attracts, 'headlines');
      const left = await traces(driver);
      assert.deepEqual({ ...left, log: [] }, { ...clean, log: [] });
      const [title, shown] = await driver.evaluate(() => [
        window.inside('.item .link').textContent,
        window.inside('.attract h2').textContent,
      ]);
      assert.equal(shown, title.replace(/\s+/g, ' ').trim());
    });

    test('a click ends the headlines and opens nothing', async () => {
      await openPage(driver, server, kKiosk);
      await until(driver, attracts, 'headlines');
      const row = await middleOf(driver, '.item');
      await driver.mouse.click(row.x, row.y);
      await until(driver, isAlone, 'the reader');
      assert.equal(await driver.evaluate(() => window.reader.article), '');
      await driver.mouse.click(row.x, row.y);
      await until(driver, () => window.reader.article !== '', 'the article');
    });

    test('a screen reader’s press, a click alone, ends the headlines', async () => {
      await openPage(driver, server, kKiosk);
      await until(driver, attracts, 'headlines');
      await driver.evaluate(() => window.inside('.attract button').click());
      await until(driver, isAlone, 'the reader');
      assert.equal(await driver.evaluate(() => window.reader.article), '');
    });

    test('a key ends the headlines and does nothing else', async () => {
      await openPage(driver, server, kKiosk);
      await until(driver, attracts, 'headlines');
      await driver.press('Enter');
      await until(driver, isAlone, 'the reader');
      assert.equal(await driver.evaluate(() => window.reader.article), '');
    });
  });
}

describe('no way out', () => {
  /** @type {Driver} */
  let driver;
  before(async () => (driver = await launch('chromium', { height: 800 })));
  after(() => driver?.close());

  /** Links are counted as the layer has them. @param {string} article */
  async function opened(article) {
    await openPage(driver, server, { ...kKiosk, 'idle-seconds': '60', src: 'feeds/links.json', article });
    await driver.evaluate(() => window.painted());
    return driver.evaluate(() => location.href);
  }
  const dialogOf = () =>
    driver.evaluate(() => {
      const dialog = window.inside('dialog.qr');
      return (
        dialog && {
          head: dialog.querySelector('h2').textContent,
          text: dialog.innerText,
          code: dialog.querySelectorAll('svg path').length,
        }
      );
    });

  for (const [name, head, address] of [
    ['quy định', 'Quét mã để mở trên điện thoại', 'https://halam.example/quy-dinh.pdf'],
    ['tổng đài', 'Quét mã để gọi bằng điện thoại', '18001234'],
    ['hộp thư', 'Quét mã để gửi thư từ điện thoại', 'hoi@halam.example'],
    ['Mẫu đơn', 'Quét mã để mở trên điện thoại', 'https://halam.example/mau-don.pdf'],
  ]) {
    test(`the link “${name}” becomes a code`, async () => {
      const here = await opened(kItem.id);
      const at = await driver.evaluate((wanted) => {
        /** @type {Element[]} */
        const links = [...window.reader.shadowRoot.querySelectorAll('.article a')];
        return links.findIndex((link) => link.textContent?.includes(wanted));
      }, name);
      assert.ok(at >= 0, name);
      await clickOn(driver, '.article a', at);
      const dialog = await dialogOf();
      assert.equal(dialog?.head, head);
      assert.ok(dialog?.text.includes(address), dialog?.text);
      assert.equal(dialog?.code, 2);
      assert.equal(await driver.evaluate(() => location.href), here);
      assert.equal(driver.page?.context().pages().length, 1);
      await driver.press('Escape');
      await until(driver, () => !window.inside('dialog'), 'the end of the dialog');
      assert.equal(await driver.evaluate(() => window.reader.article), kItem.id);
    });
  }

  test('sharing becomes a code at once, by a key too, and an article without an address says so', async () => {
    await opened(kItem.id);
    await clickButton(driver, 'Chia sẻ');
    assert.ok((await dialogOf())?.text.includes(kItem.url));
    assert.equal(await driver.evaluate(() => Boolean(window.inside('.layer .dialog'))), false);
    await driver.press('Escape');
    await until(driver, () => !window.inside('dialog'), 'the end of the dialog');
    await driver.evaluate(() => window.inside('button[aria-label="Chia sẻ"]').focus());
    await driver.press('Enter');
    assert.ok((await dialogOf())?.text.includes(kItem.url));
    await opened(kPlain.id);
    await clickButton(driver, 'Chia sẻ');
    const dialog = await dialogOf();
    assert.equal(dialog?.head, 'Bài này không có địa chỉ trên mạng.');
    assert.equal(dialog?.code, 0);
    await openPage(driver, server, { ...kKiosk, src: 'feeds/links.json', article: kItem.id, lang: 'en' });
    await clickButton(driver, 'Share');
    assert.equal((await dialogOf())?.head, 'Scan the code to open it on your phone');
  });

  test('menus, the middle button, drags, modifiers and copying lead nowhere', async () => {
    const here = await opened(kItem.id);
    const { page } = driver;
    await driver.evaluate(() => {
      const page = /** @type {any} */ (window);
      page.allowed = [];
      for (const type of ['contextmenu', 'dragstart', 'copy', 'auxclick', 'click', 'drop', 'dragover'])
        addEventListener(type, (event) => event.defaultPrevented || page.allowed.push(event.type));
    });
    const { x, y } = await middleOf(driver, '.article p a');
    await page?.mouse.click(x, y, { button: 'middle' });
    await page?.mouse.click(x, y, { button: 'right' });
    const row = await middleOf(driver, '.item .link', 1);
    for (const modifier of /** @type {const} */ (['Control', 'Shift'])) {
      await page?.keyboard.down(modifier);
      await page?.mouse.click(row.x, row.y);
      await page?.keyboard.up(modifier);
    }
    await driver.drag({ x, y }, { x: x + 200, y: y + 100 });
    await driver.press('Control+a');
    await driver.press('Control+c');
    assert.deepEqual(
      await driver.evaluate(() =>
        /** @type {any} */ (window).allowed.filter((/** @type {string} */ type) => type !== 'click'),
      ),
      [],
    );
    assert.equal(page?.context().pages().length, 1);
    assert.equal(await driver.evaluate(() => location.href), here);
  });

  test('the page opens no windows, does not print and goes nowhere else', async () => {
    await driver.open(`${server.url}kiosk.html`);
    await until(
      driver,
      () => Boolean(document.querySelector('ban-tin')?.shadowRoot?.querySelector('.item')),
      'the list',
    );
    const here = await driver.evaluate(() => location.href);
    const opened = await driver.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://halam.example/', textContent: 'x' });
      const file = Object.assign(document.createElement('a'), { href: 'data/sample.json', download: 'x.json' });
      document.body.append(link, file);
      link.click();
      file.click();
      location.href = 'https://halam.example/';
      location.href = `${location.pathname}.txt`;
      print();
      return window.open('https://halam.example/') !== null;
    });
    assert.equal(opened, false);
    await driver.press('Control+p');
    await new Promise((later) => setTimeout(later, 500));
    assert.equal(await driver.evaluate(() => location.href), here);
    assert.equal(driver.page?.context().pages().length, 1);
  });
});

describe('by touch', () => {
  test('a touch ends the headlines, opens nothing, and the next one reads', async (t) => {
    const driver = await launchFor(t, 'chromium', { width: 1080, height: 1920, touch: true });
    await openPage(driver, server, kKiosk);
    await until(driver, attracts, 'headlines');
    const row = await middleOf(driver, '.item');
    await driver.touchTap(row.x, row.y);
    await until(driver, isAlone, 'the reader');
    assert.equal(await driver.evaluate(() => window.reader.article), '');
    await driver.touchTap(row.x, row.y);
    await until(driver, () => window.reader.article !== '', 'the article');
    await until(driver, attracts, 'headlines again');
    assert.equal(await driver.evaluate(() => window.reader.article), '');
  });
});

/** The kiosk's own page, with what tests ask of a stage. @param {Driver} driver @param {import('./server.js').Server} [from] */
async function openKiosk(driver, from = server) {
  await driver.open(`${from.url}kiosk.html`);
  const isThere = () => Boolean(document.querySelector('ban-tin')?.shadowRoot?.querySelector('.item'));
  await until(driver, isThere, 'the list');
  await driver.evaluate(() => {
    Object.defineProperty(window, 'reader', { get: () => document.querySelector('ban-tin') });
    window.inside = (selector, index = 0) => window.reader.shadowRoot.querySelectorAll(selector)[index];
    window.painted = () => new Promise((done) => setTimeout(done, 50));
  });
}

describe('the operator', () => {
  /** @param {{after: (fn: () => Promise<void>) => void}} t */
  async function opened(t) {
    const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
    await openKiosk(driver);
    return driver;
  }

  /** @param {Driver} driver @param {number} ms */
  async function hold(driver, ms) {
    await driver.mouse.move(20, 20);
    await driver.mouse.down();
    await new Promise((later) => setTimeout(later, ms));
    await driver.mouse.up();
  }

  /** @param {Driver} driver @param {string} pin */
  async function enter(driver, pin) {
    for (const digit of pin) await clickButton(driver, digit);
    await clickButton(driver, 'Vào');
  }

  test('comes in by a long press and the PIN, and finds what there is to know and to do', async (t) => {
    const driver = await opened(t);
    await hold(driver, 1500);
    assert.equal(await driver.evaluate(() => Boolean(window.inside('dialog'))), false);
    await hold(driver, 5300);
    assert.ok(await driver.evaluate(() => Boolean(window.inside('dialog.pin'))));
    await enter(driver, '1111');
    assert.equal(await driver.evaluate(() => window.inside('.answer').textContent), 'Mã không đúng.');
    await enter(driver, '2468');
    await until(driver, () => Boolean(window.inside('dialog.panel dd')), 'the panel');
    const text = await driver.evaluate(() => window.inside('dialog.panel').innerText);
    for (const part of [
      'Phiên bản',
      'Số của bản tin',
      'Bài mới nhất',
      'Tải về lúc',
      'Nhật ký',
      'Tải lại trang',
      'Cập nhật ngay',
    ])
      assert.ok(text.includes(part), `${part} in ${text}`);
    assert.match(text, /pin wrong/);
    await clickButton(driver, 'Cập nhật ngay');
    await until(driver, () => window.inside('.answer').textContent === 'Không có gì mới.', 'an answer');
    await clickButton(driver, 'Đóng');
    await until(driver, () => !window.inside('dialog'), 'the end of the panel');
  });

  test('updates from a folder again and again, also from the same', async (t) => {
    const stick = temporaryFolder('kiosk-usb');
    t.after(async () => stick.remove());
    writeFileSync(join(stick.path, 'bundle.json'), '{}');
    const driver = await opened(t);
    await hold(driver, 5300);
    // A real keyboard's Enter with nothing typed is no guess.
    await driver.press('Enter');
    assert.equal(await driver.evaluate(() => window.inside('.answer').textContent), '');
    await enter(driver, '2468');
    await until(driver, () => Boolean(window.inside('dialog.panel dd')), 'the panel');
    for (let times = 1; times < 3; ++times) {
      await driver.page?.locator('input[type=file]').setInputFiles(stick.path);
      const folders = () =>
        driver.evaluate(() => window.reader.log.filter((/** @type {any} */ { event }) => event === 'folder').length);
      for (let i = 0; i < 100 && (await folders()) < times; ++i) await new Promise((later) => setTimeout(later, 100));
      assert.equal(await folders(), times);
      assert.equal(await driver.evaluate(() => window.inside('input[type=file]').value), '');
    }
  });

  test('whoever guesses waits', async (t) => {
    const driver = await opened(t);
    await hold(driver, 5300);
    for (let i = 0; i < 5; ++i) await enter(driver, '0000');
    assert.match(await driver.evaluate(() => window.inside('.answer').textContent), /thử lại sau 1 phút/);
    await enter(driver, '2468');
    assert.ok(await driver.evaluate(() => !window.inside('dialog.panel') && Boolean(window.inside('dialog.pin'))));
  });
});

test('all that is touched of the kiosk’s own is 44 px and more', async (t) => {
  const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
  await openKiosk(driver);
  await driver.mouse.move(20, 20);
  await driver.mouse.down();
  await new Promise((later) => setTimeout(later, 5300));
  await driver.mouse.up();
  const sizes = () =>
    driver.evaluate(() => {
      const all = [...window.reader.shadowRoot.querySelectorAll('.kiosk button')].map((button) => {
        const { width, height } = button.getBoundingClientRect();
        return { text: button.textContent, width, height };
      });
      return { count: all.length, small: all.filter(({ width, height }) => width < 44 || height < 44) };
    });
  const pad = await sizes();
  assert.ok(pad.count > 11);
  assert.deepEqual(pad.small, []);
  for (const digit of '2468') await driver.press(digit);
  await driver.press('Enter');
  await until(driver, () => Boolean(window.inside('dialog.panel dd')), 'the panel');
  const panel = await sizes();
  assert.ok(panel.count >= 5);
  assert.deepEqual(panel.small, []);
});

test('its page works under a policy that allows nothing inline, and shows newer news once nobody is there', async (t) => {
  const kPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:";
  const own = temporaryFolder('kiosk-news');
  t.after(async () => own.remove());
  const write = (/** @type {number} */ serial, /** @type {string} */ title) => {
    mkdirSync(join(own.path, 'data'), { recursive: true });
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Thử', serial, items: [{ ...kItem, title }] };
    writeFileSync(join(own.path, 'data/feed.json'), JSON.stringify(feed));
  };
  write(1, 'Tin hôm qua');
  const config = { src: 'data/feed.json', idleSeconds: 5, updateMinutes: 1 };
  writeFileSync(join(own.path, 'kiosk.json'), JSON.stringify(config));
  const strict = await setStage({
    folders: [own.path, dist, pages],
    isolated: false,
    headers: { '*': { 'Content-Security-Policy': kPolicy } },
  });
  t.after(() => strict.close());
  const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
  await driver.page?.addInitScript(() => {
    const violations = /** @type {string[]} */ ([]);
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
    // A minute is a second here.
    const clock = {
      now: () => Date.now(),
      setTimeout: (/** @type {() => void} */ work, /** @type {number} */ ms) =>
        setTimeout(work, ms < 20_000 ? ms : ms / 60),
      clearTimeout: (/** @type {number} */ timer) => clearTimeout(timer),
    };
    Object.assign(window, { bantinClock: clock });
  });
  await openKiosk(driver, strict);
  await driver.mouse.move(500, 500);
  write(2, 'Tin hôm nay');
  await until(driver, () => window.inside('.attract h2')?.textContent === 'Tin hôm nay', 'the newer news', 250);
  assert.match(await driver.evaluate(() => window.reader.getAttribute('src') ?? ''), /\?v=2$/);
  assert.deepEqual(await driver.evaluate(() => /** @type {any} */ (window).violations), []);
  assert.ok(await driver.evaluate(() => window.reader.log.some(({ event }) => event === 'update-shown')));
});

describe('left alone, it recovers', () => {
  /** @param {{after: (fn: () => Promise<void>) => void}} t */
  async function opened(t) {
    const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
    await driver.page?.addInitScript(() => {
      const make = WebAssembly.instantiate;
      const instances = /** @type {any[]} */ ([]);
      Object.assign(window, { instances });
      Object.assign(WebAssembly, {
        instantiate: async (/** @type {any} */ module, /** @type {any} */ imports) => {
          const instance = await make(module, imports);
          instances.push(instance);
          return instance;
        },
      });
    });
    await openKiosk(driver);
    await driver.evaluate(() => void Object.assign(window, { first: window.reader }));
    return driver;
  }
  const isFresh = () => window.reader !== /** @type {any} */ (window).first && Boolean(window.inside('.item .link'));
  const events = (/** @type {Driver} */ driver) => driver.evaluate(() => window.reader.log.map(({ event }) => event));

  test('from an engine that traps', async (t) => {
    const driver = await opened(t);
    await driver.evaluate(() => {
      const exports = Object.values(/** @type {any} */ (window).instances.at(-1).exports);
      const memory = exports.find((one) => one instanceof WebAssembly.Memory);
      new Uint8Array(/** @type {WebAssembly.Memory} */ (memory).buffer).fill(0xff);
      window.reader.setFilter({ query: 'nước' });
    });
    await until(driver, isFresh, 'a fresh element');
    await until(driver, () => window.reader.stats.articles > 0, 'the news');
    await until(driver, () => window.reader.log.length > 0, 'its log');
    assert.ok((await events(driver)).includes('watchdog-fresh'));
    await clickOn(driver, '.item .link');
    await until(driver, () => window.reader.article !== '', 'the article');
  });

  test('from a canvas that comes back', async (t) => {
    const driver = await opened(t);
    await until(driver, () => window.reader.stats.renderer === 'webgl2', 'the canvas');
    await driver.evaluate(() => {
      const gl = window.inside('canvas').getContext('webgl2');
      const lose = gl.getExtension('WEBGL_lose_context');
      lose.loseContext();
      setTimeout(() => lose.restoreContext(), 500);
    });
    await until(driver, () => window.reader.log.some(({ event }) => event === 'context-restored'), 'the context');
    await until(driver, () => window.reader.stats.renderer === 'webgl2', 'the canvas again');
    const ofContext = (await events(driver)).filter((event) => event.startsWith('context-'));
    assert.deepEqual(ofContext, ['context-lost', 'context-restored']);
  });

  test('from a canvas that does not', { timeout: 90_000 }, async (t) => {
    const driver = await opened(t);
    await until(driver, () => window.reader.stats.renderer === 'webgl2', 'the canvas');
    await driver.evaluate(() =>
      window.inside('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext(),
    );
    await until(driver, () => window.reader.stats.renderer === 'dom', 'the layer');
    await until(driver, isFresh, 'a fresh element', 400);
    await until(driver, () => window.reader.stats.renderer === 'webgl2', 'the canvas again');
  });

  test('from settings and a kiosk’s script that do not come at once', async (t) => {
    const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
    const asked = { settings: 0, script: 0 };
    await driver.page?.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
    });
    await driver.page?.route('**/kiosk.json', (route) => (++asked.settings < 2 ? route.abort() : route.continue()));
    await driver.page?.route('**/bantin.kiosk.js', (route) => (++asked.script < 2 ? route.abort() : route.continue()));
    await openKiosk(driver);
    const isGuarded = () => window.reader.log.some((/** @type {any} */ { event }) => event === 'watchdog-retry');
    await until(driver, isGuarded, 'an element that is a kiosk', 300);
    assert.equal(await driver.evaluate(() => window.reader.getAttribute('idle-seconds')), '60');
    assert.deepEqual(asked, { settings: 2, script: 2 });
  });

  test('from an engine that does not come', async (t) => {
    const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
    await driver.page?.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
      // A minute is a second here.
      const clock = {
        now: () => Date.now(),
        setTimeout: (/** @type {() => void} */ work, /** @type {number} */ ms) => setTimeout(work, ms / 60),
        clearTimeout: (/** @type {number} */ timer) => clearTimeout(timer),
      };
      Object.assign(window, { bantinClock: clock });
    });
    let asked = 0;
    // The first is never answered.
    await driver.page?.route('**/bantin.wasm', (route) => (++asked === 1 ? undefined : route.continue()));
    await openKiosk(driver);
    assert.equal(asked, 2);
  });

  test('from news that cannot be had', async (t) => {
    const own = temporaryFolder('kiosk-feed');
    t.after(async () => own.remove());
    writeFileSync(join(own.path, 'kiosk.json'), JSON.stringify({ src: 'data/sample.json' }));
    const host = await setStage({ folders: [own.path, dist, pages], isolated: false });
    t.after(() => host.close());
    const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
    const end = Date.now() + 5000;
    await driver.page?.route('**/data/sample.json*', (route) => (Date.now() < end ? route.abort() : route.continue()));
    await openKiosk(driver, host);
    assert.ok(Date.now() > end);
    await until(driver, () => window.reader.log.length > 0, 'its log');
    assert.ok((await events(driver)).some((event) => event === 'watchdog-retry'));
  });
});

for (const year of [1970, 2099]) {
  test(`the whole journey with a clock of ${year}`, async (t) => {
    const driver = await launchFor(t, 'chromium', { height: 800 });
    await driver.page?.addInitScript((wrong) => {
      const Right = Date;
      const shift = Right.UTC(wrong, 0, 1, 12) - Right.now();
      window.Date = /** @type {any} */ (
        class extends Right {
          constructor(/** @type {any[]} */ ...args) {
            // @ts-ignore
            super(...(args.length ? args : [Right.now() + shift]));
          }
          static now() {
            return Right.now() + shift;
          }
        }
      );
    }, year);
    await openPage(driver, server, kKiosk);
    assert.equal(await driver.evaluate(() => new Date().getFullYear()), year);
    assert.equal(await driver.evaluate(() => window.reader.results.total), sample.items.length);
    await clickOn(driver, 'input[type=search]');
    await driver.type('nuoc');
    await until(
      driver,
      () => window.reader.results.total < 62 && window.reader.results.total > 0,
      'what was searched for',
    );
    await clickOn(driver, '.item .link');
    await until(driver, () => window.reader.article !== '', 'the article');
    await until(driver, attracts, 'headlines');
    assert.equal(await driver.evaluate(() => window.reader.results.total), sample.items.length);
    assert.equal(await driver.evaluate(() => window.reader.article), '');
    await driver.press('Enter');
    await until(driver, isAlone, 'the reader');
    assert.deepEqual(
      await driver.evaluate(() => window.reader.log.filter(({ event }) => event === 'bantin-error')),
      [],
    );
  });
}
