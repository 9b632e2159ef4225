// Presses of keys by finger, mouse and screen reader. A key acts when it is touched, so that two thumbs may type at once;
// the field keeps the focus. A key with `data-repeats` acts again and again while it is held.
//
//   followPresses(board, (button) => …, signal)

const HELD_MS = 450;
const AGAIN_MS = 70;
/** A click after a press is that press. */
const CLICK_MS = 700;

/** @param {HTMLElement} board @param {(button: HTMLButtonElement) => void} press @param {AbortSignal} signal */
export function followPresses(board, press, signal) {
  /** What each pointer holds down. @type {Map<number, HTMLButtonElement>} */
  const held = new Map();
  let timer = 0;
  let released = -Infinity;

  const forgetGone = () => held.forEach((button, pointer) => button.isConnected || held.delete(pointer));

  const keep = (/** @type {Event} */ event) => event.preventDefault();
  for (const type of ['mousedown', 'touchstart', 'contextmenu']) {
    board.addEventListener(type, keep, { signal, passive: false });
  }

  const repeat = (/** @type {HTMLButtonElement} */ button, /** @type {number} */ wait) => {
    timer = window.setTimeout(() => {
      // A keyboard may be hidden under the finger, which is then let go elsewhere.
      if (!button.isConnected) return;
      press(button);
      repeat(button, AGAIN_MS);
    }, wait);
  };
  board.addEventListener(
    'pointerdown',
    (event) => {
      event.preventDefault();
      const button = buttonOf(event);
      if (!button || event.button !== 0) return;
      forgetGone();
      clearTimeout(timer);
      held.set(event.pointerId, button);
      button.classList.add('pressed');
      board.setPointerCapture(event.pointerId);
      if ('repeats' in button.dataset) repeat(button, HELD_MS);
      press(button);
    },
    { signal },
  );

  const end = (/** @type {PointerEvent} */ event) => {
    const button = held.get(event.pointerId);
    if (!button) return;
    held.delete(event.pointerId);
    button.classList.remove('pressed');
    released = event.timeStamp;
    if ('repeats' in button.dataset) clearTimeout(timer);
  };
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture'])) {
    board.addEventListener(type, end, { signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer));

  board.addEventListener(
    'click',
    (event) => {
      const button = buttonOf(event);
      forgetGone();
      if (button && held.size === 0 && event.timeStamp - released > CLICK_MS) press(button);
    },
    { signal },
  );
}

/** @param {Event} event */
const buttonOf = ({ target }) => (target instanceof Element ? target.closest('button') : null);
