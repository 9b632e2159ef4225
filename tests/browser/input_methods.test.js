/**
 * Words that no single key gives: by input methods, which compose them in the field, by such as send keys (Windows), by
 * pasting, dropping and dictation; and the keyboard of a phone.
 *
 * Firefox' and WebKit's drivers compose nothing: there, what is typed letter by letter and what is pasted. No driver
 * brings up a phone's keyboard: what it does to the page, a viewport of less height, is done instead.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { assertFiltered, kPhone, takeHand } from './controls.js';
import { engines } from './drivers/driver.js';
import { expected, openStage, sample, setStage } from './stage.js';

/** @typedef {import('./controls.js').Hand} Hand */
/** @typedef {import('./drivers/driver.js').Driver} Driver */

const kSearch = 'Tìm trong bản tin';
const kFrom = 'Từ ngày (dd/mm/yyyy)';
const kBadDay = 'Ngày chưa đúng. Hãy viết như 13/01/2022.';
const kKeyboardShare = 0.45;

/** The word as Telex has it after each key: "tieesng", "vieejt". */
const kWords = [
  ['t', 'ti', 'tie', 'tiê', 'tiế', 'tiến', 'tiếng'],
  ['v', 'vi', 'vie', 'viê', 'việ', 'việt'],
];

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** @param {Driver} driver @param {string} text  of the composition so far */
const compose = async (driver, text) => {
  const end = text.length;
  await driver.cdp?.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  await driver.evaluate(() => window.painted());
};

/** What is composed becomes this, or it comes as a whole. @param {Driver} driver @param {string} text */
const insert = async (driver, text) => {
  await driver.cdp?.send('Input.insertText', { text });
  await driver.evaluate(() => window.painted());
};

/** A key that the input method has taken. @param {Driver} driver @param {string} key */
const takenKey = async (driver, key) => {
  const event = { key, code: key, windowsVirtualKeyCode: 229 };
  await driver.cdp?.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await driver.cdp?.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await driver.evaluate(() => window.painted());
};

/** A character as Windows' input methods send it: as a key of its own. @param {Driver} driver @param {string} text */
const sendKey = async (driver, text) => {
  await driver.cdp?.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text, windowsVirtualKeyCode: 231 });
  await driver.cdp?.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text, windowsVirtualKeyCode: 231 });
};

/** What the layer writes into fields from now on, in order. @param {Driver} driver */
const watchWrites = (driver) =>
  driver.evaluate(() => {
    /** @type {string[]} */
    const writes = [];
    const own = /** @type {PropertyDescriptor} */ (
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    );
    Object.defineProperty(HTMLInputElement.prototype, 'value', {
      ...own,
      set(value) {
        writes.push(value);
        own.set?.call(this, value);
      },
    });
    Object.assign(window, { writes });
  });

/** Puts text on the clipboard, by copying it from a field of the page. @param {Driver} driver @param {string} text */
async function copy(driver, text) {
  await driver.evaluate((wanted) => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.id = 'copy-here';
    field.value = wanted;
    field.focus({ preventScroll: true });
    field.select();
  }, text);
  await driver.press('Control+c');
  await driver.evaluate(() => document.querySelector('#copy-here')?.remove());
}

/** The search field, what is shown, and what is in the field. @param {Driver} driver */
const searched = (driver) =>
  driver.evaluate(() => ({
    value: window.inside('input[type=search]').value,
    query: window.reader.query,
    total: window.reader.results.total,
  }));

/** @param {Driver} driver @param {string} value */
async function assertSearched(driver, value) {
  const { total } = expected({ query: value });
  assert.deepEqual(await searched(driver), { value, query: value, total });
}

