/**
 * Firefox ESR in a window on a virtual display, through puppeteer-core and WebDriver BiDi: headless it has no WebGL.
 *
 * Cannot do: `page` and `cdp` are missing.
 */
import puppeteer from 'puppeteer-core';
import { program } from './children.js';
import { within } from './deadline.js';
import { startDisplay } from './display.js';
import { between, keysOf } from './driver.js';

// On about:blank the address field has the focus and keeps it, and pages get no focus events. Any other page takes it.
const kMargins = { top: '15mm', right: '15mm', bottom: '15mm', left: '15mm' };
const kFirstPage = 'data:text/html,<title>Firefox</title>';

/**
 * @param {Required<import('./driver.js').LaunchOptions>} options
 * @returns {Promise<import('./driver.js').RawDriver>}
 */
export async function launch(options) {
  const path = program('/usr/bin/firefox-esr', 'Firefox', 'firefox-esr');
  const display = await startDisplay('Firefox');
  try {
    const browser = await startBrowser(path, display.name, options);
    const [page] = await browser.pages();
    const close = async () => {
      await within(5, 'closing Firefox', browser.close()).catch(() => browser.process()?.kill('SIGKILL'));
      await display.close();
    };
    return { ...stepsOf(page, close), display: display.name };
  } catch (error) {
    await display.close();
    throw error;
  }
}

/**
 * @param {string} executablePath
 * @param {string} display
 * @param {Required<import('./driver.js').LaunchOptions>} options
 */
function startBrowser(executablePath, display, { width, height, deviceRatio, webgl, args, prefs, stepSeconds }) {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: false,
    defaultViewport: null,
    timeout: stepSeconds * 1000,
    protocolTimeout: stepSeconds * 1000,
    env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_ENABLE_WAYLAND: '0' },
    args: [`--width=${width + 40}`, `--height=${height + 200}`, ...args, kFirstPage],
    extraPrefsFirefox: {
      'layout.css.devPixelsPerPx': String(deviceRatio),
      'webgl.force-enabled': webgl,
      'webgl.disabled': !webgl,
      ...prefs,
    },
  });
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<void>} close
 * @returns {import('./driver.js').RawDriver}
 */
function stepsOf(page, close) {
  return {
    engine: 'firefox',
    native: page,
    open: async (url) => void (await page.goto(url, { timeout: 0 })),
    run: (expression) => page.evaluate(expression),
    mouse: {
      move: (x, y) => page.mouse.move(x, y),
      down: () => page.mouse.down(),
      up: () => page.mouse.up(),
      click: (x, y, { count = 1 } = {}) => page.mouse.click(x, y, { count }),
    },
    press: (chord) => press(page.keyboard, chord),
    type: (text) => page.keyboard.type(text),
    wheel: async (x, y, dy) => {
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: dy });
    },
    touchTap: (x, y) => page.touchscreen.tap(x, y),
    touchDrag: async (from, to, { steps = 8 } = {}) => {
      await page.touchscreen.touchStart(from.x, from.y);
      for (const { x, y } of between(from, to, steps)) await page.touchscreen.touchMove(x, y);
      await page.touchscreen.touchEnd();
    },
    screenshot: async (path) => void (await page.screenshot({ path: /** @type {`${string}.png`} */ (path) })),
    pdf: async (path) => void (await page.pdf({ path, format: 'A4', margin: kMargins, printBackground: true })),
    viewport: (width, height) => page.setViewport({ width, height, deviceScaleFactor: 0 }),
    close,
  };
}

/** @param {import('puppeteer-core').Keyboard} keyboard @param {string} chord */
async function press(keyboard, chord) {
  const [modifiers, key] = keysOf(chord);
  for (const modifier of modifiers) await keyboard.down(/** @type {any} */ (modifier));
  await keyboard.press(/** @type {any} */ (key));
  for (const modifier of modifiers.reverse()) await keyboard.up(/** @type {any} */ (modifier));
}
