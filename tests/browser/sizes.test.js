/** What is sent to a reader, in bytes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { dist } from './stage.js';

const kEngine = 180_000;
const kOneFile = 600_000;
const kLazy = 25_000;
const kOneScript = 230_000;

test(`script and engine are at most ${kEngine} bytes together, compressed by brotli`, () => {
  const sizes = ['bantin.js', 'bantin.wasm'].map((name) => brotliCompressSync(readFileSync(join(dist, name))).length);
  const total = sizes[0] + sizes[1];
  assert.ok(total <= kEngine, `${sizes.join(' + ')} = ${total}`);
});

test(`the one-file reader with the sample, fonts left out, is at most ${kOneFile} bytes`, () => {
  const html = readFileSync(join(dist, 'reader.html'), 'utf8');
  const length = Buffer.byteLength(html.replace(/<script id="fonts"[^>]*>[^]*?<\/script>/, ''));
  assert.ok(length <= kOneFile, `${length}`);
});

for (const name of [
  'bantin.tools.js',
  'bantin.bundle.js',
  'bantin.tools.mjs',
  'bantin.bundle.mjs',
  'bantin.frame.js',
  'bantin.kiosk.js',
  'bantin.kiosk.mjs',
  'bantin.kiosk.page.js',
  'bantin.offline.js',
  'sw.js',
]) {
  test(`${name} is at most ${kLazy} bytes, compressed by brotli`, () => {
    const { length } = brotliCompressSync(readFileSync(join(dist, name)));
    assert.ok(length <= kLazy, `${length}`);
  });
}

test(`the module is no heavier than the script, the one script at most ${kOneScript} bytes, compressed by brotli`, () => {
  const sizes = ['bantin.js', 'bantin.mjs', 'bantin.all.js'].map(
    (name) => brotliCompressSync(readFileSync(join(dist, name))).length,
  );
  assert.ok(sizes[1] <= sizes[0] + 500, sizes.join());
  assert.ok(sizes[2] <= kOneScript, sizes.join());
});

test('the one-file reader holds the licences and the articles for a browser without scripts', () => {
  const html = readFileSync(join(dist, 'reader.html'), 'utf8');
  assert.ok(html.includes('Dear ImGui'));
  assert.ok(/<noscript>[^]*<article>/.test(html));
  const own = html.replace(/<noscript>[^]*?<\/noscript>/, ''); // articles may have links
  assert.ok(!/\b(src|href)="https?:/.test(own));
});
