/**
 * `bantin pack` run, measured, and killed; made-up feeds for it.
 *
 *     const cost = await packed(feed, folder);             // {seconds, peakBytes, told}
 *     const { wasKilled } = await packedUntil(0.4, feed, folder);
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { start } from './drivers/children.js';
import { root } from './stage.js';

export const command = process.env.BANTIN_COMMAND ?? join(root, 'build/native/bantin');
const corpus = join(root, 'build/native/bantin_corpus');
/** A reason to skip, or false. */
export const cannotPack = [command, corpus].every((path) => existsSync(path))
  ? false
  : `${command} or ${corpus} is missing`;

const kLookSeconds = 0.02;

/** A made-up feed as a file. @param {string} path @param {number} articles @param {string[]} options of bantin_corpus */
export function writeFeed(path, articles, ...options) {
  execFileSync(corpus, [String(articles), ...options], { stdio: ['ignore', openSync(path, 'w'), 'inherit'] });
  return path;
}

/** @param {string} feed @param {string} folder */
function startPack(feed, folder) {
  const child = start(command, ['--lang=en', 'pack', feed, '-o', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr?.on('data', (text) => (told += text));
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, told })));
  return { child, ended };
}

/** The most memory it has had so far. @param {number | undefined} process */
function peakOf(process) {
  try {
    return 1024 * Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Packs to the end, which must be a good one. @param {string} feed @param {string} folder */
export async function packed(feed, folder) {
  const begun = performance.now();
  const { child, ended } = startPack(feed, folder);
  let peakBytes = 0;
  const look = setInterval(() => (peakBytes = Math.max(peakBytes, peakOf(child.pid))), 1000 * kLookSeconds);
  const { code, told } = await ended;
  clearInterval(look);
  assert.equal(code, 0, told);
  return { seconds: (performance.now() - begun) / 1000, peakBytes, told };
}

/** Packs and kills that after some seconds; gives how long it ran. @param {number} limit @param {string} feed @param {string} folder */
export async function packedUntil(limit, feed, folder) {
  const begun = performance.now();
  const { child, ended } = startPack(feed, folder);
  await Promise.race([pause(1000 * limit), ended]);
  child.kill('SIGKILL');
  const wasKilled = (await ended).signal === 'SIGKILL';
  return { wasKilled, seconds: (performance.now() - begun) / 1000 };
}

/** Copies a folder quickly. Packing replaces files and never writes into one, so its files may be shared. @param {string} from @param {string} to */
export function copyFolder(from, to) {
  execFileSync('cp', ['-al', from, to]);
}

/** What readers of a bundle load: {path: bytes}. @param {string} folder @returns {Map<string, number>} */
export function readFiles(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const read = paths.filter((path) => path === 'bundle.json' || path.startsWith('parts/'));
  return new Map(read.map((path) => [path, statSync(join(folder, path)).size]));
}
