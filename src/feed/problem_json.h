// Problems for programs, as JSON. Native only.
#pragma once

#include <string>
#include <vector>

#include "feed/problem.h"

namespace bantin {

struct FileProblems {
  std::string file;
  std::vector<Problem> problems;
};

/// An array of {file, code, line, column, pointer, message, remedy}, in order, ending in a newline.
std::string problems_as_json(const std::vector<FileProblems>& files, Language language);

}  // namespace bantin
