#include "ui/fonts.h"

#include <cmath>

#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"
#include "text/cluster.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr ImWchar kFirstPrivate = 0xE000, kLastPrivate = 0xF8FF;
constexpr ImWchar kReplacement = 0xFFFD;

// What an ImFont is made of; Dear ImGui keeps a copy of it as the font's data.
struct FontData {
  Fonts* fonts;
  Face face;
  uint16_t weight;
  uint8_t phase;
  bool italic;

  GlyphFont font(float size) const { return {face, weight, size, italic}; }
};

const FontData& data_of(const ImFontConfig* source) { return *static_cast<const FontData*>(source->FontData); }

bool init_source(ImFontAtlas*, ImFontConfig*) { return true; }
void destroy_source(ImFontAtlas*, ImFontConfig*) {}
bool contains(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  const FontData& data = data_of(source);
  const VerticalMetrics metrics = data.fonts->source().metrics(data.font(baked->Size));
  baked->Ascent = metrics.ascent;
  baked->Descent = -metrics.descent;
  return true;
}

void place(ImFontGlyph* glyph, const GlyphRaster& raster, float density) {
  glyph->Visible = 1;
  glyph->X0 = static_cast<float>(raster.left) / density;
  glyph->Y0 = static_cast<float>(raster.top) / density;
  glyph->X1 = static_cast<float>(raster.left + raster.width) / density;
  glyph->Y1 = static_cast<float>(raster.top + raster.height) / density;
}

bool pack_coloured(Fonts& fonts, ImFontGlyph* glyph, const GlyphRaster& raster) {
  const auto corners = fonts.colour_page().add(raster.pixels, raster.width, raster.height);
  if (!corners) return false;
  glyph->Colored = 1;
  glyph->U0 = corners->x;
  glyph->V0 = corners->y;
  glyph->U1 = corners->z;
  glyph->V1 = corners->w;
  return true;
}

bool pack_plain(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImFontGlyph* glyph,
                const GlyphRaster& raster) {
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, raster.width, raster.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id), raster.pixels,
                                     ImTextureFormat_Alpha8, raster.width);
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code, ImFontGlyph* glyph,
                float* only_advance) {
  const FontData& data = data_of(source);
  const std::string text = data.fonts->text_of(code);
  const float advance =
      data.fonts->source().advance(data.font(baked->Size), text) + data.fonts->spacing(baked->Size, code);
  if (only_advance) {
    *only_advance = advance;
    return true;
  }
  const float density = baked->RasterizerDensity;
  const float shift = static_cast<float>(data.phase) / Fonts::kPhases;
  const GlyphRaster raster = data.fonts->source().rasterise(data.font(baked->Size * density), text, shift);
  glyph->Codepoint = code;
  glyph->AdvanceX = advance;
  if (raster.width <= 0 || raster.height <= 0) return true;
  const bool packed =
      raster.coloured ? pack_coloured(*data.fonts, glyph, raster) : pack_plain(atlas, source, baked, glyph, raster);
  if (packed) place(glyph, raster, density);
  return true;
}

const ImFontLoader& loader() {
  static const ImFontLoader instance = [] {
    ImFontLoader made;
    made.Name = "host";
    made.FontSrcInit = init_source;
    made.FontSrcDestroy = destroy_source;
    made.FontSrcContainsGlyph = contains;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return instance;
}

}  // namespace

// Dear ImGui wants a font of its own to begin with: it gets the interface's.
Fonts::Fonts(GlyphSource& source) : source_(source) { face_of(kInterfaceText); }

bool Fonts::set_ratio(float ratio) {
  const bool differs = ratio != ratio_;
  if (!differs && !colour_page_.is_full()) return false;
  ratio_ = ratio;
  forget();
  return differs;
}

void Fonts::set_spacing(float letter, float word) {
  if (letter == letter_ && word == word_) return;
  letter_ = letter;
  word_ = word;
  forget();
}

float Fonts::spacing(float size, ImWchar code) const {
  constexpr ImWchar kNoBreakSpace = 0xA0;
  return size * (letter_ + (code == ' ' || code == kNoBreakSpace ? word_ : 0));
}

