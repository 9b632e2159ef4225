/** What is selected and copied out of the reader: the text and the structure of the feed, as out of any page. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { temporaryFolder } from './drivers/children.js';
import { until } from './drivers/deadline.js';
import { launch, launchFor } from './drivers/driver.js';
import { selectedText } from './selection.js';
import { clickOn, dist, expected, itemOf, openPage, pages, sample, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {{text: string, html: string}} Copied */

const kFirst = 'Bà Nguyễn Thị Hường ở phường Đông Ngạc nộp hồ sơ lúc bảy giờ tối, khi bếp đã tắt và con đã ngủ.';
const kSecond =
  'Chị <strong>không phải nghỉ buổi làm nào, cũng không phải nhờ ai đi hộ lên tỉnh như hai lần trước đó</strong>; theo ' +
  '<a href="https://so.example/quy-dinh-ve-tiep-nhan-ho-so-qua-mang.html">quy định mới về tiếp nhận hồ sơ qua mạng của ' +
  'tỉnh, có hiệu lực từ đầu tháng</a>, kết quả được gửi về <em>tận nhà</em>.';
const kThird = 'Đến nay đã có 1.204 hồ sơ như thế. Cán bộ một cửa nói ai cũng hỏi cùng một câu: bao giờ thì xong?';
const kItem = {
  id: 'bai-1',
  title: 'Nộp hồ sơ buổi tối',
  summary: 'Sapô của bài.',
  date_published: '2024-05-28T08:00:00+07:00',
  authors: [{ name: 'Sở Y tế' }],
  content_html:
    `<p>${kFirst}</p><p>${kSecond}</p><p>${kThird}</p>` +
    '<h2>Cần mang theo</h2><figure><img src="pictures/paint.png" width="300" height="80" alt="Một bức tranh">' +
    '<figcaption>Quầy tiếp nhận</figcaption></figure><p>Sau ảnh là lời dặn.</p>' +
    '<ul><li>Giấy tờ<ol><li>bản chính</li><li>bản sao</li></ol></li><li>Ảnh</li></ul><p>Hết danh sách.</p>' +
    '<table><tr><th>Huyện</th><th>Hồ sơ</th></tr><tr><td>Bến Vạn</td><td>412</td></tr>' +
    '<tr><td>Khe Lam</td><td>87</td></tr></table><p>Hết bảng.</p>',
};
const kFeed = { src: 'feeds/copy.json', article: kItem.id };
const kScreen = { width: 1000, height: 1500 };

/** @type {import('./server.js').Server} */
let server;
/** @type {{path: string, remove: () => void}} */
let folder;
before(async () => {
  folder = temporaryFolder('clipboard');
  mkdirSync(join(folder.path, 'feeds/pictures'), { recursive: true });
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Thử', items: [kItem] };
  writeFileSync(join(folder.path, 'feeds/copy.json'), JSON.stringify(feed));
  writeFileSync(join(folder.path, 'feeds/pictures/paint.png'), PNG.sync.write(new PNG({ width: 300, height: 80 })));
  server = await setStage({ folders: [dist, pages, folder.path], isolated: false });
});
after(async () => {
  await server.close();
  folder.remove();
});

/** @param {string} html */
const textOf = (html) => html.replace(/<[^>]*>/g, '');

/**
 * Where a phrase of an element begins and ends.
 * @param {Driver} driver @param {string} selector @param {string} phrase  also over the ends of lines
 */
function placeOf(driver, selector, phrase) {
  return driver.evaluate(
    (/** @type {string} */ wanted, /** @type {string} */ words) => {
      /** @type {Element[]} */
      const elements = [...window.reader.shadowRoot.querySelectorAll(wanted)];
      const element = elements.find((each) => (each.textContent ?? '').includes(words));
      if (!element) throw new Error(`no ${wanted} says «${words}»`);
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      /** @type {[Node, number][]} */
      const characters = [];
      while (walker.nextNode()) {
        const { data } = /** @type {Text} */ (walker.currentNode);
        for (let at = 0; at < data.length; ++at) characters.push([walker.currentNode, at]);
      }
      const begin = (element.textContent ?? '').indexOf(words);
      const boxAt = (/** @type {number} */ index) => {
        const range = document.createRange();
        const [node, at] = characters[index];
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
      };
      const [first, last] = [boxAt(begin), boxAt(begin + words.length - 1)];
      return {
        start: { x: first.left + 0.5, y: first.top + first.height / 2 },
        end: { x: last.right + 0.5, y: last.top + last.height / 2 },
      };
    },
    selector,
    phrase,
  );
}

