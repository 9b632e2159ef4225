// What few readers of a page ask for (sharing, copying, printing, large pictures) comes in a script of its own.
// `setToolsSource` is called by the entry that knows where it is.

/** @typedef {typeof import('./commands.js')} Tools */

/** @type {() => Promise<Tools>} */
let load = () => Promise.reject(new Error('no tools'));
/** @type {Promise<Tools> | undefined} */
let loading;
/** @type {Tools | undefined} */
let arrived;

/** @param {() => Promise<Tools>} source */
export function setToolsSource(source) {
  load = source;
}

/** The tools; a failed attempt may be repeated. Asked for early (when an article opens), they are there for the click. */
export function tools() {
  loading ??= load().then(
    (all) => (arrived = all),
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/**
 * Has the tools answer what is copied and dragged out of `places`. They are fetched when a selection begins; until they
 * are there the browser copies.
 * @param {EventTarget[]} places @param {AbortSignal} signal
 */
export function offerCopies(places, signal) {
  for (const place of places) {
    place.addEventListener('selectstart', () => tools().catch(() => {}), { signal });
    for (const type of ['copy', 'dragstart']) {
      place.addEventListener(type, (event) => arrived?.answerCopy(event, places), { signal });
    }
  }
}
