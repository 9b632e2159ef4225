// What the entries of RSS, Atom and WordPress exports have in common, and the article that follows from one.
// Units:  title, summary and content are HTML, everything else is plain text; all of it UTF-8.
// Errors: an entry without any text is left out and named.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "import/imported.h"
#include "text/nfc.h"

namespace bantin {

struct FeedEntry {
  std::string title, summary, content;
  std::string url, id, date;
  std::vector<std::string> categories;
  std::string creator;
  std::vector<Attachment> attachments;
};

/// The text of `html` in one line, without its pictures.
std::string plain_text(std::string_view html, const Nfc& nfc);

/// HTML that shows `text`, with its lines.
std::string html_of_text(std::string_view text);

/// Puts the article of an entry, the input's `number`th from 1, into `result`, whose home page relative addresses are
/// seen from. A summary of several blocks is the content of an entry without one. The lead is dropped where the content
/// begins with the same words anyway, as a cut-off excerpt does. An entry that tells of no department has the one that
/// the feed's title names.
/// Gives the article; null: it was left out.
Imported* add_entry(InputResult& result, const FeedEntry& entry, size_t number, const Nfc& nfc);

}  // namespace bantin
