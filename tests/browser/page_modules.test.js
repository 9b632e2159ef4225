/** The modules beside the reader, each alone: picture, printing, sharing, memory, address. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { until } from './drivers/deadline.js';
import { launch, launchFor } from './drivers/driver.js';
import { serve } from './server.js';
import { root as project } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** Names of the page's (pages/modules.html), for the functions sent there. @type {any} */
const page = {};
const { modules, root, heard } = /** @type {{modules: any, root: ShadowRoot, heard: string[]}} */ (page);

const kFolders = [join(project, 'web'), join(project, 'tests/browser/pages')];
const kStrict = "default-src 'none'; script-src 'self' 'nonce-modules'; img-src 'self' data:";

/** Under a content policy; in a sandbox, with an origin like no other; without either. @type {import('./server.js').Server[]} */
const servers = [];
const policies = [kStrict, 'sandbox allow-scripts', ''];
before(async () => {
  for (const policy of policies) {
    /** @type {Record<string, string>} */
    const page = policy ? { 'Content-Security-Policy': policy } : {};
    const headers = { '/modules.html': page, '*': { 'Access-Control-Allow-Origin': '*' } };
    servers.push(await serve({ folders: kFolders, headers }));
  }
});
after(() => Promise.all(servers.map((server) => server.close())));

/** One browser for all but routing, whose tests need a history of their own. @type {Driver} */
let browser;
before(async () => (browser = await launch('chromium')));
after(() => browser.close());

/** The page, as on a first visit. @param {{server?: number, hash?: string, driver?: Driver}} [what] */
async function openModules({ server = 0, hash = '', driver = browser } = {}) {
  await openAt(driver, hash, server);
  await driver.evaluate(() => {
    try {
      localStorage.clear();
    } catch {
      // The sandbox has none.
    }
  });
  return driver;
}

/** @param {Driver} driver @param {string} hash @param {number} [server] */
async function openAt(driver, hash, server = 0) {
  await driver.open('about:blank');
  await driver.open(`${servers[server].url}modules.html${hash}`);
  await driver.evaluate(async () => {
    while (!('root' in window)) await new Promise((later) => setTimeout(later, 5));
  });
}

/** Waits for what the page says to be as wanted. @param {Driver} driver @param {() => unknown} fn @param {unknown} wanted */
async function becomes(driver, fn, wanted) {
  let last;
  try {
    await until(5, String(fn), async () => {
      last = await driver.evaluate(fn);
      return JSON.stringify(last) === JSON.stringify(wanted);
    });
  } catch {
    assert.deepEqual(last, wanted);
  }
}

