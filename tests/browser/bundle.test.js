/** The reader of bundles (web/bundle.js) against a packer of the tests' own, over HTTP. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Bundle } from '../../web/bundle.js';
import { sha256 } from '../../web/bundle_content.js';
import { isManifest } from '../../web/bundle_mark.js';
import { hostBundle } from './bundle_host.js';
import { dayNumber, headlineOf, listOrder, makeBundle, numbersPart, put } from './bundle_maker.js';
import { temporaryFolder } from './drivers/children.js';
import { root, sample } from './stage.js';

const kUndated = -2147483648;
const kMade = { title: sample.title, language: sample.language, departments: sample._bantin.departments };

/** @param {Uint8Array} bytes */
const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/**
 * The bundle of `files` on a host of its own.
 * @param {import('node:test').TestContext} t @param {import('./bundle_maker.js').Files} files
 * @param {Partial<import('../../web/bundle.js').OpenOptions> & {query?: string, headers?: Record<string, string>}} [options]
 */
async function opened(t, files, { query = '', headers, ...options } = {}) {
  const host = await hostBundle(files, headers);
  t.after(() => host.close());
  const bytes = Uint8Array.from(/** @type {Uint8Array} */ (files.get('bundle.json')));
  return { host, bundle: await Bundle.open(bytes, host.base + query, options) };
}

/** All items of the kind of part, by number. @param {Bundle} bundle @param {'headlines' | 'articles'} kind */
async function allItems(bundle, kind) {
  const blocks = Array.from({ length: Math.ceil(bundle.numbers / 32) }, (_, block) => bundle[kind](block));
  return (await Promise.all(blocks)).flatMap((bytes) => json(bytes).items);
}

/** @param {number} count @returns {any[]} */
function plainItems(count) {
  return Array.from({ length: count }, (_, i) => ({
    id: `bai-${i}`,
    title: `Bài ${i}`,
    date_published: i % 7 === 3 ? undefined : new Date(1.6e12 - i * 5e7).toISOString(),
    _bantin: { department: kMade.departments[i % 5].id },
  }));
}

test('a manifest is known by its first key, a feed is none', () => {
  const is = (/** @type {string} */ text) => isManifest(new TextEncoder().encode(text));
  assert.ok(is('{"bantin_bundle":1,"serial":1}'));
  assert.ok(is('\ufeff\n{ "bantin_bundle" : 2 }'));
  assert.ok(!is('{"version":"https://jsonfeed.org/version/1.1","title":"bantin_bundle"}'));
  assert.ok(!is('{"title":"{\\"bantin_bundle\\":1}"}'));
  assert.ok(!is(''));
});

test('every kind of part reads back as the feed', async (t) => {
  const { bundle } = await opened(t, makeBundle({ ...kMade, items: sample.items }));
  assert.equal(bundle.count, sample.items.length);
  assert.deepEqual(await allItems(bundle, 'articles'), sample.items);
  assert.deepEqual(
    await allItems(bundle, 'headlines'),
    sample.items
      .map((/** @type {any} */ item) => headlineOf(item))
      .map((/** @type {any} */ item) => json(Buffer.from(JSON.stringify(item)))),
  );
  const { items, ...head } = JSON.parse(bundle.head);
  assert.deepEqual(items, []);
  const { version, title, language, _bantin } = head;
  assert.deepEqual(
    { version, title, language, departments: _bantin.departments },
    { version: sample.version, ...kMade },
  );
});

test('rows are in list order, without the withdrawn, over many pages and columns', async (t) => {
  const items = plainItems(17_000);
  for (const number of [0, 31, 5000, 16_384]) items[number] = null;
  const { bundle, host } = await opened(t, makeBundle({ ...kMade, items }));
  const order = listOrder(items);
  assert.deepEqual([...bundle.rows.numbers], order);
  assert.deepEqual(
    [...bundle.rows.days],
    order.map((number) => dayNumber(items[number]) ?? kUndated),
  );
  assert.deepEqual(
    [...bundle.rows.departments],
    order.map((number) => number % 5),
  );
  assert.equal(bundle.count, 16_996);
  assert.equal(host.requests.length, 1 + 1 + 2, 'the order, one page, two columns');
  const last = json(await bundle.articles(531)).items;
  assert.deepEqual(
    last.map((/** @type {any} */ { id }) => id),
    ['bai-16992', 'bai-16993', 'bai-16994', 'bai-16995', 'bai-16996', 'bai-16997', 'bai-16998', 'bai-16999'],
  );
});

