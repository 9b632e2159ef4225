// bantin.all.js exports nothing; it defines the element.
/// <reference path="./bantin.d.ts" />
export {};
