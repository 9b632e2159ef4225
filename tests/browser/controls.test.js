/** The sheet of a phone, the English interface and what moves. Single controls are proven in controls_*.test.js. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { assertFiltered, kNewestMonth, kPhone, kWays, kWide, lastDay, takeHand, viMonth } from './controls.js';
import { dayOf, expected, sample, setStage } from './stage.js';

/** @typedef {import('./controls.js').Hand} Hand */
/** @typedef {import('./controls.js').Role} Role */

const { ids, total } = expected({});
const [first] = sample._bantin.departments;

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

for (const way of kWays) describe(`the sheet of a phone, by ${way}`, () => provesSheet(way));

/** @param {import('./controls.js').Way} way */
function provesSheet(way) {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, way, kPhone)));
  after(() => hand?.close());
  beforeEach(async () => {
    await hand.open();
    await hand.press('button', 'Bộ lọc');
  });
  const sheet = () => hand.control('dialog', 'Bộ lọc');
  const opener = () => hand.control('button', 'Bộ lọc');
  const assertClosed = async () => {
    assert.equal(await sheet().count(), 0);
    assert.equal(await opener().getAttribute('aria-expanded'), 'false');
    assert.equal(await hand.focused(), 'button Bộ lọc');
  };

  test('it opens with the focus in it and holds every filter but the words', async () => {
    assert.equal(await opener().getAttribute('aria-expanded'), 'true');
    assert.ok(await sheet().evaluate((dialog) => dialog.matches(':focus-within')));
    /** @type {[Role, string | RegExp, number][]} */
    const parts = [
      ['group', /^Số bài theo tháng, /, 1],
      ['slider', /^(Từ|Đến) tháng$/, 2],
      ['textbox', /^(Từ|Đến) ngày/, 2],
      ['button', '7 ngày qua', 1],
      ['button', viMonth(kNewestMonth), 1],
      ['button', /^Năm \d+$/, new Set(sample.items.map((/** @type {any} */ item) => dayOf(item).slice(0, 4))).size],
      ['button', /^Tháng (trước|sau)$/, 2],
      ['button', /^\d{1,2}\/\d{1,2}\/\d{4}$/, Number(lastDay(kNewestMonth).slice(8))],
      ['searchbox', 'Tìm đơn vị', 1],
      ['button', / bài$/, sample._bantin.departments.length + 1],
      ['button', 'Chỉ xem bài đã lưu', 1],
      ['button', `Xem ${total} bài`, 1],
    ];
    for (const [role, name, count] of parts) {
      assert.equal(await sheet().getByRole(role, { name, exact: true }).count(), count, `${role} ${name}`);
    }
  });

  test('its button says how many articles there are and shows them', async () => {
    await hand.press('button', new RegExp(`^${first.name}, `));
    const filtered = expected({ departments: [first.id] });
    await hand.press('button', `Xem ${filtered.total} bài`);
    await assertClosed();
    await assertFiltered(hand, { departments: [first.id] });
    assert.equal(await hand.control('listitem').first().getAttribute('aria-setsize'), String(filtered.total));
  });

  test('it clears what is chosen in it and stays open', async () => {
    await hand.press('button', new RegExp(`^${first.name}, `));
    await hand.pressOn(sheet().getByRole('button', { name: 'Xoá bộ lọc' }));
    await assertFiltered(hand, {});
    assert.equal(await sheet().count(), 1);
  });

  test('it closes by Escape, from inside of a control too', async () => {
    await hand.driver.press('Escape');
    await hand.painted();
    await assertClosed();
    await hand.press('button', 'Bộ lọc');
    await hand.press('button', '7 ngày qua');
    await hand.driver.press('Escape');
    await hand.painted();
    await assertClosed();
  });

  if (way === 'keyboard') {
    test('Tab does not lead to what the sheet covers', async () => {
      for (let keys = 0; keys < 60; ++keys) {
        await hand.driver.press('Tab');
        const focus = await hand.focused();
        const isInside = await sheet().evaluate((dialog) => dialog.matches(':focus-within'));
        assert.ok(isInside || !focus || focus === 'button Đóng', `the focus is on ${focus}, beneath the sheet`);
      }
    });
  } else {
    test('it closes by a press beside it', async () => {
      await hand.press('button', 'Đóng');
      await assertClosed();
    });

    test('its foot has room for all three buttons in a column of 320 pixels', async (t) => {
      await hand.resize(t, { width: 320, height: 568 });
      await hand.press('button', new RegExp(`^${first.name}, `));
      await hand.press('button', '7 ngày qua');
      const foot = ['Xoá bộ lọc', 'Chỉ xem bài đã lưu', /^Xem \d+ bài$/];
      const boxes = await Promise.all(
        foot.map((name) => sheet().getByRole('button', { name, exact: true }).boundingBox()),
      );
      const [left, right] = [boxes.map((box) => box?.x ?? NaN), boxes.map((box) => (box?.x ?? 0) + (box?.width ?? 0))];
      assert.ok(left[0] >= 0 && right[0] <= left[1] && right[1] <= left[2] && right[2] <= 320, String([left, right]));
    });
  }
}

