/** How an article looks: every control of the dialog, by mouse, by a finger on a phone and by keys alone, and what keeps it. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { kPhone, kWays, takeHand } from './controls.js';
import { expected, sample, setStage } from './stage.js';

/** @typedef {import('./controls.js').Hand} Hand */
/** @typedef {'size' | 'width' | 'line'} Scale */

const kUsual = { theme: 0, size: 4, width: 2, line: 2, face: 0 };
const kSizes = [14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 32, 36, 40];
const kThemes = ['Tự động', 'Sáng', 'Giấy', 'Tối', 'Rõ nét'];
const kFaces = ['Có chân', 'Không chân', 'Của máy'];
/** Wide enough for the widest column of the usual size, high enough for the dialog. */
const kDesk = { width: 1340, height: 560 };

/** One of plain paragraphs: facts, lead, then the body's. */
const plain = expected({}).ids.find((id) => {
  const item = sample.items.find((/** @type {any} */ each) => each.id === id);
  return !item.content_html;
});

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** What a reader sees of the looks: the body text's style and the paper's colour. @param {Hand} hand */
const looks = (hand) =>
  hand.driver.evaluate(() => {
    const root = window.reader.shadowRoot;
    const body = /** @type {HTMLElement} */ (root.querySelectorAll('article > p')[2]);
    const { fontSize, lineHeight, fontFamily, width } = getComputedStyle(body);
    const [size, line, column] = [fontSize, lineHeight, width].map(parseFloat);
    const paper = getComputedStyle(/** @type {Element} */ (root.querySelector('.layer'))).getPropertyValue('--paper');
    return { size, line, column, face: fontFamily, paper };
  });

/** Colour of the picture's corner and of the layer's paper, which are to be one. @param {Hand} hand */
async function papers(hand) {
  await hand.painted();
  const clip = { x: 1, y: 1, width: 1, height: 1 };
  const [red, green, blue] = PNG.sync.read(await hand.page.screenshot({ clip })).data;
  const { paper } = await looks(hand);
  const wanted = await hand.driver.evaluate((colour) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = colour;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, paper);
  return [`rgb(${red}, ${green}, ${blue})`, wanted];
}

/** @param {Hand} hand @param {string} name */
const isChecked = async (hand, name) => (await hand.control('radio', name).getAttribute('aria-checked')) === 'true';

/** @param {Hand} hand @returns {Promise<any>} */
const preferences = async (hand) => ({ ...kUsual, ...(await hand.kept()).preferences });

for (const way of kWays) describe(`by ${way}`, () => provesLooks(way));

