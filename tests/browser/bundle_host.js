/**
 * A host of a bundle on 127.0.0.1 that can be made to fail.
 *
 *     const host = await hostBundle(makeBundle(feed));
 *     host.faults.set('parts/3f/3fa8….bin', (request, response) => response.writeHead(503).end());
 *     await Bundle.open(host.files.get('bundle.json'), host.base);
 *     assert.equal(host.count('parts/3f/3fa8….bin'), 5);
 */
import { createServer } from 'node:http';

/** @typedef {import('./bundle_maker.js').Files} Files */
/**
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse,
 *   bytes: Uint8Array | undefined, time: number) => unknown} Fault  time: how often the path was asked for before
 *
 * @typedef {object} Host
 * @property {string} base address of bundle.json
 * @property {Files} files may be replaced while it runs
 * @property {Map<string, Fault>} faults by path; "*": for every other path that is no manifest
 * @property {string[]} requests paths with their queries, in order
 * @property {(path: string) => number} count of the requests for a path
 * @property {number} busiest most requests that were open at one time
 * @property {() => Promise<void>} close
 */

/** @param {Files} files @param {Record<string, string>} [headers] @returns {Promise<Host>} */
export async function hostBundle(files, headers = {}) {
  let open = 0;
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = pathname.replace(/^\/data\//, '');
    const time = host.count(path);
    host.requests.push(path + search);
    host.busiest = Math.max(host.busiest, ++open);
    response.on('close', () => --open);
    const fault = host.faults.get(path) ?? (path === 'bundle.json' ? undefined : host.faults.get('*'));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    (fault ?? served)(request, response, host.files.get(path), time);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  /** @type {Host} */
  const host = {
    base: `http://127.0.0.1:${port}/data/bundle.json`,
    files,
    faults: new Map(),
    requests: [],
    count: (path) => host.requests.filter((request) => request.split('?')[0] === path).length,
    busiest: 0,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return host;
}

/** As a good host answers. @type {Fault} */
export function served(_request, response, bytes) {
  if (!bytes) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Length': bytes.length }).end(bytes);
}
