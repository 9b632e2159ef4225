/** Pictures of articles without a network: which are ours, how they are kept, make room and go. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ContentStore } from '../../web/offline/content_store.js';
import { picturesOf } from '../../web/offline/picture_names.js';
import { makeBundle } from './bundle_maker.js';
import { got, kBase, makeWorld, shown } from './offline_world.js';
import { sample } from './stage.js';

/** @typedef {ReturnType<typeof makeWorld>} World */
/** @typedef {Map<string, Uint8Array>} Files */

const kMade = { title: sample.title, departments: sample._bantin.departments };
const kCount = 70;
/** Three blocks; number 0 is the newest. @type {any[]} */
const kItems = Array.from({ length: kCount }, (_, i) => ({
  ...sample.items[i % sample.items.length],
  id: `tin-${i}`,
  date_published: new Date(Date.parse('2026-06-01T08:00:00+07:00') - i * 86_400_000).toISOString(),
  content_html:
    `<p>Đê đã vá xong.</p><figure><img src="pictures/${i}.webp" ` +
    `srcset="pictures/${i}.webp.480.webp 480w, pictures/${i}.webp 1200w" alt="Đê"></figure>`,
}));
const kWithdrawn = 5;
const kOld = makeBundle({ ...kMade, items: kItems, serial: 7 });
const kNewItems = kItems.map((item, i) => (i === kWithdrawn ? null : item));
const kNew = makeBundle({ ...kMade, items: kNewItems, serial: 8 });
const kNewer = makeBundle({ ...kMade, items: kNewItems.map((item, i) => (i === 9 ? null : item)), serial: 9 });
const kBundles = [kOld, kNew, kNewer];
const kPictureBytes = 1000;
const kStride = process.env.BANTIN_LONG ? 1 : 7;
const never = new AbortController().signal;
/** @type {{policy: 'all', signal: AbortSignal}} */
const kAll = { policy: 'all', signal: never };
/** @type {{policy: 'seen', signal: AbortSignal}} */
const kSeen = { policy: 'seen', signal: never };

/** @param {number} i */
const picture = (i) => new URL(`pictures/${i}.webp`, kBase).href;
/** @param {number} i */
const small = (i) => `${picture(i)}.480.webp`;
/** A host of pictures, each of other bytes. */
const kPictures = new Map(
  kItems.flatMap((_, i) =>
    [`${i}.webp`, `${i}.webp.480.webp`].map(
      (name) => /** @type {[string, Uint8Array]} */ ([`pictures/${name}`, new Uint8Array(kPictureBytes).fill(i)]),
    ),
  ),
);

/** @param {Files} [files] */
function worldOf(files = kOld) {
  const world = makeWorld();
  publish(world, files);
  return world;
}

/** @param {World} world @param {Files} files */
const publish = (world, files) => world.host.set('data/', new Map([...files, ...kPictures]));

/** By a worker that has just been started. @param {World} world @param {{key?: string}} [settings] */
const storeIn = (world, settings = {}) => new ContentStore(world, async () => settings);

/** @param {import('../../web/offline/content_store.js').ContentStore} content @param {Map<string, Blob> | null} [folder] */
async function filled(content, folder = null) {
  while (await content.pictureStore.fill(folder, never));
}

/** A kiosk with everything. @param {World} [world] */
async function kiosk(world = worldOf()) {
  const content = storeIn(world);
  assert.equal((await content.update(null, kAll)).complete, true);
  await filled(content);
  return { world, content };
}

/** Numbers of the pictures that are kept. @param {World} world */
function keptIn(world) {
  const urls = [...(world.caches.stores.get(`bantin-pictures ${world.scope}`)?.keys() ?? [])];
  return urls.map((url) => Number(/(\d+)\.webp/.exec(url)?.[1])).sort((a, b) => a - b);
}

/** @param {World} world @param {string} url */
async function drawn(world, url) {
  return got(storeIn(world).pictureStore.answers, url).catch(() => null);
}

