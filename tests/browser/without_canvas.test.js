/** The page layer as the reader: where the canvas cannot be had, is lost or lies, and where the engine itself is missing. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchFor } from './drivers/driver.js';
import { expected, itemOf, openPage, openStage, sample, screenshotOf, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {import('playwright-core').Page} Page */

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const kPictured = 'cang-ben-da-nang-cap-2023';
const kDepartment = sample._bantin.departments[0];
const kWord = 'nước';

/** @param {Driver} driver */
const pageOf = (driver) => /** @type {Page} */ (driver.page);
/** @param {Driver} driver */
const painted = (driver) => driver.evaluate(() => window.painted());
/** @param {Driver} driver */
const errorsOf = (driver) =>
  driver.evaluate(() => window.events.filter(({ type }) => type === 'bantin-error').map(({ detail }) => detail));
/** @param {Driver} driver */
const state = (driver) =>
  driver.evaluate(() => ({
    renderer: window.reader.stats.renderer,
    shown: window.inside('.layer').classList.contains('shown'),
    canvas: getComputedStyle(window.inside('canvas')).visibility,
  }));

const kLayerIsRead = { renderer: 'dom', shown: true, canvas: 'hidden' };
const kCanvasIsRead = { renderer: 'webgl2', shown: false, canvas: 'visible' };

/**
 * A browser whose page has something done to it before our script runs.
 * @param {{after: (fn: () => Promise<void>) => void}} t
 * @param {() => void} damage
 */
async function openDamaged(t, damage) {
  const driver = await launchFor(t, 'chromium');
  await pageOf(driver).addInitScript(damage);
  await openPage(driver, server);
  return driver;
}

/** Search, filter by department and by date, open, read, go back: by role and name, as a screen reader finds them. @param {Driver} driver */
async function journey(driver) {
  const page = pageOf(driver);
  page.setDefaultTimeout(10_000);
  const role = page.getByRole.bind(page);
  await role('searchbox', { name: 'Tìm trong bản tin' }).fill(kWord);
  await painted(driver);
  assert.equal(await driver.evaluate(() => window.reader.results.total), expected({ query: kWord }).total);
  await role('button', { name: /^Đơn vị/ }).click();
  await role('button', { name: new RegExp(`^${kDepartment.name}, `), pressed: false }).click();
  await role('button', { name: new RegExp(`^${kDepartment.name}, `), pressed: true }).waitFor();
  await role('button', { name: /^Thời gian/, expanded: false }).click();
  await role('textbox', { name: 'Từ ngày (dd/mm/yyyy)' }).fill('01/01/2021');
  await painted(driver);
  const filter = { query: kWord, departments: [kDepartment.id], from: '2021-01-01' };
  assert.equal(await driver.evaluate(() => window.reader.results.total), expected(filter).total);
  await role('status')
    .filter({ hasText: `${expected(filter).total} bài` })
    .waitFor();
  await role('button', { name: 'Xoá bộ lọc' }).first().click();
  const newest = itemOf(expected({}).ids[0]);
  await role('button', { name: /^Thời gian/, expanded: true }).click();
  await role('region', { name: 'Danh sách bài' })
    .getByRole('link', { name: newest.title.split(':')[0] })
    .click();
  await role('article').getByRole('heading', { name: newest.title }).waitFor();
  assert.ok(await role('article').getByRole('paragraph').first().isVisible());
  await role('button', { name: 'Đóng bài' }).click();
  await role('article').waitFor({ state: 'detached' });
}

/** @param {Driver} driver  ink on ground, near enough to be told from an empty page */
async function assertNotBlank(driver) {
  const { data } = await screenshotOf(driver);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] < 300) ++dark;
  assert.ok(dark > 1000, `${dark} dark pixels`);
}

test('no WebGL 2: the layer is read, and nothing is wrong', async (t) => {
  const driver = await openStage(t, server, 'chromium', {}, { webgl: false });
  assert.deepEqual(await state(driver), kLayerIsRead);
  await assertNotBlank(driver);
  await journey(driver);
  assert.deepEqual(await errorsOf(driver), []);
});

