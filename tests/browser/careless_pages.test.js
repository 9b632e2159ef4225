/** Pages and hosts that do things in an order, or of a kind, that nobody asked them for. */
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { temporaryFolder } from './drivers/children.js';
import { launch } from './drivers/driver.js';
import { dist, expected, itemOf, pages, sample } from './stage.js';
import { serve } from './server.js';

const site = temporaryFolder('careless');
const kReader = '<ban-tin src="/data/sample.json"></ban-tin>';
const kScript = '<script src="/bantin.js" defer></script>';
const kTrusted = { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types bantin" };

/** @type {import('./drivers/driver.js').Driver} */
let driver;
/** @type {import('./server.js').Server} */
let server;
before(async () => {
  server = await serve({ folders: [site.path, dist, pages], headers: { '/trusting.html': kTrusted } });
  driver = await launch('chromium');
});
after(async () => {
  await driver?.close();
  await server.close();
  site.remove();
});

/** What a page hears, in `events`; `heard(n)` waits for that many. Not inline: a policy may forbid it. */
const kWatch = `
  window.events = [];
  window.failures = [];
  addEventListener('unhandledrejection', ({ reason }) => window.failures.push(String(reason)));
  for (const type of ['bantin-ready', 'bantin-error']) {
    document.addEventListener(type, ({ detail }) => window.events.push({ type, detail }));
  }
  window.heard = async (count) => {
    for (let tries = 0; tries < 400 && window.events.length < count; ++tries) await new Promise((later) => setTimeout(later, 25));
    window.reader = document.querySelector('ban-tin');
    return window.events.map(({ type, detail }) => detail.code ?? type);
  };`;

/**
 * A page with that in its body, opened.
 * @param {string} body @param {{script?: string, name?: string, host?: import('./server.js').Server}} [options]
 */
async function open(body, { script = kScript, name = 'page.html', host = server } = {}) {
  writeFileSync(join(site.path, 'watch.js'), kWatch);
  const start = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><link rel="icon" href="/empty.svg">';
  writeFileSync(
    join(site.path, name),
    `${start}<script src="/watch.js"></script>${script}</head><body>${body}</body></html>`,
  );
  await driver.open(host.url + name);
}

/** What was heard once there is so much of it. */
const heard = (count = 1) =>
  driver.evaluate((/** @type {number} */ wanted) => /** @type {any} */ (window).heard(wanted), count);

test('an engine whose type has parameters', async (t) => {
  const host = await serve({ folders: [site.path, dist, pages], wasmType: 'application/wasm; charset=utf-8' });
  t.after(() => host.close());
  await open(kReader, { host });
  assert.deepEqual(await heard(), ['bantin-ready']);
});

test('a page that says "not found" with status 200 in the place of a lazy script: an error, not endless waiting', async (t) => {
  const lacking = temporaryFolder('lacking');
  writeFileSync(join(lacking.path, 'bantin.bundle.js'), '<!doctype html><title>Không tìm thấy</title>');
  const host = await serve({ folders: [lacking.path, site.path, dist, pages] });
  t.after(async () => {
    await host.close();
    lacking.remove();
  });
  await open('<ban-tin src="/data/bundle.json"></ban-tin>', { host });
  assert.deepEqual(await heard(), ['source-unreachable']);
});

test('an address that is none: an error, and the reader goes on', async () => {
  await open('<ban-tin src="http://["></ban-tin>');
  assert.deepEqual(await heard(), ['source-unreachable']);
  await driver.evaluate(() => window.reader.setAttribute('src', '/data/sample.json'));
  assert.deepEqual(await heard(2), ['source-unreachable', 'bantin-ready']);
});

test('a feed that cannot be written as JSON: an error, and what was shown stays', async () => {
  await open(kReader);
  await heard();
  await driver.evaluate(() => {
    /** @type {any} */
    const round = {};
    round.round = round;
    window.reader.feed = round;
  });
  assert.deepEqual(await heard(2), ['bantin-ready', 'source-unreachable']);
  assert.equal(await driver.evaluate(() => window.reader.results.total), sample.items.length);
});

test('a feed that is undefined, as frameworks set it, is none', async () => {
  await open(`${kReader}<script>document.querySelector('ban-tin').feed = undefined;</script>`);
  assert.deepEqual(await heard(), ['bantin-ready']);
  assert.equal(await driver.evaluate(() => window.reader.feed), null);
});

test('properties set before the script has run count as if set afterwards', async () => {
  const script = `
    const reader = document.createElement('ban-tin');
    Object.assign(reader, { src: '/data/sample.json', query: 'nuoc', article: '${expected({}).ids[0]}', theme: 'dark', stats: 1, own: 2 });
    document.body.append(reader);`;
  await open(`<script>${script}</script>`);
  assert.deepEqual(await heard(), ['bantin-ready']);
  const state = await driver.evaluate(async () => {
    await window.reader.setFilter({});
    const { query, article, results, stats } = window.reader;
    return [query, article, results.total, stats.articles, Object.keys(window.reader)];
  });
  const total = expected({ query: 'nuoc' }).total;
  assert.deepEqual(state, ['nuoc', expected({}).ids[0], total, sample.items.length, ['own']]);
});

test('departments given as the attribute has them, or null', async () => {
  await open(kReader);
  await heard();
  const totals = await driver.evaluate(async () => {
    await window.reader.setFilter({ departments: 'so-yt so-nv' });
    const { total } = window.reader.results;
    await window.reader.setFilter({ departments: null });
    return [total, window.reader.results.total, window.reader.departments];
  });
  assert.deepEqual(totals, [expected({ departments: ['so-yt', 'so-nv'] }).total, sample.items.length, '']);
  assert.deepEqual(await heard(), ['bantin-ready']);
});

test('a script that stands in the page looks for the rest beside the page', async () => {
  const text = readFileSync(join(dist, 'bantin.js'), 'utf8');
  await open(kReader, { script: `<script>${text.replaceAll('</script', '<\\/script')}</script>` });
  assert.deepEqual(await heard(), ['bantin-ready']);
});

test('everything unset: an own height is kept, and whoever leaves has the style he came with', async () => {
  const unset = '<style>* { all: unset } head, script, style { display: none }</style>';
  await open(`${kReader}<ban-tin style="height: 300px" src="/data/sample.json"></ban-tin>`, {
    script: unset + kScript,
  });
  await heard(2);
  const found = await driver.evaluate(async () => {
    const readers = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('ban-tin')]);
    const heights = readers.map((reader) => reader.clientHeight);
    for (const reader of readers) reader.remove();
    await new Promise((later) => setTimeout(later, 50));
    return [heights, readers.map((reader) => reader.getAttribute('style'))];
  });
  assert.deepEqual(found, [
    [640, 300],
    [null, 'height: 300px;'],
  ]);
});

