/** A small page built as the page layer is: real paragraphs in a shadow root, one in-flow no-wrap span a line. */
const kColumn = 420;
const kParagraphs = [
  {
    id: 'first',
    top: 0,
    lines: ['Đường cao tốc đoạn qua huyện', 'được mở rộng thành sáu làn xe,', 'xong trước mùa mưa.'],
  },
  { id: 'second', top: 110, lines: ['Sở Y tế nhắc người dân', 'tiêm nhắc lại mũi thứ hai.'] },
  { id: 'third', lines: ['Chợ nổi họp lại từ sáng sớm,', 'ghe đậu kín hai bờ.'] },
  { id: 'fourth', lines: ['Học sinh trở lại trường', 'vào thứ hai.'] },
];

const host = /** @type {HTMLElement} */ (document.querySelector('#host'));
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; width: ${kColumn}px; padding-top: 220px; }
  p { margin: 0 0 16px; width: ${kColumn}px; font: 16px/24px sans-serif; font-kerning: none; }
  p.placed { position: absolute; left: 0; }
  span { white-space: nowrap; }
  #scroller { height: 100px; overflow-y: scroll; }
  #scroller div { height: 5000px; }
`);
root.adoptedStyleSheets = [sheet];
for (const { id, top, lines } of kParagraphs) root.append(paragraph(id, top, lines));
for (const span of root.querySelectorAll('span')) {
  span.style.paddingRight = `${kColumn - span.getBoundingClientRect().width - 0.5}px`;
}
const field = document.createElement('input');
field.type = 'search';
const scroller = document.createElement('div');
scroller.id = 'scroller';
scroller.append(document.createElement('div'));
root.append(field, scroller);

/** @param {string} id @param {number | undefined} top @param {string[]} lines */
function paragraph(id, top, lines) {
  const node = document.createElement('p');
  node.id = id;
  if (top !== undefined) {
    node.className = 'placed';
    node.style.top = `${top}px`;
  }
  lines.forEach((line, at) => {
    const span = document.createElement('span');
    span.textContent = line;
    node.append(...(at ? [' ', span] : [span]));
  });
  return node;
}
