/** The controls that filter, each by mouse, by a finger on a phone and by keys alone. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  assertFiltered,
  dayAfter,
  kFirstMonth,
  kMonths,
  kNewestDay,
  kNewestMonth,
  kWays,
  lastDay,
  monthAfter,
  takeHand,
  spokenDay,
  viDay,
  viMonth,
} from './controls.js';
import { expected, sample, setStage } from './stage.js';

/** @typedef {import('./controls.js').Hand} Hand */
/** @typedef {{id: string, name: string, short_name?: string}} Department */

/** @type {Department[]} */
const departments = sample._bantin.departments;
const all = expected({});
const kFrom = 'Từ ngày (dd/mm/yyyy)';
const kTo = 'Đến ngày (dd/mm/yyyy)';

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** @param {Department} department */
const shortName = ({ name, short_name: short }) => short || name;

/** As the panel names it, with what it would show. @param {Department} department @param {object} [filter] */
const spoken = ({ id, name }, filter = {}) => `${name}, ${expected(filter).byDepartment[id] ?? 0} bài`;

/** Names of the departments' toggles from top to bottom. @param {Hand} hand @returns {Promise<string[]>} */
const listed = (hand) =>
  hand
    .control('group', 'Đơn vị')
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''))
    // One whose short name is shown has the whole name behind the count.
    .then((names) => names.map((name) => name.replace(/^.*, ([\d.]+ bài), (.*)$/, '$2, $1')));

/** Presses the department's toggle, whatever its count. @param {Hand} hand @param {Department} department */
const choose = (hand, { name }) =>
  hand.pressOn(hand.control('button', new RegExp(`^${name}, [0-9.]+ bài$|^.*, [0-9.]+ bài, ${name}$`)));

/** Where a month's bar is. @param {Hand} hand @param {string} month */
async function barOf(hand, month) {
  const box = await hand.page.locator('.drag_area').boundingBox();
  assert.ok(box);
  let number = 0;
  while (monthAfter(kFirstMonth, number) !== month) ++number;
  return { x: box.x + ((number + 0.5) * box.width) / kMonths, y: box.y + box.height / 2 };
}

/** Chips of what is chosen, by what they say. @param {Hand} hand @returns {Promise<string[]>} */
const chips = async (hand) =>
  (
    await hand.control('button', /^Bỏ: /).evaluateAll((found) => found.map((chip) => chip.getAttribute('aria-label')))
  ).map(String);

for (const way of kWays) describe(`by ${way}`, () => provesFilters(way));

