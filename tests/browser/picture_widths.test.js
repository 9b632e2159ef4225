/** Pictures in several widths: which of their files is asked for, and that it is seen. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PNG } from 'pngjs';
import { temporaryFolder } from './drivers/children.js';
import { until } from './drivers/deadline.js';
import { clickButton, dist, middleOf, openStage, pages, screenshotOf, setStage } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** A colour for each file, so that it can be told on the screen. @type {Record<string, number[]>} */
const kFiles = {
  'cau.480.png': [20, 90, 230, 255],
  'cau.960.png': [20, 160, 60, 255],
  'cau.png': [200, 60, 20, 255],
};
const kWidths = { 'cau.480.png': 480, 'cau.960.png': 960, 'cau.png': 1920 };
const kSet = 'pictures/cau.480.png 480w, pictures/cau.960.png 960w, pictures/cau.png 1920w';

/** @type {import('./server.js').Server} */
let server;
/** @type {{path: string, remove: () => void}} */
let folder;

before(async () => {
  folder = temporaryFolder('widths');
  mkdirSync(join(folder.path, 'feeds/pictures'), { recursive: true });
  for (const [name, width] of Object.entries(kWidths)) {
    const picture = new PNG({ width, height: width / 2 });
    for (let at = 0; at < picture.data.length; at += 4) picture.data.set(kFiles[name], at);
    writeFileSync(join(folder.path, 'feeds/pictures', name), PNG.sync.write(picture));
  }
  feedOf('whole', kSet);
  feedOf('broken', kSet.replace('480.png', 'none.png'));
  server = await setStage({ folders: [dist, pages, folder.path], isolated: false });
});
after(async () => {
  await server.close();
  folder.remove();
});

/** @param {string} name @param {string} srcset */
function feedOf(name, srcset) {
  const image = `<img src="pictures/cau.png" srcset="${srcset}" width="1920" height="960" alt="Cầu treo">`;
  const item = {
    id: 'cau',
    title: 'Thông cầu treo Nậm Lam',
    date_published: '2024-05-28T08:00:00+07:00',
    authors: [{ name: 'Sở Giao thông vận tải tỉnh Hạ Lam' }],
    content_html: `<p>Bà con hai bờ qua lại từ sáng nay.</p><figure>${image}<figcaption>Cầu treo</figcaption></figure>`,
  };
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Hạ Lam', items: [item] };
  writeFileSync(join(folder.path, 'feeds', `${name}.json`), JSON.stringify(feed));
}

/** @param {{after: (fn: () => Promise<void>) => void}} t @param {import('./drivers/driver.js').LaunchOptions} options */
function openFeed(t, options, name = 'whole') {
  server.requests.length = 0;
  return openStage(t, server, 'chromium', { src: `feeds/${name}.json`, article: 'cau' }, options);
}

/** The pictures asked for so far, in order. */
const asked = () => server.requests.flatMap((path) => /\/feeds\/pictures\/(.*)/.exec(path)?.[1] ?? []);

/** Waits until the file is what the canvas shows. @param {Driver} driver @param {string} name */
async function seen(driver, name) {
  await until(15, `${name} on the screen`, async () => {
    const { x, y } = await middleOf(driver, 'article img');
    const { data, width } = await screenshotOf(driver);
    const ratio = await driver.evaluate(() => devicePixelRatio);
    const at = 4 * (Math.round(y * ratio) * width + Math.round(x * ratio));
    return kFiles[name].every((part, i) => Math.abs(part - data[at + i]) <= 6);
  });
}

test('a phone asks for the small picture only, a wide window for a larger one', async (t) => {
  const phone = await openFeed(t, { width: 400, height: 800 });
  await seen(phone, 'cau.480.png');
  assert.deepEqual(asked(), ['cau.480.png']);
  const wide = await openFeed(t, { width: 1400, height: 900 });
  await seen(wide, 'cau.960.png');
  assert.deepEqual(asked(), ['cau.960.png']);
});

test('fine pixels count: the same phone at a ratio of two asks for the larger one', async (t) => {
  const driver = await openFeed(t, { width: 400, height: 800, deviceRatio: 2 });
  await seen(driver, 'cau.960.png');
  assert.deepEqual(asked(), ['cau.960.png']);
});

test('a window made wider gets the larger picture, made narrower again it asks for none', async (t) => {
  const driver = await openFeed(t, { width: 400, height: 800 });
  await seen(driver, 'cau.480.png');
  await driver.viewport(1400, 900);
  await seen(driver, 'cau.960.png');
  await driver.viewport(400, 800);
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  await seen(driver, 'cau.960.png');
  assert.deepEqual(asked(), ['cau.480.png', 'cau.960.png']);
});

test('opened large it is the picture itself', async (t) => {
  const driver = await openFeed(t, { width: 400, height: 800 });
  await seen(driver, 'cau.480.png');
  await clickButton(driver, 'Phóng to ảnh: Cầu treo');
  await until(10, 'the picture itself', async () => asked().includes('cau.png'));
});

test('where a width is missing the picture itself is shown', async (t) => {
  const driver = await openFeed(t, { width: 400, height: 800 }, 'broken');
  await seen(driver, 'cau.png');
  assert.deepEqual(asked(), ['cau.none.png', 'cau.png']);
});