/** Reads the part of articles with that number, as whoever opens it does. @param {ContentStore} content @param {number} i */
async function read(content, i, files = kOld) {
  const { articles } = JSON.parse(String(files.get('bundle.json')));
  await got(content, addressOf(articles.pages[0]));
  const page = gunzipSync(/** @type {Uint8Array} */ (files.get(addressOf(articles.pages[0]).slice(kBase.length - 11))));
  const hash = page
    .subarray(1)
    .toString('hex')
    .slice(64 * Math.floor(i / 32), 64 * (Math.floor(i / 32) + 1));
  assert.ok(await got(content, addressOf(hash)));
}

/** @param {string} hash */
const addressOf = (hash) => new URL(`parts/${hash.slice(0, 2)}/${hash.slice(0, 24)}.bin`, kBase).href;
const numbers = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => i);

test('pictures are found in the HTML of articles by their own address and their widths', () => {
  const found = (/** @type {string} */ html) => picturesOf(html, kBase).map(({ addresses }) => addresses);
  const at = (/** @type {string} */ path) => new URL(path, kBase).href;
  assert.deepEqual(found('<img src="a.webp" srcset="a.480.webp 480w, a,b.webp 960w, a.webp 1200w">'), [
    [at('a.webp'), at('a.480.webp'), at('a,b.webp')],
  ]);
  assert.deepEqual(found("<IMG\nalt='>' data-src='x.png?a=1&amp;b=2'/><img src=b.gif>"), [
    [at('x.png?a=1&b=2')],
    [at('b.gif')],
  ]);
  assert.deepEqual(found('<img src="&#x68;ttps://anh.example/c&#46;jpg#giua">'), [['https://anh.example/c.jpg']]);
  assert.deepEqual(found('<img src=""><img alt="x"><img src="data:image/png;base64,AAAA"><image src="d.png">'), []);
  assert.deepEqual(found('<img src="javascript:1"><img src="ftp://x/y.png"><img src="e.png'), []);
  const hashes = { 'a&b.png': 'f00d', 'https://anh.example/c.jpg': 7 };
  assert.deepEqual(
    picturesOf('<img src="a&amp;b.png"><img src="https://anh.example/c.jpg"><img src="d.png">', kBase, hashes).map(
      ({ hash }) => hash,
    ),
    ['f00d', '7', ''],
  );
  const started = performance.now();
  for (const html of ['<img a="', '<img a=', "<img '", '<img "\'']) found(html.repeat(50_000));
  found(`<img${' '.repeat(200_000)}a${' '.repeat(200_000)}<img ${'/ a='.repeat(100_000)}`);
  assert.ok(performance.now() - started < 2000, 'not slower by the square');
});

test('a kiosk shows its news before it asks for a picture, then keeps all, and draws them without a network', async () => {
  const world = worldOf();
  const content = storeIn(world);
  assert.equal((await content.update(null, kAll)).outcome, 'new');
  assert.ok(!world.host.requests.some((path) => path.includes('pictures/')));
  const { bytes } = await content.status();
  await filled(content);
  assert.deepEqual(keptIn(world), numbers(kCount));
  const asked = world.host.requests.filter((path) => path.includes('pictures/'));
  assert.deepEqual(
    asked.slice(0, 3),
    [0, 1, 2].map((i) => `data/pictures/${i}.webp`),
    'newest first',
  );
  assert.equal((await content.status()).bytes, bytes + kCount * kPictureBytes);
  world.host.isOff = true;
  for (const i of [0, 40, 69]) assert.deepEqual(await drawn(world, picture(i)), Buffer.alloc(kPictureBytes, i));
});

test('nothing is asked for again while the version is the same', async () => {
  const { world, content } = await kiosk();
  world.host.requests.length = 0;
  await content.update(null, kAll);
  await filled(storeIn(world));
  assert.deepEqual(world.host.requests, ['data/bundle.json']);
  publish(world, kNew);
  await content.update(null, kAll);
  world.host.requests.length = 0;
  await filled(content);
  assert.deepEqual(world.host.requests, [], 'those of the version before are here');
});

test('one width does for another that is not kept', async () => {
  const { world, content } = await kiosk();
  await read(content, 3);
  world.host.requests.length = 0;
  assert.ok(await got(content.pictureStore.answers, small(3)));
  assert.deepEqual(world.host.requests, []);
  const visitor = worldOf();
  const seen = storeIn(visitor);
  await read(seen, 3);
  assert.ok(await got(seen.pictureStore.answers, small(3)));
  visitor.host.isOff = true;
  assert.ok(await got(seen.pictureStore.answers, picture(3)), 'a smaller one is better than none');
});