describe('composed', () => {
  /** @type {Hand} */
  let hand;
  /** @type {Driver} */
  let driver;
  before(async () => {
    hand = await takeHand(server, 'keyboard');
    driver = hand.driver;
  });
  after(() => hand?.close());
  beforeEach(() => hand.open());

  test('the list follows every step of a word that is composed', async () => {
    await hand.reach(hand.control('searchbox', kSearch));
    await watchWrites(driver);
    let before = '';
    const totals = new Set();
    for (const steps of kWords) {
      for (const step of steps) {
        await compose(driver, step);
        await assertSearched(driver, before + step);
        totals.add((await searched(driver)).total);
      }
      before += `${steps.at(-1)} `;
      await insert(driver, `${steps.at(-1)} `);
      await assertSearched(driver, before);
    }
    assert.ok(totals.size > 2, 'the words part the sample');
    assert.deepEqual(await hand.caught('writes'), []);
  });

  test('a field is left alone while a word is composed in it, whatever the page sets, and follows afterwards', async () => {
    await hand.reach(hand.control('searchbox', kSearch));
    await watchWrites(driver);
    await compose(driver, 'đườ');
    await driver.evaluate(() => window.reader.setFilter({ query: 'cau' }));
    await hand.painted();
    assert.deepEqual(await searched(driver), { value: 'đườ', query: 'cau', total: expected({ query: 'cau' }).total });
    assert.deepEqual(await hand.caught('writes'), []);
    await compose(driver, 'đường');
    await assertSearched(driver, 'đường');
    await driver.evaluate(() => window.reader.setFilter({ query: 'cau' }));
    await driver.evaluate(() => {
      const field = window.inside('input[type=search]');
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    });
    await hand.painted();
    await assertSearched(driver, 'cau');
  });

  test('an Enter that ends a composition does not end the field', async () => {
    await hand.openFilters('Thời gian');
    await hand.reach(hand.control('textbox', kFrom));
    await compose(driver, '45/01/2022');
    await takenKey(driver, 'Enter');
    await insert(driver, '45/01/2022');
    assert.equal(await hand.control('textbox', kFrom).getAttribute('aria-invalid'), null);
    assert.ok(!(await hand.statuses()).includes(kBadDay));
    await driver.press('Enter');
    await hand.painted();
    assert.equal(await hand.control('textbox', kFrom).getAttribute('aria-invalid'), 'true');
  });

  test('an Escape that ends a composition closes no panel and empties no field', async () => {
    await hand.openFilters('Đơn vị');
    const field = hand.control('searchbox', 'Tìm đơn vị');
    await hand.reach(field);
    await compose(driver, 'sở');
    await takenKey(driver, 'Escape');
    assert.equal(await field.inputValue(), 'sở');
    await insert(driver, 'sở');
    await driver.press('Escape');
    await hand.painted();
    assert.equal(await field.inputValue(), '');
    await compose(driver, 's');
    await compose(driver, '');
    await takenKey(driver, 'Escape');
    assert.equal(await field.count(), 1);
    await driver.press('Escape');
    await hand.painted();
    assert.equal(await field.count(), 0);
  });

  test('a composed day bounds the list once it is one', async () => {
    await hand.openFilters('Thời gian');
    await hand.reach(hand.control('textbox', kFrom));
    await compose(driver, '13/01');
    await assertFiltered(hand, {});
    await compose(driver, '13/01/2022');
    await assertFiltered(hand, { from: '2022-01-13' });
    await insert(driver, '13/01/2022');
    await assertFiltered(hand, { from: '2022-01-13' });
    assert.equal(await hand.control('textbox', kFrom).inputValue(), '13/01/2022');
  });

  test('letters taken back and sent again as keys, as on Windows, find as typed', async () => {
    await hand.reach(hand.control('searchbox', kSearch));
    for (const key of [
      'd',
      'u',
      'Backspace',
      'Backspace',
      'đ',
      'u',
      'o',
      'Backspace',
      'Backspace',
      'ư',
      'ơ',
      'n',
      'g',
    ]) {
      if (key.length > 1) await driver.press(key);
      else await sendKey(driver, key);
      await hand.painted();
      const { value } = await searched(driver);
      await assertSearched(driver, value);
    }
    await driver.press('Backspace');
    await driver.press('Backspace');
    for (const key of ['Backspace', 'ờ', 'n', 'g']) await (key.length > 1 ? driver.press(key) : sendKey(driver, key));
    await hand.painted();
    await assertSearched(driver, 'đường');
  });

  test('dictated words come at once and are found together', async () => {
    await hand.reach(hand.control('searchbox', kSearch));
    await insert(driver, 'cầu ');
    await insert(driver, 'dân sinh');
    await assertSearched(driver, 'cầu dân sinh');
  });

  test('dropped text is searched for', async () => {
    await hand.control('searchbox', kSearch).scrollIntoViewIfNeeded();
    const { x, y } = await hand.placeOf(hand.control('searchbox', kSearch));
    const data = { items: [{ mimeType: 'text/plain', data: 'dân sinh' }], dragOperationsMask: 1 };
    for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop'])) {
      await driver.cdp?.send('Input.dispatchDragEvent', { type, x, y, data });
    }
    await hand.painted();
    await assertSearched(driver, 'dân sinh');
  });
});

