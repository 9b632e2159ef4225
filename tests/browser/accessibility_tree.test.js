/** What assistive technology is told: the article in its tree is the feed's, and each control has role, name and state. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { kFirstMonth, kMonths, kNewestDay, kNewestMonth, kPhone, takeHand, viDay, viMonth } from './controls.js';
import { until } from './drivers/deadline.js';
import { blocksWanted, dayOf, expected, itemOf, sample, setStage } from './stage.js';
import { every, textOf, treeOf } from './tree.js';

/** @typedef {import('./controls.js').Hand} Hand */
/** @typedef {import('./tree.js').TreeNode} TreeNode */

const kDesk = { width: 1200, height: 800 };
/** Headings of what follows an article's body. */
const kFollowers = ['Tệp đính kèm', 'Tin liên quan', 'Đọc tiếp'];

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

describe('an article in the tree', () => {
  /** @type {Hand} */
  let hand;
  before(async () => {
    hand = await takeHand(server, 'mouse', kDesk);
    await hand.open();
  });
  after(() => hand?.close());

  test('every one of the sample is the feed’s: each block once, in its order, words apart', async () => {
    const seen = new Set();
    for (const item of sample.items) {
      await hand.driver.evaluate((id) => window.reader.openArticle(id), item.id);
      for (const block of await assertIsFeeds(hand, item)) seen.add(block.split(' ')[0]);
    }
    for (const kind of ['p', 'h3', 'h4', 'ul', 'ol', 'blockquote', 'img', 'figcaption', 'tr1', 'tr2']) {
      assert.ok(seen.has(kind), `the sample has no ${kind}`);
    }
  });

  test('every kind of block in one article is the feed’s, at whatever width', async () => {
    for (const [width, height] of [
      [1200, 800],
      [700, 600],
      [390, 844],
    ]) {
      await hand.driver.viewport(width, height);
      await showFeed(hand, [manyKinds]);
      const blocks = await assertIsFeeds(hand, manyKinds);
      assert.ok(blocks.includes('ul li ol li ul li Ba tầng'), blocks.join('\n'));
    }
    await hand.driver.viewport(kDesk.width, kDesk.height);
  });

  test('a link is one node with its name and address, over however many lines it goes', async () => {
    const linked = sample.items.filter((/** @type {any} */ { content_html }) => content_html?.includes('<a '));
    await hand.open();
    for (const item of linked) {
      await hand.driver.evaluate((id) => window.reader.openArticle(id), item.id);
      await assertLinks(hand, item);
    }
    await showFeed(hand, [manyKinds]);
    await assertLinks(hand, manyKinds);
  });

  test('the page’s heading level is that of its title and of the months, its sections lie below', async () => {
    await hand.open({ article: richest.id, 'heading-level': '3' });
    const tree = await treeOf(hand.driver);
    const [title, ...sections] = every(articleOf(tree), 'heading');
    assert.deepEqual([title.name, title.states.level], [richest.title, 3]);
    assert.ok(sections.length > 2);
    for (const { name, states } of sections) assert.ok(states.level > 3, name);
    const months = every(tree, 'heading').filter(({ name }) => name.startsWith('Tháng '));
    assert.ok(months.length > 2);
    for (const { name, states } of months) assert.equal(states.level, 3, name);
  });

  test('a wide table can be reached, is named and scrolls', async () => {
    await hand.driver.viewport(390, 844);
    await showFeed(hand, [{ ...manyKinds, content_html: wideTable }]);
    const [frame] = every(articleOf(await treeOf(hand.driver)), 'region');
    assert.deepEqual([frame.name, frame.attributes.tabindex], ['Bảng', '0']);
    assert.equal(every(frame, 'columnheader').length, 14);
    await hand.driver.viewport(kDesk.width, kDesk.height);
  });

  test('attached files, related news and the next ones are links under headings', async () => {
    const item = sample.items.find(
      (/** @type {any} */ each) => each.attachments?.length && each._bantin.related?.length,
    );
    await hand.open({ article: item.id });
    const article = articleOf(await treeOf(hand.driver));
    const headings = every(article, 'heading').map(({ name }) => name);
    assert.deepEqual(headings.slice(-3), kFollowers);
    const links = every(article, 'link').map(({ name, states }) => `${name} ${states.url}`);
    for (const { title, url } of item.attachments) assert.ok(links.includes(`${title} ${url}`), title);
    for (const id of item._bantin.related) assert.ok(links.includes(`${itemOf(id).title} ${itemOf(id).url}`), id);
    assert.deepEqual(
      every(article, 'group').map(({ name }) => name),
      ['Tin liên quan', 'Đọc tiếp'],
    );
  });
});

