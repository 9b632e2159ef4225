/** The parts of a kiosk that need no page: who is there, what is shown meanwhile, the night, the PIN, what is refused. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Attract, PERIOD_MS } from '../../web/kiosk/attract.js';
import { readConfig } from '../../web/kiosk/config.js';
import { isBrowsersKey } from '../../web/kiosk/guard.js';
import { newestDay } from '../../web/kiosk/headlines.js';
import { Idle } from '../../web/kiosk/idle.js';
import { followLongPress } from '../../web/kiosk/long_press.js';
import { followNight, isNight } from '../../web/kiosk/night.js';
import { factsOf } from '../../web/kiosk/panel_facts.js';
import { PinLock } from '../../web/kiosk/pin_lock.js';
import { offlineClient } from '../../web/kiosk/offline_client.js';
import { plainClient } from '../../web/kiosk/plain_client.js';
import { kindOf, readable } from '../../web/kiosk/qr_dialog.js';
import { qrModules, qrPath } from '../../web/kiosk/qr.js';
import { Updates } from '../../web/kiosk/updates.js';
import { FakeClock } from './fake_clock.js';

const kIdle = 90_000;

describe('who is there', () => {
  function started() {
    const clock = new FakeClock();
    /** @type {string[]} */
    const told = [];
    const world = { isBusy: false };
    const idle = new Idle({
      clock,
      ms: kIdle,
      left: () => told.push('left'),
      came: (event) => told.push(`came ${event?.type}`),
      isBusy: () => world.isBusy,
    });
    const place = new EventTarget();
    const ending = new AbortController();
    idle.follow(place, ending.signal);
    return { clock, told, world, idle, place, ending };
  }

  test('has left when nothing was touched for the whole time, and is told of once', () => {
    const { clock, told, place } = started();
    clock.pass(kIdle - 1);
    place.dispatchEvent(new Event('scroll'));
    clock.pass(kIdle - 1);
    assert.deepEqual(told, []);
    clock.pass(1);
    clock.pass(10 * kIdle);
    assert.deepEqual(told, ['left']);
  });

  test('comes by a touch, a key or the wheel, not because something moves by itself', () => {
    const { clock, told, place, idle } = started();
    clock.pass(kIdle);
    for (const type of ['scroll', 'input', 'pointermove']) place.dispatchEvent(new Event(type));
    assert.ok(idle.isIdle);
    place.dispatchEvent(new Event('click'));
    assert.deepEqual(told.splice(0), ['left', 'came click'], 'as a screen reader presses');
    clock.pass(kIdle);
    place.dispatchEvent(new Event('keydown'));
    assert.deepEqual(told, ['left', 'came keydown']);
    clock.pass(kIdle);
    assert.deepEqual(told, ['left', 'came keydown', 'left']);
  });

  test('has not left while what was asked for is being done, however long', () => {
    const { clock, told, world, idle } = started();
    world.isBusy = true;
    clock.pass(20 * kIdle);
    assert.deepEqual(told, []);
    world.isBusy = false;
    idle.stay();
    clock.pass(kIdle - 1);
    assert.deepEqual(told, []);
    clock.pass(1);
    assert.deepEqual(told, ['left']);
  });

  test('a key that is stuck is nobody, and does nothing once nobody is there', () => {
    const { clock, told, place } = started();
    const repeated = () => Object.assign(new Event('keydown', { cancelable: true }), { repeat: true });
    place.dispatchEvent(new Event('keydown'));
    clock.pass(kIdle - 1);
    assert.equal(place.dispatchEvent(repeated()), true, 'whoever is there holds it');
    for (const type of ['input', 'scroll']) place.dispatchEvent(new Event(type));
    clock.pass(1);
    assert.deepEqual(told, ['left']);
    assert.equal(place.dispatchEvent(repeated()), false);
    assert.deepEqual(told, ['left']);
    place.dispatchEvent(new Event('keydown'));
    assert.deepEqual(told, ['left', 'came keydown']);
  });

  test('a mouse at rest under what changes is nobody', () => {
    const { clock, told, place } = started();
    clock.pass(kIdle - 1);
    const still = Object.assign(new Event('pointermove'), { pointerType: 'mouse', movementX: 0, movementY: 0 });
    place.dispatchEvent(still);
    clock.pass(1);
    assert.deepEqual(told, ['left']);
  });

  test('ended, it waits for nothing', () => {
    const { clock, told, ending } = started();
    ending.abort();
    assert.equal(clock.waiting, 0);
    clock.pass(10 * kIdle);
    assert.deepEqual(told, []);
  });
});

