// What JavaScript may call: the counterpart of web/bridge.js and known to no other file there.
// One module instance is one reader. Texts come in as UTF-8 with a length in bytes; several fields in one text are
// separated by NUL. Texts go out through bt_text() and bt_text_size(), good until the next call.
#include <emscripten.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "feed/day.h"
#include "web/imports.h"
#include "web/renderer.h"
#include "web/web_host.h"

namespace bantin {

namespace {

struct Engine {
  WebHost host;
  App app{host};
  std::optional<Renderer> renderer;
  std::string text;
};

Engine& engine() {
  static Engine instance;
  return instance;
}

std::string_view view(const char* text, int size) { return {text, static_cast<size_t>(size)}; }

std::string_view take_field(std::string_view& fields) {
  const size_t end = fields.find('\0');
  const std::string_view field = fields.substr(0, end);
  fields.remove_prefix(end == std::string_view::npos ? fields.size() : end + 1);
  return field;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    if (end > 0) found.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

void put(std::string_view field) {
  std::string& text = engine().text;
  text.append(field);
  text.push_back('\0');
}

int filled() { return static_cast<int>(engine().text.size()); }

// What bt_results() can be asked for; web/bridge.js has the same numbers.
enum ResultKind { kByDepartment, kByMonth, kIds, kFilter, kOpenArticle };

void put_filter(const Reader& reader) {
  std::string ids;
  for (const std::string& id : reader.chosen_departments()) ids += ids.empty() ? id : " " + id;
  put(ids);
  put(reader.filter().from == kUndated ? "" : iso_day(reader.filter().from));
  put(reader.filter().to == kUndated ? "" : iso_day(reader.filter().to));
  put(reader.filter().query);
}

void put_ids(const Reader& reader, size_t offset, size_t limit) {
  const auto& rows = reader.results().rows;
  for (size_t i = offset; i < rows.size() && i - offset < limit; ++i) {
    put(reader.feed().articles[reader.catalog().article(rows[i])].id);
  }
}

}  // namespace

}  // namespace bantin

using namespace bantin;

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* bt_text() { return engine().text.data(); }

/// 1 when the feed is shown, 0 when it is refused. bt_problems() says what was wrong either way.
EMSCRIPTEN_KEEPALIVE int bt_load(const char* json, int size) {
  return engine().app.load_feed(view(json, size)) ? 1 : 0;
}

/// Code and sentence of each problem.
EMSCRIPTEN_KEEPALIVE int bt_problems(int language) {
  engine().text.clear();
  const auto tongue = static_cast<Language>(language);
  for (const Problem& problem : engine().app.problems()) {
    put(code_name(problem.code));
    put(sentence(problem, tongue).append(" ").append(remedy(problem, tongue)));
  }
  return filled();
}

EMSCRIPTEN_KEEPALIVE void bt_notice(const char* text, int size) { engine().app.set_notice(view(text, size)); }

/// accent: 0xAABBGGRR, 0 for the theme's own.
EMSCRIPTEN_KEEPALIVE void bt_looks(int language, int theme, uint32_t accent, int heading_level) {
  engine().app.set_looks({static_cast<Language>(language), static_cast<ThemeName>(theme), accent, heading_level});
}

/// mask: 1 departments (ids separated by spaces), 2 from, 4 to (YYYY-MM-DD or empty), 8 query; fields in this order.
EMSCRIPTEN_KEEPALIVE void bt_filter(int mask, const char* text, int size) {
  std::string_view fields = view(text, size);
  FilterRequest request;
  const std::string_view departments = take_field(fields), from = take_field(fields), to = take_field(fields);
  if (mask & 1) request.departments = words(departments);
  if (mask & 2) request.from = parse_iso_day(from);
  if (mask & 4) request.to = parse_iso_day(to);
  if (mask & 8) request.query = std::string(take_field(fields));
  engine().app.set_filter(request);
}

/// Empty: back to the list. 0 when there is no such article.
EMSCRIPTEN_KEEPALIVE int bt_open(const char* id, int size) { return engine().app.open_article(view(id, size)) ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void bt_activate(uint32_t key) { engine().app.activate(key); }

EMSCRIPTEN_KEEPALIVE void bt_input(uint32_t key, const char* text, int size, int committed) {
  engine().app.input(key, view(text, size), committed != 0);
}

EMSCRIPTEN_KEEPALIVE void bt_focus(uint32_t key, int visible) { engine().app.focus(key, visible != 0); }
EMSCRIPTEN_KEEPALIVE void bt_scrolled(uint32_t key, float top) { engine().app.scrolled(key, top); }

/// 0 move, 1 press, 2 release, 3 leave.
EMSCRIPTEN_KEEPALIVE void bt_pointer(int event, float x, float y) {
  engine().app.pointer(static_cast<PointerEvent>(event), x, y);
}

EMSCRIPTEN_KEEPALIVE void bt_fonts_changed() { engine().app.fonts_changed(); }

/// 1 when there is a WebGL 2 context to draw with. Called again after a lost context has come back.
EMSCRIPTEN_KEEPALIVE int bt_renderer_start() {
  engine().renderer.reset();
  if (!bt_host_gl_context()) return 0;
  engine().renderer.emplace();
  if (!engine().renderer->start()) engine().renderer.reset();
  engine().app.textures_lost();
  return engine().renderer ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void bt_renderer_stop() { engine().renderer.reset(); }

/// Builds the interface, hands a changed layer over, and draws where `draws` and there is a renderer.
EMSCRIPTEN_KEEPALIVE void bt_frame(float width, float height, float ratio, int draws) {
  Engine& it = engine();
  const bool is_drawn = draws && it.renderer;
  it.app.frame({width, height, ratio, is_drawn});
  if (is_drawn) it.renderer->draw(*it.app.draw_data());
}

EMSCRIPTEN_KEEPALIVE int bt_total() { return static_cast<int>(engine().app.reader().results().rows.size()); }
EMSCRIPTEN_KEEPALIVE int bt_articles() { return static_cast<int>(engine().app.reader().catalog().size()); }
EMSCRIPTEN_KEEPALIVE double bt_filter_ms() { return engine().app.filter_ms(); }

/// Fills the text with what `kind` asks for; see ResultKind. Gives its size.
EMSCRIPTEN_KEEPALIVE int bt_results(int kind, int offset, int limit) {
  engine().text.clear();
  const Reader& reader = engine().app.reader();
  switch (static_cast<ResultKind>(kind)) {
    case kByDepartment:
      for (size_t i = 0; i < reader.feed().departments.size(); ++i) {
        put(reader.feed().departments[i].id);
        put(std::to_string(reader.results().by_department[i]));
      }
      break;
    case kByMonth:
      for (const MonthCount& month : reader.results().by_month) {
        put(iso_month(month.month));
        put(std::to_string(month.count));
      }
      break;
    case kIds: put_ids(reader, static_cast<size_t>(offset), static_cast<size_t>(limit)); break;
    case kFilter: put_filter(reader); break;
    case kOpenArticle: put(reader.article() ? reader.article()->id : ""); break;
  }
  return filled();
}

}  // extern "C"