/** By a drag of the mouse. @param {Driver} driver @param {[string, string]} from  selector, phrase @param {[string, string]} to */
async function selectFromTo(driver, from, to) {
  const { start } = await placeOf(driver, ...from);
  const { end } = await placeOf(driver, ...to);
  // What is selected already would be dragged away.
  await driver.evaluate(() => getSelection()?.removeAllRanges());
  await driver.drag(start, end);
}

/** What Control+C puts on the clipboard, as a page is given it that is pasted into. @param {Driver} driver @returns {Promise<Copied>} */
async function copied(driver) {
  await driver.press('Control+c');
  await driver.evaluate(() => {
    const field = document.createElement('div');
    field.id = 'paste-here';
    field.contentEditable = 'true';
    field.addEventListener('paste', ({ clipboardData }) => {
      const [text, html] = ['text/plain', 'text/html'].map((type) => clipboardData?.getData(type));
      Object.assign(window, {
        given: { text, html: html?.replace(/^.*<!--StartFragment-->|<!--EndFragment-->.*$/gs, '') },
      });
    });
    document.body.append(field);
    field.focus({ preventScroll: true });
  });
  try {
    await driver.press('Control+v');
    return await until(5, `${driver.engine}: pasting`, () => driver.evaluate(() => /** @type {any} */ (window).given));
  } finally {
    await driver.evaluate(() => {
      document.querySelector('#paste-here')?.remove();
      Reflect.deleteProperty(window, 'given');
    });
  }
}

/** What programs find on the clipboard. @param {Driver} driver @returns {Promise<Copied>} */
async function onClipboard(driver) {
  await driver.page?.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await driver.press('Control+c');
  return driver.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (/** @type {string} */ type) =>
      item.types.includes(type) ? (await item.getType(type)).text() : '';
    return { text: await read('text/plain'), html: await read('text/html') };
  });
}

/** @param {Driver} driver */
const toolsHere = (driver) =>
  until(10, 'the tools', async () => server.requests.some((path) => path.startsWith('/bantin.tools.js'))).then(() =>
    driver.evaluate(() => new Promise((done) => setTimeout(done, 100))),
  );

/** @param {Driver} driver @param {Record<string, string>} [attributes] */
async function show(driver, attributes = kFeed) {
  server.requests.length = 0;
  await openPage(driver, server, attributes);
  if (attributes.article) await toolsHere(driver);
}

/** Chromium adds what a parser adds. @param {string} html */
const asWritten = (html) => html.replace(/<\/?tbody>/g, '');

