// What a clerk should know of a feed beyond what its reading tells (feed/problem.h). Native only.
// Use:    FeedResult result = read_feed(json, readers);
//         if (result.feed) for (const Finding& finding : findings_of(json, *result.feed, {nfc, today})) …
// Units:  lines and columns from 1, columns in characters.
// Errors: of a document that is no JSON only what stands before its fault is looked at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feed/model.h"
#include "feed/rule_table.h"
#include "text/nfc.h"

namespace bantin {

struct Finding {
  Rule rule = Rule::item_without_title;
  uint32_t line = 0, column = 0;
  std::string pointer;  ///< JSON pointer (RFC 6901) of the place
  std::string subject;  ///< what it is about: a value, an id
  std::string item;     ///< id of the article concerned, where there is one
};

struct RuleOptions {
  Nfc nfc;
  Day today = kUndated;  ///< kUndated: no date is in the future
};

/// In the order of the document. `feed`: what `json` was read as, with an HtmlReader.
std::vector<Finding> findings_of(std::string_view json, const Feed& feed, const RuleOptions& options);

}  // namespace bantin
