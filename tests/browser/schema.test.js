/** data/feed.schema.json and data/bundle.schema.json fit what is written and refuse what data/README.md does. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { makeBundle } from './bundle_maker.js';
import { temporaryFolder } from './drivers/children.js';
import { feedFaults, manifestFaults, validateBundle } from './schema_check.js';
import { root, sample } from './stage.js';

const kMade = { title: sample.title, language: sample.language, departments: sample._bantin.departments };
const plain = JSON.parse(readFileSync(join(root, 'tests/data/plain.json'), 'utf8'));

/** A folder with these files. @param {import('node:test').TestContext} t @param {import('./bundle_maker.js').Files} files */
function written(t, files) {
  const folder = temporaryFolder('schema');
  t.after(() => folder.remove());
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), bytes);
  }
  return folder.path;
}

test('the sample and a feed without the extension are valid', () => {
  assert.deepEqual(feedFaults(sample), []);
  assert.deepEqual(feedFaults(plain), []);
});

/** @type {[string, (feed: any) => void, string][]} */
const feedCases = [
  ['another version', (feed) => (feed.version = 'https://jsonfeed.org/version/2'), '/version'],
  ['no title', (feed) => delete feed.title, ''],
  ['no items', (feed) => delete feed.items, ''],
  ['an item without id', (feed) => delete feed.items[0].id, '/items/0'],
  ['an id that is a number', (feed) => (feed.items[1].id = 3), '/items/1/id'],
  [
    'a date without offset',
    (feed) => (feed.items[0].date_published = '2022-01-13T08:00:00'),
    '/items/0/date_published',
  ],
  ['a department id that is no slug', (feed) => (feed._bantin.departments[0].id = 'Sở'), '/_bantin/departments/0/id'],
  ['a department without name', (feed) => delete feed._bantin.departments[0].name, '/_bantin/departments/0'],
  ['related that is no list', (feed) => (feed.items[0]._bantin.related = 'a'), '/items/0/_bantin/related'],
  [
    'an attachment that leads elsewhere',
    (feed) => (feed.items[0].attachments = [{ url: 'javascript:1', mime_type: 'text/html' }]),
    '/items/0/attachments/0/url',
  ],
];
for (const [name, spoil, pointer] of feedCases) {
  test(`a feed with ${name} is not`, () => {
    const feed = structuredClone(sample);
    spoil(feed);
    const faults = feedFaults(feed);
    assert.ok(faults.length, 'it is valid');
    for (const fault of faults) assert.ok(fault.startsWith(`${pointer}: `), fault);
  });
}

test('every JSON file of a bundle is valid', (t) => {
  const items = Array.from({ length: 2100 }, (_, i) =>
    i % 9 === 5 ? null : { ...sample.items[i % 62], id: `bai-${i}` },
  );
  assert.deepEqual(validateBundle(written(t, makeBundle({ ...kMade, items: sample.items }))), []);
  assert.deepEqual(validateBundle(written(t, makeBundle({ ...kMade, items: [] }))), []);
  assert.deepEqual(validateBundle(written(t, makeBundle({ ...kMade, items, buckets: [2] }))), []);
});

test('what is wrong in a part is told with its file', (t) => {
  const items = [{ ...sample.items[0], date_published: '2022-01-13T25:00:00+07:00' }];
  const faults = validateBundle(written(t, makeBundle({ ...kMade, items })));
  assert.equal(faults.length, 2);
  for (const fault of faults) assert.match(fault, /^parts\/..\/[0-9a-f]{24}\.bin\/items\/0\/date_published: /);
});

/** @type {[string, (manifest: any) => void][]} */
const manifestCases = [
  ['of a later format', (manifest) => (manifest.bantin_bundle = 2)],
  ['without serial', (manifest) => delete manifest.serial],
  ['with a hash that is none', (manifest) => (manifest.order = '../../etc')],
  ['with a table that has another field', (manifest) => (manifest.columns.buckets = 1)],
  ['with half a run', (manifest) => manifest.segments[0].covers[0].pop()],
  ['with an empty run', (manifest) => (manifest.segments[0].covers[0][1] = 0)],
  ['with ids without buckets', (manifest) => delete manifest.segments[0].ids.buckets],
  ['with a signature that is none', (manifest) => (manifest.signature = 'a'.repeat(88))],
  ['without positions', (manifest) => delete manifest.segments[0].positions],
];
for (const [name, spoil] of manifestCases) {
  test(`a manifest ${name} is not valid`, () => {
    const manifest = JSON.parse(String(makeBundle({ ...kMade, items: sample.items }).get('bundle.json')));
    assert.deepEqual(manifestFaults(manifest), []);
    spoil(manifest);
    assert.notDeepEqual(manifestFaults(manifest), []);
  });
}

const command = process.env.BANTIN_COMMAND ?? join(root, 'build/native/bantin');
const canPack = existsSync(command) && spawnSync(command, ['pack', '--help']).status === 0;
test('what `bantin pack` writes is valid', { skip: canPack ? false : `${command} does not pack` }, (t) => {
  const folder = temporaryFolder('schema-packed');
  t.after(() => folder.remove());
  execFileSync(command, ['pack', join(root, 'data/sample.json'), '-o', join(folder.path, 'b')]);
  assert.deepEqual(validateBundle(join(folder.path, 'b')), []);
});