describe('in an article', () => {
  /** @type {Driver} */
  let driver;
  before(async () => {
    driver = await launch('chromium', kScreen);
    await show(driver);
  });
  after(() => driver?.close());

  test('three paragraphs are three paragraphs, parted by an empty line, their lines joined', async () => {
    await selectFromTo(driver, ['article p', 'Bà Nguyễn'], ['article p', 'thì xong?']);
    const { text, html } = await onClipboard(driver);
    assert.equal(text, [kFirst, kSecond, kThird].map(textOf).join('\n\n'));
    assert.equal(html, `<p>${kFirst}</p><p>${kSecond}</p><p>${kThird}</p>`);
  });

  test('what is pasted is what programs find on the clipboard', async () => {
    await selectFromTo(driver, ['article p', 'Bà Nguyễn'], ['article p', 'thì xong?']);
    const found = await onClipboard(driver);
    assert.deepEqual(await copied(driver), found);
  });

  test('from the middle of one paragraph to the middle of another: just those parts', async () => {
    await selectFromTo(driver, ['article p', 'lúc bảy giờ'], ['article p', 'phải nghỉ buổi']);
    const { text, html } = await onClipboard(driver);
    const end = kFirst.slice(kFirst.indexOf('lúc bảy giờ'));
    assert.equal(text, `${end}\n\nChị không phải nghỉ buổi`);
    assert.equal(html, `<p>${end}</p><p>Chị <strong>không phải nghỉ buổi</strong></p>`);
  });

  test('a phrase over the end of a line is one phrase, without the block around it', async () => {
    const phrase = await driver.evaluate(() => {
      /** @type {Element[]} */
      const lines = [...window.inside('article p', 2).querySelectorAll('.line')];
      return `${lines[0].textContent?.split(' ').at(-1)} ${lines[1].textContent?.split(' ')[0]}`;
    });
    assert.ok(kFirst.includes(phrase));
    await selectFromTo(driver, ['article p', phrase], ['article p', phrase]);
    assert.deepEqual(await onClipboard(driver), { text: phrase, html: phrase });
  });

  test('marks and links that lie on two lines are one mark and one link', async () => {
    await selectFromTo(driver, ['article p', 'không phải nghỉ'], ['article p', 'đầu tháng']);
    const { html } = await onClipboard(driver);
    const wanted = kSecond.slice(kSecond.indexOf('<strong>'), kSecond.indexOf('</a>') + 4);
    const marks = await driver.evaluate(() => window.inside('article p', 3).querySelectorAll('strong').length);
    assert.ok(marks > 1, 'the mark lies on one line');
    assert.equal(html, wanted);
  });

  test('a list keeps its markers in the text and its nesting', async () => {
    await selectFromTo(driver, ['article li p', 'Giấy tờ'], ['article p', 'Hết danh sách.']);
    const { text, html } = await onClipboard(driver);
    assert.equal(text, '- Giấy tờ\n  1. bản chính\n  2. bản sao\n- Ảnh\n\nHết danh sách.');
    assert.equal(
      html,
      '<ul><li>Giấy tờ<ol><li>bản chính</li><li>bản sao</li></ol></li><li>Ảnh</li></ul><p>Hết danh sách.</p>',
    );
  });

  test('from its second item on a numbered list goes on with its numbers', async () => {
    await selectFromTo(driver, ['article ol li p', 'bản sao'], ['article p', 'Hết danh sách.']);
    const { text, html } = await onClipboard(driver);
    assert.match(text, /2\. bản sao\n- Ảnh\n\nHết danh sách\.$/);
    assert.match(html, /<ol start="2"><li>bản sao<\/li><\/ol>/);
  });

  test('a table has a line a row, tabs between its cells', async () => {
    await selectFromTo(driver, ['article th', 'Huyện'], ['article p', 'Hết bảng.']);
    const { text, html } = await onClipboard(driver);
    assert.equal(text, 'Huyện\tHồ sơ\nBến Vạn\t412\nKhe Lam\t87\n\nHết bảng.');
    assert.equal(
      asWritten(html),
      '<table><tr><th scope="col">Huyện</th><th scope="col">Hồ sơ</th></tr><tr><td>Bến Vạn</td><td>412</td></tr>' +
        '<tr><td>Khe Lam</td><td>87</td></tr></table><p>Hết bảng.</p>',
    );
  });

  test('words in a cell are words', async () => {
    await selectFromTo(driver, ['article td', 'Bến Vạn'], ['article td', 'Bến Vạn']);
    assert.deepEqual(await onClipboard(driver), { text: 'Bến Vạn', html: 'Bến Vạn' });
  });

  test('a heading and a figure: picture with its address, caption, no button', async () => {
    await selectFromTo(driver, ['article h3', 'Cần mang theo'], ['article p', 'lời dặn.']);
    const { text, html } = await onClipboard(driver);
    assert.equal(text, 'Cần mang theo\n\nQuầy tiếp nhận\n\nSau ảnh là lời dặn.');
    assert.equal(
      html,
      `<h3>Cần mang theo</h3><figure><img alt="Một bức tranh" src="${server.url}feeds/pictures/paint.png">` +
        '<figcaption>Quầy tiếp nhận</figcaption></figure><p>Sau ảnh là lời dặn.</p>',
    );
  });

  test('a double click takes a word with all its marks', async () => {
    for (const word of ['Nguyễn', 'Hường', 'phường']) {
      const { start, end } = await placeOf(driver, 'article p', word);
      await driver.mouse.click((start.x + end.x) / 2, start.y, { count: 2 });
      assert.deepEqual(await onClipboard(driver), { text: word, html: word });
    }
  });

  test('a triple click takes a paragraph', async () => {
    const { start } = await placeOf(driver, 'article p', 'kết quả được');
    await driver.mouse.click(start.x + 5, start.y, { count: 3 });
    assert.deepEqual(await onClipboard(driver), { text: textOf(kSecond), html: kSecond });
  });

  test('Shift with a click and with arrows takes more and less', async () => {
    const { start } = await placeOf(driver, 'article p', 'Bà Nguyễn');
    const { end } = await placeOf(driver, 'article p', 'Bà Nguyễn Thị');
    await driver.mouse.click(start.x, start.y);
    await driver.page?.keyboard.down('Shift');
    await driver.mouse.click(end.x, end.y);
    await driver.page?.keyboard.up('Shift');
    assert.equal((await onClipboard(driver)).text, 'Bà Nguyễn Thị');
    for (let time = 0; time < 6; ++time) await driver.press('Shift+ArrowRight');
    assert.equal((await onClipboard(driver)).text, 'Bà Nguyễn Thị Hường');
    for (let time = 0; time < 2; ++time) await driver.press('Shift+ArrowLeft');
    assert.equal((await onClipboard(driver)).text, 'Bà Nguyễn Thị Hườ');
    await driver.press('Shift+ArrowDown');
    const more = (await onClipboard(driver)).text;
    assert.ok(textOf(kFirst).startsWith(more) && more.length > 40, more);
  });

  test('select-all has every text of the article once, and no control', async () => {
    const { start } = await placeOf(driver, 'article p', 'Bà Nguyễn');
    await driver.evaluate(() => getSelection()?.removeAllRanges());
    await driver.mouse.click(start.x, start.y);
    await driver.press('Control+a');
    const { text, html } = await onClipboard(driver);
    const wanted = [kFirst, kSecond, kThird, '\n\n- Giấy tờ\n  1. bản chính', 'Khe Lam\t87\n\nHết bảng.'];
    for (const part of wanted) assert.equal(text.split(textOf(part)).length, 2, `${part} in\n${text}`);
    const controls = await driver.evaluate(() => {
      const buttons = [...window.reader.shadowRoot.querySelectorAll('button, input')];
      return buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '').filter(Boolean);
    });
    assert.ok(controls.length > 4);
    for (const name of controls) assert.ok(!text.split('\n').includes(name), name);
    assert.ok(!/<(span|button|input|div)\b| (style|class|role|tabindex|aria-\w+)=/.test(html), html.slice(0, 400));
  });

  test('what is pasted into an editor looks as the text around it', async () => {
    await selectFromTo(driver, ['article p', 'Bà Nguyễn'], ['article p', 'Hết bảng.']);
    await driver.press('Control+c');
    const strange = await pastedStrangers(driver);
    assert.deepEqual(strange.attributes, []);
    assert.deepEqual(strange.colours, ['rgb(10, 20, 30)', 'rgb(0, 0, 238)'].sort());
  });

  test('dragged text carries the same as copied text', async () => {
    await selectFromTo(driver, ['article p', 'Bà Nguyễn'], ['article p', 'phải nghỉ buổi']);
    const wanted = await onClipboard(driver);
    await driver.evaluate(() => {
      window.addEventListener(
        'dragstart',
        ({ dataTransfer }) => {
          const [text, html] = ['text/plain', 'text/html'].map((type) => dataTransfer?.getData(type));
          Object.assign(window, { dragged: { text, html } });
        },
        { once: true },
      );
    });
    const { start } = await placeOf(driver, 'article p', 'bảy giờ');
    await driver.drag(start, { x: start.x + 80, y: start.y + 60 });
    assert.deepEqual(await driver.evaluate(() => /** @type {any} */ (window).dragged), wanted);
  });
});