/** @param {import('./controls.js').Way} way */
function provesLooks(way) {
  /** @type {Hand} */
  let hand;
  const open = async (/** @type {Record<string, string>} */ attributes = {}, kept = {}) => {
    await hand.open({ article: String(plain), ...attributes }, kept);
    await hand.press('button', 'Cách hiển thị');
  };
  before(async () => (hand = await takeHand(server, way, way === 'touch' ? kPhone : kDesk)));
  after(() => hand?.close());
  beforeEach(() => open());

  test('the dialog opens with the focus in it, and closes by Escape and beside it with the focus back', async () => {
    const dialog = hand.control('dialog', 'Cách hiển thị');
    const opener = hand.control('button', 'Cách hiển thị');
    assert.ok(await dialog.evaluate((element) => element.matches(':focus-within')));
    assert.equal(await opener.getAttribute('aria-expanded'), 'true');
    await hand.driver.press('Escape');
    await hand.painted();
    assert.equal(await dialog.count(), 0);
    assert.equal(await hand.focused(), 'button Cách hiển thị');
    await hand.pressOn(opener);
    assert.equal(await dialog.count(), 1);
    if (way === 'keyboard') {
      await hand.pressOn(opener);
    } else {
      const box = await hand.control('button', 'Đóng').boundingBox();
      assert.ok(box);
      await hand.pressAt(box.x + 6, box.y + 60);
      await hand.painted();
    }
    assert.equal(await dialog.count(), 0);
    assert.equal(await opener.getAttribute('aria-expanded'), 'false');
    assert.equal(await hand.focused(), 'button Cách hiển thị');
  });

  test('each of the five themes is drawn, is the one that is checked, and is kept', async () => {
    const seen = new Map();
    for (const [number, name] of [...kThemes.entries()].reverse()) {
      await hand.pressOn(hand.control('radiogroup', 'Màu nền').getByRole('radio', { name }));
      for (const other of kThemes) assert.equal(await isChecked(hand, other), other === name, `${name}: ${other}`);
      assert.equal((await preferences(hand)).theme, number);
      if (hand.isPhone) await hand.driver.press('Escape');
      const [drawn, wanted] = await papers(hand);
      assert.equal(drawn, wanted, name);
      seen.set(name, drawn);
      if (hand.isPhone) await hand.press('button', 'Cách hiển thị');
    }
    assert.equal(new Set(seen.values()).size, 4);
    assert.equal(seen.get('Tự động'), seen.get('Sáng'));
  });

  test('the text size goes through its fifteen steps from end to end and stops at both', async () => {
    for (let step = kUsual.size; step < kSizes.length - 1; ++step) await hand.press('button', 'Lớn hơn');
    await assertAtEnd('Lớn hơn', '15/15', 40);
    for (let step = kSizes.length - 1; step >= 0; --step) {
      assert.equal((await looks(hand)).size, kSizes[step]);
      assert.equal((await preferences(hand)).size, step);
      assert.ok((await hand.statuses()).includes(`${step + 1}/15`));
      if (step > 0) await hand.press('button', 'Nhỏ hơn', step % 2 ? ' ' : 'Enter');
    }
    await assertAtEnd('Nhỏ hơn', '1/15', 14);

    /** @param {string} button @param {string} status @param {number} size */
    async function assertAtEnd(button, status, size) {
      const control = hand.control('button', button);
      assert.equal(await control.getAttribute('aria-disabled'), 'true');
      await hand.pressOn(control);
      assert.equal((await looks(hand)).size, size);
      assert.ok((await hand.statuses()).includes(status));
      if (way === 'keyboard') assert.equal(await hand.focused(), `button ${button}`, 'the focus stays');
    }
  });

  test('the column has five widths', () =>
    goesThrough('width', 'Hẹp hơn', 'Rộng hơn', hand.isPhone ? null : ({ column }) => column));

  test('lines have five heights', () => goesThrough('line', 'Sít hơn', 'Thoáng hơn', ({ line }) => line));

  test('each of the three typefaces is set, is the one that is checked, and is kept', async () => {
    const seen = new Set();
    for (const [number, name] of [...kFaces.entries()].reverse()) {
      await hand.pressOn(hand.control('radiogroup', 'Kiểu chữ').getByRole('radio', { name }));
      for (const other of kFaces) assert.equal(await isChecked(hand, other), other === name, `${name}: ${other}`);
      assert.equal((await preferences(hand)).face, number);
      seen.add((await looks(hand)).face);
    }
    assert.equal(seen.size, 3);
  });

  test('what is chosen is there on the next visit, and in another element of the page', async () => {
    const [first] = [await looks(hand)];
    await hand.pressOn(hand.control('radio', 'Tối'));
    for (const button of ['Lớn hơn', 'Lớn hơn', 'Hẹp hơn', 'Thoáng hơn']) await hand.press('button', button);
    await hand.pressOn(hand.control('radio', 'Không chân'));
    const chosen = await looks(hand);
    assert.notDeepEqual(chosen, first);
    assert.deepEqual(await preferences(hand), { theme: 3, size: 6, width: 1, line: 3, face: 1 });
    await hand.reload();
    assert.deepEqual(await looks(hand), chosen);
    await hand.driver.evaluate(anotherReader);
    assert.deepEqual(await looks(hand), chosen);
  });

  test('resetting brings everything back, also for the next visit', async () => {
    const before = await looks(hand);
    await open({}, { preferences: { theme: 4, size: 14, width: 0, line: 4, face: 2 } });
    assert.notDeepEqual(await looks(hand), before);
    await hand.press('button', 'Đặt lại');
    assert.deepEqual(await looks(hand), before);
    assert.deepEqual(await preferences(hand), kUsual);
    assert.ok(await isChecked(hand, 'Tự động'));
    await hand.reload();
    assert.deepEqual(await looks(hand), before);
  });
  if (way === 'keyboard') test('Tab passes each choice of one as one stop', () => tabs(hand));

  /**
   * A scale of five steps, the usual one in the middle.
   * @param {Scale} scale @param {string} less @param {string} more
   * @param {((seen: Awaited<ReturnType<typeof looks>>) => number) | null} measure what grows with it
   */
  async function goesThrough(scale, less, more, measure) {
    const measured = [];
    for (let step = 0; step < 2; ++step) await hand.press('button', less);
    for (let step = 0; step < 5; ++step) {
      assert.equal((await preferences(hand))[scale], step);
      if (measure) measured.push(measure(await looks(hand)));
      const ends = [less, more].map((name) => hand.control('button', name).getAttribute('aria-disabled'));
      assert.deepEqual(await Promise.all(ends), [step === 0 ? 'true' : null, step === 4 ? 'true' : null]);
      await hand.press('button', more);
    }
    assert.equal((await preferences(hand))[scale], 4, 'the end holds');
    for (let i = 1; i < measured.length; ++i) assert.ok(measured[i] > measured[i - 1], String(measured));
  }
}