describe('headlines while nobody is there', () => {
  const headline = (/** @type {string} */ title) => ({ title, lead: '', facts: '', colour: '' });

  function started(titles = ['một', 'hai', 'ba']) {
    const clock = new FakeClock();
    /** @type {string[]} */
    const shown = [];
    const news = { titles, hidden: false };
    const attract = new Attract({
      clock,
      headlines: () => news.titles.map(headline),
      view: { show: ({ title }) => shown.push(title), hide: () => shown.push('hidden') },
      hidden: () => news.hidden,
    });
    return { clock, shown, news, attract };
  }

  test('follow one another, and the next round has what is new by then', () => {
    const { clock, shown, news, attract } = started();
    attract.start();
    clock.pass(2 * PERIOD_MS);
    news.titles = ['mới', 'một'];
    clock.pass(2 * PERIOD_MS);
    assert.deepEqual(shown, ['một', 'hai', 'ba', 'mới', 'một']);
    attract.end();
    assert.equal(shown.at(-1), 'hidden');
    assert.equal(clock.waiting, 0);
  });

  test('are of the other news from the next one on, once there are other news', () => {
    const { clock, shown, news, attract } = started();
    attract.start();
    news.titles = ['mới', 'một'];
    attract.renew();
    clock.pass(2 * PERIOD_MS);
    assert.deepEqual(shown, ['một', 'mới', 'một']);
  });

  test('cost nothing while the page is not seen', () => {
    const { clock, shown, news, attract } = started();
    attract.start();
    news.hidden = true;
    attract.look();
    assert.equal(clock.waiting, 0);
    clock.pass(100 * PERIOD_MS);
    assert.deepEqual(shown, ['một']);
    news.hidden = false;
    attract.look();
    clock.pass(PERIOD_MS);
    assert.deepEqual(shown, ['một', 'hai']);
  });

  test('the newest day is what they say themselves', () => {
    const of = (/** @type {string} */ facts) => ({ ...headline(''), facts });
    assert.equal(newestDay([of('Sở Y tế · 9/12/2025'), of('11/06/2026 · Tỉnh đoàn'), of('Sở Xây dựng')]), '2026-06-11');
    assert.equal(newestDay([of('Sở Xây dựng')]), '');
    assert.equal(newestDay([]), '');
  });

  test('without news nothing is shown until there are some', () => {
    const { clock, shown, news, attract } = started([]);
    attract.start();
    clock.pass(5 * PERIOD_MS);
    assert.deepEqual(shown, []);
    news.titles = ['một'];
    clock.pass(PERIOD_MS);
    assert.deepEqual(shown, ['một']);
  });
});

