// The JavaScript side of src/web/imports.h: each function passes its arguments on to Module.host (web/bridge.js).
addToLibrary({
  bt_host_now: () => performance.now(),
  bt_host_advance: (face, weight, size, text, length) => Module['host'].advance(face, weight, size, text, length),
  bt_host_metrics: (face, weight, size, metrics) => Module['host'].metrics(face, weight, size, metrics),
  bt_host_rasterise: (face, weight, size, text, length, shift, pixels, capacity, box) =>
    Module['host'].rasterise(face, weight, size, text, length, shift, pixels, capacity, box),
  bt_host_nfc: (text, length, normalised, capacity) => Module['host'].nfc(text, length, normalised, capacity),
  bt_host_html: (html, length) => Module['host'].html(html, length),
  bt_host_html_text: (blocks) => Module['host'].htmlText(blocks),
  bt_host_layer: (parent, nodes, count, lines, spans, pool) =>
    Module['host'].layer(parent, nodes, count, lines, spans, pool),
  bt_host_focus: (key, serial) => Module['host'].focus(key, serial),
  bt_host_changed: (what) => Module['host'].changed(what),
  bt_host_perform: (what, argument) => Module['host'].perform(what, argument),
  bt_host_gl_context__deps: ['$GL'],
  bt_host_gl_context: () => {
    const context = Module['host'].context();
    if (!context) return 0;
    const handle = GL.registerContext(context, { majorVersion: 2, minorVersion: 0, enableExtensionsByDefault: false });
    return GL.makeContextCurrent(handle) ? 1 : 0;
  },
});
