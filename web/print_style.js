// What a reader looks like on paper when the page around it is printed: the layer in flow, black on white, whatever its
// places on the screen were. Of the article that is open nothing else, else the rows of the list. What follows an article
// leads to others and stays off the paper, as does whatever can be pressed.
//
// Only !important outweighs the places in the elements' own style. Not every browser keeps a heading with what follows by
// break-after: room behind it, in which what follows begins, does it in all. What is positioned
// would be read after everything else.

export const PRINT_CSS = `
@media print {
:host {
  position: static !important; height: auto !important; min-height: 0 !important; max-height: none !important;
  overflow: visible !important; contain: none !important; background: #fff !important; border-radius: 0 !important;
}
.layer, .node, .fallback {
  position: static !important; width: auto !important; height: auto !important; margin: 0 !important;
  padding: 0 !important; overflow: visible !important; color: #000 !important; background: none !important;
  border: 0 !important; outline: 0 !important; box-shadow: none !important;
  orphans: 3; widows: 3; overflow-wrap: break-word;
}
canvas, iframe, dialog, input, button, .spacing, .unseen, .drag_area, .dialog, .scroller > .label, .group .status, .group .group .group,
.scroller::before, .reading .scroller > :not(.article), .reading .group > .group > .paragraph,
.group > .group + .group > .paragraph { display: none !important; }
.layer .frame.node, .layer .figure { position: static !important; }
.line { padding: 0 !important; white-space: normal !important; }
[data-whole] > .line { display: none; }
[data-whole]::after { content: attr(data-whole); }
.heading, .item, .row, .pictured, .caption { break-inside: avoid; }
.heading, .picture, .caption:first-child { break-after: avoid; }
.heading::after, .caption:first-child::after { content: ""; display: block; height: 7em; margin-bottom: -7em; }
.heading { margin: 1.2em 0 0.4em !important; }
.scroller > .heading { font-size: 20px !important; line-height: 1.3 !important; }
.item { padding: 0.6em 0 !important; border-top: 1px solid #999 !important; }
.item > .paragraph.node { display: inline; }
.item > .paragraph + .paragraph::before { content: " · "; }
.item > .link ~ .paragraph.node { display: block; }
.article > .node { margin-bottom: 0.8em !important; }
.article > .heading:first-child { margin-top: 0 !important; }
.entry { margin: 0.3em 0 0.3em 36px !important; }
.layer .entry > .paragraph:first-child::before, .layer .numbers > .entry > .paragraph:first-child::before {
  content: var(--sign); position: static; transform: none;
  display: inline-block; min-width: 24px; margin: 0 8px 0 -32px;
}
.quote { padding-left: 1em !important; border-left: 2px solid #888 !important; }
.caption, .picture, .quote > .paragraph { margin-bottom: 0.4em !important; }
.picture { opacity: 1 !important; max-width: 100%; max-height: 10cm; }
.table.node { border-collapse: collapse; }
.head.row:first-child { display: table-header-group; }
.cell, .header_cell { padding: 0.3em 0.5em !important; border: 1px solid #666 !important; }
[role="region"] > .table * { font-size: 9pt !important; line-height: 1.4 !important; }
.article :is(.told, .link[target^="_"])::after {
  content: " (" attr(href) ")"; font-size: 0.85em; font-weight: 400; overflow-wrap: anywhere;
}
}
`;
