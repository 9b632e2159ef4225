/** The element as a guest in a page: sizes, quiet, leaving, failures, policies. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clickOn, expected, openPage, openStage, sample, screenshotOf, setStage } from './stage.js';

/** @type {import('./server.js').Server} */
let server;
before(async () => (server = await setStage()));
after(() => server.close());

const rendererOf = () => window.reader.stats.renderer;

test('nothing moves, nothing runs: no frame in five seconds', async (t) => {
  const driver = await openStage(t, server, 'chromium', { article: sample.items[0].id });
  await driver.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  const frames = await driver.evaluate(async () => {
    const before = window.reader.stats.frames;
    await new Promise((done) => setTimeout(done, 5000));
    return window.reader.stats.frames - before;
  });
  assert.equal(frames, 0);
});

test('from 320 to 1920 pixels every control and paragraph lies inside the element', async (t) => {
  const driver = await openStage(t, server, 'chromium', { article: sample.items[0].id });
  for (const width of [320, 360, 390, 599, 600, 768, 899, 900, 1024, 1440, 1920]) {
    await driver.viewport(width, 700);
    await driver.evaluate(() => window.painted());
    const outside = await driver.evaluate(() => {
      const box = window.reader.getBoundingClientRect();
      const nodes = [...window.reader.shadowRoot.querySelectorAll('button, input, p, h2, a, li')];
      const bad = nodes.filter((node) => {
        const { left, right } = node.getBoundingClientRect();
        return left < box.left - 0.5 || right > box.right + 0.5;
      });
      return bad.map((node) => `${node.tagName} ${node.textContent?.slice(0, 30)}`);
    });
    assert.deepEqual(outside, [], `at ${width} px`);
    assert.equal(await driver.evaluate(() => document.documentElement.scrollWidth), width);
  }
});

describe('at real device ratios', () => {
  for (const deviceRatio of [1, 1.5, 2]) {
    test(`the canvas has the screen's own pixels at ${deviceRatio}`, async (t) => {
      const driver = await openStage(t, server, 'chromium', {}, { deviceRatio, width: 901, height: 603 });
      const { canvas, box, ratio } = await driver.evaluate(() => {
        const { width, height } = window.inside('canvas');
        const rect = window.reader.getBoundingClientRect();
        return { canvas: [width, height], box: [rect.width, rect.height], ratio: devicePixelRatio };
      });
      assert.equal(ratio, deviceRatio);
      canvas.forEach((pixels, i) => assert.ok(Math.abs(pixels - box[i] * deviceRatio) <= 1, `${pixels} for ${box[i]}`));
    });
  }
});

