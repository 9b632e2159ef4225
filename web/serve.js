// A small static server for trying dist/ out: GET and HEAD, on 127.0.0.1 only.
//   node web/serve.js [--port N] [FOLDER]
// Every answer asks for cross-origin isolation, as a careful host would, and for revalidation, so that a rebuild shows at once.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** @type {Record<string, string>} */
const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * The file that an address names, index.html for a folder; null when there is none, or when it lies outside.
 * @param {string} folder absolute
 * @param {string} url
 * @returns {Promise<{path: string, size: number} | null>}
 */
async function find(folder, url) {
  try {
    let path = resolve(join(folder, decodeURIComponent(new URL(url, 'http://localhost').pathname)));
    if (path !== folder && !path.startsWith(folder + sep)) return null;
    let found = await stat(path);
    if (found.isDirectory()) {
      path = join(path, 'index.html');
      found = await stat(path);
    }
    return { path, size: found.size };
  } catch {
    return null;
  }
}

/**
 * A server for a folder, not yet listening.
 * @param {string} folder
 */
export function fileServer(folder) {
  const root = resolve(folder);
  return createServer(async (request, response) => {
    const { method = '', url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    const file = await find(root, url);
    if (!file) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    response.writeHead(200, {
      'Content-Type': mimeTypes[extname(file.path)] ?? 'application/octet-stream',
      'Content-Length': file.size,
      'Cache-Control': 'no-cache',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    if (method === 'HEAD') return void response.end();
    // A reader who leaves half way is no error of ours.
    await pipeline(createReadStream(file.path), response).catch(() => {});
  });
}

function main() {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string', default: '8080' } },
    allowPositionals: true,
  });
  const folder = positionals[0] ?? fileURLToPath(new URL('../dist', import.meta.url));
  const server = fileServer(folder);
  server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    const taken = error.code === 'EADDRINUSE';
    console.error(taken ? `port ${values.port} is taken: choose another with --port` : error.message);
    process.exit(1);
  });
  server.listen(Number(values.port), '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : values.port;
    console.log(`http://127.0.0.1:${port}/`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
