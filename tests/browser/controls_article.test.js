/** Rows, the article's bar, its menu and what follows it: each by mouse, by a finger on a phone and by keys alone. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { kPhone, kWays, takeHand, viDay } from './controls.js';
import { until } from './drivers/deadline.js';
import { dayOf, expected, sample, setStage } from './stage.js';

/** @typedef {import('./controls.js').Hand} Hand */

/** @type {any[]} */
const items = sample.items;
const { ids } = expected({});
const itemOf = (/** @type {string} */ id) => items.find((item) => item.id === id);
const departmentOf = (/** @type {any} */ item) =>
  sample._bantin.departments.find((/** @type {any} */ { id }) => id === item._bantin.department);

/** The newest article for which all of this is so. @param {(item: any) => unknown} isWanted */
const newestWith = (isWanted) => itemOf(ids.find((id) => isWanted(itemOf(id))) ?? '');

const numbered = newestWith((item) => item.url && item._bantin.document_number);
const withoutAddress = newestWith((item) => !item.url);
const withPicture = newestWith((item) => item.url && item.content_html?.includes('<img'));
const withAttachment = newestWith((item) => item.attachments?.length > 0);
const withRelated = newestWith((item) => item._bantin.related?.length > 0 && item.id !== ids[0]);

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

/** @param {Hand} hand @param {string} title */
const heading = (hand, title) => hand.control('heading', title, { level: 2 });

/** @param {Hand} hand @param {string} id  of the article that is open */
async function assertOpen(hand, id) {
  assert.equal((await hand.state()).article, id);
  assert.equal(await hand.control('article').count(), id ? 1 : 0);
  if (id) assert.equal(await heading(hand, itemOf(id).title).count(), 1);
  const told = await hand.told('bantin-article');
  if (told.length > 0) assert.equal(told.at(-1).id, id);
}

/** @param {Hand} hand @param {string} entry  of the menu @param {string} id */
async function chooseInMenu(hand, entry, id) {
  await hand.open({ article: id });
  await hand.press('button', 'Chia sẻ');
  await hand.press('button', entry);
}

/** What a status says, once it says it. @param {Hand} hand @param {string} text */
const said = (hand, text) => hand.control('status').filter({ hasText: text }).waitFor({ state: 'attached' });

/** What a function was called with, once it was: what shares and opens comes in a script of its own. @param {Hand} hand @param {string} name */
const called = (hand, name) =>
  until(5, name, async () => {
    const calls = await hand.caught(name);
    return calls.length > 0 && calls;
  });

/** @param {Hand} hand */
const copied = (hand) => hand.driver.evaluate(() => navigator.clipboard.readText());

for (const way of kWays) describe(`by ${way}`, () => provesArticle(way));

