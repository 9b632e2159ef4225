#include "app/app.h"

#include <algorithm>
#include <cfloat>
#include <utility>

#include "feed/json_feed.h"
#include "imgui.h"

namespace bantin {

namespace {

constexpr ImGuiWindowFlags kCanvas = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav;

void configure() {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.ConfigInputTrickleEventQueue = false;  // frames come on demand: none is left to carry a second event
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
}

}  // namespace

ImGuiScope::ImGuiScope() : context_(ImGui::CreateContext()) {
  make_current();
  configure();
}

ImGuiScope::~ImGuiScope() { ImGui::DestroyContext(context_); }

void ImGuiScope::make_current() const { ImGui::SetCurrentContext(context_); }

App::App(Host& host) : host_(host), fonts_(host.glyphs()), theme_(theme(ThemeName::light)) {}

bool App::load_feed(std::string_view json) {
  FeedResult result = read(json);
  problems_ = std::move(result.problems);
  if (!result.feed) return false;
  reader_.set_feed(std::move(*result.feed));
  return true;
}

bool App::load_bundle(std::string_view head, Columns columns, uint32_t article_count) {
  FeedResult result = read(head);
  problems_ = std::move(result.problems);
  return result.feed && reader_.set_bundle(std::move(*result.feed), std::move(columns), article_count);
}

bool App::take_headlines(const NumberRange& range, std::string_view json) {
  FeedResult result = read(json);
  return result.feed && reader_.take_headlines(range, std::move(result.feed->articles));
}

bool App::take_article(uint32_t number, std::string_view json) {
  FeedResult result = read(json);
  return result.feed && result.feed->articles.size() == 1 &&
         reader_.take_article(number, std::move(result.feed->articles.front()));
}

FeedResult App::read(std::string_view json) {
  return read_feed(json, {[this](std::string_view text) { return host_.nfc(text); },
                          [this](std::string_view html) { return host_.html_blocks(html); }});
}

void App::set_looks(const Looks& looks) {
  if (looks == looks_) return;
  looks_ = looks;
  strings_ = Strings(looks.language);
  recolour();
  options_.heading_level = std::clamp(looks.heading_level, 1, 6);
  options_.has_letters = looks.has_letters;
  imgui_.make_current();
  fonts_.set_spacing(looks.letter_spacing, looks.word_spacing);
  shell_.looks_changed();
}

void App::set_filter(const FilterRequest& request) {
  const double start = host_.now();
  reader_.set_filter(request);
  filter_ms_ = host_.now() - start;
}

void App::set_preferences(const Preferences& preferences, const Preferences& usual) {
  reader_.set_preferences(preferences, usual);
  recolour();
  shell_.looks_changed();
}

void App::set_marks(std::vector<std::string> starred, std::vector<std::string> read) {
  reader_.set_marks(std::move(starred), std::move(read));
}

void App::activate(uint32_t key) { apply(shown_.action_of(key), {}, false); }

void App::input(uint32_t key, std::string_view text, bool committed) { apply(shown_.action_of(key), text, committed); }

void App::drag(uint32_t key, DragPhase phase, float x) {
  if (const auto request = shell_.dragged(reader_, key, phase, x)) set_filter(*request);
}

bool App::shortcut(char typed) {
  const auto what = looks_.has_letters ? shortcut_of(typed) : std::nullopt;
  const auto action = what ? shell_.shortcut(reader_, *what, focus_.key) : std::nullopt;
  if (action) apply(*action, {}, false);
  return action.has_value();
}

bool App::escape() { return reader_.escape(); }

void App::apply(const Action& action, std::string_view text, bool committed) {
  if (action.kind >= ActionKind::share) {
    if (reader_.panel() == Panel::share) reader_.escape();  // a menu closes when something is chosen
    return host_.perform(action);
  }
  const double start = host_.now();
  reader_.apply(action, text, committed);
  filter_ms_ = host_.now() - start;
}

// What somebody chose here goes before what the page says.
void App::recolour() {
  const uint8_t own = reader_.preferences().theme;
  theme_ = theme(own > 0 ? static_cast<ThemeName>(own - 1) : looks_.theme, looks_.accent);
}

void App::pointer(PointerEvent event, float x, float y) {
  imgui_.make_current();
  ImGuiIO& io = ImGui::GetIO();
  if (event == PointerEvent::leave) return io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  io.AddMousePosEvent(x, y);
  if (event != PointerEvent::move) io.AddMouseButtonEvent(ImGuiMouseButton_Left, event == PointerEvent::press);
}

void App::fonts_changed() {
  imgui_.make_current();
  fonts_.forget();
  shell_.looks_changed();
}

bool App::frame(const FrameInput& input) {
  imgui_.make_current();
  const Reader::Changes changes = reader_.take_changes();
  react(changes);
  begin_frame(input);
  next_.clear();
  motion_.begin_frame(host_.now(), looks_.is_still || !input.draws);
  Ui ui(fonts_, theme_, strings_, next_, focus_, motion_, input.draws ? ImGui::GetWindowDrawList() : nullptr);
  shell_.build(ui, reader_, options_);
  ImGui::End();
  ImGui::Render();
  draw_data_ = ImGui::GetDrawData();
  hand_over();
  if (changes != Reader::Changes()) host_.changed(changes);
  if (reader_.is_bundle()) ask_for_pieces();
  return motion_.is_moving();
}

// The page asks for each piece once at a time, however often it is told.
void App::ask_for_pieces() {
  const auto ask = [this](ActionKind kind, uint32_t number) {
    const Article& article = reader_.feed().articles[number];
    const Extent wanted = kind == ActionKind::load_article ? Extent::whole : Extent::headline;
    if (article.extent > wanted && !article.has_failed) host_.perform({kind, number});
  };
  if (const auto open = reader_.article_index()) ask(ActionKind::load_article, *open);
  const std::vector<uint32_t>& rows = reader_.results().rows;
  const auto [first, last] = shell_.rows_near();
  for (uint32_t row = first; row < std::min<size_t>(last, rows.size()); ++row) {
    ask(ActionKind::load_headline, reader_.catalog().article(rows[row]));
  }
}

void App::textures_lost() {
  imgui_.make_current();
  shell_.textures_lost();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->BackendUserData = nullptr;
    if (texture->Status != ImTextureStatus_Destroyed) texture->SetStatus(ImTextureStatus_WantCreate);
  }
}

