// What every reader of inputs gives: articles as one input tells them, before departments, days and ids are settled
// (article_settler.h) and several inputs are put together (feed_merger.h).
// Units:  texts are UTF-8 in NFC, trimmed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "feed/model.h"

namespace bantin {

/// What the clerk knows better than the input.
struct ImportOptions {
  std::string title;
  std::string department;  ///< id or name
  Day day = kUndated;
};

/// Something the input only suggested; an empty value: it could not be found.
struct Inference {
  std::string field;  ///< "department", "date_published", "encoding"
  std::string value;
  std::string evidence;
};

/// An entry of a "Tin liên quan" list: another article by address or title, either may be empty.
struct RelatedLink {
  std::string url, title;

  bool operator==(const RelatedLink&) const = default;
};

struct Imported {
  Article article;  ///< id may be empty; department and inferred are settled later, related is empty but for JSON Feeds
  std::string department;  ///< id or name, as the input says; empty: it does not
  std::vector<RelatedLink> related;
  std::vector<Inference> inferences;
  std::string place;  ///< of it in its input: "mục 3", "dòng 120"; empty: it is the input's only one
};

/// Why something in an input is no article.
enum class LeftOutWhy : unsigned char {
  draft,       ///< not published
  attachment,  ///< a media file of a WordPress site
  page,        ///< a page that is no news
  no_content,  ///< without any text
  no_article,  ///< a web page on which no article was found: a list, a form
  count_,
};

struct LeftOut {
  LeftOutWhy why = LeftOutWhy::no_content;
  std::string what;  ///< its title or address; may be empty
};

/// One input, read.
struct InputResult {
  std::string title, home_page_url;  ///< of the feed, where the input has any
  std::vector<Imported> articles;
  std::vector<LeftOut> left_out;
  std::string fault;    ///< why the input cannot be read at all, in a parser's words; empty: it can
  size_t line = 0;      ///< of the fault, from 1; 0: unknown
  size_t replaced = 0;  ///< parts that were in no encoding, now U+FFFD
};

}  // namespace bantin
