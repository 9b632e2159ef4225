/**
 * A kiosk left alone for a day, in minutes: its own clock is moved on by the test, whoever comes opens, filters, searches,
 * types and leaves; the content is updated every half hour, the WebGL context is lost every hour. What it holds must not
 * grow after the first hour. Only in long runs, or for BANTIN_SOAK_HOURS.
 */
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from './drivers/children.js';
import { launchFor } from './drivers/driver.js';
import { FakeClock } from './fake_clock.js';
import { cannotPack, packed } from './pack_run.js';
import { serve } from './server.js';
import { dist, root } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */
/** @typedef {Record<'wasmBytes' | 'heapBytes' | 'nodes' | 'listeners' | 'textures', number>} Held */

const kHours = Number(process.env.BANTIN_SOAK_HOURS ?? 24);
const isAsked = process.env.BANTIN_LONG || process.env.BANTIN_SOAK_HOURS;
const skip = cannotPack || (isAsked ? false : 'only in long runs (BANTIN_LONG=1)');
const kVisits = 20;
const kMinute = 60_000;
const kIdleSeconds = 90;
/** A growth that is none: of the last hour over the first. The engine's compiled code fills the heap for some hours more. */
const kFlat = { wasmBytes: 1, heapBytes: 1.5, nodes: 1.02, listeners: 1.02, textures: 1 };
/** … over the last but a quarter of them. */
const kLevel = 1.05;
const kTyped = ['cau', 'benh', 'duong', 'nuoc', 'hoc'];

/** The clock, and a count of the textures there are. Runs in the page before all else. */
function prepare() {
  const page = /** @type {any} */ (window);
  page.bantinClock = new FakeClock();
  /** @type {Map<WebGL2RenderingContext, Set<WebGLTexture>>} */
  const made = (page.texturesMade = new Map());
  const { createTexture, deleteTexture } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.createTexture = function () {
    const texture = createTexture.call(this);
    if (!made.has(this)) {
      made.set(this, new Set());
      this.canvas.addEventListener('webglcontextlost', () => made.get(this)?.clear());
    }
    made.get(this)?.add(texture);
    return texture;
  };
  WebGL2RenderingContext.prototype.deleteTexture = function (texture) {
    if (texture) made.get(this)?.delete(texture);
    deleteTexture.call(this, texture);
  };
}

const rows = () => document.querySelector('ban-tin')?.shadowRoot?.querySelectorAll('.item').length ?? 0;
const isCalling = () =>
  Boolean(document.querySelector('ban-tin')?.shadowRoot?.querySelector('.attract:not(.leaving) .card'));
/** Where it stays once it has slid in. */
const hasKeys = () => {
  const keys = [...(document.querySelector('ban-tin')?.shadowRoot?.querySelectorAll('.keyboard button') ?? [])];
  return keys.length > 0 && keys.every((key) => key.getBoundingClientRect().bottom <= innerHeight);
};
const isQuiet = () => !document.querySelector('ban-tin')?.shadowRoot?.querySelector('.attract');