test('days far back and far ahead and departments beyond 128 keep their values', async (t) => {
  const departments = Array.from({ length: 300 }, (_, i) => ({ id: `so-${i}`, name: `Sở ${i}` }));
  const dates = [
    '0001-01-01T00:00:00Z',
    '9999-12-31T00:00:00Z',
    undefined,
    '1969-12-31T00:00:00Z',
    '1970-01-01T00:00:00Z',
  ];
  const items = dates.map((date_published, i) => ({
    id: `${i}`,
    date_published,
    _bantin: { department: `so-${299 - i}` },
  }));
  const { bundle } = await opened(t, makeBundle({ title: '', departments, items }));
  const { numbers, days, departments: indices } = bundle.rows;
  assert.deepEqual([...numbers], listOrder(items));
  assert.deepEqual([...days], [2932896, 0, -1, -719162, kUndated]);
  assert.deepEqual([...indices], [298, 295, 296, 299, 297]);
});

test('a bundle without articles opens', async (t) => {
  const { bundle } = await opened(t, makeBundle({ title: 'Trống', departments: [], items: [] }));
  assert.equal(bundle.rows.numbers.length, 0);
  assert.deepEqual(await bundle.find('a'), []);
  await assert.rejects(bundle.headlines(0), RangeError);
});

test('find gives every id its number, later segments first, and nothing for others', async (t) => {
  const items = plainItems(1200);
  items[7] = null;
  /** @type {[number, number][][]} */
  const segments = [
    [[0, 1000]],
    [
      [5, 3],
      [1000, 200],
    ],
  ];
  const { bundle } = await opened(t, makeBundle({ ...kMade, items, segments, buckets: [8, 1] }));
  for (const [number, item] of items.entries()) {
    if (item) assert.ok((await bundle.find(item.id)).includes(number), item.id);
  }
  assert.deepEqual(await bundle.find('bai-7'), []);
  assert.deepEqual(await bundle.find('không có'), []);
});

test('of two segments with one id the later stands first', async (t) => {
  const items = [{ id: 'a' }, { id: 'b' }, { id: 'a' }].map((item) => ({ ...item, _bantin: { department: 'x' } }));
  const departments = [{ id: 'x', name: 'X' }];
  const { bundle } = await opened(t, makeBundle({ title: '', departments, items, segments: [[[0, 2]], [[2, 1]]] }));
  assert.deepEqual(await bundle.find('a'), [2, 0]);
});

describe('whatever a host does to compressed files', () => {
  const files = makeBundle({ ...kMade, items: sample.items });
  /** @type {Record<string, import('./bundle_host.js').Fault>} */
  const hosts = {
    'expands them': (_, response, bytes) => response.end(gunzipSync(bytes ?? '')),
    'says that they are compressed': (_, response, bytes) => response.setHeader('Content-Encoding', 'gzip').end(bytes),
    'compresses them once more': (_, response, bytes) =>
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(bytes ?? '')),
    'sends them without a length, in pieces': (_, response, bytes) => {
      response.write(bytes?.subarray(0, 10));
      setTimeout(() => response.end(bytes?.subarray(10)), 1);
    },
  };
  for (const [name, answer] of Object.entries(hosts)) {
    test(`that it ${name}`, async (t) => {
      const host = await hostBundle(files);
      t.after(() => host.close());
      host.faults.set('*', answer);
      const bundle = await Bundle.open(Uint8Array.from(files.get('bundle.json') ?? []), host.base, { pauses: [] });
      assert.deepEqual(await allItems(bundle, 'articles'), sample.items);
    });
  }
});

test('bytes are counted as they came', async (t) => {
  const files = makeBundle({ ...kMade, items: sample.items });
  const { bundle, host } = await opened(t, files);
  await bundle.articles(0);
  const sizes = host.requests.map((path) => files.get(path)?.length ?? 0);
  assert.equal(
    bundle.bytesLoaded,
    sizes.reduce((sum, size) => sum + size, 0),
  );
});

