// Dear ImGui's draw data on WebGL 2: one program, one vertex array, the textures ImGui asks for (R8 for coverage,
// RGBA for coloured glyphs), scissor rectangles, premultiplied alpha.
// Units:  draw data in CSS pixels, the canvas in device pixels.
// Owns:   its GL objects in the current context; after a lost context a new Renderer is made and App::textures_lost()
//         called, and the textures come again from ImGui's own copies.
#pragma once

#include <GLES3/gl3.h>

#include "imgui.h"

namespace bantin {

class Renderer {
 public:
  /// False when the program does not build: the page layer is then the reader.
  bool start();
  void draw(const ImDrawData& data);

  /// Makes and binds a texture for a picture; gives its WebGL name.
  static GLuint new_picture();
  /// What the interface calls a texture made elsewhere, by its WebGL name.
  static ImTextureID picture_id(GLuint texture);

 private:
  void update(ImTextureData& texture);
  void draw_list(const ImDrawList& list, const ImDrawData& data);
  void draw_command(const ImDrawCmd& command, const ImDrawData& data) const;

  GLuint program_ = 0, vertices_ = 0, indices_ = 0, array_ = 0;
  GLint pixel_ = -1, is_coloured_ = -1;
};

}  // namespace bantin
