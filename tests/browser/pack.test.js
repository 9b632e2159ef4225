/** `bantin pack` and back: nothing is lost, all of it is valid, and a pack that is killed leaves a whole bundle. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderFaults, namedParts, unpacked } from './bundle_folder.js';
import { pathOf } from './bundle_maker.js';
import { temporaryFolder } from './drivers/children.js';
import { cannotPack, command, copyFolder, packed, packedUntil, readFiles, writeFeed } from './pack_run.js';
import { validateBundle } from './schema_check.js';
import { root } from './stage.js';

const skip = cannotPack;
const kMoments = 10;
const kSeed = 20220113;

/** @param {import('node:test').TestContext} t */
function workFolder(t) {
  const folder = temporaryFolder('pack');
  t.after(() => folder.remove());
  return folder.path;
}

/** Numbers from 0 to 1, the same ones for a seed. @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {string} path */
const feedIn = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Without what packing adds to pictures. @param {any} feed */
function withoutWidths(feed) {
  const items = feed.items.map((/** @type {any} */ item) =>
    item.content_html ? { ...item, content_html: item.content_html.replaceAll(/ srcset="[^"]*"/g, '') } : item,
  );
  return JSON.parse(JSON.stringify({ ...feed, items }));
}

test('the sample, packed and unpacked, is the feed it was, and all its JSON is valid', { skip }, async (t) => {
  const folder = workFolder(t);
  const feed = join(folder, 'feed.json');
  const bundle = join(folder, 'b');
  // As the command writes it, so that HTML that means the same is written the same.
  execFileSync(command, ['import', join(root, 'data/sample.json'), '-o', feed], { stdio: 'pipe' });
  await packed(feed, bundle);
  assert.deepEqual(withoutWidths(unpacked(bundle)), feedIn(feed));
  assert.deepEqual(validateBundle(bundle), []);
});

test('a thousand articles, packed and unpacked, are the feed they were, and all JSON is valid', { skip }, async (t) => {
  const folder = workFolder(t);
  const feed = writeFeed(join(folder, 'feed.json'), 1000);
  const bundle = join(folder, 'b');
  await packed(feed, bundle);
  assert.deepEqual(withoutWidths(unpacked(bundle)), feedIn(feed));
  assert.deepEqual(validateBundle(bundle), []);
  const edited = writeFeed(join(folder, 'edited.json'), 1000, '--edit', '7', '--add', '3');
  await packed(edited, bundle);
  assert.deepEqual(withoutWidths(unpacked(bundle)), feedIn(edited));
  assert.deepEqual(validateBundle(bundle), []);
});

/**
 * Kills packs of `after` over the bundle `from` at moments spread over the time one takes: what is left each time is
 * one of the two bundles, and is packed over.
 * @param {string} work @param {string} from a folder @param {string} after a feed
 * @param {(moment: number) => boolean} [isPackedOver] after which of the moments
 */
async function killed(work, from, after, isPackedOver = (moment) => moment % 3 === 0) {
  const wanted = join(work, 'wanted');
  copyFolder(from, wanted);
  let { seconds } = await packed(after, wanted);
  const manifestIn = (/** @type {string} */ folder) => readFileSync(join(folder, 'bundle.json'), 'utf8');
  const states = [manifestIn(from), manifestIn(wanted)];
  assert.notEqual(states[0], states[1]);
  const random = randomNumbers(kSeed);
  const left = join(work, 'left');
  const told = [];
  for (let i = 0; i < kMoments; ++i) {
    copyFolder(from, left);
    const moment = (seconds * (i + random())) / kMoments;
    const run = await packedUntil(moment, after, left);
    const state = states.indexOf(manifestIn(left));
    const at = `${moment.toFixed(2)} s of ${seconds.toFixed(2)} s`;
    told.push(`${at}: ${run.wasKilled ? 'killed' : 'done before'}, ${['the old', 'the new'][state]} bundle`);
    assert.notEqual(state, -1, `after ${at} it is neither bundle`);
    assert.deepEqual(folderFaults(left), [], `after ${at}`);
    if (isPackedOver(i)) await packOver(left, after, states[1]);
    rmSync(left, { recursive: true });
    // The machine was busier when the time was taken.
    if (!run.wasKilled) seconds = run.seconds;
  }
  console.log(`Killed after (seed ${kSeed})\n  ${told.join('\n  ')}`);
  assert.ok(told.filter((line) => line.includes('killed')).length >= kMoments / 2, told.join('\n'));
}

/** What was left half done does not hinder a pack, and is gone after it. @param {string} folder @param {string} feed @param {string} manifest */
async function packOver(folder, feed, manifest) {
  await packed(feed, folder);
  assert.equal(readFileSync(join(folder, 'bundle.json'), 'utf8'), manifest);
  assert.deepEqual(folderFaults(folder), []);
  const litter = [...readFiles(folder).keys()].filter((path) => path.endsWith('.part'));
  assert.deepEqual(litter, []);
}

test('a pack killed at any moment leaves the old bundle or the new one', { skip }, async (t) => {
  const work = workFolder(t);
  const from = join(work, 'from');
  await packed(writeFeed(join(work, 'before.json'), 3000), from);
  await killed(work, from, writeFeed(join(work, 'after.json'), 3000, '--seed', '2', '--add', '50'));
});

/** Parts of `folder` that were not in `before`. @param {string} folder @param {Set<string>} before paths */
function renamed(folder, before) {
  const files = readFiles(folder);
  const paths = [...namedParts(folder)].map(pathOf).filter((path) => !before.has(path));
  const bytes = paths.reduce((sum, path) => sum + (files.get(path) ?? 0), files.get('bundle.json') ?? 0);
  return { parts: paths.length, bytes };
}

const skipLong = skip || (process.env.BANTIN_LONG ? false : 'only in long runs (BANTIN_LONG=1)');
const kMillion = Number(process.env.BANTIN_PACK_ARTICLES ?? 1_000_000);

test('a million articles are packed, changed and killed like a thousand', { skip: skipLong }, async (t) => {
  const work = workFolder(t);
  const from = join(work, 'from');
  const tell = (/** @type {string} */ what, /** @type {{seconds: number, peakBytes: number}} */ cost) =>
    `${what}: ${cost.seconds.toFixed(1)} s, ${(cost.peakBytes / 1e6).toFixed(0)} MB at most`;
  const cost = await packed(writeFeed(join(work, 'feed.json'), kMillion), from);
  const files = readFiles(from);
  const bytes = [...files.values()].reduce((sum, size) => sum + size, 0);
  console.log(`${tell(`${kMillion.toLocaleString('en')} articles`, cost)}, ${(bytes / 1e6).toFixed(1)} MB of parts`);
  assert.deepEqual(folderFaults(from), []);
  const before = new Set(files.keys());
  const changed = join(work, 'changed');
  for (const [name, most, ...options] of /** @type {[string, number, ...string[]][]} */ ([
    ['one edit', 20, '--edit', '1'],
    ['ten additions', 40, '--add', '10'],
  ])) {
    copyFolder(from, changed);
    const cost = await packed(writeFeed(join(work, 'changed.json'), kMillion, ...options), changed);
    const { parts, bytes } = renamed(changed, before);
    console.log(`${tell(name, cost)}; ${parts} parts are new, ${(bytes / 1e3).toFixed(0)} kB with the manifest`);
    assert.deepEqual(folderFaults(changed), []);
    assert.ok(parts <= most, `${name}: ${parts} parts are new`);
    rmSync(changed, { recursive: true });
  }
  // Minutes each: only over what was killed latest, which has the most to trip over.
  await killed(work, from, join(work, 'changed.json'), (moment) => moment === kMoments - 1);
});
