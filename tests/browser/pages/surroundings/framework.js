// A page that a framework owns: it renders lists by key and moves, adds and removes elements as they change. Watches what
// readers take from the page: `held()` counts listeners outside of them, live WebGL contexts, observers and fonts.
//   render(keys)  shows the elements of those keys in that order; those of known keys are kept and moved
//   element(key)  one of them
//   shown(key)    a promise of its feed being shown

/** @type {Map<string, HTMLElement>} */
const rendered = new Map();
/** @type {Set<string>} */
const ready = new Set();
/** @type {Set<object>} */
const listeners = new Set();
/** @type {WebGL2RenderingContext[]} */
const contexts = [];
/** @type {Map<string, Set<object>>} */
const observers = new Map();

for (const target of [window, document, document.fonts]) {
  const add = target.addEventListener.bind(target);
  target.addEventListener = (/** @type {any[]} */ ...[type, listener, options]) => {
    const entry = { type };
    listeners.add(entry);
    options?.signal?.addEventListener('abort', () => listeners.delete(entry));
    if (options?.once) add(type, () => listeners.delete(entry), { once: true });
    return add(type, listener, options);
  };
}
const getContext = HTMLCanvasElement.prototype.getContext;
Object.assign(HTMLCanvasElement.prototype, {
  /** @this {HTMLCanvasElement} @param {any[]} given */
  getContext(...given) {
    const context = Reflect.apply(getContext, this, given);
    if (given[0] === 'webgl2' && context && !contexts.includes(context)) contexts.push(context);
    return context;
  },
});
for (const name of /** @type {const} */ (['ResizeObserver', 'IntersectionObserver', 'MutationObserver'])) {
  const active = new Set();
  observers.set(name, active);
  const Own = /** @type {any} */ (window[name]);
  Object.assign(window, {
    [name]: class extends Own {
      observe(/** @type {any[]} */ ...given) {
        active.add(this);
        super.observe(...given);
      }
      disconnect() {
        active.delete(this);
        super.disconnect();
      }
    },
  });
}

Object.assign(window, {
  element: (/** @type {string} */ key) => rendered.get(key),
  shown: async (/** @type {string} */ key) => {
    for (let tries = 0; tries < 600 && !ready.has(key); ++tries) await new Promise((later) => setTimeout(later, 25));
    if (!ready.has(key)) throw new Error(`${key} is not shown`);
  },
  held: () => ({
    listeners: [...listeners].map((entry) => /** @type {any} */ (entry).type),
    contexts: contexts.filter((context) => !context.isContextLost()).length,
    observers: [...observers.values()].reduce((sum, active) => sum + active.size, 0),
    fonts: document.fonts.size,
    frames: document.querySelectorAll('iframe').length,
  }),
  render(/** @type {string[]} */ keys) {
    const app = /** @type {HTMLElement} */ (document.querySelector('#app'));
    for (const [key, element] of rendered) {
      if (keys.includes(key)) continue;
      element.remove();
      rendered.delete(key);
      ready.delete(key);
    }
    keys.forEach((key, place) => {
      const element = rendered.get(key) ?? made(key);
      if (app.children[place] !== element) app.insertBefore(element, app.children[place] ?? null);
    });
  },
});

/** @param {string} key */
function made(key) {
  const element = document.createElement('ban-tin');
  rendered.set(key, element);
  element.addEventListener('bantin-ready', () => ready.add(key));
  element.setAttribute('src', '../data/sample.json');
  return element;
}
