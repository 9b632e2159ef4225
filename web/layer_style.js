// The page layer's style sheet. Text over the canvas, made transparent in web/view.js; where the layer itself is what is
// read, layer_seen.js is added. Fonts come with each node; what would change a line's width is fixed here.

import { SEEN } from './layer_seen.js';
import { PRINT_CSS } from './print_style.js';

const CSS = `
:host {
  display: block; position: relative; overflow: hidden !important;
  contain: layout style inline-size !important; contain-intrinsic-width: min(40rem, 80vw);
  height: min(40rem, 100vh); height: min(40rem, 100dvh); border-radius: var(--bantin-radius, 0);
}
:host([hidden]) { display: none; }
:host::before, :host::after { content: none !important; }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; pointer-events: none; }
.spacing { position: absolute; visibility: hidden; white-space: pre; pointer-events: none; }
.layer {
  all: initial; position: absolute; inset: 0; overflow: clip; direction: ltr;
  text-rendering: geometricPrecision;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%; cursor: auto;
  --rule: rgb(128 128 128 / 30%); --wash: rgb(128 128 128 / 12%);
}
.layer * {
  box-sizing: border-box; margin: 0; padding: 0; border: 0; background: none; color: inherit; outline: none;
  font: inherit; text-rendering: inherit;
  /* A node's own font shorthand would reset these two. */
  font-kerning: none !important; font-variant-ligatures: none !important;
  letter-spacing: var(--letter); word-spacing: var(--word); text-align: start; text-decoration: none; list-style: none;
  border-radius: 0; appearance: none; -webkit-appearance: none; -webkit-tap-highlight-color: transparent;
}
/* In WebKit a space that collapses between two lines is none in accessible names: there it is kept, and hangs. */
@supports (hanging-punctuation: none) { .layer { white-space: pre-wrap; } }
/* A node without colours of its own has not those of what it is in. */
.layer .node { position: absolute; display: block; --ink: transparent; --ground: transparent; }
.layer .group { pointer-events: none; }
.layer .group > :not(.group) { pointer-events: auto; }
/* Holders of panes: with a size they would lie over each other, and no tool could tell what is behind a text. */
@media screen { .layer > .group > .group { width: 0 !important; height: 0 !important; } }
.layer .scroller { overflow: hidden auto; overscroll-behavior: auto; scrollbar-width: thin; }
.layer .scroller::before {
  content: ""; position: absolute; top: 0; left: 0; width: 1px; height: var(--extent); pointer-events: none;
}
.layer .flow { display: flow-root; }
.layer .flow > .node { position: static; }
.layer .frame { overflow: auto hidden; scrollbar-width: thin; }
.layer .frame.node, .layer .figure { position: relative !important; }
.layer .figure .button { position: absolute !important; }
.layer .table { display: table; position: static; table-layout: auto; border-collapse: separate; border-spacing: 0; }
.layer .row { display: table-row; position: static; }
.layer .cell, .layer .header_cell { display: table-cell; position: static; vertical-align: top; }
.layer .picture { opacity: 0; cursor: zoom-in; object-fit: contain; }
.layer .picture.seen, .shown .picture { opacity: 1; }
.layer strong { font-weight: 700; }
.layer em { font-style: italic; }
.layer a { cursor: pointer; }
.layer .flow a:not(.link) { text-decoration: underline transparent; }
.layer .article a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.layer .scroller:focus-visible, .layer .frame:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.layer .heading:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px; border-radius: 2px; }
.layer .drag_area { cursor: ew-resize; touch-action: pan-y pinch-zoom; }
.layer .slider { opacity: 0; }
.layer .group > .slider { pointer-events: none; }
.layer [aria-disabled] { cursor: default; }
.layer .dialog:focus { outline: none; }
.layer .line, .layer .probe { white-space: pre; }
/* What pads the lines of a link is none of it. */
.layer .split { pointer-events: none; }
.layer .split .line > * { pointer-events: auto; }
.layer .article .split:focus-visible { outline: none; }
.layer .article .split:focus-visible .line > * { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.layer .probe { position: absolute; visibility: hidden; }
.layer button, .layer .item { cursor: pointer; user-select: none; -webkit-user-select: none; }
.layer .item { user-select: text; -webkit-user-select: text; }
.layer button .node, .layer .item a .line { pointer-events: none; }
.layer .unseen { overflow: clip; white-space: nowrap; user-select: none; -webkit-user-select: none; pointer-events: none; }
.layer .item > .paragraph { overflow: clip; }
.layer input { color: transparent; caret-color: var(--ink); }
.layer input:focus { color: var(--ink); }
.layer input::placeholder { color: transparent; opacity: 1; }
.layer input::-webkit-search-cancel-button { display: none; }
/* Safari zooms the page into fields of smaller letters. */
@media (pointer: coarse) { .layer input { font-size: 16px !important; } }
.layer ::selection { background: color-mix(in srgb, var(--accent) 28%, transparent); color: transparent; }
.layer input:focus::selection { color: var(--ink); }
/* A list's numbers are heard too; what is generated is neither selected nor copied. */
.layer .numbers > .entry > .paragraph:first-child::before {
  content: var(--sign); position: absolute; transform: translateX(calc(-100% - 0.5em));
}
${SEEN}
.fallback { box-sizing: border-box; height: 100%; overflow: auto; padding: 1rem; font: 1rem/1.5 serif; }
.fallback li { margin: 0.5em 0; }
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** @type {Window | null} */
let owner;

/** One sheet for all elements of a page; it is of one document only. @param {Window & typeof globalThis} page */
export function layerStyle(page) {
  if (!sheet || owner !== page) {
    owner = page;
    sheet = new page.CSSStyleSheet();
    sheet.replaceSync(CSS + PRINT_CSS);
  }
  return sheet;
}