describe('the English interface', () => {
  /** What is in sight, as [role, name]s in either language. @type {[Role, string | RegExp, string | RegExp][]} */
  const rail = [
    ['group', 'Bộ lọc', 'Filters'],
    ['searchbox', 'Tìm trong bản tin', 'Search the news'],
    ['group', /^Số bài theo tháng, .*; nhiều nhất .* bài$/, /^Articles by month, .*; most in .* articles$/],
    ['slider', 'Từ tháng', 'From month'],
    ['slider', 'Đến tháng', 'To month'],
    ['button', 'Đơn vị', 'Departments'],
    ['button', 'Thời gian', 'Dates'],
    ['button', 'Chỉ xem bài đã lưu', 'Only saved articles'],
    ['status', `${total} bài`, `${total} articles`],
    ['region', 'Danh sách bài', 'Articles'],
    ['heading', viMonth(kNewestMonth), englishMonth(kNewestMonth)],
  ];
  /** @type {typeof rail} */
  const departments = [
    ['searchbox', 'Tìm đơn vị', 'Find a department'],
    ['group', 'Đơn vị', 'Departments'],
    ['button', new RegExp(`^${first.name}, \\d+ bài$`), new RegExp(`^${first.name}, \\d+ articles?$`)],
  ];
  /** @type {typeof rail} */
  const dates = [
    ['textbox', 'Từ ngày (dd/mm/yyyy)', 'From (dd/mm/yyyy)'],
    ['textbox', 'Đến ngày (dd/mm/yyyy)', 'To (dd/mm/yyyy)'],
    ['button', '7 ngày qua', 'Last 7 days'],
    ['button', viMonth(kNewestMonth), englishMonth(kNewestMonth)],
    ['button', `Năm ${kNewestMonth.slice(0, 4)}`, `Year ${kNewestMonth.slice(0, 4)}`],
    ['button', 'Tháng trước', 'Previous month'],
    ['button', 'Tháng sau', 'Next month'],
    ['group', 'Thời gian', 'Dates'],
  ];
  /** @type {typeof rail} */
  const article = [
    ['button', 'Lưu bài', 'Save article'],
    ['button', 'Cách hiển thị', 'Appearance'],
    ['button', 'Chia sẻ', 'Share'],
    ['button', 'Đóng bài', 'Close article'],
    ['region', 'Bài đang đọc', 'Open article'],
    ['heading', 'Đọc tiếp', 'Read on'],
    ['heading', 'Tin liên quan', 'Related news'],
  ];
  /** @type {typeof rail} */
  const looks = [
    ['dialog', 'Cách hiển thị', 'Appearance'],
    ['radiogroup', 'Màu nền', 'Colours'],
    ['radio', 'Tự động', 'Automatic'],
    ['radio', 'Sáng', 'Light'],
    ['radio', 'Giấy', 'Sepia'],
    ['radio', 'Tối', 'Dark'],
    ['radio', 'Rõ nét', 'Contrast'],
    ['button', 'Nhỏ hơn', 'Smaller'],
    ['button', 'Lớn hơn', 'Larger'],
    ['button', 'Hẹp hơn', 'Narrower'],
    ['button', 'Rộng hơn', 'Wider'],
    ['button', 'Sít hơn', 'Denser'],
    ['button', 'Thoáng hơn', 'Airier'],
    ['radiogroup', 'Kiểu chữ', 'Typeface'],
    ['radio', 'Có chân', 'Serif'],
    ['radio', 'Không chân', 'Sans'],
    ['radio', 'Của máy', 'Device'],
    ['button', 'Đặt lại', 'Reset'],
  ];
  /** @type {typeof rail} */
  const share = [
    ['dialog', 'Chia sẻ', 'Share'],
    ['button', 'Chia sẻ…', 'Share…'],
    ['button', 'Sao chép liên kết', 'Copy link'],
    ['button', 'Sao chép trích dẫn', 'Copy citation'],
    ['button', 'In bài', 'Print'],
    ['button', 'Mở bài gốc', 'Open original'],
  ];
  /** @type {typeof rail} */
  const chosen = [
    ['button', 'Bỏ: “từnàykhôngcó”', 'Remove: “từnàykhôngcó”'],
    ['button', 'Xoá bộ lọc', 'Clear filters'],
    ['button', `Bỏ từ tìm kiếm (${total} bài)`, `Without search (${total} articles)`],
    ['status', '0 bài', '0 articles'],
  ];

  /** @type {Hand} */
  let vietnamese;
  /** @type {Hand} */
  let english;
  before(async () => {
    [vietnamese, english] = await Promise.all([takeHand(server, 'mouse', kWide), takeHand(server, 'mouse', kWide)]);
  });
  after(() => Promise.all([vietnamese?.close(), english?.close()]));

  /** @param {Record<string, string>} [attributes] */
  const open = (attributes = {}) =>
    Promise.all([vietnamese.open(attributes), english.open({ ...attributes, lang: 'en' })]);
  /** @param {string} vi @param {string} en */
  const press = (vi, en) => Promise.all([vietnamese.press('button', vi), english.press('button', en)]);
  /** @param {Hand} hand @param {typeof rail} parts @param {1 | 2} language */
  const assertThere = async (hand, parts, language) => {
    for (const part of parts) {
      const [role, name] = [part[0], part[language]];
      assert.ok((await hand.control(role, role === 'status' ? undefined : name).count()) > 0, `${role} ${name}`);
      if (role === 'status') assert.ok((await hand.statuses()).includes(String(name)), `status ${name}`);
    }
  };
  /** Both have these, and as many controls as each other. @param {typeof rail[]} states */
  const assertAlike = async (...states) => {
    await assertThere(vietnamese, states.flat(), 1);
    await assertThere(english, states.flat(), 2);
    const [vi, en] = await Promise.all([vietnamese, english].map(({ driver }) => driver.evaluate(controlsInSight)));
    assert.deepEqual(en, vi);
  };

  test('list and panels', async () => {
    await open();
    await assertAlike(rail);
    await press('Đơn vị', 'Departments');
    await assertAlike(rail, departments);
    await press('Thời gian', 'Dates');
    await assertAlike(rail, dates);
    await english.fill('textbox', 'From (dd/mm/yyyy)', '45/01/2022');
    await english.driver.press('Tab');
    await english.painted();
    assert.ok((await english.statuses()).includes('Not a date. Write it like 13/01/2022.'));
  });

  test('article, appearance and menu', async () => {
    const id = sample.items.find((/** @type {any} */ item) => item._bantin.related).id;
    await open({ article: id });
    await assertAlike(rail, article);
    await press('Cách hiển thị', 'Appearance');
    await assertAlike(looks);
    await english.press('radio', 'Dark');
    await english.press('button', 'Larger');
    const { theme, size } = (await english.kept()).preferences;
    assert.deepEqual([theme, size], [3, 5]);
    await Promise.all([vietnamese.driver.press('Escape'), english.driver.press('Escape')]);
    await press('Chia sẻ', 'Share');
    await assertAlike(share);
  });

  test('chips and what is offered for an empty list', async () => {
    await open({ query: 'từnàykhôngcó' });
    await assertAlike(chosen);
    assert.equal(await english.page.getByText('No article matches the filters.').count(), 1);
    await english.press('button', `Without search (${total} articles)`);
    assert.equal((await english.state()).total, total);
  });

  test('the sheet of a phone', async (t) => {
    await open();
    await Promise.all([vietnamese, english].map((hand) => hand.resize(t, kPhone)));
    await press('Bộ lọc', 'Filters');
    await assertAlike(departments, dates, [
      ['dialog', 'Bộ lọc', 'Filters'],
      ['button', 'Đóng', 'Close'],
      ['button', `Xem ${total} bài`, `Show ${total} articles`],
    ]);
  });
});

