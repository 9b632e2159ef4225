// The text of clean HTML (web/clean_html.js) as it stands in a letter: blocks parted by an empty line, an item a line
// with its marker, a row of a table a line with its cells parted by tabs.

const LISTS = new Set(['ul', 'ol']);
const HOLDERS = new Set(['blockquote', 'figure']);
export const BLOCKS = new Set([
  ...LISTS,
  ...HOLDERS,
  ...'h1 h2 h3 h4 h5 h6 p li figcaption table caption tr th td pre hr'.split(' '),
]);

/** @param {Node} node */
export const isBlock = (node) => BLOCKS.has(node.nodeName.toLowerCase());

/**
 * @param {ParentNode & Node} holder  of blocks, or of text alone
 * @param {Set<Element>} rows  items whose blocks are lines of their own, parted from the next item by an empty line
 * @returns {string}
 */
export function plainText(holder, rows) {
  const blocks = [...holder.children].filter(isBlock);
  return blocks.length
    ? joined(
        blocks.map((block) => blockText(block, rows)),
        '\n\n',
      )
    : lineText(holder);
}

/** @param {Element} block @param {Set<Element>} rows @returns {string} */
function blockText(block, rows) {
  const name = block.localName;
  if (LISTS.has(name)) return listText(block, rows);
  if (HOLDERS.has(name)) return plainText(block, rows);
  if (name === 'li') return itemText(block, rows, '\n');
  if (name === 'table') return joined([...block.querySelectorAll('caption, tr')].map(rowText), '\n');
  if (name === 'tr') return rowText(block);
  return lineText(block).trim();
}

/** @param {Element} row  or a caption */
function rowText(row) {
  const cells = row.localName === 'tr' ? [...row.children] : [row];
  return cells.map((cell) => lineText(cell).trim()).join('\t');
}

/** @param {Element} list @param {Set<Element>} rows */
function listText(list, rows) {
  let number = Number(list.getAttribute('start') ?? 1) - 1;
  const items = [...list.children].map((item) => {
    if (rows.has(item)) return itemText(item, rows, '\n');
    number = Number(item.getAttribute('value') ?? number + 1);
    const marker = list.localName === 'ol' ? `${number}. ` : '- ';
    return marker + itemText(item, rows, `\n${' '.repeat(marker.length)}`);
  });
  return joined(items, rows.has(list.children[0]) ? '\n\n' : '\n');
}

/** Its text, and under it its blocks. @param {Element} item @param {Set<Element>} rows @param {string} newLine */
function itemText(item, rows, newLine) {
  const own = document.createElement('p');
  own.append(...[...item.childNodes].filter((node) => !isBlock(node)).map((node) => node.cloneNode(true)));
  const blocks = [...item.children].filter(isBlock).map((block) => blockText(block, rows));
  return joined([lineText(own).trim(), ...blocks], '\n').replaceAll('\n', newLine);
}

/** @param {string[]} texts @param {string} separator */
const joined = (texts, separator) => texts.filter((text) => text.trim()).join(separator);

/** @param {Node} node */
function lineText(node) {
  const copy = /** @type {Element} */ (node.cloneNode(true));
  const text = (copy.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
  if (!copy.querySelector('br')) return text;
  for (const end of copy.querySelectorAll('br')) end.replaceWith('\v');
  return (copy.textContent ?? '').replace(/[ \t\r\n]+/g, ' ').replace(/ ?\v ?/g, '\n');
}
