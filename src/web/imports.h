// What the web build asks of JavaScript. Implemented in src/web/imports.js, which passes everything on to the object
// that web/bridge.js hands over when it starts the engine.
// Texts are UTF-8 with a length in bytes. Sizes in device pixels where a font is meant, as in ui/glyph_source.h.
#pragma once

#include <cstdint>

extern "C" {

double bt_host_now();
float bt_host_advance(int face, int weight, float size, const char* text, int length);
/// metrics: ascent, descent.
void bt_host_metrics(int face, int weight, float size, float* metrics);
/// box: left, top, width, height, coloured. Pixels go to `pixels`, at most `capacity` bytes; width 0 when they would
/// not fit.
void bt_host_rasterise(int face, int weight, float size, const char* text, int length, float shift, uint8_t* pixels,
                       int capacity, int* box);
/// Gives the number of bytes written; 0 when they would not fit.
int bt_host_nfc(const char* text, int length, char* normalised, int capacity);
/// Reads HTML; gives the size of its block code, which the next call writes out.
int bt_host_html(const char* html, int length);
void bt_host_html_text(char* blocks);
/// The children of the node `parent` (0: the root of the layer).
void bt_host_layer(uint32_t parent, const void* nodes, int node_count, const void* lines, const void* spans,
                   const char* pool, int pool_size);
void bt_host_focus(uint32_t key, uint32_t serial);
/// 1: feed, 2: filter, 4: article, 8: preferences, 16: stars.
void bt_host_changed(int what);
/// 0: share, 1: copy the link, 2: copy the citation, 3: print, 4: open the original, 5: enlarge a picture (its index),
/// 6: load the headline, 7: the whole of a bundle's article (its number).
void bt_host_perform(int what, uint32_t argument);
/// Makes the page's canvas the current WebGL 2 context; 0 where there is none.
int bt_host_gl_context();

}  // extern "C"
