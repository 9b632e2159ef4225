/** Single letters: what they do, where they do nothing, and the panel that lists them. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { takeHand } from './controls.js';
import { expected, setStage } from './stage.js';

/** @type {import('./server.js').Server} */
let server;
/** @type {import('./controls.js').Hand} */
let hand;
before(async () => {
  server = await setStage();
  hand = await takeHand(server, 'keyboard');
});
after(async () => {
  await hand?.close();
  await server.close();
});

const kIds = expected({}).ids;

/** The reader anew with the focus on its first row. @param {Record<string, string>} [attributes] */
async function openOnFirstRow(attributes) {
  await hand.open(attributes);
  await hand.control('listitem').first().getByRole('link').focus();
}

/** Types and waits for what comes of it. @param {string} letter */
async function type(letter) {
  await hand.driver.press(letter);
  await hand.painted();
}

const panelOf = () => hand.control('dialog', 'Phím tắt');

describe('letters', () => {
  test('j and k go from row to row, in an article from article to article', async () => {
    await openOnFirstRow();
    const rows = [await hand.focused()];
    for (const letter of ['j', 'j', 'k']) {
      await type(letter);
      rows.push(await hand.focused());
    }
    assert.equal(new Set(rows).size, 3, rows.join('\n'));
    assert.equal(rows[3], rows[1]);
    await type('Enter');
    assert.equal((await hand.state()).article, kIds[1]);
    await type('j');
    assert.equal((await hand.state()).article, kIds[2]);
    await type('k');
    await type('k');
    assert.equal((await hand.state()).article, kIds[0]);
  });

  test('a slash goes to the search field, in which letters are text', async () => {
    await openOnFirstRow();
    await type('/');
    assert.match(await hand.focused(), /Tìm trong bản tin/);
    for (const letter of 'jds?/x') await type(letter);
    assert.equal((await hand.state()).query, 'jds?/x');
    assert.equal(await panelOf().count(), 0);
  });

  test('s saves the open article, x clears the filter, d, t and a open their panels', async () => {
    await openOnFirstRow({ query: 'nước' });
    await type('x');
    assert.equal((await hand.state()).query, '');
    await type('d');
    assert.equal(await hand.control('button', 'Đơn vị', { expanded: true }).count(), 1);
    assert.match(await hand.focused(), /Đơn vị/);
    await type('t');
    assert.equal(await hand.control('button', 'Thời gian', { expanded: true }).count(), 1);
    await type('Escape');
    await hand.driver.evaluate((id) => window.reader.openArticle(id), kIds[3]);
    await type('s');
    assert.deepEqual(Object.keys((await hand.kept()).starred ?? {}).length, 1);
    await type('a');
    assert.equal(await hand.control('dialog', 'Cách hiển thị').count(), 1);
  });

  test('a question mark lists every key, and Escape goes back to where the focus was', async () => {
    await openOnFirstRow();
    const row = await hand.focused();
    await type('?');
    const keys = await panelOf().getByRole('listitem').allTextContents();
    for (const key of ['/', 'j', 'k', 's', 'd', 't', 'x', 'a', '?', 'Tab', 'Enter', 'Esc']) {
      assert.ok(
        keys.some((said) => said.startsWith(key) && said.length > key.length + 2),
        `${key} in ${keys}`,
      );
    }
    await type('Escape');
    assert.equal(await panelOf().count(), 0);
    assert.equal(await hand.focused(), row);
  });

  test('the list of keys can be reached without a letter, from an article and from none', async () => {
    await openOnFirstRow({ keys: 'off' });
    await hand.press('button', 'Phím tắt');
    assert.equal(await panelOf().count(), 1);
    assert.equal(await panelOf().getByRole('listitem').filter({ hasText: 'Bài sau' }).count(), 0);
    await type('Escape');
    await hand.driver.evaluate((id) => window.reader.openArticle(id), kIds[0]);
    await hand.press('button', 'Cách hiển thị');
    await hand.press('button', 'Phím tắt');
    assert.equal(await panelOf().count(), 1);
    await type('Escape');
    assert.match(await hand.focused(), /Cách hiển thị/);
  });
});

describe('letters do nothing', () => {
  /** Keys as the host page hears them: key and whether somebody took it. @param {string[]} chords */
  async function heardByPage(chords) {
    await hand.driver.evaluate(() => {
      const heard = /** @type {string[]} */ ([]);
      Object.assign(window, { heard });
      addEventListener('keydown', ({ key, defaultPrevented }) => heard.push(`${key} ${defaultPrevented}`));
    });
    for (const chord of chords) await type(chord);
    return hand.caught('heard');
  }

  test('with keys="off": the page has them', async () => {
    await openOnFirstRow({ keys: 'off' });
    const row = await hand.focused();
    assert.deepEqual(await heardByPage(['j', 'd', '?', '/']), ['j false', 'd false', '? false', '/ false']);
    assert.equal(await hand.focused(), row);
    assert.equal(await panelOf().count(), 0);
  });

  test('once keys="off" is set on a running reader, and again when it is taken away', async () => {
    await openOnFirstRow();
    await hand.driver.evaluate(() => window.reader.setAttribute('keys', 'off'));
    await type('?');
    assert.equal(await panelOf().count(), 0);
    await hand.driver.evaluate(() => window.reader.removeAttribute('keys'));
    await type('?');
    assert.equal(await panelOf().count(), 1);
  });

  test('while the focus is outside', async () => {
    await openOnFirstRow();
    await hand.driver.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    assert.deepEqual(await heardByPage(['?', 'j']), ['? false', 'j false']);
    assert.equal(await panelOf().count(), 0);
  });

  test('with Control, Alt or Meta held, and where they mean nothing: the page has them', async () => {
    await openOnFirstRow();
    const heard = await heardByPage(['Alt+j', 'Meta+j', 'q', 'x']);
    assert.equal(heard.filter((/** @type {string} */ key) => key === 'j false').length, 2);
    assert.deepEqual(
      heard.filter((/** @type {string} */ key) => key.endsWith('true')),
      [],
    );
  });
});

test('articles in another language than the interface are marked as such', async () => {
  await hand.open({ lang: 'en' });
  const languages = await hand.driver.evaluate((id) => {
    const layer = window.inside('.layer');
    return window.reader.openArticle(id).then(() => ({
      layer: layer.lang,
      article: window.inside('article').lang,
      rows: [...layer.querySelectorAll('li.item')].map((row) => /** @type {HTMLElement} */ (row).lang),
    }));
  }, kIds[0]);
  assert.equal(languages.layer, 'en');
  assert.equal(languages.article, 'vi');
  assert.ok(languages.rows.length > 0 && languages.rows.every((lang) => lang === 'vi'));
  await hand.driver.evaluate(() => window.reader.setAttribute('lang', 'vi'));
  await hand.painted();
  assert.equal(await hand.driver.evaluate(() => window.inside('article').hasAttribute('lang')), false);
});
