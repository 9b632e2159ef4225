/**
 * Fingers, wheel and keys on a page twice as high as the viewport: what scrolls in the element scrolls as in any page, and
 * what has come to its end, or never scrolls, leaves the page to scroll on.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from './drivers/deadline.js';
import { launch } from './drivers/driver.js';
import { middleOf, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {import('./drivers/driver.js').Point} Point */

const kSize = { width: 1000, height: 700 };
const kPhone = { width: 390, height: 844 };
/** With a table that is wider than a phone. */
const kWideTable = sample.items.reduce((/** @type {any} */ a, /** @type {any} */ b) =>
  columns(b) > columns(a) ? b : a,
);
const kLongest = sample.items.reduce((/** @type {any} */ a, /** @type {any} */ b) =>
  (b.content_html ?? b.content_text).length > (a.content_html ?? a.content_text).length ? b : a,
);

/** @param {any} item @returns {number} of its widest table */
function columns(item) {
  const rows = (item.content_html ?? '').split('<tr>').slice(1);
  return Math.max(0, ...rows.map((/** @type {string} */ row) => (row.match(/<t[hd]/g) ?? []).length));
}

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** The tall page, the element filling the viewport. @param {Driver} driver @param {Record<string, string>} [attributes] */
async function openTall(driver, attributes = {}) {
  await driver.open(`${server.url}tall.html?${new URLSearchParams({ src: 'data/sample.json', ...attributes })}`);
  await driver.evaluate(() => window.ready());
  await driver.evaluate(() => {
    scrollTo({ top: window.reader.offsetTop, behavior: 'instant' });
    return window.painted();
  });
}

const list = '[aria-label="Danh sách bài"]';
const article = '[aria-label="Bài đang đọc"]';

/** How far the page is scrolled from where the element fills the viewport. @param {Driver} driver */
const pageMoved = (driver) => driver.evaluate(() => scrollY - window.reader.offsetTop);

/** @param {Driver} driver @param {string} selector @returns {Promise<number>} */
const topOf = (driver, selector) => driver.evaluate((wanted) => window.inside(wanted).scrollTop, selector);

/** @param {Driver} driver @param {string} selector @param {number} top  Infinity: its end */
const putAt = (driver, selector, top) =>
  driver.evaluate(
    (wanted, to) => {
      const element = window.inside(wanted);
      element.scrollTop = to ?? element.scrollHeight;
      return window.painted();
    },
    selector,
    top,
  );

/** Waits until neither the page nor the scroller moves any more. @param {Driver} driver @param {string} [selector] */
const settled = (driver, selector = list) =>
  driver.evaluate(async (wanted) => {
    let before = '';
    for (let same = 0; same < 12;) {
      await window.painted();
      const now = `${scrollY} ${window.inside(wanted)?.scrollTop}`;
      same = now === before ? same + 1 : 0;
      before = now;
    }
  }, selector);

