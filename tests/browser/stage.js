/**
 * The product on a stage: dist/ and the test pages behind one server, the sample feed and what it should give.
 *
 *     const stage = await setStage();
 *     const driver = await openStage(t, stage, 'chromium', { article: 'chi-bo' });
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { temporaryFolder } from './drivers/children.js';
import { launchFor } from './drivers/driver.js';
import { serve } from './server.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

export const root = join(import.meta.dirname, '../..');
export const dist = join(root, 'dist');
/** The test pages. */
export const pages = join(import.meta.dirname, 'pages');

/** The sample feed as the file says it. */
export const sample = JSON.parse(readFileSync(join(root, 'data/sample.json'), 'utf8'));

/** @param {Partial<import('./server.js').ServeOptions>} [options] */
export function setStage(options = {}) {
  return serve({ folders: [dist, pages, join(root, 'tests/data')], isolated: true, ...options });
}

/**
 * A browser with the stage open and the feed shown.
 * @param {{after: (fn: () => Promise<void>) => void}} t
 * @param {import('./server.js').Server} server
 * @param {import('./drivers/driver.js').Engine} engine
 * @param {Record<string, string>} [attributes]
 * @param {import('./drivers/driver.js').LaunchOptions} [options]
 */
export async function openStage(t, server, engine, attributes = {}, options = {}) {
  const driver = await launchFor(t, engine, options);
  await openPage(driver, server, attributes);
  return driver;
}

/**
 * @param {Driver} driver @param {import('./server.js').Server} server @param {Record<string, string>} [attributes]
 * @param {string} [page]
 */
export async function openPage(driver, server, attributes = {}, page = 'stage.html') {
  const parameters = new URLSearchParams({ src: 'data/sample.json', ...attributes });
  await driver.open(`${server.url}${page}?${parameters}`);
  await driver.evaluate(() => window.ready());
}

/**
 * The middle of an element of the layer, in the viewport.
 * @param {Driver} driver @param {string} selector @param {number} [index]
 */
export function middleOf(driver, selector, index = 0) {
  return driver.evaluate(
    (/** @type {string} */ wanted, /** @type {number} */ number) => {
      const rect = window.inside(wanted, number)?.getBoundingClientRect();
      if (!rect) throw new Error(`no ${wanted} number ${number}`);
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    },
    selector,
    index,
  );
}

/** @param {Driver} driver @param {string} selector @param {number} [index] */
export async function clickOn(driver, selector, index = 0) {
  const { x, y } = await middleOf(driver, selector, index);
  await driver.mouse.click(x, y);
  await driver.evaluate(() => window.painted());
}

/** What is on the screen, in device pixels. @param {Driver} driver */
export async function screenshotOf(driver) {
  const folder = temporaryFolder('picture');
  try {
    const path = join(folder.path, 'picture.png');
    await driver.screenshot(path);
    return PNG.sync.read(readFileSync(path));
  } finally {
    folder.remove();
  }
}

/**
 * A click on the button, or the toggle, of that name, which is scrolled into sight.
 * @param {Driver} driver @param {string} name  its label, else its text
 */
export async function clickButton(driver, name) {
  const index = await driver.evaluate((/** @type {string} */ wanted) => {
    /** @type {HTMLElement[]} */
    const buttons = [...window.reader.shadowRoot.querySelectorAll('button')];
    const index = buttons.findIndex((button) => (button.getAttribute('aria-label') ?? button.textContent) === wanted);
    buttons[index]?.scrollIntoView({ block: 'nearest' });
    return index;
  }, name);
  if (index < 0) throw new Error(`no button is called ${name}`);
  await clickOn(driver, 'button', index);
}

/**
 * A day, a department and words decide; the naive way, article by article.
 * @param {{departments?: string[], from?: string, to?: string, query?: string}} filter
 */
export function expected({ departments = [], from = '', to = '', query = '' }) {
  const ofDepartment = (/** @type {any} */ item) =>
    !departments.length || departments.includes(item._bantin.department);
  const inRange = (/** @type {any} */ item) => (!from || dayOf(item) >= from) && (!to || dayOf(item) <= to);
  const found = (/** @type {any} */ item) => matches(item, query);
  /** @type {any[]} */
  const items = sample.items;
  const listed = items.filter((item) => ofDepartment(item) && inRange(item) && found(item));
  const byDate = [...listed].sort((a, b) => (a.date_published < b.date_published ? 1 : -1));
  return {
    total: listed.length,
    ids: byDate.map((item) => item.id),
    byDepartment: counted(items.filter((item) => inRange(item) && found(item)).map((item) => item._bantin.department)),
    byMonth: counted(items.filter((item) => ofDepartment(item) && found(item)).map((item) => dayOf(item).slice(0, 7))),
  };
}

/** @param {any} item */
export const dayOf = (item) => String(item.date_published).slice(0, 10);

/** @param {string} id */
export const itemOf = (id) => sample.items.find((/** @type {any} */ item) => item.id === id);