describe('the night', () => {
  const at = (/** @type {number} */ hours, /** @type {number} */ minutes = 0) => new Date(2026, 5, 12, hours, minutes);

  test('goes over midnight, begins with its first minute and ends before its last', () => {
    const night = { from: '19:00', to: '06:00' };
    assert.ok(
      isNight(night, at(19)) && isNight(night, at(23, 59)) && isNight(night, at(0)) && isNight(night, at(5, 59)),
    );
    assert.ok(!isNight(night, at(6)) && !isNight(night, at(12)) && !isNight(night, at(18, 59)));
    assert.ok(isNight({ from: '12:00', to: '13:30' }, at(13)) && !isNight({ from: '12:00', to: '13:30' }, at(14)));
  });

  test('is never where its times are none', () => {
    for (const night of [
      { from: '25:00', to: '06:00' },
      { from: '06:00', to: '06:00' },
      { from: '', to: '' },
    ])
      for (let hour = 0; hour < 24; ++hour) assert.ok(!isNight(night, at(hour)));
  });

  for (const year of [1970, 2026, 2099]) {
    test(`darkens an element and gives back its own theme, in ${year}`, () => {
      const clock = new FakeClock(new Date(year, 0, 2, 18, 58).getTime());
      /** @type {Map<string, string>} */
      const attributes = new Map([['theme', 'sepia']]);
      const element = /** @type {any} */ ({
        getAttribute: (/** @type {string} */ name) => attributes.get(name) ?? null,
        setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => attributes.set(name, value),
        removeAttribute: (/** @type {string} */ name) => attributes.delete(name),
      });
      const ending = new AbortController();
      followNight(element, { from: '19:00', to: '06:00' }, clock, ending.signal);
      assert.equal(attributes.get('theme'), 'sepia');
      clock.pass(2 * 60_000);
      assert.equal(attributes.get('theme'), 'dark');
      clock.pass(11 * 3_600_000);
      assert.equal(attributes.get('theme'), 'sepia');
      clock.pass(13 * 3_600_000);
      assert.equal(attributes.get('theme'), 'dark');
      ending.abort();
      assert.equal(attributes.get('theme'), 'sepia');
      assert.equal(clock.waiting, 0);
    });
  }
});

describe('the PIN', () => {
  test('five wrong ones in a row make a pause of a minute, for the right one too', () => {
    const clock = new FakeClock();
    const lock = new PinLock('2468', clock);
    const results = Array.from({ length: 5 }, () => lock.tries('0000'));
    assert.deepEqual(results, ['wrong', 'wrong', 'wrong', 'wrong', 'paused']);
    assert.equal(lock.tries('2468'), 'paused');
    clock.pass(59_999);
    assert.equal(lock.tries('2468'), 'paused');
    clock.pass(1);
    assert.equal(lock.tries('2468'), 'open');
  });

  test('each further five double the pause, up to an hour, and the right one makes it a minute again', () => {
    const clock = new FakeClock();
    const lock = new PinLock('2468', clock);
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      for (let i = 0; i < 5; ++i) lock.tries('0000');
      assert.equal(lock.minutes, minutes);
      clock.pass(minutes * 60_000 - 1);
      assert.equal(lock.tries('2468'), 'paused');
      clock.pass(1);
    }
    assert.equal(lock.tries('2468'), 'open');
    for (let i = 0; i < 5; ++i) lock.tries('0000');
    assert.equal(lock.minutes, 1);
  });

  test('the right one forgives those before it', () => {
    const lock = new PinLock('2468', new FakeClock());
    for (let i = 0; i < 4; ++i) lock.tries('1');
    assert.equal(lock.tries('2468'), 'open');
    for (let i = 0; i < 4; ++i) assert.equal(lock.tries('1'), 'wrong');
  });
});

describe('a finger held on the corner', () => {
  function started(isMeant = true) {
    const clock = new FakeClock();
    const element = Object.assign(new EventTarget(), { getBoundingClientRect: () => ({ left: 0, top: 0 }) });
    const world = { held: 0 };
    const ending = new AbortController();
    followLongPress(/** @type {any} */ (element), clock, () => (++world.held, isMeant), ending.signal);
    /** Whether it was left alone. @param {string} type */
    const tell = (type) =>
      element.dispatchEvent(
        Object.assign(new Event(type, { cancelable: true }), { clientX: 20, clientY: 20, isPrimary: true }),
      );
    tell('pointerdown');
    clock.pass(5000);
    tell('pointerup');
    return { clock, world, tell, ending };
  }

  test('opens, and the click of its end does nothing', () => {
    const { world, tell } = started();
    assert.equal(world.held, 1);
    assert.equal(tell('click'), false);
    assert.equal(tell('click'), true);
  });

  test('for which there is no door leaves its click alone', () => {
    const { tell } = started(false);
    assert.equal(tell('click'), true);
  });

  test('that ends without a click takes none of a keyboard’s', () => {
    const { clock, tell, ending } = started();
    clock.pass(400);
    assert.equal(tell('click'), true);
    ending.abort();
    assert.equal(clock.waiting, 0);
  });
});

