// Only pages with a packed bundle need what reads one (web/library.js): it comes in a script of its own.
// `setBundleSource` is called by the entry that knows where it is.
//
//   const { Library } = await bundleReader();

/** @typedef {typeof import('./bundle.js') & typeof import('./library.js')} BundleReader */

/** @type {() => Promise<BundleReader>} */
let load = () => Promise.reject(new Error('no bundle reader'));
/** @type {Promise<BundleReader> | undefined} */
let loading;

/** @param {() => Promise<BundleReader>} source */
export function setBundleSource(source) {
  load = source;
}

/** A failed attempt may be repeated. */
export function bundleReader() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