const richest = sample.items.find((/** @type {any} */ { content_html }) =>
  ['<img', '<table', '<ul', '<blockquote'].every((tag) => content_html?.includes(tag)),
);

const kSentence =
  'Một câu đủ dài để phải xuống dòng nhiều lần, ở mọi bề rộng của cột, mà không chữ nào dính vào chữ nào. ';
const cells = (/** @type {string} */ tag, /** @type {number} */ row) =>
  Array.from({ length: 14 }, (_, i) => `<${tag}>Cột số ${i} hàng ${row}</${tag}>`).join('');
const wideTable = `<table><tr>${cells('th', 0)}</tr><tr>${cells('td', 1)}</tr></table>`;
const manyKinds = {
  id: 'moi-loai',
  title: 'Mọi loại khối trong một bài, với một tên bài dài đến mức phải viết thành hai dòng trở lên',
  summary: kSentence.repeat(2).trim(),
  date_published: '2024-05-28T08:00:00+07:00',
  authors: [{ name: 'Sở Y tế' }],
  content_html: `
    <p>${kSentence.repeat(3)}</p>
    <h2>Mục hai</h2><p>Thơ một<br>Thơ hai</p>
    <h3>Mục ba</h3><p><strong>Đậm</strong>, <em>nghiêng</em>, <strong><em>cả hai</em></strong> và ${kSentence}<a href="https://vi.example/mot">một liên kết có tên dài đến mức ở đâu cũng phải xuống dòng ít nhất một lần, kể cả trên màn hình rộng</a>, rồi <a href="https://vi.example/hai">hai</a>.</p>
    <h4>Mục bốn</h4><ul><li>Một<ol><li>Hai ${kSentence}<ul><li>Ba tầng</li></ul></li><li>Hai nữa</li></ol></li><li>Cuối</li></ul>
    <h5>Mục năm</h5><ol><li>Thứ nhất</li><li>Thứ hai ${kSentence}</li></ol>
    <h6>Mục sáu</h6><blockquote><p>${kSentence}</p><p>Câu sau.</p></blockquote>
    <figure><img src="empty.svg" alt="Một bức tranh" width="600" height="300"><figcaption>Chú thích ${kSentence}</figcaption></figure>
    <table><caption>Bảng số</caption><tr><th>Năm</th><th>Số ${kSentence}</th></tr><tr><td>2023</td><td>1.200</td></tr>
      <tr><td colspan="2">Cộng</td></tr></table>
    <p>Đoạn cuối.</p>`,
};

/** @param {Hand} hand @param {any[]} items the first of them is opened */
async function showFeed(hand, items) {
  await hand.open();
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Thử', items };
  await hand.driver.evaluate((given) => void (window.reader.feed = given), feed);
  await until(5, 'the feed', async () => (await hand.told('bantin-ready')).length === 2);
  await hand.driver.evaluate((id) => window.reader.openArticle(id), items[0].id);
}

/** @param {TreeNode} tree */
function articleOf(tree) {
  const articles = every(tree, 'article');
  assert.equal(articles.length, 1);
  return articles[0];
}