describe('the picture', () => {
  const kSvg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400"/></svg>';

  /** @param {Driver} driver @param {object} [changes] */
  async function openPicture(driver, changes = {}) {
    const src = `data:image/svg+xml,${encodeURIComponent(kSvg)}`;
    const picture = { src, alt: 'Cầu Rồng', caption: 'Cầu Rồng nhìn từ bờ đông', language: 'vi', ...changes };
    await driver.evaluate(async (/** @type {any} */ given) => {
      root.querySelector('button')?.focus();
      modules.openPicture(root, given);
      const image = /** @type {HTMLImageElement} */ (root.querySelector('dialog img'));
      await image.decode();
      await Promise.all(root.getAnimations().map((animation) => animation.finished));
    }, picture);
  }

  const isOpen = () => root.querySelector('dialog') !== null;
  const focused = () => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.textContent;
  const closed = () => ({
    nodes: root.children.length,
    focus: root.activeElement?.textContent,
    style: root.querySelector('button')?.getAttribute('style'),
    page: document.body.childElementCount,
  });
  const kClosed = { nodes: 1, focus: 'Mở ảnh', style: null, page: 1 };

  /** Scale and place, once nothing moves. */
  const place = async () => {
    await Promise.all(root.getAnimations().map((animation) => animation.finished));
    const image = /** @type {HTMLElement} */ (root.querySelector('dialog img'));
    const { left, top, width } = image.getBoundingClientRect();
    return { left, top, scale: width / image.offsetWidth };
  };

  /** @param {Driver} driver @param {string} selector */
  const middle = (driver, selector) =>
    driver.evaluate((/** @type {string} */ wanted) => {
      const box = /** @type {Element} */ (root.querySelector(wanted)).getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2, width: box.width, height: box.height };
    }, selector);

  test('is fitted, named, captioned and modal, with controls large enough to touch', async () => {
    const driver = await openModules();
    await driver.viewport(390, 700);
    await openPicture(driver);
    const seen = await driver.evaluate(() => {
      const dialog = /** @type {HTMLDialogElement} */ (root.querySelector('dialog'));
      const image = /** @type {HTMLImageElement} */ (dialog.querySelector('img'));
      const { width, height } = image.getBoundingClientRect();
      const buttons = [...dialog.querySelectorAll('button')];
      return {
        modal: dialog.matches(':modal'),
        label: dialog.getAttribute('aria-label'),
        alt: image.alt,
        caption: dialog.querySelector('p')?.textContent,
        size: [width, height],
        names: buttons.map((button) => button.getAttribute('aria-label')),
        small: buttons.filter((button) => button.offsetWidth < 44 || button.offsetHeight < 44).length,
      };
    });
    assert.deepEqual(seen, {
      modal: true,
      label: 'Xem ảnh',
      alt: 'Cầu Rồng',
      caption: 'Cầu Rồng nhìn từ bờ đông',
      size: [390, 195],
      names: ['Đóng', 'Phóng to', 'Thu nhỏ'],
      small: 0,
    });
    assert.equal(await driver.evaluate(focused), 'Đóng');
    await driver.viewport(1000, 700);
  });

  test('speaks English, and does without a caption', async () => {
    const driver = await openModules();
    await openPicture(driver, { language: 'en', caption: '' });
    const names = await driver.evaluate(() =>
      [...root.querySelectorAll('dialog, dialog button')].map((element) => element.getAttribute('aria-label')),
    );
    assert.deepEqual(names, ['Picture', 'Close', 'Zoom in', 'Zoom out']);
    assert.equal(await driver.evaluate(() => root.querySelector('dialog p')), null);
  });

  test('closes by Escape, the button, a click and a tap beside it; focus goes back and nothing remains', async () => {
    const driver = await openModules();
    const button = () => middle(driver, 'dialog button');
    const ways = [
      () => driver.press('Escape'),
      () => driver.press('Enter'),
      async () => driver.mouse.click((await button()).x, (await button()).y),
      () => driver.mouse.click(20, 350),
      () => driver.touchTap(20, 350),
    ];
    for (const [index, close] of ways.entries()) {
      await openPicture(driver);
      assert.equal(await driver.evaluate(isOpen), true);
      await close();
      await becomes(driver, isOpen, false);
      assert.deepEqual(await driver.evaluate(closed), kClosed, `way ${index}`);
    }
    assert.equal(await driver.evaluate(() => root.adoptedStyleSheets.length), 1);
  });

  test('stays open for a click on the picture or its caption, and for a drag', async () => {
    const driver = await openModules();
    await openPicture(driver);
    await driver.mouse.click(500, 340);
    const caption = await middle(driver, 'dialog p');
    await driver.mouse.click(caption.x, caption.y);
    await driver.drag({ x: 500, y: 340 }, { x: 40, y: 40 });
    await driver.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    assert.equal(await driver.evaluate(isOpen), true);
  });

  test('zooms by keys and buttons between 1 and 4, and says when it can no further', async () => {
    const driver = await openModules();
    await openPicture(driver);
    const limits = () =>
      [...root.querySelectorAll('dialog [aria-disabled]')].map((element) => element.getAttribute('aria-disabled'));
    assert.deepEqual(await driver.evaluate(limits), ['false', 'true']);
    await driver.press('+');
    assert.equal((await driver.evaluate(place)).scale, 1.5);
    for (let i = 0; i < 6; ++i) await driver.press('=');
    assert.equal((await driver.evaluate(place)).scale, 4);
    assert.deepEqual(await driver.evaluate(limits), ['true', 'false']);
    const less = await middle(driver, 'dialog [aria-label="Thu nhỏ"]');
    await driver.mouse.click(less.x, less.y);
    const { scale } = await driver.evaluate(place);
    assert.ok(Math.abs(scale - 4 / 1.5) < 1e-3, `${scale}`);
    for (let i = 0; i < 6; ++i) await driver.press('-');
    assert.equal((await driver.evaluate(place)).scale, 1);
    const more = await middle(driver, 'dialog [aria-label="Phóng to"]');
    await driver.mouse.click(more.x, more.y);
    assert.equal((await driver.evaluate(place)).scale, 1.5);
    await driver.press('0');
    assert.equal((await driver.evaluate(place)).scale, 1);
  });

  test('leaves keys with Control to the browser, and lets none through to the reader behind', async () => {
    const driver = await openModules();
    await openPicture(driver);
    const taken = await driver.evaluate(() => {
      const event = new KeyboardEvent('keydown', {
        key: '+',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      root.querySelector('dialog')?.dispatchEvent(event);
      return event.defaultPrevented;
    });
    assert.equal(taken, false);
    await driver.press('/');
    await driver.press('ArrowDown');
    assert.deepEqual(await driver.evaluate(() => heard), []);
    assert.equal((await driver.evaluate(place)).scale, 1);
  });

  test('zooms by double click and double tap about the place, and back', async () => {
    const driver = await openModules();
    await openPicture(driver);
    const spot = { x: 300, y: 300 };
    const under = () => {
      const { left, top, width, height } = /** @type {Element} */ (
        root.querySelector('dialog img')
      ).getBoundingClientRect();
      return [(300 - left) / width, (300 - top) / height];
    };
    const was = await driver.evaluate(under);
    await driver.mouse.click(spot.x, spot.y, { count: 2 });
    assert.equal((await driver.evaluate(place)).scale, 2.5);
    (await driver.evaluate(under)).forEach((part, i) => assert.ok(Math.abs(part - was[i]) < 1e-3));
    await driver.mouse.click(spot.x, spot.y, { count: 2 });
    assert.equal((await driver.evaluate(place)).scale, 1);
    await driver.touchTap(spot.x, spot.y);
    await driver.touchTap(spot.x, spot.y);
    await becomes(driver, async () => (root.querySelector('dialog .zoomed') ? 'zoomed' : ''), 'zoomed');
    assert.equal((await driver.evaluate(place)).scale, 2.5);
  });

  test('zooms by the wheel within its limits, with and without Control', async () => {
    const driver = await openModules();
    await openPicture(driver);
    await driver.wheel(500, 300, -300);
    const { scale } = await driver.evaluate(place);
    assert.ok(scale > 1.2 && scale < 4, `${scale}`);
    const taken = await driver.evaluate(() => {
      const options = { deltaY: -50, ctrlKey: true, clientX: 500, clientY: 300, bubbles: true, cancelable: true };
      const event = new WheelEvent('wheel', options);
      root.querySelector('dialog img')?.dispatchEvent(event);
      return event.defaultPrevented;
    });
    assert.equal(taken, true);
    assert.ok((await driver.evaluate(place)).scale > scale);
    await driver.wheel(500, 300, -9000);
    assert.equal((await driver.evaluate(place)).scale, 4);
    await driver.wheel(500, 300, 9000);
    assert.equal((await driver.evaluate(place)).scale, 1);
  });

  test('is dragged and moved by arrows when zoomed, never off the stage; not moved when whole', async () => {
    const driver = await openModules();
    await openPicture(driver);
    const whole = await driver.evaluate(place);
    await driver.drag({ x: 500, y: 300 }, { x: 600, y: 350 });
    await driver.press('ArrowLeft');
    assert.deepEqual(await driver.evaluate(place), whole);
    for (let i = 0; i < 5; ++i) await driver.press('+');
    const large = await driver.evaluate(place);
    await driver.drag({ x: 500, y: 300 }, { x: 600, y: 350 });
    const dragged = await driver.evaluate(place);
    assert.ok(Math.abs(dragged.left - large.left - 100) < 1 && Math.abs(dragged.top - large.top - 50) < 1);
    await driver.press('ArrowRight');
    assert.ok(Math.abs((await driver.evaluate(place)).left - dragged.left + 80) < 1);
    for (let i = 0; i < 40; ++i) await driver.press('ArrowLeft');
    assert.ok(Math.abs((await driver.evaluate(place)).left) < 1);
  });

  test('is pinched by two fingers, about their middle', async () => {
    const driver = await openModules();
    await openPicture(driver);
    const touch = (/** @type {string} */ type, /** @type {number[][]} */ ...points) =>
      driver.cdp?.send(
        'Input.dispatchTouchEvent',
        /** @type {any} */ ({ type, touchPoints: points.map(([x, y]) => ({ x, y })) }),
      );
    await touch('touchStart', [450, 320]);
    await touch('touchStart', [450, 320], [550, 320]);
    for (const spread of [60, 80, 100]) await touch('touchMove', [500 - spread, 320], [500 + spread, 320]);
    await touch('touchEnd');
    const { scale } = await driver.evaluate(place);
    assert.ok(Math.abs(scale - 2) < 0.05, `${scale}`);
    assert.equal(await driver.evaluate(isOpen), true);
  });

  test('moves without transition under reduced motion, else in less than 180 ms', async () => {
    const driver = await openModules();
    await openPicture(driver);
    await driver.press('+');
    const durations = () =>
      ['.lightbox', '.lightbox img'].map((selector) => {
        const style = getComputedStyle(/** @type {Element} */ (root.querySelector(selector)));
        return Math.max(parseFloat(style.animationDuration), parseFloat(style.transitionDuration));
      });
    (await driver.evaluate(durations)).forEach((seconds) => assert.ok(seconds > 0 && seconds < 0.18));
    const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
    await driver.cdp?.send('Emulation.setEmulatedMedia', { features });
    assert.deepEqual(await driver.evaluate(durations), [0, 0]);
    await driver.cdp?.send('Emulation.setEmulatedMedia', { features: [] });
  });
});

describe('printing', () => {
  /** A layer's article with every kind of block, and what is to be printed of each. */
  const kBlocks = [
    [
      '<h2 class="node heading" tabindex="-1"><span class="line">Cải cách</span> <span class="line">hành chính</span></h2>',
      '<h2>Cải cách hành chính</h2>',
    ],
    ['<p class="node paragraph">13/01/2022</p>', '<p>13/01/2022</p>'],
    ['<button class="node button" type="button">Chia sẻ</button>', ''],
    ['<span class="node label">Sở Y tế</span>', '<p>Sở Y tế</p>'],
    [
      '<p class="node"><span class="line">Tại https://a.example/</span><wbr><span class="line">b,</span> <span class="line">xem ' +
        '</span><a class="node link" href="https://yt.example/a?b=1&amp;c"><span class="line">tin này</span></a>.</p>',
      '<p>Tại https://a.example/b, xem <a href="https://yt.example/a?b=1&amp;c">tin này</a>.</p>',
    ],
    [
      '<p><a href="https://yt.example/">https://yt.example/</a>, <a href="javascript:alert(1)">kia</a>, <a href="#">đây</a></p>',
      '<p>https://yt.example/, kia, đây</p>',
    ],
    ['<h3 class="node">Mục</h3>', '<h3>Mục</h3>'],
    [
      '<ul role="list"><li class="node" aria-posinset="1"><span class="line">Một</span></li></ul>',
      '<ul><li>Một</li></ul>',
    ],
    ['<ol start="3" style="margin: 0"><li>Ba</li></ol>', '<ol start="3"><li>Ba</li></ol>'],
    ['<blockquote class="node"><p>Trích</p></blockquote>', '<blockquote><p>Trích</p></blockquote>'],
    [
      '<figure class="node"><button><img class="node" alt="Ảnh" src="empty.svg" loading="lazy" onerror="alert(1)"></button>' +
        '<figcaption class="node">Chú thích</figcaption></figure>',
      '<figure><img alt="Ảnh" src="URLempty.svg"><figcaption>Chú thích</figcaption></figure>',
    ],
    [
      '<table class="node"><thead><tr><th scope="col" id="a">Cột</th></tr></thead><tbody><tr><td colspan="2">Ô</td></tr></tbody></table>',
      '<table><thead><tr><th scope="col">Cột</th></tr></thead><tbody><tr><td colspan="2">Ô</td></tr></tbody></table>',
    ],
    [
      '<svg><text>vẽ</text></svg><p hidden>ẩn</p><span aria-hidden="true">hình</span><script>0</script><input value="ô">',
      '',
    ],
  ];
  const kPrinted = kBlocks.map(([, printed]) => printed).join('');

  /** @param {Driver} driver @param {string[]} [blocks] */
  async function putArticle(driver, blocks = kBlocks.map(([layer]) => layer)) {
    const html = `<article class="node">${blocks.join('\n')}</article>`;
    await driver.evaluate((/** @type {string} */ source) => {
      const parsed = new DOMParser().parseFromString(source, 'text/html').body.firstElementChild;
      root.querySelector('article')?.remove();
      root.append(document.importNode(/** @type {Element} */ (parsed), true));
    }, html);
  }

  /** Prints, and tells what the frame held when the browser was asked. @param {Driver} driver @param {object} options */
  const print = (driver, options) =>
    driver.evaluate(async (/** @type {any} */ given) => {
      const frames = () => /** @type {NodeListOf<HTMLIFrameElement>} */ (root.querySelectorAll('iframe'));
      /** @type {any} */
      let seen = null;
      new MutationObserver(() => {
        const page = /** @type {any} */ (frames()[0]?.contentWindow);
        if (!page) return;
        page.print = () => {
          const style = (/** @type {string} */ selector) =>
            page.getComputedStyle(page.document.querySelector(selector));
          seen = {
            body: page.document.body.innerHTML,
            title: page.document.title,
            lang: page.document.documentElement.lang,
            pictures: [...page.document.images].every((picture) => picture.complete),
            link: page.getComputedStyle(page.document.querySelector('a') ?? page.document.body, '::after').content,
            heading: style(':is(h1, h2)').breakAfter,
            serif: style('body').fontFamily.endsWith('serif'),
            styles: page.document.querySelectorAll('style, [style], link').length,
          };
        };
      }).observe(root, { childList: true });
      await modules.printArticle(root.querySelector('article'), given);
      const before = frames().length;
      frames()[0].contentWindow?.dispatchEvent(new Event('afterprint'));
      return { ...seen, before, after: frames().length, focus: document.activeElement?.tagName };
    }, options);

  test('copies text and structure of every kind of block, and nothing of the layer', async () => {
    const driver = await openModules();
    await putArticle(driver);
    const copy = await driver.evaluate(() => {
      const holder = document.createElement('div');
      holder.append(modules.printable(root.querySelector('article'), document));
      return holder.innerHTML;
    });
    assert.equal(copy, kPrinted.replace('URL', servers[0].url));
  });

  test('prints a document of its own under a strict policy, and takes its frame away', async () => {
    const driver = await openModules();
    await putArticle(driver);
    const options = { title: 'Cải cách hành chính', address: 'https://yt.example/1', language: 'vi' };
    const seen = await print(driver, options);
    assert.deepEqual(seen, {
      body: `${kPrinted.replace('URL', servers[0].url)}<footer>Nguồn: https://yt.example/1</footer>`,
      title: 'Cải cách hành chính',
      lang: 'vi',
      pictures: true,
      link: '" (https://yt.example/a?b=1&c)"',
      heading: 'avoid',
      serif: true,
      styles: 0,
      before: 1,
      after: 0,
      focus: 'BODY',
    });
  });

  test('puts the title above an article without a heading, and no source where there is none', async () => {
    const driver = await openModules();
    await putArticle(driver, ['<p>Một</p>']);
    const seen = await print(driver, { title: 'Tên <b>', address: '', language: 'en' });
    assert.equal(seen.body, '<h1>Tên &lt;b&gt;</h1><p>Một</p>');
    assert.equal(seen.lang, 'en');
  });

  test('a picture that never comes does not keep the article from being printed', async () => {
    const driver = await openModules();
    await putArticle(driver, ['<h2>Tin</h2>', '<img alt="Mất" src="nowhere.png">']);
    const seen = await print(driver, { title: 'Tin', address: '', language: 'vi' });
    assert.ok(seen.body.includes('alt="Mất"'));
  });

  test('asked twice, it prints once', async () => {
    const driver = await openModules();
    await putArticle(driver);
    const printed = await driver.evaluate(async () => {
      let count = 0;
      new MutationObserver(() => {
        for (const frame of root.querySelectorAll('iframe')) {
          /** @type {any} */ (frame.contentWindow).print = () => ++count;
        }
      }).observe(root, { childList: true });
      const article = root.querySelector('article');
      const options = { title: 'Tin', address: '', language: 'vi' };
      await Promise.all([modules.printArticle(article, options), modules.printArticle(article, options)]);
      return [count, root.querySelectorAll('iframe').length];
    });
    assert.deepEqual(printed, [1, 1]);
  });
});

describe('sharing', () => {
  /** What the clipboard holds, by pasting it. @param {Driver} driver */
  async function pasted(driver) {
    await driver.evaluate(() => {
      const field = document.createElement('textarea');
      document.body.append(field);
      field.focus();
    });
    await driver.press('Control+v');
    return driver.evaluate(() => {
      const field = /** @type {HTMLTextAreaElement} */ (document.querySelector('body > textarea'));
      field.remove();
      return field.value;
    });
  }

  // A page may put something on the clipboard only just after a click or a key.
  const pressKey = (/** @type {Driver} */ driver) => driver.press('a');

  /** Puts something of the test's in place of a part of the navigator. @param {Driver} driver @param {string} outcome */
  const setShare = (driver, outcome) =>
    driver.evaluate((/** @type {string} */ wanted) => {
      const share = async () => {
        if (wanted !== 'shared') throw new DOMException('', wanted);
      };
      Object.defineProperty(navigator, 'canShare', { value: () => wanted !== '', configurable: true });
      Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    }, outcome);

  const share = () => modules.shareLink({ title: 'Tin', url: 'https://yt.example/1' });

  test('copies by the clipboard, and by a selected field where there is none; focus stays', async () => {
    const driver = await openModules();
    await pressKey(driver);
    assert.equal(await driver.evaluate(() => modules.copyText('Sở Y tế: một')), true);
    assert.equal(await pasted(driver), 'Sở Y tế: một');
    const seen = await driver.evaluate(async () => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      root.querySelector('button')?.focus();
      const copied = await modules.copyText('Dòng một\nDòng hai');
      return [copied, root.activeElement?.textContent, document.querySelectorAll('textarea').length];
    });
    assert.deepEqual(seen, [true, 'Mở ảnh', 0]);
    assert.equal(await pasted(driver), 'Dòng một\nDòng hai');
  });

  test('copies while a modal dialog has the focus', async () => {
    const driver = await openModules();
    await pressKey(driver);
    const seen = await driver.evaluate(async () => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      modules.openPicture(root, { src: 'empty.svg', alt: '', caption: '', language: 'vi' });
      const copied = await modules.copyText('từ hộp thoại');
      return [copied, root.activeElement?.getAttribute('aria-label'), root.querySelectorAll('textarea').length];
    });
    assert.deepEqual(seen, [true, 'Đóng', 0]);
    await driver.press('Escape');
    await becomes(driver, () => root.querySelector('dialog'), null);
    assert.equal(await pasted(driver), 'từ hộp thoại');
  });

  test('shares where the system can, else copies the address', async () => {
    const driver = await openModules();
    for (const [outcome, told] of [
      ['shared', 'shared'],
      ['AbortError', 'cancelled'],
      ['NotAllowedError', 'copied'],
      ['', 'copied'],
    ]) {
      await setShare(driver, outcome);
      await pressKey(driver);
      assert.equal(await driver.evaluate(share), told, outcome);
    }
    assert.equal(await pasted(driver), 'https://yt.example/1');
  });

  test('says so when nothing can be copied', async () => {
    const driver = await openModules();
    await setShare(driver, '');
    const told = await driver.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
      return modules.shareLink({ title: 'Tin', url: 'https://yt.example/1' });
    });
    assert.equal(told, 'failed');
  });

  test('opens addresses of the web only, in a tab that knows nothing of the page', async () => {
    const driver = await openModules();
    const opened = await driver.evaluate(() => {
      /** @type {any[]} */
      const calls = [];
      window.open = (...args) => (calls.push(args), null);
      const addresses = [
        'https://a.example/?b',
        'HTTP://a.example',
        'javascript:alert(1)',
        'data:text/html,a',
        '//a',
        '',
        'ftp://a',
      ];
      return { told: addresses.map((address) => modules.openOriginal(address)), calls };
    });
    assert.deepEqual(opened.told, [true, true, false, false, false, false, false]);
    assert.deepEqual(
      opened.calls,
      ['https://a.example/?b', 'HTTP://a.example'].map((address) => [address, '_blank', 'noopener']),
    );
  });
});

