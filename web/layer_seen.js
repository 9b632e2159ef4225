// The part of the layer's style sheet for where the layer itself is what is read (class `shown`): near to what the canvas
// shows. `--text`, `--rule`, `--tint` and `--wash` are of the theme; what is on, invalid or focused has, under forced
// colours, a line or a mark of its own, since grounds and shadows are taken away there. With `reflow` text may be longer
// than its lines were broken for.

export const SEEN = `
canvas[hidden] { visibility: hidden; }
.shown { background: var(--paper); }
.shown .node { color: var(--ink); background-color: var(--ground); }
.shown > .group > .group:first-child { box-shadow: 1px 0 var(--rule); }
.shown .group + .scroller { box-shadow: 0 -1px var(--rule); }
.shown .node:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.shown .picture:focus-visible { outline-offset: 2px; }
.shown ::selection { color: var(--text); }
.shown input { color: var(--ink); border: 1px solid #888; border-radius: 6px; }
.shown .search { padding-left: 12px !important; }
.shown input::placeholder { color: var(--ink); opacity: 0.7; }
.shown [aria-invalid] { border: 2px solid var(--accent); }
.shown button { border-radius: 6px; white-space: nowrap; }
.shown .edged { box-shadow: inset 0 0 0 1px var(--rule); }
@supports (content: "" / "") { .shown .signed::before { content: var(--sign) / ""; position: absolute; left: 12px; } }
.shown [aria-expanded]:not(:empty, .signed)::after {
  content: ""; display: inline-block; width: 6px; height: 6px; margin: 0 0 3px 6px; border: solid;
  border-width: 0 1.5px 1.5px 0; transform: rotate(45deg);
}
.shown button:hover, .shown .header_cell { background-color: var(--wash); }
.shown > .group > .button { background: none; }
.shown [aria-pressed=true], .shown [aria-expanded=true], .shown .item[aria-current] {
  background-color: var(--tint);
}
.shown [aria-pressed=true], .shown [aria-expanded=true]:not(:empty), .shown [aria-checked=true]:not([aria-label]) {
  box-shadow: inset 0 0 0 1px var(--accent);
}
.shown .group > [aria-pressed=true]:not(:empty) { box-shadow: none; border-radius: 0; }
.shown [aria-pressed=true] > .label:first-child::before {
  content: ""; position: absolute; inset: -9px auto -9px -30px; width: 3px; background: var(--accent);
}
.shown .item[aria-current] { box-shadow: inset 3px 0 var(--accent); }
.shown [role=radio][aria-label]::before {
  content: "Aa"; position: absolute; inset: 0 0 24px; font: 15px/32px system-ui, sans-serif; border-radius: 6px; text-align: center;
  border: 1px solid var(--rule); box-sizing: border-box; box-shadow: inset 0 0 0 99px var(--swatch);
}
.shown [role=radio]:nth-child(2) { --swatch: #fbf9f4; }
.shown [role=radio]:nth-child(3) { --swatch: #f3e9d6; }
.shown [role=radio]:nth-child(4) { --swatch: #16171a; }
.shown [role=radio]:nth-child(5) { --swatch: #000; }
.shown [role=radio]:nth-child(n + 2)::before { color: #1f1b16; }
.shown [role=radio]:nth-child(n + 4)::before { color: #e6e2da; }
.shown [role=radio][aria-checked=true]::before { border: 2px solid var(--accent); }
.shown .button > .label::before {
  content: ""; position: absolute; inset: -6px -28px -6px -12px; border: 1px solid var(--rule); border-radius: 15px;
}
.shown .button > .label::after { content: "✕"; position: absolute; top: 0; right: -18px; }
.shown .button:empty, .shown .toggle:empty {
  text-align: center; font: 20px/40px system-ui, sans-serif; padding: 0 !important;
}
.shown .button:empty::before, .shown .toggle:empty::before { content: var(--sign); position: static; }
.shown .figure .button { background: rgb(255 255 255 / 85%); color: #000; border-radius: 50%; }
.shown .figure .button::before { content: "⤢"; }
.shown [aria-disabled] { opacity: 0.4; }
.shown .item { border-bottom: 1px solid transparent; border-image: linear-gradient(90deg, transparent 24px, var(--rule) 0 calc(100% - 24px), transparent 0) 1; }
.shown .flow a:not(.link) { color: var(--accent); text-decoration: underline; }
.shown .article > .group::before {
  content: ""; display: block; position: static; margin: -19px 0 18px; border-top: 1px solid var(--rule);
}
.shown .cell, .shown .header_cell { border-bottom: 1px solid var(--rule); }
.shown .quote { box-shadow: inset 3px 0 var(--rule); }
.shown .entry > .paragraph:first-child::before {
  content: var(--sign); position: absolute; transform: translateX(calc(-100% - 0.5em));
}
.shown .drag_area::before, .shown .drag_area::after { content: ""; position: absolute; forced-color-adjust: none; }
.shown .drag_area::before { inset: 0; background: var(--accent); opacity: 0.5; clip-path: var(--bars); }
.shown .drag_area::after { inset: var(--range); border: solid var(--accent); border-width: 0 2px; background: var(--tint); }
.shown .slider:focus-visible { opacity: 1; appearance: auto; accent-color: var(--accent); }
/* The colour of the department. */
.shown .item > .paragraph:first-child, .shown .toggle > .label:first-child { background: none; overflow: visible; }
.shown .item > .paragraph:first-child::after, .shown .toggle > .label:first-child::after {
  content: ""; position: absolute; left: -16px; top: 50%; width: 8px; height: 8px; margin-top: -4px; border-radius: 50%;
  background: var(--ground); forced-color-adjust: none;
}
.shown .unseen { font-size: 0 !important; }
.shown .unseen::before { content: var(--sign, ""); font-size: 15px; }
.shown .dialog { box-shadow: 0 4px 24px rgb(0 0 0 / 30%); border-radius: 12px; }
.shown .dialog[aria-modal] { box-shadow: 0 0 0 100vmax rgb(0 0 0 / 40%); }
.reflow .line { white-space: normal; padding: 0 !important; }
.reflow .article, .reflow .flow .node:not(.picture, .button) { height: auto !important; }
.reflow .item { display: flex; flex-direction: column; padding-bottom: 58px; }
.reflow .item > .link { position: relative; flex: none; height: auto !important; }
.reflow .item > .paragraph:last-child { position: relative; top: 42px !important; flex: 0 1 auto; }
.reflow .label .line, .reflow .item > .paragraph:not(:last-child) .line, .reflow button:not([aria-label]) {
  display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
}
@media (forced-colors: active) {
  .shown .drag_area::before { background: CanvasText; }
  .shown .drag_area::after { border-color: Highlight; background: none; }
  .shown .node { border-radius: 0; }
  .shown button, .shown .scroller, .shown .dialog, .shown > .group > .group:first-child { border: 1px solid; }
  .shown > .group > .button { border: 0; }
  .shown .item { border-image: none; }
  .shown .button > .label::before { border: 0; }
  .shown .quote { border-left: 3px solid; }
  .shown [aria-pressed=true], .shown [aria-checked=true], .shown [aria-expanded=true], .shown [aria-current], .shown [aria-invalid] {
    border: 3px double Highlight;
  }
  .shown [aria-pressed=true]::before, .shown [aria-checked=true]::before {
    content: "✓"; content: "✓" / ""; position: absolute; left: 3px; top: 0;
  }
  .shown [aria-disabled] { opacity: 1; color: GrayText; }
  .shown .node:focus-visible { outline: 3px solid Highlight; outline-offset: -3px; }
}
`;