describe('what moves', () => {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, 'mouse', kWide)));
  after(() => hand?.close());
  const kOpeners = ['Đơn vị', 'Thời gian', 'Cách hiển thị', 'Chia sẻ'];

  test('nothing under reduced motion: a panel is there after two frames at most', async () => {
    await hand.page.emulateMedia({ reducedMotion: 'reduce' });
    await hand.open({ article: ids[0] });
    for (const opener of kOpeners) {
      const frames = await framesAfter(hand, opener);
      assert.ok(frames.length <= 2, `${opener}: ${frames.length} frames`);
      await hand.driver.evaluate(() => window.painted());
    }
  });

  test('else a panel arrives over some frames that end within 200 ms, and nothing goes on', async () => {
    await hand.page.emulateMedia({ reducedMotion: 'no-preference' });
    await hand.open({ article: ids[0] });
    for (const opener of kOpeners) {
      const frames = await framesAfter(hand, opener);
      assert.ok(frames.length > 2, `${opener}: ${frames.length} frames`);
      // A frame that was due before may be late.
      const late = frames.filter((time) => time > 200);
      assert.ok(late.length <= 1, `${opener}: frames at ${late}`);
    }
  });

  test('reduced motion is followed also when it is asked for later', async () => {
    await hand.page.emulateMedia({ reducedMotion: 'no-preference' });
    await hand.open({ article: ids[0] });
    await hand.page.emulateMedia({ reducedMotion: 'reduce' });
    await hand.painted();
    const frames = await framesAfter(hand, kOpeners[0]);
    assert.ok(frames.length <= 2, `${frames.length} frames`);
    await hand.page.emulateMedia({ reducedMotion: 'no-preference' });
  });
});

/** When the frames were that a press on a button has caused, in ms since the first. @param {Hand} hand @param {string} name */
function framesAfter(hand, name) {
  return hand.control('button', name).evaluate(async (button) => {
    const tick = () => new Promise((done) => requestAnimationFrame(done));
    const { reader } = window;
    for (let still = 0, before = -1; still < 10; ++still) {
      if (reader.stats.frames !== before) still = 0;
      before = reader.stats.frames;
      await tick();
    }
    /** @type {number[]} */
    const times = [];
    let count = reader.stats.frames;
    /** @type {HTMLElement} */ (button).click();
    for (const start = performance.now(); performance.now() < start + 600;) {
      await tick();
      for (; count < reader.stats.frames; ++count) times.push(performance.now());
    }
    return times.map((time) => time - times[0]);
  });
}

/** How many controls of each kind the layer has. Runs inside the page. */
function controlsInSight() {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const control of window.reader.shadowRoot.querySelectorAll('button, input, a, [role]')) {
    const kind = control.getAttribute('role') ?? control.localName;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** @param {string} month "2022-01" @returns {string} "January 2022" */
function englishMonth(month) {
  const format = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01`));
}
