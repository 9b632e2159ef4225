// A page with twenty readers, one below the other, or with #small all in sight, and what tests ask of it:
//   readers()   the elements
//   contexts    every WebGL context that was made
//   compiled    how often WebAssembly was compiled

window.contexts = [];
window.compiled = 0;
const contextOf = HTMLCanvasElement.prototype.getContext;
/** @param {any[]} asked */
HTMLCanvasElement.prototype.getContext = function (...asked) {
  const context = /** @type {any} */ (contextOf).apply(this, asked);
  if (String(asked[0]).startsWith('webgl') && context && !window.contexts.includes(context))
    window.contexts.push(context);
  return context;
};
for (const name of /** @type {('compile' | 'compileStreaming')[]} */ (['compile', 'compileStreaming'])) {
  const compile = WebAssembly[name];
  /** @param {any} source */
  WebAssembly[name] = (source) => {
    ++window.compiled;
    return /** @type {any} */ (compile).call(WebAssembly, source);
  };
}

window.readers = () => /** @type {any} */ ([...document.querySelectorAll('ban-tin')]);
addEventListener('DOMContentLoaded', () => {
  document.body.className = location.hash.slice(1);
  for (let i = 0; i < 20; ++i) {
    const reader = document.createElement('ban-tin');
    reader.setAttribute('src', 'data/sample.json');
    reader.setAttribute('query', ['', 'y tế', 'đường'][i % 3]);
    document.body.append(reader);
  }
});