describe('kiosk.json', () => {
  test('what is not usable is left out and named', () => {
    const { config, problems } = readConfig(
      JSON.stringify({ pin: '12', idleSeconds: 'soon', night: { from: '7', to: '06:00' }, keyboard: 'vni', more: 1 }),
    );
    assert.equal(problems.length, 4);
    assert.ok(['pin', 'idleSeconds', 'night', 'more'].every((name, i) => problems[i].includes(name)));
    assert.equal(config.pin, undefined);
    assert.equal(config.idleSeconds, 90);
    assert.equal(config.keyboard, 'vni');
  });

  test('a key that is none still is one: nothing unsigned is shown', () => {
    for (const key of ['', 'AAAA', 7, null]) assert.equal(readConfig(JSON.stringify({ key })).config.key, '');
    assert.equal(readConfig('{}').config.key, undefined);
  });

  test('no JSON, or none of ours, is as if there were none', () => {
    for (const text of ['', '{', '[]', 'null', '7', '"x"']) {
      const { config } = readConfig(text);
      assert.equal(config.src, 'data/bundle.json', text);
      assert.equal(config.updateMinutes, 30);
    }
  });
});

describe('where links lead', () => {
  test('a phone can open the web, a mailbox and a number, not this machine', () => {
    assert.equal(kindOf('https://halam.example/tin'), 'scan');
    assert.equal(kindOf('mailto:a@halam.example'), 'scanMail');
    assert.equal(kindOf('tel:+84123'), 'scanCall');
    for (const none of ['', '#', 'javascript:alert(1)', 'http://127.0.0.1:8080/a', 'http://localhost/a', 'file:///a'])
      assert.equal(kindOf(none), '', none);
  });

  test('addresses are shown as people read them', () => {
    assert.equal(readable('tel:+84123'), '+84123');
    assert.equal(readable('https://halam.example/tin%20t%E1%BB%A9c'), 'https://halam.example/tin tức');
    assert.equal(readable('https://halam.example/%'), 'https://halam.example/%');
  });

  test('a code has its three corners, and no code is made of too much', () => {
    const rows = qrModules('https://halam.example/tin/giai-ngan.html') ?? [];
    const corner = (/** @type {number} */ x, /** @type {number} */ y) =>
      rows.slice(y, y + 7).map((row) =>
        row
          .slice(x, x + 7)
          .map((is) => (is ? '#' : '.'))
          .join(''),
      );
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    const far = rows.length - 7;
    for (const [x, y] of [[0, 0], [far, 0], [0, far]]) assert.deepEqual(corner(x, y), finder); // prettier-ignore
    assert.equal(qrModules(`https://halam.example/${'a'.repeat(4000)}`), null);
    assert.ok(qrModules(`https://halam.example/${'a'.repeat(2500)}`));
  });

  test('the picture has as many black modules as the code', () => {
    const rows = qrModules('tel:1800') ?? [];
    const widths = [...qrPath(rows).matchAll(/h(\d+)v1/g)].map(([, width]) => Number(width));
    const black = rows.flat().filter(Boolean).length;
    assert.equal(widths.reduce((sum, width) => sum + width, 0), black); // prettier-ignore
  });
});

test('keys: what edits a field is a reader’s, all else with a modifier is the browser’s', () => {
  const key = (/** @type {string} */ name, more = {}) =>
    isBrowsersKey(/** @type {any} */ ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more }));
  for (const name of ['a', 'Enter', 'Tab', 'Escape', 'Control', '/']) assert.ok(!key(name), name);
  for (const name of ['a', 'c', 'x', 'v', 'A', 'Control']) assert.ok(!key(name, { ctrlKey: true }), name);
  for (const name of ['p', 's', 'n', 't', 'f', 'z', 'r', '+', '0']) assert.ok(key(name, { ctrlKey: true }), name);
  for (const name of ['F1', 'F5', 'F11', 'F12', 'BrowserHome']) assert.ok(key(name), name);
  assert.ok(key('ArrowLeft', { altKey: true }));
  assert.ok(!key('@', { ctrlKey: true, altKey: true }));
  // Tools of developers, search of tabs, the task manager, menus.
  for (const name of ['C', 'A', 'X', 'V']) assert.ok(key(name, { ctrlKey: true, shiftKey: true }), name);
  for (const name of ['a', 'c']) assert.ok(key(name, { altKey: true }), name);
  assert.ok(key('Escape', { shiftKey: true }) && !key('Escape') && !key('A', { shiftKey: true }));
});

