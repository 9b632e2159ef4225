/** Filtering by method, attribute and control; events; the counts a page is told. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clickButton, clickOn, expected, openPage, openStage, positive, sample, setStage } from './stage.js';

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const [first, second] = sample._bantin.departments.map((/** @type {{id: string}} */ department) => department.id);

/** @param {import('./drivers/driver.js').Driver} driver */
const results = (driver) =>
  driver.evaluate(async () => {
    const { total, byDepartment, byMonth, ids } = window.reader.results;
    return { total, byDepartment, byMonth, ids: await ids(0, 1000) };
  });

/** @param {any} actual @param {any} filter */
function assertAgrees(actual, filter) {
  const wanted = expected(filter);
  assert.equal(actual.total, wanted.total);
  assert.deepEqual(actual.ids, wanted.ids);
  assert.deepEqual(positive(actual.byDepartment), wanted.byDepartment);
  assert.deepEqual(positive(actual.byMonth), wanted.byMonth);
}

const kFilters = [
  { departments: [first] },
  { departments: [first, second] },
  { from: '2022-01-01' },
  { to: '2022-12-31' },
  { from: '2022-01-01', to: '2022-12-31' },
  { departments: [second], from: '2022-06-01', to: '2024-06-30' },
  { query: 'chuyen doi so' },
  { query: 'CHUYỂN ĐỔI' },
  { query: 'duong' },
  { departments: [first], query: 'hoi nghi', to: '2023-12-31' },
  { query: 'từnàykhôngcó' },
];

describe('by method', () => {
  test('results agree with a plain count, for each kind of filter and after clearing', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    for (const filter of kFilters) {
      await driver.evaluate(
        (wanted) => window.reader.clearFilter().then(() => window.reader.setFilter(wanted)),
        filter,
      );
      assertAgrees(await results(driver), filter);
    }
    await driver.evaluate(() => window.reader.clearFilter());
    assertAgrees(await results(driver), {});
  });

  test('what is left out stays', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await driver.evaluate((id) => window.reader.setFilter({ departments: [id] }), first);
    await driver.evaluate(() => window.reader.setFilter({ from: '2022-01-01' }));
    assertAgrees(await results(driver), { departments: [first], from: '2022-01-01' });
  });

  test('ids come in pages, newest first', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const page = await driver.evaluate(() => window.reader.results.ids(2, 3));
    assert.deepEqual(page, expected({}).ids.slice(2, 5));
  });
});

describe('by attribute', () => {
  test('the filter of the markup is in force when the feed is first shown', async (t) => {
    const driver = await openStage(t, server, 'chromium', { departments: `${first} ${second}`, from: '2022-01-01' });
    assertAgrees(await results(driver), { departments: [first, second], from: '2022-01-01' });
    const types = await driver.evaluate(() => window.events.map(({ type }) => type));
    assert.deepEqual(types, ['bantin-ready']);
  });

  test('a changed attribute filters, a removed one stops filtering', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await driver.evaluate(() => window.reader.setAttribute('query', 'duong'));
    await driver.evaluate(() => window.painted());
    assertAgrees(await results(driver), { query: 'duong' });
    await driver.evaluate(() => window.reader.removeAttribute('query'));
    await driver.evaluate(() => window.painted());
    assertAgrees(await results(driver), {});
  });
});

describe('by the reader', () => {
  test('typing without accents finds accented words, and the count is announced', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await clickOn(driver, 'input[type=search]');
    await driver.type('chuyen doi so');
    await driver.evaluate(() => window.painted());
    assertAgrees(await results(driver), { query: 'chuyen doi so' });
    const status = await driver.evaluate(() => window.inside('[role=status]').textContent);
    assert.equal(status, `${expected({ query: 'chuyen doi so' }).total} bài`);
  });

  test('departments are chosen in the panel with their counts', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await clickButton(driver, 'Đơn vị');
    const name = `${sample._bantin.departments[1].name}, ${expected({ departments: [second] }).total} bài`;
    await clickButton(driver, name);
    assertAgrees(await results(driver), { departments: [second] });
    const pressed = await driver.evaluate(() =>
      [...window.reader.shadowRoot.querySelectorAll('button[aria-pressed=true]')].map((e) =>
        e.getAttribute('aria-label'),
      ),
    );
    assert.deepEqual(pressed, [name]);
    await clickButton(driver, name);
    assertAgrees(await results(driver), {});
  });

  test('dates are typed as dd/mm/yyyy, a wrong one is named, and clearing takes all away', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await clickButton(driver, 'Thời gian');
    await clickOn(driver, 'input[inputmode=numeric]', 0);
    await driver.type('01/01/2022');
    await clickOn(driver, 'input[inputmode=numeric]', 1);
    await driver.type('31/12/2022');
    await driver.evaluate(() => window.painted());
    assertAgrees(await results(driver), { from: '2022-01-01', to: '2022-12-31' });
    await clickOn(driver, 'input[inputmode=numeric]', 0);
    await driver.press('Control+a');
    await driver.type('45/01/2022');
    await driver.press('Tab');
    await driver.evaluate(() => window.painted());
    assert.equal(
      await driver.evaluate(() => window.inside('input[inputmode=numeric]').getAttribute('aria-invalid')),
      'true',
    );
    const texts = await driver.evaluate(() =>
      [...window.reader.shadowRoot.querySelectorAll('[role=status]')].map((e) => e.textContent),
    );
    assert.ok(texts.some((text) => text?.includes('Ngày chưa đúng')));
    await clickButton(driver, 'Xoá bộ lọc');
    assertAgrees(await results(driver), {});
  });

  test('every change is told by one event with the filter and the total', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await driver.evaluate((id) => window.reader.setFilter({ departments: [id], query: 'hoi' }), first);
    const events = await driver.evaluate(() => window.events.filter(({ type }) => type === 'bantin-filter'));
    const { total } = expected({ departments: [first], query: 'hoi' });
    assert.deepEqual(
      events.map(({ detail }) => detail),
      [{ departments: [first], from: '', to: '', query: 'hoi', starred: false, total }],
    );
  });

  test('the list of a department nobody knows is empty and offers to clear the filters', async (t) => {
    const driver = await openStage(t, server, 'chromium', { departments: 'so-khong-co' });
    assert.equal(await driver.evaluate(() => window.reader.results.total), 0);
    await clickButton(driver, 'Xoá bộ lọc');
    assert.equal(await driver.evaluate(() => window.reader.results.total), sample.items.length);
  });
});

test('a day is the day in its own offset, whatever the browser thinks', async (t) => {
  const driver = await openStage(t, server, 'chromium');
  await openPage(driver, server, { src: 'mixed_offsets.json' });
  const months = await driver.evaluate(() => window.reader.results.byMonth);
  const days = await driver.evaluate(() =>
    fetch('mixed_offsets.json')
      .then((r) => r.json())
      .then((f) => f.items.map((/** @type {any} */ i) => i.date_published.slice(0, 7))),
  );
  for (const month of days) assert.ok(months[month] > 0, month);
});