void App::begin_frame(const FrameInput& input) {
  options_.width = input.width;
  options_.height = input.height;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(input.width, input.height);
  io.DisplayFramebufferScale = ImVec2(input.ratio, input.ratio);
  const double now = host_.now();
  io.DeltaTime = static_cast<float>(std::clamp((now - last_frame_) / 1000, 0.001, 1.0));
  last_frame_ = now;
  if (fonts_.set_ratio(input.ratio)) shell_.looks_changed();
  ImGui::NewFrame();
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("canvas", nullptr, kCanvas);
  ImGui::GetWindowDrawList()->_FringeScale = 1 / input.ratio;
}

void App::react(const Reader::Changes& changes) {
  if (changes.feed) shell_.feed_changed(reader_);
  if (changes.filter) shell_.filter_changed(reader_);
  if (changes.preferences) {
    recolour();
    shell_.looks_changed();
  }
  // A panel that closed with its article asks for focus first: the article has the last word.
  if (panel_ != reader_.panel())
    shell_.panel_changed(std::exchange(panel_, reader_.panel()), reader_.panel(), focus_.key);
  if (changes.article) shell_.article_changed(reader_);
  if (changes.pieces) shell_.pieces_changed();
}

void App::hand_over() {
  const FocusRequest& focus = shell_.focus_request();
  if (next_ == shown_ && focus.serial == shown_focus_) return;
  std::swap(shown_, next_);
  shown_focus_ = focus.serial;
  host_.show_layer(shown_, focus);
}

}  // namespace bantin
