/** The application's files as a worker keeps them: whole or not at all, a version apart from another. And what is built. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { appFiles } from '../../web/offline_files.js';
import { AppStore } from '../../web/offline/app_store.js';
import { temporaryFolder } from './drivers/children.js';
import { kScope, makeWorld } from './offline_world.js';
import { dist, root } from './stage.js';

const sha256 = (/** @type {string | Uint8Array} */ content) => createHash('sha256').update(content).digest('hex');
const kNames = ['kiosk.html', 'index.html', 'bantin.js', 'bantin.wasm', 'fonts/ui.woff2'];

/** Files of a version by name. @param {string} version */
const filesOf = (version) => new Map(kNames.map((name) => [name, Buffer.from(`${name} ${version}`)]));

/** @param {ReturnType<typeof makeWorld>} world @param {string} version */
function storeOf(world, version) {
  const files = [...filesOf(version)].map(([name, bytes]) => /** @type {[string, string]} */ ([name, sha256(bytes)]));
  return new AppStore(world, { version, files });
}

/** What a page gets of every file. @param {AppStore} store */
async function texts(store) {
  /** @type {Promise<unknown>[]} */
  const work = [];
  const all = [];
  for (const name of kNames) all.push(await (await store.answer(name, (one) => void work.push(one))).text());
  await Promise.allSettled(work);
  return all;
}
const expected = (/** @type {string} */ version) => kNames.map((name) => `${name} ${version}`);

/** @param {string} version */
async function installed(version) {
  const world = makeWorld();
  world.host.set('', filesOf(version));
  const store = storeOf(world, version);
  await store.install();
  await store.activate();
  return { world, store };
}

test('an installed version is read without a network', async () => {
  const { world, store } = await installed('một');
  world.host.isOff = true;
  assert.deepEqual(await texts(store), expected('một'));
});

for (const [what, fault] of /** @type {[string, () => Response][]} */ ([
  ['missing', () => new Response('', { status: 404 })],
  ['cut short', () => new Response('bantin.w')],
  ['of another version', () => new Response('bantin.wasm ba')],
  [
    'not reached',
    () => {
      throw new TypeError('no network');
    },
  ],
])) {
  test(`a version with a file ${what} is not installed; the one before serves, and later the new one`, async () => {
    const { world, store } = await installed('một');
    world.host.set('', filesOf('hai'));
    world.host.faults.set('bantin.wasm', fault);
    const next = storeOf(world, 'hai');
    await assert.rejects(next.install(), { code: 'app-incomplete' });
    world.host.isOff = true;
    assert.deepEqual(await texts(store), expected('một'));
    world.host.isOff = false;
    world.host.faults.clear();
    await next.install();
    world.host.isOff = true;
    assert.deepEqual(await texts(store), expected('một'));
    assert.deepEqual(await texts(next), expected('hai'));
    await next.activate();
    const kept = [...world.caches.stores.keys()].filter((name) => name.startsWith('bantin-app'));
    assert.deepEqual(kept, [next.cacheName]);
  });
}

test('ended at any step of installing, the one before stays whole, and the next attempt goes on', async () => {
  const { world: probe } = await installed('một');
  for (let step = 1; step <= probe.caches.steps; ++step) {
    const { world, store } = await installed('một');
    world.host.set('', filesOf('hai'));
    world.caches.dieAt = world.caches.steps + step;
    const next = storeOf(world, 'hai');
    const whole = await next.install().then(
      () => true,
      () => false,
    );
    world.caches.dieAt = Infinity;
    world.host.isOff = true;
    assert.deepEqual(await texts(store), expected('một'));
    world.host.isOff = false;
    if (!whole) await next.install();
    world.host.isOff = true;
    assert.deepEqual(await texts(next), expected('hai'));
  }
});

test('a page of the version before gets its files until it is closed, by later workers too', async () => {
  const { world, store } = await installed('một');
  world.host.set('', filesOf('hai'));
  const next = storeOf(world, 'hai');
  await next.install();
  await next.activate(['page 1', 'page 2']);
  for (const worker of [next, storeOf(world, 'hai')]) {
    const lazy = (/** @type {string} */ client) => worker.answer('bantin.js', () => {}, client);
    assert.equal(await (await lazy('page 1')).text(), 'bantin.js một');
    assert.equal(await (await lazy('page 3')).text(), 'bantin.js hai');
    assert.deepEqual(await texts(worker), expected('hai'));
  }
  await next.forget(async () => ['page 2', 'page 3']);
  assert.ok(world.caches.stores.has(store.cacheName));
  await next.forget(async () => ['page 3']);
  assert.ok(!world.caches.stores.has(store.cacheName));
  assert.equal(await (await next.answer('bantin.js', () => {}, 'page 1')).text(), 'bantin.js hai');
});

test('a cache that forgets what it is given is made anew', async () => {
  const world = makeWorld();
  world.host.set('', filesOf('một'));
  const store = storeOf(world, 'một');
  world.caches.forgetful.add(store.cacheName);
  await store.install();
  world.host.isOff = true;
  assert.deepEqual(await texts(store), expected('một'));
});

test('wiped storage is filled again from the network', async () => {
  const { world, store } = await installed('một');
  world.caches.wipe();
  assert.deepEqual(await texts(store), expected('một'));
  world.host.isOff = true;
  assert.deepEqual(await texts(store), expected('một'));
});

test('refused storage reads from the network', async () => {
  const { world, store } = await installed('một');
  world.caches.refuses = true;
  assert.deepEqual(await texts(store), expected('một'));
  assert.deepEqual(await store.settings.read(), {});
  await assert.rejects(storeOf(world, 'hai').install(), { code: 'update-no-room' });
});

