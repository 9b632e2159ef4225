// What a page with Trusted Types asks for where a text becomes HTML or a script's address. Here both are harmless: the HTML
// is parsed into an inert document, the scripts lie beside this one. A page that names the policies it allows
// (`trusted-types …`) has to name `bantin`.
//
//   element.src = trusted('createScriptURL', address);

/** @typedef {Record<'createHTML' | 'createScriptURL', (text: string) => string>} Policy  strings, as far as others can tell */

const same = (/** @type {string} */ text) => text;
/** @type {Policy | undefined} */
let policy;

/** @param {keyof Policy} kind @param {string} text */
export function trusted(kind, text) {
  const rules = { createHTML: same, createScriptURL: same };
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy('bantin', rules) ?? rules;
  return /** @type {Policy} */ (policy)[kind](text);
}
