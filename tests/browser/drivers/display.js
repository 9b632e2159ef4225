/** A virtual X display of our own, for browsers that draw WebGL only in a window. */
import { end, program, start } from './children.js';
import { within } from './deadline.js';
import { movePointer } from './pointer.js';

/**
 * Starts Xvfb on a display it finds free itself.
 * @param {string} what for whom it is, for the message when Xvfb is missing
 * @param {string} [size] of its screen
 * @returns {Promise<{name: string, close: () => Promise<void>}>} `name` is what DISPLAY takes
 */
export async function startDisplay(what, size = '4096x3072') {
  const path = program('Xvfb', what, 'xvfb');
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = start(path, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const announced = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const number = new Promise((resolve, reject) => {
    announced.once('data', (data) => resolve(String(data).trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display.`)));
  });
  try {
    const name = `:${await within(20, 'starting Xvfb', number)}`;
    await within(5, 'moving the pointer', movePointer(name, 3, 3));
    return { name, close: () => end(server) };
  } catch (error) {
    await end(server);
    throw error;
  }
}
