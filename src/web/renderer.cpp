#include "web/renderer.h"

#include <cmath>
#include <cstddef>

#include "imgui.h"
#include "shaders/ui_frag.h"
#include "shaders/ui_vert.h"

namespace bantin {

namespace {

GLuint compiled(GLenum stage, const char* source) {
  const GLuint shader = glCreateShader(stage);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

void vertex_field(GLuint index, GLint size, GLenum type, GLboolean normalised, size_t offset) {
  glEnableVertexAttribArray(index);
  glVertexAttribPointer(index, size, type, normalised, sizeof(ImDrawVert), reinterpret_cast<const void*>(offset));
}

// ImTextureData keeps a number of the renderer's choice: the lowest bit says whether the page is coloured.
ImTextureID id_of(GLuint name, bool is_coloured) { return static_cast<ImTextureID>(name) * 2 + (is_coloured ? 1 : 0); }
GLuint name_of(ImTextureID id) { return static_cast<GLuint>(id / 2); }
bool is_coloured(ImTextureID id) { return id % 2 == 1; }

void upload(const ImTextureData& texture, int x, int y, int width, int height) {
  const GLenum format = texture.BytesPerPixel == 4 ? GL_RGBA : GL_RED;
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
  const unsigned char* pixels = texture.Pixels + (y * texture.Width + x) * texture.BytesPerPixel;
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, format, GL_UNSIGNED_BYTE, pixels);
}

GLuint bound_texture(GLint filter) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return name;
}

void create(ImTextureData& texture) {
  const bool coloured = texture.BytesPerPixel == 4;
  // Glyphs lie on whole device pixels: nothing to filter, and nothing bleeds in from a neighbour.
  const GLuint name = bound_texture(GL_NEAREST);
  glTexImage2D(GL_TEXTURE_2D, 0, coloured ? GL_RGBA8 : GL_R8, texture.Width, texture.Height, 0,
               coloured ? GL_RGBA : GL_RED, GL_UNSIGNED_BYTE, nullptr);
  upload(texture, 0, 0, texture.Width, texture.Height);
  texture.SetTexID(id_of(name, coloured));
}

}  // namespace

GLuint Renderer::new_picture() {
  const GLuint name = bound_texture(GL_LINEAR);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  return name;
}

ImTextureID Renderer::picture_id(GLuint texture) { return id_of(texture, true); }

bool Renderer::start() {
  program_ = glCreateProgram();
  glAttachShader(program_, compiled(GL_VERTEX_SHADER, kUiVertShader));
  glAttachShader(program_, compiled(GL_FRAGMENT_SHADER, kUiFragShader));
  glLinkProgram(program_);
  GLint linked = 0;
  glGetProgramiv(program_, GL_LINK_STATUS, &linked);
  if (!linked) return false;
  pixel_ = glGetUniformLocation(program_, "pixel");
  is_coloured_ = glGetUniformLocation(program_, "is_coloured");
  glGenVertexArrays(1, &array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  vertex_field(0, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
  vertex_field(1, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
  vertex_field(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
  glUseProgram(program_);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  return true;
}

void Renderer::draw(const ImDrawData& data) {
  if (data.Textures) {
    for (ImTextureData* texture : *data.Textures) {
      if (texture->Status != ImTextureStatus_OK) update(*texture);
    }
  }
  const auto width = static_cast<GLsizei>(std::lround(data.DisplaySize.x * data.FramebufferScale.x));
  const auto height = static_cast<GLsizei>(std::lround(data.DisplaySize.y * data.FramebufferScale.y));
  glViewport(0, 0, width, height);
  glScissor(0, 0, width, height);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  glUniform2f(pixel_, 2 / data.DisplaySize.x, 2 / data.DisplaySize.y);
  for (const ImDrawList* list : data.CmdLists) draw_list(*list, data);
}

void Renderer::update(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantDestroy) {
    if (texture.UnusedFrames == 0) return;
    const GLuint name = name_of(texture.TexID);
    glDeleteTextures(1, &name);
    texture.SetTexID(ImTextureID_Invalid);
    return texture.SetStatus(ImTextureStatus_Destroyed);
  }
  if (texture.Status == ImTextureStatus_WantCreate) {
    create(texture);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    glBindTexture(GL_TEXTURE_2D, name_of(texture.TexID));
    for (const ImTextureRect& rect : texture.Updates) upload(texture, rect.x, rect.y, rect.w, rect.h);
  } else {
    return;
  }
  texture.SetStatus(ImTextureStatus_OK);
}

void Renderer::draw_list(const ImDrawList& list, const ImDrawData& data) {
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  for (const ImDrawCmd& command : list.CmdBuffer) draw_command(command, data);
}

void Renderer::draw_command(const ImDrawCmd& command, const ImDrawData& data) const {
  const float ratio = data.FramebufferScale.x;
  const auto left = static_cast<GLint>(std::lround(command.ClipRect.x * ratio));
  const auto top = static_cast<GLint>(std::lround(command.ClipRect.y * ratio));
  const auto right = static_cast<GLint>(std::lround(command.ClipRect.z * ratio));
  const auto bottom = static_cast<GLint>(std::lround(command.ClipRect.w * ratio));
  if (right <= left || bottom <= top || command.ElemCount == 0) return;
  const auto height = static_cast<GLint>(std::lround(data.DisplaySize.y * ratio));
  glScissor(left, height - bottom, right - left, bottom - top);
  const ImTextureID texture = command.GetTexID();
  glBindTexture(GL_TEXTURE_2D, name_of(texture));
  glUniform1i(is_coloured_, is_coloured(texture) ? 1 : 0);
  // The vertex offset ImGui allows for lists beyond 65,536 vertices goes into the attributes: WebGL has no base vertex.
  const size_t first = command.VtxOffset * sizeof(ImDrawVert);
  vertex_field(0, 2, GL_FLOAT, GL_FALSE, first + offsetof(ImDrawVert, pos));
  vertex_field(1, 2, GL_FLOAT, GL_FALSE, first + offsetof(ImDrawVert, uv));
  vertex_field(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, first + offsetof(ImDrawVert, col));
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                 reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
}

}  // namespace bantin
