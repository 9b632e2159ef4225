/**
 * What axe-core finds in the page that a Chromium driver shows, shadow trees included.
 *
 *     assert.deepEqual((await findings(driver)).violations, []);
 *
 * Every rule of WCAG 2.0 to 2.2, A and AA, and of best practice; those left out by default (target-size) too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stage.js';

/** @typedef {import('./drivers/driver.js').Driver} Driver */

const kSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const kTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * @param {Driver} driver
 * @param {string[]} [without] rules that have nothing to measure there
 * @param {string} [within] a selector in the layer: only what is in there
 * @returns {Promise<{violations: string[], incomplete: string[], passes: string[]}>} "rule: place, what is wrong" each;
 *   incomplete: what only a human can judge; passes: rules by which elements of the layer are right
 */
export async function findings(driver, without = [], within = '') {
  if (!driver.cdp) throw new Error('axe-core is brought into the page by the protocol of Chromium.');
  await driver.cdp.send('Runtime.evaluate', { expression: kSource });
  return driver.evaluate(audited, kTags, without, within);
}

// Runs inside the page.
/** @param {string[]} tags @param {string[]} without @param {string} within */
async function audited(tags, without, within) {
  const context = within ? { fromShadowDom: ['ban-tin', within] } : document;
  const off = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const rules = { 'target-size': { enabled: true }, ...off };
  const axe = /** @type {any} */ (window).axe;
  const { violations, incomplete, passes } = await axe.run(context, { runOnly: { type: 'tag', values: tags }, rules });
  return {
    violations: violations.flatMap(told),
    incomplete: incomplete.flatMap(told),
    passes: passes.filter(inLayer).map(named),
  };

  /** Places in a shadow tree are told by a path of selectors. @param {any} rule */
  function inLayer({ nodes }) {
    return nodes.some((/** @type {any} */ { target }) => Array.isArray(target[0]));
  }

  /** @param {any} rule */
  function named({ id }) {
    return id;
  }

  /** @param {any} rule */
  function told({ id, nodes }) {
    return nodes.map((/** @type {any} */ node) => {
      const reasons = [...node.any, ...node.all, ...node.none].map(({ message }) => message);
      return `${id}: ${node.target.flat().join(' ')} ${node.html.slice(0, 160)}, ${reasons.join(' ')}`;
    });
  }
}
