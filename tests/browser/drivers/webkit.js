/**
 * WebKitGTK's MiniBrowser in a window on a virtual display, through selenium-webdriver and WebKitWebDriver.
 *
 * Cannot do: `pdf`, `touchTap`, `touchDrag`, device ratios that are no whole number; `page` and `cdp` are missing.
 */
/// <reference path="./selenium-webdriver.d.ts" />
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import webdriver from 'selenium-webdriver';
import { end, freePort, program, start, temporaryFolder } from './children.js';
import { until, within } from './deadline.js';
import { startDisplay } from './display.js';
import { CannotDo, keysOf } from './driver.js';

const { Builder, Key, Origin } = webdriver;
const kPackage = 'webkit2gtk-driver';
const kMiniBrowsers = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];

/**
 * @param {Required<import('./driver.js').LaunchOptions>} options
 * @returns {Promise<import('./driver.js').RawDriver>}
 */
export async function launch(options) {
  if (!Number.isInteger(options.deviceRatio)) throw new CannotDo('WebKit: the device ratio must be a whole number.');
  const programs = { driver: program('WebKitWebDriver', 'WebKit', kPackage), browser: miniBrowser() };
  const display = await startDisplay('WebKit');
  const home = temporaryFolder('webkit');
  const port = await freePort();
  const server = start(programs.driver, [`--port=${port}`], { env: environment(display.name, home.path, options) });
  const stop = async () => {
    await end(server);
    await display.close();
    home.remove();
  };
  try {
    const browser = await within(options.stepSeconds, 'starting MiniBrowser', connect(port, programs.browser, options));
    const steps = stepsOf(browser, async () => {
      await within(5, 'closing MiniBrowser', browser.quit()).catch(() => {});
      await stop();
    });
    return { ...steps, display: display.name };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The path of MiniBrowser, which lies beside the library and not on PATH. */
function miniBrowser() {
  for (const path of kMiniBrowsers) {
    try {
      return program(path, 'WebKit', kPackage);
    } catch {
      // Perhaps the next architecture.
    }
  }
  return program(kMiniBrowsers[0], 'WebKit', kPackage);
}

/**
 * @param {string} display
 * @param {string} home
 * @param {Required<import('./driver.js').LaunchOptions>} options
 */
function environment(display, home, { deviceRatio }) {
  return {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    GDK_SCALE: String(deviceRatio),
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
  };
}

/**
 * @param {number} port
 * @param {string} binary
 * @param {Required<import('./driver.js').LaunchOptions>} options
 */
async function connect(port, binary, { width, height, webgl, args }) {
  const address = `http://127.0.0.1:${port}`;
  await until(10, 'starting WebKitWebDriver', () =>
    fetch(`${address}/status`).then(
      () => true,
      () => false,
    ),
  );
  const browserArgs = ['--automation', `--geometry=${width}x${height + 60}`, ...(webgl ? [] : kNoWebgl), ...args];
  return new Builder()
    .usingServer(address)
    .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: browserArgs } })
    .build();
}

const kNoWebgl = ['--enable-webgl=false'];

/**
 * @param {import('selenium-webdriver').WebDriver} browser
 * @param {() => Promise<void>} close
 * @returns {import('./driver.js').RawDriver}
 */
function stepsOf(browser, close) {
  /** @param {number} x @param {number} y */
  const moved = (x, y) =>
    browser.actions().move({ x: Math.round(x), y: Math.round(y), duration: 0, origin: Origin.VIEWPORT });
  return {
    engine: 'webkit',
    native: browser,
    open: (url) => browser.get(url),
    run: (expression) => browser.executeScript(`return ${expression}`),
    mouse: {
      move: (x, y) => moved(x, y).perform(),
      down: () => browser.actions().press().perform(),
      up: () => browser.actions().release().perform(),
      click: (x, y, { count = 1 } = {}) => {
        const actions = moved(x, y);
        for (let time = 0; time < count; ++time) actions.press().release();
        return actions.perform();
      },
    },
    press: (chord) => press(browser, chord),
    type: (text) => browser.actions().sendKeys(text).perform(),
    wheel: (x, y, dy) => browser.actions().scroll(Math.round(x), Math.round(y), 0, dy, Origin.VIEWPORT, 0).perform(),
    touchTap: noTouch,
    touchDrag: noTouch,
    screenshot: async (path) => writeFile(path, await browser.takeScreenshot(), 'base64'),
    pdf: noPaper,
    viewport: async (width, height) => {
      await resize(browser, width, height);
      // Without a picture taken now, a page opened in the resized window may stay black in every later one.
      await browser.takeScreenshot();
    },
    close,
  };
}

/** @param {import('selenium-webdriver').WebDriver} browser @param {string} chord */
function press(browser, chord) {
  const [modifiers, name] = keysOf(chord);
  const held = modifiers.map(keyCode);
  const actions = browser.actions();
  for (const key of held) actions.keyDown(key);
  actions.keyDown(keyCode(name)).keyUp(keyCode(name));
  for (const key of held.reverse()) actions.keyUp(key);
  return actions.perform();
}

/** "ArrowDown" → WebDriver's code point for it; a character is itself. @param {string} name */
function keyCode(name) {
  const constant = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return [...name].length === 1 ? name : Key[constant];
}

/**
 * Asks for a window that leaves the viewport the wanted size, and waits until it has.
 * @param {import('selenium-webdriver').WebDriver} browser
 * @param {number} width
 * @param {number} height
 */
async function resize(browser, width, height) {
  const inner = async () =>
    /** @type {[number, number]} */ (await browser.executeScript('return [innerWidth, innerHeight]'));
  const window = browser.manage().window();
  for (let attempt = 0; attempt < 40; ++attempt) {
    const [innerWidth, innerHeight] = await inner();
    if (innerWidth === width && innerHeight === height) return;
    const rect = await window.getRect();
    await window.setRect({ width: rect.width + width - innerWidth, height: rect.height + height - innerHeight });
    await pause(50);
  }
  throw new Error(`WebKit: the viewport is ${await inner()}, not ${width},${height}.`);
}

async function noPaper() {
  throw new CannotDo('WebKit: WebKitWebDriver has no command that prints.');
}

async function noTouch() {
  throw new CannotDo('WebKit: WebKitWebDriver sends no touches.');
}
