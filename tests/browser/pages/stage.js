// A page with one <ban-tin>, whose attributes are the address's parameters (none: no element), and what tests ask of it:
//   reader        the element
//   events        every bantin-… event so far: {type, detail}
//   inside(s, i)  element i that matches s in the layer
//   ready()       a promise of the feed being shown
//   painted()     a promise of the next two frames being over

window.events = [];
for (const type of ['bantin-ready', 'bantin-filter', 'bantin-article', 'bantin-error']) {
  document.addEventListener(type, (event) => {
    window.events.push({ type, detail: /** @type {CustomEvent} */ (event).detail });
  });
}

window.inside = (selector, index = 0) => window.reader.shadowRoot.querySelectorAll(selector)[index];
window.painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
window.ready = async () => {
  for (let tries = 0; tries < 400 && !window.events.some(({ type }) => type === 'bantin-ready'); ++tries) {
    await new Promise((later) => setTimeout(later, 25));
  }
  if (!window.events.some(({ type }) => type === 'bantin-ready')) {
    throw new Error(`no feed was shown: ${JSON.stringify(window.events)}`);
  }
  await document.fonts.ready;
  await window.painted();
};

addEventListener('DOMContentLoaded', () => {
  const parameters = new URLSearchParams(location.search);
  if (![...parameters].length) return;
  window.reader = /** @type {BanTinElement} */ (document.createElement('ban-tin'));
  for (const [name, value] of parameters) window.reader.setAttribute(name, value);
  (document.querySelector('main') ?? document.body).append(window.reader);
});
