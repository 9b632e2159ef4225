// An article's HTML as block code, the text in which bodies are handed to the engine: records of fields.
//
//   blockCode('<p>Ba <b>huyện</b></p>')  // 'p\x1fBa \x01huyện\x02\x1e'
//
// Nothing of the HTML is run or requested while it is read; of its attributes only safe addresses, sizes, numbers and
// the texts of pictures come through. HTML has no errors: what can be read is read.
// src/import/html_blocks.cpp does the same, function by function; tests/data/html holds both to it.

import { trusted } from './trusted.js';

/** @typedef {{depth: number, numbered: boolean, next: number}} List  next: the number of its next item */
/** @typedef {{node: Element, level: number}} Waiting  an element that is read later, and how deep it is */
/** @typedef {{caption: Element | null, at: number}} Figure  at: how many records stand before the caption */

const FIELD_END = '\x1f';
const RECORD_END = '\x1e';

const BOLD = '\x01';
const ITALIC = '\x03';
const LINK = '\x05';
const LINK_TEXT = '\x06';
/** What ends a mark, by what it begins with. @type {Record<string, string>} */
const ENDS = { [BOLD]: '\x02', [ITALIC]: '\x04', [LINK]: '\x07' };

const BOLD_ELEMENTS = names('b strong dt');
const ITALIC_ELEMENTS = names('i em cite var');
const DROPPED = names(
  'script style template noscript noframes noembed iframe object embed svg math input button select textarea option ' +
    'datalist head title link meta base video audio canvas map',
);
/** Blocks that are no more than that; the others are in READERS. */
const PLAIN_BLOCKS = names(
  'p div section article header footer main aside nav address center pre dl dt dd menu dir thead tbody tfoot hgroup hr ' +
    'fieldset legend form details summary dialog search',
);
/** Where blocks make records, these read them. @type {Record<string, (node: Element) => void>} */
const READERS = {
  // @ts-ignore: an element may be called "constructor"
  __proto__: null,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  ul: list,
  ol: list,
  li: item,
  blockquote: quotation,
  figure,
  figcaption,
  table,
  caption,
  tr: row,
  td: cell,
  th: cell,
};

/** Characters that HTML forbids: controls and noncharacters. */
const FORBIDDEN = /[^\P{Cc}\t\n\f\r]|\p{NChar}/gu;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const SAFE_LINK = /^(https?|mailto|tel):/i;
const SAFE_PICTURE = /^(https?:|data:image\/(png|jpeg|gif|webp|avif)[;,])/i;

/** A candidate of a srcset: its address, and its width where nothing else is said of it. */
const CANDIDATE = /([^ ,](?:[^ ]*[^ ,])?)(?: +(?:(\d+)w *(?=,|$))?[^,]*)?/g;

/** Elements below this level are not read one within another: their texts, breaks and pictures are taken in order. */
const DEEPEST = 200;
/** Levels from a table to its cells. */
const TABLE_LEVELS = 3;
const LIST_DEPTH = 3;
const MOST_COLUMNS = 50;
const LARGEST_NUMBER = 999999;
/** Pictures of this size count readers. */
const TRACKER_SIZE = 2;

// Reading never waits, so one document is read at a time and where it is read is the module's own.

/** @type {string[][]} */
let records;
/** The kind of paragraphs: p, or q in a quotation. @type {string} */
let kind;
let level = 0;
/** Whether texts are joined, as in a list item; else blocks part them into records. */
let joins = false;
/** What is read after the record whose texts are joined; null: all of it is text. @type {Waiting[] | null} */
let later = null;
/** The list around. @type {List} */
let around;
/** The figure around. @type {Figure | null} */
let framed = null;
/** The record of the table around; none where its cells are plain blocks. @type {string[] | null} */
let grid = null;

/** The text being written. */
let text = '';
/** White space that stands before its next word. */
let space = '';
/** Marks that the next word is to stand in, from the outermost on. @type {string[]} */
let marks = [];
/** Those of them that the text has begun. @type {string[]} */
let begun = [];

/** @param {string} html @returns {string} */
export function blockCode(html) {
  records = [];
  kind = 'p';
  around = { depth: 0, numbered: false, next: 1 };
  walk(bodyOf(html));
  part();
  return records.map((fields) => fields.join(FIELD_END) + RECORD_END).join('');
}

/** @param {string} html @returns {Element} whose properties are an element's, and so for all in it */
function bodyOf(html) {
  const document = trusted('createHTML', '<!DOCTYPE html><body>' + permitted(html));
  const parsed = new DOMParser().parseFromString(document, 'text/html');
  // Named controls and pictures hide properties of their form and of the document.
  for (const named of Document.prototype.querySelectorAll.call(parsed, '[id],[name]')) {
    for (const name of ['id', 'name']) Element.prototype.removeAttribute.call(named, name);
  }
  return parsed.body;
}

// Walking