/** @param {string} text */
function folded(text) {
  const plain = text.normalize('NFD').replace(/\p{Mn}/gu, '');
  return plain.replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

/** Every word of the query; the last may be the beginning of one. @param {any} item @param {string} query */
function matches(item, query) {
  const terms = folded(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const words = folded(`${item.title} ${item.summary} ${bodyOf(item)}`).split(/[^\p{L}\p{N}]+/u);
  const last = terms.length - 1;
  return terms.every((term, i) => words.some((word) => (i === last ? word.startsWith(term) : word === term)));
}

/** @type {Record<string, string>} */
const kCharacters = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The text of the body, captions and cells too: marks join what they stand between, blocks part it. @param {any} item */
function bodyOf(item) {
  if (!item.content_html) return item.content_text;
  const text = item.content_html.replace(/<\/?(?:a|b|em|i|strong)\b[^>]*>/g, '').replace(/<[^>]*>/g, ' ');
  return text.replace(
    /&(\w+);/g,
    (/** @type {string} */ whole, /** @type {string} */ name) => kCharacters[name] ?? whole,
  );
}

/**
 * What an article's lead and body are to be in the layer, block by block: "p Text", "h3 Text", "ul li Text",
 * "ul li ol li Text", "blockquote p Text", "img alternative text", "figcaption Text", "tr1 th Text", "tr2 td Text".
 * Runs inside the page, so it uses nothing from this file.
 * @param {any} item @param {number} [headingLevel]  of the article's title
 * @returns {string[]}
 */
export function blocksWanted(item, headingLevel = 2) {
  const paragraphs = (item.content_text ?? '').split(/\n\s*\n/);
  const texts = [item.summary, ...(item.content_html ? [] : paragraphs)].filter(Boolean);
  const { body } = new DOMParser().parseFromString(item.content_html ?? '', 'text/html');
  for (const br of body.querySelectorAll('br')) br.replaceWith('\n');
  const nodes = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6, p, li, img, caption, figcaption, th, td')];
  return [...texts.map((text) => `p ${plain(text)}`), ...nodes.flatMap(said)];

  /** @param {Element} node */
  function said(node) {
    const name = pathOf(node);
    if (node.localName === 'img') return `${name} ${node.getAttribute('alt')}`;
    const own = /** @type {Element} */ (node.cloneNode(true));
    for (const nested of own.querySelectorAll('ul, ol')) nested.remove();
    const lines = node.localName === 'p' ? own.textContent.split('\n') : [own.textContent];
    return lines.map((line) => `${name} ${plain(line)}`);
  }

  /** @param {Element} node */
  function pathOf(node) {
    const path = [nameOf(node)];
    for (let above = node.parentElement; above; above = above.parentElement) {
      if (/^(ul|ol|li|blockquote)$/.test(above.localName)) path.unshift(above.localName);
      if (above.localName === 'tr') path.unshift(`tr${/** @type {HTMLTableRowElement} */ (above).rowIndex + 1}`);
    }
    return path.join(' ');
  }

  /** @param {Element} node */
  function nameOf({ localName }) {
    const rank = /^h([1-6])$/.exec(localName)?.[1];
    if (rank) return `h${Math.min(6, headingLevel + Math.max(2, Number(rank)) - 1)}`;
    return localName === 'caption' ? 'figcaption' : localName;
  }

  /** @param {string} text */
  function plain(text) {
    return text.replace(/\s+/g, ' ').trim();
  }
}

/**
 * The blocks of the open article in the layer, from its lead to what follows the body, as `blocksWanted` says them.
 * Runs inside the page.
 * @returns {string[]}
 */
export function blocksStanding() {
  const kFollowers = ['Tệp đính kèm', 'Tin liên quan', 'Đọc tiếp'];
  const article = window.inside('article');
  /** @type {Element[]} */
  const [, , ...blocks] = article.querySelectorAll('h1, h2, h3, h4, h5, h6, p, img, figcaption, th, td');
  const end = blocks.findIndex((block) => kFollowers.includes(block.textContent ?? ''));
  return blocks.slice(0, end < 0 ? blocks.length : end).map((block) => {
    const text =
      block.localName === 'img' ? block.getAttribute('alt') : (block.textContent ?? '').replace(/\s+/g, ' ').trim();
    return `${pathOf(block)} ${text}`;
  });

  /** @param {Element} block */
  function pathOf(block) {
    /** @type {string[]} */
    const path = [];
    for (let above = block.parentElement; above && above !== article; above = above.parentElement) {
      if (/^(ul|ol|li|blockquote)$/.test(above.localName)) path.unshift(above.localName);
      if (above.localName === 'tr') path.unshift(`tr${/** @type {HTMLTableRowElement} */ (above).rowIndex + 1}`);
    }
    const isItem = block.localName === 'p' && path.at(-1) === 'li';
    return [...path, ...(isItem ? [] : [block.localName])].join(' ');
  }
}

/** @param {string[]} names @returns {Record<string, number>} */
function counted(names) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The counts that are not zero. @param {Record<string, number>} counts */
export const positive = (counts) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
