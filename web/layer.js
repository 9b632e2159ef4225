// The page layer: real elements made from what the interface says of itself (src/ui/description.h), in the places
// its layout gave them. It alone takes input: focus, typing, scrolling, selection, and the click that activates.
// An element lives as long as its node's key is in the description; only what differs is touched.

import { pictureAddress, webAddress } from './address.js';
import { keepOneStop, moveByArrows } from './arrows.js';
import { Composition, isComposing } from './composition.js';
import { enterList, FocusKeeper } from './focus_keeper.js';
import { CELLS, lineSpans, sameLines } from './layer_lines.js';
import { followDrags } from './pointer.js';
import { timelineBars } from './timeline_bars.js';

/** @typedef {import('./layer_lines.js').LayerLine} LayerLine */

/**
 * One node, as web/bridge.js reads it.
 * @typedef {object} LayerNode
 * @property {string} kind  one of KINDS
 * @property {number} flags
 * @property {number} key
 * @property {number} parent  index of an earlier node, -1: none
 * @property {number} x @property {number} y @property {number} width @property {number} height
 * @property {string} text @property {string} label
 * @property {LayerLine[]} lines
 * @property {string} font  CSS font, line height included
 * @property {string} ink @property {string} ground  CSS colours
 * @property {number} inset
 * @property {number} position @property {number} setSize
 * @property {number} extent @property {number} scrollTo @property {number} scrollSerial
 */

/**
 * @typedef {object} LayerOwner  who is told what happens in the layer; keys are those of nodes
 * @property {(key: number) => void} activated
 * @property {(key: number, text: string, committed: boolean) => void} typed
 * @property {(key: number, visible: boolean) => void} focused  key 0: focus has left
 * @property {(key: number, place: number) => void} scrolled  from the top, a frame from the left
 * @property {(key: number, phase: number, x: number) => void} dragged  phase: one of DRAG
 * @property {() => boolean} escaped  whether there was anything to close
 * @property {(letter: string) => boolean} letter  whether it was a shortcut
 * @property {(key: number, picture: HTMLImageElement, failed: boolean) => void} pictureLoaded
 */

/** In the order of NodeKind in src/ui/description.h. */
export const KINDS = [
  'group',
  'heading',
  'paragraph',
  'button',
  'link',
  'search',
  'field',
  'toggle',
  'scroller',
  'list',
  'item',
  'article',
  'status',
  'label',
  'numbers',
  'entry',
  'quote',
  'figure',
  'picture',
  'caption',
  'frame',
  'table',
  'row',
  'cell',
  'header_cell',
  'slider',
  'drag_area',
  'dialog',
];

/** NodeFlag of src/ui/description.h. */
const ON = 1,
  EXPANDABLE = 2,
  INVALID = 4,
  CURRENT = 8,
  OWN_CHILDREN = 16,
  NUMERIC = 32,
  FOCUSABLE = 64,
  FLOW = 128,
  ARROWS = 256,
  RADIO = 512,
  MUTED = 1024,
  NEW_TAB = 2048,
  INERT = 4096,
  UNSEEN = 8192,
  FRAMED = 16384;

/** @type {Record<string, string>} */
const TAGS = {
  group: 'div',
  paragraph: 'p',
  button: 'button',
  link: 'a',
  search: 'input',
  field: 'input',
  toggle: 'button',
  scroller: 'div',
  list: 'ul',
  item: 'li',
  article: 'article',
  status: 'p',
  label: 'span',
  numbers: 'ol',
  entry: 'li',
  quote: 'blockquote',
  figure: 'figure',
  picture: 'img',
  caption: 'figcaption',
  frame: 'div',
  table: 'table',
  row: 'tr',
  cell: 'td',
  header_cell: 'th',
  slider: 'input',
  drag_area: 'div',
  dialog: 'div',
};

const ACTIVE = new Set(['button', 'link', 'toggle', 'item', 'picture']);
const FIELDS = new Set(['search', 'field', 'slider']);
/** Placed by the browser's own table layout, from the sizes the engine gave the cells. */
const IN_TABLE = new Set(['table', 'row', ...CELLS]);

/** @param {LayerNode} node */
const tagOf = (node) => (node.kind === 'heading' ? `h${node.position}` : TAGS[node.kind]);

