#version 300 es
precision mediump float;
// Coverage (or a coloured glyph) times the ink, with premultiplied alpha.
in highp vec2 at;
in vec4 tint;

uniform sampler2D page;
uniform bool is_coloured;  // the page holds colours, not coverage

out vec4 result;

// Blending happens in gamma space, where thin dark strokes on light paper come out too light and light ones on dark
// too heavy. The coverage between nothing and all is raised by as much as the ink is dark.
float corrected(float coverage, vec3 ink) {
  float luminance = dot(ink, vec3(0.2126, 0.7152, 0.0722));
  return coverage + coverage * (1.0 - coverage) * mix(0.45, 0.05, luminance);
}

void main() {
  vec4 texel = texture(page, at);
  if (is_coloured) {
    float alpha = texel.a * tint.a;
    result = vec4(texel.rgb * alpha, alpha);
  } else {
    float alpha = corrected(texel.r, tint.rgb) * tint.a;
    result = vec4(tint.rgb * alpha, alpha);
  }
}