describe('removal', () => {
  const quiet = () => new Promise((done) => setTimeout(done, 100));

  test('leaves no listener outside, no frame and nothing in the shadow', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const listeners = await driver.evaluate(async () => {
      const kept = new Set();
      /** @type {any} */ (window).kept = kept;
      for (const target of [window, document, document.fonts]) {
        const add = target.addEventListener.bind(target);
        target.addEventListener = (/** @type {any[]} */ ...[type, listener, options]) => {
          const entry = `${type}`;
          kept.add(entry);
          options?.signal?.addEventListener('abort', () => kept.delete(entry));
          return add(type, listener, options);
        };
      }
      const second = document.createElement('ban-tin');
      second.setAttribute('src', 'data/sample.json');
      document.body.append(second);
      await new Promise((done) => second.addEventListener('bantin-ready', done));
      const during = [...kept];
      second.remove();
      await new Promise((done) => setTimeout(done, 100));
      return { during, after: [...kept], left: second.shadowRoot?.childElementCount };
    });
    assert.deepEqual(listeners.after, []);
    assert.equal(listeners.left, 0);
    assert.ok(
      listeners.during.every((type) => type === 'loadingdone'),
      `listens for ${listeners.during}`,
    );
    const frames = await driver.evaluate(async () => {
      let asked = 0;
      const original = window.requestAnimationFrame;
      window.requestAnimationFrame = (callback) => (++asked, original(callback));
      window.reader.remove();
      await new Promise((done) => setTimeout(done, 300));
      return asked;
    });
    assert.equal(frames, 0);
    await driver.evaluate(quiet);
  });

  test('an element that a page holds on to when it has taken it out holds no engine', async (t) => {
    const driver = await openStage(t, server, 'chromium', { src: 'data/bundle.json' });
    const { cdp } = driver;
    assert.ok(cdp);
    const memories = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      const { result } = await cdp.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
      const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
      const { result: count } = await cdp.send('Runtime.callFunctionOn', {
        objectId: objects.objectId,
        functionDeclaration: 'function () { return this.length; }',
        returnByValue: true,
      });
      await cdp.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
      return count.value;
    };
    assert.equal(await memories(), 1);
    await driver.evaluate(() => window.reader.remove());
    for (let tries = 0; tries < 50 && (await memories()) > 0; ++tries)
      await new Promise((later) => setTimeout(later, 100));
    assert.equal(await memories(), 0);
    await driver.evaluate(async () => {
      document.body.append(window.reader);
      await window.reader.setFilter({ query: 'nước' });
    });
    assert.ok((await driver.evaluate(() => window.reader.results.total)) > 0);
  });

  test('gives its WebGL context back: forty come and go, and the first one still draws', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const renderers = await driver.evaluate(async () => {
      const seen = [];
      for (let i = 0; i < 40; ++i) {
        const element = /** @type {BanTinElement} */ (document.createElement('ban-tin'));
        element.setAttribute('src', 'data/sample.json');
        document.body.append(element);
        await new Promise((done) => element.addEventListener('bantin-ready', done));
        seen.push(element.stats.renderer);
        element.remove();
        await new Promise((done) => setTimeout(done, 0));
      }
      return seen;
    });
    assert.deepEqual(new Set(renderers), new Set(['webgl2']));
    assert.equal(await driver.evaluate(rendererOf), 'webgl2');
  });

  test('leaving while starting, and coming back at once, makes one reader', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const seen = await driver.evaluate(async () => {
      const element = document.createElement('ban-tin');
      element.setAttribute('src', 'data/sample.json');
      let ready = 0;
      element.addEventListener('bantin-ready', () => ++ready);
      document.body.append(element);
      await Promise.resolve();
      element.remove();
      await new Promise((done) => setTimeout(done, 0));
      document.body.append(element);
      await new Promise((done) => setTimeout(done, 1500));
      return [ready, element.shadowRoot?.querySelectorAll('canvas').length];
    });
    assert.deepEqual(seen, [1, 1]);
  });

  test('moving keeps the reader, and coming back shows it again with its filter', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const total = await driver.evaluate(async () => {
      await window.reader.setFilter({ query: 'duong' });
      const other = document.body.appendChild(document.createElement('main'));
      other.append(window.reader);
      await window.painted();
      const moved = window.reader.results.total;
      window.reader.remove();
      await new Promise((done) => setTimeout(done, 50));
      const back = new Promise((done) => window.reader.addEventListener('bantin-ready', done));
      other.append(window.reader);
      await back;
      return [moved, window.reader.results.total, window.reader.query];
    });
    const wanted = expected({ query: 'duong' }).total;
    assert.deepEqual(total, [wanted, wanted, 'duong']);
  });
});