/** @param {Entry} cell */
const isHeader = ({ node }) => node.kind === 'header_cell';

/** An element of the layer with what it was last made from. */
class Entry {
  /** @param {HTMLElement} element @param {LayerNode} node */
  constructor(element, node) {
    this.element = element;
    this.node = node;
    /** @type {Map<number, Entry>} */
    this.children = new Map();
    /** Where somebody has scrolled it to. @type {{left: number, top: number} | null} */
    this.scrolled = null;
  }
}

export class Layer {
  /**
   * @param {HTMLElement} root
   * @param {LayerOwner} owner
   * @param {AbortSignal} signal  ends every listener
   */
  constructor(root, owner, signal) {
    this.root = root;
    this.owner = owner;
    this.changes = 0;
    this.top = new Entry(root, emptyNode());
    /** @type {WeakMap<Element, Entry>} */
    this.entries = new WeakMap();
    /** @type {Map<number, Entry>} */
    this.byKey = new Map();
    this.focusSerial = 0;
    this.keeper = new FocusKeeper();
    this.composition = new Composition(root, (field) => this.refill(field), signal);
    /** What relative addresses in a feed are relative to. */
    this.base = document.baseURI;
    this.listen(signal);
    moveByArrows(root, signal);
    followDrags(
      root,
      (element, phase, x) => {
        const entry = this.entries.get(element);
        if (entry) owner.dragged(entry.node.key, phase, x);
      },
      signal,
    );
  }

  /**
   * Makes the children of `parent` (0: the root) what `nodes` says.
   * @param {number} parent @param {LayerNode[]} nodes
   */
  apply(parent, nodes) {
    const holder = parent === 0 ? this.top : this.byKey.get(parent);
    if (!holder) return;
    if (parent === 0) {
      const focused = this.focusedElement();
      this.keeper.begin(focused, this.entries.get(focused?.closest('.node') ?? this.root)?.node.key);
    }
    /** @type {Entry[]} */
    const entries = [];
    /** @type {Map<Entry, Entry[]>} */
    const children = new Map([[holder, []]]);
    for (const node of nodes) {
      const owner = node.parent < 0 ? holder : entries[node.parent];
      const entry = this.entryFor(owner, node, children.get(owner) ?? []);
      entries.push(entry);
      if (!children.has(entry) && !(node.flags & OWN_CHILDREN)) children.set(entry, []);
      children.get(owner)?.push(entry);
    }
    for (const [owner, list] of children) this.arrange(owner, list);
    for (const { node, element, children: cells } of entries) {
      if (node.kind === 'row') element.classList.toggle('head', [...cells.values()].every(isHeader));
    }
    for (const entry of entries) if (entry.node.flags & ARROWS) keepOneStop(entry.element);
  }

  /**
   * Focuses the node `key`, once for each `serial`, if focus was inside or got lost by the last change.
   * @param {number} key @param {number} serial
   */
  focus(key, serial) {
    const { element, key: before = 0 } = this.keeper;
    if (serial !== this.focusSerial && element) this.byKey.get(key)?.element.focus({ preventScroll: true });
    this.focusSerial = serial;
    this.keeper.end(/** @type {ShadowRoot} */ (this.root.getRootNode()), this.byKey.get(before)?.element);
  }

  /** Tells of all pictures again, for a canvas that has lost them. */
  reloadPictures() {
    for (const { node, element } of this.byKey.values()) {
      const picture = /** @type {HTMLImageElement} */ (element);
      if (node.kind === 'picture' && picture.complete) {
        this.owner.pictureLoaded(node.key, picture, picture.naturalWidth === 0);
      }
    }
  }

  focusedElement() {
    return /** @type {ShadowRoot} */ (this.root.getRootNode()).activeElement;
  }

  /**
   * @param {Entry} owner @param {LayerNode} node @param {Entry[]} before  its elder siblings
   * @returns {Entry}
   */
  entryFor(owner, node, before) {
    let entry = owner.children.get(node.key);
    if (entry && tagOf(entry.node) !== tagOf(node)) entry = undefined;
    if (!entry) {
      entry = new Entry(document.createElement(tagOf(node)), emptyNode());
      entry.element.className = `node ${node.kind}`;
      this.entries.set(entry.element, entry);
    }
    if (node.kind === 'picture') owner.element.classList.add('pictured');
    this.update(entry, node, owner, before.at(-1));
    this.byKey.set(node.key, entry);
    return entry;
  }

