// The WebGL contexts of a page's readers. A browser holds some 16 and takes the oldest away when there are more; a page may
// want some for itself. So there are eight of ours at most, of readers near the viewport: whoever finds none waits, shows
// its layer meanwhile, and is woken when one is free.
//
//   if (takeContext(view)) …        view.wake() is called later where it was refused
//   giveContext(view)               also of one that has none, or waits

const MOST = 8;

/** @typedef {{wake: () => void}} Holder */
/** @type {Set<Holder>} */
const awake = new Set();
/** @type {Set<Holder>} */
const waiting = new Set();

/** @param {Holder} holder @returns {boolean} whether it has one now */
export function takeContext(holder) {
  const isFree = awake.size < MOST || awake.has(holder);
  (isFree ? awake : waiting).add(holder);
  return isFree;
}

/** @param {Holder} holder */
export function giveContext(holder) {
  waiting.delete(holder);
  if (!awake.delete(holder)) return;
  const [next] = waiting;
  waiting.delete(next);
  next?.wake();
}
