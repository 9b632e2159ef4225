// The newest headlines, as the top of the list has them in the layer: the same for a feed and for a bundle, and nothing
// is loaded for them.

/**
 * @typedef {object} Headline
 * @property {string} title
 * @property {string} lead  may be empty, as may be the next
 * @property {string} facts  department and day
 * @property {string} colour  of the department, CSS
 */

/** @param {ParentNode} layer @param {number} most @returns {Headline[]} */
export function headlinesIn(layer, most) {
  const rows = [...layer.querySelectorAll('.item')].slice(0, most);
  return rows.map(headlineOf).filter(({ title }) => title !== '');
}

/** @param {Element} row @returns {Headline} */
function headlineOf(row) {
  const [facts, ...others] = row.querySelectorAll('.paragraph');
  const title = row.querySelector('.link');
  return {
    title: wholeText(title),
    lead: wholeText(others.find((one) => wholeText(one) !== '') ?? null),
    facts: wholeText(facts ?? null),
    colour: /** @type {HTMLElement | undefined} */ (facts)?.style.getPropertyValue('--ground') ?? '',
  };
}

/** Also what the row has no room for. @param {Element | null} element */
function wholeText(element) {
  return (element?.getAttribute('data-whole') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