describe('a finger', () => {
  /** @type {Driver} */
  let driver;
  before(async () => (driver = await launch('chromium', { ...kPhone, touch: true })));
  after(() => driver?.close());
  beforeEach(() => openTall(driver));

  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {Point[]} touchPoints @param {number} [timestamp] s */
  const touch = (type, touchPoints, timestamp) =>
    driver.cdp?.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });

  /** Two fingers from 40 to 240 pixels apart. @param {Point} middle */
  async function spread({ x, y }) {
    const fingers = (/** @type {number} */ apart) => [
      { x: x - apart, y, id: 1 },
      { x: x + apart, y, id: 2 },
    ];
    await touch('touchStart', fingers(20));
    for (let apart = 30; apart <= 120; apart += 10) await touch('touchMove', fingers(apart));
    await touch('touchEnd', []);
    return driver.evaluate(() => window.painted().then(() => visualViewport?.scale ?? 1));
  }

  test('a flick goes on after the finger has left, and opens nothing', async () => {
    // Forty pixels each frame: a finger that does not stop before it leaves.
    let time = Date.now() / 1000;
    await touch('touchStart', [{ x: 200, y: 700 }], time);
    for (let y = 680; y > 400; y -= 40) await touch('touchMove', [{ x: 200, y }], (time += 0.016));
    await touch('touchEnd', [], time + 0.005);
    await settled(driver);
    assert.ok((await topOf(driver, list)) > 500, 'further than the finger went');
    assert.equal(await driver.evaluate(() => window.reader.article), '');
    assert.equal(await pageMoved(driver), 0);
  });

  test('a tap opens, a finger that scrolls from a row does not', async () => {
    await driver.touchDrag({ x: 200, y: 500 }, { x: 200, y: 420 });
    await settled(driver);
    assert.equal(await driver.evaluate(() => window.reader.article), '');
    assert.ok((await topOf(driver, list)) > 20);
    await driver.touchTap(200, 500);
    await until(5, 'a tap opens an article', () => driver.evaluate(() => window.reader.article));
  });

  test('at the ends of the list the page goes on', async () => {
    await driver.touchDrag({ x: 200, y: 400 }, { x: 200, y: 600 });
    await settled(driver);
    assert.ok((await pageMoved(driver)) < -50, 'up from its beginning');
    await openTall(driver);
    await putAt(driver, list, 1e7);
    await driver.touchDrag({ x: 200, y: 600 }, { x: 200, y: 400 });
    await settled(driver);
    assert.ok((await pageMoved(driver)) > 50, 'down from its end');
  });

  test('a finger on what does not scroll scrolls the page', async () => {
    const { x, y } = await middleOf(driver, 'input[type=search]');
    await driver.touchDrag({ x, y }, { x, y: y + 200 });
    await settled(driver);
    assert.ok((await pageMoved(driver)) < -50);
  });

  test('a wide table moves sideways under the finger and up with the article', async () => {
    await openTall(driver, { article: kWideTable.id });
    const place = () =>
      driver.evaluate(() => {
        const frame = window.inside('.frame');
        const { left, top, width } = frame.getBoundingClientRect();
        return { x: left + width / 2, y: top + 60, aside: frame.scrollLeft };
      });
    await driver.evaluate(() => {
      window.inside('.frame').scrollIntoView({ block: 'center' });
      scrollTo({ top: window.reader.offsetTop, behavior: 'instant' });
      return window.painted();
    });
    const { x, y } = await place();
    await driver.touchDrag({ x: x + 80, y }, { x: x - 80, y });
    await settled(driver, article);
    assert.ok((await place()).aside > 50);
    const before = await topOf(driver, article);
    await driver.touchDrag({ x, y }, { x, y: y + 100 });
    await settled(driver, article);
    assert.ok((await topOf(driver, article)) < before - 30);
  });

  test('a finger held on a text selects a word of it', async (t) => {
    await openTall(driver, { article: kLongest.id });
    const { x, y } = await middleOf(driver, 'article .flow p .line');
    await touch('touchStart', [{ x, y }]);
    const selected = await until(3, 'a long press', () =>
      driver.evaluate(() => String(/** @type {any} */ (window.reader.shadowRoot).getSelection() ?? '')),
    ).catch(() => '');
    await touch('touchEnd', []);
    if (!selected) return t.skip('this browser takes no touch of the protocol for a long press');
    assert.match(selected, /^\p{L}+$/u);
    assert.equal(await driver.evaluate(() => window.reader.article), kLongest.id);
  });

  test('nothing keeps two fingers from enlarging the page, and only the timeline keeps one from panning sideways', async () => {
    await driver.evaluate(() => window.reader.shadowRoot.querySelectorAll('button')[0].click());
    for (const id of ['', kWideTable.id]) {
      if (id) await openTall(driver, { article: id });
      else await driver.evaluate(() => window.painted());
      const actions = await driver.evaluate(() => {
        const all = [window.reader, ...window.reader.shadowRoot.querySelectorAll('*')];
        const restricted = all.map((element) => ({
          name: element.className || element.localName,
          action: getComputedStyle(element).touchAction,
        }));
        return restricted.filter(({ action }) => action !== 'auto');
      });
      const timeline = [{ name: 'node drag_area', action: 'pan-y pinch-zoom' }];
      assert.deepEqual(actions, id ? [] : timeline);
    }
  });

  test('two fingers enlarge the page, over the list as over the timeline', async () => {
    assert.ok((await spread({ x: 195, y: 500 })) > 1.5);
    await openTall(driver);
    const { x, y } = await middleOf(driver, 'button');
    await driver.touchTap(x, y);
    await until(5, 'the sheet opens', () => driver.evaluate(() => Boolean(window.inside('.drag_area'))));
    assert.ok((await spread(await middleOf(driver, '.drag_area'))) > 1.5);
  });
});

