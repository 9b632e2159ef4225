/** A department's page saved as text, imported, and read: from a server and from a file. Skipped where the text is not. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from './drivers/children.js';
import { launchFor } from './drivers/driver.js';
import { dist, root, setStage } from './stage.js';

const kFolder = join(root, '../shared/seed');
const kSeed = process.env.BANTIN_SEED ?? (existsSync(kFolder) ? join(kFolder, readdirSync(kFolder)[0]) : '');
const skip = existsSync(kSeed) ? false : 'the saved page is not on this machine (BANTIN_SEED names it)';

/** Imported by the command, as a clerk would. @param {string} folder */
function imported(folder) {
  const feed = join(folder, 'seed.json');
  execFileSync(join(root, 'build/native/bantin'), ['import', kSeed, '-o', feed], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return feed;
}

// The saved text, paragraph by paragraph, as it should stand in the page: the lead once, no trailing heading.
function wanted() {
  const [title, lead, again, ...rest] = readFileSync(kSeed, 'utf8')
    .replaceAll('\u00a0', ' ')
    .split(/\n\s*\n/)
    .map((text) => text.trim());
  assert.equal(lead, again);
  assert.equal(rest.pop(), 'Tin liên quan');
  return { title, paragraphs: [lead, ...rest] };
}

const standing = () => ({
  title: window.inside('article h2')?.textContent,
  paragraphs: [...window.reader.shadowRoot.querySelectorAll('article p')].map((p) => p.textContent),
});

/** @param {{title?: string, paragraphs: (string | null)[]}} page */
function assertStands({ title, paragraphs }) {
  const { title: wantedTitle, paragraphs: wantedParagraphs } = wanted();
  assert.equal(title, wantedTitle);
  assert.deepEqual(paragraphs.slice(1), wantedParagraphs);
  assert.match(String(paragraphs[0]), /^13\/01\/2022 · Sở Thông tin và Truyền thông · \d+ phút đọc$/);
}

test('the imported page stands in the reader in order, once', { skip }, async (t) => {
  const { path: folder, remove } = temporaryFolder('seed');
  t.after(remove);
  const { items } = JSON.parse(readFileSync(imported(folder), 'utf8'));
  const server = await setStage({ folders: [dist, folder, join(import.meta.dirname, 'pages')] });
  t.after(() => server.close());
  const driver = await launchFor(t, 'chromium', { width: 1200, height: 900 });
  await driver.open(`${server.url}stage.html?src=seed.json&article=${items[0].id}`);
  await driver.evaluate(() => window.ready());
  assertStands(await driver.evaluate(standing));
});

test('from file:// the one-file reader shows it and asks for nothing', { skip }, async (t) => {
  const { path: folder, remove } = temporaryFolder('seed');
  t.after(remove);
  const feed = readFileSync(imported(folder), 'utf8');
  const [{ id }] = JSON.parse(feed).items;
  const packed = gzipSync(feed).toString('base64');
  const html = readFileSync(join(dist, 'reader.html'), 'utf8');
  const own = html.replace(
    /(<ban-tin)([^>]*><script[^>]*>)[^]*?(<\/script>)/,
    (_, start, open, end) => `${start} article="${id}"${open}${packed}${end}`,
  );
  const path = join(folder, 'reader.html');
  writeFileSync(path, own);
  const driver = await launchFor(t, 'chromium', { width: 1200, height: 900 });
  /** @type {string[]} */
  const requests = [];
  driver.page?.on('request', (request) => requests.push(request.url()));
  await driver.open(pathToFileURL(path).href);
  const page = await driver.evaluate(async () => {
    const reader = /** @type {any} */ (document.querySelector('ban-tin'));
    for (let i = 0; i < 200 && !reader.shadowRoot.querySelector('article'); ++i)
      await new Promise((done) => setTimeout(done, 50));
    return {
      title: reader.shadowRoot.querySelector('article h2')?.textContent,
      paragraphs: [...reader.shadowRoot.querySelectorAll('article p')].map((p) => p.textContent),
      renderer: reader.stats.renderer,
    };
  });
  assertStands(page);
  assert.equal(page.renderer, 'webgl2');
  assert.deepEqual(
    requests.filter((url) => !url.startsWith('data:') && url !== pathToFileURL(path).href),
    [],
  );
});
