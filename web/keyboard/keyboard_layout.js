// Which keys the keyboard has, row by row, in twentieths of its width; and what they are called.
//
//   rowsOf({ page: 'letters', method: 'vni', searches: true, language: 'vi' })

/** @typedef {'letters' | 'figures'} Page */
/** @typedef {import('./composer.js').Method} Method */
/**
 * @typedef {object} Key
 * @property {'character' | 'shift' | 'erase' | 'page' | 'method' | 'space' | 'done' | 'search'} does
 * @property {string} text  on the key; of a character: what it types without shift
 * @property {string} name  for those who hear it
 * @property {number} span @property {number} [start]  column, from 1
 * @property {string} [hint]  what it makes of a letter before it
 * @property {string} [icon]  one of ICONS
 */

/** Strokes in a box of 24. @type {Record<string, string>} */
export const ICONS = {
  shift: 'M12 4l8 8h-4v7H8v-7H4z',
  lock: 'M12 3l8 8h-4v6H8v-6H4zM8 20.5h8',
  erase: 'M9 5h11a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H9l-6-7zM12 9.5l5 5M17 9.5l-5 5',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M15.3 15.3L20 20',
};

/** @type {Record<string, [vi: string, en: string]>} */
const NAMES = {
  keyboard: ['Bàn phím', 'Keyboard'],
  shift: ['Chữ hoa', 'Shift'],
  erase: ['Xoá một chữ', 'Backspace'],
  figures: ['123, chữ số và dấu câu', '123, figures and punctuation'],
  letters: ['abc, chữ cái', 'abc, letters'],
  method: ['Kiểu gõ', 'Typing method'],
  space: ['Dấu cách', 'Space'],
  done: ['Xong', 'Done'],
  search: ['Tìm', 'Search'],
  '-': ['Gạch nối', 'Hyphen'],
  '/': ['Gạch chéo', 'Slash'],
  ':': ['Hai chấm', 'Colon'],
  ';': ['Chấm phẩy', 'Semicolon'],
  '(': ['Mở ngoặc', 'Opening bracket'],
  ')': ['Đóng ngoặc', 'Closing bracket'],
  '&': ['Dấu và', 'Ampersand'],
  '@': ['A còng', 'At sign'],
  '"': ['Ngoặc kép', 'Quotation mark'],
  '.': ['Dấu chấm', 'Full stop'],
  ',': ['Dấu phẩy', 'Comma'],
  '?': ['Dấu hỏi', 'Question mark'],
  '!': ['Chấm than', 'Exclamation mark'],
  "'": ['Nháy đơn', 'Apostrophe'],
  '%': ['Phần trăm', 'Per cent'],
  '+': ['Dấu cộng', 'Plus'],
  '#': ['Dấu thăng', 'Number sign'],
};

/** @type {Record<Method, string>} */
export const METHOD_TEXTS = { telex: 'Telex', vni: 'VNI', plain: 'ABC' };
/** @type {Record<Method, Record<string, string>>} */
const HINTS = {
  telex: { s: 'á', f: 'à', r: 'ả', x: 'ã', j: 'ạ', a: 'â', e: 'ê', o: 'ô', w: 'ư', d: 'đ' },
  vni: { 1: 'á', 2: 'à', 3: 'ả', 4: 'ã', 5: 'ạ', 6: 'â', 7: 'ơ', 8: 'ă', 9: 'đ' },
  plain: {},
};

/** @param {string} name @param {string} language */
export const nameOf = (name, language) => NAMES[name]?.[language === 'en' ? 1 : 0] ?? name;

/**
 * @param {{page: Page, method: Method, searches: boolean, language: string}} what  searches: it has a key for that
 * @returns {Key[][]}
 */
export function rowsOf({ page, method, searches, language }) {
  const name = (/** @type {string} */ key) => nameOf(key, language);
  const isFigures = page === 'figures';
  const characters = (/** @type {string} */ texts, start = 1) =>
    [...texts].map((text, i) => {
      const hint = isFigures ? undefined : HINTS[method][text];
      return /** @type {Key} */ ({ does: 'character', text, name: name(text), span: 2, start: start + 2 * i, hint });
    });
  const special = (/** @type {Key['does']} */ does, /** @type {number} */ span, text = '', called = name(does)) =>
    /** @type {Key} */ ({ does, text, name: called, span, icon: ICONS[does] && does });
  const erase = special('erase', 3);
  const toPage = isFigures ? special('page', 3, 'abc', name('letters')) : special('page', 3, '123', name('figures'));
  const chosen = METHOD_TEXTS[method];
  const last = [
    toPage,
    ...(isFigures ? [] : [special('method', 3, chosen, `${name('method')}: ${chosen}`)]),
    special('space', (isFigures ? 10 : 7) + (searches ? 0 : 3), name('space')),
    ...(searches ? [special('done', 3, name('done')), special('search', 4, name('search'))] : []),
    ...(searches ? [] : [special('done', 4, name('done'))]),
  ];
  if (isFigures) {
    return [characters('1234567890'), characters('-/:;()&@"', 2), [...characters(".,?!'%+#", 2), erase], last];
  }
  return [
    ...(method === 'vni' ? [characters('1234567890')] : []),
    characters('qwertyuiop'),
    characters('asdfghjkl', 2),
    [special('shift', 3), ...characters('zxcvbnm', 4), erase],
    last,
  ];
}
