#version 300 es
// Dear ImGui's triangles: CSS pixels in, clip space out.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texture_position;
layout(location = 2) in vec4 colour;

uniform vec2 pixel;  // the size of one CSS pixel in clip space

out vec2 at;
out vec4 tint;

void main() {
  at = texture_position;
  tint = colour;
  gl_Position = vec4(position.x * pixel.x - 1.0, 1.0 - position.y * pixel.y, 0.0, 1.0);
}
