/**
 * The keyboard on the screen, by finger and mouse, over the reader with the sample: what it types, when it is there, how
 * large its keys are and in what colours. In all three engines: that a word typed by it filters the list.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findings } from './axe.js';
import { until } from './drivers/deadline.js';
import { engines, launch, launchFor } from './drivers/driver.js';
import { clickButton, dist, expected, middleOf, openPage, pages, root, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

const kStrict =
  "default-src 'self'; script-src 'self' 'nonce-modules' 'wasm-unsafe-eval'; img-src 'self' data: blob:; style-src 'self'";
const kSizes = [
  [1080, 1920],
  [1280, 800],
  [800, 600],
];
const kTouch = 44;
const kGap = 4;
const kSearch = 'input[type=search]';
/** What axe-core leaves to others: a sign's name is a word, and what is shorter than that is not judged. */
const kNamedSign = /^label-content-name-mismatch: .*Unable to determine/;
const kFrom = 'input[aria-label^="Từ ngày"]';

/** @type {import('./server.js').Server} */
let server;
before(async () => {
  const folders = [dist, pages, join(root, 'web')];
  server = await setStage({ folders, headers: { '/keyboard.html': { 'Content-Security-Policy': kStrict } } });
});
after(() => server.close());

/** @type {Driver} */
let driver;
before(async () => (driver = await launch('chromium', { width: 1280, height: 800, touch: true })));
after(() => driver.close());

/** @param {Record<string, string>} [attributes] */
async function open(attributes = {}, [width, height] = kSizes[1], browser = driver) {
  await browser.viewport(width, height);
  await openPage(browser, server, attributes, 'keyboard.html');
  await browser.evaluate(async () => {
    while (!window.keyboard) await new Promise((later) => setTimeout(later, 5));
  });
}

/** @param {Driver} browser @param {{x: number, y: number}} place */
async function pressAt(browser, { x, y }) {
  await (browser.engine === 'chromium' ? browser.touchTap(x, y) : browser.mouse.click(x, y));
  await browser.evaluate(() => window.painted());
}

/** Puts the caret into a field, as a finger does. */
async function touch(selector = kSearch, browser = driver) {
  await pressAt(browser, await middleOf(browser, selector));
  await atRest(browser);
}

/** Once nothing moves any more. */
const atRest = (browser = driver) =>
  browser.evaluate(async () => {
    await Promise.all(window.reader.shadowRoot.getAnimations().map((animation) => animation.finished));
  });