describe('memory', () => {
  const kEmpty = { preferences: {}, starred: [], read: [] };
  const stored = () => JSON.parse(localStorage.getItem('bantin') ?? 'null');

  /** Uses everything and tells what is remembered. */
  const useAll = () => {
    const memory = new modules.Memory();
    memory.setPreferences({ theme: 'dark', size: 2 });
    memory.setStarred('a', true);
    memory.setStarred('b', true);
    memory.setStarred('a', false);
    memory.markRead('c');
    return memory.load();
  };
  const kUsed = { preferences: { theme: 'dark', size: 2 }, starred: ['b'], read: ['c'] };

  test('keeps preferences, starred and read over a new visit', async () => {
    const driver = await openModules();
    assert.deepEqual(await driver.evaluate(() => new modules.Memory().load()), kEmpty);
    assert.deepEqual(await driver.evaluate(useAll), kUsed);
    await openAt(driver, '');
    assert.deepEqual(await driver.evaluate(() => new modules.Memory().load()), kUsed);
    assert.deepEqual(await driver.evaluate(stored), kUsed);
  });

  test('merges preferences, forgets those that are null, and keeps what is read last at the end', async () => {
    const driver = await openModules();
    const seen = await driver.evaluate(() => {
      const memory = new modules.Memory();
      memory.setPreferences({ theme: 'dark', size: 2 });
      memory.setPreferences({ theme: null, width: 3, colour: 'red', line: 1.5, face: {} });
      for (const id of ['a', 'b', 'a']) memory.markRead(id);
      memory.load().read.push('not in the memory');
      return memory.load();
    });
    assert.deepEqual(seen, { preferences: { size: 2, width: 3 }, starred: [], read: ['b', 'a'] });
  });

  test('is bounded: 2,000 read, 1,000 starred, the newest; ids that are none are not taken', async () => {
    const driver = await openModules();
    const seen = await driver.evaluate(() => {
      const ids = Array.from({ length: 2500 }, (_, i) => `id-${i}`);
      localStorage.setItem('bantin', JSON.stringify({ read: ids, starred: ids }));
      const memory = new modules.Memory();
      memory.markRead('new');
      memory.setStarred('new', true);
      for (const bad of [7, null, undefined, {}, '', 'x'.repeat(501)]) {
        memory.markRead(bad);
        memory.setStarred(bad, true);
      }
      const { read, starred } = memory.load();
      return [read.length, read[0], read.at(-1), starred.length, starred[0], starred.at(-1)];
    });
    assert.deepEqual(seen, [2000, 'id-501', 'new', 1000, 'id-1501', 'new']);
  });

  test('takes in what another tab wrote', async () => {
    const driver = await openModules({ server: 2 });
    const seen = await driver.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'modules.html';
      document.body.append(frame);
      const other = /** @type {any} */ (frame.contentWindow);
      while (!other.modules) await new Promise((later) => setTimeout(later, 5));
      const [mine, theirs] = [new modules.Memory(), new other.modules.Memory()];
      mine.setStarred('a', true);
      theirs.setStarred('b', true);
      theirs.setPreferences({ size: 1 });
      mine.setStarred('c', true);
      const merged = mine.load();
      frame.remove();
      return merged;
    });
    assert.deepEqual(seen, { preferences: { size: 1 }, starred: ['a', 'b', 'c'], read: [] });
  });

  for (const garbage of ['{', 'null', '7', '"a"', '[]', '[{"read":["a"]}]', '\u0000']) {
    test(`works in memory only where the key holds ${JSON.stringify(garbage)}, and leaves that alone`, async () => {
      const driver = await openModules();
      await driver.evaluate((/** @type {string} */ text) => localStorage.setItem('bantin', text), garbage);
      assert.deepEqual(await driver.evaluate(useAll), kUsed);
      assert.equal(await driver.evaluate(() => localStorage.getItem('bantin')), garbage);
    });
  }

  test('takes the good parts of an object, whatever the rest is', async () => {
    const driver = await openModules();
    const seen = await driver.evaluate(() => {
      const text =
        '{"__proto__":{"x":1},"preferences":{"__proto__":{"y":1},"size":"2","theme":[],"face":"long"},"read":{"0":"a"},"starred":["a",1,"a",null]}';
      localStorage.setItem('bantin', text.replace('long', 'x'.repeat(33)));
      const kept = new modules.Memory().load();
      return { kept, clean: kept.x === undefined && kept.preferences.y === undefined };
    });
    assert.deepEqual(seen, { kept: { preferences: { size: '2' }, starred: ['a'], read: [] }, clean: true });
  });

  test('works in memory only where storage throws, and where it is full', async () => {
    const driver = await openModules();
    const full = await driver.evaluate(() => {
      localStorage.setItem('bantin', '{"read":["old"]}');
      Storage.prototype.setItem = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
      const memory = new modules.Memory();
      memory.markRead('new');
      memory.setStarred('a', true);
      return memory.load();
    });
    assert.deepEqual(full, { preferences: {}, starred: ['a'], read: ['old', 'new'] });
    const sandboxed = await openModules({ server: 1 });
    const refused = await sandboxed.evaluate(() => {
      try {
        return Boolean(localStorage);
      } catch {
        return 'refused';
      }
    });
    assert.equal(refused, 'refused');
    assert.deepEqual(await sandboxed.evaluate(useAll), kUsed);
  });
});

