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
#include "reader/citation.h"
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
  std::vector<GLuint> pictures;
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

std::vector<std::string> split(std::string_view text, char between) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const size_t end = std::min(text.find(between), text.size());
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
enum ResultKind {
  kByDepartment,
  kByMonth,
  kIds,
  kFilter,
  kOpenArticle,
  kStarred,
  kPreferences,
  kCard,
  kPicture,
  kNumbers,       // of the results' articles, as kIds
  kMissingWords,  // of a query that a bundle's index is to be asked for
  kRelatedIds     // of the open article
};

void put_filter(const Reader& reader) {
  std::string ids;
  for (const std::string& id : reader.chosen_departments()) ids += ids.empty() ? id : " " + id;
  put(ids);
  put(reader.filter().from == kUndated ? "" : iso_day(reader.filter().from));
  put(reader.filter().to == kUndated ? "" : iso_day(reader.filter().to));
  put(reader.filter().query);
  put(reader.shows_starred_only() ? "1" : "");
}

// What is shared, cited and printed of the open article. `today`: for the citation.
void put_card(const Reader& reader, Day today) {
  const Article* article = reader.article();
  if (!article) return;
  put(article->title);
  put(article->url);
  put(citation(reader.feed(), *article, today, engine().app.language()));
}

void put_picture(const Reader& reader, size_t number) {
  const Article* article = reader.article();
  if (!article || number >= article->pictures.size()) return;
  const Picture& picture = article->pictures[number];
  put(picture.source);
  put(picture.alt);
  for (const Block& block : article->body) {
    if (block.kind == BlockKind::picture && block.index == number) put(block.text);
  }
}

void put_preferences(const Preferences& preferences) {
  for (const uint8_t value :
       {preferences.theme, preferences.size, preferences.width, preferences.line, preferences.font})
    put(std::to_string(value));
}

