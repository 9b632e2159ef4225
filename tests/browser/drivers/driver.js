/**
 * One small interface to three engines, so that one test drives them all:
 *
 *     for (const engine of engines) {
 *       test(`… in ${engine}`, async (t) => {
 *         const driver = await launchFor(t, engine, { width: 1000, height: 700 });
 *         await driver.open(server.url + 'index.html');
 *         assert.equal(await driver.evaluate(() => document.title), 'Bản Tin');
 *       });
 *     }
 *
 * Coordinates are CSS pixels from the viewport's top left corner. Every step fails with an error that names it when it
 * has not ended after `stepSeconds`. What an engine cannot do is said at the head of its file and throws `CannotDo`.
 */
import { within } from './deadline.js';

/**
 * @typedef {object} LaunchOptions
 * @property {number} [width] of the viewport, CSS pixels (1000)
 * @property {number} [height] (700)
 * @property {number} [deviceRatio] the real one, not an emulated one (1); whole numbers only in WebKit
 * @property {boolean} [webgl] false: the browser has no WebGL at all (true)
 * @property {boolean} [touch] Chromium only: the device has a touch screen and says so (false)
 * @property {boolean} [windowed] Chromium only, as the others always are: in a window on a virtual display (false)
 * @property {string[]} [args] more command-line arguments for the browser
 * @property {Record<string, string | number | boolean>} [prefs] Firefox only: more preferences
 * @property {number} [stepSeconds] time limit of each step (30)
 *
 * @typedef {{x: number, y: number}} Point
 *
 * @typedef {object} Mouse
 * @property {(x: number, y: number) => Promise<void>} move
 * @property {() => Promise<void>} down the main button, where the pointer is
 * @property {() => Promise<void>} up
 * @property {(x: number, y: number, options?: {count?: number}) => Promise<void>} click count 2: double, 3: triple
 *
 * @typedef {object} Driver
 * @property {Engine} engine
 * @property {(url: string) => Promise<void>} open ends after the page's load event
 * @property {<A extends any[], R>(fn: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate
 *   `fn` is sent as its source text, so it sees the page and its arguments only; arguments and result travel as JSON;
 *   a promise is awaited
 * @property {Mouse} mouse
 * @property {(from: Point, to: Point, options?: {steps?: number}) => Promise<void>} drag
 * @property {(key: string) => Promise<void>} press a KeyboardEvent.key, with modifiers in front: "Enter", "Control+Shift+a"
 * @property {(text: string) => Promise<void>} type into what has the focus, key by key
 * @property {(x: number, y: number, dy: number) => Promise<void>} wheel turned by dy CSS pixels with the pointer at x, y
 * @property {(x: number, y: number) => Promise<void>} touchTap
 * @property {(from: Point, to: Point, options?: {steps?: number}) => Promise<void>} touchDrag one finger, put down, moved, lifted
 * @property {(path: string) => Promise<void>} screenshot a PNG of the viewport in device pixels
 * @property {(path: string) => Promise<void>} pdf the page as it is printed: A4, margins of 15 mm, backgrounds too
 * @property {(width: number, height: number) => Promise<void>} viewport sets its size, keeps the device ratio
 * @property {string} [display] the X display its window is on, for drivers/keyboard.js
 * @property {() => Promise<void>} close ends the browser and all that came with it; a second time does nothing
 * @property {import('playwright-core').Page} [page] Chromium only
 * @property {import('playwright-core').CDPSession} [cdp] Chromium only
 * @property {any} [native] Firefox: puppeteer's page, WebKit: selenium's driver
 *
 * @typedef {'chromium' | 'firefox' | 'webkit'} Engine
 *
 * What an engine's file gives: the same without the parts that are alike in all.
 * @typedef {Omit<Driver, 'evaluate' | 'drag' | 'mouse'> & {
 *   mouse: Pick<Mouse, 'move' | 'down' | 'up' | 'click'>,
 *   run: (expression: string) => Promise<unknown>
 * }} RawDriver
 */

/** @type {readonly Engine[]} */
export const engines = ['chromium', 'firefox', 'webkit'];

