// Whether somebody is at a kiosk: who has not touched, typed or scrolled for a while has left.
//
//   const idle = new Idle({ clock, ms: 90_000, left: () => …, came: (event) => … });
//   idle.follow(document, signal);
//   idle.isIdle
//
// `left` is called once when nobody is there any more, `came` with the event that shows somebody is again. Only a touch,
// a key or the wheel does: what a page scrolls by itself does not, nor a key that is stuck. Nobody's key does nothing.

/**
 * @typedef {object} IdleOptions
 * @property {import('./clock.js').Clock} clock
 * @property {number} ms
 * @property {() => void} left
 * @property {(event: Event | null) => void} came
 * @property {() => boolean} [isBusy]  with something that was asked for: whoever did waits for it
 */

// A screen reader's press is a click alone.
const COMING = ['pointerdown', 'touchstart', 'keydown', 'wheel', 'click'];
const STAYING = ['pointermove', 'pointerup', 'touchmove', 'scroll', 'input'];

export class Idle {
  isIdle = false;
  /** A key is, or lies under something. */
  #isStuck = false;
  /** @type {any} */
  #timer;

  /** @param {IdleOptions} options */
  constructor(options) {
    this.options = options;
  }

  /** @param {EventTarget} place @param {AbortSignal} signal */
  follow(place, signal) {
    for (const type of COMING) {
      // Not passive where the event may have to be taken away from what is underneath.
      const passive = type === 'wheel' || type === 'touchstart';
      const came = (/** @type {Event} */ event) => {
        this.#isStuck = isRepeated(event);
        if (this.#isStuck) this.#ignore(event);
        else this.come(event);
      };
      place.addEventListener(type, came, { signal, capture: true, passive });
    }
    for (const type of STAYING) {
      const moved = (/** @type {Event} */ event) => isMove(event) && !this.#isByKey(event) && this.stay();
      place.addEventListener(type, moved, { signal, capture: true, passive: true });
    }
    signal.addEventListener('abort', () => this.options.clock.clearTimeout(this.#timer), { once: true });
    this.stay();
  }

  /** Somebody is there. @param {Event | null} event */
  come(event) {
    const wasIdle = this.isIdle;
    this.isIdle = false;
    this.stay();
    if (wasIdle) this.options.came(event);
  }

  /** A stuck key types and scrolls. @param {Event} event */
  #isByKey({ type }) {
    return this.#isStuck && (type === 'input' || type === 'scroll');
  }

  /** @param {Event} event */
  #ignore(event) {
    if (!this.isIdle) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Whoever is there still is. */
  stay() {
    if (this.isIdle) return;
    const { clock, ms, isBusy } = this.options;
    clock.clearTimeout(this.#timer);
    this.#timer = clock.setTimeout(() => (isBusy?.() ? this.stay() : this.leave()), ms);
  }

  /** Nobody is there. */
  leave() {
    if (this.isIdle) return;
    this.options.clock.clearTimeout(this.#timer);
    this.isIdle = true;
    this.options.left();
  }
}

/** @param {Event} event */
const isRepeated = (event) => event.type === 'keydown' && /** @type {KeyboardEvent} */ (event).repeat;

// A mouse at rest is told of again when something changes under it.
/** @param {Event} event */
function isMove(event) {
  const { type, pointerType, movementX, movementY } = /** @type {PointerEvent} */ (event);
  return type !== 'pointermove' || pointerType !== 'mouse' || movementX !== 0 || movementY !== 0;
}
