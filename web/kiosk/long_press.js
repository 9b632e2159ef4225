// The operator's way in: a finger held for five seconds on the top left corner. Nothing shows that it is there, and what
// lies under it works as ever for anybody who only touches it.

const HOLD_MS = 5000;
/** A click comes soon after the finger has left, if it comes: a long touch gives none. */
const CLICK_MS = 400;
/** The corner, and how far a finger may stray. CSS pixels. */
const CORNER = 72;
const STRAY = 24;

/**
 * @param {HTMLElement} element @param {import('./clock.js').Clock} clock
 * @param {() => unknown} held  false: it was not meant here, and the finger's click is left alone
 * @param {AbortSignal} signal
 */
export function followLongPress(element, clock, held, signal) {
  /** @type {any} */
  let timer;
  let start = { x: 0, y: 0 };
  let isHeld = false;
  const leave = () => clock.clearTimeout(timer);
  const lift = () => {
    leave();
    if (isHeld) timer = clock.setTimeout(() => (isHeld = false), CLICK_MS);
  };
  const options = { signal, capture: true, passive: true };
  element.addEventListener(
    'pointerdown',
    ({ clientX: x, clientY: y, isPrimary }) => {
      leave();
      isHeld = false;
      const { left, top } = element.getBoundingClientRect();
      if (!isPrimary || x - left > CORNER || y - top > CORNER) return;
      start = { x, y };
      timer = clock.setTimeout(() => {
        isHeld = held() !== false;
      }, HOLD_MS);
    },
    options,
  );
  element.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => Math.hypot(clientX - start.x, clientY - start.y) > STRAY && leave(),
    options,
  );
  for (const type of ['pointerup', 'pointercancel']) element.addEventListener(type, lift, options);
  // The finger is still to be lifted: that activates nothing.
  const swallow = (/** @type {Event} */ event) => {
    if (!isHeld) return;
    isHeld = false;
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener('click', swallow, { signal, capture: true });
  signal.addEventListener('abort', leave, { once: true });
}
