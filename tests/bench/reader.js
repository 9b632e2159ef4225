/**
 * What a reader loads of a packed bundle, in Chromium: node tests/bench/reader.js BUNDLE [PEER_FEED]
 * Prints one JSON object: an array `steps` of {name, ms, requests, bytes, memory}. Bytes are the bundle's own, as the
 * host sends them; the engine's are not among them. Every step but those named "then" begins with an empty page.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { launchFor } from '../browser/drivers/driver.js';
import { hostBundle } from '../browser/bundle_host.js';
import { openPage, setStage } from '../browser/stage.js';

const [folder, peer] = process.argv.slice(2);
const kOpen = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
const kQueries = 10;

/** Files of a folder, read when they are asked for. */
class Folder extends Map {
  /** @param {string} path */
  get(path) {
    try {
      return readFileSync(join(folder, path));
    } catch {
      return undefined;
    }
  }
}

const part = (/** @type {string} */ hash) =>
  gunzipSync(readFileSync(join(folder, 'parts', hash.slice(0, 2), `${hash.slice(0, 24)}.bin`)));

/** Items of block `number` of headlines. @param {any} table @param {number} number */
function items(table, number) {
  const page = part(table.pages[Math.floor(number / 64)]);
  const begin = 1 + 32 * (number % 64);
  return JSON.parse(part(page.subarray(begin, begin + 32).toString('hex')).toString()).items;
}

/** The commonest pairs of words in every 40th block's titles. @param {any} manifest */
function commonest({ headlines }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let block = 0; block < headlines.parts; block += 40) {
    for (const { title } of items(headlines, block)) {
      const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      for (let i = 1; i < words.length; ++i) {
        const pair = `${words[i - 1]} ${words[i]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, kQueries)
    .map(([pair]) => pair);
}

const manifest = JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8'));
const host = await hostBundle(new Folder(), kOpen);
const stage = await setStage({
  folders: [
    join(import.meta.dirname, '../../dist'),
    join(import.meta.dirname, '../browser/pages'),
    ...(peer ? [dirname(peer)] : []),
  ],
});
/** @type {(() => Promise<void>)[]} */
const endings = [];
const driver = await launchFor({ after: (end) => void endings.push(end) }, 'chromium', { stepSeconds: 120 });
/** @type {{name: string, ms: number, requests: number, bytes: number, memory: number, searchMs: number}[]} */
const steps = [];

/** Bytes that the host has sent since `from`. @param {number} from */
const sent = (from) =>
  host.requests.slice(from).reduce((sum, path) => sum + (host.files.get(path.split('?')[0])?.length ?? 0), 0);

/** @param {string} name @param {() => Promise<void>} act */
async function step(name, act) {
  const from = host.requests.length;
  const began = performance.now();
  await act();
  const ms = performance.now() - began;
  await settled();
  const { memory, own } = await driver.evaluate(() => {
    const { memoryBytes, searchMs } = /** @type {any} */ (document.querySelector('ban-tin')).stats;
    return { memory: memoryBytes, own: searchMs };
  });
  steps.push({ name, ms, requests: host.requests.length - from, bytes: sent(from), memory, searchMs: own });
}

/** Until nothing has been asked for for a while. */
async function settled() {
  for (let last = -1; last !== host.requests.length;) {
    last = host.requests.length;
    await new Promise((done) => setTimeout(done, 300));
  }
}

/** Until rows with titles stand in the layer. */
const rowsShown = () =>
  driver.evaluate(async () => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
    const scroller = /** @type {Element} */ (root.querySelector('.scroller'));
    const is = () =>
      [...root.querySelectorAll('.item a')].some((link) => {
        const { top, bottom } = link.getBoundingClientRect();
        const frame = scroller.getBoundingClientRect();
        return link.textContent && bottom > frame.top && top < frame.bottom && !link.closest('[aria-busy=true]');
      });
    for (let i = 0; i < 2000 && !is(); ++i) await new Promise((done) => requestAnimationFrame(done));
    if (!is()) throw new Error('no rows');
  });

const open = (attributes = {}) => openPage(driver, stage, { src: host.base, ...attributes });

try {
  await open(); // so that the browser itself is awake
  await step('first rows', async () => {
    await open();
    await rowsShown();
  });
  const oldest = items(manifest.headlines, manifest.headlines.parts - 1)[0].id;
  await step('then the end of the list', async () => {
    await driver.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('ban-tin')?.shadowRoot);
      /** @type {Element} */ (root.querySelector('.scroller')).scrollTop = 1e9;
    });
    await rowsShown();
  });
  await step('an article by its id', () => open({ article: oldest }));
  for (const query of commonest(manifest)) {
    await open();
    await settled();
    await step(`first search: ${query}`, async () => {
      await driver.evaluate(
        (/** @type {string} */ text) =>
          /** @type {any} */ (document.querySelector('ban-tin')).setFilter({ query: text }),
        query,
      );
      await rowsShown();
    });
  }
  if (peer) {
    await step('the feed, not packed: first rows', async () => {
      await openPage(driver, stage, { src: `${stage.url}${peer.slice(peer.lastIndexOf('/') + 1)}` });
      await rowsShown();
    });
  }
  console.log(JSON.stringify({ steps }));
} finally {
  for (const end of endings.reverse()) await end();
  await host.close();
  await stage.close();
}