test('a visitor keeps the pictures that were shown, also by a worker that was started after the article was opened', async () => {
  const world = worldOf();
  const content = storeIn(world);
  await content.update(null, kSeen);
  await filled(content);
  assert.deepEqual(keptIn(world), [], 'nothing in the background');
  await read(content, 1);
  await new Promise((later) => setTimeout(later, 20));
  assert.ok(await drawn(world, picture(1)));
  assert.deepEqual(keptIn(world), [1]);
  world.host.isOff = true;
  assert.ok(await drawn(world, picture(1)));
  assert.equal(await drawn(world, picture(2)), null);
});

test('other pictures of the site are none of ours', async () => {
  const { world, content } = await kiosk();
  const { answers } = content.pictureStore;
  const logo = `${world.scope}logo.png`;
  assert.equal(answers.mayAnswer('https://anh.example/logo.png'), false, 'never those of another site');
  assert.equal(await answers.answer(new Request(logo), () => assert.fail()), null);
  assert.equal(answers.mayAnswer(logo), false);
  assert.equal(answers.mayAnswer(`${picture(0)}#giua`), true);
  await answers.copy(logo);
  assert.ok(!world.host.requests.includes('logo.png'));
});

test('a picture is ours as soon as the part that names it was answered', async () => {
  const world = worldOf();
  const content = storeIn(world);
  await read(content, 0);
  const { answers } = content.pictureStore;
  assert.equal(answers.mayAnswer(picture(40)), false);
  const [, bytes] =
    [...kOld].find(([, part]) => part[0] === 0x1f && gunzipSync(part).includes('pictures/40.webp')) ?? [];
  const heard = answers.known.heard(new Uint8Array(bytes ?? []));
  assert.equal(answers.mayAnswer(picture(40)), true);
  assert.ok(await got(answers, picture(40)));
  await heard;
  assert.equal(answers.mayAnswer(picture(0)), true);
  assert.equal(answers.mayAnswer(picture(99)), false);
});

test('another site’s picture stays the browser’s, and a copy is kept where that site lets us read it', async () => {
  const [open, closed] = ['https://anh.example/mo.webp', 'https://kin.example/dong.webp'];
  const items = [{ ...kItems[0], content_html: `<img src="${open}"><img src="${closed}">` }];
  const files = makeBundle({ ...kMade, items, serial: 7 });
  const world = worldOf(files);
  world.host.files.set(open, new Uint8Array(9));
  world.host.faults.set(closed, () => Promise.reject(new TypeError('no CORS')));
  const content = storeIn(world);
  const { answers } = content.pictureStore;
  await read(content, 0, files);
  for (const address of [open, closed]) {
    assert.equal(answers.mayAnswer(address), false);
    await answers.copy(address);
  }
  assert.deepEqual([answers.mayAnswer(open), answers.mayAnswer(closed)], [true, false]);
  world.host.isOff = true;
  assert.equal((await got(answers, open))?.length, 9);
});

test('pictures of a withdrawn article go with the last version that names it, a kiosk’s and a visitor’s', async () => {
  const { world, content } = await kiosk();
  publish(world, kNew);
  await content.update(null, kAll);
  assert.ok(keptIn(world).includes(kWithdrawn), 'one can still go back');
  publish(world, kNewer);
  await content.update(null, kAll);
  await filled(content);
  assert.deepEqual(
    keptIn(world),
    numbers(kCount).filter((i) => i !== kWithdrawn),
  );
  world.host.isOff = true;
  assert.equal(await drawn(world, picture(kWithdrawn)), null);
  const visitor = worldOf();
  const seen = storeIn(visitor);
  for (const files of kBundles) {
    publish(visitor, files);
    await seen.update(null, kSeen);
    await read(seen, 0, files);
    if (files === kOld) for (const i of [4, kWithdrawn]) assert.ok(await got(seen.pictureStore.answers, picture(i)));
  }
  assert.deepEqual(keptIn(visitor), [4]);
});

