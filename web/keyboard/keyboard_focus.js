// Shows a keyboard for the field of a root that has the focus, and hides it when the focus has left or Escape is pressed.
//
//   followFocus(root, keyboard, signal);

import { takesText } from './keyboard_field.js';

/** @param {ShadowRoot} root @param {import('./keyboard_view.js').KeyboardView} keyboard @param {AbortSignal} [signal] */
export function followFocus(root, keyboard, signal) {
  const isOurs = (/** @type {EventTarget | null} */ it) => it instanceof Node && keyboard.element.contains(it);
  const focused = (/** @type {Event} */ { target }) => {
    if (takesText(target)) keyboard.show(target);
    else if (!isOurs(target)) keyboard.hide();
  };
  const left = (/** @type {Event} */ event) => {
    const { target, relatedTarget } = /** @type {FocusEvent} */ (event);
    if (target === keyboard.input && !isOurs(relatedTarget)) keyboard.hide();
  };
  // A field may have the focus still after "Done"; the device's own keyboard is told before it comes.
  const touched = (/** @type {Event} */ { target }) => {
    if (!takesText(target)) return;
    if (target === root.activeElement) keyboard.show(target);
    else keyboard.claim(target);
  };
  const pressed = (/** @type {Event} */ event) => {
    if (/** @type {KeyboardEvent} */ (event).key !== 'Escape' || !keyboard.isShown) return;
    event.preventDefault();
    event.stopPropagation();
    keyboard.hide();
  };
  root.addEventListener('focusin', focused, { signal });
  root.addEventListener('focusout', left, { signal });
  root.addEventListener('pointerdown', touched, { signal });
  root.addEventListener('keydown', pressed, { signal, capture: true });
  if (takesText(root.activeElement)) keyboard.show(root.activeElement);
}
