/** What a worker keeps of a bundle: how it comes, is answered, is replaced, goes back and goes away. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ContentStore } from '../../web/offline/content_store.js';
import { makeBundle } from './bundle_maker.js';
import { got, kBase, makeWorld, shown } from './offline_world.js';
import { sample } from './stage.js';

const kMade = { title: sample.title, departments: sample._bantin.departments };
/** 186 articles: six blocks. @type {any[]} */
const kItems = [0, 1, 2].flatMap((round) =>
  sample.items.map((/** @type {any} */ item) => ({ ...item, id: `${item.id}-${round}` })),
);
const kOld = makeBundle({ ...kMade, items: kItems, serial: 7 });
/** One edited, one withdrawn. */
const kNewItems = kItems.map((item, i) => (i === 3 ? { ...item, title: 'Đã sửa' } : i === 40 ? null : item));
const kNew = makeBundle({ ...kMade, items: kNewItems, serial: 8 });
const kNewer = makeBundle({ ...kMade, items: kNewItems.map((item, i) => (i === 90 ? null : item)), serial: 9 });
const kBundles = [kOld, kNew, kNewer];
/** Of the steps at which something happens to a worker. */
const kStride = process.env.BANTIN_LONG ? 1 : 5;
const never = new AbortController().signal;
/** @type {{policy: 'all', signal: AbortSignal}} */
const kAll = { policy: 'all', signal: never };
/** @type {{policy: 'seen', signal: AbortSignal}} */
const kSeen = { policy: 'seen', signal: never };

/** @param {import('./bundle_maker.js').Files} [files] */
async function kept(files = kOld) {
  const world = makeWorld();
  world.host.set('data/', files);
  const content = new ContentStore(world, async () => ({}));
  const outcome = await content.update(null, kAll);
  assert.equal(outcome.outcome, 'new', JSON.stringify(outcome));
  return { world, content };
}

/** Without a network, by a worker that has just been started. @param {ReturnType<typeof makeWorld>} world */
async function shownOffline(world) {
  world.host.isOff = true;
  const index = await shown(new ContentStore(world, async () => ({})), kBundles);
  world.host.isOff = false;
  return index;
}

/** Kept parts of a world. @param {ReturnType<typeof makeWorld>} world */
const partNames = (world) =>
  new Set([...(world.caches.stores.get(`bantin-parts ${world.scope}`)?.keys() ?? [])].map((url) => url.slice(-24)));
/** Of a bundle. @param {import('./bundle_maker.js').Files} files */
const namesIn = (files) => [...files.keys()].filter((path) => path !== 'bundle.json').map((path) => path.slice(9, -4));

test('everything is kept before it is shown, and read without a network', async () => {
  const { world, content } = await kept();
  assert.equal(await shownOffline(world), 0);
  const status = await content.status();
  assert.equal(status.serial, 7);
  assert.equal(status.complete, true);
  assert.equal(status.previous, null);
  assert.equal(status.loadedAt, world.clock);
  const bytes = [...kOld].reduce((sum, [path, part]) => sum + (path === 'bundle.json' ? 0 : part.length), 0);
  assert.equal(status.bytes, bytes);
});

test('an update fetches what is new, shows it whole, keeps the one before, and the one before that goes', async () => {
  const { world, content } = await kept();
  world.host.set('data/', kNew);
  world.host.requests.length = 0;
  assert.deepEqual(await content.update(null, kAll), { ok: true, outcome: 'new', serial: 8, complete: true });
  const fresh = namesIn(kNew).filter((name) => !namesIn(kOld).includes(name));
  assert.equal(world.host.requests.length, 1 + fresh.length);
  assert.equal(await shownOffline(world), 1);
  assert.deepEqual([...partNames(world)].sort(), [...new Set([...namesIn(kOld), ...namesIn(kNew)])].sort());
  world.host.set('data/', kNewer);
  await content.update(null, kAll);
  assert.deepEqual([...partNames(world)].sort(), [...new Set([...namesIn(kNewer), ...namesIn(kNew)])].sort());
  assert.equal((await content.status()).previous?.serial, 8);
});

test('the same once more changes nothing and fetches the manifest only', async () => {
  const { world, content } = await kept();
  world.host.requests.length = 0;
  assert.deepEqual(await content.update(null, kAll), { ok: true, outcome: 'same', serial: 7, complete: true });
  assert.deepEqual(world.host.requests, ['data/bundle.json']);
});

