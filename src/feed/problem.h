// What can be wrong with a document: one table of codes with a sentence and a remedy in each language.
// Use:    problems.push_back({ProblemCode::broken_date, line, column, "/items/3/date_published", "13/13/2022"});
// Units:  lines and columns from 1 (0: unknown), columns in characters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/language.h"

namespace bantin {

enum class ProblemCode : uint8_t {
  not_json,             ///< refused; subject: what stands there
  not_a_feed,           ///< refused; subject: what is missing
  item_without_id,      ///< dropped
  duplicate_id,         ///< dropped; subject: the id
  broken_date,          ///< kept as undated; subject: what stands there
  unknown_department,   ///< kept under that id's slug; subject: the id
  bad_text,             ///< bad UTF-8 or half a surrogate pair, replaced by U+FFFD; pointer: the item, or "" outside
  number_out_of_range,  ///< ignored
  wrong_type,           ///< ignored; subject: the field
  count_,               // how many there are
};

/// What could have stood where a document is no JSON.
enum class Expected : uint8_t {
  unknown,
  comma_or_brace,
  comma_or_bracket,
  colon,
  name,
  value,
  escape,
  end,
  more,
  count_
};

struct Problem {
  ProblemCode code = ProblemCode::not_json;
  uint32_t line = 0, column = 0;
  std::string pointer;  ///< JSON pointer (RFC 6901) of the place
  std::string subject;  ///< what it is about: a value, an id, a field
  std::string item;     ///< id of the article concerned, where there is one
  Expected expected = Expected::unknown;
};

/// Whether the document as a whole cannot be used.
bool refuses(ProblemCode code);
std::string_view code_name(ProblemCode code);  ///< "broken-date"
/// What is wrong and where, for a clerk.
std::string sentence(const Problem& problem, Language language);
/// What to do about it.
std::string_view remedy(const Problem& problem, Language language);

}  // namespace bantin