describe('the wheel', () => {
  /** @type {Driver} */
  let driver;
  before(async () => (driver = await launch('chromium', kSize)));
  after(() => driver?.close());

  /** @param {string} selector @param {number} dy @param {string} [scroller] */
  async function turn(selector, dy, scroller = list) {
    const { x, y } = await middleOf(driver, selector);
    await driver.wheel(x, y, dy);
    await settled(driver, scroller);
  }

  test('scrolls what it is over, and the page from its ends', async () => {
    for (const [scroller, attributes] of /** @type {[string, Record<string, string>][]} */ ([
      [list, {}],
      [article, { article: kLongest.id }],
    ])) {
      await openTall(driver, attributes);
      await turn(scroller, 120, scroller);
      assert.ok((await topOf(driver, scroller)) > 0);
      assert.equal(await pageMoved(driver), 0, `${scroller} itself scrolls`);
      await putAt(driver, scroller, 1e7);
      await turn(scroller, 120, scroller);
      assert.ok((await pageMoved(driver)) > 0, `down from the end of ${scroller}`);
      await openTall(driver, attributes);
      await putAt(driver, scroller, 0);
      await turn(scroller, -120, scroller);
      assert.ok((await pageMoved(driver)) < 0, `up from the beginning of ${scroller}`);
    }
  });

  test('scrolls a panel, and the page from its ends', async () => {
    await openTall(driver);
    await driver.evaluate(() => {
      const buttons = [...window.reader.shadowRoot.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Đơn vị')?.click();
      return window.painted();
    });
    const panel = '.scroller[aria-label="Đơn vị"]';
    await turn(panel, 60, panel);
    assert.ok((await topOf(driver, panel)) > 0);
    assert.equal(await pageMoved(driver), 0);
    await putAt(driver, panel, 1e7);
    await turn(panel, 120, panel);
    assert.ok((await pageMoved(driver)) > 0);
  });

  test('scrolls the page over what does not scroll', async () => {
    for (const still of ['input[type=search]', '.drag_area', 'button', '[role=status]', '[aria-label="Đóng bài"]']) {
      await openTall(driver, { article: kLongest.id });
      await turn(still, 120);
      assert.ok((await pageMoved(driver)) > 0, still);
    }
  });

  test('turned sideways moves a wide table, turned up and down the article', async () => {
    await driver.viewport(kPhone.width, kPhone.height);
    await openTall(driver, { article: kWideTable.id });
    await driver.evaluate(() => {
      window.inside('.frame').scrollIntoView({ block: 'center' });
      scrollTo({ top: window.reader.offsetTop, behavior: 'instant' });
      return window.painted();
    });
    const { x, y } = await middleOf(driver, '.frame');
    await driver.page?.mouse.move(x, y);
    await driver.page?.mouse.wheel(80, 0);
    await settled(driver, article);
    assert.ok((await driver.evaluate(() => window.inside('.frame').scrollLeft)) > 0);
    const before = await topOf(driver, article);
    await turn('.frame', 60, article);
    assert.ok((await topOf(driver, article)) > before);
    await driver.viewport(kSize.width, kSize.height);
  });
});

describe('keys', () => {
  /** @type {Driver} */
  let driver;
  before(async () => (driver = await launch('chromium', kSize)));
  after(() => driver?.close());
  beforeEach(async () => {
    await openTall(driver, { article: kLongest.id });
    await driver.evaluate((selector) => {
      /** @type {string[]} */
      const keys = [];
      addEventListener('keydown', (event) => keys.push(`${event.key}${event.defaultPrevented ? ' prevented' : ''}`));
      Object.assign(window, { keys });
      window.inside(selector).focus({ preventScroll: true });
    }, article);
  });

  /** @param {string} selector */
  const focus = (selector) =>
    driver.evaluate((wanted) => window.inside(wanted).focus({ preventScroll: true }), selector);
  /** What the page has heard since. @param {string[]} pressed @returns {Promise<string[]>} */
  async function heard(...pressed) {
    await driver.evaluate(() => (Reflect.get(window, 'keys').length = 0));
    for (const key of pressed) await driver.press(key);
    return driver.evaluate(() =>
      Reflect.get(window, 'keys').filter((/** @type {string} */ key) => !/^(Control|Meta|Shift|Alt)/.test(key)),
    );
  }

  test('scroll the article, and the page from its end', async () => {
    for (const key of ['ArrowDown', 'PageDown', ' ', 'End']) {
      const before = await topOf(driver, article);
      await driver.press(key);
      await settled(driver, article);
      assert.ok((await topOf(driver, article)) > before, key);
      assert.equal(await pageMoved(driver), 0, key);
    }
    for (const key of ['ArrowDown', 'PageDown', ' ', 'End']) {
      await driver.evaluate(() => scrollTo({ top: window.reader.offsetTop, behavior: 'instant' }));
      await driver.press(key);
      await settled(driver, article);
      assert.ok((await pageMoved(driver)) > 0, `${key} at the end`);
    }
  });

  test('that the element does not use reach the page as they are', async () => {
    const keys = ['ArrowDown', 'PageDown', 'Home', 'F2', 'Control+k', 'Meta+k', 'Control+ArrowDown', 'Alt+ArrowLeft'];
    const plain = keys.map((key) => key.split('+').at(-1));
    for (const place of [article, list, '[aria-label="Đóng bài"]', 'li a']) {
      await focus(place);
      assert.deepEqual(await heard(...keys), plain, place);
    }
    await focus('input[type=search]');
    assert.deepEqual(await heard('ArrowDown', 'Home', 'x'), ['ArrowDown', 'Home', 'x']);
  });

  test('that it uses are taken: arrows in a group of controls, Escape where there is something to close', async () => {
    await driver.evaluate(() => {
      const buttons = [...window.reader.shadowRoot.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Đơn vị')?.click();
      return window.painted();
    });
    await focus('[role=group][aria-label="Đơn vị"] button');
    assert.deepEqual(await heard('ArrowDown'), ['ArrowDown prevented']);
    assert.deepEqual(await heard('Control+ArrowDown', 'Meta+ArrowDown', 'Alt+ArrowDown'), Array(3).fill('ArrowDown'));
    assert.deepEqual(await heard('Escape'), [], 'closes the panel');
    await driver.evaluate(() => window.painted());
    assert.deepEqual(await heard('Escape'), [], 'closes the article');
    await driver.evaluate(() => window.painted());
    assert.deepEqual(await heard('Escape'), ['Escape'], 'nothing is open');
  });
});