test('a kiosk keeps the newest within its budget, and those of older ones make room', async () => {
  const world = worldOf();
  // A quarter is the pictures', of that nine tenths are filled.
  world.quota = 4 * 20 * kPictureBytes;
  world.estimate = async function () {
    return { usage: 0, quota: this.quota };
  };
  const { content } = await kiosk(world);
  const count = keptIn(world).length;
  assert.ok(count >= 18 && count <= 20, String(count));
  assert.deepEqual(keptIn(world), numbers(count));
  await read(content, 60);
  for (const i of [60, 61, 62]) assert.ok(await got(content.pictureStore.answers, picture(i)));
  assert.deepEqual(keptIn(world).slice(0, count), numbers(count), 'what is read there makes nothing go');
  const coming = { ...kItems[0], id: 'moi', date_published: '2026-06-10T08:00:00+07:00' };
  const items = [...kItems, ...numbers(6).map((i) => ({ ...coming, id: `moi-${i}`, content_html: fresh(i) }))];
  publish(world, makeBundle({ ...kMade, items, serial: 10 }));
  for (const i of numbers(6)) world.host.files.set(`data/pictures/1${i}00.webp`, new Uint8Array(kPictureBytes));
  await content.update(null, kAll);
  await filled(content);
  const after = keptIn(world);
  assert.ok(after.length <= 20, String(after));
  assert.deepEqual(
    after.filter((i) => i >= 1000),
    numbers(6).map((i) => 1000 + 100 * i),
  );
  world.host.requests.length = 0;
  await filled(storeIn(world));
  assert.deepEqual(world.host.requests, []);
});

/** @param {number} i */
const fresh = (i) => `<img src="pictures/1${i}00.webp">`;

test('of a visitor’s pictures those read longest ago go first', async () => {
  const world = worldOf();
  const content = storeIn(world);
  await content.update(null, kSeen);
  await read(content, 0);
  const { answers } = content.pictureStore;
  for (const i of numbers(10)) assert.ok(await got(answers, picture(i)));
  assert.ok(await got(answers, picture(0)));
  world.quota = 10 * 10 * kPictureBytes;
  assert.ok(await got(answers, picture(10)));
  const kept = keptIn(world);
  assert.ok(kept.includes(0) && kept.includes(10) && !kept.includes(1), String(kept));
  assert.ok(kept.length <= 10);
});

test('no picture stands in the way of news: where room is short, pictures go', async () => {
  const { world, content } = await kiosk();
  const changed = kItems.map((item) => ({ ...item, title: `${item.title} (đính chính)` }));
  const large = makeBundle({ ...kMade, items: changed, serial: 10 });
  publish(world, large);
  world.caches.room = world.caches.used + 1000;
  const outcome = await content.update(null, kAll);
  assert.deepEqual([outcome.outcome, outcome.complete], ['new', true], outcome.detail);
  assert.deepEqual(keptIn(world), []);
  assert.ok((await content.status()).previous, 'the version before had no need to go');
  world.host.isOff = true;
  assert.equal(await shown(content, [large]), 0);
  world.host.isOff = false;
  world.caches.room = Infinity;
  await filled(content);
  assert.deepEqual(keptIn(world), numbers(kCount));
});

test('what is no picture, too large or not there is not kept, and what failed is asked for after the next update', async () => {
  const world = worldOf();
  const { faults } = world.host;
  const login = () => new Response('<title>Đăng nhập</title>', { headers: { 'content-type': 'text/html' } });
  faults.set('data/pictures/1.webp', login);
  faults.set('data/pictures/2.webp', () => new Response('', { status: 404 }));
  faults.set('data/pictures/3.webp', () => new Response('', { status: 503 }));
  faults.set('data/pictures/4.webp', () => new Promise(() => {}));
  faults.set('data/pictures/6.webp', () => new Response(new Uint8Array(60_000)));
  world.quota = 2e6;
  world.silence = 50;
  const { content } = await kiosk(world);
  const missing = [1, 2, 3, 4, 6];
  assert.deepEqual(
    keptIn(world),
    numbers(kCount).filter((i) => !missing.includes(i)),
  );
  faults.clear();
  await filled(content);
  assert.ok([1, 2, 3, 4, 6].every((i) => keptIn(world).includes(i)));
});