/** All of them in long runs, else Chromium: for journeys whose steps are tested in each engine elsewhere. */
export const enginesOfJourneys = process.env.BANTIN_LONG ? engines : engines.slice(0, 1);

/** Thrown for a step that an engine's driver does not offer. */
export class CannotDo extends Error {}

/**
 * @param {Engine} engine
 * @param {LaunchOptions} [options]
 * @returns {Promise<Driver>}
 */
export async function launch(engine, options = {}) {
  const full = {
    width: 1000,
    height: 700,
    deviceRatio: 1,
    webgl: true,
    touch: false,
    windowed: false,
    args: [],
    prefs: {},
    stepSeconds: 30,
    ...options,
  };
  const module = await import(`./${engine}.js`);
  const raw = /** @type {RawDriver} */ (await module.launch(full));
  const driver = finished(raw, full.stepSeconds);
  try {
    await driver.viewport(full.width, full.height);
    return driver;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/**
 * The same, closed when the test ends however it ends.
 * @param {{after: (fn: () => Promise<void>) => void}} test
 * @param {Engine} engine
 * @param {LaunchOptions} [options]
 */
export async function launchFor(test, engine, options) {
  const driver = await launch(engine, options);
  test.after(() => driver.close());
  return driver;
}

/**
 * @param {RawDriver} raw
 * @param {number} seconds
 * @returns {Driver}
 */
function finished(raw, seconds) {
  const { run, mouse, ...others } = raw;
  /** @param {string} what @param {Promise<any>} promise */
  const limited = (what, promise) => within(seconds, `${raw.engine}: ${what}`, promise);
  const timed = limitedSteps(others, limited);
  const timedMouse = limitedSteps(mouse, limited);
  /** @type {Promise<void> | undefined} */
  let closing;
  return {
    ...timed,
    mouse: timedMouse,
    drag: (from, to, { steps = 8 } = {}) => drag(timedMouse, from, to, steps),
    evaluate: async (fn, ...args) => {
      const json = await limited(`evaluate ${String(fn).slice(0, 80)}`, run(expressionOf(fn, args)));
      return typeof json === 'string' ? JSON.parse(json) : undefined;
    },
    close: () => (closing ??= timed.close()),
  };
}

/**
 * The same object with a time limit on each function in it.
 * @template {object} T
 * @param {T} steps
 * @param {(what: string, promise: Promise<any>) => Promise<any>} limited
 * @returns {T}
 */
function limitedSteps(steps, limited) {
  const entries = Object.entries(steps).map(([name, step]) => [
    name,
    typeof step === 'function'
      ? (/** @type {any[]} */ ...args) => limited(`${name} ${JSON.stringify(args)}`, step(...args))
      : step,
  ]);
  return Object.fromEntries(entries);
}

/**
 * A JavaScript expression that calls `fn` and gives a promise of its result as JSON text.
 * @param {(...args: any[]) => unknown} fn
 * @param {unknown[]} args
 */
function expressionOf(fn, args) {
  return `(async () => JSON.stringify(await (${fn})(...${JSON.stringify(args)})))()`;
}

/**
 * @param {Mouse} mouse
 * @param {Point} from
 * @param {Point} to
 * @param {number} steps
 */
async function drag(mouse, from, to, steps) {
  await mouse.move(from.x, from.y);
  await mouse.down();
  for (const { x, y } of between(from, to, steps)) await mouse.move(x, y);
  await mouse.up();
}

/**
 * The points a straight drag passes after its first one, `to` the last.
 * @param {Point} from
 * @param {Point} to
 * @param {number} steps
 * @returns {Point[]}
 */
export function between(from, to, steps) {
  return Array.from({ length: steps }, (_, step) => {
    const part = (step + 1) / steps;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  });
}

/**
 * "Control+Shift+a" → [["Control", "Shift"], "a"]; the plus key itself is "+" or "Control++".
 * @param {string} chord
 * @returns {[string[], string]}
 */
export function keysOf(chord) {
  const parts = chord.split(/\+(?=.)/);
  return [parts.slice(0, -1), parts[parts.length - 1]];
}