describe('without the canvas', () => {
  test('WebGL off: the layer is visible and filters, opens and closes', async (t) => {
    const driver = await openStage(t, server, 'chromium', {}, { webgl: false });
    assert.equal(await driver.evaluate(rendererOf), 'dom');
    const colour = await driver.evaluate(() => getComputedStyle(window.inside('li a')).color);
    assert.notEqual(colour, 'rgba(0, 0, 0, 0)');
    await driver.evaluate(() => window.reader.setFilter({ query: 'duong' }));
    assert.equal(await driver.evaluate(() => window.reader.results.total), expected({ query: 'duong' }).total);
    await clickOn(driver, 'li a');
    assert.ok(await driver.evaluate(() => window.inside('article h2').getBoundingClientRect().height > 0));
    assert.deepEqual(await driver.evaluate(() => window.events.filter(({ type }) => type === 'bantin-error')), []);
  });

  test('WebGL off: every button shows what it is for', async (t) => {
    const driver = await openStage(t, server, 'chromium', { article: sample.items[0].id }, { webgl: false });
    const buttons = await driver.evaluate(() => {
      /** @type {HTMLElement[]} */
      const all = [...window.reader.shadowRoot.querySelectorAll('button')];
      return all.map((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect();
        return { name: button.getAttribute('aria-label') ?? button.textContent, left, top, right, bottom };
      });
    });
    const { data, width, height } = await screenshotOf(driver);
    const isDark = (/** @type {number} */ x, /** @type {number} */ y) => data[4 * (y * width + x)] < 140;
    const blank = buttons.filter(({ left, top, right, bottom }) => {
      if (bottom > height) return false;
      for (let y = Math.ceil(top) + 2; y < bottom - 2; ++y) {
        for (let x = Math.ceil(left) + 2; x < right - 2; ++x) if (isDark(x, y)) return false;
      }
      return true;
    });
    assert.deepEqual(
      blank.map(({ name }) => name),
      [],
    );
  });

  test('a lost context shows the layer, a restored one draws again', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const seen = await driver.evaluate(async () => {
      const gl = window.inside('canvas').getContext('webgl2');
      const loss = gl.getExtension('WEBGL_lose_context');
      loss.loseContext();
      await new Promise((done) => setTimeout(done, 300));
      const lost = [window.reader.stats.renderer, window.inside('.layer').classList.contains('shown')];
      loss.restoreContext();
      await new Promise((done) => setTimeout(done, 600));
      return [...lost, window.reader.stats.renderer, window.inside('.layer').classList.contains('shown')];
    });
    assert.deepEqual(seen, ['dom', true, 'webgl2', false]);
  });

  test('WebAssembly refused by the page: a list of headlines, and the page is told', async (t) => {
    const strict = await setStage({ headers: { '/stage.html': { 'Content-Security-Policy': "default-src 'self'" } } });
    t.after(() => strict.close());
    const driver = await openStage(t, server, 'chromium');
    await driver.open(`${strict.url}stage.html?src=data/sample.json`);
    await driver.evaluate(async () => {
      for (let i = 0; i < 100 && !window.events.length; ++i) await new Promise((done) => setTimeout(done, 50));
      await new Promise((done) => setTimeout(done, 300));
    });
    const events = await driver.evaluate(() => window.events.map(({ type, detail }) => [type, detail.code]));
    assert.deepEqual(events, [['bantin-error', 'engine-failed']]);
    const headlines = await driver.evaluate(() => [...window.reader.shadowRoot.querySelectorAll('li')].length);
    assert.equal(headlines, sample.items.length);
  });
});

describe('policies and servers', () => {
  test('a content policy without unsafe-inline is enough', async (t) => {
    const policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'";
    const strict = await setStage({ headers: { '/stage.html': { 'Content-Security-Policy': policy } } });
    t.after(() => strict.close());
    const driver = await openStage(t, strict, 'chromium', { article: sample.items[0].id });
    assert.equal(await driver.evaluate(rendererOf), 'webgl2');
  });

  test('a wrong MIME type of the engine costs nothing but streaming', async (t) => {
    const odd = await setStage({ wasmType: 'application/octet-stream' });
    t.after(() => odd.close());
    const driver = await openStage(t, odd, 'chromium');
    assert.equal(await driver.evaluate(() => window.reader.results.total), sample.items.length);
  });

  test('several readers share one engine file', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    server.requests.length = 0;
    await driver.evaluate(async () => {
      const other = document.createElement('ban-tin');
      other.setAttribute('src', 'data/sample.json');
      document.body.append(other);
      await new Promise((done) => other.addEventListener('bantin-ready', done));
    });
    assert.ok(!server.requests.some((path) => path.includes('wasm')), server.requests.join());
  });
});