void put_numbers(const Reader& reader, size_t offset, size_t limit) {
  const auto& rows = reader.results().rows;
  for (size_t i = offset; i < rows.size() && i - offset < limit; ++i) {
    put(std::to_string(reader.catalog().article(rows[i])));
  }
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

/// `head`: a feed without items. Then in list order each article's number, day and department, and how many numbers
/// were given. 1 when the bundle is shown, 0 when it is refused.
EMSCRIPTEN_KEEPALIVE int bt_bundle(const char* head, int size, int rows, const uint32_t* numbers, const int32_t* days,
                                   const uint16_t* departments, int article_count) {
  Columns columns{{numbers, numbers + rows}, {days, days + rows}, {departments, departments + rows}};
  return engine().app.load_bundle(view(head, size), std::move(columns), static_cast<uint32_t>(article_count)) ? 1 : 0;
}

/// A feed of the articles numbered from `first` on, as many as `count`, that are there. 0 when it is not what the
/// bundle says.
EMSCRIPTEN_KEEPALIVE int bt_headlines(int first, int count, const char* json, int size) {
  const NumberRange range{static_cast<uint32_t>(first), static_cast<uint32_t>(count)};
  return engine().app.take_headlines(range, view(json, size)) ? 1 : 0;
}

/// A feed of one article. 0 when there is none of that number.
EMSCRIPTEN_KEEPALIVE int bt_article(int number, const char* json, int size) {
  return engine().app.take_article(static_cast<uint32_t>(number), view(json, size)) ? 1 : 0;
}

/// What is missing of these articles could not be loaded.
EMSCRIPTEN_KEEPALIVE void bt_pieces_failed(int first, int count) {
  engine().app.pieces_failed({static_cast<uint32_t>(first), static_cast<uint32_t>(count)});
}

/// Headlines of articles that something here names have come.
EMSCRIPTEN_KEEPALIVE void bt_look_again() { engine().app.look_again(); }

/// A byte an article, by number: whether it matches the query.
EMSCRIPTEN_KEEPALIVE void bt_found(const uint8_t* by_article, int count) {
  engine().app.take_found({by_article, by_article + count});
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

EMSCRIPTEN_KEEPALIVE void bt_notice(const char* text, int size, int is_loading) {
  engine().app.set_notice(view(text, size), is_loading != 0);
}

/// 0: none, 1: copied, 2: could not be copied.
EMSCRIPTEN_KEEPALIVE void bt_toast(int what) {
  constexpr Message kToasts[] = {Message::count_, Message::copied, Message::copy_failed};
  engine().app.set_toast(kToasts[what]);
}

/// From the next frame on the layer holds the rows to be printed, at most 500; 0: those in sight.
EMSCRIPTEN_KEEPALIVE void bt_printing(int is_printing) { engine().app.set_printing(is_printing != 0); }

/// Steps of reader/preferences.h; usual_size: what resetting goes back to.
EMSCRIPTEN_KEEPALIVE void bt_preferences(int theme, int size, int width, int line, int font, int usual_size) {
  const auto step = [](int value) { return static_cast<uint8_t>(std::clamp(value, 0, 255)); };
  Preferences usual;
  usual.size = step(usual_size);
  engine().app.set_preferences({step(theme), step(size), step(width), step(line), step(font)}, usual);
}

/// Two fields: ids of what was starred and of what was read, each followed by a line feed.
EMSCRIPTEN_KEEPALIVE void bt_marks(const char* text, int size) {
  std::string_view fields = view(text, size);
  std::vector<std::string> starred = split(take_field(fields), '\n');
  engine().app.set_marks(std::move(starred), split(take_field(fields), '\n'));
}

/// accent: 0xAABBGGRR, 0 for the theme's own. letter and word: spacing, em.
EMSCRIPTEN_KEEPALIVE void bt_looks(int language, int theme, uint32_t accent, int heading_level, int is_still,
                                   int has_letters, float letter, float word) {
  engine().app.set_looks({static_cast<Language>(language), static_cast<ThemeName>(theme), accent, heading_level,
                          is_still != 0, has_letters != 0, letter, word});
}

/// mask: 1 departments (ids separated by spaces), 2 from, 4 to (YYYY-MM-DD or empty), 8 query, 16 only what is starred
/// (anything or empty); fields in this order.
EMSCRIPTEN_KEEPALIVE void bt_filter(int mask, const char* text, int size) {
  std::string_view fields = view(text, size);
  FilterRequest request;
  const std::string_view departments = take_field(fields), from = take_field(fields), to = take_field(fields);
  if (mask & 1) request.departments = split(departments, ' ');
  if (mask & 2) request.from = parse_iso_day(from);
  if (mask & 4) request.to = parse_iso_day(to);
  const std::string_view query = take_field(fields), starred = take_field(fields);
  if (mask & 8) request.query = std::string(query);
  if (mask & 16) request.starred = !starred.empty();
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

/// A drag over the node `key`: 0 begins, 1 goes on, 2 ends.
EMSCRIPTEN_KEEPALIVE void bt_drag(uint32_t key, int phase, float x) {
  engine().app.drag(key, static_cast<DragPhase>(phase), x);
}

/// A character typed outside of fields, 7 bits. 0 when it means nothing now.
EMSCRIPTEN_KEEPALIVE int bt_shortcut(int typed) { return engine().app.shortcut(static_cast<char>(typed)) ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE int bt_escape() { return engine().app.escape() ? 1 : 0; }

/// A new texture for a picture, bound, so that the page can fill it. Gives its WebGL name.
EMSCRIPTEN_KEEPALIVE int bt_picture_begin() {
  engine().pictures.push_back(Renderer::new_picture());
  return static_cast<int>(engine().pictures.back());
}

/// Frees the textures of all pictures.
EMSCRIPTEN_KEEPALIVE void bt_pictures_drop() {
  std::vector<GLuint>& pictures = engine().pictures;
  glDeleteTextures(static_cast<GLsizei>(pictures.size()), pictures.data());
  pictures.clear();
}

/// The picture `key` is in the texture of that name (WebGL's; 0: the layer shows it itself), or could not be loaded.
EMSCRIPTEN_KEEPALIVE void bt_picture(uint32_t key, int texture, int has_failed) {
  const ImTextureID id = texture == 0 ? ImTextureID_Invalid : Renderer::picture_id(static_cast<GLuint>(texture));
  engine().app.picture_loaded(key, {id, has_failed != 0});
}

/// The row at the top of the list and the part at the top of the article, and the way there.
EMSCRIPTEN_KEEPALIVE int bt_top_row() { return static_cast<int>(engine().app.place().row); }
EMSCRIPTEN_KEEPALIVE int bt_top_part() { return static_cast<int>(engine().app.place().part); }
EMSCRIPTEN_KEEPALIVE void bt_go_to(int row, int part) {
  engine().app.go_to({static_cast<uint32_t>(row), static_cast<uint32_t>(part)});
}

/// 0 move, 1 press, 2 release, 3 leave.
EMSCRIPTEN_KEEPALIVE void bt_pointer(int event, float x, float y) {
  engine().app.pointer(static_cast<PointerEvent>(event), x, y);
}

EMSCRIPTEN_KEEPALIVE void bt_fonts_changed() { engine().app.fonts_changed(); }

/// 1 when there is a WebGL 2 context to draw with. Called again after a lost context has come back.
EMSCRIPTEN_KEEPALIVE int bt_renderer_start() {
  engine().renderer.reset();
  engine().pictures.clear();
  if (!bt_host_gl_context()) return 0;
  engine().renderer.emplace();
  if (!engine().renderer->start()) engine().renderer.reset();
  engine().app.textures_lost();
  return engine().renderer ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void bt_renderer_stop() { engine().renderer.reset(); }

/// Builds the interface, hands a changed layer over, and draws where `draws` and there is a renderer. 1 when something
/// still moves.
EMSCRIPTEN_KEEPALIVE int bt_frame(float width, float height, float ratio, int draws) {
  Engine& it = engine();
  const bool is_drawn = draws && it.renderer;
  const bool moves = it.app.frame({width, height, ratio, is_drawn});
  if (is_drawn) it.renderer->draw(*it.app.draw_data());
  return moves ? 1 : 0;
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
    case kStarred:
      for (const std::string& id : reader.starred()) put(id);
      break;
    case kPreferences: put_preferences(reader.preferences()); break;
    case kCard: put_card(reader, offset); break;
    case kPicture: put_picture(reader, static_cast<size_t>(offset)); break;
    case kNumbers: put_numbers(reader, static_cast<size_t>(offset), static_cast<size_t>(limit)); break;
    case kMissingWords:
      for (const std::string& word : reader.missing_words()) put(word);
      break;
    case kRelatedIds:
      if (reader.article()) {
        for (const std::string& id : reader.article()->related) put(id);
      }
      break;
  }
  return filled();
}

}  // extern "C"