  /** @param {Entry} owner @param {Entry[]} list */
  arrange(owner, list) {
    const kept = new Set(list);
    for (const child of owner.children.values()) {
      if (!kept.has(child)) this.remove(child);
    }
    owner.children = new Map(list.map((child) => [child.node.key, child]));
    /** @type {Element | null} */
    let next = owner.element.firstElementChild;
    for (const { element } of list) {
      if (element === next) {
        next = next.nextElementSibling;
      } else {
        owner.element.insertBefore(element, next);
        this.restoreScroll(element);
        ++this.changes;
      }
    }
  }

  /** @param {Entry} entry */
  remove(entry) {
    this.keeper.leave(entry.element, this.root);
    entry.element.remove();
    ++this.changes;
    this.forget(entry);
  }

  /** @param {Entry} entry */
  forget(entry) {
    if (this.byKey.get(entry.node.key) === entry) this.byKey.delete(entry.node.key);
    for (const child of entry.children.values()) this.forget(child);
  }

  // A scroller has no place before it is in the page.
  /** @param {Element} element */
  restoreScroll(element) {
    const entry = this.entries.get(element);
    if (entry?.node.kind === 'scroller') element.scrollTop = entry.node.scrollTo;
  }

  /** To be called when the reader has another place in its page: browsers then scroll back to the beginning. */
  moved() {
    for (const { element, scrolled } of this.byKey.values()) if (scrolled) element.scrollTo(scrolled);
  }

  /** @param {Entry} entry @param {LayerNode} node @param {Entry} owner @param {Entry | undefined} elder */
  update(entry, node, owner, elder) {
    const { element, node: old } = entry;
    entry.node = node;
    this.place(element, old, node, owner, elder);
    this.dress(element, old, node, owner === this.top);
    if (FIELDS.has(node.kind)) {
      this.fillField(/** @type {HTMLInputElement} */ (element), old, node);
    } else if (node.kind === 'picture') {
      this.fillPicture(/** @type {HTMLImageElement} */ (element), old, node);
    } else {
      this.fillText(element, old, node);
    }
    this.explain(element, old, node);
    if (node.kind === 'scroller' && (node.scrollSerial !== old.scrollSerial || node.extent !== old.extent)) {
      this.set(element.style, '--extent', `${node.extent}px`);
      if (node.scrollSerial !== old.scrollSerial) element.scrollTop = node.scrollTo;
    }
  }

  /** @param {CSSStyleDeclaration} style @param {string} name @param {string} value */
  set(style, name, value) {
    style.setProperty(name, value);
    ++this.changes;
  }

  // In an article the blocks follow each other in the flow, as in any page, so that a selection runs through them.
  /** @param {HTMLElement} element @param {LayerNode} old @param {LayerNode} node @param {Entry} owner @param {Entry | undefined} elder */
  place(element, old, node, owner, elder) {
    const { style } = element;
    if (IN_TABLE.has(node.kind)) {
      const padding = `${node.y}px ${node.inset}px 0px`;
      if (CELLS.has(node.kind) && style.padding !== padding) this.set(style, 'padding', padding);
    } else if (owner.node.flags & FLOW) {
      const above = elder ? elder.node.y + elder.node.height : 0;
      const margin = `${node.y - above}px 0 0 ${node.x}px`;
      if (style.margin !== margin) this.set(style, 'margin', margin);
    } else if (node.x !== old.x || node.y !== old.y) {
      this.set(style, 'left', `${node.x}px`);
      this.set(style, 'top', `${node.y}px`);
    }
    if (node.width !== old.width) this.set(style, 'width', `${node.width}px`);
    if (node.height !== old.height) this.set(style, 'height', `${node.height}px`);
  }

