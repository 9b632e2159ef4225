/**
 * A host on 127.0.0.1, an origin of its own, with a kiosk's page in two versions and two bundles; its network can be cut.
 *
 *     const host = await offlineHost(t);
 *     host.left = 7;                  // requests answered from now on; then each connection breaks
 *     host.app('hai'); host.news(1);  // published from now on
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { offlineFiles } from '../../web/offline_files.js';
import { namedParts } from './bundle_folder.js';
import { pathOf } from './bundle_maker.js';
import { temporaryFolder } from './drivers/children.js';
import { dist, root, sample } from './stage.js';

/** @type {Record<string, string>} */
const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
};
/** Every title, so that many parts change. */
const kEdited = {
  ...sample,
  items: sample.items.map((/** @type {any} */ item) => ({ ...item, title: `Đính chính: ${item.title}` })),
};

/** @typedef {Awaited<ReturnType<typeof publish>>} Published */

/**
 * Both versions of the application and of the news in a folder, removed at the end.
 * @param {{after: (fn: () => void) => void}} t @param {object[]} [feeds] @param {string} [pictures]  a folder of them
 */
export async function publish(t, feeds = [sample, kEdited], pictures) {
  const folder = temporaryFolder('offline');
  t.after(() => folder.remove());
  for (const version of ['một', 'hai']) await makeApp(join(folder.path, version), version);
  if (pictures) cpSync(pictures, join(folder.path, 'pictures'), { recursive: true });
  const news = feeds.map((feed, i) => makeNews(folder.path, feed, i));
  return { path: folder.path, news, parts: news.map((path) => [...namedParts(path)].map(pathOf)) };
}

/** @param {string} path @param {string} version */
async function makeApp(path, version) {
  cpSync(dist, path, { recursive: true });
  const page = readFileSync(join(import.meta.dirname, 'pages/offline.html'), 'utf8');
  writeFileSync(join(path, 'kiosk.html'), page.replaceAll('VERSION', version));
  writeFileSync(join(path, 'bantin.probe.js'), `window.probe = '${version}';\n`);
  await offlineFiles(path, async (name, content) => writeFileSync(join(path, name), content));
}

// Packed over what is there, as a publisher does: the serial grows.
/** @param {string} folder @param {object} feed @param {number} i */
function makeNews(folder, feed, i) {
  const [path, file] = [join(folder, `news-${i}`), join(folder, `feed-${i}.json`)];
  if (i > 0) cpSync(join(folder, `news-${i - 1}`), path, { recursive: true });
  writeFileSync(file, JSON.stringify(feed));
  execFileSync(join(root, 'build/native/bantin'), ['pack', file, '-o', path], { stdio: 'pipe' });
  return path;
}

/** @param {{after: (fn: () => Promise<void>) => void}} t @param {Published} published */
export async function offlineHost(t, published) {
  let [app, news] = ['một', 0];
  const host = {
    url: '',
    published,
    left: Infinity,
    /** Paths that were answered. @type {string[]} */
    answered: [],
    app: (/** @type {string} */ version) => void (app = version),
    news: (/** @type {number} */ number) => void (news = number),
  };
  const server = createServer((request, response) => {
    if (host.left <= 0) return void response.destroy();
    --host.left;
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const folder = path.startsWith('/data/') ? published.news[news] : join(published.path, app);
    try {
      const content = readFileSync(join(folder, path.replace(/^\/data\//, '/')));
      host.answered.push(path);
      const type = kTypes[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  host.url = `http://127.0.0.1:${port}/`;
  t.after(
    () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  return host;
}
