/** The reader of bundles on hosts that fail: how often it asks, in what order, and what it says in the end. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Bundle } from '../../web/bundle.js';
import { hostBundle, served } from './bundle_host.js';
import { makeBundle, pathOf } from './bundle_maker.js';
import { sample } from './stage.js';

/** @typedef {import('./bundle_host.js').Host} Host */

const kMade = { title: sample.title, departments: sample._bantin.departments };
const kFiles = makeBundle({ ...kMade, items: sample.items });
/** 20 blocks. */
const kMany = makeBundle({
  ...kMade,
  items: Array.from({ length: 640 }, (_, i) => ({
    id: `bai-${i}`,
    content_text: `Bài ${i}`,
    _bantin: { department: kMade.departments[0].id },
  })),
});
const kPauses = [1, 1, 1, 1];

/**
 * An open bundle whose host has answered well so far, and where its articles' blocks lie.
 * @param {import('node:test').TestContext} t @param {Partial<import('../../web/bundle.js').OpenOptions>} [options]
 * @param {import('./bundle_maker.js').Files} [files]
 */
async function opened(t, options = {}, files = kFiles) {
  const host = await hostBundle(files);
  t.after(() => host.close());
  /** @type {string[]} */
  const notes = [];
  const note = (/** @type {string} */ event, /** @type {string} */ detail) => notes.push(`${event} ${detail}`);
  const bytes = Uint8Array.from(files.get('bundle.json') ?? []);
  const bundle = await Bundle.open(bytes, host.base, { note, pauses: kPauses, ...options });
  return { host, bundle, notes };
}

/**
 * The paths of all parts of a kind, known by asking for them once.
 * @param {Host} host @param {Bundle} bundle @param {'headlines' | 'articles'} kind
 */
async function pathsOf(host, bundle, kind) {
  const paths = [];
  for (let block = 0; block < bundle.numbers / 32; ++block) {
    await bundle[kind](block);
    paths.push(/** @type {string} */ (host.requests.at(-1)));
  }
  host.requests.length = 0;
  host.busiest = 0;
  return paths;
}

/** Answers nothing until it is told to. */
function gate() {
  /** @type {(() => void)[]} */
  const waiting = [];
  let isOpen = false;
  return {
    /** @type {import('./bundle_host.js').Fault} */
    fault: (request, response, bytes, time) => {
      const answer = () => served(request, response, bytes, time);
      if (isOpen) answer();
      else waiting.push(answer);
    },
    open: () => {
      isOpen = true;
      for (const answer of waiting.splice(0)) answer();
    },
  };
}

/** @param {() => boolean} isSo */
async function until(isSo) {
  while (!isSo()) await new Promise((later) => setTimeout(later, 2));
}

describe('a part that fails every time is asked for five times, then given up', () => {
  /** @type {[string, string, import('./bundle_host.js').Fault][]} */
  const faults = [
    ['missing', 'part-missing', (_, response) => response.writeHead(404).end('Không có')],
    ['gone', 'part-missing', (_, response) => response.writeHead(410).end()],
    ['refused', 'part-unreachable', (_, response) => response.writeHead(403).end()],
    ['a server’s error', 'part-unreachable', (_, response) => response.writeHead(503).end()],
    ['a broken connection', 'part-unreachable', (_, response) => response.destroy()],
    [
      'a connection that breaks half way',
      'part-unreachable',
      (_, response, bytes) => {
        response.writeHead(200, { 'Content-Length': bytes?.length });
        response.write(bytes?.subarray(0, 100), () => response.destroy());
      },
    ],
    ['cut short on the host', 'part-corrupted', (_, response, bytes) => response.end(bytes?.subarray(0, 100))],
    ['empty', 'part-corrupted', (_, response) => response.end()],
    ['another’s content', 'part-corrupted', (_, response) => response.end(gzipSync('{"items":[]}'))],
    ['a page of a hotel', 'part-corrupted', (_, response) => response.end('<html>Đăng nhập</html>')],
    [
      'one bit wrong',
      'part-corrupted',
      (_, response, bytes) => response.end(bytes?.map((byte, at) => (at === 60 ? byte ^ 1 : byte))),
    ],
  ];
  for (const [name, code, fault] of faults) {
    test(name, async (t) => {
      const { host, bundle, notes } = await opened(t);
      const [path, other] = await pathsOf(host, bundle, 'articles');
      host.faults.set(path, fault);
      const url = new URL(path, host.base).href;
      await assert.rejects(bundle.articles(0), { name: 'PartError', code, url });
      assert.equal(host.count(path), 5);
      assert.deepEqual(
        notes.map((note) => note.split(' ').slice(0, 2).join(' ').replace(/:$/, '')),
        [...Array(4).fill(`part-retry ${code}`), `part-failed ${code}`],
      );
      await bundle.articles(1);
      assert.equal(host.count(other), 1);
      host.faults.clear();
      await bundle.articles(0);
      assert.equal(host.count(path), 6, 'asked for anew, it is tried anew');
    });
  }

  test('too slow', async (t) => {
    const { host, bundle } = await opened(t, { silence: 60 });
    const [path] = await pathsOf(host, bundle, 'articles');
    host.faults.set(path, () => {});
    await assert.rejects(bundle.articles(0), { code: 'part-slow' });
    assert.equal(host.count(path), 5);
  });

  test('silent after a beginning', async (t) => {
    const { host, bundle } = await opened(t, { silence: 60, pauses: [1] });
    const [path] = await pathsOf(host, bundle, 'articles');
    host.faults.set(path, (_, response, bytes) => response.write(bytes?.subarray(0, 50)));
    await assert.rejects(bundle.articles(0), { code: 'part-slow' });
    assert.equal(host.count(path), 2);
  });

  test('expanding without end', async (t) => {
    const { host, bundle } = await opened(t, { pauses: [] });
    const [path] = await pathsOf(host, bundle, 'articles');
    const bomb = gzipSync(new Uint8Array(80 * 2 ** 20), { level: 1 });
    host.faults.set(path, (_, response) => response.end(bomb));
    await assert.rejects(bundle.articles(0), { code: 'part-corrupted', message: /more than 67108864 bytes/ });
  });
});

