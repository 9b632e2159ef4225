/** News on a USB stick, as an operator brings them to a kiosk without a network: the folder is chosen in the panel. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from './drivers/children.js';
import { until } from './drivers/deadline.js';
import { launchFor } from './drivers/driver.js';
import { command } from './pack_run.js';
import { serve } from './server.js';
import { clickButton, dist, sample } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

const skip = existsSync(command) ? false : `${command} is missing`;
const kPin = '2468';

/** The command, which has to succeed. @param {string[]} words */
function run(...words) {
  const { status, stdout, stderr } = spawnSync(command, ['--lang=en', ...words], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** A publisher with two keys, and what came of each issue. @param {string} folder */
function publisher(folder) {
  const key = join(folder, 'key');
  run('keygen', '-o', key);
  run('keygen', '-o', `${key}2`);
  return {
    publicKey: readFileSync(`${key}.pub`, 'utf8').trim().split(/\s+/).at(-1),
    /** Packs over what is there. @param {string} bundle @param {string} title of its newest article @param {string} [by] */
    issue(bundle, title, by = key) {
      const [first, ...others] = sample.items.slice(0, 5);
      const feed = join(folder, 'feed.json');
      const items = [{ ...first, title, date_published: '2026-07-01T08:00:00+07:00' }, ...others];
      writeFileSync(feed, JSON.stringify({ ...sample, items }));
      run('pack', feed, '-o', bundle, ...(by ? ['--sign', by] : []));
    },
  };
}

/** @param {Driver} driver */
async function watch(driver) {
  await until(30, 'the list', () =>
    driver.evaluate(() => Boolean(document.querySelector('ban-tin')?.shadowRoot?.querySelector('.item .link'))),
  );
  await driver.evaluate(() => {
    Object.defineProperty(window, 'reader', { get: () => document.querySelector('ban-tin'), configurable: true });
    window.inside = (selector, index = 0) => window.reader.shadowRoot.querySelectorAll(selector)[index];
    window.painted = () => new Promise((done) => setTimeout(done, 50));
  });
}

/** @param {Driver} driver */
async function openPanel(driver) {
  await driver.mouse.move(20, 20);
  await driver.mouse.down();
  await new Promise((later) => setTimeout(later, 5300));
  await driver.mouse.up();
  for (const digit of kPin) await clickButton(driver, digit);
  await clickButton(driver, 'Vào');
  await until(10, 'the panel', () => driver.evaluate(() => Boolean(window.inside('dialog.panel dd'))));
}

/** Chooses a folder; gives what the panel answers. @param {Driver} driver @param {string} folder */
async function bring(driver, folder) {
  const { page } = driver;
  assert.ok(page);
  const chooser = page.waitForEvent('filechooser');
  await clickButton(driver, 'Cập nhật từ USB');
  await (await chooser).setFiles(folder);
  await until(30, 'an answer', () =>
    driver.evaluate(() => !['', 'Đang làm…'].includes(window.inside('.answer').textContent)),
  );
  return driver.evaluate(() => window.inside('.answer').textContent);
}

const newest = () => window.inside('.item .link')?.textContent.replace(/\s+/g, ' ').trim();

test(
  'signed news of a stick are shown; damaged, tampered, older, unsigned and foreign ones are not',
  { skip },
  async (t) => {
    const work = temporaryFolder('stick');
    t.after(async () => work.remove());
    const { publicKey, issue } = publisher(work.path);
    const site = join(work.path, 'site');
    const bundle = join(work.path, 'bundle');
    cpSync(dist, site, { recursive: true });
    rmSync(join(site, 'data'), { recursive: true });
    issue(bundle, 'Bản tin số một');
    cpSync(bundle, join(site, 'data'), { recursive: true });
    writeFileSync(
      join(site, 'kiosk.json'),
      JSON.stringify({ src: 'data/bundle.json', key: publicKey, pin: kPin, idleSeconds: 600 }),
    );
    const host = await serve({ folders: [site] });
    const driver = await launchFor(t, 'chromium', { width: 1080, height: 1200 });
    await driver.open(`${host.url}kiosk.html`);
    await watch(driver);
    await until(20, 'the news are kept', () =>
      driver.evaluate(() => window.reader.log.some(({ event }) => event === 'content')),
    );
    await host.close();

    /** A stick with an issue. @param {string} name @param {string} title @param {string} [by] */
    const stick = (name, title, by) => {
      const folder = join(work.path, name, 'Bản tin tháng 7');
      mkdirSync(folder, { recursive: true });
      cpSync(bundle, folder, { recursive: true });
      if (title) issue(folder, title, by);
      return folder;
    };
    const older = stick('older', '');
    const good = stick('good', 'Bản tin số hai');
    const damaged = stick('damaged', 'Bản tin hỏng');
    const parts = readdirSync(join(damaged, 'parts'), { recursive: true }).map(String);
    for (const part of parts.filter((one) => one.endsWith('.bin'))) {
      const path = join(damaged, 'parts', part);
      if (!existsSync(join(bundle, 'parts', part))) writeFileSync(path, readFileSync(path).subarray(0, -9));
    }
    const tampered = stick('tampered', 'Bản tin số hai');
    const manifest = join(tampered, 'bundle.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"serial":2', '"serial":9'));
    const unsigned = stick('unsigned', 'Bản tin không chữ ký', '');
    const foreign = stick('foreign', 'Bản tin người khác', join(work.path, 'key2'));

    await openPanel(driver);
    assert.match(await bring(driver, damaged), /thiếu tệp hoặc có tệp bị hỏng/);
    assert.match(await bring(driver, tampered), /Chữ ký số của bản cập nhật không đúng/);
    assert.match(await bring(driver, unsigned), /không có chữ ký số/);
    assert.match(await bring(driver, foreign), /Chữ ký số của bản cập nhật không đúng/);
    assert.equal(await driver.evaluate(newest), 'Bản tin số một');
    assert.equal(await bring(driver, good), 'Xong.');
    assert.match(await bring(driver, older), /cũ hơn bản đang hiển thị/);
    await clickButton(driver, 'Đóng');
    await until(
      20,
      'the news of the stick',
      async () => (await driver.evaluate(newest)) === 'Bản tin số hai' || undefined,
    );

    // Without a network all along, and after the power was gone.
    await driver.open(`${host.url}kiosk.html`);
    await watch(driver);
    assert.equal(await driver.evaluate(newest), 'Bản tin số hai');
    await openPanel(driver);
    await clickButton(driver, 'Lùi về bản trước');
    await until(
      20,
      'an answer',
      async () => (await driver.evaluate(() => window.inside('.answer').textContent)) === 'Xong.' || undefined,
    );
    await driver.open(`${host.url}kiosk.html`);
    await watch(driver);
    assert.equal(await driver.evaluate(newest), 'Bản tin số một');
  },
);
