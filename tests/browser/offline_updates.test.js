/** Updates that must not be taken: each is refused with its reason, and what was shown stays whole. From host and folder. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { filesOf } from '../../web/offline/client.js';
import { ContentStore } from '../../web/offline/content_store.js';
import { sentence } from '../../web/offline/sentences.js';
import { makeBundle, pathOf } from './bundle_maker.js';
import { got, kBase, makeWorld, shown, signed } from './offline_world.js';
import { dist, sample } from './stage.js';

const kMade = { title: sample.title, departments: sample._bantin.departments };
const kEdited = sample.items.map((/** @type {any} */ item, /** @type {number} */ i) =>
  i ? item : { ...item, title: 'Mới' },
);
const keys = generateKeyPairSync('ed25519');
const others = generateKeyPairSync('ed25519');
const kKey = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
const kOld = signed(makeBundle({ ...kMade, items: sample.items, serial: 7 }), keys.privateKey);
const kPlain = makeBundle({ ...kMade, items: kEdited, serial: 8 });
const kNew = signed(kPlain, keys.privateKey);
/** @type {{policy: 'all', signal: AbortSignal}} */
const kAll = { policy: 'all', signal: new AbortController().signal };

/** @typedef {import('./bundle_maker.js').Files} Files */

/** A store that shows kOld. @param {string} [key] */
async function showing(key = kKey) {
  const world = makeWorld();
  world.host.set('data/', kOld);
  const content = new ContentStore(world, async () => ({ key }));
  assert.equal((await content.update(null, kAll)).outcome, 'new');
  return { world, content };
}

/** @param {Files} files @param {(text: string) => string} change */
function withManifest(files, change) {
  const text = Buffer.from(/** @type {Uint8Array} */ (files.get('bundle.json'))).toString();
  return new Map([...files, ['bundle.json', Buffer.from(change(text))]]);
}

/** @param {Files} files @param {string} path @param {Uint8Array | null} bytes */
function withPart(files, path, bytes) {
  const changed = new Map(files);
  if (bytes) changed.set(path, bytes);
  else changed.delete(path);
  return changed;
}

/** A path of kNew that kOld has not. */
const kFresh = [...kNew.keys()].filter((path) => path !== 'bundle.json' && !kOld.has(path));
const kPart = /** @type {Uint8Array} */ (kNew.get(kFresh[0]));
const kOlder = signed(makeBundle({ ...kMade, items: kEdited, serial: 6 }), keys.privateKey);
/** Names columns that speak of other departments than there are. */
const kSenseless = signed(
  withManifest(kPlain, (text) => {
    const manifest = JSON.parse(text);
    return `${JSON.stringify({ ...manifest, departments: manifest.departments.slice(0, 2) })}\n`;
  }),
  keys.privateKey,
);

/** @type {[what: string, files: Files, code: string][]} */
const kRefused = [
  ['without a signature', kPlain, 'update-unsigned'],
  ['signed by somebody else', signed(kPlain, others.privateKey), 'update-tampered'],
  ['with a word changed', withManifest(kNew, (text) => text.replace('mẫu', 'mầu')), 'update-tampered'],
  ['with the serial raised', withManifest(kNew, (text) => text.replace('"serial":8', '"serial":9')), 'update-tampered'],
  [
    'with a field after the signature',
    withManifest(kNew, (text) => `${text.slice(0, -2)},"title":"Khác"}\n`),
    'update-tampered',
  ],
  ['with an old signature', withManifest(kPlain, (text) => text.slice(0, -1) + endOf(kOld)), 'update-tampered'],
  ['of an older serial', kOlder, 'update-older'],
  ['with a part missing', withPart(kNew, kFresh[0], null), 'update-incomplete'],
  ['with a part cut short', withPart(kNew, kFresh[0], kPart.subarray(0, kPart.length - 9)), 'update-incomplete'],
  ['with another part in its place', withPart(kNew, kFresh[0], gzipSync('khác')), 'update-incomplete'],
  ['with an empty part', withPart(kNew, kFresh[0], new Uint8Array()), 'update-incomplete'],
  ['cut off in its manifest', withManifest(kNew, (text) => text.slice(0, 400)), 'update-malformed'],
  ['that is a page to log in', withManifest(kNew, () => '<!doctype html><title>Đăng nhập</title>'), 'update-malformed'],
  [
    'of a newer format',
    withManifest(kNew, (text) => text.replace('"bantin_bundle":1', '"bantin_bundle":2')),
    'update-malformed',
  ],
  ['whose columns make no sense', kSenseless, 'update-malformed'],
];