/** @param {import('./controls.js').Way} way */
function provesFilters(way) {
  /** @type {Hand} */
  let hand;
  before(async () => (hand = await takeHand(server, way)));
  after(() => hand?.close());
  beforeEach(() => hand.open());

  test('the search field finds while typing, is counted aloud, and what it holds can be taken away', async () => {
    await hand.fill('searchbox', 'Tìm trong bản tin', 'cau dan sinh');
    const { total, query } = await hand.state();
    assert.equal(query, 'cau dan sinh');
    assert.ok(total > 0 && total < sample.items.length);
    assert.ok((await hand.statuses()).includes(`${total} bài`));
    const told = await hand.told('bantin-filter');
    assert.deepEqual(told.at(-1), { departments: [], from: '', to: '', query, starred: false, total });
    await hand.driver.evaluate(() =>
      window.reader.clearFilter().then(() => window.reader.setFilter({ query: 'cau dan sinh' })),
    );
    assert.equal((await hand.state()).total, total);
    await hand.fill('searchbox', 'Tìm trong bản tin', '');
    await assertFiltered(hand, {});
  });

  test('the search field is emptied by Escape and keeps the focus', async () => {
    await hand.fill('searchbox', 'Tìm trong bản tin', 'duong');
    await hand.driver.press('Escape');
    await hand.painted();
    await assertFiltered(hand, {});
    assert.equal(await hand.focused(), 'input Tìm trong bản tin');
  });

  if (way === 'keyboard') {
    test('the timeline is two sliders, moved by arrows, Home and End, that say month and count', () => slides(hand));
  } else {
    test('a drag over the timeline takes in every month it touches, either way round', () => drags(hand));
    test('a tap on a bar takes that month, a second one lets it go, another bar takes that', () => taps(hand));
  }
  if (way === 'touch') test('a swipe up over the timeline scrolls the sheet and filters nothing', () => swipes(hand));

  test('the departments open and close, by their own button and by Escape', async () => {
    const opener = hand.isPhone ? 'Bộ lọc' : 'Đơn vị';
    const group = hand.control('group', 'Đơn vị');
    assert.equal(await group.count(), 0);
    await hand.press('button', opener);
    assert.equal(await hand.control('button', opener).getAttribute('aria-expanded'), 'true');
    assert.equal(await group.getByRole('button').count(), departments.length);
    if (!hand.isPhone) {
      await hand.press('button', opener);
      assert.equal(await group.count(), 0);
      await hand.press('button', opener);
    }
    await hand.driver.press('Escape');
    await hand.painted();
    assert.equal(await group.count(), 0);
    assert.equal(await hand.control('button', opener).getAttribute('aria-expanded'), 'false');
    assert.equal(await hand.focused(), `button ${opener}`);
  });

  test('departments are listed by count, then by Vietnamese name, and the chosen first when opened again', async () => {
    await hand.openFilters('Đơn vị');
    const byName = new Intl.Collator('vi');
    const count = (/** @type {Department} */ { id }) => all.byDepartment[id] ?? 0;
    const order = [...departments].sort((a, b) => count(b) - count(a) || byName.compare(a.name, b.name));
    assert.deepEqual(
      await listed(hand),
      order.map((department) => spoken(department)),
    );
    const last = order[order.length - 1];
    await choose(hand, last);
    assert.deepEqual((await listed(hand)).at(-1), spoken(last), 'nothing moves under the finger');
    if (hand.isPhone) await hand.press('button', /^Xem /);
    else await hand.press('button', 'Đơn vị (1)');
    await hand.openFilters('Đơn vị (1)');
    assert.deepEqual((await listed(hand))[0], spoken(last));
  });

  test('two departments are chosen together, and each one is let go alone', async () => {
    const [first, second] = departments;
    await hand.openFilters('Đơn vị');
    await choose(hand, first);
    await assertFiltered(hand, { departments: [first.id] });
    await choose(hand, second);
    await assertFiltered(hand, { departments: [first.id, second.id] });
    assert.equal(await hand.control('group', 'Đơn vị').getByRole('button', { pressed: true }).count(), 2);
    if (!hand.isPhone) assert.equal(await hand.control('button', 'Đơn vị (2)').count(), 1);
    await choose(hand, first);
    await assertFiltered(hand, { departments: [second.id] });
    assert.equal(await hand.control('group', 'Đơn vị').getByRole('button', { pressed: true }).count(), 1);
  });

  test('a department is found among the others without accents, and what is not there is said', async () => {
    const wanted = departments.find(({ name }) => name === 'Sở Giáo dục và Đào tạo') ?? departments[0];
    await hand.openFilters('Đơn vị');
    await hand.fill('searchbox', 'Tìm đơn vị', 'dao tao');
    assert.deepEqual(await listed(hand), [spoken(wanted)]);
    await choose(hand, wanted);
    await assertFiltered(hand, { departments: [wanted.id] });
    await hand.fill('searchbox', 'Tìm đơn vị', 'không có đâu');
    assert.deepEqual(await listed(hand), []);
    assert.ok((await hand.statuses()).includes('Không có đơn vị nào như vậy.'));
    await hand.fill('searchbox', 'Tìm đơn vị', '');
    assert.equal((await listed(hand)).length, departments.length);
  });

  test('dates are typed as dd/mm/yyyy, either bound alone too', async () => {
    await hand.openFilters('Thời gian');
    await hand.fill('textbox', kFrom, '01/01/2022');
    await assertFiltered(hand, { from: '2022-01-01' });
    await hand.fill('textbox', kTo, '31/12/2022');
    await assertFiltered(hand, { from: '2022-01-01', to: '2022-12-31' });
    await hand.fill('textbox', kFrom, '');
    await assertFiltered(hand, { to: '2022-12-31' });
  });

  test('a wrong date is named once the field is left, bounds nothing, and a right one takes the word back', async () => {
    const sentence = 'Ngày chưa đúng. Hãy viết như 13/01/2022.';
    await hand.openFilters('Thời gian');
    await hand.fill('textbox', kFrom, '45/01/2022');
    assert.ok(!(await hand.statuses()).includes(sentence), 'not while it is typed');
    await hand.driver.press('Tab');
    await hand.painted();
    assert.equal(await hand.control('textbox', kFrom).getAttribute('aria-invalid'), 'true');
    assert.ok((await hand.statuses()).includes(sentence));
    await assertFiltered(hand, {});
    await hand.fill('textbox', kFrom, '15/01/2022');
    assert.equal(await hand.control('textbox', kFrom).getAttribute('aria-invalid'), null);
    assert.ok(!(await hand.statuses()).includes(sentence));
    await assertFiltered(hand, { from: '2022-01-15' });
  });

  test('Escape in a date field that holds a date closes what it is in', async () => {
    await hand.openFilters('Thời gian');
    await hand.fill('textbox', kFrom, '01/01/2022');
    await hand.driver.press('Escape');
    await hand.painted();
    assert.equal(await hand.control('textbox', kFrom).count(), 0);
    await assertFiltered(hand, { from: '2022-01-01' });
  });

  test('every ready range counts from the newest article and shows that it is taken', async () => {
    await hand.openFilters('Thời gian');
    const years = [...new Set(sample.items.map((/** @type {any} */ item) => item.date_published.slice(0, 4)))].sort();
    /** @type {[string, string, string][]} */
    const ranges = [
      ['7 ngày qua', dayAfter(kNewestDay, -6), kNewestDay],
      [viMonth(kNewestMonth), `${kNewestMonth}-01`, lastDay(kNewestMonth)],
      ...years.reverse().map((year) => /** @type {any} */ ([`Năm ${year}`, `${year}-01-01`, `${year}-12-31`])),
    ];
    for (const [name, from, to] of ranges) {
      await hand.press('button', name);
      await assertFiltered(hand, { from, to });
      assert.equal(await hand.control('button', name).getAttribute('aria-pressed'), 'true', name);
      assert.equal(await hand.control('textbox', kFrom).inputValue(), viDay(from));
      assert.equal(await hand.control('textbox', kTo).inputValue(), viDay(to));
    }
    assert.equal(await hand.control('button', '7 ngày qua').getAttribute('aria-pressed'), 'false');
  });

  test('the calendar steps from month to month and no further than there are articles', async () => {
    await hand.openFilters('Thời gian');
    assert.ok((await hand.statuses()).includes(viMonth(kNewestMonth)));
    const next = hand.control('button', 'Tháng sau');
    assert.equal(await next.getAttribute('aria-disabled'), 'true');
    await hand.press('button', 'Tháng sau');
    assert.ok((await hand.statuses()).includes(viMonth(kNewestMonth)), 'nothing after the newest article');
    await hand.press('button', 'Tháng trước');
    await hand.press('button', 'Tháng trước');
    assert.ok((await hand.statuses()).includes(viMonth(monthAfter(kNewestMonth, -2))));
    assert.equal(await next.getAttribute('aria-disabled'), null);
    await hand.press('button', 'Tháng sau');
    assert.ok((await hand.statuses()).includes(viMonth(monthAfter(kNewestMonth, -1))));
    await hand.fill('textbox', kFrom, viDay(`${kFirstMonth}-01`));
    assert.ok((await hand.statuses()).includes(viMonth(kFirstMonth)), 'it follows what is typed');
    assert.equal(await hand.control('button', 'Tháng trước').getAttribute('aria-disabled'), 'true');
    const days = hand.control('group', 'Thời gian').getByRole('button');
    assert.equal(await days.count(), Number(lastDay(kFirstMonth).slice(8)));
  });

  test('two days of the calendar are a range whichever comes first, a third one begins another', async () => {
    const [early, late] = [`${kNewestMonth}-02`, `${kNewestMonth}-17`];
    await hand.openFilters('Thời gian');
    await hand.press('button', spokenDay(late));
    await assertFiltered(hand, { from: late, to: late });
    await hand.press('button', spokenDay(early), ' ');
    await assertFiltered(hand, { from: early, to: late });
    const chosen = hand.control('group', 'Thời gian').getByRole('button', { pressed: true });
    assert.equal(await chosen.count(), 16);
    await hand.press('button', spokenDay(`${kNewestMonth}-09`));
    await assertFiltered(hand, { from: `${kNewestMonth}-09`, to: `${kNewestMonth}-09` });
    assert.equal(await chosen.count(), 1);
  });

  if (way === 'keyboard') test('arrows move in the calendar, Tab passes it as one stop', () => walksCalendar(hand));

  test('a chip takes away just what it names', async () => {
    const [first, second] = departments;
    const query = 'cac';
    const filter = { departments: [first.id, second.id], from: '2020-02-01', to: '2025-12-31', query, starred: true };
    await hand.open({}, { starred: all.ids });
    await hand.driver.evaluate((wanted) => window.reader.setFilter(wanted), filter);
    const names = [shortName(first), shortName(second), '01/02/2020 – 31/12/2025', `“${query}”`, 'Đã lưu'];
    const left = names.map((name) => `Bỏ: ${name}`);
    assert.deepEqual(await chips(hand), left);
    const removed = async (/** @type {string} */ name) => {
      await hand.press('button', `Bỏ: ${name}`);
      left.splice(left.indexOf(`Bỏ: ${name}`), 1);
      assert.deepEqual(await chips(hand), left);
      return hand.state();
    };
    assert.equal((await removed(names[1])).departments, first.id);
    const { from, to } = await removed(names[2]);
    assert.deepEqual([from, to], ['', '']);
    assert.equal((await removed(names[3])).query, '');
    await removed(names[4]);
    assert.equal((await hand.told('bantin-filter')).at(-1).starred, false);
    await removed(names[0]);
    await assertFiltered(hand, {});
  });

  test('many departments are one chip together, which takes them all away', async () => {
    const chosen = departments.slice(0, 10).map(({ id }) => id);
    await hand.driver.evaluate((wanted) => window.reader.setFilter({ departments: wanted }), chosen);
    assert.deepEqual(await chips(hand), ['Bỏ: 10 đơn vị']);
    await hand.press('button', 'Bỏ: 10 đơn vị');
    await assertFiltered(hand, {});
    assert.deepEqual(await chips(hand), []);
  });

  test('one button clears all, words and departments and dates', async () => {
    const filter = { departments: [departments[0].id], from: '2022-01-01', to: '2022-12-31', query: 'so' };
    await hand.driver.evaluate((wanted) => window.reader.setFilter(wanted), filter);
    await hand.pressOn(hand.control('button', 'Xoá bộ lọc').first());
    await assertFiltered(hand, {});
    assert.deepEqual(await chips(hand), []);
    assert.equal(await hand.control('button', 'Xoá bộ lọc').count(), 0);
  });

  test('only saved articles: on, off, and what was saved is what is shown', async () => {
    const starred = [all.ids[3], all.ids[11]];
    await hand.open({}, { starred });
    const toggle = hand.control('button', 'Chỉ xem bài đã lưu');
    if (hand.isPhone) await hand.press('button', 'Bộ lọc');
    await hand.pressOn(toggle);
    assert.deepEqual((await hand.state()).ids, starred);
    assert.equal(await toggle.getAttribute('aria-pressed'), 'true');
    assert.equal((await hand.told('bantin-filter')).at(-1).starred, true);
    await hand.pressOn(toggle, ' ');
    await assertFiltered(hand, {});
    assert.equal(await toggle.getAttribute('aria-pressed'), 'false');
  });

  test('an empty result offers which filter to drop, with what that would show, and does it', async () => {
    const lonely = { departments: [departments[0].id], from: '1999-01-01', to: '1999-12-31' };
    await hand.driver.evaluate((wanted) => window.reader.setFilter(wanted), lonely);
    assert.equal(await hand.page.getByText('Không có bài nào khớp với bộ lọc.').count(), 1);
    const { total } = expected({ departments: [departments[0].id] });
    await hand.press('button', `Bỏ thời gian (${total} bài)`);
    await assertFiltered(hand, { departments: [departments[0].id] });

    await hand.driver.evaluate((wanted) => window.reader.setFilter(wanted), { ...lonely, query: 'từnàykhôngcó' });
    await hand.press('button', new RegExp('^Bỏ .*thời gian, từ tìm kiếm \\('));
    await assertFiltered(hand, { departments: [departments[0].id] });

    await hand.driver.evaluate((wanted) => window.reader.setFilter(wanted), lonely);
    await hand.pressOn(hand.control('button', 'Xoá bộ lọc').last());
    await assertFiltered(hand, {});
  });
}

