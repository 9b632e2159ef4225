#include "import/input_reader.h"

#include <utility>

#include "feed/json_feed.h"
#include "import/article_tidier.h"
#include "import/atom_feed.h"
#include "import/html_blocks.h"
#include "import/html_page.h"
#include "import/rss_feed.h"
#include "import/text_import.h"
#include "import/wordpress_export.h"

namespace bantin {

namespace {

// JSON is UTF-8, and its reader tells where it is not; only what some programs write as UTF-16 is converted.
bool is_left_as_it_is(std::string_view bytes, InputKind kind, const InputHints& hints) {
  return kind == InputKind::json && !hints.encoding && bytes.substr(0, 4).find('\0') == std::string_view::npos;
}

Decoded decoded(std::string_view bytes, InputKind kind, const InputHints& hints) {
  const bool declares_encoding = kind != InputKind::text && kind != InputKind::json;
  return declares_encoding ? document_to_utf8(bytes, hints.encoding) : to_utf8(bytes, hints.encoding);
}

void read_json(std::string_view json, const Nfc& nfc, ReadInput& read) {
  FeedResult found = read_feed(json, {nfc, html_blocks});
  read.problems = std::move(found.problems);
  if (!found.feed) return;
  Feed& feed = *found.feed;
  InputResult& result = read.result;
  result.articles.reserve(feed.articles.size());
  for (Article& article : feed.articles) {
    Imported& imported = result.articles.emplace_back();
    imported.department = feed.departments[article.department].id;
    imported.place = article.id;
    imported.article = std::move(article);
  }
  result.title = std::move(feed.title);
  result.home_page_url = std::move(feed.home_page_url);
  result.departments = std::move(feed.departments);
}

InputResult read_text(std::string_view utf8, InputKind kind, const Nfc& nfc) {
  switch (kind) {
    case InputKind::html: return import_html(utf8, nfc);
    case InputKind::rss: return import_rss(utf8, nfc);
    case InputKind::atom: return import_atom(utf8, nfc);
    case InputKind::wordpress: return import_wordpress(utf8, nfc);
    default: return import_text(utf8, nfc);
  }
}

}  // namespace

ReadInput read_input(std::string_view bytes, std::string_view name, const InputHints& hints, const Nfc& nfc) {
  ReadInput read;
  read.kind = hints.kind ? *hints.kind : input_kind(bytes, name);
  if (is_left_as_it_is(bytes, read.kind, hints)) {
    read_json(bytes, nfc, read);
    return read;
  }
  const Decoded text = decoded(bytes, read.kind, hints);
  if (read.kind == InputKind::json) {
    read_json(text.text, nfc, read);
  } else {
    read.result = read_text(text.text, read.kind, nfc);
    for (Imported& imported : read.result.articles) tidy(imported);
  }
  read.result.replaced += text.replaced;
  if (text.is_guess) read.encoding = Inference{"encoding", std::string(encoding_name(text.encoding)), text.evidence};
  return read;
}

}  // namespace bantin
