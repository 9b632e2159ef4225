/**
 * Chromium, headless unless a window is asked for, through playwright-core. WebGL runs on SwiftShader.
 *
 * The device ratio is real: the viewport is set by the protocol with a scale factor of 0, which leaves the ratio alone.
 * Playwright's own viewport (also `page.setViewportSize`) puts an emulated ratio in its place, do not use it.
 * Cannot do: nothing of the interface.
 */
import { chromium } from 'playwright-core';
import { program, temporaryFolder } from './children.js';
import { startDisplay } from './display.js';
import { between } from './driver.js';

const kQuiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const kSoftwareGl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const kMargins = { top: '15mm', right: '15mm', bottom: '15mm', left: '15mm' };
const kNoGl = ['--disable-gpu', '--disable-3d-apis'];

/** @typedef {import('playwright-core').CDPSession} CDPSession */

/**
 * Started by the first who asks for it, ended a moment after the last has left it: what follows at once finds it warm,
 * and what is kept (storage, workers, caches) lies in each one's own context.
 * @typedef {{browser: Promise<Running>, users: number, end?: NodeJS.Timeout}} Shared
 * @typedef {{browser: import('playwright-core').Browser, close: () => Promise<void>}} Running
 */
const kGraceMs = 250;
/** By what they were started with. @type {Map<string, Shared>} */
const sharedOnes = new Map();

/**
 * @param {Required<import('./driver.js').LaunchOptions>} options
 * @returns {Promise<import('./driver.js').RawDriver>}
 */
export async function launch(options) {
  const { close, context, display } = options.windowed ? await windowOf(options) : await share(options);
  try {
    return await driverOf(context, options, close, display);
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {Required<import('./driver.js').LaunchOptions>} options */
async function windowOf(options) {
  const display = await startDisplay('Chromium');
  try {
    const { browser, close } = await start(options, display.name);
    const closeBoth = async () => {
      await close();
      await display.close();
    };
    return { context: await browser.newContext({ viewport: null }), close: closeBoth, display: display.name };
  } catch (error) {
    await display.close();
    throw error;
  }
}

/** @param {string} key @param {Required<import('./driver.js').LaunchOptions>} options @returns {Shared} */
function startShared(key, options) {
  const one = { browser: start(options), users: 0 };
  sharedOnes.set(key, one);
  const forget = () => sharedOnes.get(key) === one && sharedOnes.delete(key);
  one.browser.then(({ browser }) => browser.on('disconnected', forget), forget);
  return one;
}

/** @param {Required<import('./driver.js').LaunchOptions>} options */
async function share(options) {
  const key = JSON.stringify([options.webgl, options.deviceRatio, options.args]);
  const one = sharedOnes.get(key) ?? startShared(key, options);
  clearTimeout(one.end);
  ++one.users;
  const leave = () => {
    if (--one.users > 0) return;
    one.end = setTimeout(() => {
      sharedOnes.delete(key);
      one.browser.then(({ close }) => close()).catch(() => {});
    }, kGraceMs);
  };
  try {
    const { browser } = await one.browser;
    const context = await browser.newContext({ viewport: null });
    const close = async () => {
      await context.close().finally(leave);
    };
    return { context, close, display: undefined };
  } catch (error) {
    leave();
    throw error;
  }
}

/**
 * @param {Required<import('./driver.js').LaunchOptions>} options
 * @param {string} [display]  without one: headless
 * @returns {Promise<Running>}
 */
async function start({ width, height, deviceRatio, webgl, args, stepSeconds }, display) {
  const executablePath = program('/usr/bin/chromium', 'Chromium', 'chromium');
  // Chromium leaves folders of its own in TMPDIR when it is killed.
  const scratch = temporaryFolder('chromium');
  const browser = await chromium.launch({
    executablePath,
    headless: !display,
    env: { ...process.env, TMPDIR: scratch.path, ...(display ? { DISPLAY: display } : {}) },
    timeout: stepSeconds * 1000,
    args: [
      ...kQuiet,
      ...(webgl ? kSoftwareGl : kNoGl),
      `--force-device-scale-factor=${deviceRatio}`,
      `--window-size=${width},${height}`,
      ...args,
    ],
  });
  return { browser, close: () => browser.close().finally(() => scratch.remove()) };
}

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {Required<import('./driver.js').LaunchOptions>} options
 * @param {() => Promise<void>} close
 * @param {string} [display]
 * @returns {Promise<import('./driver.js').RawDriver>}
 */
async function driverOf(context, { touch }, close, display) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  if (touch) await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  return {
    engine: 'chromium',
    display,
    page,
    cdp,
    open: async (url) => void (await page.goto(url, { timeout: 0 })),
    run: (expression) => run(cdp, expression),
    mouse: {
      move: (x, y) => page.mouse.move(x, y),
      down: () => page.mouse.down(),
      up: () => page.mouse.up(),
      click: (x, y, { count = 1 } = {}) => page.mouse.click(x, y, { clickCount: count }),
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    wheel: async (x, y, dy) => {
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, dy);
    },
    touchTap: (x, y) => tap(cdp, x, y),
    touchDrag: (from, to, { steps = 8 } = {}) => touchDrag(cdp, from, to, steps),
    screenshot: async (path) => void (await page.screenshot({ path, scale: 'device', timeout: 0 })),
    pdf: async (path) => void (await page.pdf({ path, format: 'A4', margin: kMargins, printBackground: true })),
    viewport: async (newWidth, newHeight) => {
      const size = { width: newWidth, height: newHeight };
      await cdp.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 0, mobile: false });
    },
    close,
  };
}

/**
 * By the protocol itself: Playwright's evaluate calls the page's eval, which a content policy may forbid.
 * @param {CDPSession} cdp
 * @param {string} expression
 */
async function run(cdp, expression) {
  const { result, exceptionDetails: thrown } = await cdp.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return result.value;
}

/**
 * @param {CDPSession} cdp
 * @param {import('./driver.js').Point} from
 * @param {import('./driver.js').Point} to
 * @param {number} steps
 */
async function touchDrag(cdp, from, to, steps) {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (const point of between(from, to, steps)) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** @param {CDPSession} cdp @param {number} x @param {number} y */
async function tap(cdp, x, y) {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
