// Back to a clean list: whatever the last person chose, marked, typed, opened or selected is gone. All of that is at once;
// a list that comes late is no more put right once the next person is there.

import { closeDialogs } from './dom.js';

/**
 * @param {import('./kiosk.js').KioskContext} context @param {AbortSignal} came  somebody has
 * @returns {Promise<void>} settles when the list is there
 */
export async function forget({ element, view, forget: forgetMarks }, came) {
  const root = /** @type {ShadowRoot} */ (view.layerRoot.getRootNode());
  closeDialogs(root);
  /** @type {HTMLElement | null} */ (root.activeElement)?.blur();
  getSelection()?.removeAllRanges();
  // Panels first, then the article: each call closes one thing.
  for (let closed = 0; closed < 4 && view.act(() => view.bridge.escape()); ++closed);
  view.toast(0);
  view.act(() => forgetMarks());
  await element.setFilter(filterOf(element));
  if (came.aborted) return;
  await element.openArticle(element.getAttribute('article') ?? '');
  if (came.aborted) return;
  view.act(() => view.bridge.goTo({ row: 0, at: 0 }));
  view.settle();
}

/** What the page asked for to begin with. @param {Element} element */
function filterOf(element) {
  const given = (/** @type {string} */ name) => element.getAttribute(name) ?? '';
  return {
    departments: given('departments').split(/\s+/).filter(Boolean),
    from: given('from'),
    to: given('to'),
    query: given('query'),
    starred: false,
  };
}