test('no WebGL 2: pictures of an article are seen', async (t) => {
  const driver = await openStage(t, server, 'chromium', { article: kPictured }, { webgl: false });
  await driver.evaluate(() => window.inside('article img').scrollIntoView());
  await driver.evaluate(() => window.inside('article img').decode());
  assert.equal(await driver.evaluate(() => getComputedStyle(window.inside('article img')).opacity), '1');
});

/** @type {[string, () => void][]} */
const kRefusals = [
  [
    'a canvas without contexts',
    () => {
      HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
        apply: (get, canvas, [kind, options]) =>
          kind === 'webgl2' ? null : Reflect.apply(get, canvas, [kind, options]),
      });
    },
  ],
  [
    'a canvas that throws',
    () => {
      HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
        apply: (get, canvas, [kind, options]) => {
          if (kind === 'webgl2') throw new Error('refused');
          return Reflect.apply(get, canvas, [kind, options]);
        },
      });
    },
  ],
  [
    'pixels with noise',
    () => {
      const { prototype } = CanvasRenderingContext2D;
      prototype.getImageData = new Proxy(prototype.getImageData, {
        apply(get, context, given) {
          const image = Reflect.apply(get, context, given);
          for (let i = 0; i < image.data.length; ++i) image.data[i] += Math.floor(Math.random() * 3) - 1;
          return image;
        },
      });
    },
  ],
  [
    'pixels all white',
    () => {
      const { prototype } = CanvasRenderingContext2D;
      prototype.getImageData = new Proxy(prototype.getImageData, {
        apply(get, context, given) {
          const image = Reflect.apply(get, context, given);
          image.data.fill(255);
          return image;
        },
      });
    },
  ],
  [
    'pixels that may not be read',
    () => {
      CanvasRenderingContext2D.prototype.getImageData = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    },
  ],
];

describe('a canvas not to be trusted', () => {
  for (const [name, damage] of kRefusals) {
    test(`${name}: the layer is read, and nothing is wrong`, async (t) => {
      const driver = await openDamaged(t, damage);
      assert.deepEqual(await state(driver), kLayerIsRead);
      await assertNotBlank(driver);
      await journey(driver);
      assert.deepEqual(await errorsOf(driver), []);
    });
  }

  test('Firefox that resists fingerprinting: the layer is read, and nothing is wrong', async (t) => {
    const prefs = { 'privacy.resistFingerprinting': true };
    const driver = await openStage(t, server, 'firefox', {}, { prefs });
    assert.deepEqual(await state(driver), kLayerIsRead);
    await assertNotBlank(driver);
    await driver.evaluate(() => window.inside('li a').click());
    await painted(driver);
    assert.equal(
      await driver.evaluate(() => window.inside('article h2').textContent),
      itemOf(expected({}).ids[0]).title,
    );
    assert.deepEqual(await errorsOf(driver), []);
  });
});