float Fonts::advance(const TextStyle& style, std::string_view cluster) {
  ImFontBaked* baked = face_of(style).phases[0]->GetFontBaked(style.size, ratio_);
  baked->LoadNoRenderOnLayout = true;  // what is measured need not be drawn, and never is without a canvas
  return baked->GetCharAdvance(code_of(cluster));
}

float Fonts::baseline(const TextStyle& style) {
  const ImFontBaked* baked = face_of(style).phases[0]->GetFontBaked(style.size, ratio_);
  const float content = baked->Ascent - baked->Descent;
  return (static_cast<float>(style.line_height) - content) / 2 + baked->Ascent;
}

Fonts::Glyphs Fonts::glyphs(const TextStyle& style) {
  Glyphs glyphs;
  const Face& face = face_of(style);
  for (size_t phase = 0; phase < kPhases; ++phase) glyphs[phase] = face.phases[phase]->GetFontBaked(style.size, ratio_);
  return glyphs;
}

ImWchar Fonts::code_of(std::string_view cluster) {
  size_t at = 0;
  const char32_t first = decode(cluster, at);
  const bool plain = at == cluster.size() && first < 0xFFFF && (first < kFirstPrivate || first > kLastPrivate);
  if (plain) return static_cast<ImWchar>(first);
  const auto known = codes_.find(std::string(cluster));
  if (known != codes_.end()) return known->second;
  if (clusters_.size() > kLastPrivate - kFirstPrivate) return kReplacement;
  const auto code = static_cast<ImWchar>(kFirstPrivate + clusters_.size());
  clusters_.emplace_back(cluster);
  codes_.emplace(cluster, code);
  return code;
}

// Two letters of three in Vietnamese are ASCII with no mark behind them, and are their own code.
ImWchar Fonts::next_code(std::string_view text, size_t& at) {
  constexpr unsigned char kFirstMark = 0xCC;  // lead byte of U+0300
  const auto first = static_cast<unsigned char>(text[at]);
  const bool is_alone = at + 1 == text.size() || static_cast<unsigned char>(text[at + 1]) < kFirstMark;
  if (first < 0x80 && is_alone) {
    ++at;
    return first;
  }
  return code_of(next_cluster(text, at));
}

void Fonts::forget() {
  for (const Face& face : faces_) {
    for (ImFont* font : face.phases) ImFontAtlasFontDiscardBakes(font->ContainerAtlas, font, 0);
  }
  colour_page_.clear();
}

std::string Fonts::text_of(ImWchar code) const {
  const size_t index = static_cast<size_t>(code) - kFirstPrivate;
  if (code >= kFirstPrivate && index < clusters_.size()) return clusters_[index];
  std::string text;
  append(text, code);
  return text;
}

Fonts::Face& Fonts::face_of(const TextStyle& style) {
  const auto is_it = [&style](const Face& known) {
    return known.face == style.face && known.weight == style.weight && known.italic == style.italic;
  };
  if (last_ < faces_.size() && is_it(faces_[last_])) return faces_[last_];  // one text is all in one face
  for (last_ = 0; last_ < faces_.size(); ++last_) {
    if (is_it(faces_[last_])) return faces_[last_];
  }
  Face made{style.face, style.weight, style.italic, {}};
  for (int phase = 0; phase < kPhases; ++phase) {
    FontData data{this, style.face, style.weight, static_cast<uint8_t>(phase), style.italic};
    ImFontConfig config;
    config.FontLoader = &loader();
    config.FontData = &data;
    config.FontDataSize = sizeof data;
    config.FontDataOwnedByAtlas = false;  // copied at once
    made.phases[static_cast<size_t>(phase)] = ImGui::GetIO().Fonts->AddFont(&config);
  }
  return faces_.emplace_back(made);
}

}  // namespace bantin

// Dear ImGui's hook for a font engine other than stb_truetype (see ui/imgui_config.h).
const ImFontLoader* ImGuiFreeType::GetFontLoader() { return &bantin::loader(); }
