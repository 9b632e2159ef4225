/** Reading HTML in a page: the same records as the command's reader gives, and nothing of it runs or is requested. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './drivers/driver.js';
import { root } from './stage.js';
import { serve } from './server.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

// NAME.html and beside it NAME.json, the records it is to give: tests/unit/import/html_blocks_test.cpp reads them, too.
const kFolder = join(root, 'tests/data/html');
const kNames = readdirSync(kFolder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''))
  .sort();

/** @param {string} file */
const content = (file) => readFileSync(join(kFolder, file), 'utf8');

/** @type {import('./server.js').Server} */
let server;
/** @type {Driver} */
let driver;
/** Addresses that the page asked for, anywhere. @type {string[]} */
const requested = [];
before(async () => {
  server = await serve({ folders: [join(root, 'web'), kFolder] });
  driver = await launch('chromium');
  driver.page?.on('request', (request) => requested.push(request.url()));
  await driver.open(`${server.url}empty.html`);
});
after(async () => {
  await driver?.close();
  await server.close();
});

/** @param {string} html */
const codeOf = (html) =>
  driver.evaluate(async (/** @type {string} */ source) => {
    const address = '/html_blocks.js';
    return (await import(address)).blockCode(source);
  }, html);

/** @param {string} code @returns {string[][]} */
const recordsOf = (code) =>
  code
    .split('\x1e')
    .slice(0, -1)
    .map((record) => record.split('\x1f'));

test('every fixture gives the records beside it', async () => {
  assert.ok(kNames.length >= 40);
  for (const name of kNames) {
    assert.deepEqual(recordsOf(await codeOf(content(`${name}.html`))), JSON.parse(content(`${name}.json`)), name);
  }
});

/** What was asked for since the list was emptied, up to an address that is asked for now. */
async function requestedUntilNow() {
  const last = `${server.url}empty.html?last`;
  await driver.evaluate((address) => fetch(address).then((response) => response.text()), last);
  assert.equal(requested.pop(), last);
  return requested.splice(0);
}

const isRun = () => driver.evaluate(() => 'ran' in window);

test('nothing runs and nothing is requested while the fixtures are read', async () => {
  await codeOf('');
  requested.length = 0;
  for (const name of kNames) await codeOf(content(`${name}.html`));
  assert.deepEqual(await requestedUntilNow(), []);
  assert.equal(await isRun(), false);
  assert.equal(await driver.evaluate(() => location.pathname), '/empty.html');
});

test('what runs and requests is noticed', async () => {
  requested.length = 0;
  await driver.evaluate(() => {
    document.body.innerHTML = '<img src="/ran.png"><details open ontoggle="window.ran = 1">x</details>';
  });
  assert.deepEqual(await requestedUntilNow(), [`${server.url}ran.png`]);
  assert.equal(await isRun(), true);
});

test('elements nested without an end and a text of a megabyte are read', async () => {
  const deep = '<div>'.repeat(20000) + 'sâu' + '</div>'.repeat(20000) + 'cuối';
  assert.deepEqual(recordsOf(await codeOf(deep)), [
    ['p', 'sâu'],
    ['p', 'cuối'],
  ]);
  const long = 'chữ '.repeat(200000);
  assert.deepEqual(recordsOf(await codeOf(`<p>${long}`)), [['p', long.trim()]]);
});