test('a network that is gone is not asked for every picture', async () => {
  const world = worldOf();
  const content = storeIn(world);
  await content.update(null, kAll);
  world.host.isOff = true;
  world.host.requests.length = 0;
  await filled(content);
  assert.equal(world.host.requests.length, 3);
  world.host.isOff = false;
  await filled(content);
  assert.deepEqual(keptIn(world), numbers(kCount));
});

test('filling goes on in slices, each from where the one before was cut', async () => {
  const world = worldOf();
  const content = storeIn(world);
  await content.update(null, kAll);
  world.host.requests.length = 0;
  let slices = 0;
  for (let isCut = true; isCut; ++slices) {
    const stop = new AbortController();
    const until = world.host.requests.length + 20;
    world.caches.onStep = () => world.host.requests.length >= until && stop.abort();
    isCut = await content.pictureStore.fill(null, stop.signal);
  }
  assert.ok(slices >= 3, String(slices));
  assert.equal(world.host.requests.length, kCount, 'each once');
});

test('from a folder come the pictures that lie in it, without a network', async () => {
  const world = worldOf(new Map());
  world.host.isOff = true;
  const paths = [...kOld, ...kPictures].filter(([path]) => path !== 'pictures/7.webp');
  const folder = new Map(paths.map(([path, bytes]) => [path, new Blob([new Uint8Array(bytes)])]));
  const content = storeIn(world);
  assert.equal((await content.update(folder, kAll)).outcome, 'new');
  await filled(content, folder);
  assert.deepEqual(
    keptIn(world),
    numbers(kCount).filter((i) => i !== 7),
  );
  world.host.isOff = false;
  world.host.set('data/', kPictures);
  await filled(content);
  assert.deepEqual(keptIn(world), numbers(kCount), 'and the others from the network later');
});

/** A bundle of one article with one picture whose hash is told. @param {number} serial @param {Uint8Array} bytes */
function pictured(serial, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const item = { ...kItems[0], _bantin: { ...kItems[0]._bantin, pictures: { 'pictures/0.webp': hash } } };
  return makeBundle({ ...kMade, items: [item, kItems[1]], serial });
}
const kFirst = new Uint8Array(900).fill(1);
const kSecond = new Uint8Array(900).fill(2);

test('a picture that is replaced under its name is fetched again by a kiosk, and drawn until then', async () => {
  const world = worldOf();
  world.host.set('data/', new Map([...pictured(7, kFirst), ['pictures/0.webp', kFirst]]));
  const content = storeIn(world);
  await content.update(null, kAll);
  await filled(content);
  assert.deepEqual(await drawn(world, picture(0)), Buffer.from(kFirst));
  world.host.set('data/', new Map([...pictured(8, kSecond), ['pictures/0.webp', kFirst]]));
  await content.update(null, kAll);
  await filled(content);
  world.host.isOff = true;
  assert.deepEqual(await drawn(world, picture(0)), Buffer.from(kFirst), 'the host still had the one before');
  world.host.isOff = false;
  world.host.set('data/', new Map([...pictured(8, kSecond), ['pictures/0.webp', kSecond]]));
  await filled(storeIn(world));
  world.host.isOff = true;
  assert.deepEqual(await drawn(world, picture(0)), Buffer.from(kSecond));
});

test('a visitor who has the one before gets the new one', async () => {
  const world = worldOf();
  const [before, after] = [pictured(7, kFirst), pictured(8, kSecond)];
  world.host.set('data/', new Map([...before, ['pictures/0.webp', kFirst]]));
  const content = storeIn(world);
  await content.update(null, kSeen);
  await read(content, 0, before);
  assert.deepEqual(await got(content.pictureStore.answers, picture(0)), Buffer.from(kFirst));
  world.host.set('data/', new Map([...after, ['pictures/0.webp', kSecond]]));
  await content.update(null, kSeen);
  await read(content, 0, after);
  assert.deepEqual(await got(content.pictureStore.answers, picture(0)), Buffer.from(kSecond));
});

