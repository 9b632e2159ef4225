// What is wrong with a file, in words: what reading it told (feed/problem.h) and what the rules found
// (feed/feed_rules.h), for people and, as JSON, for programs. Native only.
// Units:  lines and columns from 1 (0: unknown), columns in characters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "feed/feed_rules.h"
#include "feed/problem.h"
#include "feed/rule_table.h"

namespace bantin {

struct Remark {
  Severity severity = Severity::error;
  std::string code;  ///< "broken-date"
  uint32_t line = 0, column = 0;
  std::string pointer;  ///< JSON pointer of the place
  std::string message, remedy;
};

struct FileRemarks {
  std::string file;
  std::vector<Remark> remarks;
};

Remark remark_of(const Problem& problem, Language language);
Remark remark_of(const Finding& finding, Language language);

/// By their places; two of one place stay in their order.
void sort_by_place(std::vector<Remark>& remarks);
bool has_errors(const std::vector<Remark>& remarks);

/// An array of {file, code, severity, line, column, pointer, message, remedy}, in order, ending in a newline.
std::string remarks_as_json(const std::vector<FileRemarks>& files);

}  // namespace bantin