/**
 * The open article in the tree is that of the feed: block by block, link by link, and nothing beside.
 * @param {Hand} hand @param {any} item
 * @returns {Promise<string[]>} its blocks
 */
async function assertIsFeeds(hand, item) {
  const [title, , ...body] = bodyOf(articleOf(await treeOf(hand.driver)));
  assert.deepEqual([title.role, title.name, textOf(title), title.states.level], ['heading', item.title, item.title, 2]);
  const wanted = await hand.driver.evaluate(blocksWanted, item, 2);
  assert.deepEqual(
    body.flatMap((node) => blocksOf(node, [])),
    wanted,
    item.id,
  );
  const texts = wanted.filter((block) => !/^(\S+ )*?img /.test(block)).map((block) => textIn(block));
  assert.equal(unspaced(body.map(textOf).join('')), unspaced(texts.join('')), item.id);
  for (const list of body.flatMap((node) => every(node, 'list'))) assertNumbered(list);
  return wanted;
}

/** @param {string} text */
const unspaced = (text) => text.replace(/\s/g, '');

/** "ul li Text" → "Text". @param {string} block */
const textIn = (block) => block.replace(/^(?:(?:ul|ol|li|blockquote|p|h\d|figcaption|tr\d+|th|td) )+/, '');

/** The article's parts up to what follows its body. @param {TreeNode} article */
function bodyOf({ children }) {
  const isEnd = (/** @type {TreeNode} */ node) => kFollowers.includes(node.name) && node.role !== 'listitem';
  const end = children.findIndex(isEnd);
  return end < 0 ? children : children.slice(0, end);
}

/** As `blocksWanted` of stage.js says them. @param {TreeNode} node @param {string[]} path @returns {string[]} */
function blocksOf(node, path) {
  const below = (/** @type {string[]} */ inner) => node.children.flatMap((child) => blocksOf(child, inner));
  const block = (/** @type {string} */ name) => [[...path, name, textOf(node)].filter(Boolean).join(' ')];
  switch (node.role) {
    case 'list':
      return below([...path, numbersOf(node).length ? 'ol' : 'ul']);
    case 'listitem':
      assert.equal(node.states.level, path.filter((name) => name === 'ul' || name === 'ol').length);
      return below([...path, 'li']);
    case 'blockquote':
      return below([...path, 'blockquote']);
    case 'table':
      return every(node, 'row').flatMap((row, i) =>
        row.children.flatMap((cell) => blocksOf(cell, [...path, `tr${i + 1}`])),
      );
    case 'heading':
      return block(`h${node.states.level}`);
    case 'paragraph':
      return block(path.at(-1) === 'li' ? '' : 'p');
    case 'image':
      return [[...path, 'img', node.name].join(' ')];
    case 'Figcaption':
      return block('figcaption');
    case 'columnheader':
    case 'rowheader':
      return block('th');
    case 'cell':
      return block('td');
    default:
      return below(path);
  }
}

/** What stands before the items of a list. @param {TreeNode} list */
function numbersOf(list) {
  const generated = list.children.flatMap(({ children: [first] }) => first.children.filter((node) => node.generated));
  return generated.flatMap((node) => every(node, 'StaticText')).map(({ name }) => name);
}

/** @param {TreeNode} list */
function assertNumbered(list) {
  const numbers = numbersOf(list);
  assert.deepEqual(
    numbers.map((number) => parseInt(number, 10)),
    numbers.map((_, i) => i + 1),
  );
  assert.ok(numbers.length === 0 || numbers.length === list.children.length);
}

/** @param {Hand} hand @param {any} item that is open */
async function assertLinks(hand, item) {
  const body = bodyOf(articleOf(await treeOf(hand.driver)));
  assert.deepEqual(body.flatMap(linksOf), await hand.driver.evaluate(linksWanted, item), item.id);
}

/** @param {TreeNode} node */
const linksOf = (node) => every(node, 'link').map(({ name, states }) => `${name} ${states.url}`);

