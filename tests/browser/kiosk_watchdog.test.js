/** The watchdog of a kiosk's page, with a clock that a test moves: what it does about each failure, and when. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Watchdog } from '../../web/kiosk/watchdog.js';
import { FakeClock } from './fake_clock.js';

const kMinute = 60_000;

function started() {
  const clock = new FakeClock();
  const world = {
    /** @type {any[]} */
    elements: [],
    reloads: 0,
    inARow: 0,
    /** @type {string[]} */
    notes: [],
    isIdle: false,
    isDefined: true,
    isWhole: true,
    memory: { engine: 30e6, heap: 20e6 },
    isWaiting: false,
  };
  const watchdog = new Watchdog({
    clock,
    fresh: () => {
      const element = Object.assign(new EventTarget(), { shadowRoot: new EventTarget() });
      world.elements.push(element);
      return /** @type {any} */ (element);
    },
    reload: () => void ++world.reloads,
    note: (event, detail) => void world.notes.push(`${event} ${detail}`.trim()),
    isIdle: () => world.isIdle,
    isDefined: () => world.isDefined,
    isWhole: () => world.isWhole,
    memory: () => world.memory,
    waits: (isWaiting) => (world.isWaiting = isWaiting),
    reloads: { read: () => world.inARow, write: (count) => void (world.inARow = count) },
  });
  watchdog.start();
  const tell = (/** @type {string} */ type, detail = {}) =>
    world.elements.at(-1).dispatchEvent(new CustomEvent(type, { detail }));
  const canvas = (/** @type {string} */ type) => world.elements.at(-1).shadowRoot.dispatchEvent(new Event(type));
  const trap = () => tell('bantin-error', { code: 'engine-failed', message: 'unreachable' });
  return { clock, world, watchdog, tell, canvas, trap };
}

