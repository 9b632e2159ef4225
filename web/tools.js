// What few readers of a page ask for (sharing, copying, printing, large pictures) comes in a script of its own.
// `setToolsSource` is called by the entry that knows where it is.

/** @typedef {typeof import('./commands.js')} Tools */

/** @type {() => Promise<Tools>} */
let load = () => Promise.reject(new Error('no tools'));
/** @type {Promise<Tools> | undefined} */
let loading;

/** @param {() => Promise<Tools>} source */
export function setToolsSource(source) {
  load = source;
}

/** The tools; a failed attempt may be repeated. Asked for early (when an article opens), they are there for the click. */
export function tools() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
