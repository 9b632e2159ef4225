// The style sheet of a kiosk's own parts: adopted by the element's shadow tree for as long as it is a kiosk. What is
// touched is 48 px high and more; colours are those of the reader's theme at that moment.

const CSS = `
.kiosk { box-sizing: border-box; font: 400 17px/26px var(--kiosk-ui); color: var(--text, #1f1b16); }
.kiosk * { box-sizing: border-box; margin: 0; font: inherit; color: inherit; }
.kiosk h2 { font: 600 22px/30px var(--kiosk-ui); }
.kiosk h3 { font: 600 17px/26px var(--kiosk-ui); }
.kiosk button {
  min-height: 48px; min-width: 48px; padding: 10px 20px; border: 1px solid var(--rule); border-radius: 8px;
  background: none; cursor: pointer; touch-action: manipulation; user-select: none; -webkit-user-select: none;
}
.kiosk button.main { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.kiosk button:active { background: var(--rule); }
.kiosk button:disabled { opacity: 0.45; cursor: default; }
.kiosk button:focus-visible, .kiosk [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

dialog.kiosk {
  width: min(560px, calc(100vw - 32px)); max-height: calc(100vh - 32px); padding: 28px; border: 1px solid var(--rule); border-radius: 12px;
  background: var(--paper); box-shadow: 0 8px 40px rgb(0 0 0 / 30%); overflow: auto; overscroll-behavior: contain;
}
dialog.kiosk[open] { display: flex; flex-direction: column; gap: 16px; }
dialog.kiosk::backdrop { background: rgb(0 0 0 / 45%); }
dialog.qr { align-items: center; text-align: center; }
dialog.qr svg { width: min(320px, 70vw, 45vh); height: auto; flex: none; border-radius: 4px; }
dialog.qr .about { font: 17px/28px var(--kiosk-text); }
dialog.qr .address { max-width: 100%; overflow-wrap: anywhere; font-size: 15px; line-height: 22px; user-select: none; -webkit-user-select: none; }
dialog.qr button { align-self: stretch; }
dialog.pin { width: min(360px, calc(100vw - 32px)); text-align: center; }
.kiosk .pad { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; }
.kiosk .pad button { min-height: 60px; padding: 10px 4px; font-size: 20px; font-variant-numeric: tabular-nums; }
.kiosk .dots { font-size: 28px; letter-spacing: 6px; min-height: 30px; }
.kiosk .answer:empty { display: none; }
dialog.panel { width: min(760px, calc(100vw - 32px)); }
.kiosk dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 24px; font-size: 15px; line-height: 22px; }
.kiosk dd { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.kiosk dt { opacity: 0.75; }
.kiosk .log {
  min-height: 96px; max-height: 30vh; overflow: auto; padding: 8px 12px; list-style: none; border: 1px solid var(--rule);
  border-radius: 8px; font-size: 13px; line-height: 20px; overflow-wrap: anywhere; overscroll-behavior: contain;
}
.kiosk time { font-variant-numeric: tabular-nums; opacity: 0.75; }
.kiosk .doings { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; }
.kiosk .doings .main { grid-column: span 2; }
@media (max-width: 719px) { .kiosk .doings { grid-template-columns: 1fr 1fr; } }

.attract {
  --unit: min(1vw, 1.3vh); --quiet: color-mix(in srgb, var(--text) 80%, var(--paper)); position: absolute; inset: 0; z-index: 9; display: flex; flex-direction: column;
  padding: 12vh max(8vw, 24px) 9vh; background: var(--paper); overflow: hidden; cursor: pointer;
  touch-action: none; user-select: none; -webkit-user-select: none; animation: kiosk-come 600ms ease-out;
}
@media (orientation: portrait) { .attract { --unit: min(1.3vw, 1vh); } }
.attract .card {
  max-width: 22em; margin: auto 0; padding-bottom: 4vh; font-size: clamp(26px, calc(var(--unit) * 5.2), 80px);
  animation: kiosk-come 600ms ease-out;
}
.attract[data-place="1"] .card { transform: translateY(-3vh); }
.attract[data-place="2"] .card { transform: translateY(3vh); }
.attract .card.long { font-size: clamp(24px, calc(var(--unit) * 4.3), 66px); max-width: 26em; }
.attract .card.gone { opacity: 0; transition: opacity 500ms ease-in; }
.attract .facts { position: relative; padding-left: 1.3em; font-size: max(17px, 0.36em); line-height: 1.6; font-variant-numeric: tabular-nums; color: var(--quiet); }
.attract .facts::before {
  content: ""; position: absolute; left: 0; top: 0.8em; width: 0.62em; height: 0.62em; margin-top: -0.31em; border-radius: 50%;
  background: var(--dot);
}
.attract h2 { margin-top: 0.35em; font: 600 1em/1.28 var(--kiosk-text); text-wrap: balance; }
.attract .lead { margin-top: 0.9em; max-width: 42em; font: max(18px, 0.46em)/1.6 var(--kiosk-text); color: var(--quiet); }
.attract .lead:empty { display: none; }
.attract .until { margin-bottom: 1.2em; font-size: clamp(17px, calc(var(--unit) * 1.7), 26px); line-height: 1.6; font-variant-numeric: tabular-nums; color: var(--quiet); }
.attract .until:empty { display: none; }
.attract button {
  align-self: start; flex: none; min-height: 64px; padding: 0; border: 0; border-top: 2px solid var(--accent); border-radius: 0;
  color: var(--accent); font-size: clamp(19px, calc(var(--unit) * 2.1), 32px); font-weight: 600; text-align: start;
}
.attract button::after { content: ""; position: absolute; inset: 0; }
.attract button:active { background: none; }
.attract.leaving { opacity: 0; transition: opacity 150ms ease-out; }
@keyframes kiosk-come { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .attract, .attract * { animation: none !important; transition: none !important; } }
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @param {ShadowRoot} root @param {AbortSignal} signal */
export function dress(root, signal) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  const own = sheet;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, own];
  signal.addEventListener('abort', () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== own);
  });
}
