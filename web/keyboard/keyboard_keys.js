// One key of the keyboard as a button.
//
//   board.append(makeKey(key, 1));

import { ICONS } from './keyboard_layout.js';

/** @param {import('./keyboard_layout.js').Key} key @param {number} row  from 1 */
export function makeKey({ does, text, name, span, start, hint, icon }, row) {
  const button = document.createElement('button');
  button.type = 'button';
  // The field keeps the focus; keys of a real keyboard need no keys here.
  button.tabIndex = -1;
  button.className = does;
  if (name !== text) button.setAttribute('aria-label', name);
  button.style.gridArea = `${row} / ${start ?? 'auto'} / auto / span ${span}`;
  if (does === 'erase') button.dataset.repeats = '';
  if (icon) button.append(drawn(ICONS[icon]));
  if (text) button.append(text);
  if (!hint) return button;
  const made = document.createElement('span');
  made.className = 'hint';
  made.textContent = hint;
  made.setAttribute('aria-hidden', 'true');
  button.append(made);
  return button;
}

/** @param {string} strokes */
function drawn(strokes) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', strokes);
  svg.append(path);
  return svg;
}
