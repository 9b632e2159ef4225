// The script of frame.html: one reader that fills the frame, made from the address's parameters, and its wanted height
// told to the page around: {type: 'bantin-height', height} (px), to the origin that `host` names and to no other.

import { followHeight } from './frame/height.js';
import { readParameters } from './frame/parameters.js';

const STYLE =
  'html, body { height: 100%; margin: 0; } ban-tin { height: 100%; } p { margin: 1rem; font: 1rem/1.5 serif; }';
const FOREIGN = {
  vi: 'Khung này chỉ đọc bản tin nằm cùng trang với nó.',
  en: 'This frame reads only news from its own site.',
};

const { attributes, host, max } = readParameters(location.href);
const language = attributes.lang === 'en' ? 'en' : 'vi';
// By the document and not in the page: a policy may refuse styles that stand there.
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets = [sheet];
document.documentElement.lang = language;
if (attributes.src) showReader();
else document.body.appendChild(document.createElement('p')).textContent = FOREIGN[language];

function showReader() {
  const reader = document.createElement('ban-tin');
  for (const [name, value] of Object.entries(attributes)) reader.setAttribute(name, value);
  if (host && parent !== window) {
    reader.addEventListener('bantin-ready', () => followHeight(reader, max, tell), { once: true });
  }
  document.body.append(reader);
}

/** @param {number} height */
function tell(height) {
  parent.postMessage({ type: 'bantin-height', height }, host);
}
