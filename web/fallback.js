// What stands in the element where WebAssembly cannot run: its own content if it has any, else a list of headlines.

/**
 * @param {ShadowRoot} root
 * @param {HTMLElement} element
 * @param {Uint8Array | null} json  the feed, as far as it could be had
 * @param {string} message  shown when there is nothing else
 */
export function showFallback(root, element, json, message) {
  const holder = document.createElement('div');
  holder.className = 'fallback';
  const hasContent = [...element.children].some((child) => child.tagName !== 'SCRIPT');
  holder.append(hasContent ? document.createElement('slot') : (headlines(json) ?? message));
  root.replaceChildren(holder);
}

/** @param {Uint8Array | null} json */
function headlines(json) {
  const items = readItems(json);
  if (items.length === 0) return null;
  const list = document.createElement('ul');
  for (const item of items) {
    const entry = document.createElement('li');
    const link = document.createElement(item.url ? 'a' : 'span');
    if (item.url) link.setAttribute('href', item.url);
    link.textContent = item.title;
    entry.append(link, item.date ? ` (${item.date})` : '');
    list.append(entry);
  }
  return list;
}

/** @param {Uint8Array | null} json */
function readItems(json) {
  try {
    const { items } = JSON.parse(new TextDecoder().decode(json ?? new Uint8Array()));
    return /** @type {any[]} */ (items).map((item) => ({
      title: String(item.title ?? item.id),
      url: /^https?:\/\//i.test(item.url) ? String(item.url) : '',
      date: String(item.date_published ?? '').slice(0, 10),
    }));
  } catch {
    return [];
  }
}
