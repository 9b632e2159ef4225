// Writing into a field for somebody, so that whoever listens to the field hears what he would of a keyboard.
//
//   edit(input, 'insertText', (text, caret) => composer.type(text, caret, 'a'));
//   commit(input)

/** Kinds of fields whose caret can be known. */
const KINDS = new Set(['text', 'search', 'password', 'tel', 'url']);

/** @param {EventTarget | null} target @returns {target is HTMLInputElement} */
export const takesText = (target) => target instanceof HTMLInputElement && KINDS.has(target.type) && !target.readOnly;

/** Whether words are written there; a secret, a number or an address is typed as it is. @param {HTMLInputElement} input */
export const takesWords = (input) => input.type === 'text' || input.type === 'search';

/**
 * @param {HTMLInputElement} input @param {'insertText' | 'deleteContentBackward'} inputType
 * @param {(text: string, caret: number) => import('./composer.js').Edited} change  of the text without what is selected
 * @returns {boolean} whether anything has changed
 */
export function edit(input, inputType, change) {
  const { value, maxLength } = input;
  const start = input.selectionStart ?? value.length;
  const end = input.selectionEnd ?? value.length;
  // What is selected is all that Backspace takes.
  const isTaken = start < end && inputType !== 'insertText';
  const rest = value.slice(0, start) + value.slice(end);
  const { text, caret } = isTaken ? { text: rest, caret: start } : change(rest, start);
  if (text === value || (maxLength >= 0 && text.length > maxLength)) return false;
  let same = 0;
  while (same < Math.min(start, caret) && text[same] === value[same]) ++same;
  const data = text.slice(same, caret);
  input.setRangeText(data, same, end, 'end');
  // The browser scrolls to a caret only for its own keys.
  if (caret === text.length) input.scrollLeft = input.scrollWidth;
  const options = { inputType, data: inputType === 'insertText' ? data : null, bubbles: true, composed: true };
  input.dispatchEvent(new InputEvent('input', options));
  return true;
}

/** That a value is whole: browsers tell so of what was typed by their own keys. @param {HTMLInputElement} input */
export const commit = (input) => input.dispatchEvent(new Event('change', { bubbles: true }));