/** @param {import('./controls.js').Way} way */
function provesArticle(way) {
  /** @type {Hand} */
  let hand;
  before(async () => {
    hand = await takeHand(server, way);
    await hand.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  after(() => hand?.close());
  beforeEach(() => hand.open());
  const bar = (/** @type {string | RegExp} */ name) => hand.control('button', name);
  const close = () => hand.press('button', hand.isPhone ? 'Danh sách' : 'Đóng bài');

  test('a row opens its article, is marked as open and as read, and is come back to', async () => {
    const row = hand.control('listitem').nth(1);
    const link = row.getByRole('link');
    const weight = () => link.evaluate((element) => getComputedStyle(element).fontWeight);
    const unread = await weight();
    await hand.pressOn(way === 'keyboard' ? link : row);
    await assertOpen(hand, ids[1]);
    assert.equal(await hand.focused(), `h2 ${itemOf(ids[1]).title}`);
    assert.deepEqual((await hand.kept()).read, [ids[1]]);
    if (!hand.isPhone) assert.equal(await row.getAttribute('aria-current'), 'true');
    await close();
    await assertOpen(hand, '');
    assert.equal(await hand.focused(), `a ${await link.textContent()}`);
    assert.equal(await row.getAttribute('aria-current'), null);
    assert.ok(Number(unread) > Number(await weight()), 'the title of a read article is lighter');
    await hand.reload();
    assert.ok(Number(unread) > Number(await weight()), 'on the next visit too');
  });

  if (way !== 'touch') {
    test('focus comes back to a row that the list has been scrolled away from', async () => {
      await hand.pressOn(hand.control('listitem').first().getByRole('link'));
      const list = hand.control('region', 'Danh sách bài');
      await list.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
      await hand.painted();
      await close();
      assert.match(await hand.focused(), /^a /);
    });
  }

  test('the star saves an article until it is taken back, over visits', async () => {
    await hand.open({ article: ids[4] });
    const star = bar('Lưu bài');
    assert.equal(await star.getAttribute('aria-pressed'), 'false');
    await hand.pressOn(star);
    assert.equal(await star.getAttribute('aria-pressed'), 'true');
    assert.deepEqual((await hand.kept()).starred, [ids[4]]);
    await hand.reload();
    assert.equal(await star.getAttribute('aria-pressed'), 'true');
    await hand.pressOn(star, ' ');
    assert.equal(await star.getAttribute('aria-pressed'), 'false');
    await hand.reload();
    assert.equal(await star.getAttribute('aria-pressed'), 'false');
    assert.deepEqual((await hand.kept()).starred, []);
  });

  test('the star leaves alone what another tab has saved meanwhile', async () => {
    await hand.open({ article: ids[4] }, { starred: [ids[7]] });
    const inAnotherTab = [ids[7], ids[2]];
    await hand.driver.evaluate((starred) => localStorage.setItem('bantin', JSON.stringify({ starred })), inAnotherTab);
    await hand.pressOn(bar('Lưu bài'));
    assert.deepEqual((await hand.kept()).starred, [...inAnotherTab, ids[4]]);
    await hand.pressOn(bar('Lưu bài'));
    assert.deepEqual((await hand.kept()).starred, inAnotherTab);
  });

  test('the menu opens with the focus in it, and closes by Escape and beside it with the focus back', async () => {
    await hand.open({ article: ids[0] });
    const menu = hand.control('dialog', 'Chia sẻ');
    const isBack = async () => {
      assert.equal(await menu.count(), 0);
      assert.equal(await bar('Chia sẻ').getAttribute('aria-expanded'), 'false');
      assert.equal(await hand.focused(), 'button Chia sẻ');
      await assertOpen(hand, ids[0]);
    };
    await hand.press('button', 'Chia sẻ');
    assert.equal(await bar('Chia sẻ').getAttribute('aria-expanded'), 'true');
    assert.ok(await menu.evaluate((dialog) => dialog.matches(':focus-within')));
    await hand.driver.press('Escape');
    await hand.painted();
    await isBack();
    await hand.press('button', 'Chia sẻ');
    if (way === 'keyboard') {
      await hand.press('button', 'Chia sẻ');
    } else {
      const box = await bar('Đóng').boundingBox();
      assert.ok(box);
      await hand.pressAt(box.x + 6, box.y + 60);
      await hand.painted();
    }
    await isBack();
  });

  if (way === 'keyboard') {
    test('arrows move in the menu, which is one stop of Tab', async () => {
      await hand.open({ article: numbered.id });
      await hand.press('button', 'Chia sẻ');
      const entries = ['Chia sẻ…', 'Sao chép liên kết', 'Sao chép trích dẫn', 'In bài', 'Mở bài gốc'];
      await hand.driver.press('Tab');
      for (const [number, entry] of entries.entries()) {
        if (number > 0) await hand.driver.press('ArrowDown');
        assert.equal(await hand.focused(), `button ${entry}`);
      }
      await hand.driver.press('ArrowUp');
      assert.equal(await hand.focused(), 'button In bài');
      await hand.driver.press('Tab');
      const left = await hand.focused();
      assert.ok(!entries.includes(left.replace('button ', '')), `Tab leaves the entries: ${left}`);
    });
  }

  test('sharing hands title and address to the system', async () => {
    await hand.open({ article: numbered.id });
    await hand.driver.evaluate(() => {
      const { shared } = Object.assign(window, { shared: /** @type {any[]} */ ([]) });
      navigator.canShare = () => true;
      navigator.share = async (link) => void shared.push(link);
    });
    await hand.press('button', 'Chia sẻ');
    await hand.press('button', 'Chia sẻ…');
    assert.deepEqual(await called(hand, 'shared'), [{ title: numbered.title, url: numbered.url }]);
    assert.ok(!(await hand.statuses()).includes('Đã sao chép.'));
  });

  test('where the system shares nothing, sharing copies the address and says so', async () => {
    await hand.open({ article: numbered.id });
    await hand.driver.evaluate(() => {
      navigator.canShare = () => false;
      return navigator.clipboard.writeText('');
    });
    await hand.press('button', 'Chia sẻ');
    await hand.press('button', 'Chia sẻ…');
    await said(hand, 'Đã sao chép.');
    assert.equal(await copied(hand), numbered.url);
  });

  test('the link copied is the article’s own, or the page’s for an article without one', async () => {
    await chooseInMenu(hand, 'Sao chép liên kết', numbered.id);
    await said(hand, 'Đã sao chép.');
    assert.equal(await copied(hand), numbered.url);
    await chooseInMenu(hand, 'Sao chép liên kết', withoutAddress.id);
    await said(hand, 'Đã sao chép.');
    assert.equal(await copied(hand), await hand.driver.evaluate(() => location.href));
  });

  test('a browser that refuses to copy is told of', async () => {
    await hand.open({ article: numbered.id });
    await hand.driver.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      document.execCommand = () => false;
    });
    await hand.press('button', 'Chia sẻ');
    await hand.press('button', 'Sao chép liên kết');
    await said(hand, 'Trình duyệt không cho sao chép.');
  });

  if (way === 'touch') {
    test('what is said is said whole in a column of 320 pixels', async (t) => {
      await hand.resize(t, { width: 320, height: 568 });
      await chooseInMenu(hand, 'Sao chép liên kết', numbered.id);
      await said(hand, 'Đã sao chép.');
    });
  }

  test('the citation copied names agency, year, title, source, day, number, address and today', async () => {
    await chooseInMenu(hand, 'Sao chép trích dẫn', numbered.id);
    await said(hand, 'Đã sao chép.');
    const today = await hand.driver.evaluate(() => {
      const now = new Date();
      return [now.getDate(), now.getMonth() + 1, now.getFullYear()]
        .map((part) => String(part).padStart(2, '0'))
        .join('/');
    });
    const day = dayOf(numbered);
    const parts = [
      `${departmentOf(numbered).name} (${day.slice(0, 4)})`,
      `“${numbered.title}”`,
      sample.title,
      viDay(day),
      `số ${numbered._bantin.document_number}`,
      numbered.url,
      `truy cập ngày ${today}.`,
    ];
    assert.equal(await copied(hand), parts.join(', '));
  });

  test('printing prints the article alone, with its source and without controls', async () => {
    await hand.open({ article: withPicture.id });
    await hand.driver.evaluate(catchPrinting);
    await hand.press('button', 'Chia sẻ');
    await hand.press('button', 'In bài');
    const printed = await hand.caught('printing');
    assert.equal(printed.title, withPicture.title);
    assert.equal(printed.heading, withPicture.title);
    assert.equal(printed.footer, `Nguồn: ${withPicture.url}`);
    assert.ok(printed.text.includes(withPicture.summary));
    assert.ok(printed.pictures > 0);
    for (const other of ['Tin liên quan', 'Đọc tiếp']) assert.ok(!printed.text.includes(other), other);
    assert.equal(printed.controls, 0);
  });

  test('the original opens in a tab of its own; without one the entry is disabled', async () => {
    await hand.open({ article: numbered.id });
    const catchOpening = () => {
      const { opened } = Object.assign(window, { opened: /** @type {any[]} */ ([]) });
      window.open = (...call) => {
        opened.push(call);
        return null;
      };
    };
    await hand.driver.evaluate(catchOpening);
    await hand.press('button', 'Chia sẻ');
    assert.equal(await bar('Mở bài gốc').getAttribute('aria-disabled'), null);
    await hand.press('button', 'Mở bài gốc');
    assert.deepEqual(await called(hand, 'opened'), [[numbered.url, '_blank', 'noopener']]);

    await hand.open({ article: withoutAddress.id });
    await hand.driver.evaluate(catchOpening);
    await hand.press('button', 'Chia sẻ');
    assert.equal(await bar('Mở bài gốc').getAttribute('aria-disabled'), 'true');
    await hand.press('button', 'Mở bài gốc');
    assert.deepEqual(await hand.caught('opened'), []);
  });

  test('Escape closes the menu, then the article, and is the page’s own when nothing is open', async () => {
    await hand.driver.evaluate(() => {
      const { heard } = Object.assign(window, { heard: /** @type {boolean[]} */ ([]) });
      addEventListener('keydown', (event) => event.key === 'Escape' && heard.push(event.defaultPrevented));
    });
    await hand.pressOn(hand.control('listitem').first().getByRole('link'));
    await hand.press('button', 'Cách hiển thị');
    const escape = async () => {
      await hand.driver.press('Escape');
      await hand.painted();
    };
    await escape();
    assert.equal(await hand.control('dialog').count(), 0);
    await assertOpen(hand, ids[0]);
    await escape();
    await assertOpen(hand, '');
    assert.deepEqual(await hand.caught('heard'), []);
    await escape();
    assert.deepEqual(await hand.caught('heard'), [false]);
  });

  test('what is next and previous follow the filtered list', async () => {
    const filter = { departments: [departmentOf(withRelated).id] };
    const [first, second, third] = expected(filter).ids;
    await hand.driver.evaluate((wanted) => window.reader.setFilter(wanted), filter);
    await hand.driver.evaluate((id) => window.reader.openArticle(id), first);
    const follower = (/** @type {string} */ note) =>
      hand.control('article').getByRole('listitem').filter({ hasText: note }).getByRole('link');
    assert.equal(await heading3(hand, 'Đọc tiếp').count(), 1);
    assert.equal(await follower('Bài trước').count(), 0);
    assert.equal(await follower('Bài sau').textContent(), itemOf(second).title);
    await hand.pressOn(follower('Bài sau'));
    await assertOpen(hand, second);
    await hand.pressOn(follower('Bài sau'));
    await assertOpen(hand, third);
    await hand.pressOn(follower('Bài trước'));
    await assertOpen(hand, second);
    assert.equal(await hand.focused(), `h2 ${itemOf(second).title}`);
  });

  test('related news open, from their top', async () => {
    await hand.open({ article: withRelated.id });
    assert.equal(await heading3(hand, 'Tin liên quan').count(), 1);
    const [wanted] = withRelated._bantin.related.map(itemOf);
    await hand.pressOn(hand.control('article').getByRole('link', { name: wanted.title, exact: true }).first());
    await assertOpen(hand, wanted.id);
    const top = await hand.control('region', 'Bài đang đọc').evaluate((scroller) => scroller.scrollTop);
    assert.equal(top, 0);
  });

  test('an attachment is a link to a tab of its own, left to the browser', async () => {
    const [{ url, title }] = withAttachment.attachments;
    await hand.open({ article: withAttachment.id });
    await hand.driver.evaluate(() => {
      const { followed } = Object.assign(window, { followed: /** @type {any[]} */ ([]) });
      window.reader.shadowRoot.addEventListener('click', (event) => {
        const link = /** @type {Element} */ (event.target).closest('a');
        followed.push([link?.href, link?.target, link?.rel, event.defaultPrevented]);
        event.preventDefault();
      });
    });
    assert.equal(await heading3(hand, 'Tệp đính kèm').count(), 1);
    await hand.pressOn(
      hand
        .control('article')
        .getByRole('link', { name: title ?? url.split('/').at(-1) })
        .first(),
    );
    const address = new URL(url, `${server.url}data/sample.json`).href;
    assert.deepEqual(await hand.caught('followed'), [[address, '_blank', 'noopener', false]]);
    await assertOpen(hand, withAttachment.id);
  });

  test('a picture is enlarged by its button, zoomed, and closed by its button and by Escape', async () => {
    await hand.open({ article: withPicture.id });
    const button = bar(/^Phóng to ảnh: ./).first();
    const viewer = hand.control('dialog', 'Xem ảnh');
    await hand.pressOn(button);
    await viewer.waitFor();
    const picture = viewer.locator('img');
    const width = async () => (await picture.boundingBox())?.width ?? 0;
    const loaded = (/** @type {Element} */ image) => /** @type {HTMLImageElement} */ (image).decode();
    await picture.evaluate(loaded);
    const whole = await width();
    const less = viewer.getByRole('button', { name: 'Thu nhỏ' });
    assert.equal(await less.getAttribute('aria-disabled'), 'true');
    await hand.pressOn(viewer.getByRole('button', { name: 'Phóng to' }));
    await grown(picture, whole);
    await hand.pressOn(less);
    await hand.pressOn(viewer.getByRole('button', { name: 'Đóng' }));
    await viewer.waitFor({ state: 'detached' });
    assert.match(await hand.focused(), /^button Phóng to ảnh: /);
    await hand.pressOn(button);
    await viewer.waitFor();
    await hand.driver.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    assert.match(await hand.focused(), /^button Phóng to ảnh: /);
    await assertOpen(hand, withPicture.id);
  });

  if (way !== 'mouse') {
    test('a table wider than a phone is a region that scrolls sideways', async (t) => {
      await hand.resize(t, kPhone);
      await hand.open({ article: newestWith((item) => item.content_html?.includes('<table')).id });
      const region = hand.control('region', 'Bảng').first();
      if (way === 'keyboard') {
        await hand.reach(region);
        for (let keys = 0; keys < 5; ++keys) await hand.driver.press('ArrowRight');
      } else {
        const { x, y } = await hand.placeOf(region);
        await hand.driver.touchDrag({ x: x + 80, y }, { x: x - 80, y }, { steps: 16 });
      }
      await hand.painted();
      const left = await region.evaluate(async (frame) => {
        for (let frames = 0; frames < 60 && frame.scrollLeft === 0; ++frames) await window.painted();
        return frame.scrollLeft;
      });
      assert.ok(left > 0, 'what is cut off can be reached');
    });
  }

  if (way !== 'keyboard') {
    test('a picture is enlarged by a press on itself', async () => {
      await hand.open({ article: withPicture.id });
      await hand.pressOn(hand.control('article').getByRole('img').first());
      await hand.control('dialog', 'Xem ảnh').waitFor();
    });
  }
}