describe('a lost context', () => {
  /** @param {Driver} driver */
  const lose = (driver) =>
    driver.evaluate(async () => {
      /** @type {any} */ (window).loss = window
        .inside('canvas')
        .getContext('webgl2')
        .getExtension('WEBGL_lose_context');
      const lost = new Promise((done) => window.inside('canvas').addEventListener('webglcontextlost', done));
      /** @type {any} */ (window).loss.loseContext();
      await lost;
      await window.painted();
    });

  test('for good: the layer is read and does all there is', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    assert.deepEqual(await state(driver), kCanvasIsRead);
    await lose(driver);
    assert.deepEqual(await state(driver), kLayerIsRead);
    await assertNotBlank(driver);
    await journey(driver);
    assert.deepEqual(await errorsOf(driver), []);
  });

  test('restored, five times over: drawn as before, pictures too', async (t) => {
    const driver = await openStage(t, server, 'chromium', { article: kPictured });
    await driver.evaluate(async () => {
      window.inside('article img').scrollIntoView({ block: 'center' });
      await window.inside('article img').decode();
    });
    const settled = () => driver.evaluate(() => new Promise((done) => setTimeout(done, 700)));
    await settled();
    const wanted = await screenshotOf(driver);
    for (let times = 0; times < 5; ++times) {
      await lose(driver);
      assert.deepEqual(await state(driver), kLayerIsRead);
      await driver.evaluate(() => /** @type {any} */ (window).loss.restoreContext());
      await settled();
      assert.deepEqual(await state(driver), kCanvasIsRead);
      const seen = await driver.evaluate(() => window.inside('article img').classList.contains('seen'));
      assert.ok(!seen, 'the canvas draws the picture again');
      const { data } = await screenshotOf(driver);
      const differing = data.filter((value, i) => Math.abs(value - wanted.data[i]) > 8).length;
      assert.ok(differing < data.length / 1000, `${differing} of ${data.length} differ after ${times + 1}`);
    }
    assert.deepEqual(await errorsOf(driver), []);
  });
});

describe('forced colours', () => {
  /** @param {Driver} driver @param {'active' | 'none'} value */
  const force = async (driver, value) => {
    await driver.cdp?.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    await painted(driver);
  };

  test('come and go while the reader runs', async (t) => {
    const driver = await openStage(t, server, 'chromium', { article: kPictured });
    assert.deepEqual(await state(driver), kCanvasIsRead);
    await force(driver, 'active');
    assert.deepEqual(await state(driver), kLayerIsRead);
    await force(driver, 'none');
    assert.deepEqual(await state(driver), kCanvasIsRead);
    assert.deepEqual(await errorsOf(driver), []);
  });

  test('are there from the start', async (t) => {
    const driver = await launchFor(t, 'chromium');
    await force(driver, 'active').catch(() => {});
    await driver.cdp?.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await openPage(driver, server);
    assert.deepEqual(await state(driver), kLayerIsRead);
    await journey(driver);
  });

  test('what is on, current, invalid or focused has a line of its own', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const page = pageOf(driver);
    await force(driver, 'active');
    const edges = (/** @type {import('playwright-core').Locator} */ control) =>
      control.evaluate((element) => {
        const { borderTopWidth, borderTopStyle, outlineStyle } = getComputedStyle(element);
        const mark = getComputedStyle(element, '::before').content;
        return { border: `${borderTopWidth} ${borderTopStyle}`, outlineStyle, isMarked: mark.includes('✓') };
      });
    await page.getByRole('button', { name: /^Đơn vị/ }).click();
    const department = page.getByRole('button', { name: new RegExp(`^${kDepartment.name}, `) });
    const off = await edges(department);
    await department.click();
    await painted(driver);
    const on = await edges(department);
    assert.notEqual(on.border, off.border);
    assert.ok(on.isMarked && !off.isMarked);
    const panels = [
      await edges(page.getByRole('button', { expanded: true })),
      await edges(page.getByRole('button', { name: /^Thời gian/ })),
    ];
    assert.notEqual(panels[0].border, panels[1].border);
    await page.getByRole('button', { name: /^Thời gian/ }).click();
    const field = page.getByRole('textbox', { name: /^Từ ngày/ });
    const valid = await edges(field);
    await field.fill('99');
    await field.press('Enter');
    await painted(driver);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.notEqual((await edges(field)).border, valid.border);
    assert.equal((await edges(field)).outlineStyle, 'solid');
  });
});

