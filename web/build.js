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
import { Integrity, packageFiles } from './package.js';
import { offlineFiles } from './offline_files.js';
import { pages } from './pages.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const engine = join(root, 'build/web/src/web/bantin_engine.mjs');
const command = join(root, 'build/native/bantin');
const wasmFile = engine.replace('.mjs', '.wasm');
const dist = join(root, 'dist');
const fresh = join(root, 'build/dist');
const integrity = new Integrity();

/** What is compiled into the scripts. @typedef {{wasm: Uint8Array, faces: import('./faces.js').Face[]}} Parts */

/** @param {Parts} parts @returns {import('esbuild').Plugin} */
const builtModules = ({ wasm, faces }) => ({
  name: 'built',
  setup(bundler) {
    bundler.onResolve({ filter: /^bantin-engine$/ }, () => ({ path: engine }));
    // What it says of a file beside itself would mislead other people's bundlers; it is always given its bytes.
    bundler.onLoad({ filter: /bantin_engine\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', '""'),
    }));
    bundler.onResolve({ filter: /^bantin-wasm-packed$/ }, (module) => ({ path: module.path, namespace: 'packed' }));
    bundler.onLoad({ filter: /.*/, namespace: 'packed' }, () => ({
      contents: gzipSync(wasm, { level: 9 }).toString('base64'),
      loader: 'text',
    }));
    bundler.onResolve({ filter: /^bantin-faces$/ }, (module) => ({ path: module.path, namespace: 'faces' }));
    bundler.onLoad({ filter: /.*/, namespace: 'faces' }, () => ({ contents: JSON.stringify(faces), loader: 'json' }));
    bundler.onResolve({ filter: /^bantin-font-addresses$/ }, (module) => ({
      path: module.path,
      namespace: 'addresses',
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'addresses' }, () => ({ contents: addressTable(faces) }));
    bundler.onResolve({ filter: /^\.\/bantin\.\w+\.mjs$/ }, ({ path }) => ({ path, external: true }));
  },
});

// Each address as bundlers look for it, word by word.
/** @param {import('./faces.js').Face[]} faces */
function addressTable(faces) {
  const lines = faces.map(({ file }) => `"${file}": new URL("./fonts/${file}", import.meta.url)`);
  return `export default { ${lines.join(', ')} }`;
}

/** @param {string} entry @param {Parts} parts @param {import('esbuild').BuildOptions} [options] @returns {Promise<string>} one script, classic without options */
async function bundle(entry, parts, options) {
  const result = await build({
    entryPoints: [join(root, 'web', entry)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    charset: 'utf8',
    plugins: [builtModules(parts)],
    write: false,
    ...options,
  });
  const { text } = /** @type {import('esbuild').OutputFile[]} */ (result.outputFiles)[0];
  // The only comments left are those inside of style sheets.
  return text.replace(/\s*\/\* [^*]* \*\//g, '');
}

/** @type {import('esbuild').BuildOptions} */
const HARMLESS = { inject: [join(root, 'web/html_element.js')] };
/** The same in other shapes. @type {[name: string, entry: string, options?: import('esbuild').BuildOptions][]} */
const PACKAGED = [
  ['bantin.all.js', 'bantin_all.js', HARMLESS],
  ['bantin.frame.js', 'bantin_frame.js'],
  ['bantin.mjs', 'bantin_module.js', { ...HARMLESS, format: 'esm' }],
  ['bantin.tools.mjs', 'tools_module.js', { format: 'esm' }],
  ['bantin.bundle.mjs', 'bundle_module.js', { format: 'esm' }],
  ['bantin.kiosk.mjs', 'kiosk_module.js', { format: 'esm' }],
];

/** @param {string} name @param {string | Uint8Array} content */
async function put(name, content) {
  await writeFile(join(fresh, name), content);
  const bytes = Buffer.from(content);
  const kilobytes = (/** @type {number} */ size) => `${(size / 1000).toFixed(1)} kB`;
  console.log(
    `  ${name.padEnd(34)} ${kilobytes(bytes.length).padStart(10)}  brotli ${kilobytes(brotliCompressSync(bytes).length).padStart(8)}  ${integrity.add(name, content)}`.trimEnd(),
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
  await put('bantin.kiosk.js', await bundle('bantin_kiosk.js', parts));
  await put('bantin.kiosk.page.js', await bundle('kiosk_page.js', parts));
  for (const name of ['kiosk.css', 'kiosk.json']) await put(name, await readFile(join(root, 'web/pages', name)));
  await cp(join(root, 'web/kiosk_recipe'), join(fresh, 'kiosk'), { recursive: true });
  for (const [name, entry, options] of PACKAGED) await put(name, await bundle(entry, parts, options));
  for (const { face, bytes } of fontFiles) await put(`fonts/${face.file}`, bytes);
  const single = await bundle('bantin_single.js', parts);
  const content = { title: JSON.parse(feed).title, licences, single, fonts: fontFiles };
  for (const [name, html] of await pages(join(root, 'web/pages'), content)) {
    await put(name, name === 'reader.html' ? await onePage(html, feed) : html);
  }
  for (const [name, text] of await packageFiles(root)) await put(name, text);
  await put('NOTICES.txt', licences);
  await cp(join(root, 'data/sample.json'), join(fresh, 'data/sample.json'));
  execFileSync(command, ['pack', join(root, 'data/sample.json'), '-o', join(fresh, 'data')], { stdio: 'pipe' });
  // The last: it names all others.
  await offlineFiles(fresh, put);
  await put('integrity.json', `${integrity}`);
  // dist/ is whole or the old one.
  await rm(dist, { recursive: true, force: true });
  await rename(fresh, dist);
}

main().catch((error) => {
  console.error(`dist/ was not made: ${error.message}`);
  process.exitCode = 1;
});