describe('sources', () => {
  test('a document that is no feed is refused with code, place and remedy, and what was shown stays', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await driver.evaluate(async () => {
      const told = new Promise((done) => window.reader.addEventListener('bantin-error', done));
      window.reader.setAttribute('src', 'not_json.json');
      await told;
    });
    const [error] = await driver.evaluate(() => window.events.filter(({ type }) => type === 'bantin-error'));
    assert.equal(error.detail.code, 'not-json');
    assert.equal(error.detail.source, 'not_json.json');
    assert.match(error.detail.message, /\d/);
    assert.equal(await driver.evaluate(() => window.reader.results.total), sample.items.length);
  });

  test('a source that cannot be reached is an error with a sentence in its place', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await driver.open(`${server.url}stage.html?src=nowhere.json`);
    const events = await driver.evaluate(async () => {
      for (let i = 0; i < 100 && !window.events.length; ++i) await new Promise((done) => setTimeout(done, 50));
      await window.painted();
      return window.events.map(({ type, detail }) => [type, detail.code]);
    });
    assert.deepEqual(events, [['bantin-error', 'source-unreachable']]);
    assert.match(await driver.evaluate(() => window.inside('[role=status]').textContent), /Không tải được/);
  });

  test('bad items are counted as warnings and cost none of the others', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    await openPage(driver, server, { src: 'broken_items.json' });
    const [ready] = await driver.evaluate(() => window.events);
    assert.ok(ready.detail.articles > 0);
    assert.ok(ready.detail.warnings.length >= 3, JSON.stringify(ready.detail.warnings));
  });

  test('a feed without the extension gets its departments from authors and tags', async (t) => {
    const driver = await openStage(t, server, 'chromium', { src: 'plain.json' });
    const departments = await driver.evaluate(() => Object.keys(window.reader.results.byDepartment));
    assert.ok(departments.length >= 1 && departments.every((id) => /^[a-z0-9-]+$/.test(id)), departments.join());
  });

  test('the property takes an object or JSON text, and a child script is read', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const totals = await driver.evaluate(async (feed) => {
      const shown = (/** @type {HTMLElement} */ element) =>
        new Promise((done) =>
          element.addEventListener('bantin-ready', (event) => done(/** @type {any} */ (event).detail.articles), {
            once: true,
          }),
        );
      const given = /** @type {BanTinElement} */ (document.createElement('ban-tin'));
      given.feed = feed;
      const first = shown(given);
      document.body.append(given);
      const articles = [await first];
      const second = shown(given);
      given.feed = JSON.stringify({ ...feed, items: feed.items.slice(0, 2) });
      articles.push(await second);
      const holder = document.createElement('ban-tin');
      const script = holder.appendChild(document.createElement('script'));
      script.type = 'application/feed+json';
      script.textContent = JSON.stringify(feed);
      const third = shown(holder);
      document.body.append(holder);
      return [...articles, await third];
    }, sample);
    assert.deepEqual(totals, [sample.items.length, 2, sample.items.length]);
  });

  test('a feed set before the script has run is not lost', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const articles = await driver.evaluate(async (feed) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const inner = /** @type {Window} */ (frame.contentWindow);
      const element = /** @type {any} */ (inner.document.body.appendChild(inner.document.createElement('ban-tin')));
      element.feed = feed;
      const shown = new Promise((done) =>
        element.addEventListener('bantin-ready', (/** @type {any} */ event) => done(event.detail.articles)),
      );
      const script = inner.document.createElement('script');
      script.src = '/bantin.js';
      inner.document.body.append(script);
      return shown;
    }, sample);
    assert.equal(articles, sample.items.length);
  });

  test('an element without a source sends nothing', async (t) => {
    const driver = await openStage(t, server, 'chromium');
    const events = await driver.evaluate(async () => {
      window.events.length = 0;
      document.body.append(document.createElement('ban-tin'));
      await new Promise((done) => setTimeout(done, 500));
      return window.events;
    });
    assert.deepEqual(events, []);
  });
});

test('stats are a plain snapshot with every figure', async (t) => {
  const driver = await openStage(t, server, 'chromium');
  const stats = await driver.evaluate(() => window.reader.stats);
  const names =
    'engine articles frames frameMsMedian firstFrameMs filterMs searchMs layerChanges bytesLoaded memoryBytes renderer';
  assert.deepEqual(Object.keys(stats).sort(), names.split(' ').sort());
  assert.equal(stats.articles, sample.items.length);
  assert.ok(stats.frames > 0 && stats.layerChanges > 0 && stats.bytesLoaded > 0 && stats.memoryBytes > 0);
});