describe('the page’s own wishes', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'mouse', kDesk)));
  after(() => hand?.close());
  const article = { article: String(plain) };

  test('the theme attribute is what "automatic" means, and a chosen theme goes before it', async () => {
    await hand.open({ ...article, theme: 'dark' });
    const dark = (await looks(hand)).paper;
    await hand.press('button', 'Cách hiển thị');
    assert.ok(await isChecked(hand, 'Tự động'));
    await hand.press('radio', 'Sáng');
    const light = (await looks(hand)).paper;
    assert.notEqual(light, dark);
    await hand.driver.evaluate(() => window.reader.setAttribute('theme', 'contrast'));
    await hand.painted();
    assert.equal((await looks(hand)).paper, light);
    await hand.driver.evaluate(() => window.reader.setAttribute('theme', 'dark'));
    await hand.reload();
    assert.equal((await looks(hand)).paper, light, 'on the next visit too');
    await hand.press('button', 'Cách hiển thị');
    await hand.press('radio', 'Tự động');
    assert.equal((await looks(hand)).paper, dark);
    await hand.driver.evaluate(() => window.reader.removeAttribute('theme'));
    await hand.painted();
    assert.equal((await looks(hand)).paper, light);
  });

  test('"automatic" without an attribute follows the device, also while it changes', async (t) => {
    t.after(() => hand.page.emulateMedia({ colorScheme: 'light' }));
    await hand.open(article);
    const light = (await looks(hand)).paper;
    await hand.page.emulateMedia({ colorScheme: 'dark' });
    await hand.painted();
    const dark = (await looks(hand)).paper;
    await hand.page.emulateMedia({ colorScheme: 'light' });
    await hand.painted();
    assert.notEqual(dark, light);
    assert.equal((await looks(hand)).paper, light);
  });

  test('the page’s font size is the usual step, what somebody has chosen goes before it', async () => {
    await hand.open({ ...article, style: '--bantin-font-size: 22px' });
    assert.equal((await looks(hand)).size, 22);
    await hand.press('button', 'Cách hiển thị');
    assert.ok((await hand.statuses()).includes('8/15'));
    await hand.press('button', 'Nhỏ hơn');
    assert.equal((await looks(hand)).size, 20);
    await hand.reload();
    assert.equal((await looks(hand)).size, 20);
    await hand.open({ ...article, style: '--bantin-font-size: 23.4px' });
    assert.equal((await looks(hand)).size, 24, 'the nearest step');
  });

  test('resetting goes back to the page’s font size', async () => {
    await hand.open({ ...article, style: '--bantin-font-size: 22px' });
    await hand.press('button', 'Cách hiển thị');
    await hand.press('button', 'Lớn hơn');
    await hand.press('button', 'Đặt lại');
    assert.equal((await looks(hand)).size, 22);
  });
});

/** @param {Hand} hand */
async function tabs(hand) {
  const stops = ['radio Tự động', 'button Lớn hơn', 'button Hẹp hơn', 'button Rộng hơn', 'button Sít hơn'];
  const rest = ['button Thoáng hơn', 'radio Có chân', 'button Đặt lại'];
  await hand.reach(hand.control('radio', 'Tự động'));
  for (const stop of [stops[0], 'button Nhỏ hơn', ...stops.slice(1), ...rest]) {
    assert.equal(await hand.focused(), stop);
    await hand.driver.press('Tab');
  }
  await hand.reach(hand.control('radio', 'Có chân'));
  await hand.driver.press('ArrowRight');
  await hand.painted();
  assert.equal(await hand.focused(), 'radio Không chân');
  assert.ok(await isChecked(hand, 'Không chân'));
}

/** The stage with a reader beside the first one, which is the one asked from now on. Runs inside the page. */
async function anotherReader() {
  const first = window.reader;
  const second = /** @type {BanTinElement} */ (document.createElement('ban-tin'));
  for (const { name, value } of first.attributes) second.setAttribute(name, value);
  const shown = new Promise((done) => second.addEventListener('bantin-ready', done, { once: true }));
  document.body.append(second);
  await shown;
  window.reader = second;
  await window.painted();
}