/** @param {Hand} hand @param {string} title  of what follows an article */
const heading3 = (hand, title) => hand.control('heading', title, { level: 3 });

/** Waits for a picture to be wider than it was; it grows smoothly. @param {import('./controls.js').Locator} picture @param {number} width */
const grown = (picture, width) =>
  picture.evaluate(async (element, before) => {
    for (let frames = 0; frames < 120; ++frames) {
      if (element.getBoundingClientRect().width > before * 1.2) return;
      await new Promise((done) => requestAnimationFrame(done));
    }
    throw new Error(`still ${element.getBoundingClientRect().width} wide, as before (${before})`);
  }, width);

/** Instead of printing, a frame says what it would have printed. Runs inside the page. */
function catchPrinting() {
  const frame = HTMLIFrameElement.prototype;
  const own = /** @type {() => any} */ (Object.getOwnPropertyDescriptor(frame, 'contentWindow')?.get);
  const printing = new Promise((printed) => {
    Object.defineProperty(frame, 'contentWindow', {
      get() {
        const inner = own.call(this);
        if (inner) inner.print = () => printed(seen(inner.document));
        return inner;
      },
    });
  });
  Object.assign(window, { printing });

  /** @param {Document} document */
  function seen({ title, body }) {
    return {
      title,
      heading: body.querySelector('h1, h2')?.textContent,
      footer: body.querySelector('footer')?.textContent,
      text: body.textContent,
      pictures: body.querySelectorAll('img').length,
      controls: body.querySelectorAll('button, input, canvas').length,
    };
  }
}
