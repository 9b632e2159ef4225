/**
 * The page of pages/offline.html in a browser: what it shows, and whether that is whole.
 *
 *     await openOffline(driver, host);
 *     assert.equal(await wholeNews(driver, published), 1);    // and throws where it is a mixture, or blank
 */
import assert from 'node:assert/strict';
import { offlineHost } from './offline_host.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

/** Opens the page, or opens it again, until the news are there or not. @param {Driver} driver @param {{url: string}} host @param {string} [query] */
export async function openOffline(driver, host, query = '') {
  await driver.open(`${host.url}kiosk.html${query}`);
  await driver.evaluate(async () => {
    const window = /** @type {any} */ (globalThis);
    for (let tries = 0; tries < 200 && !window.news?.length; ++tries)
      await new Promise((later) => setTimeout(later, 50));
  });
}

/** Registers the worker. @param {Driver} driver @returns {Promise<boolean>} whether it is there */
export function register(driver) {
  return driver.evaluate(async () => (await /** @type {any} */ (globalThis).offline()) !== null);
}

/**
 * Calls a method of the page's side. @param {Driver} driver @param {string} method @param {unknown[]} args
 * @returns {Promise<any>}
 */
export function ask(driver, method, ...args) {
  return driver.evaluate(
    async (/** @type {string} */ name, /** @type {unknown[]} */ given) =>
      (await /** @type {any} */ (globalThis).offline())[name](...given),
    method,
    args,
  );
}

/** The page's version; throws where its files are of two, or where nothing is shown. @param {Driver} driver */
export async function wholeApp(driver) {
  const page = await driver.evaluate(() => {
    const window = /** @type {any} */ (globalThis);
    return {
      version: document.querySelector('meta[name=version]')?.getAttribute('content'),
      probe: window.probe,
      articles: window.news?.[0]?.articles,
      notes: window.notes,
    };
  });
  if (page.version !== page.probe || page.articles !== 62) throw new Error(`not whole: ${JSON.stringify(page)}`);
  return page.version;
}

/**
 * Which news are shown: 0 or 1. Throws where what is shown, the manifest and the parts are not of one version.
 * @param {Driver} driver @param {import('./offline_host.js').Published} published
 */
export async function wholeNews(driver, { parts }) {
  const page = await driver.evaluate(async (/** @type {string[][]} */ paths) => {
    const window = /** @type {any} */ (globalThis);
    const { serial } = await (await fetch('data/bundle.json')).json();
    const missing = [];
    for (const path of paths[serial - 1] ?? []) {
      const response = await fetch(`data/${path}`).catch(() => null);
      if (!response?.ok) missing.push(path);
    }
    const reader = document.querySelector('ban-tin');
    const shown = () =>
      [...(reader?.shadowRoot?.querySelectorAll('.item a') ?? [])].map((link) => link.textContent ?? '');
    for (let tries = 0; tries < 100 && shown().length === 0; ++tries)
      await new Promise((later) => setTimeout(later, 50));
    return { serial, missing, titles: shown().map((title) => title.trim().slice(0, 30)), notes: window.notes };
  }, parts);
  const edited = page.titles.filter((title) => title.startsWith('Đính chính'));
  const isWhole = page.titles.length > 0 && edited.length === (page.serial === 2 ? page.titles.length : 0);
  if (!isWhole || page.missing.length > 0) throw new Error(`not whole: ${JSON.stringify(page)}`);
  return page.serial - 1;
}

/** Until a kiosk has asked for its pictures too, in the background. @param {Driver} driver */
export const withPictures = (driver) => heard(driver, 'pictures-kept');

/**
 * A page that has everything, by a host of its own.
 * @param {{after: (fn: () => Promise<void>) => void}} t @param {Driver} driver
 * @param {import('./offline_host.js').Published} published
 */
export async function installed(t, driver, published) {
  const host = await offlineHost(t, published);
  await openOffline(driver, host);
  assert.ok(await register(driver));
  assert.equal((await ask(driver, 'update')).outcome, 'new');
  assert.ok(await withPictures(driver));
  return host;
}

/** What a reload shows without a network. @param {Driver} driver @param {Awaited<ReturnType<typeof offlineHost>>} host */
export async function reloadedOffline(driver, host) {
  host.left = 0;
  await openOffline(driver, host);
  const shown = [await wholeApp(driver), await wholeNews(driver, host.published)];
  host.left = Infinity;
  return shown;
}

/** Until the page has heard of the change. @param {Driver} driver @param {string} event */
export function heard(driver, event) {
  return driver.evaluate(async (/** @type {string} */ wanted) => {
    const window = /** @type {any} */ (globalThis);
    const isHeard = () => window.notes.some((/** @type {string} */ note) => note.startsWith(wanted));
    for (let tries = 0; tries < 300 && !isHeard(); ++tries) await new Promise((later) => setTimeout(later, 50));
    return isHeard();
  }, event);
}