/** @param {Hand} hand */
async function drags(hand) {
  if (hand.isPhone) await hand.press('button', 'Bộ lọc');
  const [from, to] = [monthAfter(kFirstMonth, 24), monthAfter(kFirstMonth, 35)];
  const wanted = { from: `${from}-01`, to: lastDay(to) };
  const drag = hand.way === 'touch' ? hand.driver.touchDrag : hand.driver.drag;
  await drag(await barOf(hand, from), await barOf(hand, to));
  await hand.painted();
  await assertFiltered(hand, wanted);
  await drag(await barOf(hand, to), await barOf(hand, monthAfter(from, -3)));
  await hand.painted();
  await assertFiltered(hand, { ...wanted, from: `${monthAfter(from, -3)}-01` });
  const { x, y } = await barOf(hand, kNewestMonth);
  await drag(await barOf(hand, to), { x: x + 200, y: y - 30 });
  await hand.painted();
  await assertFiltered(hand, { from: `${to}-01`, to: lastDay(kNewestMonth) });
}

/** @param {Hand} hand */
async function taps(hand) {
  if (hand.isPhone) await hand.press('button', 'Bộ lọc');
  const month = '2022-01';
  const tap = async (/** @type {string} */ wanted) => {
    const { x, y } = await barOf(hand, wanted);
    await hand.pressAt(x, y);
    await hand.painted();
  };
  await tap(month);
  await assertFiltered(hand, { from: `${month}-01`, to: lastDay(month) });
  await tap(month);
  await assertFiltered(hand, {});
  await tap(month);
  await tap('2023-04');
  await assertFiltered(hand, { from: '2023-04-01', to: '2023-04-30' });
}