describe('updates', () => {
  /** @param {number | undefined} first */
  async function started(first = 3) {
    const clock = new FakeClock();
    const host = { serial: first, asked: 0, fails: false };
    /** @type {number[]} */
    const shown = [];
    /** @type {string[]} */
    const noted = [];
    const client = {
      status: async () => ({ serial: host.serial }),
      update: async () => {
        ++host.asked;
        if (host.fails) throw Object.assign(new Error(), { code: 'update-unreachable' });
      },
      rollBack: async () => {},
    };
    const updates = new Updates({
      clock,
      minutes: 30,
      client,
      show: (serial) => shown.push(serial),
      note: (event, detail) => noted.push(`${event} ${detail}`),
    });
    const ending = new AbortController();
    await updates.start(ending.signal);
    return { clock, host, shown, noted, updates };
  }
  const settled = () => new Promise((done) => setTimeout(done));

  test('are asked for while nobody is there, and shown only then', async () => {
    const { clock, host, shown, updates } = await started();
    clock.pass(31 * 60_000);
    assert.equal(host.asked, 1, 'when it begins');
    host.serial = 4;
    updates.turn(true);
    await settled();
    assert.equal(host.asked, 2);
    assert.deepEqual(shown, [4]);
    updates.turn(false);
    host.serial = 5;
    clock.pass(60 * 60_000);
    await settled();
    assert.deepEqual(shown, [4]);
    updates.turn(true);
    await settled();
    assert.deepEqual(shown, [4, 5]);
  });

  test('a refused one is noted, and asked for again in its time', async () => {
    const { clock, host, shown, noted, updates } = await started();
    updates.turn(true);
    host.fails = true;
    clock.pass(30 * 60_000);
    await settled();
    clock.pass(30 * 60_000);
    await settled();
    assert.equal(host.asked, 3);
    assert.deepEqual(shown, []);
    assert.deepEqual(noted, ['update update-unreachable', 'update update-unreachable']);
  });

  test('rolled back by an operator, the older one is shown', async () => {
    const { host, shown, updates } = await started(7);
    host.serial = 6;
    updates.turn(true);
    await settled();
    assert.deepEqual(shown, [6]);
  });

  test('without a worker the host is asked, and an older bundle refused', async () => {
    let serial = 5;
    const ask = async () =>
      /** @type {any} */ ({ ok: true, text: async () => JSON.stringify({ serial, newest: '2026-06-11' }) });
    const client = plainClient('data/bundle.json', ask);
    assert.equal((await client.status()).serial, 5);
    serial = 6;
    await client.update();
    assert.equal((await client.status()).serial, 6);
    serial = 4;
    await assert.rejects(() => client.update(), /update-older/);
    assert.equal((await client.status()).serial, 6);
  });

  test('a feed without a serial is another when its text is', async () => {
    let title = 'Cũ';
    const ask = async () => /** @type {any} */ ({ ok: true, text: async () => JSON.stringify({ items: [{ title }] }) });
    const clock = new FakeClock();
    /** @type {number[]} */
    const shown = [];
    const show = (/** @type {number} */ mark) => shown.push(mark);
    const updates = new Updates({ clock, minutes: 30, client: plainClient('feed.json', ask), show, note: () => {} });
    await updates.start(new AbortController().signal);
    updates.turn(true);
    clock.pass(31 * 60_000);
    await settled();
    assert.deepEqual(shown, []);
    title = 'Mới';
    clock.pass(30 * 60_000);
    await settled();
    assert.equal(shown.length, 1);
  });

  test('a status that is refused is noted, and asked for again', async () => {
    const clock = new FakeClock();
    let isThere = false;
    /** @type {string[]} */
    const noted = [];
    /** @type {number[]} */
    const shown = [];
    let serial = 3;
    const client = {
      status: () => (isThere ? Promise.resolve({ serial }) : Promise.reject(new Error('no answer'))),
      update: async () => {},
      rollBack: async () => {},
    };
    const show = (/** @type {number} */ which) => shown.push(which);
    const updates = new Updates({ clock, minutes: 30, client, show, note: (event) => noted.push(event) });
    await updates.start(new AbortController().signal);
    assert.ok(noted.length > 0);
    isThere = true;
    updates.turn(true);
    await settled();
    serial = 4;
    clock.pass(31 * 60_000);
    await settled();
    assert.deepEqual(shown, [4]);
  });
});