  /** @param {HTMLElement} element @param {LayerNode} old @param {LayerNode} node @param {boolean} isRoot */
  dress(element, old, node, isRoot) {
    const { style } = element;
    if (node.font !== old.font && node.text) this.set(style, 'font', node.font);
    if (node.ink !== old.ink) this.set(style, '--ink', node.ink);
    if (node.ground !== old.ground) this.set(style, '--ground', node.ground);
    if (node.inset !== old.inset && !CELLS.has(node.kind)) this.set(style, 'padding-left', `${node.inset}px`);
    if (isRoot && (node.ink !== old.ink || node.ground !== old.ground)) {
      this.set(this.root.style, '--accent', node.ink);
      this.set(this.root.style, '--paper', node.ground);
      this.set(this.root.style, '--tint', translucent(node.ink, 6));
    }
    if ((node.kind === 'search' || node.kind === 'article') && node.ink !== old.ink) {
      this.set(this.root.style, '--text', node.ink);
      // White is the ink of the theme with the most contrast.
      this.set(this.root.style, '--rule', translucent(node.ink, node.ink.startsWith('rgb(255 255 255') ? 100 : 16));
    }
  }

  /** @param {HTMLImageElement} element @param {LayerNode} old @param {LayerNode} node */
  fillPicture(element, old, node) {
    if (node.label !== old.label || old.kind === '') element.alt = node.label;
    if (node.text === old.text) return;
    element.decoding = 'async';
    element.loading = 'lazy';
    element.src = pictureAddress(node.text, this.base);
    ++this.changes;
  }

  /** @param {HTMLInputElement} element @param {LayerNode} old @param {LayerNode} node */
  fillField(element, old, node) {
    const [name, more] = node.label.split('\n');
    if (node.kind === 'slider') {
      if (old.kind === '') element.type = 'range';
      if (element.max !== String(node.setSize)) element.max = String(node.setSize);
      this.attribute(element, 'aria-label', name);
      this.attribute(element, 'aria-valuetext', more);
    } else if (node.label !== old.label) {
      const placeholder = more;
      element.type = node.kind === 'search' ? 'search' : 'text';
      element.autocomplete = 'off';
      element.spellcheck = false;
      element.placeholder = placeholder;
      element.enterKeyHint = node.kind === 'search' ? 'search' : 'done';
      if (node.flags & NUMERIC) element.inputMode = 'numeric';
      this.attribute(element, 'aria-label', name);
    }
    if (node.font !== old.font && node.kind !== 'slider') this.set(element.style, 'font', node.font);
    if (node.text !== element.value && element !== this.composition.field) {
      element.value = node.text;
      ++this.changes;
    }
  }

  /** @param {HTMLElement} element @param {LayerNode} old @param {LayerNode} node */
  fillText(element, old, node) {
    if (node.text !== old.text || node.lines.at(-1)?.cut !== old.lines.at(-1)?.cut) {
      // Where the screen has no room for all of it the name has, and paper.
      const whole = node.lines.at(-1)?.cut ? node.text : null;
      this.attribute(element, 'data-whole', whole);
      if (node.kind === 'link') this.attribute(element, 'aria-label', whole);
    }
    if (node.lines.length > 0) {
      if (!sameLines(old, node)) {
        this.keeper.leave(element, this.root);
        element.replaceChildren(...lineSpans(node, this.base));
        // Labels of one control stand apart on the screen; as text they are words apart.
        if (node.kind === 'label') element.append(' ');
        ++this.changes;
      }
    } else if (node.text !== old.text || old.lines.length > 0) {
      element.textContent = node.text;
      ++this.changes;
    }
  }

