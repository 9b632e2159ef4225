// What makes dist/ installable: sw.js with the names and hashes of the application's files, manifest.webmanifest, icons.
//   await offlineFiles(folder, put);
//   node web/offline_files.js [FOLDER]     again, after a page in FOLDER (dist/) was edited by hand

import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconPng, iconSvg } from './icon.js';

/** @typedef {import('./offline/app_store.js').AppFiles} AppFiles */
/** @typedef {(name: string, content: string | Uint8Array) => Promise<void>} Put */

const web = dirname(fileURLToPath(import.meta.url));
/** Of dist/: the pages, the scripts they load, what those load. The one-file scripts are for other pages. */
const APP =
  /^((kiosk|index)\.html|bantin\.wasm|bantin(\.(?!all\.)[a-z.]+)?\.js|fonts\/.*\.woff2|manifest\.webmanifest|icon.*\.(svg|png))$/;
const ICON_SIZES = [192, 512];

/** @param {string} folder  with everything else in it @param {Put} put  writes a file into it */
export async function offlineFiles(folder, put) {
  await put('icon.svg', iconSvg());
  for (const size of ICON_SIZES) await put(`icon-${size}.png`, iconPng(size));
  await put('manifest.webmanifest', `${JSON.stringify(webManifest(), null, 2)}\n`);
  await put('bantin.offline.js', await script('bantin_offline.js', { version: '', files: [] }));
  await put('sw.js', await script('sw.js', await appFiles(folder)));
}

function webManifest() {
  const png = ICON_SIZES.map((size) => ({ src: `icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' }));
  const icons = [...png, { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }];
  return {
    id: 'kiosk.html',
    name: 'Bản Tin – tin tức của các cơ quan',
    short_name: 'Bản Tin',
    lang: 'vi',
    dir: 'ltr',
    start_url: 'kiosk.html',
    scope: './',
    display: 'standalone',
    display_override: ['fullscreen', 'standalone'],
    background_color: '#FBF9F4',
    theme_color: '#A6192E',
    icons: icons.flatMap((icon) => [
      { ...icon, purpose: 'any' },
      { ...icon, purpose: 'maskable' },
    ]),
  };
}

/** @param {string} folder @returns {Promise<AppFiles>} version: of exactly these files */
export async function appFiles(folder) {
  const names = [];
  for await (const path of glob('**/*', { cwd: folder })) names.push(path.split(sep).join('/'));
  /** @type {[string, string][]} */
  const files = [];
  for (const name of names.filter((one) => APP.test(one)).sort())
    files.push([name, sha256(await readFile(join(folder, name)))]);
  return { version: sha256(JSON.stringify(files)).slice(0, 12), files };
}

/** @param {string | Uint8Array} content */
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** @param {string} entry @param {AppFiles} files @returns {Promise<string>} one classic script */
async function script(entry, files) {
  const result = await build({
    entryPoints: [join(web, entry)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    charset: 'utf8',
    plugins: [appFilesModule(files)],
    write: false,
  });
  return result.outputFiles[0].text;
}

/** Workers run on https only, where WebCrypto has SHA-256. @param {AppFiles} files @returns {import('esbuild').Plugin} */
const appFilesModule = (files) => ({
  name: 'offline',
  setup(bundler) {
    bundler.onResolve({ filter: /^bantin-app-files$|^@noble\/hashes/ }, ({ path }) => ({ path, namespace: 'offline' }));
    bundler.onLoad({ filter: /^bantin-app-files$/, namespace: 'offline' }, () => ({
      contents: `export const APP_FILES = ${JSON.stringify(files)};`,
    }));
    bundler.onLoad({ filter: /^@noble/, namespace: 'offline' }, () => ({
      contents: 'export const sha256 = undefined;',
    }));
  },
});

async function main() {
  const folder = resolve(process.argv[2] ?? join(web, '../dist'));
  const put = (/** @type {string} */ name, /** @type {string | Uint8Array} */ content) =>
    writeFile(join(folder, name), content);
  await offlineFiles(folder, put);
  const { version, files } = await appFiles(folder);
  console.log(`${join(folder, 'sw.js')}: version ${version}, ${files.length} files`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(`sw.js was not made: ${error.message}`);
    process.exitCode = 1;
  });
}