test('a part that comes slowly but steadily is waited for', async (t) => {
  const { host, bundle } = await opened(t, { silence: 300, pauses: [] });
  const [path] = await pathsOf(host, bundle, 'articles');
  host.faults.set(path, async (_, response, bytes = new Uint8Array()) => {
    for (let piece = 0; piece < 8; ++piece) {
      response.write(bytes.subarray((bytes.length * piece) >> 3, (bytes.length * (piece + 1)) >> 3));
      await new Promise((later) => setTimeout(later, 60));
    }
    response.end();
  });
  assert.equal(JSON.parse(new TextDecoder().decode(await bundle.articles(0))).items.length, 32);
});

test('a part that fails twice comes the third time, and then past caches', async (t) => {
  /** @type {Map<string, (string | undefined)[]>} */
  const caches = new Map();
  /** @type {typeof fetch} */
  const seen = (input, init) => {
    const path = String(input).split('/data/')[1];
    caches.set(path, [...(caches.get(path) ?? []), init?.cache]);
    return fetch(input, init);
  };
  const { host, bundle, notes } = await opened(t, { fetch: seen });
  const [path] = await pathsOf(host, bundle, 'articles');
  host.faults.set(path, (request, response, bytes, time) =>
    time < 2 ? response.end('hỏng') : served(request, response, bytes, time),
  );
  caches.clear();
  assert.equal(JSON.parse(new TextDecoder().decode(await bundle.articles(0))).items.length, 32);
  assert.deepEqual(caches.get(path), ['force-cache', 'reload', 'reload']);
  assert.equal(notes.length, 2);
  await bundle.renewed();
  assert.deepEqual(caches.get('bundle.json'), ['no-cache']);
});

test('pauses grow by themselves: half a second, one, two, four, a quarter more or less', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { Parts } = await import('../../web/bundle_parts.js');
  const { PartError } = await import('../../web/bundle_error.js');
  let attempts = 0;
  const parts = new Parts(async () => {
    ++attempts;
    throw new PartError('part-unreachable', 'x');
  });
  const failed = assert.rejects(parts.load('0'.repeat(64)), { code: 'part-unreachable' });
  const settled = () => new Promise((done) => setImmediate(done));
  for (const [index, pause] of [500, 1000, 2000, 4000].entries()) {
    await settled();
    assert.equal(attempts, index + 1);
    t.mock.timers.tick(0.75 * pause - 1);
    await settled();
    assert.equal(attempts, index + 1, 'not before three quarters');
    t.mock.timers.tick(0.5 * pause + 2);
  }
  await failed;
  assert.equal(attempts, 5);
});

test('a bundle whose order cannot be had does not open', async (t) => {
  const host = await hostBundle(kFiles);
  t.after(() => host.close());
  const bytes = Uint8Array.from(kFiles.get('bundle.json') ?? []);
  const path = pathOf(JSON.parse(new TextDecoder().decode(bytes)).order);
  host.faults.set(path, (_, response) => response.writeHead(404).end());
  await assert.rejects(Bundle.open(bytes, host.base, { pauses: kPauses }), { code: 'part-missing' });
  assert.equal(host.count(path), 5);
});

