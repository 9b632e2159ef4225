/** Nothing a driver starts or writes outlives the process that asked for it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { program, temporaryFolder } from './children.js';
import { until, within } from './deadline.js';
import { engines } from './driver.js';

const kScript = `
  const { launch } = await import(process.argv[1]);
  const driver = await launch(process.argv[2]);
  await driver.open('data:text/html,x');
  console.log('ready');
  setInterval(() => {}, 1000);
`;

/** The running processes that inherited this mark in their environment. @param {string} mark */
async function marked(mark) {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const environments = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')));
  return pids.filter((_, at) => environments[at].includes(mark));
}

/** @param {string} engine @param {NodeJS.Signals} signal */
async function endsAll(engine, signal) {
  const mark = randomUUID();
  const folder = temporaryFolder('children');
  const env = { ...process.env, MARK: mark, TMPDIR: folder.path };
  const args = ['--input-type=module', '-e', kScript, join(import.meta.dirname, 'driver.js'), engine];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await within(30, `starting ${engine}`, new Promise((ready) => child.stdout.once('data', ready)));
    assert.ok((await marked(mark)).length > 1);
    child.kill(signal);
    await until(10, `ending what ${engine} started`, async () => (await marked(mark)).length === 0);
    // Whoever is killed cannot tidy up.
    if (signal !== 'SIGKILL') assert.deepEqual(await readdir(folder.path), []);
  } finally {
    for (const pid of await marked(mark)) process.kill(Number(pid), 'SIGKILL');
    folder.remove();
  }
}

for (const engine of engines) {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    test(`${engine} ends when the test process gets ${signal}`, () => endsAll(engine, signal));
  }
}

test('a missing program is an error that names the package', () => {
  assert.throws(() => program('no-such-browser', 'Netscape', 'netscape'), {
    message: 'Netscape needs no-such-browser, which is not installed. Install the package netscape.',
  });
});
