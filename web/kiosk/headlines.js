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

/**
 * How old the news are, as they say it themselves: a kiosk's clock may be wrong by years.
 * @param {Headline[]} headlines @returns {string} the newest day, "2026-06-11"; empty: none has one
 */
export function newestDay(headlines) {
  const days = headlines.map(({ facts }) => /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(facts)).filter((day) => day !== null);
  const sorted = days
    .map(([, day, month, year]) => [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'))
    .sort();
  return sorted.at(-1) ?? '';
}

// Department and day stand before the title, the lead behind it.
/** @param {Element} row @returns {Headline} */
function headlineOf(row) {
  const parts = /** @type {HTMLElement[]} */ ([...row.querySelectorAll('.paragraph, .link')]);
  const at = parts.findIndex((part) => part.matches('.link'));
  const texts = parts.map(wholeText);
  return {
    title: texts[at] ?? '',
    lead: texts.slice(at + 1).find(Boolean) ?? '',
    facts: texts.slice(0, Math.max(0, at)).filter(Boolean).join(' · '),
    colour: parts[0]?.style.getPropertyValue('--ground') ?? '',
  };
}

/** Also what the row has no room for. @param {Element} element */
function wholeText(element) {
  return (element.getAttribute('data-whole') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
