// Time as a kiosk's parts ask for it, so that a test can let a day pass in a minute. Parts that wait only count
// milliseconds: a kiosk's date may be wrong by years and is asked for what is only looks (web/kiosk/night.js).

/**
 * @typedef {object} Clock
 * @property {() => number} now  as Date.now
 * @property {(work: () => void, ms: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 */

/** @type {Clock} */
export const realClock = {
  now: () => Date.now(),
  setTimeout: (work, ms) => setTimeout(work, ms),
  clearTimeout: (timer) => clearTimeout(timer),
};

/**
 * Does `work` every `ms` until `signal` ends it.
 * @param {Clock} clock @param {number} ms @param {() => void} work @param {AbortSignal} signal
 */
export function repeat(clock, ms, work, signal) {
  /** @type {any} */
  let timer;
  const next = () => {
    timer = clock.setTimeout(() => {
      next();
      work();
    }, ms);
  };
  if (signal.aborted) return;
  next();
  signal.addEventListener('abort', () => clock.clearTimeout(timer), { once: true });
}
