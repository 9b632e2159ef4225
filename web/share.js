// What leaves the reader: a link to share, text for the clipboard, the article on its department's own site.

/**
 * Offers a link to the system's share sheet; where there is none, puts its address on the clipboard. To be called in a
 * click.
 * @param {{title: string, url: string}} link
 * @returns {Promise<'shared' | 'copied' | 'failed' | 'cancelled'>}
 */
export async function shareLink({ title, url }) {
  const link = { title, url };
  try {
    if (navigator.canShare?.(link)) {
      await navigator.share(link);
      return 'shared';
    }
  } catch (error) {
    if (/** @type {Error} */ (error).name === 'AbortError') return 'cancelled';
    // A frame may be denied the sheet, and some systems have none behind it.
  }
  return (await copyText(url)) ? 'copied' : 'failed';
}

/**
 * Puts text on the clipboard, also in pages without `navigator.clipboard`: those of http and of files.
 * @param {string} text
 * @returns {Promise<boolean>} false: the browser refused
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** @param {string} text */
function copySelected(text) {
  const focused = deepFocus();
  const field = document.createElement('textarea');
  field.readOnly = true;
  field.value = text;
  Object.assign(field.style, { position: 'fixed', top: '0', opacity: '0' });
  // Beside an open modal dialog nothing takes the focus.
  (focused?.closest('dialog') ?? document.body).append(field);
  try {
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    focused?.focus({ preventScroll: true });
  }
}

/** What has the focus, inside shadow trees too. */
function deepFocus() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return /** @type {HTMLElement | null} */ (element);
}

/**
 * Opens an address in a tab that knows nothing of this page.
 * @param {string} url
 * @returns {boolean} false: not an address of the web, nothing was opened
 */
export function openOriginal(url) {
  const isWeb = /^https?:\/\//i.test(url);
  if (isWeb) open(url, '_blank', 'noopener');
  return isWeb;
}
