/**
 * Keys pressed on an X display, as by a hand: they reach the browser itself, not only the page.
 *
 *     const keyboard = keyboardOf(driver);
 *     await keyboard.press('ctrl+f');
 *     await keyboard.type('2040');
 *
 * Without a window manager the keys go to the window under the pointer. Names of keys are X's ("Return", "Escape").
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { program } from './children.js';

const execute = promisify(execFile);
const kMsBetweenKeys = 30;
const kSeconds = 20;

/** @param {import('./driver.js').Driver} driver with a window */
export function keyboardOf({ display, engine }) {
  if (!display) throw new Error(`${engine} has no window to type into.`);
  const path = program('xdotool', 'typing into a browser', 'xdotool');
  const options = { env: { ...process.env, DISPLAY: display }, timeout: kSeconds * 1000 };
  /** @param {string[]} args */
  const send = async (...args) => void (await execute(path, args, options));
  return {
    /** @param {string} chord */
    press: (chord) => send('key', '--clearmodifiers', chord),
    /** @param {string} text of ASCII: other letters need a change of the keyboard's layout for each */
    type: (text) => send('type', '--delay', String(kMsBetweenKeys), text),
  };
}