test('only its own files are taken for its own', () => {
  const store = storeOf(makeWorld(), 'một');
  const named = (/** @type {string} */ path, isNavigation = false) => store.nameOf(new URL(path, kScope), isNavigation);
  assert.equal(named('bantin.js'), 'bantin.js');
  assert.equal(named('fonts/ui.woff2'), 'fonts/ui.woff2');
  assert.equal(named('kiosk.json'), 'kiosk.json');
  assert.equal(named('', true), 'index.html');
  assert.equal(named('kiosk.html?a=b#c', true), 'kiosk.html');
  for (const path of [
    'bantin.js?ver=2',
    'wp-content/bantin.js',
    '../bantin.js',
    '',
    'https://so.example.evil/tin/bantin.js',
  ]) {
    assert.equal(named(path), null, path);
  }
  assert.equal(named('gioi-thieu.html', true), null);
});

test('what the operator set is kept, renewed, and never replaced by what is broken', async () => {
  const { world, store } = await installed('một');
  assert.deepEqual(await store.settings.read(), {});
  world.host.files.set('kiosk.json', Buffer.from('{"pin":"2468"}'));
  await store.settings.refresh();
  assert.deepEqual(await store.settings.read(), { pin: '2468' });
  for (const broken of ['{"pin":', 'null', '<html>']) {
    world.host.files.set('kiosk.json', Buffer.from(broken));
    await store.settings.refresh();
    assert.deepEqual(await store.settings.read(), { pin: '2468' });
  }
  world.host.isOff = true;
  await store.settings.refresh();
  assert.equal(await (await store.answer('kiosk.json', () => {})).text(), '{"pin":"2468"}');
});

test('what the operator set outlives a version that comes while the host has no answer for it', async () => {
  const { world } = await installed('một');
  world.host.files.set('kiosk.json', Buffer.from('{"key":"k"}'));
  await storeOf(world, 'một').settings.refresh();
  world.host.faults.set('kiosk.json', () => Promise.resolve(new Response('', { status: 503 })));
  world.host.set('', filesOf('hai'));
  const next = storeOf(world, 'hai');
  await next.install();
  await next.activate();
  assert.deepEqual(await next.settings.surely(), { key: 'k' });
});

test('what nobody knows is no news without a key; a host that has none is', async () => {
  const world = makeWorld();
  const { settings } = storeOf(world, 'một');
  world.host.isOff = true;
  await assert.rejects(settings.surely(), { code: 'update-unverifiable' });
  world.host.isOff = false;
  world.host.files.set('kiosk.json', Buffer.from('{"key":'));
  await assert.rejects(settings.surely(), { code: 'update-unverifiable' });
  world.caches.refuses = true;
  world.host.files.set('kiosk.json', Buffer.from('{"key":"k"}'));
  assert.deepEqual(await settings.surely(), { key: 'k' });
  world.caches.refuses = false;
  world.host.files.set('kiosk.json', Buffer.from('<!doctype html><p>Không có trang này.</p>'));
  assert.deepEqual(await settings.surely(), {});
});

test('a host that falls silent keeps nobody waiting for what the operator set', async () => {
  const { world, store } = await installed('một');
  world.silence = 20;
  world.host.faults.set('kiosk.json', () => new Promise(() => {}));
  await store.settings.refresh();
  assert.ok(world.notes.some((note) => note.startsWith('settings-not-renewed')));
});

test('sw.js names every file of the application with the hash it has, and a changed file makes another version', async () => {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
  const { version, files } = await appFiles(dist);
  assert.ok(worker.includes(version));
  const names = files.map(([name]) => name);
  for (const name of [
    'index.html',
    'bantin.js',
    'bantin.wasm',
    'bantin.bundle.js',
    'manifest.webmanifest',
    'icon.svg',
  ]) {
    assert.ok(names.includes(name), name);
  }
  assert.ok(
    names.every((name) => !/^(data|reader|sw\.js|bantin\.all)/.test(name)),
    String(names),
  );
  for (const [name, hash] of files) {
    assert.equal(sha256(readFileSync(join(dist, name))), hash);
    assert.ok(worker.includes(hash), name);
  }
  const copy = temporaryFolder('dist');
  try {
    cpSync(dist, copy.path, { recursive: true });
    writeFileSync(join(copy.path, 'index.html'), '<!doctype html>');
    const said = execFileSync(process.execPath, [join(root, 'web/offline_files.js'), copy.path], { encoding: 'utf8' });
    const changed = await appFiles(copy.path);
    assert.ok(said.includes(changed.version) && changed.version !== version);
    assert.ok(readFileSync(join(copy.path, 'sw.js'), 'utf8').includes(changed.version));
  } finally {
    copy.remove();
  }
});

test('the manifest says what can be installed, and its icons are there', () => {
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'));
  assert.deepEqual([manifest.short_name, manifest.lang, manifest.start_url], ['Bản Tin', 'vi', 'kiosk.html']);
  for (const { src, sizes, type } of manifest.icons) {
    assert.ok(existsSync(join(dist, src)), src);
    if (type !== 'image/png') continue;
    const { width, height } = PNG.sync.read(readFileSync(join(dist, src)));
    assert.equal(`${width}x${height}`, sizes);
  }
  const purposes = new Set(manifest.icons.map((/** @type {any} */ icon) => `${icon.sizes} ${icon.purpose}`));
  for (const wanted of ['192x192 any', '512x512 any', '512x512 maskable']) assert.ok(purposes.has(wanted), wanted);
});