/** What an editor with a colour and a size of its own shows after Control+V. @param {Driver} driver */
async function pastedStrangers(driver) {
  await driver.evaluate(() => {
    const field = document.createElement('div');
    field.id = 'paste-here';
    field.contentEditable = 'true';
    field.style.color = 'rgb(10, 20, 30)';
    document.body.append(field);
    field.focus({ preventScroll: true });
  });
  await driver.press('Control+v');
  return driver.evaluate(() => {
    const field = /** @type {HTMLElement} */ (document.querySelector('#paste-here'));
    const inside = [...field.querySelectorAll('*')];
    const attributes = inside.flatMap((element) => [...element.attributes].map(({ name }) => name));
    const texts = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    const colours = new Set();
    while (texts.nextNode()) {
      const { parentElement, nodeValue } = texts.currentNode;
      if (parentElement && nodeValue?.trim()) colours.add(getComputedStyle(parentElement).color);
    }
    field.remove();
    return {
      attributes: attributes.filter((name) => /^(style|class|id|role|tabindex)$/.test(name)),
      colours: /** @type {string[]} */ ([...colours].sort()),
    };
  });
}

test('rows of the list are lines of text, parted by an empty line', async (t) => {
  const driver = await launchFor(t, 'chromium', kScreen);
  await show(driver, { src: 'data/sample.json' });
  const [first, second, third] = expected({}).ids.map(itemOf);
  const opening = third.summary.split(' ').slice(0, 4).join(' ');
  // The first selection fetches what answers.
  const words = first.summary.split(' ').slice(0, 3).join(' ');
  await selectFromTo(driver, ['li p', words], ['li p', words]);
  await toolsHere(driver);
  await selectFromTo(driver, ['li p', words], ['li p', opening]);
  const { text, html } = await onClipboard(driver);
  const rows = text.split('\n\n');
  assert.ok(rows[0].startsWith(words) && first.summary.startsWith(rows[0].replace(/…$/, '')), rows[0]);
  const title = rows.findIndex((row) => row.split('\n')[2] === second.title);
  assert.ok(title > 0, text);
  assert.match(rows[title].split('\n')[1], /^\d\d\/\d\d\/\d{4}$/);
  const shown = rows[title].split('\n')[3].replace(/…$/, '');
  assert.ok(shown.length > 30 && second.summary.startsWith(shown));
  assert.equal(rows.at(-1)?.split('\n').at(-1), opening);
  assert.ok(html.includes(`<a href="${second.url}">${second.title}</a>`), html.slice(0, 500));
});

