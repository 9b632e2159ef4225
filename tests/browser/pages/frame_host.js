// A page with frame.html in it. Its address's parameters: `frame` (the frame's address), `sandbox` (none: no sandbox).
// `messages` has all that was heard; the height is taken as the README's lines take it.

window.messages = [];

addEventListener('DOMContentLoaded', () => {
  const parameters = new URLSearchParams(location.search);
  const frame = document.createElement('iframe');
  const origin = parameters.get('sandbox')?.includes('allow-same-origin') === false ? 'null' : '';
  addEventListener('message', (event) => {
    window.messages.push({ data: event.data, origin: event.origin, ours: event.source === frame.contentWindow });
    if (event.source !== frame.contentWindow) return;
    if (event.origin !== (origin || new URL(frame.src).origin)) return;
    if (event.data?.type === 'bantin-height') frame.height = String(event.data.height);
  });
  if (parameters.has('sandbox')) frame.setAttribute('sandbox', parameters.get('sandbox') ?? '');
  Object.assign(frame, { title: 'Tin tức', width: '100%', height: '640' });
  frame.style.border = '0';
  frame.src = parameters.get('frame') ?? '';
  document.body.append(frame);
});
