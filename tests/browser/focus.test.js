/** Every stop of Tab is in sight and seen to have the focus, in reading order and back. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { kPhone, kWide, takeHand } from './controls.js';
import { setStage } from './stage.js';
import { filter, kDepartment, kFeed, kRich, markOf, open, putBetween, show, stopHere, walk } from './tab_walk.js';

/** @typedef {import('./controls.js').Hand} Hand */

/** Pixels that must differ where the focus is, fewer than any mark that can be seen has. */
const kFewestPixels = 50;

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** What stands in one line is passed from left to right. @param {import('./tab_walk.js').Stop[]} stops */
function assertLeftToRight(stops) {
  const controls = stops.filter(({ name }) => !name.startsWith('region'));
  const turned = controls.filter((stop, at) => {
    const before = controls[at - 1];
    return before && Math.abs(before.y - stop.y) < 8 && before.x > stop.x + 8;
  });
  assert.deepEqual(turned, []);
}

/** What is to be walked over, by name. @type {Record<string, [{width: number, height: number}, (hand: Hand) => Promise<any>]>} */
const kPlaces = {
  'the list and what is chosen': [kWide, (hand) => filter(hand, { departments: [kDepartment.id], to: '2030-12-31' })],
  'the departments': [kWide, (hand) => hand.press('button', 'Đơn vị')],
  'the dates': [kWide, (hand) => hand.press('button', 'Thời gian')],
  'nothing found': [kWide, (hand) => filter(hand, { query: 'zzzz', from: '2001-01-01' })],
  'an article': [kWide, (hand) => open(hand, kRich.id)],
  'the appearance': [kWide, (hand) => open(hand, kRich.id).then(() => hand.press('button', 'Cách hiển thị'))],
  'the share menu': [kWide, (hand) => open(hand, kRich.id).then(() => hand.press('button', 'Chia sẻ'))],
  "a phone's list": [kPhone, (hand) => hand.painted()],
  "a phone's filters": [kPhone, (hand) => hand.press('button', 'Bộ lọc')],
  "a phone's article": [kPhone, (hand) => open(hand, kRich.id)],
  "a phone's appearance": [kPhone, (hand) => open(hand, kRich.id).then(() => hand.press('button', 'Cách hiển thị'))],
};

describe('every stop of Tab', () => {
  /** @type {Hand} */
  let hand;
  before(async () => {
    hand = await takeHand(server, 'keyboard');
    await hand.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  after(() => hand?.close());

  for (const theme of ['light', 'dark']) {
    for (const [name, [size, go]] of Object.entries(kPlaces)) {
      if (theme === 'dark' && !/^(the list|the dates|an article)/.test(name)) continue;
      const skip = theme === 'dark' && !process.env.BANTIN_LONG && 'shown by ./test long';
      test(`${name}, ${theme}: in sight and marked, in order, and back again`, { skip }, async () => {
        hand.size = size;
        await hand.driver.viewport(size.width, size.height);
        await hand.open({ theme });
        await show(hand, kFeed);
        await putBetween(hand);
        await go(hand);
        const stops = await walk(hand, 'Tab', { marks: true });
        assert.ok(stops.length > 1);
        const own = /appearance|menu/.test(name) ? stops.filter(({ floats }) => floats) : stops;
        assert.deepEqual(
          own.filter(({ marked, inSight }) => !inSight || marked < kFewestPixels),
          [],
        );
        if (!/article|phone's list/.test(name)) assertLeftToRight(own);
        if (theme === 'dark') return;
        const names = stops.map((stop) => stop.name);
        const back = (await walk(hand, 'Shift+Tab')).map((stop) => stop.name);
        assert.deepEqual(back.reverse(), names);
      });
    }
  }

  test('an opened article has the focus on its title, and it is marked', async () => {
    hand.size = kWide;
    await hand.driver.viewport(kWide.width, kWide.height);
    await hand.open();
    await hand.pressOn(hand.control('link').first());
    const found = await hand.driver.evaluate(stopHere);
    assert.match(found?.name ?? '', /^h2 /);
    assert.ok(found && (await markOf(hand, found.box)) >= kFewestPixels);
  });

  test('the enlarged picture: its buttons are marked', async () => {
    await hand.open({ article: kRich.id });
    await hand.pressOn(hand.control('button', /^Phóng to ảnh/).first());
    const dialog = hand.control('dialog');
    await dialog.waitFor();
    const seen = new Set();
    for (let times = 0; times < 3; ++times) {
      const found = await hand.driver.evaluate(stopHere);
      assert.ok(found, 'the focus is in the dialog');
      assert.ok(await dialog.evaluate((element) => element.matches(':focus-within')));
      seen.add(found.name);
      assert.ok((await markOf(hand, found.box)) >= kFewestPixels, found.name);
      await hand.driver.press('Tab');
    }
    assert.equal(seen.size, 3);
  });
});

test('the bar of an article is walked over from left to right', async (t) => {
  const hand = await takeHand(server, 'keyboard');
  t.after(() => hand.close());
  await hand.open({ article: kRich.id });
  await putBetween(hand);
  const bar = (await walk(hand, 'Tab'))
    .filter(({ y }) => y < 48 && y > 0)
    .filter(({ name }) => name.startsWith('button'));
  assert.equal(bar.length, 4);
  assertLeftToRight(bar);
});

test('nothing behind a floating panel takes the focus', async (t) => {
  const hand = await takeHand(server, 'keyboard');
  t.after(() => hand.close());
  await hand.open({ article: kRich.id });
  await putBetween(hand);
  await hand.press('button', 'Cách hiển thị');
  const stops = await walk(hand, 'Tab');
  assert.deepEqual(
    stops.filter(({ inSight }) => !inSight),
    [],
  );
});