describe('translation', () => {
  // As a browser's translator does: each text becomes a <font> in a <font>.
  const translate = () => {
    document.documentElement.classList.add('translated-ltr');
    const walker = document.createTreeWalker(window.inside('.layer'), NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.localName === 'font') continue;
      const inner = document.createElement('font');
      inner.textContent = `${text.data} and a good deal more of it`;
      const outer = document.createElement('font');
      outer.append(inner);
      text.replaceWith(outer);
    }
  };

  test('translated text is read in the layer, its lines wrapping, none of them cut', async (t) => {
    const driver = await openStage(t, server, 'chromium', { article: kPictured });
    assert.deepEqual(await state(driver), kCanvasIsRead);
    await driver.evaluate(translate);
    await painted(driver);
    assert.deepEqual(await state(driver), kLayerIsRead);
    const cut = await driver.evaluate(() => {
      const blocks = [...window.reader.shadowRoot.querySelectorAll('article .node, .item > .link')];
      const bad = blocks.filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => {
        return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
      });
      return bad.map(({ className, textContent }) => `${className}: ${textContent?.slice(0, 40)}`);
    });
    assert.deepEqual(cut, []);
    const overlap = await driver.evaluate(() => {
      /** @type {Element[]} */
      const blocks = [...window.reader.shadowRoot.querySelectorAll('article > .node')];
      const rects = blocks.map((block) => block.getBoundingClientRect());
      return rects.findIndex((rect, i) => i > 0 && rect.top < rects[i - 1].bottom - 1);
    });
    assert.equal(overlap, -1);
  });

  test('the last line of a translated article is reached by scrolling', async (t) => {
    const driver = await openStage(t, server, 'chromium', { article: kPictured });
    await driver.evaluate(translate);
    await painted(driver);
    const below = await driver.evaluate(async () => {
      const scroller = window.inside('article').parentElement;
      scroller.scrollTop = 1e6;
      for (let i = 0; i < 5; ++i) await window.painted();
      const last = [...window.inside('article').querySelectorAll('p, a, li')].at(-1);
      return last.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom;
    });
    assert.ok(below <= 0, `${below} px below`);
  });

  test('the reader goes on with text that others have changed: scrolled, filtered, opened, closed', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await driver.evaluate(translate);
    await painted(driver);
    await driver.evaluate(async () => {
      const list = window.inside('.item').closest('.scroller');
      for (const place of [3000, 6000, 0]) {
        list.scrollTop = place;
        await window.painted();
      }
    });
    assert.deepEqual(await state(driver), kLayerIsRead);
    await driver.evaluate(() => window.reader.setFilter({ query: 'nước' }));
    await driver.evaluate(translate);
    await driver.evaluate(() => window.reader.clearFilter());
    await painted(driver);
    const titles = await driver.evaluate(() => window.reader.shadowRoot.querySelectorAll('.item .link').length);
    assert.ok(titles > 3);
    await driver.evaluate(() => window.inside('.item .link').click());
    await painted(driver);
    assert.equal(await driver.evaluate(() => window.reader.article), expected({}).ids[0]);
    await driver.evaluate(translate);
    await driver.evaluate(() => window.reader.closeArticle());
    await painted(driver);
    assert.equal(await driver.evaluate(() => window.reader.shadowRoot.querySelectorAll('article').length), 0);
    assert.deepEqual(await errorsOf(driver), []);
  });

  test('when none of the foreign text is left the canvas is back', async (t) => {
    const driver = await openStage(t, server, 'chromium', { article: kPictured });
    await driver.evaluate(() => {
      const line = window.inside('article p .line');
      line.textContent = 'Another language';
    });
    await painted(driver);
    assert.deepEqual(await state(driver), kLayerIsRead);
    await driver.evaluate(() => window.reader.closeArticle());
    await painted(driver);
    assert.deepEqual(await state(driver), kCanvasIsRead);
  });

  test('the reader’s own changes, typing, and what extensions put beside a field are no translation', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const page = pageOf(driver);
    await page.getByRole('searchbox').first().pressSequentially('nuoc');
    await page.getByRole('button', { name: /^Đơn vị/ }).click();
    await driver.viewport(700, 600);
    await driver.evaluate(() => window.inside('input').after(document.createElement('div')));
    await painted(driver);
    await driver.viewport(1000, 700);
    await painted(driver);
    assert.deepEqual(await state(driver), kCanvasIsRead);
  });
});
