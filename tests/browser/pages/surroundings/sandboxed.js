// What the frame says it has shown.
window.messages = [];
addEventListener('message', ({ data, origin }) => window.messages.push({ data, origin, ours: true }));
