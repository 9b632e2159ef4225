/** Opening and leaving an article: mouse, keyboard, method. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { blocksStanding, blocksWanted, clickOn, expected, itemOf, openStage, setStage } from './stage.js';

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const [newest, next] = expected({}).ids;

/** @param {import('./drivers/driver.js').Driver} driver */
const shown = (driver) =>
  driver.evaluate(() => ({
    id: window.reader.article,
    heading: window.inside('article h2')?.textContent ?? null,
    focus: window.reader.shadowRoot.activeElement?.tagName ?? null,
    focused: window.reader.shadowRoot.activeElement?.textContent ?? null,
  }));

test('a click on a row opens its article, whole and in order, and tells the page', async (t) => {
  const driver = await openStage(t, server, 'chromium');
  await clickOn(driver, 'li a');
  const { id, heading } = await shown(driver);
  assert.equal(id, newest);
  assert.equal(heading, itemOf(newest).title);
  assert.deepEqual(await driver.evaluate(blocksStanding), await driver.evaluate(blocksWanted, itemOf(newest), 2));
  const events = await driver.evaluate(() => window.events.filter(({ type }) => type === 'bantin-article'));
  assert.deepEqual(
    events.map(({ detail }) => detail),
    [{ id: newest }],
  );
});

test('a click beside the title, on the lead, opens it too', async (t) => {
  const driver = await openStage(t, server, 'chromium');
  await clickOn(driver, 'li:nth-child(2) p:last-child');
  assert.equal((await shown(driver)).id, next);
});

test('by keyboard: Tab to a row, Enter, and the way back returns the focus to the row', async (t) => {
  const driver = await openStage(t, server, 'chromium', {}, { width: 390, height: 800 });
  await clickOn(driver, 'input[type=search]');
  for (let tabs = 0; tabs < 6; ++tabs) {
    await driver.press('Tab');
    if ((await shown(driver)).focus === 'A') break;
  }
  assert.equal((await shown(driver)).focus, 'A');
  await driver.press('Enter');
  await driver.evaluate(() => window.painted());
  const open = await shown(driver);
  assert.equal(open.id, newest);
  assert.equal(open.focus, 'H2');
  for (let tabs = 0; tabs < 6; ++tabs) {
    await driver.press('Shift+Tab');
    if ((await shown(driver)).focused === 'Danh sách') break;
  }
  await driver.press('Enter');
  await driver.evaluate(() => window.painted());
  const closed = await shown(driver);
  assert.equal(closed.id, '');
  assert.equal(closed.focus, 'A');
  assert.equal(closed.focused, itemOf(newest).title);
});

test('by method: opening settles with the layer complete, closing takes it away', async (t) => {
  const driver = await openStage(t, server, 'chromium');
  const heading = await driver.evaluate(async (id) => {
    await window.reader.openArticle(id);
    return window.inside('article h2').textContent;
  }, next);
  assert.equal(heading, itemOf(next).title);
  assert.equal(
    await driver.evaluate(() => window.reader.closeArticle().then(() => window.inside('article') ?? null)),
    null,
  );
});

test('methods settle without a frame, in a page that shows none', async (t) => {
  const driver = await openStage(t, server, 'chromium');
  const total = await driver.evaluate(async () => {
    window.reader.style.display = 'none';
    const waiting = window.requestAnimationFrame;
    window.requestAnimationFrame = () => 0;
    await window.reader.setFilter({ query: 'duong' });
    window.requestAnimationFrame = waiting;
    return window.reader.results.total;
  });
  assert.equal(total, expected({ query: 'duong' }).total);
});

test('the article attribute opens it with the feed', async (t) => {
  const driver = await openStage(t, server, 'chromium', { article: next, 'heading-level': '3' });
  assert.equal(await driver.evaluate(() => window.reader.article), next);
  assert.ok(await driver.evaluate(() => Boolean(window.inside('article h3'))));
});

test('selecting text in a row opens nothing', async (t) => {
  const driver = await openStage(t, server, 'chromium');
  const box = await driver.evaluate(() => {
    const { left, top, height } = window.inside('li p:last-child').getBoundingClientRect();
    return { left, y: top + height / 4 };
  });
  await driver.drag({ x: box.left + 5, y: box.y }, { x: box.left + 150, y: box.y });
  await driver.evaluate(() => window.painted());
  assert.equal((await shown(driver)).id, '');
});