/** @param {Hand} hand */
async function swipes(hand) {
  await hand.press('button', 'Bộ lọc');
  const { x, y } = await barOf(hand, '2023-04');
  await hand.driver.touchDrag({ x, y: y + 20 }, { x: x + 3, y: y - 160 }, { steps: 16 });
  await hand.painted();
  await assertFiltered(hand, {});
  const top = await hand.control('region', 'Bộ lọc').evaluate((scroller) => scroller.scrollTop);
  assert.ok(top > 50, `scrolled by ${top}`);
}

/** @param {Hand} hand */
async function slides(hand) {
  const group = hand.control('group', /^Số bài theo tháng, /);
  const busiest = Math.max(...Object.values(all.byMonth));
  const label = (await group.getAttribute('aria-label')) ?? '';
  const span = `${viMonth(kFirstMonth).slice(6)} – ${viMonth(kNewestMonth).slice(6)}`;
  assert.ok(label.startsWith(`Số bài theo tháng, ${span}; nhiều nhất `) && label.endsWith(`: ${busiest} bài`), label);

  const [first, last] = [hand.control('slider', 'Từ tháng'), hand.control('slider', 'Đến tháng')];
  /** @param {string} from @param {string} to months */
  const assertRange = async (from, to) => {
    const filter = { from: `${from}-01`, to: lastDay(to) };
    await assertFiltered(hand, filter);
    const count = `${expected(filter).total} bài`;
    assert.equal(await first.getAttribute('aria-valuetext'), `${viMonth(from)}, ${count}`);
    assert.equal(await last.getAttribute('aria-valuetext'), `${viMonth(to)}, ${count}`);
  };
  const press = async (/** @type {string} */ key) => {
    await hand.driver.press(key);
    await hand.painted();
  };
  assert.equal(await first.getAttribute('aria-valuetext'), `${viMonth(kFirstMonth)}, ${all.total} bài`);
  await hand.reach(first);
  await press('ArrowRight');
  await press('ArrowRight');
  await assertRange(monthAfter(kFirstMonth, 2), kNewestMonth);
  await press('ArrowLeft');
  await assertRange(monthAfter(kFirstMonth, 1), kNewestMonth);
  await hand.reach(last);
  await press('ArrowDown');
  await assertRange(monthAfter(kFirstMonth, 1), monthAfter(kNewestMonth, -1));
  await press('Home');
  await assertRange(kFirstMonth, kFirstMonth);
  await press('End');
  await assertRange(kFirstMonth, kNewestMonth);
  await hand.driver.press('Shift+Tab');
  await press('End');
  await assertRange(kNewestMonth, kNewestMonth);
}

/** @param {Hand} hand */
async function walksCalendar(hand) {
  await hand.openFilters('Thời gian');
  const day = (/** @type {number} */ number) => spokenDay(`${kNewestMonth}-${String(number).padStart(2, '0')}`);
  await hand.reach(hand.control('button', day(1)));
  /** @type {[string, number][]} */
  const walk = [
    ['ArrowRight', 2],
    ['ArrowDown', 9],
    ['ArrowDown', 16],
    ['ArrowLeft', 15],
    ['ArrowUp', 8],
  ];
  for (const [key, number] of walk) {
    await hand.driver.press(key);
    assert.equal(await hand.focused(), `button ${day(number)}`, key);
  }
  await assertFiltered(hand, {});
  await hand.driver.press('Tab');
  assert.ok(!(await hand.focused()).includes('/'), 'Tab leaves the month');
  await hand.driver.press('Shift+Tab');
  assert.equal(await hand.focused(), `button ${day(8)}`);
  await hand.driver.press('Enter');
  await hand.driver.press('ArrowRight');
  await hand.driver.press(' ');
  await hand.painted();
  await assertFiltered(hand, { from: `${kNewestMonth}-08`, to: `${kNewestMonth}-09` });
}