/** The links of an article's body; runs inside the page. @param {any} item */
function linksWanted(item) {
  const { body } = new DOMParser().parseFromString(item.content_html ?? '', 'text/html');
  /** @type {HTMLAnchorElement[]} */
  const links = [...body.querySelectorAll('a')];
  return links.map(({ textContent, href }) => `${textContent?.replace(/\s+/g, ' ').trim()} ${href}`);
}

describe('the controls in the tree', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'mouse', kDesk)));
  after(() => hand?.close());

  test('of the list: filters, what they leave, and each row by its whole title, place and address', async () => {
    await hand.open();
    const tree = await treeOf(hand.driver);
    const controls = controlsOf(tree);
    const { total, ids } = expected({});
    const span = `, ${total} bài`;
    assert.deepEqual(controls.slice(0, 10), [
      'group Bộ lọc',
      'searchbox Tìm trong bản tin',
      `group ${controls[2].slice('group '.length)}`,
      `slider Từ tháng value=0 (${viMonth(kFirstMonth)}${span})`,
      `slider Đến tháng value=${kMonths - 1} (${viMonth(kNewestMonth)}${span})`,
      'button Đơn vị expanded=false',
      'button Thời gian expanded=false',
      'button Chỉ xem bài đã lưu pressed=false',
      `status ${total} bài`,
      'region Danh sách bài',
    ]);
    assert.match(controls[2], /^group Số bài theo tháng, .* bài$/);
    assertRows(tree, ids);
    const months = [...new Set(every(tree, 'listitem').map((_, i) => viMonth(dayOf(itemOf(ids[i])).slice(0, 7))))];
    for (const role of ['heading', 'list']) {
      assert.deepEqual(
        every(tree, role).map(({ name }) => name),
        months,
      );
    }
  });

  test('of a list too narrow for its titles: a row is still named by all of its title', async (t) => {
    await hand.resize(t, { width: 700, height: 700 });
    await hand.open();
    const tree = await treeOf(hand.driver);
    const rows = every(tree, 'listitem').flatMap((row) => every(row, 'link'));
    assert.ok(rows.filter((link) => textOf(link).endsWith('…')).length > 0, 'no title is cut');
    assertRows(tree, expected({}).ids);
  });

  test('of the departments: opened, chosen, counted, and to be let go again', async () => {
    await hand.open();
    await hand.press('button', 'Đơn vị');
    const [, second] = sample._bantin.departments;
    assert.deepEqual(await pressed(hand, 'Đơn vị'), []);
    await hand.pressOn(hand.control('button', new RegExp(`${second.name}.*bài`)));
    const controls = controlsOf(await treeOf(hand.driver));
    const { total, ids } = expected({ departments: [second.id] });
    assert.ok(controls.includes('button Đơn vị (1) expanded=true'), controls.join('\n'));
    assert.ok(controls.includes('region Đơn vị') && controls.includes('group Đơn vị'));
    assert.ok(controls.includes('searchbox Tìm đơn vị'));
    assert.ok(controls.includes(`status ${total} bài`));
    assert.ok(controls.includes(`button Bỏ: ${second.short_name ?? second.name}`));
    assert.ok(controls.includes('button Xoá bộ lọc'));
    const [on, ...others] = await pressed(hand, 'Đơn vị');
    assert.deepEqual(others, []);
    assert.ok(on.includes(second.name) && on.includes(`${total} bài`), on);
    assertRows(await treeOf(hand.driver), ids);
  });

  test('of the dates: fields, ranges, a month of days, and what is wrong with a day', async () => {
    await hand.open();
    await hand.press('button', 'Thời gian');
    const shown = controlsOf(await treeOf(hand.driver));
    assert.ok(shown.includes('textbox Từ ngày (dd/mm/yyyy)') && shown.includes('textbox Đến ngày (dd/mm/yyyy)'));
    assert.ok(shown.includes('button 7 ngày qua pressed=false'));
    assert.ok(shown.includes('button Tháng trước') && shown.includes('button Tháng sau disabled'));
    assert.ok(shown.includes(`status ${viMonth(kNewestMonth)}`));
    const [days] = every(await treeOf(hand.driver), 'region').filter(({ name }) => name === 'Thời gian');
    const [month] = every(days, 'group').filter(({ name }) => name === 'Thời gian');
    const [year, number] = kNewestMonth.split('-').map(Number);
    assert.equal(every(month, 'button').length, new Date(Date.UTC(year, number, 0)).getUTCDate());

    await hand.fill('textbox', 'Từ ngày (dd/mm/yyyy)', '31/02/2022');
    await hand.driver.press('Enter');
    await hand.painted();
    const wrong = controlsOf(await treeOf(hand.driver));
    assert.ok(wrong.includes('textbox Từ ngày (dd/mm/yyyy) invalid value=31/02/2022'), wrong.join('\n'));
    assert.ok(wrong.includes('status Ngày chưa đúng. Hãy viết như 13/01/2022.'));

    await hand.fill('textbox', 'Từ ngày (dd/mm/yyyy)', viDay(kNewestDay));
    await hand.driver.press('Enter');
    await hand.painted();
    const right = controlsOf(await treeOf(hand.driver));
    assert.ok(right.includes(`textbox Từ ngày (dd/mm/yyyy) value=${viDay(kNewestDay)}`));
    assert.ok(right.includes(`button Bỏ: từ ${viDay(kNewestDay)}`));
    const chosen = every(await treeOf(hand.driver), 'button').filter(({ states }) => states.pressed === 'true');
    assert.ok(chosen.length > 0);
    for (const { name } of chosen) assert.match(name, /2026|7 ngày/);
  });

  test('of the timeline: a slider says its month and what is left', async () => {
    await hand.open();
    await hand.control('slider', 'Từ tháng').focus();
    for (let month = 0; month < 3; ++month) await hand.driver.press('ArrowRight');
    await hand.painted();
    const { from, total } = await hand.state();
    assert.ok(from > `${kFirstMonth}-31`);
    const controls = controlsOf(await treeOf(hand.driver));
    assert.ok(
      controls.includes(`slider Từ tháng value=3 (${viMonth(from.slice(0, 7))}, ${total} bài)`),
      controls.join('\n'),
    );
  });

  test('of an open article: saved or not, menus open or not, its row the current one', async () => {
    const [id] = expected({}).ids;
    await hand.open({ article: id });
    await hand.press('button', 'Lưu bài');
    assert.ok(controlsOf(await treeOf(hand.driver)).includes('region Bài đang đọc'));
    await hand.press('button', 'Chia sẻ');
    const tree = await treeOf(hand.driver);
    const controls = controlsOf(tree);
    for (const wanted of [
      'button Lưu bài pressed=true',
      'button Chia sẻ expanded=true',
      'button Cách hiển thị expanded=false',
      'button Đóng bài',
      'dialog Chia sẻ',
      'group Chia sẻ',
      'button Sao chép liên kết',
      `button Mở bài gốc${itemOf(id).url ? '' : ' disabled'}`,
    ]) {
      assert.ok(controls.includes(wanted), `${wanted}\n${controls.join('\n')}`);
    }
    const current = every(tree, 'listitem').filter(({ attributes }) => attributes['aria-current'] === 'true');
    assert.deepEqual(
      current.map((row) => every(row, 'link')[0].name),
      [itemOf(id).title],
    );
  });

  test('of the appearance: one choice of each kind is checked, a scale says where it stands and where it ends', async () => {
    const [id] = expected({}).ids;
    await hand.open({ article: id }, { preferences: { size: 0, theme: 2 } });
    await hand.press('button', 'Cách hiển thị');
    const [dialog] = every(await treeOf(hand.driver), 'dialog');
    assert.equal(dialog.name, 'Cách hiển thị');
    const [themes, faces] = every(dialog, 'radiogroup');
    assert.deepEqual(controlsOf(themes), [
      'radiogroup Màu nền',
      ...['Tự động', 'Sáng', 'Giấy', 'Tối', 'Rõ nét'].map((name) => `radio ${name} checked=${name === 'Giấy'}`),
    ]);
    assert.deepEqual(controlsOf(faces), [
      'radiogroup Kiểu chữ',
      ...['Có chân', 'Không chân', 'Của máy'].map((name) => `radio ${name} checked=${name === 'Có chân'}`),
    ]);
    const controls = controlsOf(dialog);
    for (const wanted of ['button Nhỏ hơn disabled', 'status 1/15', 'button Lớn hơn', 'button Đặt lại']) {
      assert.ok(controls.includes(wanted), `${wanted}\n${controls.join('\n')}`);
    }
  });

  test('in English have English names', async () => {
    await hand.open({ lang: 'en', article: expected({}).ids[0] });
    await hand.press('button', 'Appearance');
    const controls = controlsOf(await treeOf(hand.driver));
    for (const wanted of [
      'searchbox Search the news',
      'region Articles',
      'dialog Appearance',
      'radio Sepia checked=false',
    ]) {
      assert.ok(controls.includes(wanted), `${wanted}\n${controls.join('\n')}`);
    }
    for (const each of controls.filter((one) => !/^(list|link|listitem) /.test(one))) {
      assert.doesNotMatch(each.normalize('NFD'), /\p{Mn}/u);
    }
  });
});

