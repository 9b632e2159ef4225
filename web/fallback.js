// What stands in the element where WebAssembly cannot run: its own content if it has any, else the headlines, newest
// first, under a sentence that says why.

/**
 * @typedef {object} Headline
 * @property {string} title
 * @property {string} url  empty: none that may be followed
 * @property {string} day  YYYY-MM-DD, in the article's own offset; empty: unknown
 * @property {string} department
 */

/**
 * @param {ShadowRoot} root
 * @param {HTMLElement} element
 * @param {Uint8Array | null} json  the feed, as far as it could be had
 * @param {string} message  why there is no more than this
 */
export function showFallback(root, element, json, message) {
  const holder = document.createElement('div');
  holder.className = 'fallback';
  holder.tabIndex = 0;
  const hasContent = [...element.children].some((child) => child.tagName !== 'SCRIPT');
  if (hasContent) {
    holder.append(document.createElement('slot'));
  } else {
    const said = document.createElement('p');
    said.textContent = message;
    said.lang = element.lang || 'vi';
    holder.append(said, headlines(json));
  }
  root.replaceChildren(holder);
}

/** @param {Uint8Array | null} json */
function headlines(json) {
  const { language, items } = readFeed(json);
  const list = document.createElement('ul');
  list.lang = language;
  for (const { title, url, day, department } of items) {
    const entry = document.createElement('li');
    const link = document.createElement(url ? 'a' : 'span');
    if (url) link.setAttribute('href', url);
    link.textContent = title;
    const more = [day.split('-').reverse().join('/'), department].filter(Boolean).join(' · ');
    entry.append(link, more && ` (${more})`);
    list.append(entry);
  }
  return list;
}

/** @param {Uint8Array | null} json @returns {{language: string, items: Headline[]}}  no items: it is no feed */
function readFeed(json) {
  try {
    const { language, items, _bantin } = JSON.parse(new TextDecoder().decode(json ?? new Uint8Array()));
    const names = Object.fromEntries((_bantin?.departments ?? []).map((/** @type {any} */ { id, name }) => [id, name]));
    const read = /** @type {any[]} */ (items).map((item) => ({
      title: String(item.title ?? item.id),
      url: /^https?:\/\//i.test(item.url) ? String(item.url) : '',
      day: String(item.date_published ?? '').slice(0, 10),
      department: String(names[item._bantin?.department] ?? ''),
    }));
    return {
      language: String(language ?? 'vi'),
      items: read.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)),
    };
  } catch {
    return { language: '', items: [] };
  }
}
