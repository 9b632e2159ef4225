// What reads bundles, whole: as the ES module bantin.bundle.mjs, and in bantin.bundle.js (web/bantin_bundle.js).

export { Bundle, PartError } from './bundle.js';
export { Library } from './library.js';