/** @param {Element} parent */
function walk(parent) {
  ++level;
  for (const node of parent.childNodes) {
    if (node instanceof Text) write(node.data);
    else if (isRead(node)) (level > DEEPEST ? skim : element)(node);
  }
  --level;
}

/** @param {Element} node */
function element(node) {
  const mark = markOf(node);
  const isNew = mark && !marks.some((other) => other[0] === mark[0]);
  if (isNew) marks.push(mark);
  if (isBlock(node)) block(node);
  else if (node.localName === 'br') part();
  else if (node.localName === 'img') picture(node);
  else walk(node);
  if (isNew) marks.pop();
}

/** An element and all in it, level. @param {Element} top */
function skim(top) {
  /** @type {(Node | null)[]} */
  const rest = [top];
  while (rest.length) {
    const node = rest.pop();
    if (node instanceof Text) write(node.data);
    else if (!node) part();
    else if (isRead(node)) skimElement(node, rest);
  }
}

/** @param {Element} node @param {(Node | null)[]} rest  gets its children, before a null where it ends a text */
function skimElement(node, rest) {
  if (node.localName === 'img') picture(node);
  if (node.localName === 'br' || isBlock(node)) {
    part();
    rest.push(null);
  }
  for (let child = node.lastChild; child; child = child.previousSibling) rest.push(child);
}

/** @param {Element} node */
function block(node) {
  part();
  if (later && followsText(node)) later.push({ node, level });
  else ((!joins && READERS[node.localName]) || walk)(node);
  part();
}

/** Ends a paragraph, or parts joined texts. */
function part() {
  if (joins) write(' ');
  else put([kind], taken());
}

/** @param {string[]} fields @param {string} content  the last of them */
function put(fields, content) {
  if (content) records.push([...fields, content]);
}

/** @param {Element} node @param {Waiting[] | null} following  gets what is to be read after it @returns {string} */
function joined(node, following) {
  const outer = { joins, later };
  [joins, later] = [true, following];
  walk(node);
  ({ joins, later } = outer);
  return taken();
}

/** @param {Element} node @param {(content: string) => void} use */
function single(node, use) {
  /** @type {Waiting[]} */
  const following = [];
  use(joined(node, following));
  follow(following);
}

/** @param {Waiting[]} following */
function follow(following) {
  const outer = level;
  for (const next of following) {
    ({ level } = next);
    element(next.node);
  }
  level = outer;
}

// Blocks

/** @param {Element} node */
function heading(node) {
  const rank = Math.max(2, Number(node.localName[1]));
  single(node, (content) => put(kind === 'q' ? [kind] : ['h', `${rank}`], content));
}

/** @param {Element} node */
function list(node) {
  const outer = around;
  const depth = Math.min(outer.depth + 1, LIST_DEPTH);
  around = { depth, numbered: node.localName === 'ol', next: numberOf(node, 'start') ?? 1 };
  walk(node);
  part();
  around = outer;
}

/** @param {Element} node */
function item(node) {
  const depth = `${around.depth || 1}`;
  const number = numberOf(node, 'value') ?? around.next;
  around.next = number + 1;
  single(node, (content) => put(around.numbered ? ['o', depth, `${number}`] : ['u', depth], content));
}

/** @param {Element} node */
function quotation(node) {
  const outer = kind;
  kind = 'q';
  walk(node);
  part();
  kind = outer;
}

/** @param {Element} node */
function figure(node) {
  const outer = framed;
  /** @type {Figure} */
  const own = { caption: null, at: 0 };
  const first = records.length;
  framed = own;
  walk(node);
  part();
  framed = outer;
  if (own.caption) describe(own.caption, own.at, first);
}

/** @param {Element} node */
function figcaption(node) {
  if (framed && !framed.caption) Object.assign(framed, { caption: node, at: records.length });
  else walk(node);
}

/** Gives what a figure shows its caption. @param {Element} caption @param {number} at @param {number} first */
function describe(caption, at, first) {
  /** @type {Waiting[]} */
  const following = [];
  const content = joined(caption, following);
  follow(following);
  const last = (/** @type {string} */ wanted) =>
    records
      .slice(first)
      .filter(([name]) => name === wanted)
      .pop();
  const shown = last('f') ?? last('t');
  if (shown && !shown.at(-1)) shown[shown.length - 1] = content;
  else if (content) records.splice(at, 0, [kind, content]);
}

/** @param {Element} node */
function picture(node) {
  const source = ['src', 'data-src', 'data-original'].find((name) => node.hasAttribute(name));
  const address = source && safe(valueOf(node, source), SAFE_PICTURE);
  const sizes = ['width', 'height'].map((name) => numberOf(node, name));
  if (!address || sizes.some((size) => size !== undefined && size <= TRACKER_SIZE)) return;
  part();
  if (joins) {
    later?.push({ node, level });
  } else {
    records.push(['f', address, ...sizes.map((size) => `${size ?? ''}`), plain(valueOf(node, 'alt')), '']);
    put(['s'], safeSrcset(valueOf(node, 'srcset')));
  }
}

