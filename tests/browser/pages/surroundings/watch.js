// Deferred, before the script of the reader, in a page with one <ban-tin> in its markup: remembers the
// page as it is without a reader. What tests ask of it, beside what stage.js gives (reader, events, inside, painted,
// ready):
//   violations    each refusal of the content policy
//   failures      each error of a script
//   changes()     what of the page around the reader is no longer as it was

Object.assign(window, { events: [], violations: [], failures: [] });
for (const type of ['bantin-ready', 'bantin-filter', 'bantin-article', 'bantin-error']) {
  document.addEventListener(type, (event) => {
    window.events.push({ type, detail: /** @type {CustomEvent} */ (event).detail });
  });
}
addEventListener('error', ({ message }) => window.failures.push(message));
addEventListener('unhandledrejection', ({ reason }) => window.failures.push(String(reason)));
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
  window.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`);
});

window.reader = /** @type {BanTinElement} */ (/** @type {unknown} */ (document.querySelector('ban-tin')));
window.inside = (selector, index = 0) => window.reader.shadowRoot.querySelectorAll(selector)[index];
window.painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
window.ready = async () => {
  for (let tries = 0; tries < 600 && !window.events.some(({ type }) => type === 'bantin-ready'); ++tries) {
    await new Promise((later) => setTimeout(later, 25));
  }
  if (!window.events.some(({ type }) => type === 'bantin-ready')) {
    throw new Error(`no feed was shown: ${JSON.stringify([window.events, window.violations, window.failures])}`);
  }
  await document.fonts.ready;
  await window.painted();
};

/** What is in the page, by name. The reader, and what a script beside it adds, are none of it. */
const watched = [document.documentElement, document.body, ...document.body.querySelectorAll('*')]
  .filter((element) => !element.closest('ban-tin, script, link'))
  .map((element, number) => ({ name: `${number} ${element.localName}`, element }));

const before = looks();
window.changes = () => {
  const after = looks();
  return Object.keys({ ...before, ...after })
    .filter((key) => before[key] !== after[key])
    .map((key) => `${key}: ${before[key]} → ${after[key]}`);
};

/** Everything that can be seen of it. @returns {Record<string, string>} */
function looks() {
  for (const animation of document.getAnimations()) animation.finish();
  const sheets = document.styleSheets.length + document.adoptedStyleSheets.length;
  /** @type {Record<string, string>} */
  const found = { title: document.title, sheets: String(sheets) };
  for (const { name, element } of watched) {
    const style = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    found[`${name} place`] = [left + scrollX, top + scrollY, width, height].map(Math.round).join(' ');
    // Of what is used and not computed the place is enough; engines say it in more than one way.
    const properties = [...style].filter(
      (property) => !/margin|inset|left|right|origin|size|width|height/.test(property),
    );
    for (const property of properties) found[`${name} ${property}`] = style.getPropertyValue(property);
    for (const { name: attribute, value } of element.attributes) found[`${name} @${attribute}`] = value;
  }
  return found;
}