describe('the address', () => {
  const kInitial = { departments: [], from: '', to: '', query: '', article: '', starred: false, at: 0, row: 0 };
  const kFull = {
    departments: ['so-yt', 'so-ct'],
    from: '2022-01-01',
    to: '2022-12-31',
    query: 'chuyển đổi',
    article: 'bài/1?a&b=c#d',
    starred: true,
    at: 12,
    row: 40,
  };

  test('is readable, leaves empty parts out, and comes back', async () => {
    const driver = await openModules();
    const seen = await driver.evaluate(
      (/** @type {any} */ full, /** @type {any} */ empty) => {
        const { formatHash, parseHash } = modules;
        const hash = formatHash(full);
        return {
          hash: decodeURIComponent(hash.replace(/&bai=[^&]*/, '')),
          back: parseHash(hash),
          empty: formatHash(empty),
          nothing: parseHash('#bantin:'),
          named: formatHash({ query: 'a' }, 'tin tức:1'),
          namedBack: parseHash('#tin+t%E1%BB%A9c%3A1:tim=a', 'tin tức:1').query,
        };
      },
      kFull,
      kInitial,
    );
    assert.deepEqual(seen, {
      hash: '#bantin:don-vi=so-yt,so-ct&tu=2022-01-01&den=2022-12-31&tim=chuyển+đổi&sao=1&doan=12&dong=40',
      back: kFull,
      empty: '#bantin:',
      nothing: kInitial,
      named: '#tin+t%E1%BB%A9c%3A1:tim=a',
      namedBack: 'a',
    });
  });

  test('200 states of all kinds come back, and the browser leaves their hashes as they are', async () => {
    const driver = await openModules();
    const differing = await driver.evaluate(() => {
      let seed = 1;
      const next = (/** @type {number} */ below) => (seed = (seed * 48271) % 2147483647) % below;
      const signs = [...'aZ09 &=#%+,:;/?\'"<>`~!*()ăẹđỬ ê\u0301😀中'];
      const text = () => Array.from({ length: next(12) }, () => signs[next(signs.length)]).join('');
      const day = () => (next(2) ? `20${10 + next(20)}-0${1 + next(9)}-${10 + next(19)}` : '');
      const different = [];
      for (let i = 0; i < 200; ++i) {
        const departments = Array.from({ length: next(4) }, () => `so-${next(1000)}`);
        const [from, to, query, article] = [day(), day(), text(), text()];
        const state = {
          departments,
          from,
          to,
          query,
          article,
          starred: next(2) === 1,
          at: next(3) * next(999),
          row: next(1e6),
        };
        const hash = modules.formatHash(state, i % 2 ? 'bantin' : text() || 'a');
        const name = decodeURIComponent(hash.slice(1, hash.indexOf(':')).replaceAll('+', ' '));
        location.hash = hash;
        const back = modules.parseHash(location.hash, name);
        if (location.hash !== hash || JSON.stringify(back) !== JSON.stringify(state))
          different.push([hash, state, back]);
      }
      return different;
    });
    assert.deepEqual(differing, []);
  });

  test('other hashes are none of its business', async () => {
    const driver = await openModules();
    const seen = await driver.evaluate(() =>
      ['', '#', '#muc-luc', '#bantin', '#bantin2:tim=a', '#tin:tim=a', '#Bantin:tim=a', 'bantin:'].map((hash) =>
        modules.parseHash(hash),
      ),
    );
    assert.ok(seen.every((/** @type {unknown} */ state) => state === null));
  });

  test('hostile parts are null, never thrown, and touch no prototype', async () => {
    const driver = await openModules();
    /** @type {[string, object][]} */
    const cases = [
      ['tim=%', { query: null }],
      ['tim=%E1%BB', { query: null }],
      ['tim=a%00b', { query: null }],
      ['tim=%0A', { query: null }],
      [`tim=${'x'.repeat(301)}`, { query: null }],
      [`bai=${'x'.repeat(501)}`, { article: null }],
      ['bai=%C2%85', { article: null }],
      ['don-vi=so-yt,__proto__', { departments: null }],
      ['don-vi=<script>', { departments: null }],
      [`don-vi=${'a,'.repeat(65)}`, { departments: null }],
      [`don-vi=${'a'.repeat(101)}`, { departments: null }],
      ['don-vi=,,', { departments: [] }],
      ['tu=2022-02-30&den=2022-13-01', { from: null, to: null }],
      ['tu=2022-1-1&den=+2022-01-01', { from: null, to: null }],
      ['sao=true', { starred: null }],
      ['doan=-1&dong=1e9', { at: null, row: null }],
      ['doan=999999999&dong=0x10', { at: null, row: null }],
      ['doan=&dong=1.5', { at: null, row: null }],
      ['__proto__=1&constructor=2&toString=3&hasOwnProperty=4&departments=x', {}],
      ['&&==&tim&=x&;', {}],
      ['tim=a&tim=b', { query: 'b' }],
    ];
    const seen = await driver.evaluate(
      (/** @type {string[]} */ hashes) => hashes.map((hash) => modules.parseHash(`#bantin:${hash}`)),
      cases.map(([hash]) => hash),
    );
    cases.forEach(([hash, changes], i) => assert.deepEqual(seen[i], { ...kInitial, ...changes }, hash));
    const huge = await driver.evaluate(() => modules.parseHash(`#bantin:${'tim=a&'.repeat(1e6)}`));
    assert.ok(Object.values(huge).every((part) => part === null) && Object.keys(huge).length === 8);
    const written = await driver.evaluate(() => {
      const bad = {
        departments: ['A b'],
        from: 'x',
        to: {},
        query: 'a\ud800',
        article: null,
        starred: 'yes',
        at: -1,
        row: NaN,
      };
      return [
        modules.formatHash(bad),
        modules.formatHash({ query: 'a\u0000' }),
        modules.formatHash({ at: 1.5, row: Infinity }),
      ];
    });
    assert.deepEqual(written, ['#bantin:', '#bantin:', '#bantin:']);
  });
});