test('what is copied out of the search field is its own', async (t) => {
  const driver = await launchFor(t, 'chromium', kScreen);
  await show(driver);
  await clickOn(driver, 'input[type=search]');
  await driver.type('hồ sơ');
  await driver.press('Control+a');
  assert.equal((await onClipboard(driver)).text, 'hồ sơ');
});

test('before the tools are there the browser copies', async (t) => {
  const driver = await launchFor(t, 'chromium', kScreen);
  await driver.page?.route('**/bantin.tools.js', (route) => route.abort());
  await openPage(driver, server, kFeed);
  await selectFromTo(driver, ['article p', 'Bà Nguyễn'], ['article p', 'đã ngủ.']);
  assert.equal((await onClipboard(driver)).text, kFirst);
});

test("a selection that begins in the page around is the browser's, and what is pasted can be read", async (t) => {
  const driver = await launchFor(t, 'chromium', kScreen);
  await show(driver);
  await driver.evaluate(() => {
    const before = document.createElement('p');
    before.id = 'around';
    before.textContent = 'Lời của trang';
    document.body.prepend(before);
    document.body.style.color = 'rgb(90, 0, 0)';
  });
  await driver.evaluate(() => window.painted());
  await driver.press('Control+a');
  const { text } = await onClipboard(driver);
  assert.ok(text.startsWith('Lời của trang') && text.includes(kFirst), text.slice(0, 200));
  const { colours } = await pastedStrangers(driver);
  assert.ok(colours.length > 0);
  for (const colour of colours) assert.ok(!/^rgba\(.*, 0\)$/.test(colour), colour);
});