describe('the phone’s sheet in the tree', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'mouse', kPhone)));
  after(() => hand?.close());

  test('is a modal dialog with all filters; what it covers is not there', async () => {
    await hand.open();
    await hand.press('button', 'Bộ lọc');
    const tree = await treeOf(hand.driver);
    const [dialog] = every(tree, 'dialog');
    assert.deepEqual([dialog.name, dialog.states.modal], ['Bộ lọc', true]);
    assert.equal(every(tree, 'listitem').length, 0);
    const controls = controlsOf(dialog);
    for (const wanted of ['slider Từ tháng', 'textbox Từ ngày', 'searchbox Tìm đơn vị', 'button Xem 62 bài']) {
      assert.ok(
        controls.some((each) => each.startsWith(wanted)),
        `${wanted}\n${controls.join('\n')}`,
      );
    }
    const outside = controlsOf(tree).filter((each) => !controls.includes(each));
    assert.deepEqual(outside, ['button Đóng']);
  });

  test('tells how many articles a choice leaves', async () => {
    const [first] = sample._bantin.departments;
    await hand.open();
    await hand.press('button', 'Bộ lọc');
    await hand.pressOn(hand.control('button', new RegExp(`${first.name}.*bài`)));
    const { total } = expected({ departments: [first.id] });
    const spoken = liveOf(await treeOf(hand.driver));
    assert.equal(spoken.filter((text) => text.includes(`${total} bài`)).length, 1, spoken.join());
  });
});