describe('routing', () => {
  /** @param {{after: (fn: () => Promise<void>) => void}} t @param {{server?: number, hash?: string}} [what] */
  const openFresh = async (t, what) => openModules({ ...what, driver: await launchFor(t, 'chromium') });

  /** An owner that notes what it is told. @param {Driver} driver @param {object} [initial] */
  const startRouting = (driver, initial = {}) =>
    driver.evaluate((/** @type {any} */ given) => {
      const page = /** @type {any} */ (window);
      const empty = { departments: [], from: '', to: '', query: '', article: '', starred: false, at: 0, row: 0 };
      page.state = { ...empty, ...given };
      page.applied = [];
      page.missing = '';
      page.later = 0;
      page.ending = new AbortController();
      const owner = {
        state: () => ({ ...page.state }),
        apply: async (/** @type {any} */ wanted) => {
          page.applied.push(wanted.article || wanted.query || '-');
          if (page.later) await new Promise((done) => setTimeout(done, page.later));
          page.state = { ...wanted, article: wanted.article === page.missing ? '' : wanted.article };
          // A reader tells of every change, whoever made it.
          page.routing.note('article');
        },
      };
      page.routing = new modules.Routing(owner);
      page.routing.start(page.ending.signal);
      page.change = (/** @type {any} */ changes, /** @type {string} */ kind) => {
        Object.assign(page.state, changes);
        page.routing.note(kind);
      };
    }, initial);

  /** @param {Driver} driver @param {object} changes @param {string} kind */
  const change = (driver, changes, kind) =>
    driver.evaluate(
      (/** @type {any} */ parts, /** @type {string} */ how) => /** @type {any} */ (window).change(parts, how),
      changes,
      kind,
    );

  const hash = () => location.hash;
  const entries = () => history.length;
  const article = () => /** @type {any} */ (window).state.article;
  const applied = () => /** @type {any} */ (window).applied;
  const back = () => history.back();
  const pause = () => new Promise((later) => setTimeout(later, 450));

  test('articles and filters make entries; back and forward apply each once', async (t) => {
    const driver = await openFresh(t);
    await startRouting(driver);
    const start = await driver.evaluate(entries);
    await change(driver, { article: 'a' }, 'article');
    await change(driver, { article: 'b' }, 'article');
    await change(driver, { departments: ['so-yt'] }, 'filter');
    await change(driver, {}, 'filter');
    assert.equal(await driver.evaluate(entries), start + 3);
    assert.equal(await driver.evaluate(hash), '#bantin:don-vi=so-yt&bai=b');
    assert.deepEqual(await driver.evaluate(applied), []);
    for (const [step, wanted] of [
      ['back', '#bantin:bai=b'],
      ['back', '#bantin:bai=a'],
      ['back', ''],
      ['forward', '#bantin:bai=a'],
    ]) {
      await driver.evaluate((/** @type {string} */ way) => /** @type {any} */ (history)[way](), step);
      await becomes(driver, hash, wanted);
      await driver.evaluate(pause);
      assert.equal(await driver.evaluate(hash), wanted);
    }
    assert.deepEqual(await driver.evaluate(applied), ['b', 'a', '-', 'a']);
    assert.equal(await driver.evaluate(entries), start + 3);
  });

  test('typing and scrolling change the entry, once they pause', async (t) => {
    const driver = await openFresh(t);
    await startRouting(driver);
    const start = await driver.evaluate(entries);
    const writes = await driver.evaluate(async () => {
      const { change } = /** @type {any} */ (window);
      let count = 0;
      const replace = history.replaceState.bind(history);
      history.replaceState = (...args) => (++count, replace(...args));
      for (const query of ['d', 'dư', 'đườ', 'đường']) change({ query }, 'typing');
      const atOnce = location.hash;
      await new Promise((later) => setTimeout(later, 450));
      for (let row = 1; row <= 50; ++row) change({ row }, 'scroll');
      await new Promise((later) => setTimeout(later, 450));
      return [atOnce, count];
    });
    assert.deepEqual(writes, ['', 2]);
    assert.equal(decodeURIComponent(await driver.evaluate(hash)), '#bantin:tim=đường&dong=50');
    assert.equal(await driver.evaluate(entries), start);
  });

  test('what was typed or scrolled just before an article opens is there on the way back', async (t) => {
    const driver = await openFresh(t);
    await startRouting(driver);
    await change(driver, { query: 'a', row: 7 }, 'typing');
    await change(driver, { article: 'x' }, 'article');
    await driver.evaluate(back);
    await becomes(driver, hash, '#bantin:tim=a&dong=7');
    await becomes(driver, applied, ['a']);
  });

  test('a page opened with a state applies it, and one edited by hand too', async (t) => {
    const driver = await openFresh(t, { hash: '#bantin:bai=a&doan=%' });
    await startRouting(driver);
    assert.deepEqual(await driver.evaluate(applied), ['a']);
    assert.equal(await driver.evaluate(article), 'a');
    await driver.evaluate(() => void (location.hash = '#bantin:tim=ch%E1%BB%AF s'));
    await becomes(driver, applied, ['a', 'chữ s']);
    await driver.evaluate(pause);
    assert.deepEqual(await driver.evaluate(applied), ['a', 'chữ s']);
  });

  test("the page's own hash stays until there is something to say, and comes back with the initial state", async (t) => {
    const driver = await openFresh(t, { hash: '#muc-luc' });
    await startRouting(driver, { departments: ['so-yt'] });
    await change(driver, {}, 'filter');
    await change(driver, {}, 'scroll');
    await driver.evaluate(pause);
    assert.equal(await driver.evaluate(hash), '#muc-luc');
    await change(driver, { departments: [] }, 'filter');
    assert.equal(await driver.evaluate(hash), '#bantin:');
    await change(driver, { departments: ['so-yt'] }, 'filter');
    assert.equal(await driver.evaluate(hash), '#muc-luc');
    await change(driver, { article: 'a' }, 'article');
    await driver.evaluate(() => void (location.hash = '#lien-he'));
    await driver.evaluate(pause);
    assert.equal(await driver.evaluate(article), 'a');
    assert.equal(await driver.evaluate(hash), '#lien-he');
    await driver.evaluate(() => history.go(-2));
    await becomes(driver, hash, '#muc-luc');
    await becomes(driver, article, '');
  });

  test('an article that is gone corrects the entry, and back goes back', async (t) => {
    const driver = await openFresh(t);
    await startRouting(driver);
    await driver.evaluate(() => {
      const page = /** @type {any} */ (window);
      page.missing = 'gone';
      page.later = 50;
      page.change({ query: 'q' }, 'filter');
      location.hash = '#bantin:bai=gone&tim=z';
    });
    await becomes(driver, hash, '#bantin:tim=z');
    await driver.evaluate(back);
    await becomes(driver, hash, '#bantin:tim=q');
    await driver.evaluate(pause);
    assert.equal(await driver.evaluate(hash), '#bantin:tim=q');
  });

  test('keeps what the page keeps in its history, and a base address changes nothing', async (t) => {
    const driver = await openFresh(t, { server: 2 });
    await driver.evaluate(() => {
      history.replaceState({ page: 1 }, '');
      const base = document.createElement('base');
      base.href = 'https://elsewhere.example/';
      document.head.append(base);
    });
    await startRouting(driver);
    await change(driver, { article: 'a' }, 'article');
    assert.deepEqual(await driver.evaluate(() => [history.state, location.pathname + location.hash]), [
      { page: 1 },
      '/modules.html#bantin:bai=a',
    ]);
  });

  test('is silent once ended', async (t) => {
    const driver = await openFresh(t);
    await startRouting(driver);
    await change(driver, { query: 'a' }, 'typing');
    await driver.evaluate(() => {
      /** @type {any} */ (window).ending.abort();
      location.hash = '#bantin:tim=b';
    });
    await driver.evaluate(pause);
    assert.deepEqual(await driver.evaluate(applied), []);
    assert.equal(await driver.evaluate(hash), '#bantin:tim=b');
  });

  test('does nothing where the history is refused, and works in a sandbox as far as that goes', async (t) => {
    const driver = await openFresh(t, { server: 1 });
    await startRouting(driver);
    await change(driver, { article: 'a' }, 'article');
    assert.equal(await driver.evaluate(article), 'a');
    await driver.evaluate(() => {
      history.pushState = history.replaceState = () => {
        throw new DOMException('', 'SecurityError');
      };
    });
    const was = await driver.evaluate(hash);
    await change(driver, { article: 'b' }, 'article');
    await change(driver, { row: 3 }, 'scroll');
    await driver.evaluate(pause);
    assert.equal(await driver.evaluate(hash), was);
    assert.equal(await driver.evaluate(article), 'b');
  });
});
