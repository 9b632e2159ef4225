import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from './drivers/children.js';
import { serve } from './server.js';

/** Two folders, the first with a page and a .wasm, the second with a page of the same name and another. */
async function folders() {
  const { path, remove } = temporaryFolder('server');
  const [first, second] = [join(path, 'first'), join(path, 'second')];
  await mkdir(first);
  await mkdir(second);
  await writeFile(join(first, 'index.html'), 'first');
  await writeFile(join(first, 'a.wasm'), 'wasm');
  await writeFile(join(second, 'index.html'), 'second');
  await writeFile(join(second, 'other.html'), 'other');
  await writeFile(join(path, 'secret.txt'), 'secret');
  return { list: [first, second], remove };
}

/** @param {import('node:test').TestContext} t @param {Partial<import('./server.js').ServeOptions>} [options] */
async function started(t, options) {
  const { list, remove } = await folders();
  const server = await serve({ folders: list, ...options });
  t.after(async () => {
    await server.close();
    remove();
  });
  return server;
}

test('serves several folders, the first one first, and logs the paths', async (t) => {
  const server = await started(t);
  const texts = ['', 'other.html?x=1', 'none.html'].map(async (path) => (await fetch(server.url + path)).text());
  assert.deepEqual(await Promise.all(texts), ['first', 'other', 'Not found']);
  assert.deepEqual([...server.requests].sort(), ['/', '/none.html', '/other.html?x=1']);
});

test('gives nothing from outside its folders', async (t) => {
  const server = await started(t);
  assert.equal((await fetch(`${server.url}..%2fsecret.txt`)).status, 404);
});

test('sends right MIME types, and a wrong one for .wasm when asked to', async (t) => {
  const right = await started(t);
  assert.equal((await fetch(right.url)).headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal((await fetch(`${right.url}a.wasm`)).headers.get('content-type'), 'application/wasm');
  const wrong = await started(t, { wasmType: 'text/plain' });
  assert.equal((await fetch(`${wrong.url}a.wasm`)).headers.get('content-type'), 'text/plain');
});

test('sends isolation headers and headers by path', async (t) => {
  const policy = { 'Content-Security-Policy': "default-src 'self'" };
  const server = await started(t, { isolated: true, headers: { '/other.html': policy } });
  const { headers } = await fetch(`${server.url}other.html`);
  assert.equal(headers.get('content-security-policy'), "default-src 'self'");
  assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
  assert.equal(headers.get('cross-origin-embedder-policy'), 'require-corp');
  const plain = await started(t);
  assert.equal((await fetch(plain.url)).headers.get('cross-origin-opener-policy'), null);
  assert.equal((await fetch(server.url)).headers.get('content-security-policy'), null);
});