  /** @param {HTMLElement} element @param {LayerNode} old @param {LayerNode} node */
  explain(element, old, node) {
    const { kind, flags } = node;
    const isNew = old.kind === '';
    if (
      !isNew &&
      flags === old.flags &&
      node.label === old.label &&
      node.position === old.position &&
      node.setSize === old.setSize
    ) {
      return;
    }
    if (isNew) this.introduce(element, node);
    if (kind === 'drag_area') {
      for (const [name, value] of Object.entries(timelineBars(node.label))) this.set(element.style, name, value);
    }
    if (kind === 'link') this.lead(element, node);
    if (node.label && NAMED.has(kind)) this.attribute(element, 'aria-label', node.label);
    if (kind === 'group' && node.label) this.attribute(element, 'role', flags & RADIO ? 'radiogroup' : 'group');
    if (kind === 'scroller' || (kind === 'frame' && node.label)) {
      this.attribute(element, 'tabindex', '0');
      this.attribute(element, 'role', 'region');
    }
    const on = flags & ON ? 'true' : 'false';
    if (kind === 'toggle') this.attribute(element, flags & RADIO ? 'aria-checked' : 'aria-pressed', on);
    if (flags & EXPANDABLE) this.attribute(element, 'aria-expanded', on);
    this.attribute(element, 'aria-disabled', flags & MUTED ? 'true' : null);
    this.attribute(element, 'inert', flags & INERT ? '' : null);
    if (kind === 'dialog') this.attribute(element, 'aria-modal', flags & ON ? 'true' : null);
    this.attribute(element, 'aria-invalid', flags & INVALID ? 'true' : null);
    this.attribute(element, 'aria-current', flags & CURRENT ? 'true' : null);
    if (flags & FOCUSABLE) this.attribute(element, 'tabindex', '-1');
    if (FOREIGN.has(kind)) this.attribute(element, 'lang', node.label || null);
    if (kind === 'item') {
      this.attribute(element, 'aria-posinset', String(node.position));
      this.attribute(element, 'aria-setsize', String(node.setSize));
    }
    if ((SIGNED.has(kind) || flags & UNSEEN) && node.position) {
      element.classList.add('signed');
      this.set(element.style, '--sign', `"${SIGNS[node.position]}"`);
    }
    if (kind === 'entry' && node.label) {
      this.set(element.style, '--sign', `"${node.label}"`);
      if (node.position) this.attribute(element, 'value', String(node.position));
    }
    if (CELLS.has(kind)) this.attribute(element, 'colspan', node.position > 1 ? String(node.position) : null);
  }

  /** @param {HTMLElement} element @param {LayerNode} node */
  introduce(element, { kind, flags }) {
    if (kind === 'button' || kind === 'toggle') this.attribute(element, 'type', 'button');
    if (ROLES[kind]) this.attribute(element, 'role', ROLES[kind]);
    if (kind === 'toggle' && flags & RADIO) this.attribute(element, 'role', 'radio');
    if (kind === 'header_cell') this.attribute(element, 'scope', 'col');
    if (flags & FLOW) element.classList.add('flow');
    if (flags & UNSEEN) element.classList.add('unseen');
    if (flags & FRAMED) element.classList.add('edged');
  }

  /** @param {HTMLElement} element @param {LayerNode} node  a link */
  lead(element, { label, flags }) {
    this.attribute(element, 'href', webAddress(label, this.base) || '#');
    if (!(flags & NEW_TAB)) return;
    this.attribute(element, 'target', '_blank');
    this.attribute(element, 'rel', 'noopener');
  }

  /** @param {Element} element @param {string} name @param {string | null} value */
  attribute(element, name, value) {
    if (element.getAttribute(name) === value) return;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
    ++this.changes;
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const { root, owner } = this;
    root.addEventListener('click', (event) => this.clicked(event), { signal });
    root.addEventListener('input', (event) => this.typed(event, false), { signal });
    root.addEventListener('change', (event) => this.typed(event, true), { signal });
    root.addEventListener('focusin', (event) => this.focusMoved(event.target), { signal });
    root.addEventListener('focusout', (event) => this.focusMoved(event.relatedTarget), { signal });
    const scrolled = (/** @type {Event} */ event) => {
      const element = /** @type {HTMLElement} */ (event.target);
      const entry = this.entries.get(element);
      if (!entry) return;
      const { scrollLeft: left, scrollTop: top } = element;
      entry.scrolled = { left, top };
      owner.scrolled(entry.node.key, entry.node.kind === 'frame' ? left : top);
    };
    root.addEventListener('scroll', scrolled, { signal, capture: true, passive: true });
    const loaded = (/** @type {Event} */ { target, type }) => {
      const entry = this.entries.get(/** @type {Element} */ (target));
      if (entry?.node.kind !== 'picture') return;
      owner.pictureLoaded(entry.node.key, /** @type {HTMLImageElement} */ (target), type === 'error');
    };
    root.addEventListener('load', loaded, { signal, capture: true });
    root.addEventListener('error', loaded, { signal, capture: true });
    root.addEventListener('keydown', (event) => this.escaped(event), { signal });
    root.addEventListener('keydown', (event) => this.lettered(event), { signal });
    root.addEventListener('keydown', enterList, { signal });
  }

