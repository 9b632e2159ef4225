/** The recipe for a Debian kiosk: its start script shows kiosk.html on a whole screen and survives the browser. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { end, program, start, temporaryFolder } from './drivers/children.js';
import { startDisplay } from './drivers/display.js';
import { dist, pages, setStage } from './stage.js';

const kSize = { width: 1080, height: 1920 };
/** What the tests' machine needs and a kiosk does not. */
const kFlags =
  '--no-sandbox --use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader --disable-quic ' +
  '--disable-background-networking --disable-component-update --remote-debugging-port=0';

/** @param {() => unknown} is @param {string} what */
async function until(is, what) {
  for (let i = 0; i < 200; ++i) {
    if (await is()) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`not in time: ${what}`);
}

test('shows kiosk.html on the whole screen, again when the browser is killed, and ends when it is told to', async (t) => {
  const server = await setStage({ folders: [dist, pages], isolated: false });
  t.after(() => server.close());
  const folder = temporaryFolder('recipe');
  t.after(() => folder.remove());
  const display = await startDisplay('the kiosk’s script', `${kSize.width}x${kSize.height}`);
  t.after(() => display.close());

  const profile = join(folder.path, 'profile');
  const told = join(profile, 'DevToolsActivePort');
  const script = start('/bin/sh', [join(dist, 'kiosk/bantin-kiosk.sh'), `${server.url}kiosk.html`], {
    env: {
      ...process.env,
      DISPLAY: display.name,
      KIOSK_PROFILE: profile,
      KIOSK_BROWSER: program('/usr/bin/chromium', 'The kiosk', 'chromium'),
      KIOSK_FLAGS: kFlags,
      TMPDIR: folder.path,
      XDG_CONFIG_HOME: folder.path,
      XDG_CACHE_HOME: folder.path,
    },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  t.after(() => end(script));
  let hasEnded = false;
  script.once('exit', () => (hasEnded = true));

  const shown = async () => {
    await until(() => existsSync(told) && readFileSync(told, 'utf8').includes('\n'), 'a browser');
    const [port] = readFileSync(told, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = browser.contexts();
    await until(() => context.pages().some((one) => one.url().endsWith('kiosk.html')), 'the page');
    const page = /** @type {import('playwright-core').Page} */ (
      context.pages().find((one) => one.url().endsWith('kiosk.html'))
    );
    await page.locator('ban-tin .item').first().waitFor({ timeout: 30_000 });
    return { browser, page, count: context.pages().length };
  };

  // Without a window manager Chromium leaves a pixel of each side.
  const isWhole = (/** @type {import('playwright-core').Page} */ page) =>
    until(async () => {
      const [width, height] = await page.evaluate(() => [document.body.clientWidth, document.body.clientHeight]);
      return kSize.width - width <= 1 && kSize.height - height <= 1;
    }, 'the whole screen');
  const first = await shown();
  assert.equal(first.count, 1);
  // Browsers whose language is another one offer to translate, over the page, unless it says no.
  assert.equal(await first.page.getAttribute('meta[name=google]', 'content'), 'notranslate');
  await isWhole(first.page);

  // As a crash would: the browser's own process.
  const cdp = await first.browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  rmSync(told);
  process.kill(Number(browser?.id), 'SIGKILL');
  const second = await shown();
  await isWhole(second.page);
  await second.browser.close();

  script.kill('SIGTERM');
  await until(() => hasEnded, 'the end of the script');
});
