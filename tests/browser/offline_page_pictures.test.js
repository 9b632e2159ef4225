/** Pictures of articles in browsers without a network: a kiosk's and a visitor's, a stick's, and those that were withdrawn. */
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { engines, launchFor } from './drivers/driver.js';
import { offlineHost, publish } from './offline_host.js';
import { ask, installed, openOffline, register, withPictures } from './offline_page.js';
import { root, sample } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

const kPicture = 'pictures/san-truong.webp';
/** @type {(name: string) => any} */
const articleWith = (name) => sample.items.find((/** @type {any} */ item) => item.content_html?.includes(`"${name}"`));
const kId = articleWith(kPicture).id;
const kWithout = { ...sample, items: sample.items.filter((/** @type {any} */ item) => item.id !== kId) };
/** One more version, so that nobody can go back to the article. */
const kLater = { ...kWithout, items: kWithout.items.slice(1) };

/** @type {import('./offline_host.js').Published} */
let published;
/** Called at the end of all. @type {(() => void)[]} */
const ends = [];
before(async (t) => {
  const feeds = [sample, kWithout, kLater];
  published = await publish({ after: (fn) => void ends.push(fn) }, feeds, join(root, 'data/pictures'));
  copyFileSync(join(published.path, 'một/icon-192.png'), join(published.path, 'một/logo.png'));
});
process.on('exit', () => ends.forEach((end) => end()));

/** Opens the article, and how wide its picture is once it is there or failed. @param {Driver} driver @returns {Promise<number>} */
function widthOf(driver, id = kId) {
  return driver.evaluate(async (/** @type {string} */ wanted) => {
    const reader = /** @type {any} */ (document.querySelector('ban-tin'));
    await reader.openArticle(wanted);
    const picture = () => /** @type {HTMLImageElement | null} */ (reader.shadowRoot.querySelector('img.picture'));
    for (let tries = 0; tries < 100 && !picture()?.naturalWidth; ++tries) {
      picture()?.scrollIntoView();
      await new Promise((later) => setTimeout(later, 50));
    }
    return picture()?.naturalWidth ?? -1;
  }, id);
}

/** Whether the page gets that picture. @param {Driver} driver @param {string} path @returns {Promise<boolean>} */
function loads(driver, path) {
  return driver.evaluate(async (/** @type {string} */ wanted) => {
    const image = new Image();
    image.src = wanted;
    return image.decode().then(
      () => true,
      () => false,
    );
  }, path);
}

/** Paths of what is kept. @param {Driver} driver @returns {Promise<string[]>} */
function keptPictures(driver) {
  return driver.evaluate(async () => {
    const [name] = (await caches.keys()).filter((one) => one.startsWith('bantin-pictures'));
    const keys = name ? await (await caches.open(name)).keys() : [];
    return keys.map(({ url }) => new URL(url).pathname);
  });
}

for (const engine of engines) {
  test(`a kiosk draws pictures without a network, and a withdrawn article's goes, in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine);
    const host = await installed(t, driver, published);
    host.left = 0;
    await openOffline(driver, host);
    assert.ok((await widthOf(driver)) > 0);
    if (process.env.BANTIN_PICTURES)
      await driver.screenshot(join(process.env.BANTIN_PICTURES, `offline-picture-${engine}.png`));
    host.left = Infinity;
    await register(driver);
    assert.ok(await loads(driver, 'logo.png'), 'the page’s own picture');
    assert.ok((await keptPictures(driver)).every((path) => path.startsWith('/data/pictures/')));
    for (const version of [1, 2]) {
      host.news(version);
      assert.equal((await ask(driver, 'update')).serial, version + 1);
    }
    assert.ok(await withPictures(driver));
    const kept = await keptPictures(driver);
    assert.ok(kept.length >= 10 && !kept.includes(`/data/${kPicture}`), String(kept));
    host.left = 0;
    await openOffline(driver, host);
    assert.deepEqual(
      [await loads(driver, `data/${kPicture}`), await loads(driver, 'data/pictures/mot-cua.webp')],
      [false, true],
    );
    assert.ok((await widthOf(driver, articleWith('pictures/mot-cua.webp').id)) > 0);
  });

  test(`a visitor draws the pictures that were shown in ${engine}`, async (t) => {
    const driver = await launchFor(t, engine);
    const host = await offlineHost(t, published);
    await openOffline(driver, host, '?policy=seen');
    assert.ok(await register(driver));
    assert.equal((await ask(driver, 'update')).ok, true);
    await openOffline(driver, host, '?policy=seen');
    assert.ok((await widthOf(driver)) > 0);
    for (let tries = 0; tries < 100 && (await keptPictures(driver)).length === 0; ++tries)
      await new Promise((later) => setTimeout(later, 50));
    const kept = await keptPictures(driver);
    assert.ok(kept.length > 0 && kept.every((path) => path.includes(kPicture)), String(kept));
    host.left = 0;
    await openOffline(driver, host, '?policy=seen');
    assert.ok((await widthOf(driver)) > 0);
  });
}

test('pictures come from a chosen folder, as of a USB stick, with the network gone', async (t) => {
  const driver = await launchFor(t, 'chromium');
  const host = await offlineHost(t, published);
  await openOffline(driver, host);
  assert.ok(await register(driver));
  host.left = 0;
  await driver.page?.setInputFiles('input', published.news[0]);
  await driver.evaluate(async () => {
    const window = /** @type {any} */ (globalThis);
    const files = /** @type {HTMLInputElement} */ (document.querySelector('input')).files;
    return (await window.offline()).update(window.bantinOffline.filesOf(files));
  });
  assert.ok(await withPictures(driver));
  await openOffline(driver, host);
  assert.ok((await widthOf(driver)) > 0);
});
