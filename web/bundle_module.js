// bantin.bundle.mjs: what reads bundles, for bantin.mjs.

export { Bundle, PartError } from './bundle.js';
export { Library } from './library.js';
