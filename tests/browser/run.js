/**
 * Runs the browser tests: node tests/browser/run.js [--long] [FILTER…]
 *
 * Finds tests/browser/**\/*.test.js whose path holds a FILTER (all without one), runs them two at a time by Node's own
 * test runner, each file in a process of its own. Prints a line a file, failures in full and skips with their reasons;
 * the last line is "N passed, N failed" (", N skipped" when any are). Exit code 0: all passed, 1: not, 2: wrong usage.
 * --long sets BANTIN_LONG=1 for the tests.
 */
import { glob } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect, parseArgs } from 'node:util';

const kFolder = dirname(fileURLToPath(import.meta.url));
const kRoot = join(kFolder, '..', '..');
/** Browsers wait more than they work. */
const kAtOnce = 2;
const kFileMinutes = 8;
const kLongFileMinutes = 60;

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {string[]} failures name and error of each
 * @property {string[]} skips name and reason of each
 */

const stop = new AbortController();
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])) {
  process.once(signal, () => {
    process.exitCode = code;
    stop.abort();
  });
}

await main();

async function main() {
  const { values, positionals } = parseArgs({ options: { long: { type: 'boolean' } }, allowPositionals: true });
  if (values.long) process.env.BANTIN_LONG = '1';
  const files = await testFiles(positionals);
  if (!files.length) {
    console.error(`No test file's path holds ${positionals.join(' or ')}.`);
    process.exitCode = 2;
    return;
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  const next = files.values();
  const takeFiles = async () => {
    for (const file of next) {
      if (stop.signal.aborted) break;
      const outcome = await runFile(file, values.long ? kLongFileMinutes : kFileMinutes);
      total.passed += outcome.passed;
      total.failed += outcome.failures.length;
      total.skipped += outcome.skips.length;
    }
  };
  await Promise.all(Array.from({ length: kAtOnce }, takeFiles));
  console.log(counts(total.passed, total.failed, total.skipped));
  process.exitCode ??= total.failed ? 1 : 0;
}

/** @param {string[]} filters */
async function testFiles(filters) {
  const files = [];
  for await (const path of glob('**/*.test.js', { cwd: kFolder })) files.push(join(kFolder, path));
  return files.filter((file) => !filters.length || filters.some((filter) => file.includes(filter))).sort();
}

/** @param {string} file @param {number} minutes it may take */
async function runFile(file, minutes) {
  const started = performance.now();
  const outcome = await outcomeOf(file, minutes);
  if (!outcome.passed && !outcome.failures.length && !outcome.skips.length) outcome.failures.push('It holds no test.');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { passed, failures, skips } = outcome;
  console.log(`${relative(kRoot, file)}: ${counts(passed, failures.length, skips.length)} (${seconds} s)`);
  for (const skip of skips) console.log(`  skipped: ${skip}`);
  for (const failure of failures) console.log(`  FAILED: ${failure.replaceAll('\n', '\n    ')}`);
  return outcome;
}

/**
 * @param {string} file
 * @param {number} minutes
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(file, minutes) {
  /** @type {Outcome} */
  const outcome = { passed: 0, failures: [], skips: [] };
  /** @type {string[]} */
  const names = [];
  const events = run({ files: [file], concurrency: 1, timeout: minutes * 60_000, signal: stop.signal });
  for await (const { type, data } of events) {
    if (type === 'test:start') names.splice(data.nesting, Infinity, data.name);
    else if (type === 'test:stdout') process.stdout.write(data.message);
    else if (type === 'test:stderr') process.stderr.write(data.message);
    else if (type === 'test:fail') addFailure(outcome, data, names.slice(0, data.nesting));
    else if (type === 'test:pass') addPass(outcome, data, file, names.slice(0, data.nesting));
  }
  return outcome;
}

/** @param {Outcome} outcome @param {any} data @param {string} file @param {string[]} suites around it */
function addPass(outcome, data, file, suites) {
  // The file itself is reported as a test when it holds none.
  if (data.details?.type === 'suite' || data.name === file) return;
  if (data.skip === undefined) ++outcome.passed;
  else
    outcome.skips.push(
      `${[...suites, data.name].join(' › ')}: ${typeof data.skip === 'string' && data.skip ? data.skip : 'no reason given'}`,
    );
}

/** @param {Outcome} outcome @param {any} data @param {string[]} suites around it */
function addFailure(outcome, data, suites) {
  const error = data.details?.error;
  // A parent fails with its children, which have been told already.
  if (error?.failureType === 'subtestsFailed') return;
  const cause = error?.cause ?? error;
  outcome.failures.push(`${[...suites, data.name].join(' › ')}\n${typeof cause === 'string' ? cause : inspect(cause)}`);
}

/** @param {number} passed @param {number} failed @param {number} skipped */
function counts(passed, failed, skipped) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
