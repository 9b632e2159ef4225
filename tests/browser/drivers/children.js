/**
 * Child processes and temporary folders that never outlive this process.
 *
 * Each child leads a process group of its own, so ending it ends what it started. On exit, SIGINT, SIGTERM and SIGHUP
 * everything still alive is killed; should this process itself be killed, the kernel kills the direct children.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants as system, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const children = new Set();
/** @type {Set<string>} */
const folders = new Set();

/** @param {ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** @param {string} folder */
function removeFolder(folder) {
  folders.delete(folder);
  // A browser that is just ending may still write into its profile.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

function endEverything() {
  for (const child of children) signalGroup(child, 'SIGKILL');
  for (const folder of folders) removeFolder(folder);
}

process.on('exit', endEverything);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => process.exit(128 + system.signals[signal]));
}

/**
 * The path of a program that must be installed.
 * @param {string} name a name on PATH, or a path
 * @param {string} what for whom it is, for the message
 * @param {string} debianPackage
 */
export function program(name, what, debianPackage) {
  const candidates = name.includes('/')
    ? [name]
    : (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, name));
  for (const candidate of candidates) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here.
    }
  }
  throw new Error(`${what} needs ${name}, which is not installed. Install the package ${debianPackage}.`);
}

/**
 * Starts a child that is ended with this process at the latest.
 * @param {string} path
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(path, args, options = {}) {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', path, ...args], {
    stdio: 'ignore',
    ...options,
    detached: true,
  });
  children.add(child);
  child.once('error', () => children.delete(child));
  return child;
}

/**
 * Ends a child and all of its group: asked first, killed after two seconds.
 * @param {ChildProcess} child
 */
export async function end(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    signalGroup(child, 'SIGTERM');
    const impatience = setTimeout(() => signalGroup(child, 'SIGKILL'), 2000);
    await ended;
    clearTimeout(impatience);
  }
  signalGroup(child, 'SIGKILL');
  children.delete(child);
}

/** A new empty folder, removed with this process at the latest. @param {string} name */
export function temporaryFolder(name) {
  const path = mkdtempSync(join(tmpdir(), `bantin-${name}-`));
  folders.add(path);
  return { path, remove: () => removeFolder(path) };
}

/** A TCP port on 127.0.0.1 nobody listens on. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
