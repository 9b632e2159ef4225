// Asks for the operator's PIN: ten digits to touch, or a keyboard's own.

import { button, closeDialogs, make, openDialog } from './dom.js';
import { say } from './strings.js';

const MOST_DIGITS = 12;

/**
 * @param {ShadowRoot} root
 * @param {{lock: import('./pin_lock.js').PinLock, language: string, note: (event: string, detail: string) => void,
 *   opened: () => void}} options  opened: the PIN was right
 */
export function askPin(root, { lock, language, note, opened }) {
  let typed = '';
  const dots = make('p', { className: 'dots' });
  const answer = make('p', { className: 'answer' });
  answer.setAttribute('role', 'status');
  const show = (/** @type {string} */ text) => {
    typed = text.slice(0, MOST_DIGITS);
    dots.textContent = '•'.repeat(typed.length) || '\u00a0';
  };
  const enter = () => {
    if (typed === '') return;
    const result = lock.tries(typed);
    show('');
    if (result === 'open') {
      closeDialogs(root);
      return opened();
    }
    note('pin', result);
    const said = say(result === 'paused' ? 'pinPause' : 'wrongPin', language);
    answer.textContent = said.replace('%d', String(lock.minutes));
  };
  const press = (/** @type {string} */ digit) => show(typed + digit);
  const digits = [...'123456789'].map((digit) => button(digit, () => press(digit)));
  const last = [
    button(say('erase', language), () => show('')),
    button('0', () => press('0')),
    button(say('enter', language), enter),
  ];
  // A keyboard's own Enter presses it.
  last[2].autofocus = true;
  const name = say('pin', language);
  const dialog = openDialog(
    root,
    name,
    'pin',
    make('h2', { textContent: name }),
    dots,
    make('div', { className: 'pad' }, ...digits, ...last),
    answer,
    button(say('close', language), () => dialog.close()),
  );
  dialog.addEventListener('keydown', ({ key }) => {
    if (/^\d$/.test(key)) press(key);
    else if (key === 'Backspace') show(typed.slice(0, -1));
  });
  show('');
  return dialog;
}
