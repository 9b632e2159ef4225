// What may be wrong with a feed that can be read: one table of rules with a sentence and a remedy in each language.
// Native only; what is wrong for a reader, too, is in feed/problem.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/language.h"

namespace bantin {

enum class Severity : uint8_t {
  error,    ///< something is lost or does not work
  warning,  ///< it is read as it stands, but is likely a mistake
};

enum class Rule : uint8_t {
  item_without_title,
  item_without_content,
  unknown_related,       ///< subject: the id
  related_to_itself,     ///< subject: the id
  duplicate_url,         ///< subject: the address
  future_date,           ///< subject: the date
  unused_department,     ///< subject: its name
  duplicate_department,  ///< subject: the name or id that two have
  department_id,         ///< no slug; subject: the id
  picture_without_alt,   ///< subject: the picture's address
  bad_address,           ///< neither http(s) nor relative; subject: the address
  decomposed_text,       ///< not in NFC
  count_,                // how many there are
};

struct RuleEntry {
  std::string_view name;  ///< "future-date"
  Severity severity;
  std::string_view vi, vi_remedy, en, en_remedy;  ///< {} is the subject
};

const RuleEntry& rule_entry(Rule rule);
std::string_view severity_name(Severity severity);  ///< "warning"

}  // namespace bantin