describe('with a worker', () => {
  /** @param {{ok: boolean, code?: string}} outcome */
  async function registered(outcome) {
    /** @type {any[]} */
    const asked = [];
    /** @type {(change: {event: string, detail: string}) => void} */
    let say = () => {};
    const offline = {
      update: async (/** @type {any[]} */ ...args) => (asked.push(args), outcome),
      rollBack: async () => outcome,
      status: async () => ({ version: 'a', serial: null, previous: { serial: 3 } }),
      onChange: (/** @type {typeof say} */ listener) => void (say = listener),
      activate: () => Boolean(asked.push('activate')),
    };
    const parts = {
      register: async () => offline,
      filesOf: (/** @type {Iterable<File>} */ files) => new Map([...files].map((file) => [file.name, file])),
      sentence: (/** @type {string} */ code) => `Câu của ${code}`,
    };
    const { signal } = new AbortController();
    const client = await offlineClient(parts, { note: () => {}, signal, language: 'vi' });
    assert.ok(client);
    return { client, asked, say: (/** @type {string} */ event, detail = '') => say({ event, detail }) };
  }

  test('a refusal is thrown with its code and its sentence', async () => {
    const { client } = await registered({ ok: false, code: 'update-tampered' });
    const refused = { code: 'update-tampered', message: 'Câu của update-tampered' };
    await assert.rejects(() => client.update(), refused);
    await assert.rejects(() => client.rollBack(), refused);
    assert.equal((await client.status()).serial, undefined);
  });

  test('the last refusal is shown by its sentence, or by its code where nobody has one', async () => {
    const { client } = await registered({ ok: true });
    const at = new Date(2026, 5, 11, 9, 5).getTime();
    const shown = (/** @type {any} */ one) => {
      const options = { language: 'vi', element: { stats: {} }, client: one, newest: () => '', now: () => at };
      const facts = factsOf({ lastRefusal: { code: 'update-older', at } }, /** @type {any} */ (options));
      return Object.fromEntries(facts)['Lần từ chối gần nhất'];
    };
    assert.equal(shown(client), 'Câu của update-older (11/06/2026 09:05)');
    assert.equal(shown(null), 'update-older (11/06/2026 09:05)');
  });

  test('a folder is handed over by its files, the network by none', async () => {
    const { client, asked } = await registered({ ok: true });
    await client.update();
    const files = /** @type {any} */ ([{ name: 'bundle.json' }]);
    await client.update(files, true);
    assert.deepEqual(asked[0], [null, { force: false }]);
    assert.deepEqual([[...asked[1][0].keys()], asked[1][1]], [['bundle.json'], { force: true }]);
  });

  test('a newer application is asked to take over, and the page is loaded anew once it has', async () => {
    const { client, asked, say } = await registered({ ok: true });
    assert.equal(client.renew?.(), false);
    assert.deepEqual(asked, ['activate']);
    // As after the very first one's coming.
    say('app', 'a');
    assert.equal(client.renew?.(), false);
    say('app', 'b');
    assert.equal(client.renew?.(), true);
  });

  test('where there is none, it says so', async () => {
    const parts = { register: async () => null, filesOf: () => null, sentence: () => '' };
    const { signal } = new AbortController();
    assert.equal(await offlineClient(parts, { note: () => {}, signal, language: 'vi' }), null);
  });
});