describe('a renewed bundle', () => {
  const before = makeBundle({ ...kMade, items: sample.items });
  const items = [...sample.items, { ...sample.items[0], id: 'moi' }];
  items[3] = null;
  const after = makeBundle({ ...kMade, items, serial: 2 });

  test('is null while the host has the same', async (t) => {
    const { bundle } = await opened(t, before);
    assert.equal(await bundle.renewed(), null);
  });

  test('is the new one, opened whole; the old one stays', async (t) => {
    const { bundle, host } = await opened(t, before);
    host.files = new Map([...before, ...after]);
    const renewed = /** @type {Bundle} */ (await bundle.renewed());
    assert.deepEqual([renewed.serial, renewed.count, bundle.serial, bundle.count], [2, 62, 1, 62]);
    assert.deepEqual(await renewed.find('moi'), [62]);
    assert.deepEqual(await renewed.find(sample.items[3].id), []);
    assert.deepEqual(await bundle.find(sample.items[3].id), [3]);
    assert.equal(await renewed.renewed(), null);
  });

  test('is none while not all of it is there', async (t) => {
    const { bundle, host } = await opened(t, before, { pauses: [] });
    host.files = new Map([...before, ['bundle.json', after.get('bundle.json') ?? new Uint8Array()]]);
    await assert.rejects(bundle.renewed(), { code: 'part-missing' });
    assert.deepEqual(json(await bundle.articles(1)).items, sample.items.slice(32));
  });

  test('is none where the manifest cannot be read', async (t) => {
    const { bundle, host } = await opened(t, before, { pauses: [] });
    host.faults.set('bundle.json', (_, response) => response.end('<html>Đăng nhập mạng</html>'));
    await assert.rejects(bundle.renewed(), { code: 'bundle-malformed', url: host.base });
    host.faults.set('bundle.json', (_, response) => response.writeHead(500).end());
    await assert.rejects(bundle.renewed(), { code: 'part-unreachable', url: host.base });
  });

  test('leaves the old one’s parts missing when the host replaced them all', async (t) => {
    const { bundle, host } = await opened(t, before, { pauses: [1, 1] });
    host.files = after;
    await assert.rejects(bundle.articles(0), { code: 'part-missing' });
    const renewed = /** @type {Bundle} */ (await bundle.renewed());
    assert.equal(json(await renewed.articles(0)).items.length, 31);
  });
});

describe('a query in the address', () => {
  const files = makeBundle({ ...kMade, items: sample.items });

  test('is left off parts, so that caches know them', async (t) => {
    const { host, bundle } = await opened(t, files, { query: '?v=7' });
    await bundle.renewed();
    assert.ok(host.requests.includes('bundle.json?v=7'));
    assert.ok(host.requests.every((path) => path.startsWith('bundle.json') || !path.includes('?')));
  });

  test('is sent along once the host refuses parts without it', async (t) => {
    const host = await hostBundle(files);
    t.after(() => host.close());
    host.faults.set('*', (request, response, bytes) =>
      request.url?.endsWith('?sig=a%2Fb&se=1') ? response.end(bytes) : response.writeHead(403).end(),
    );
    const bytes = Uint8Array.from(files.get('bundle.json') ?? []);
    const bundle = await Bundle.open(bytes, `${host.base}?sig=a%2Fb&se=1`, { pauses: [] });
    host.requests.length = 0;
    assert.deepEqual(json(await bundle.articles(0)).items, sample.items.slice(0, 32));
    assert.ok(host.requests.length && host.requests.every((path) => path.endsWith('?sig=a%2Fb&se=1')));
  });
});

