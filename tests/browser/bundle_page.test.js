/** dist/bantin.bundle.js in a page: classic script, other origins, caches, origins without SubtleCrypto. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { hostBundle, served } from './bundle_host.js';
import { listOrder, makeBundle } from './bundle_maker.js';
import { launch } from './drivers/driver.js';
import { serve } from './server.js';
import { dist, pages, sample } from './stage.js';

const kMade = { title: sample.title, departments: sample._bantin.departments };
const kFiles = makeBundle({ ...kMade, items: sample.items });
const kOpen = { 'Access-Control-Allow-Origin': '*' };
const kCors = { ...kOpen, 'Cache-Control': 'no-store' };
const kForEver = { ...kOpen, 'Cache-Control': 'max-age=31536000, immutable' };

/** @type {import('./server.js').Server} */
let server;
/** @type {import('./drivers/driver.js').Driver} */
let driver;
before(async () => {
  server = await serve({ folders: [dist, pages] });
  driver = await launch('chromium', { args: ['--host-resolver-rules=MAP so.example 127.0.0.1'] });
});
after(async () => {
  await driver.close();
  await server.close();
});

/** @param {import('node:test').TestContext} t @param {Record<string, string>} headers */
async function host(t, headers) {
  const made = await hostBundle(new Map(kFiles), headers);
  t.after(() => made.close());
  return made;
}

/** Opens the bundle in the page, as window.bundle. @param {string} base @param {string} [page] address of its folder */
async function openIn(base, page = server.url) {
  await driver.open(`${page}bundle.html`);
  return driver.evaluate(async (/** @type {string} */ address) => {
    const window = /** @type {any} */ (globalThis);
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    window.bundle = await window.Bundle.open(bytes, address, { pauses: [1, 1] });
    return [...window.bundle.rows.numbers];
  }, base);
}

/** Ids in a block of articles, or the error's code. @param {number} block */
function idsIn(block) {
  return driver.evaluate(async (/** @type {number} */ number) => {
    const window = /** @type {any} */ (globalThis);
    try {
      const { items } = JSON.parse(new TextDecoder().decode(await window.bundle.articles(number)));
      return items.map((/** @type {any} */ { id }) => id);
    } catch (error) {
      return /** @type {any} */ (error).code;
    }
  }, block);
}

const ids = sample.items.map((/** @type {any} */ { id }) => id);

test('the lazy script is at most 25 kB, compressed', () => {
  assert.ok(brotliCompressSync(readFileSync(join(dist, 'bantin.bundle.js'))).length <= 25_000);
});

test('a bundle of another origin opens, is read and fails by code', async (t) => {
  const { base, faults, requests } = await host(t, kCors);
  assert.deepEqual(await openIn(base), listOrder(sample.items));
  assert.deepEqual(await idsIn(1), ids.slice(32));
  const path = /** @type {string} */ (requests.at(-1));
  faults.set(path, (_, response) => response.end('hỏng'));
  assert.equal(await idsIn(1), 'part-corrupted');
  faults.set(path, (_, response) => response.writeHead(404).end());
  assert.equal(await idsIn(1), 'part-missing');
  faults.set(path, (_, response) => response.destroy());
  assert.equal(await idsIn(1), 'part-unreachable');
  const found = await driver.evaluate((id) => /** @type {any} */ (globalThis).bundle.find(id), ids[5]);
  assert.deepEqual(found, [5]);
});

test('hosts that do not allow the page’s origin are unreachable', async (t) => {
  const { base, faults } = await host(t, kCors);
  await openIn(base);
  faults.set('*', (_, response, bytes) => {
    response.removeHeader('Access-Control-Allow-Origin');
    response.end(bytes);
  });
  assert.equal(await idsIn(0), 'part-unreachable');
});

test('what the browser has is not asked for again, what it has wrongly is', async (t) => {
  const { base, faults, requests, count } = await host(t, kForEver);
  await openIn(base);
  await idsIn(0);
  const path = /** @type {string} */ (requests.at(-1));
  const before = requests.length;
  assert.deepEqual(await idsIn(0), ids.slice(0, 32));
  await openIn(base);
  assert.equal(requests.length, before, 'all comes from the cache');
  faults.set('*', (request, response, bytes, time) =>
    time ? served(request, response, bytes, time) : response.end('một trang khác'),
  );
  assert.deepEqual(await idsIn(1), ids.slice(32));
  assert.deepEqual(requests.slice(before).map(count), [2, 2]);
  assert.equal(count(path), 1);
});

test('a host that compresses by itself does no harm', async (t) => {
  const { base, faults } = await host(t, kCors);
  faults.set('*', (_, response, bytes) => response.setHeader('Content-Encoding', 'gzip').end(bytes));
  await openIn(base);
  assert.deepEqual(await idsIn(0), ids.slice(0, 32));
});

test('an insecure origin, which has no SubtleCrypto, reads and verifies all the same', async (t) => {
  const { base, faults, requests } = await host(t, kCors);
  const page = server.url.replace('127.0.0.1', 'so.example');
  assert.deepEqual(await openIn(base.replace('127.0.0.1', 'so.example'), page), listOrder(sample.items));
  assert.equal(await driver.evaluate(() => typeof crypto.subtle), 'undefined');
  assert.deepEqual(await idsIn(0), ids.slice(0, 32));
  faults.set(/** @type {string} */ (requests.at(-1)), (_, response) => response.end('{"items":[]}'));
  assert.equal(await idsIn(0), 'part-corrupted');
});

test('what was replaced while it was read is said, and the new one is opened', async (t) => {
  const made = await host(t, kCors);
  await openIn(made.base);
  const items = sample.items.map((/** @type {any} */ item, /** @type {number} */ i) =>
    i < 2 ? null : { ...item, title: 'Mới' },
  );
  made.files = makeBundle({ ...kMade, items, serial: 2 });
  assert.equal(await idsIn(0), 'part-missing');
  const serials = await driver.evaluate(async () => {
    const window = /** @type {any} */ (globalThis);
    const old = window.bundle;
    window.bundle = await old.renewed();
    return [old.serial, old.rows.numbers.length, window.bundle.serial, window.bundle.rows.numbers.length];
  });
  assert.deepEqual(serials, [1, 62, 2, 60]);
  assert.deepEqual(await idsIn(0), ids.slice(2, 32));
});