describe('the watchdog', () => {
  test('lets what runs run', () => {
    const { clock, world, tell } = started();
    clock.pass(5000);
    tell('bantin-ready');
    clock.pass(30 * 24 * 60 * kMinute);
    assert.equal(world.elements.length, 1);
    assert.deepEqual(world.notes, []);
    assert.equal(world.reloads, 0);
  });

  test('makes a fresh element where an engine has stopped, each time a little later, and reloads after three', () => {
    const { clock, world, tell, trap } = started();
    tell('bantin-ready');
    trap();
    assert.equal(world.elements.length, 1);
    clock.pass(1000);
    assert.equal(world.elements.length, 2);
    trap();
    clock.pass(4999);
    assert.equal(world.elements.length, 2);
    clock.pass(1);
    assert.equal(world.elements.length, 3);
    trap();
    clock.pass(5000);
    assert.equal(world.reloads, 1);
    assert.equal(world.elements.length, 3);
    assert.deepEqual(
      world.notes.map((note) => note.split(' ')[0]),
      ['watchdog-fresh', 'watchdog-fresh', 'watchdog-reload'],
    );
  });

  test('says that it waits while there is nothing to read, from the first wait that is long', () => {
    const { clock, world, tell, trap, canvas } = started();
    tell('bantin-ready');
    trap();
    assert.ok(!world.isWaiting);
    clock.pass(1000);
    trap();
    assert.ok(world.isWaiting);
    clock.pass(5000);
    assert.ok(world.isWaiting, 'the fresh one shows nothing yet');
    tell('bantin-ready');
    assert.ok(!world.isWaiting);
    for (let i = 0; i < 5; ++i) canvas('webglcontextlost');
    clock.pass(31_000);
    assert.ok(!world.isWaiting, 'what has lost its canvas is still read');
  });

  test('reloads ever less often, but never stops', () => {
    const { clock, world, trap } = started();
    world.inARow = 20;
    for (let i = 0; i < 3; ++i) {
      trap();
      clock.pass(i < 2 ? 5000 : 299_999);
    }
    assert.equal(world.reloads, 0);
    clock.pass(1);
    assert.equal(world.reloads, 1);
    assert.equal(world.inARow, 21);
  });

  test('forgets failures after five steady minutes', () => {
    const { clock, world, tell, trap } = started();
    world.inARow = 4;
    for (let i = 0; i < 6; ++i) {
      tell('bantin-ready');
      clock.pass(5 * kMinute);
      trap();
      clock.pass(1000);
    }
    assert.equal(world.elements.length, 7);
    assert.equal(world.reloads, 0);
    assert.equal(world.inARow, 0);
  });

  test('tries again to load what hangs, in growing pauses, and then with a page that holds nothing that hangs', () => {
    const { clock, world } = started();
    clock.pass(kMinute + 1000);
    assert.equal(world.elements.length, 2);
    clock.pass(kMinute + 5000);
    assert.equal(world.elements.length, 3);
    clock.pass(kMinute + 15_000);
    assert.equal(world.elements.length, 4);
    clock.pass(kMinute + 4999);
    assert.equal(world.reloads, 0);
    clock.pass(1);
    assert.equal(world.reloads, 1);
    assert.equal(world.inARow, 1);
  });

  test('tries again to load what cannot be had, in growing pauses, for ever', () => {
    const { clock, world, tell } = started();
    const end = clock.now() + 24 * 60 * kMinute;
    for (let told = 0; clock.now() < end; clock.pass(1000)) {
      if (told === world.elements.length) continue;
      told = world.elements.length;
      tell('bantin-error', { code: 'source-unreachable', message: '' });
    }
    const { length } = world.elements;
    assert.ok(length > 280 && length < 300, `${length} in a day`);
    assert.equal(world.reloads, 0);
    tell('bantin-ready');
    clock.pass(60 * kMinute);
    assert.equal(world.elements.length, length);
  });

  test('tries again sooner when it is told that nothing can be had', () => {
    const { clock, world, tell } = started();
    tell('bantin-error', { code: 'source-unreachable', message: '' });
    clock.pass(1000);
    assert.equal(world.elements.length, 2);
    assert.match(world.notes[0], /^watchdog-retry source-unreachable/);
  });

  test('leaves what is shown alone when newer news cannot be had', () => {
    const { clock, world, tell } = started();
    tell('bantin-ready');
    tell('bantin-error', { code: 'source-unreachable', message: '' });
    clock.pass(60 * kMinute);
    assert.equal(world.elements.length, 1);
  });

  test('reloads the page when the element’s script has not come', () => {
    const { clock, world } = started();
    world.isDefined = false;
    clock.pass(kMinute + 5000);
    assert.equal(world.reloads, 1);
  });

  test('a reader whose kiosk does not come is made anew, ever less often, and left alone once it has', () => {
    const { clock, world, tell } = started();
    world.isWhole = false;
    for (const pause of [1000, 5000, 15_000]) {
      const { length } = world.elements;
      tell('bantin-ready');
      clock.pass(20_000 + pause - 1);
      assert.equal(world.elements.length, length);
      clock.pass(1);
      assert.equal(world.elements.length, length + 1);
    }
    assert.match(world.notes[0], /^watchdog-retry kiosk-missing/);
    tell('bantin-ready');
    world.isWhole = true;
    clock.pass(24 * 60 * kMinute);
    assert.equal(world.elements.length, 4);
  });

  test('waits half a minute for a lost canvas', () => {
    const { clock, world, tell, canvas } = started();
    tell('bantin-ready');
    canvas('webglcontextlost');
    clock.pass(29_999);
    canvas('webglcontextrestored');
    clock.pass(60 * kMinute);
    assert.equal(world.elements.length, 1);
    canvas('webglcontextlost');
    clock.pass(31_000);
    assert.equal(world.elements.length, 2);
    assert.deepEqual(
      world.notes.map((note) => note.split(' ')[0]),
      ['context-lost', 'context-restored', 'context-lost', 'watchdog-fresh'],
    );
  });

  test('makes room while nobody is there, and only then; a page that stays too large is loaded anew', () => {
    const { clock, world, tell } = started();
    tell('bantin-ready');
    world.memory = { engine: 600 * 2 ** 20, heap: 20e6 };
    clock.pass(10 * kMinute);
    assert.equal(world.elements.length, 1);
    world.isIdle = true;
    clock.pass(kMinute);
    assert.equal(world.elements.length, 2);
    tell('bantin-ready');
    world.memory = { engine: 30e6, heap: 100e6 };
    clock.pass(10 * kMinute);
    assert.equal(world.elements.length, 2);
    world.memory = { engine: 30e6, heap: 300e6 };
    clock.pass(kMinute);
    assert.equal(world.elements.length, 3);
    tell('bantin-ready');
    clock.pass(2 * kMinute);
    assert.equal(world.reloads, 1);
  });

  test('ended, it waits for nothing', () => {
    const { clock, world, watchdog, tell } = started();
    tell('bantin-ready');
    watchdog.end();
    assert.equal(clock.waiting, 0);
    clock.pass(24 * 60 * kMinute);
    assert.equal(world.elements.length, 1);
  });
});