/** @param {Files} files */
function endOf(files) {
  const text = Buffer.from(/** @type {Uint8Array} */ (files.get('bundle.json'))).toString();
  return text.slice(text.indexOf(',"signature"'));
}

/** @param {Files} files @returns {Map<string, Blob>} */
const folder = (files) => new Map([...files].map(([path, bytes]) => [path, new Blob([new Uint8Array(bytes)])]));

for (const [what, files, code] of kRefused) {
  test(`an update ${what} is refused from a host and from a folder: ${code}`, async () => {
    const { world, content } = await showing();
    world.host.set('data/', files);
    for (const source of [null, folder(files)]) {
      const outcome = await content.update(source, kAll);
      assert.equal(outcome.code, code, outcome.detail);
      world.host.isOff = true;
      assert.equal(await shown(new ContentStore(world, async () => ({ key: kKey })), [kOld]), 0);
      world.host.isOff = false;
      const { lastRefusal, serial } = await content.status();
      assert.deepEqual([serial, lastRefusal?.code, lastRefusal?.at], [7, code, world.clock]);
      assert.ok(world.notes.some((note) => note.startsWith(code)));
    }
  });
}

test('a signed update is taken from a host and from a folder', async () => {
  for (const source of [null, folder(kNew)]) {
    const { world, content } = await showing();
    world.host.set('data/', kNew);
    world.host.isOff = source !== null;
    assert.deepEqual(await content.update(source, kAll), { ok: true, outcome: 'new', serial: 8, complete: true });
    world.host.isOff = true;
    assert.equal(await shown(content, [kOld, kNew]), 1);
  }
});

test('without a key nothing needs a signature, and the log says so', async () => {
  const world = makeWorld();
  world.host.set('data/', kPlain);
  const content = new ContentStore(world, async () => ({}));
  assert.equal((await content.update(null, kAll)).outcome, 'new');
  assert.ok(world.notes.some((note) => note.startsWith('update-unchecked')));
});

test('a host that does not answer, breaks off or fails is unreachable', async () => {
  const { world, content } = await showing();
  world.host.set('data/', kNew);
  world.host.isOff = true;
  assert.equal((await content.update(null, kAll)).code, 'update-unreachable');
  world.host.isOff = false;
  world.host.faults.set('data/bundle.json', () => new Response('', { status: 404 }));
  assert.equal((await content.update(null, kAll)).code, 'update-unreachable');
  world.host.faults.clear();
  world.host.faults.set(`data/${kFresh[0]}`, () => new Response('', { status: 503 }));
  assert.equal((await content.update(null, kAll)).code, 'update-unreachable');
  world.host.faults.set(`data/${kFresh[0]}`, () => {
    throw new TypeError('cut');
  });
  assert.equal((await content.update(null, kAll)).code, 'update-unreachable');
  assert.equal((await content.status()).serial, 7);
  world.host.faults.clear();
  world.host.requests.length = 0;
  assert.equal((await content.update(null, kAll)).outcome, 'new');
  assert.ok(world.host.requests.length <= 1 + kFresh.length);
});