/** @param {Driver} driver @param {() => unknown} fn @param {string} what */
async function until(driver, fn, what) {
  const end = Date.now() + 30_000;
  while (!(await driver.evaluate(fn))) {
    assert.ok(Date.now() < end, `not in time: ${what}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}

/** @param {Driver} driver @param {number} ms  of the kiosk's own time */
const pass = (driver, ms) => driver.evaluate((time) => /** @type {any} */ (window).bantinClock.pass(time), ms);

/** @param {Driver} driver @returns {Promise<Held>} what is held once nothing is left to be cleared away */
async function held(driver) {
  const { cdp } = driver;
  assert.ok(cdp);
  await cdp.send('HeapProfiler.enable');
  for (let i = 0; i < 3; ++i) {
    await cdp.send('HeapProfiler.collectGarbage');
    await new Promise((later) => setTimeout(later, 100));
  }
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? NaN;
  const own = await driver.evaluate(() => ({
    wasmBytes: /** @type {any} */ (document.querySelector('ban-tin')).stats.memoryBytes,
    textures: [.../** @type {any} */ (window).texturesMade.values()].reduce((sum, set) => sum + set.size, 0),
  }));
  return {
    ...own,
    heapBytes: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

/** A key of the keyboard on the screen: what it types a browser does not keep for its own undoing. @param {Driver} driver @param {string} key */
async function tapKey(driver, key) {
  const place = await driver.evaluate((wanted) => {
    const keys = document.querySelector('ban-tin')?.shadowRoot?.querySelectorAll('.keyboard button') ?? [];
    const { x, y, width, height } = /** @type {Element} */ (
      [...keys].find((one) => (one.getAttribute('aria-label') ?? one.firstChild?.textContent) === wanted)
    ).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, key);
  await driver.mouse.click(place.x, place.y);
}

/** Somebody comes, reads this and that, and leaves. @param {Driver} driver @param {number} number */
async function visit(driver, number) {
  await driver.mouse.click(900, 400);
  await until(driver, isQuiet, 'the reader');
  const field = await driver.evaluate(() => {
    const input = document.querySelector('ban-tin')?.shadowRoot?.querySelector('input[type=search]');
    const { x, y, width, height } = /** @type {Element} */ (input).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  if (number % 2 === 0) {
    await driver.mouse.click(field.x, field.y);
    await until(driver, hasKeys, 'the keyboard');
    for (const key of kTyped[number % kTyped.length]) await tapKey(driver, key);
  } else {
    await driver.evaluate((which) => {
      const reader = /** @type {any} */ (document.querySelector('ban-tin'));
      const ids = Object.keys(reader.results.byDepartment);
      return reader.setFilter({ departments: [ids[which % ids.length]], from: '2021-01-01' });
    }, number);
  }
  await until(driver, rows, 'rows');
  await driver.wheel(200, 600, 900);
  await driver.evaluate(async (which) => {
    const reader = /** @type {any} */ (document.querySelector('ban-tin'));
    const ids = await reader.results.ids(0, 5);
    await reader.openArticle(ids[which % ids.length]);
  }, number);
  await driver.wheel(900, 400, 1500);
  await pass(driver, (kIdleSeconds + 1) * 1000);
  await until(driver, isCalling, 'headlines');
  for (let i = 0; i < 10; ++i) await pass(driver, 8000);
}

/** @param {Driver} driver */
async function loseContext(driver) {
  await driver.evaluate(async () => {
    const gl = [.../** @type {any} */ (window).texturesMade.keys()].at(-1);
    const loser = gl.getExtension('WEBGL_lose_context');
    const heard = (/** @type {string} */ type) =>
      new Promise((done) => gl.canvas.addEventListener(type, done, { once: true }));
    const lost = heard('webglcontextlost');
    loser.loseContext();
    await lost;
    await new Promise((later) => setTimeout(later, 50));
    const restored = heard('webglcontextrestored');
    loser.restoreContext();
    await restored;
  });
}

test(`a kiosk of ${kHours} hours holds no more than after the first`, { skip }, async (t) => {
  const folder = temporaryFolder('soak');
  t.after(() => folder.remove());
  const site = join(folder.path, 'site');
  cpSync(dist, site, { recursive: true });
  writeFileSync(join(site, 'kiosk.json'), JSON.stringify({ idleSeconds: kIdleSeconds, updateMinutes: 30 }));
  const server = await serve({ folders: [site] });
  t.after(() => server.close());
  const driver = await launchFor(t, 'chromium', { width: 1280, height: 800, stepSeconds: 120 });
  await driver.page?.addInitScript({ content: `${FakeClock};(${prepare})();` });
  await driver.open(`${server.url}kiosk.html`);
  await until(driver, rows, 'the list');
  // It is a kiosk once its own script has come.
  const isBegun = () =>
    /** @type {any} */ (window).bantinClock.pass(1000) ||
    document.querySelector('ban-tin')?.shadowRoot?.querySelector('.attract');
  await until(driver, isBegun, 'a kiosk');
  await until(driver, isCalling, 'headlines');

  const feed = JSON.parse(readFileSync(join(root, 'data/sample.json'), 'utf8'));
  const edited = join(folder.path, 'feed.json');
  /** @type {Held[]} */
  const hours = [];
  for (let hour = 0; hour < kHours; ++hour) {
    for (let number = 0; number < kVisits; ++number) {
      if (number % 10 === 5) {
        feed.items[0].title = `Tin của giờ thứ ${hour}, lần ${number}`;
        writeFileSync(edited, JSON.stringify(feed));
        await packed(edited, join(site, 'data'));
      }
      await visit(driver, hour * kVisits + number);
    }
    await loseContext(driver);
    await pass(driver, kMinute);
    hours.push(await held(driver));
  }
  const { log, reloads } = await driver.evaluate(() => ({
    log: /** @type {any} */ (document.querySelector('ban-tin')).log,
    reloads: performance.getEntriesByType('navigation').length,
  }));
  const events = log.map((/** @type {any} */ { event }) => event);
  assert.ok(events.includes('update-shown'), JSON.stringify(log.slice(-5)));
  assert.equal(reloads, 1);
  const [first] = hours;
  const last = /** @type {Held} */ (hours.at(-1));
  for (const name of /** @type {(keyof Held)[]} */ (Object.keys(kFlat))) {
    console.log(`${name}: ${hours.map((one) => one[name]).join(' ')}`);
  }
  for (const name of /** @type {(keyof Held)[]} */ (Object.keys(kFlat))) {
    assert.ok(last[name] <= first[name] * kFlat[name], `${name}: ${first[name]}, then ${last[name]}`);
  }
  const late = hours[Math.floor((3 * hours.length) / 4) - 1] ?? first;
  assert.ok(last.heapBytes <= late.heapBytes * kLevel, `heap: ${late.heapBytes}, then ${last.heapBytes}`);
});