test('who leaves while an engine is fetched that does not come is told of nothing', async (t) => {
  const lone = temporaryFolder('lone');
  copyFileSync(join(dist, 'bantin.js'), join(lone.path, 'bantin.js'));
  const host = await serve({ folders: [lone.path, site.path, pages] });
  t.after(async () => {
    await host.close();
    lone.remove();
  });
  await open('<main></main>', { host });
  await driver.evaluate(async () => {
    for (let round = 0; round < 3; ++round) {
      const reader = document.createElement('ban-tin');
      reader.setAttribute('src', '/data/sample.json');
      document.body.append(reader);
      reader.addEventListener('bantin-error', () => window.events.push({ type: 'late', detail: {} }));
      /** @type {any} */ (reader).setFilter({});
      reader.remove();
    }
    await new Promise((later) => setTimeout(later, 1000));
  });
  assert.deepEqual(await driver.evaluate(() => [window.events, window.failures]), [[], []]);
});

test('a page with Trusted Types that allows the policy bantin: scripts come, articles are read, nothing is refused', async () => {
  await open('<ban-tin src="/data/bundle.json"></ban-tin>', { name: 'trusting.html' });
  assert.deepEqual(await heard(), ['bantin-ready']);
  const { id } = sample.items.find((/** @type {any} */ item) => item.content_html);
  await driver.evaluate((/** @type {string} */ wanted) => window.reader.openArticle(wanted), id);
  const article = await driver.evaluate(() => window.reader.shadowRoot.querySelector('article')?.textContent);
  assert.ok(article?.includes(itemOf(id).title));
  assert.deepEqual(await driver.evaluate(() => window.failures), []);
});

test('an element that a frame of the page takes over looks there as here, and when it is back', async () => {
  await open(`${kReader}<iframe width="900" height="700" srcdoc="<!doctype html><body></body>"></iframe>`);
  await heard();
  const places = await driver.evaluate(async () => {
    const { reader } = window;
    const body = document.querySelector('iframe')?.contentDocument?.body;
    const shown = [];
    for (const home of [document.body, body, document.body]) {
      home?.append(reader);
      await new Promise((later) => setTimeout(later, 300));
      const { position } = /** @type {Window} */ (reader.ownerDocument.defaultView).getComputedStyle(
        /** @type {Element} */ (reader.shadowRoot.querySelector('.item')),
      );
      shown.push([position, reader.getAttribute('style'), reader.clientHeight]);
    }
    return shown;
  });
  assert.deepEqual(places, Array(3).fill(['absolute', null, 640]));
});

test('where a box is as wide as what is in it, the reader has a width of its own', async () => {
  const boxes = [
    'display: flex',
    'display: inline-block',
    'float: left',
    'display: flex; flex-direction: column; align-items: center',
  ];
  const narrow = '<div style="display: flex; width: 300px">' + kReader + '</div>';
  await open(boxes.map((style) => `<div style="${style}">${kReader}</div><br style="clear: both">`).join('') + narrow);
  await heard();
  const widths = await driver.evaluate(() =>
    [...document.querySelectorAll('ban-tin')].map((reader) => reader.clientWidth),
  );
  assert.deepEqual(widths, [640, 640, 640, 640, 300]);
});

test('a reader that the page scales is dragged by as much as one that it does not, and zoomed it is as sharp as the screen', async () => {
  const choices = [];
  for (const style of ['', 'transform: scale(0.5); transform-origin: 0 0', 'zoom: 1.5']) {
    await open(`<div style="width: 984px; ${style}">${kReader}</div>`);
    await heard();
    const area = await driver.evaluate(async () => {
      await new Promise((later) => setTimeout(later, 300));
      const areas = [...window.reader.shadowRoot.querySelectorAll('.drag_area')];
      const boxes = areas.map((one) => one.getBoundingClientRect());
      const canvas = /** @type {HTMLCanvasElement} */ (window.reader.shadowRoot.querySelector('canvas'));
      const { left, top, width, height } = boxes.reduce((most, box) => (box.width > most.width ? box : most));
      return { left, width, y: top + height / 2, pixels: canvas.width };
    });
    await driver.drag({ x: area.left + 0.25 * area.width, y: area.y }, { x: area.left + 0.75 * area.width, y: area.y });
    choices.push(await driver.evaluate(() => [window.reader.from.slice(0, 7), window.reader.to.slice(0, 7)]));
    assert.equal(area.pixels, style.startsWith('zoom') ? 1476 : 984);
  }
  assert.notEqual(choices[0].join(''), '');
  assert.deepEqual(choices[1], choices[0]);
  assert.deepEqual(choices[2], choices[0]);
});