/** The middle of the key of that name. @param {string} name */
const keyAt = (name, browser = driver) =>
  browser.evaluate((wanted) => {
    const keys = [...window.reader.shadowRoot.querySelectorAll('.keyboard button')];
    const ownText = (/** @type {Element} */ key) => [...key.childNodes].find((it) => it instanceof Text)?.textContent;
    const nameOf = (/** @type {Element} */ key) => key.getAttribute('aria-label') ?? ownText(key);
    const key = keys.find((button) => nameOf(button) === wanted);
    if (!key) throw new Error(`no key is called ${wanted}: ${keys.map(nameOf)}`);
    const { left, top, width, height } = key.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, name);

/** Taps the keys of those names, one after another. @param {Iterable<string>} names */
async function tap(names, browser = driver) {
  for (const name of names) await pressAt(browser, await keyAt(name === ' ' ? 'Dấu cách' : name, browser));
}

const state = (browser = driver) =>
  browser.evaluate(() => {
    const { keyboard, reader } = window;
    const field = /** @type {HTMLInputElement | null} */ (reader.shadowRoot.activeElement);
    return { shown: keyboard.isShown, value: field?.value, query: reader.query, total: reader.results.total };
  });

/** @param {string} value */
async function assertTyped(value, browser = driver) {
  const { total } = expected({ query: value });
  assert.deepEqual(await state(browser), { shown: true, value, query: value.trim(), total });
}

/** Every event of that kind from the field, from now on. @param {string} type */
const hear = (type) =>
  driver.evaluate(
    (heard, selector) => {
      /** @type {object[]} */
      const events = [];
      window.inside(selector).addEventListener(heard, (/** @type {InputEvent} */ event) => {
        const { bubbles, inputType, data } = event;
        events.push({ bubbles, inputType, data, value: /** @type {HTMLInputElement} */ (event.target).value });
      });
      Object.assign(window, { heard: events });
    },
    type,
    kSearch,
  );
const heard = () => driver.evaluate(() => /** @type {any} */ (window).heard);

describe('typing', () => {
  test('Telex by taps filters the list at each key, and the field keeps the focus', async () => {
    await open();
    await touch();
    let typed = '';
    const steps = ['d', 'đ', 'đa', 'đâ', 'đất'];
    for (const [i, keys] of ['d', 'd', 'a', 'a', 'ts'].entries()) {
      await tap(keys);
      typed = steps[i];
      await assertTyped(typed);
    }
    await tap(' nong');
    await assertTyped('đất nong');
    await tap('o');
    await assertTyped('đất nông');
    const { total } = await state();
    assert.ok(total > 0 && total < expected({}).total, `${total}`);
  });

  test('a field hears an event for each key, as of any keyboard, and that the value is whole when it is left', async () => {
    await open();
    await touch();
    await hear('input');
    await tap('aas');
    const insert = { bubbles: true, inputType: 'insertText' };
    const kTyped = [
      { ...insert, data: 'a', value: 'a' },
      { ...insert, data: 'â', value: 'â' },
      { ...insert, data: 'ấ', value: 'ấ' },
    ];
    assert.deepEqual(await heard(), kTyped);
    await tap(['Xoá một chữ']);
    const erased = { bubbles: true, inputType: 'deleteContentBackward', data: null, value: '' };
    assert.deepEqual(await heard(), [...kTyped, erased]);
    await hear('change');
    await tap(['b', 'Xong']);
    assert.deepEqual(await heard(), [{ bubbles: true, value: 'b' }]);
  });

  test('VNI has a row of figures; the methods change by a key, for as long as nobody resets it', async () => {
    await open({ method: 'vni' });
    await touch();
    await tap('d9a6t1');
    await assertTyped('đất');
    await tap(['Xoá một chữ', 'Xoá một chữ', 'Xoá một chữ', 'Kiểu gõ: VNI']);
    await tap('aas');
    await assertTyped('aas');
    await tap(['Kiểu gõ: ABC', 'Xoá một chữ', 'Xoá một chữ', 's']);
    await assertTyped('á');
    const told = await driver.evaluate(() => window.told);
    assert.deepEqual(told, [
      { shown: true, method: 'vni' },
      { shown: true, method: 'plain' },
      { shown: true, method: 'telex' },
    ]);
    await driver.evaluate(() => window.keyboard.reset());
    assert.deepEqual(await driver.evaluate(() => window.told.at(-1)), { shown: false, method: 'vni' });
  });

  test('capitals, figures and punctuation', async () => {
    await open({ method: 'vni' });
    await touch();
    await tap(['Chữ hoa', 'D', '9', 'a', 'Chữ hoa', 'Chữ hoa', 'N', 'H', 'Chữ hoa', ' ', '123, chữ số và dấu câu']);
    await tap(['5', 'Gạch chéo', '2', 'abc, chữ cái', 'a', '123, chữ số và dấu câu', '1']);
    assert.equal((await state()).value, 'ĐaNH 5/2a1', 'figures of that page are figures');
  });

  test('in the middle of a text, and in place of what is selected', async () => {
    await open({ query: 'duong sat' });
    await touch();
    const select = (/** @type {number} */ start, /** @type {number} */ end) =>
      driver.evaluate((a, b, field) => window.inside(field).setSelectionRange(a, b), start, end, kSearch);
    const caret = () => driver.evaluate((field) => window.inside(field).selectionStart, kSearch);
    await select(5, 5);
    await tap('dwf');
    await assertTyped('đường sat');
    assert.equal(await caret(), 5);
    await select(6, 9);
    await tap('boo');
    await assertTyped('đường bô');
    await select(0, 6);
    await tap(['Xoá một chữ']);
    await assertTyped('bô');
    assert.equal(await caret(), 0);
  });

  test('by mouse; Backspace repeats while it is held, and stops when it is let go', async () => {
    await open({ query: 'mot hai ba bon nam sau bay' });
    const field = await middleOf(driver, kSearch);
    await driver.mouse.click(field.x, field.y);
    await driver.press('End');
    await atRest();
    const { x, y } = await keyAt('s');
    await driver.mouse.click(x, y);
    await assertTyped('mot hai ba bon nam sau báy');
    const erase = await keyAt('Xoá một chữ');
    await driver.mouse.move(erase.x, erase.y);
    await driver.mouse.down();
    await until(10, 'more than one letter is gone', async () => ((await state()).value?.length ?? 99) < 20);
    await driver.mouse.up();
    const { value } = await state();
    await driver.evaluate(() => new Promise((later) => setTimeout(later, 300)));
    assert.equal((await state()).value, value);
    assert.ok(value && 'mot hai ba bon nam sau'.startsWith(value), value);
  });

  test('a keyboard that is reset under a finger types no more, and is like new for the next one', async () => {
    await open({ query: 'mot hai ba bon nam' });
    await touch();
    await tap(['Chữ hoa']);
    const erase = await keyAt('Xoá một chữ');
    await driver.mouse.move(erase.x, erase.y);
    await driver.mouse.down();
    await driver.evaluate(() => window.keyboard.reset());
    const { value } = await state();
    await driver.evaluate(() => new Promise((later) => setTimeout(later, 700)));
    assert.equal((await state()).value, value);
    await driver.mouse.up();
    await touch();
    assert.equal((await state()).value, value);
    await driver.press('End');
    await tap('a');
    await driver.evaluate(async () => {
      await new Promise((later) => setTimeout(later, 800));
      /** @type {HTMLElement} */ (window.reader.shadowRoot.querySelector('.keyboard .character')).click();
    });
    assert.equal((await state()).value, `${value}aq`);
  });

  test('by two thumbs at once, and by a press that no pointer makes', async () => {
    await open();
    await touch();
    const [h, o] = [await keyAt('h'), await keyAt('o')];
    const send = (/** @type {string} */ type, /** @type {object[]} */ touchPoints) =>
      driver.cdp?.send('Input.dispatchTouchEvent', /** @type {any} */ ({ type, touchPoints }));
    await send('touchStart', [{ ...h, id: 1 }]);
    await send('touchStart', [
      { ...h, id: 1 },
      { ...o, id: 2 },
    ]);
    await send('touchEnd', []);
    await driver.evaluate(() => window.painted());
    await assertTyped('ho');
    await driver.evaluate(async () => {
      await new Promise((later) => setTimeout(later, 800));
      /** @type {HTMLElement} */ (window.reader.shadowRoot.querySelector('.keyboard .character:nth-child(11)')).click();
    });
    await assertTyped('hoa');
    await driver.evaluate(() => new Promise((later) => setTimeout(later, 800)));
    await assertTyped('hoa');
  });

  test('a day is typed on the page of figures, and tones are written as the kiosk wants them', async () => {
    await open({ tones: 'new' });
    await touch();
    await tap('hoas');
    await assertTyped('hoá');
    await tap(['Xoá một chữ', 'Xoá một chữ', 'Xoá một chữ', 'Tìm']);
    await clickButton(driver, 'Thời gian');
    await touch(kFrom);
    await tap(['1', '3', 'Gạch chéo', '0', '1', 'Gạch chéo', '2', '0', '2', '2', 'Xong']);
    assert.equal(await driver.evaluate(() => window.reader.from), '2022-01-13');
    assert.equal(await driver.evaluate((field) => window.inside(field).inputMode, kFrom), 'numeric');
  });
});

describe('is there', () => {
  const traces = () =>
    driver.evaluate(() => {
      const { shadowRoot } = window.reader;
      const { length } = shadowRoot.adoptedStyleSheets;
      const field = window.inside('input[type=search]');
      return { boards: shadowRoot.querySelectorAll('.keyboard').length, sheets: length, mode: field.inputMode };
    });

  test('while a field has the focus; goes by Escape, which leaves the text, by Done and by a touch elsewhere', async () => {
    await open();
    assert.deepEqual(await traces(), { boards: 0, sheets: 1, mode: '' });
    await touch();
    assert.deepEqual(await traces(), { boards: 1, sheets: 2, mode: 'none' });
    await tap('cau');
    await driver.press('Escape');
    assert.deepEqual(await state(), {
      shown: false,
      value: 'cau',
      query: 'cau',
      total: expected({ query: 'cau' }).total,
    });
    assert.deepEqual(await traces(), { boards: 0, sheets: 2, mode: '' });
    await touch();
    await assertTyped('cau');
    await tap(['Xong']);
    assert.deepEqual((await state()).shown, false);
    await touch();
    await tap(['Tìm']);
    assert.deepEqual(await state(), {
      shown: false,
      value: 'cau',
      query: 'cau',
      total: expected({ query: 'cau' }).total,
    });
    await touch();
    await pressAt(driver, await middleOf(driver, '.item'));
    assert.equal(await driver.evaluate(() => window.keyboard.isShown), false);
    assert.equal(await driver.evaluate(() => window.reader.article), expected({ query: 'cau' }).ids[0]);
    await driver.evaluate(() => window.endKeyboard());
    assert.deepEqual(await traces(), { boards: 0, sheets: 1, mode: '' });
    await touch();
    assert.equal((await state()).shown, false, 'ended, it comes no more');
  });

  test('and goes with its field', async () => {
    await open();
    await touch();
    await driver.evaluate(() => window.reader.remove());
    await until(5, 'the keyboard goes', () => driver.evaluate(() => !window.keyboard.isShown));
  });

  test('moves in, and does not under reduced motion', async () => {
    const moves = () =>
      driver.evaluate((field) => {
        window.inside(field).focus();
        return window.inside('.board').getAnimations().length;
      }, kSearch);
    await open();
    assert.equal(await moves(), 1);
    await driver.page?.emulateMedia({ reducedMotion: 'reduce' });
    await open();
    assert.equal(await moves(), 0);
    await driver.page?.emulateMedia({ reducedMotion: 'no-preference' });
  });

  test('over the upper edge, where it would cover the field', async () => {
    await open();
    const places = await driver.evaluate(async () => {
      const { shadowRoot } = window.reader;
      const field = shadowRoot.appendChild(document.createElement('input'));
      field.style.cssText = 'position: absolute; left: 20px; bottom: 20px';
      field.focus();
      await Promise.all(shadowRoot.getAnimations().map((animation) => animation.finished));
      const [board, box] = [window.inside('.board'), field].map((it) => it.getBoundingClientRect());
      field.remove();
      return { board: board.top, isClear: board.bottom <= box.top };
    });
    assert.deepEqual(places, { board: 0, isClear: true });
  });
});

describe('its keys', () => {
  /** What is wrong with the sizes and places of all keys. */
  const faults = () =>
    driver.evaluate(
      (least, gap) => {
        const keys = [...window.reader.shadowRoot.querySelectorAll('.keyboard button')];
        const boxes = keys.map((key) => ({
          name: key.getAttribute('aria-label'),
          ...key.getBoundingClientRect().toJSON(),
        }));
        const field = window.inside('input[type=search]').getBoundingClientRect();
        const found = keys.length < 30 ? [`${keys.length} keys`] : [];
        for (const [i, a] of boxes.entries()) {
          if (a.width < least || a.height < least) found.push(`${a.name}: ${a.width} x ${a.height}`);
          if (a.left < 0 || a.right > innerWidth || a.bottom > innerHeight) found.push(`${a.name} is out of sight`);
          if (a.top < field.bottom) found.push(`${a.name} covers the field`);
          if (keys[i].scrollWidth > keys[i].clientWidth) found.push(`${a.name} is too long`);
          for (const b of boxes.slice(i + 1)) {
            const apart = Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
            if (apart < gap - 0.01) found.push(`${a.name} and ${b.name}: ${apart} px apart`);
          }
        }
        return found;
      },
      kTouch,
      kGap,
    );

  for (const size of kSizes) {
    test(`are 44 px and more, and 4 px apart, on all pages: ${size.join(' × ')}`, async () => {
      await open({ method: 'vni' }, size);
      await touch();
      assert.deepEqual(await faults(), []);
      await tap(['123, chữ số và dấu câu']);
      assert.deepEqual(await faults(), []);
      await tap(['abc, chữ cái', 'Kiểu gõ: VNI', 'Kiểu gõ: ABC']);
      assert.deepEqual(await faults(), []);
    });
  }

  test('are buttons with names in a group with one, out of the way of Tab, by all rules of axe-core, in each theme', async () => {
    for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
      await open({ theme });
      await touch();
      for (const page of ['123, chữ số và dấu câu', 'abc, chữ cái']) {
        const { violations, incomplete, passes } = await findings(driver, [], '.keyboard');
        const open = incomplete.filter((each) => !kNamedSign.test(each));
        assert.deepEqual([violations, open], [[], []], theme);
        for (const rule of ['color-contrast', 'target-size', 'button-name']) assert.ok(passes.includes(rule), rule);
        await tap([page]);
      }
    }
    const roles = await driver.evaluate(() => {
      const board = window.inside('.keyboard');
      const keys = [...board.querySelectorAll('button')];
      const [shift] = board.querySelectorAll('.shift');
      return {
        group: [board.getAttribute('role'), board.getAttribute('aria-label')],
        nameless: keys.filter((key) => !(key.getAttribute('aria-label') ?? key.textContent)).length,
        stops: keys.filter((key) => key.tabIndex >= 0).length,
        shift: shift.getAttribute('aria-pressed'),
      };
    });
    assert.deepEqual(roles, { group: ['group', 'Bàn phím'], nameless: 0, stops: 0, shift: 'false' });
    await tap(['Chữ hoa']);
    assert.equal(await driver.evaluate(() => window.inside('.keyboard .shift').getAttribute('aria-pressed')), 'true');
  });

  test('speak English', async () => {
    await open({ lang: 'en' });
    await touch();
    const names = await driver.evaluate(() =>
      [...window.reader.shadowRoot.querySelectorAll('.keyboard, .keyboard button:not(.character)')].map(
        (it) => it.getAttribute('aria-label') ?? it.textContent,
      ),
    );
    const special = ['123, figures and punctuation', 'Typing method: Telex', 'Space', 'Done', 'Search'];
    assert.deepEqual(names, ['Keyboard', 'Shift', 'Backspace', ...special]);
  });

  test('follow a theme that changes while they are there', async () => {
    await open({ theme: 'light' });
    await touch();
    const colour = () => driver.evaluate(() => getComputedStyle(window.inside('.board')).backgroundColor);
    const light = await colour();
    await driver.evaluate(() => window.reader.setAttribute('theme', 'dark'));
    await until(5, 'the board is dark', async () => (await colour()) !== light);
  });
});

for (const engine of engines) {
  test(`a word typed by it filters the list: ${engine}`, async (t) => {
    const browser = engine === 'chromium' ? driver : await launchFor(t, engine, { width: 1280, height: 800 });
    await open({}, kSizes[1], browser);
    await touch(kSearch, browser);
    await tap('dduwowngf', browser);
    await assertTyped('đường', browser);
    await tap(['Xoá một chữ'], browser);
    await assertTyped('đườn', browser);
    await tap(['Xong'], browser);
    assert.equal((await state(browser)).shown, false);
  });
}