describe('what is announced', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'mouse', kDesk)));
  after(() => hand?.close());

  test('a change of the filter by one region that was there before, whatever made it', async () => {
    await hand.open();
    const all = expected({}).total;
    assert.deepEqual(liveOf(await treeOf(hand.driver)), [`${all} bài`]);
    await hand.driver.evaluate(() => void Object.assign(window, { region: window.inside('[role=status]') }));
    await hand.fill('searchbox', 'Tìm trong bản tin', 'benh vien');
    const { total } = expected({ query: 'benh vien' });
    assert.notEqual(total, all);
    assert.deepEqual(liveOf(await treeOf(hand.driver)), [`${total} bài`]);
    await hand.press('button', 'Xoá bộ lọc');
    assert.deepEqual(liveOf(await treeOf(hand.driver)), [`${all} bài`]);
    assert.ok(await hand.driver.evaluate(() => Reflect.get(window, 'region') === window.inside('[role=status]')));
  });

  test('beside an article and its dialogs a change is spoken once', async () => {
    await hand.open({ article: expected({}).ids[0] });
    await hand.press('button', 'Cách hiển thị');
    const before = liveOf(await treeOf(hand.driver));
    await hand.press('button', 'Lớn hơn');
    const now = liveOf(await treeOf(hand.driver));
    assert.deepEqual(
      now.filter((text, i) => text !== before[i]),
      ['6/15'],
    );
  });

  test('that the news are on their way, and that they cannot be had', async () => {
    await hand.page.route('**/late.json', () => {});
    for (const [src, sentence] of [
      ['late.json', 'Đang tải bản tin…'],
      ['missing.json', 'Không tải được bản tin. Hãy kiểm tra đường truyền rồi tải lại trang. (missing.json)'],
    ]) {
      await hand.driver.open(`${server.url}stage.html?src=${src}`);
      await until(5, sentence, async () => liveOf(await treeOf(hand.driver)).includes(sentence));
    }
    await hand.page.unrouteAll();
  });
});