/** @param {Element} node */
function table(node) {
  const outer = grid;
  const first = records.length;
  grid = level + TABLE_LEVELS > DEEPEST || node.querySelector('img,table') ? null : ['t', ''];
  if (grid) records.push(grid);
  walk(node);
  part();
  if (grid && records.length === first + 1) records.pop();
  grid = outer;
}

/** @param {Element} node */
function caption(node) {
  if (grid) grid[1] ||= joined(node, null);
  else walk(node);
}

/** @param {Element} node */
function row(node) {
  if (!grid) return walk(node);
  const first = records.length;
  records.push(['r']);
  walk(node);
  if (!records.slice(first + 1).some(([, , content]) => content)) records.length = first;
}

/** @param {Element} node */
function cell(node) {
  if (!grid) return walk(node);
  const span = Math.min(Math.max(numberOf(node, 'colspan') ?? 1, 1), MOST_COLUMNS);
  records.push([node.localName === 'th' ? 'k' : 'c', `${span}`, joined(node, null)]);
}

// Writing a text: white space is collapsed, and marks stand only around what is seen

/** @param {string} content */
function write(content) {
  for (const [, blank, word] of permitted(content).matchAll(/([ \t\n\f\r\xa0]+)|([^ \t\n\f\r\xa0]+)/g)) {
    if (word) writeWord(word);
    else space = space + blank === '\xa0' ? blank : ' ';
  }
}

/** @param {string} word */
function writeWord(word) {
  let kept = 0;
  while (kept < begun.length && begun[kept] === marks[kept]) ++kept;
  endMarks(kept);
  if (text) text += space;
  text += marks.slice(kept).join('') + word;
  begun = [...marks];
  space = '';
}

/** @param {number} kept  how many of the outermost stay */
function endMarks(kept) {
  for (const mark of begun.splice(kept).reverse()) text += ENDS[mark[0]];
}

/** The text that was written; another one begins. */
function taken() {
  endMarks(0);
  const content = text;
  text = space = '';
  return content;
}

/** @param {string} content @returns {string} collapsed, unmarked; between two texts */
function plain(content) {
  const outer = marks;
  marks = [];
  write(content);
  marks = outer;
  return taken();
}

// Looking at elements

/** @param {Node} node @returns {node is Element} */
function isRead(node) {
  return node instanceof Element && !DROPPED.has(node.localName) && !node.hasAttribute('hidden');
}

/** @param {Element} node */
function isBlock({ localName }) {
  return PLAIN_BLOCKS.has(localName) || localName in READERS;
}

/** Whether it makes records of its own after the text it stands in. @param {Element} node */
function followsText(node) {
  return READERS[node.localName] === list || (node.localName === 'figure' && node.querySelector('img') !== null);
}

/** @param {Element} node @returns {string} what begins its mark, if it is marked */
function markOf(node) {
  if (BOLD_ELEMENTS.has(node.localName)) return BOLD;
  if (ITALIC_ELEMENTS.has(node.localName)) return ITALIC;
  const address = node.localName === 'a' && safe(valueOf(node, 'href'), SAFE_LINK);
  return address ? LINK + address + LINK_TEXT : '';
}

/** @param {string} value @param {RegExp} allowed @returns {string} the cleaned address; empty: it is not safe */
function safe(value, allowed) {
  const cleaned = permitted(value).replace(/[\t\n\f\r]/g, '');
  const address = /[^ ](.*[^ ])?/s.exec(cleaned)?.[0] ?? '';
  return address[0] !== '#' && (!SCHEME.test(address) || allowed.test(address)) ? address : '';
}

/** @param {string} value @returns {string} the candidates that have a width and a safe address */
function safeSrcset(value) {
  const kept = [];
  const list = permitted(value).replace(/[\t\n\f\r]/g, ' ');
  for (const [, source, digits = 0] of list.matchAll(CANDIDATE)) {
    const address = safe(source, SAFE_PICTURE);
    const width = Math.min(Number(digits), LARGEST_NUMBER);
    if (address && width) kept.push(`${address} ${width}w`);
  }
  return kept.join(', ');
}

/** @param {Element} node @param {string} name @returns {number | undefined} of plain digits */
function numberOf(node, name) {
  const value = valueOf(node, name);
  return /^\d+$/.test(value) ? Math.min(Number(value), LARGEST_NUMBER) : undefined;
}

/** @param {Element} node @param {string} name */
function valueOf(node, name) {
  return node.getAttribute(name) ?? '';
}

/** @param {string} value */
function permitted(value) {
  return value.replace(FORBIDDEN, '');
}

/** @param {string} list  parted by spaces */
function names(list) {
  return new Set(list.split(' '));
}