for (const page of ['reader.html', 'index.html']) {
  for (const hasClicked of [false, true]) {
    const when = hasClicked ? 'after a click into the reader' : 'before anything is clicked';
    test(`${page}, ${when}: select-all and copy give clean text`, async (t) => {
      const driver = await launchFor(t, 'chromium', kScreen);
      await driver.open(server.url + page);
      await until(20, 'the list', () =>
        driver.evaluate(() => Boolean(document.querySelector('ban-tin')?.shadowRoot?.querySelector('li.item'))),
      );
      await driver.evaluate(() => (window.reader = /** @type {any} */ (document.querySelector('ban-tin'))));
      if (hasClicked) {
        const { start } = await placeOf(driver, 'p.status', 'bài');
        await driver.mouse.click(start.x, start.y);
      }
      await driver.press('Control+a');
      await driver.evaluate(() => new Promise((done) => setTimeout(done, 500)));
      const { text, html } = await onClipboard(driver);
      const [first] = expected({}).ids.map(itemOf);
      assert.ok(text.split('\n').includes(first.title), text.slice(0, 300));
      assert.ok(!/<(span|div|button|input|canvas|script)\b| (style|class)=/.test(html), html.slice(0, 400));
      assert.ok(html.includes(`>${first.title}<`));
    });
  }
}

for (const engine of /** @type {const} */ (['firefox', 'webkit'])) {
  describe(engine, () => {
    /** @type {Driver} */
    let driver;
    before(async () => {
      driver = await launch(engine, { width: 1000, height: 1100 });
      await show(driver);
    });
    after(() => driver?.close());

    test('three paragraphs are copied as three paragraphs', async () => {
      await selectFromTo(driver, ['article p', 'Bà Nguyễn'], ['article p', 'thì xong?']);
      const { text, html } = await copied(driver);
      assert.equal(text, [kFirst, kSecond, kThird].map(textOf).join('\n\n'));
      assert.equal(html, `<p>${kFirst}</p><p>${kSecond}</p><p>${kThird}</p>`);
    });

    test('a triple click copies a paragraph, a double click a word', async () => {
      const { start } = await placeOf(driver, 'article p', 'Nguyễn');
      await driver.mouse.click(start.x + 5, start.y, { count: 3 });
      assert.equal((await copied(driver)).text, kFirst);
      const word = await placeOf(driver, 'article p', 'Cán bộ');
      await driver.mouse.click(word.start.x + 5, word.start.y, { count: 2 });
      assert.equal((await copied(driver)).text.trim(), 'Cán');
    });
  });
}

test('a long press of a finger selects a word', async (t) => {
  const driver = await launchFor(t, 'chromium', { ...kScreen, touch: true });
  await show(driver);
  const press = async (/** @type {{x: number, y: number}} */ point) => {
    await driver.cdp?.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await driver.evaluate(() => new Promise((done) => setTimeout(done, 700)));
    await driver.cdp?.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const plain = await driver.evaluate(() => {
    const word = document.createElement('p');
    word.textContent = 'Phường';
    word.style.cssText = 'position: fixed; left: 0; top: 0; margin: 0; z-index: 1; font: 20px serif';
    document.body.append(word);
    const { left, top, height } = word.getBoundingClientRect();
    return { x: left + 30, y: top + height / 2 };
  });
  await press(plain);
  if (!(await driver.evaluate(() => String(getSelection())))) {
    return t.skip('this Chromium selects nothing by a long press, in no page');
  }
  const { start, end } = await placeOf(driver, 'article p', 'Hường');
  await press({ x: (start.x + end.x) / 2, y: start.y });
  assert.equal(await driver.evaluate(selectedText, 'ban-tin'), 'Hường');
});
