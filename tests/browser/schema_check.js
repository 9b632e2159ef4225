/**
 * The schemas of data/, and a packed bundle held to them.
 *
 *     assert.deepEqual(feedFaults(JSON.parse(text)), []);
 *     assert.deepEqual(validateBundle('dist/data'), []);
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { contentOf, hashesOf, manifestOf } from './bundle_folder.js';
import { pathOf } from './bundle_maker.js';

const kData = join(import.meta.dirname, '../../data');

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
formats.default(ajv);

/** Each fault of a feed, with its JSON pointer. */
export const feedFaults = judge('feed.schema.json');
/** The same of a bundle's manifest. */
export const manifestFaults = judge('bundle.schema.json');

/**
 * What is wrong with the JSON of a bundle in a folder: its manifest, and every part of headlines and articles that the
 * tables name. "bundle.json/count: must be integer"
 * @param {string} folder @returns {string[]}
 */
export function validateBundle(folder) {
  /** @type {string[]} */
  const faults = [];
  const add = (/** @type {string} */ file, /** @type {string[]} */ found) =>
    faults.push(...found.map((fault) => file + fault));
  const manifest = manifestOf(folder);
  add('bundle.json', manifestFaults(manifest));
  if (faults.length) return faults;
  for (const table of [manifest.headlines, manifest.articles]) {
    const hashes = hashesOf(folder, table);
    if (hashes.length !== table.parts)
      faults.push(`bundle.json: ${hashes.length} of ${table.parts} parts are on pages`);
    for (const hash of hashes) add(pathOf(hash), feedFaults(JSON.parse(contentOf(folder, hash).toString())));
  }
  return faults;
}

/** @param {string} schema a file in data/ @returns {(value: unknown) => string[]} */
function judge(schema) {
  const validate = ajv.compile(JSON.parse(readFileSync(join(kData, schema), 'utf8')));
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath}: ${e.message}`));
}