describe('requests', () => {
  test('for the same part are one while it is on its way', async (t) => {
    const { host, bundle } = await opened(t);
    const [path] = await pathsOf(host, bundle, 'articles');
    const [first, second] = await Promise.all([bundle.articles(0), bundle.articles(0)]);
    assert.equal(first, second);
    assert.equal(host.count(path), 1);
    await bundle.articles(0);
    assert.equal(host.count(path), 2, 'contents are not kept');
  });

  test('are six at a time, of headlines those asked last first, articles before them', async (t) => {
    /** In the order they are sent; they may arrive in another. @type {string[]} */
    const sent = [];
    /** @type {typeof fetch} */
    const noted = (input, init) => {
      sent.push(String(input).split('/data/')[1]);
      return fetch(input, init);
    };
    const { host, bundle } = await opened(t, { fetch: noted }, kMany);
    const headlines = await pathsOf(host, bundle, 'headlines');
    const [article] = await pathsOf(host, bundle, 'articles');
    const { fault, open } = gate();
    host.faults.set('*', fault);
    sent.length = 0;
    const asked = [...headlines.keys()].map((block) => bundle.headlines(block));
    await until(() => host.requests.length === 6);
    asked.push(bundle.articles(0), bundle.headlines(8));
    await new Promise((later) => setTimeout(later, 20));
    assert.deepEqual(sent, headlines.slice(0, 6));
    open();
    await Promise.all(asked);
    assert.equal(host.busiest, 6);
    const others = headlines.slice(6).filter((path) => path !== headlines[8]);
    assert.deepEqual(sent.slice(6), [article, headlines[8], ...others.reverse()]);
  });

  test('that are no longer wanted are not sent', async (t) => {
    const { host, bundle } = await opened(t, {}, kMany);
    const headlines = await pathsOf(host, bundle, 'headlines');
    const { fault, open } = gate();
    host.faults.set('*', fault);
    const past = new AbortController();
    const wanted = [0, 1, 2, 3, 4, 5, 7].map((block) => bundle.headlines(block));
    const dropped = [6, 7, 8, 9].map((block) => bundle.headlines(block, { signal: past.signal }));
    await until(() => host.requests.length === 6);
    past.abort(new Error('past'));
    for (const promise of dropped) await assert.rejects(promise, { message: 'past' });
    open();
    await Promise.all(wanted);
    assert.deepEqual([...host.requests].sort(), [...headlines.slice(0, 6), headlines[7]].sort());
  });

  test('that run end when nobody wants them, and make room', async (t) => {
    const { host, bundle } = await opened(t, {}, kMany);
    const headlines = await pathsOf(host, bundle, 'headlines');
    for (const path of headlines.slice(0, 6)) host.faults.set(path, () => {});
    const past = new AbortController();
    const dropped = [0, 1, 2, 3, 4, 5].map((block) => bundle.headlines(block, { signal: past.signal }));
    const waiting = bundle.headlines(6);
    await until(() => host.requests.length === 6);
    past.abort(new Error('past'));
    for (const promise of dropped) await assert.rejects(promise, { message: 'past' });
    await waiting;
    host.faults.clear();
    await bundle.headlines(0);
    assert.equal(host.count(headlines[0]), 2, 'an ended request is begun anew');
  });

  test('of all kinds end with the bundle, pauses too', async (t) => {
    const end = new AbortController();
    const { host, bundle } = await opened(t, { signal: end.signal, pauses: [100_000] });
    const [broken, silent] = await pathsOf(host, bundle, 'articles');
    host.faults.set(broken, (_, response) => response.writeHead(500).end());
    host.faults.set(silent, () => {});
    const asked = [bundle.articles(0), bundle.articles(1)];
    await until(() => host.requests.length === 2);
    await new Promise((later) => setTimeout(later, 20));
    end.abort(new Error('removed'));
    for (const promise of [...asked, bundle.headlines(0), bundle.renewed()]) {
      await assert.rejects(promise, { message: 'removed' });
    }
    assert.equal(host.requests.length, 2);
  });

  test('make room while they pause', async (t) => {
    const { host, bundle } = await opened(t, { pauses: [100_000] }, kMany);
    const headlines = await pathsOf(host, bundle, 'headlines');
    for (const path of headlines.slice(0, 6)) host.faults.set(path, (_, response) => response.writeHead(500).end());
    const end = new AbortController();
    const failing = [0, 1, 2, 3, 4, 5].map((block) => bundle.headlines(block, { signal: end.signal }));
    await bundle.headlines(6);
    end.abort(new Error('past'));
    for (const promise of failing) await assert.rejects(promise, { message: 'past' });
  });
});