for (const engine of engines) {
  test(`${engine}: letters with marks, pasted words in either form, taken back and given again`, async (t) => {
    const driver = await openStage(t, server, engine);
    const field = () => driver.evaluate(() => window.inside('input[type=search]').focus());
    await field();
    await driver.type('đường ');
    await driver.type('tỉnh');
    await driver.evaluate(() => window.painted());
    await assertSearched(driver, 'đường tỉnh');
    for (const form of ['NFD', 'NFC']) {
      const text = 'tiếng việt'.normalize(form);
      await copy(driver, text);
      await field();
      await driver.press('Control+a');
      await driver.press('Control+v');
      await driver.evaluate(() => window.painted());
      const { value, total } = await searched(driver);
      assert.equal(value.normalize('NFC'), 'tiếng việt');
      assert.equal(total, expected({ query: 'tiếng việt' }).total, form);
    }
    await driver.press('Escape');
    await driver.evaluate(() => window.painted());
    await assertSearched(driver, '');
    assert.equal(
      await driver.evaluate(() => window.inside('input[type=search]') === window.reader.shadowRoot.activeElement),
      true,
    );
    // WebKit's driver undoes nothing by this key, in no field of any page.
    if (engine === 'webkit') return;
    await driver.press('Control+z');
    await driver.evaluate(() => window.painted());
    const { value } = await searched(driver);
    assert.equal(value.normalize('NFC'), 'tiếng việt', 'Escape can be undone');
    await assertSearched(driver, value);
  });
}

test('days typed and pasted in the ways they are written', async (t) => {
  const hand = await takeHand(server, 'keyboard');
  t.after(() => hand.close());
  await hand.open();
  await hand.openFilters('Thời gian');
  for (const text of ['13/01/2022', '13/1/2022', '13-1-2022', '13.01.2022']) {
    await hand.fill('textbox', kFrom, text);
    await assertFiltered(hand, { from: '2022-01-13' });
    await hand.fill('textbox', kFrom, '');
    await assertFiltered(hand, {});
    await copy(hand.driver, text);
    await hand.control('textbox', kFrom).focus();
    await hand.driver.press('Control+v');
    await hand.painted();
    await assertFiltered(hand, { from: '2022-01-13' });
    assert.equal(await hand.control('textbox', kFrom).inputValue(), text, 'it stays as it was written');
    await hand.fill('textbox', kFrom, '');
  }
});

describe('on a phone', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'touch')));
  after(() => hand?.close());
  beforeEach(() => hand.open());

  test('a field is still in sight when the keyboard has taken its part of the height', async (t) => {
    const names = ['Tìm đơn vị', kFrom, 'Đến ngày (dd/mm/yyyy)'];
    for (const name of names) {
      await hand.open();
      await hand.press('button', 'Bộ lọc');
      const field = hand.page.getByLabel(name, { exact: true });
      await hand.pressOn(field);
      const height = Math.round(kPhone.height * (1 - kKeyboardShare));
      await hand.driver.viewport(kPhone.width, height);
      await hand.painted();
      await hand.painted();
      const box = await field.boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= height, `${name}: ${JSON.stringify(box)} of ${height}`);
      const isSeen = await field.evaluate((element) => {
        const { left, top, width, height: high } = element.getBoundingClientRect();
        const root = /** @type {ShadowRoot} */ (element.getRootNode());
        return root.activeElement === element && root.elementFromPoint(left + width / 2, top + high / 2) === element;
      });
      assert.ok(isSeen, `${name} is covered`);
      await hand.driver.viewport(kPhone.width, kPhone.height);
    }
  });

  test('fields say which keyboard they want, have letters that Safari does not zoom into, and complete nothing', async () => {
    await hand.press('button', 'Bộ lọc');
    /** @returns {any[]} */
    const said = () =>
      [...window.reader.shadowRoot.querySelectorAll('input:not([type=range])')].map((input) => ({
        type: input.getAttribute('type'),
        mode: /** @type {HTMLInputElement} */ (input).inputMode,
        key: /** @type {HTMLInputElement} */ (input).enterKeyHint,
        completes: input.getAttribute('autocomplete'),
        isLarge: parseFloat(getComputedStyle(input).fontSize) >= 16,
      }));
    const fields = await hand.driver.evaluate(said);
    const alike = { completes: 'off', isLarge: true };
    const search = { type: 'search', mode: '', key: 'search', ...alike };
    const day = { type: 'text', mode: 'numeric', key: 'done', ...alike };
    assert.deepEqual(fields, [search, day, day, search]);
  });
});

test('what is looked for is in the sample, and not all of it', () => {
  for (const query of ['tiếng việt', 'đường', 'cầu dân sinh', 'dân sinh', 'cau']) {
    const { total } = expected({ query });
    assert.ok(total > 0 && total < sample.items.length, `${query}: ${total}`);
  }
});