test('a host that falls silent in the middle ends a slice, and the next goes on from there', async () => {
  const { world, content } = await showing();
  world.host.set('data/', kNew);
  world.silence = 10_000;
  const last = `data/${kFresh.at(-1)}`;
  world.host.faults.set(last, () => new Promise(() => {}));
  const silent = (/** @type {number} */ ms) => content.update(null, { policy: 'all', signal: AbortSignal.timeout(ms) });
  assert.equal((await silent(300)).outcome, 'more');
  const again = await silent(300);
  assert.deepEqual([again.ok, again.code], [false, 'update-unreachable']);
  assert.equal((await content.status()).serial, 7);
  world.host.faults.clear();
  assert.equal((await silent(5000)).outcome, 'new');
});

test('a stick without a bundle, and one that is pulled out', async () => {
  const { content } = await showing();
  assert.equal((await content.update(new Map(), kAll)).code, 'update-unreachable');
  const files = folder(kNew);
  const gone = /** @type {Blob} */ ({
    arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
  });
  files.set(kFresh[1], gone);
  assert.equal((await content.update(files, kAll)).code, 'update-unreachable');
  assert.equal((await content.status()).serial, 7);
});

test('a browser without Ed25519, and a key that is none, take nothing', async () => {
  for (const [subtle, key] of /** @type {[any, string][]} */ ([
    [
      {
        digest: crypto.subtle.digest.bind(crypto.subtle),
        importKey: () => Promise.reject(new DOMException('no', 'NotSupportedError')),
      },
      kKey,
    ],
    [crypto.subtle, 'AAAA'],
    [crypto.subtle, 'không phải khóa'],
  ])) {
    const world = makeWorld();
    world.subtle = subtle;
    world.host.set('data/', kNew);
    const content = new ContentStore(world, async () => ({ key }));
    assert.equal((await content.update(null, kAll)).code, 'update-unverifiable');
  }
});

test('before anything is kept, a page with a key gets only a manifest that is signed', async () => {
  const world = makeWorld();
  world.host.set('data/', kNew);
  const content = new ContentStore(world, async () => ({ key: kKey }));
  assert.deepEqual(await got(content, kBase), kNew.get('bundle.json'));
  world.host.set('data/', kPlain);
  assert.equal(await got(content, kBase), null);
  assert.equal((await content.status()).lastRefusal?.code, 'update-unsigned');
});

test('the sample as `bantin pack` writes it is taken from a chosen folder, whatever lies beside it', async () => {
  const chosen = readdirSync(join(dist, 'data'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(dist, 'data', name))
    .filter((path) => statSync(path).isFile())
    .map((path) => file(path, `USB/ban tin/${relative(join(dist, 'data'), path)}`));
  const beside = [
    file(join(dist, 'index.html'), 'USB/index.html'),
    file(join(dist, 'index.html'), 'USB/a/b/c/bundle.json'),
  ];
  const world = makeWorld();
  world.host.isOff = true;
  const content = new ContentStore(world, async () => ({}));
  const outcome = await content.update(filesOf([...beside, ...chosen]), kAll);
  assert.deepEqual([outcome.ok, outcome.complete], [true, true], outcome.detail);
  const manifest = readFileSync(join(dist, 'data/bundle.json'));
  assert.deepEqual(await got(content, kBase), manifest);
  const { order } = JSON.parse(String(manifest));
  assert.ok(await got(content, new URL(pathOf(order), kBase).href));
});

/** As <input webkitdirectory> gives it. @param {string} path @param {string} webkitRelativePath */
function file(path, webkitRelativePath) {
  const made = new File([readFileSync(path)], 'x');
  return Object.defineProperty(made, 'webkitRelativePath', { value: webkitRelativePath });
}

test('every code has words in both languages', () => {
  const codes = new Set([...kRefused.map(([, , code]) => code), 'update-unreachable', 'update-no-room', 'no-previous']);
  for (const code of [...codes, 'update-unverifiable', 'app-incomplete']) {
    for (const language of ['vi', 'en']) assert.match(sentence(code, language), /[.…]$/, `${code} ${language}`);
  }
  assert.equal(sentence('khac', 'vi'), 'khac');
});