const kControls = (
  'button link searchbox textbox slider radio radiogroup dialog group region list listitem status article ' +
  'checkbox switch combobox tab menu menuitem'
).split(' ');
/** Their content says what they are. */
const kNameless = ['status', 'article', 'listitem'];

/**
 * Every control as "role name state …": states that are set, toggles and what expands always. None lacks a name.
 * @param {TreeNode} tree
 */
function controlsOf(tree) {
  return every(tree, ...kControls).flatMap((node) => {
    const { role, name, states, attributes } = node;
    if (role === 'list' || role === 'link' || role === 'listitem' || role === 'article') return named(node);
    const parts = [role, name || textOf(node)];
    if (states.disabled) parts.push('disabled');
    if (states.invalid === 'true') parts.push('invalid');
    for (const state of ['pressed', 'checked', 'expanded']) {
      if (states[state] !== undefined) parts.push(`${state}=${states[state]}`);
    }
    if (states.value !== undefined && states.value !== '') parts.push(`value=${states.value}`);
    if (attributes['aria-valuetext']) parts.push(`(${attributes['aria-valuetext']})`);
    assert.ok(parts[1], `a ${role} without a name: ${JSON.stringify(attributes)}`);
    return [parts.join(' ')];
  });
}

/** Nothing to list, but with a name. @param {TreeNode} node @returns {string[]} */
function named({ role, name, children }) {
  const isInArticle = role === 'list' && !name;
  assert.ok(name || kNameless.includes(role) || (isInArticle && children.length > 0), `a ${role} without a name`);
  return [];
}

/** The names of the toggles that are pressed in a group. @param {Hand} hand @param {string} group */
async function pressed(hand, group) {
  const [found] = every(await treeOf(hand.driver), 'group').filter(({ name }) => name === group);
  return every(found, 'button')
    .filter(({ states }) => states.pressed === 'true')
    .map(({ name }) => name);
}

/** What live regions hold. @param {TreeNode} tree */
function liveOf(tree) {
  return every(tree)
    .filter(({ role, states }) => states.live && role !== 'StaticText')
    .map(textOf);
}

/** The rows are the articles `ids` from the first on. @param {TreeNode} tree @param {string[]} ids */
function assertRows(tree, ids) {
  const rows = every(tree, 'listitem').filter(({ attributes }) => attributes['aria-posinset']);
  assert.ok(rows.length > 0);
  rows.forEach((row, i) => {
    const { attributes } = row;
    assert.deepEqual([attributes['aria-posinset'], attributes['aria-setsize']], [`${i + 1}`, `${ids.length}`]);
    const [link, ...others] = every(row, 'link');
    assert.deepEqual(others, []);
    const { title, url } = itemOf(ids[i]);
    assert.equal(link.name, title);
    if (url) assert.equal(link.states.url, url);
  });
}
