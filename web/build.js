// Makes dist/ from the compiled engine (build/web), the scripts and pages in web/, the fonts of npm's packages, and
// the sample in data/.
//   node web/build.js          after: cmake --build build/native, cmake --build build/web
// Prints the sizes it made. Exits with 1 and a sentence when something it needs is missing.

import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fonts } from './fonts.js';
import { notices } from './notices.js';
import { offlineFiles } from './offline_files.js';
import { pages } from './pages.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const engine = join(root, 'build/web/src/web/bantin_engine.mjs');
const command = join(root, 'build/native/bantin');
const wasmFile = engine.replace('.mjs', '.wasm');
const dist = join(root, 'dist');
const fresh = join(root, 'build/dist');

/** What is compiled into the scripts. @typedef {{wasm: Uint8Array, faces: import('./faces.js').Face[]}} Parts */

/** @param {Parts} parts @returns {import('esbuild').Plugin} */
const builtModules = ({ wasm, faces }) => ({
  name: 'built',
  setup(bundler) {
    bundler.onResolve({ filter: /^bantin-engine$/ }, () => ({ path: engine }));
    bundler.onResolve({ filter: /^bantin-wasm-packed$/ }, (module) => ({ path: module.path, namespace: 'packed' }));
    bundler.onLoad({ filter: /.*/, namespace: 'packed' }, () => ({
      contents: gzipSync(wasm, { level: 9 }).toString('base64'),
      loader: 'text',
    }));
    bundler.onResolve({ filter: /^bantin-faces$/ }, (module) => ({ path: module.path, namespace: 'faces' }));
    bundler.onLoad({ filter: /.*/, namespace: 'faces' }, () => ({ contents: JSON.stringify(faces), loader: 'json' }));
  },
});

/** @param {string} entry @param {Parts} parts @returns {Promise<string>} one classic script */
async function bundle(entry, parts) {
  const result = await build({
    entryPoints: [join(root, 'web', entry)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    define: { 'import.meta.url': '""' },
    legalComments: 'none',
    charset: 'utf8',
    plugins: [builtModules(parts)],
    write: false,
  });
  return result.outputFiles[0].text;
}

/** @param {string} name @param {string | Uint8Array} content */
async function put(name, content) {
  await writeFile(join(fresh, name), content);
  const bytes = Buffer.from(content);
  const kilobytes = (/** @type {number} */ size) => `${(size / 1000).toFixed(1)} kB`;
  console.log(
    `  ${name.padEnd(34)} ${kilobytes(bytes.length).padStart(10)}  brotli ${kilobytes(brotliCompressSync(bytes).length)}`,
  );
}

/** Fills the one-file reader by the command. @param {string} shell @param {string} feed */
async function onePage(shell, feed) {
  const [mould, articles] = [join(root, 'build/reader.shell.html'), join(root, 'build/reader.json')];
  await writeFile(mould, shell);
  await writeFile(articles, pictureless(feed));
  execFileSync(command, ['page', '--shell', mould, articles, '-o', join(fresh, 'reader.html')], { stdio: 'pipe' });
  return readFile(join(fresh, 'reader.html'));
}

// With its pictures the sample would be too large for one file. Its HTML is the project's own and regular.
/** @param {string} feed */
function pictureless(feed) {
  const without = (/** @type {string} */ html) => html.replace(/<figure>.*?<\/figure>/gs, '');
  return JSON.stringify(JSON.parse(feed), (key, value) => (key === 'content_html' ? without(value) : value));
}

async function main() {
  const wasm = await readFile(wasmFile);
  const feed = await readFile(join(root, 'data/sample.json'), 'utf8');
  const licences = await notices(root);
  const fontFiles = await fonts(root);
  const parts = { wasm, faces: fontFiles.map(({ face }) => face) };
  await rm(fresh, { recursive: true, force: true });
  for (const folder of ['data', 'fonts']) await mkdir(join(fresh, folder), { recursive: true });
  await put('bantin.js', await bundle('bantin.js', parts));
  await put('bantin.wasm', wasm);
  await put('bantin.tools.js', await bundle('bantin_tools.js', parts));
  await put('bantin.bundle.js', await bundle('bantin_bundle.js', parts));
  for (const { face, bytes } of fontFiles) await put(`fonts/${face.file}`, bytes);
  const single = await bundle('bantin_single.js', parts);
  const content = { title: JSON.parse(feed).title, licences, single, fonts: fontFiles };
  for (const [name, html] of await pages(join(root, 'web/pages'), content)) {
    await put(name, name === 'reader.html' ? await onePage(html, feed) : html);
  }
  await put('NOTICES.txt', licences);
  await cp(join(root, 'data/sample.json'), join(fresh, 'data/sample.json'));
  execFileSync(command, ['pack', join(root, 'data/sample.json'), '-o', join(fresh, 'data')], { stdio: 'pipe' });
  // The last: it names all others.
  await offlineFiles(fresh, put);
  // dist/ is whole or the old one.
  await rm(dist, { recursive: true, force: true });
  await rename(fresh, dist);
}

main().catch((error) => {
  console.error(`dist/ was not made: ${error.message}`);
  process.exitCode = 1;
});
