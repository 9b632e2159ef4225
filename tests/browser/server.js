/**
 * A static server on 127.0.0.1 for tests.
 *
 *     const server = await serve({ folders: ['dist', pages] });
 *     await driver.open(server.url + 'index.html');
 *     assert.ok(server.requests.includes('/bantin.wasm'));
 *     await server.close();
 */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

/** @type {Record<string, string>} */
const kTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const kIsolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/**
 * @typedef {object} ServeOptions
 * @property {string[]} folders searched in this order; a folder's own address gives its index.html
 * @property {boolean} [isolated] send COOP and COEP, so that the page is cross-origin isolated (false)
 * @property {Record<string, Record<string, string>>} [headers] more headers by path, "*" for every path:
 *   {"/index.html": {"Content-Security-Policy": "…"}}
 * @property {string} [wasmType] the MIME type of .wasm, for a wrong one ("application/wasm")
 *
 * @typedef {object} Server
 * @property {string} url "http://127.0.0.1:PORT/"
 * @property {string[]} requests each requested path with its query, in order; `requests.length = 0` forgets them
 * @property {() => Promise<void>} close
 */

/**
 * @param {ServeOptions} options
 * @returns {Promise<Server>} listening on a free port
 */
export async function serve({ folders, isolated = false, headers = {}, wasmType = kTypes['.wasm'] }) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
    requests.push(pathname + search);
    const file = await find(folders, decoded(pathname));
    // Files of a folder that a test has removed may still be asked for.
    const content = file && (await readFile(file).catch(() => null));
    if (!file || !content) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    const type = file.endsWith('.wasm') ? wasmType : (kTypes[extname(file)] ?? 'application/octet-stream');
    const always = { 'Content-Type': type, 'Cache-Control': 'no-store', ...(isolated ? kIsolation : {}) };
    response.writeHead(200, { ...always, ...headers['*'], ...headers[pathname] });
    response.end(request.method === 'HEAD' ? undefined : content);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, requests, close: () => closed(server) };
}

/** @param {string} pathname */
function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/**
 * The first folder's file of that path, never one outside the folder.
 * @param {string[]} folders
 * @param {string} pathname
 */
async function find(folders, pathname) {
  for (const folder of folders) {
    const root = resolve(folder);
    const path = join(root, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const found = path.startsWith(root + sep) && (await stat(path).catch(() => undefined))?.isFile();
    if (found) return path;
  }
  return undefined;
}

/** @param {import('node:http').Server} server @returns {Promise<void>} */
function closed(server) {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