describe('what cannot be is refused with a code', () => {
  const good = makeBundle({ ...kMade, items: sample.items });
  const manifest = json(good.get('bundle.json') ?? new Uint8Array());
  /** @type {[string, object | string, string][]} */
  const cases = [
    ['no JSON', '{"bantin_bundle":1,', 'bundle-malformed'],
    ['a feed', sample, 'bundle-malformed'],
    ['a later format', { bantin_bundle: 2 }, 'bundle-newer'],
    ['more articles than numbers', { ...manifest, count: 63 }, 'bundle-malformed'],
    ['fewer articles than the order has', { ...manifest, count: 61 }, 'bundle-malformed'],
    ['numbers without bound', { ...manifest, numbers: 2 ** 40 }, 'bundle-malformed'],
    [
      'a table that is too short',
      { ...manifest, headlines: { parts: 1, pages: manifest.headlines.pages } },
      'bundle-malformed',
    ],
    ['a hash that is none', { ...manifest, order: '../../etc' }, 'bundle-malformed'],
    ['an order that is another part', { ...manifest, order: manifest.columns.pages[0] }, 'bundle-malformed'],
    ['a department too few', { ...manifest, departments: manifest.departments.slice(0, 2) }, 'bundle-malformed'],
  ];
  for (const [name, value, code] of cases) {
    test(name, async (t) => {
      const host = await hostBundle(good);
      t.after(() => host.close());
      const bytes = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
      await assert.rejects(Bundle.open(bytes, host.base, { pauses: [] }), { name: 'PartError', code, url: host.base });
    });
  }

  /** @type {[string, number[]][]} */
  const orders = [
    ['a number twice', [0, 31, 1, 31]],
    ['a number before the first', [1, 62]],
    ['numbers past the last', [2, 62]],
    ['an empty run', [0, 0, 0, 62]],
    ['a number beyond 53 bits', [2 ** 60, 1]],
  ];
  for (const [name, values] of orders) {
    test(`an order with ${name}`, async (t) => {
      const files = new Map(good);
      const order = put(files, numbersPart('O', values));
      files.set('bundle.json', Buffer.from(JSON.stringify({ ...manifest, order })));
      await assert.rejects(opened(t, files, { pauses: [] }), { code: 'bundle-malformed' });
    });
  }
});

test('without SubtleCrypto hashes are the same', async () => {
  const bytes = new Uint8Array(100_000).map((_, i) => (i * i) % 251);
  for (const length of [0, 55, 56, 64, 100_000]) {
    const content = bytes.slice(0, length);
    const wanted = createHash('sha256').update(content).digest();
    assert.deepEqual(Buffer.from(await sha256(content, /** @type {any} */ (null))), wanted);
    assert.deepEqual(Buffer.from(await sha256(content)), wanted);
  }
});

describe('what `bantin pack` writes', () => {
  const command = process.env.BANTIN_COMMAND ?? join(root, 'build/native/bantin');
  const canPack = existsSync(command) && spawnSync(command, ['pack', '--help']).status === 0;
  const skip = canPack ? false : `${command} does not pack`;
  const folder = temporaryFolder('packed');
  /** @type {import('./bundle_maker.js').Files} */
  const files = new Map();
  before(() => {
    if (skip) return;
    execFileSync(command, ['pack', join(root, 'data/sample.json'), '-o', join(folder.path, 'b')]);
    for (const entry of readdirSync(join(folder.path, 'b'), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) files.set(path.slice(folder.path.length + 3), readFileSync(path));
    }
    folder.remove();
  });

  test('reads back as the feed', { skip }, async (t) => {
    assert.ok(isManifest(files.get('bundle.json') ?? new Uint8Array()));
    const { bundle } = await opened(t, files);
    const ids = (await allItems(bundle, 'articles')).map(({ id }) => id);
    const order = listOrder(sample.items);
    assert.deepEqual(
      [...bundle.rows.numbers],
      order.map((_, row) => row),
      'numbers are given in list order',
    );
    assert.deepEqual(
      ids,
      order.map((number) => sample.items[number].id),
    );
    assert.deepEqual(
      [...bundle.rows.days],
      order.map((number) => dayNumber(sample.items[number])),
    );
    const { _bantin } = JSON.parse(bundle.head);
    const departments = [...bundle.rows.departments].map((index) => _bantin.departments[index].id);
    assert.deepEqual(
      departments,
      order.map((number) => sample.items[number]._bantin.department),
    );
    for (const [number, id] of ids.entries()) assert.ok((await bundle.find(id)).includes(number));
    for (const [number, item] of (await allItems(bundle, 'headlines')).entries()) {
      assert.deepEqual([item.id, item.title], [ids[number], sample.items[order[number]].title]);
      assert.ok(!('content_html' in item) && !('content_text' in item) && !('attachments' in item));
    }
  });
});