test('where news must be signed, pictures of a folder are those that the news name by their hashes', async () => {
  const world = worldOf(new Map());
  const bundle = pictured(7, kFirst);
  const folder = (/** @type {Uint8Array} */ bytes) =>
    new Map(
      [...bundle, ['pictures/0.webp', bytes], ['pictures/1.webp', kSecond]].map(([path, one]) => [
        String(path),
        new Blob([new Uint8Array(/** @type {Uint8Array} */ (one))]),
      ]),
    );
  await storeIn(world).update(folder(kFirst), kAll);
  const signed = storeIn(world, { key: 'A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=' });
  await filled(signed, folder(kSecond));
  assert.deepEqual(keptIn(world), [], 'another one, and one without a hash');
  await filled(signed, folder(kFirst));
  assert.deepEqual(keptIn(world), [0]);
  await filled(storeIn(world), folder(kFirst));
  assert.deepEqual(keptIn(world), [0, 1], 'where nothing must be signed');
});

test('a worker ended at any step of filling, and storage wiped at any, leave whole news and whole pictures', async () => {
  const probe = worldOf();
  const before = storeIn(probe);
  await before.update(null, kAll);
  const first = probe.caches.steps;
  await filled(before);
  for (let step = 1; step <= probe.caches.steps - first; step += 3 * kStride) {
    const world = worldOf();
    const content = storeIn(world);
    await content.update(null, kAll);
    world.caches.dieAt = world.caches.steps + step;
    await filled(content);
    world.caches.dieAt = Infinity;
    world.host.isOff = true;
    assert.equal(await shown(storeIn(world), kBundles), 0, `step ${step}`);
    for (const i of keptIn(world)) assert.deepEqual(await drawn(world, picture(i)), Buffer.alloc(kPictureBytes, i));
    world.host.isOff = false;
    await filled(storeIn(world));
    assert.deepEqual(keptIn(world), numbers(kCount), `step ${step}`);
    const at = world.caches.steps + step;
    world.caches.onStep = (now) => now === at && world.caches.wipe();
    publish(world, kNew);
    const next = storeIn(world);
    await next.update(null, kAll);
    await filled(next);
    world.caches.onStep = () => {};
    assert.equal((await next.update(null, kAll)).ok, true);
    await filled(next);
    world.host.isOff = true;
    assert.equal(await shown(storeIn(world), kBundles), 1, `wiped at ${step}`);
  }
});

test('a worker ended at any step of an update loses no picture that is named, and keeps none that is not', async () => {
  const { world: probe, content: kept } = await kiosk();
  for (const files of [kNew, kNewer]) {
    publish(probe, files);
    probe.caches.steps = 0;
    await kept.update(null, kAll);
  }
  for (let step = 1; step <= probe.caches.steps; step += kStride) {
    const { world, content } = await kiosk();
    publish(world, kNew);
    await content.update(null, kAll);
    publish(world, kNewer);
    world.caches.dieAt = world.caches.steps + step;
    await content.update(null, kAll).catch(() => {});
    world.caches.dieAt = Infinity;
    const next = storeIn(world);
    assert.equal((await next.update(null, kAll)).ok, true);
    await filled(next);
    const named = numbers(kCount).filter((i) => i !== kWithdrawn);
    assert.deepEqual(keptIn(world), named, `step ${step}`);
  }
});

test('where storage is refused pictures come from the network', async () => {
  const world = worldOf();
  world.caches.refuses = true;
  const content = storeIn(world);
  await got(content, kBase);
  const { order } = JSON.parse(String(kOld.get('bundle.json')));
  await got(content, addressOf(order));
  await read(content, 0);
  assert.ok(await got(content.pictureStore.answers, picture(0)));
  assert.equal(await content.pictureStore.fill(null, never), false);
});

test('a picture asked for anew comes from the network, and where that is gone from what is kept', async () => {
  const { world, content } = await kiosk();
  world.host.requests.length = 0;
  const { answers } = content.pictureStore;
  assert.ok(await got(answers, picture(0), { cache: 'reload' }));
  assert.equal(world.host.requests.length, 1);
  world.host.isOff = true;
  assert.ok(await got(answers, picture(0), { cache: 'reload' }));
});