test('rolling back shows the version before, and what was left is not taken again by itself', async () => {
  const { world, content } = await kept();
  assert.equal((await content.rollBack()).code, 'no-previous');
  world.host.set('data/', kNew);
  await content.update(null, kAll);
  assert.deepEqual(await content.rollBack(), { ok: true, outcome: 'new', serial: 7, complete: true });
  assert.equal(await shownOffline(world), 0);
  assert.equal((await content.update(null, kAll)).outcome, 'held');
  assert.equal(await shownOffline(world), 0);
  assert.equal((await content.update(null, { ...kAll, force: true })).outcome, 'new');
  assert.equal(await shownOffline(world), 1);
  await content.rollBack();
  world.host.set('data/', kNewer);
  assert.equal((await content.update(null, kAll)).serial, 9);
  assert.equal(await shownOffline(world), 2);
});

test('a withdrawn article is in no part that is shown, and after one more update in none that is kept', async () => {
  const { world, content } = await kept();
  world.host.set('data/', kNew);
  await content.update(null, kAll);
  world.host.set('data/', kNewer);
  await content.update(null, kAll);
  const withdrawn = kItems[40].id;
  for (const entry of world.caches.stores.get(`bantin-parts ${world.scope}`)?.values() ?? []) {
    const text = Buffer.from(
      await new Response(new Blob([entry.bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
    );
    assert.ok(!text.includes(`"${withdrawn}"`));
  }
});

test('a worker ended at any step of loading or of updating leaves a whole version', async () => {
  const { world: probe, content } = await kept();
  const first = probe.caches.steps;
  probe.host.set('data/', kNew);
  await content.update(null, kAll);
  const second = probe.caches.steps - first;
  const outcomes = { load: [0, 0], update: [0, 0] };
  for (let step = 1; step <= first; step += kStride) {
    const world = makeWorld();
    world.host.set('data/', kOld);
    world.caches.dieAt = step;
    await new ContentStore(world, async () => ({})).update(null, kAll).catch(() => {});
    world.caches.dieAt = Infinity;
    ++outcomes.load[(await shownOffline(world)) + 1];
    const again = await new ContentStore(world, async () => ({})).update(null, kAll);
    assert.ok(again.ok, `step ${step}: ${again.detail}`);
    assert.equal(await shownOffline(world), 0);
  }
  for (let step = 1; step <= second; step += kStride) {
    const { world, content: store } = await kept();
    world.host.set('data/', kNew);
    world.caches.dieAt = world.caches.steps + step;
    await store.update(null, kAll).catch(() => {});
    world.caches.dieAt = Infinity;
    ++outcomes.update[await shownOffline(world)];
    await new ContentStore(world, async () => ({})).update(null, kAll);
    assert.equal(await shownOffline(world), 1, `step ${step}`);
  }
  assert.ok(outcomes.load[0] > 0 && outcomes.load[1] > 0, JSON.stringify(outcomes));
  assert.ok(outcomes.update[0] > 0 && outcomes.update[1] > 0, JSON.stringify(outcomes));
});

test('storage wiped at any step of an update breaks nothing', async () => {
  const { world: probe, content } = await kept();
  const before = probe.caches.steps;
  probe.host.set('data/', kNew);
  await content.update(null, kAll);
  for (let step = 1; step <= probe.caches.steps - before; step += kStride) {
    const { world, content: store } = await kept();
    world.host.set('data/', kNew);
    const at = world.caches.steps + step;
    world.caches.onStep = (now) => now === at && world.caches.wipe();
    await store.update(null, kAll);
    world.caches.onStep = () => {};
    // Nothing, or the new one whole: never a manifest whose parts are gone, once an update has had its say.
    assert.equal((await store.update(null, kAll)).ok, true);
    assert.equal(await shownOffline(world), 1, `step ${step}`);
  }
});

test('where storage is refused the reader reads from the network, and an update says why it keeps nothing', async () => {
  const world = makeWorld();
  world.host.set('data/', kOld);
  world.caches.refuses = true;
  const content = new ContentStore(world, async () => ({}));
  assert.equal((await content.update(null, kAll)).code, 'update-no-room');
  assert.equal(await shown(content, kBundles), 0);
  assert.equal((await content.status()).serial, null);
});

test('where not all finds room, the list and the newest articles are kept', async () => {
  const world = makeWorld();
  world.host.set('data/', kOld);
  const all = [...kOld.values()].reduce((sum, { length }) => sum + length, 0);
  world.caches.room = 0.75 * all;
  const content = new ContentStore(world, async () => ({}));
  assert.deepEqual(await content.update(null, kAll), { ok: true, outcome: 'new', serial: 7, complete: false });
  const { headlines, articles } = tables(kOld);
  const names = partNames(world);
  assert.ok(
    headlines.every((name) => names.has(name)),
    'all headlines',
  );
  const order = newestBlocks();
  const there = order.map((block) => names.has(articles[block]));
  assert.ok(there.includes(true) && there.includes(false), String(there));
  assert.ok(!there.slice(there.indexOf(false)).includes(true), `the newest are there: ${there}`);
  // What is missing comes from the network.
  assert.equal(await shown(content, kBundles), 0);
  world.caches.room = Infinity;
  assert.equal((await content.update(null, kAll)).complete, true);
  assert.equal(await shownOffline(world), 0);
});

test('the version before goes where the new one finds no room beside it', async () => {
  const { world, content } = await kept();
  world.host.set('data/', kNew);
  await content.update(null, kAll);
  const changed = kItems.map((item) => ({ ...item, title: `${item.title} (đính chính)` }));
  const large = makeBundle({ ...kMade, items: changed, serial: 10 });
  world.host.set('data/', large);
  world.caches.room = world.caches.used + 0.9 * [...large.values()].reduce((sum, { length }) => sum + length, 0);
  const outcome = await content.update(null, kAll);
  assert.equal(outcome.ok, true);
  assert.ok(world.notes.some((note) => note.startsWith('room-made')));
});

test('no room even to begin: refused, and the old stays', async () => {
  const { world, content } = await kept();
  world.host.set('data/', kNew);
  world.caches.room = world.caches.used + 100;
  const outcome = await content.update(null, kAll);
  assert.equal(outcome.code, 'update-no-room');
  assert.equal(await shownOffline(world), 0);
});

test('a visitor keeps what is needed to begin, and then what is looked at', async () => {
  const world = makeWorld();
  world.host.set('data/', kOld);
  const content = new ContentStore(world, async () => ({}));
  await content.update(null, kSeen);
  const { headlines, articles } = tables(kOld);
  const blocks = newestBlocks();
  assert.ok(blocks.slice(0, 3).every((block) => partNames(world).has(headlines[block])));
  assert.ok(!partNames(world).has(articles[0]));
  const [page] = JSON.parse(String(kOld.get('bundle.json'))).articles.pages;
  await got(content, addressOf(page));
  assert.ok(await got(content, addressOf(articles[0])));
  world.host.isOff = true;
  assert.ok(await got(content, addressOf(articles[0])), 'what was looked at');
  await assert.rejects(got(content, addressOf(articles[1])), 'what was not');
});

test('of what a visitor keeps, what was read longest ago goes first; what begins stays', async () => {
  const world = makeWorld();
  world.host.set('data/', kOld);
  const content = new ContentStore(world, async () => ({}));
  await content.update(null, kSeen);
  const { articles, columns } = tables(kOld);
  const { order, articles: table } = JSON.parse(String(kOld.get('bundle.json')));
  for (const name of [table.pages[0], ...articles]) await got(content, addressOf(name));
  // The first is read again, so the second is the one read longest ago.
  await got(content, addressOf(articles[0]));
  const size = (/** @type {string} */ name) =>
    kOld.get(`parts/${name.slice(0, 2)}/${name.slice(0, 24)}.bin`)?.length ?? 0;
  const { bytes } = await content.status();
  world.quota = 2 * (bytes - 1);
  await content.answers.fit();
  const names = partNames(world);
  assert.ok(!names.has(articles[1]) && names.has(articles[0]));
  assert.ok(names.has(articles.at(-1) ?? ''), 'read last');
  assert.ok([order, table.pages[0], ...columns].every((name) => names.has(name.slice(0, 24))));
  const left = (await content.status()).bytes;
  assert.ok(left <= bytes - 1 && left >= 0.9 * (bytes - 1) - Math.max(...articles.map(size)), `${left} of ${bytes}`);
});

test('the order of reading outlives the worker and asks no clock', async () => {
  const world = makeWorld();
  world.host.set('data/', kOld);
  world.clock = Date.parse('2099-01-01');
  const content = new ContentStore(world, async () => ({}));
  await content.update(null, kSeen);
  const { articles } = tables(kOld);
  for (const name of articles) await got(content, addressOf(name));
  world.clock = 0;
  const next = new ContentStore(world, async () => ({}));
  await got(next, addressOf(articles[0]));
  world.quota = 2 * ((await next.status()).bytes - 1);
  await next.answers.fit();
  assert.ok(partNames(world).has(articles[0]));
  assert.ok(!partNames(world).has(articles[1]));
});

test('a visitor’s full storage makes room for what is read now', async () => {
  const world = makeWorld();
  world.host.set('data/', kOld);
  const content = new ContentStore(world, async () => ({}));
  await content.update(null, kSeen);
  const { articles } = tables(kOld);
  for (const name of articles.slice(0, -1)) await got(content, addressOf(name));
  world.caches.room = world.caches.used + 50;
  const last = articles.at(-1) ?? '';
  assert.ok(await got(content, addressOf(last)));
  assert.ok(partNames(world).has(last));
  assert.ok(!partNames(world).has(articles[0]));
});

for (const [year, clock] of /** @type {const} */ ([
  [1970, 0],
  [2099, Date.parse('2099-12-31T23:59:59Z')],
])) {
  test(`a clock at ${year} changes nothing but what is said of it`, async () => {
    const world = makeWorld();
    world.clock = clock;
    world.host.set('data/', kOld);
    const content = new ContentStore(world, async () => ({}));
    await content.update(null, kAll);
    world.clock = clock ? 0 : Date.parse('2099-01-01');
    world.host.set('data/', kNew);
    assert.equal((await content.update(null, kAll)).outcome, 'new');
    assert.equal(await shownOffline(world), 1);
    await content.rollBack();
    assert.equal(await shownOffline(world), 0);
    assert.equal((await content.status()).loadedAt, clock);
  });
}

test('requests for other bundles and other files are none of ours', async () => {
  const { content } = await kept();
  for (const path of [
    '../khac/bundle.json',
    'parts/3f/hinh.bin',
    'parts/3f/3e0000000000000000000000.bin',
    'tin.json',
  ]) {
    assert.equal(await content.answer(new Request(new URL(path, kBase)), () => {}), null, path);
  }
});

test('a part asked for anew comes from the network, and where that is gone from what is kept', async () => {
  const { world, content } = await kept();
  const address = addressOf(tables(kOld).articles[0]);
  world.host.requests.length = 0;
  assert.ok(await got(content, address, { cache: 'reload' }));
  assert.equal(world.host.requests.length, 1);
  world.host.isOff = true;
  assert.ok(await got(content, address, { cache: 'reload' }));
});

/** @param {string} hash */
const addressOf = (hash) => new URL(`parts/${hash.slice(0, 2)}/${hash.slice(0, 24)}.bin`, kBase).href;

/** The blocks of kOld as its list comes upon them. */
function newestBlocks() {
  const byDate = kItems.map((item, number) => ({ number, date: Date.parse(item.date_published) }));
  byDate.sort((a, b) => b.date - a.date || a.number - b.number);
  return [...new Set(byDate.map(({ number }) => Math.floor(number / 32)))];
}

/** Names of parts by table. @param {import('./bundle_maker.js').Files} files @returns {Record<string, string[]>} */
function tables(files) {
  const manifest = JSON.parse(String(files.get('bundle.json')));
  const listed = (/** @type {{pages: string[]}} */ { pages }) =>
    pages.flatMap((hash) => {
      const page = gunzipSync(
        /** @type {Uint8Array} */ (files.get(`parts/${hash.slice(0, 2)}/${hash.slice(0, 24)}.bin`)),
      );
      const hashes = page.subarray(1).toString('hex').match(/.{64}/g) ?? [];
      return hashes.map((name) => name.slice(0, 24));
    });
  const { columns, headlines, articles } = manifest;
  return { columns: listed(columns), headlines: listed(headlines), articles: listed(articles) };
}