  // In a search field that holds something Escape empties it, in such a way that it can be undone.
  /** @param {KeyboardEvent} event */
  escaped(event) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // It takes the composition back; the browser itself would empty the field.
    if (isComposing(event)) return event.preventDefault();
    const field = event.target instanceof HTMLInputElement && event.target.type === 'search' && event.target.value;
    if (field) {
      event.target.select();
      document.execCommand('delete');
    } else if (!this.owner.escaped()) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event */
  lettered(event) {
    const { key, target, ctrlKey, altKey, metaKey, defaultPrevented } = event;
    const isTyped = target instanceof HTMLInputElement && target.type !== 'range';
    if (
      key.length !== 1 ||
      key > '~' ||
      isTyped ||
      ctrlKey ||
      altKey ||
      metaKey ||
      isComposing(event) ||
      defaultPrevented
    )
      return;
    if (this.owner.letter(key)) event.preventDefault();
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const entry = this.activeEntry(event.target);
    if (!entry || event.button !== 0 || entry.node.flags & NEW_TAB) return;
    // A link opened in a tab of its own, and a text just selected in a row, are the browser's business.
    if (entry.node.kind === 'link' && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    if (entry.node.kind === 'item' && this.selectionInside(entry.element)) return;
    this.owner.activated(entry.node.key);
  }

  /** @param {EventTarget | null} target */
  activeEntry(target) {
    let element = target instanceof Element ? target : null;
    for (; element && element !== this.root; element = element.parentElement) {
      const entry = this.entries.get(element);
      if (entry && ACTIVE.has(entry.node.kind)) return entry;
    }
    return null;
  }

  /** @param {Element} element */
  selectionInside(element) {
    const root = /** @type {ShadowRoot & {getSelection?: () => Selection | null}} */ (this.root.getRootNode());
    const selection = root.getSelection ? root.getSelection() : document.getSelection();
    return Boolean(selection && !selection.isCollapsed && element.contains(selection.anchorNode));
  }

  /** @param {Event} event @param {boolean} committed */
  typed(event, committed) {
    const element = /** @type {HTMLInputElement} */ (event.target);
    const entry = this.entries.get(element);
    const isWhole = committed && element !== this.composition.field;
    if (entry) this.owner.typed(entry.node.key, element.value, isWhole);
  }

  // What the engine has made of the word.
  /** @param {EventTarget | null} field */
  refill(field) {
    const entry = this.entries.get(/** @type {Element} */ (field));
    if (entry) this.fillField(/** @type {HTMLInputElement} */ (field), entry.node, entry.node);
  }

  /** @param {EventTarget | null} target */
  focusMoved(target) {
    const element = target instanceof Element && this.root.contains(target) ? target : null;
    const entry = element && this.entries.get(element);
    this.owner.focused(entry ? entry.node.key : 0, Boolean(element?.matches(':focus-visible')));
  }
}

/** @param {string} colour  as web/bridge.js writes it @param {number} share  percent */
const translucent = (colour, share) => colour.replace(/\d+%/, `${share}%`);

/** @returns {LayerNode} */
function emptyNode() {
  return {
    kind: '',
    flags: 0,
    key: 0,
    parent: -1,
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    text: '',
    label: '',
    lines: [],
    font: '',
    ink: '',
    ground: '',
    inset: 0,
    position: 0,
    setSize: 0,
    extent: 0,
    scrollTo: 0,
    scrollSerial: 0,
  };
}

/** What stands for an icon where the layer itself is seen, in the order of Icon in src/ui/ui.h. */
const SIGNS = ['', '⌕', '☰', '←', '✕', '▾', '▦', '☆', '★', '⇧', 'A', '‹', '›', '−', '+', '⤢'];
const SIGNED = new Set(['button', 'toggle']);
/** Their label is the language they are in, where it is not the interface's. */
const FOREIGN = new Set(['item', 'article']);
const NAMED = new Set(['button', 'toggle', 'list', 'group', 'scroller', 'frame', 'dialog']);
/** @type {Record<string, string>} */
const ROLES = { status: 'status', list: 'list', numbers: 'list', dialog: 'dialog' };
