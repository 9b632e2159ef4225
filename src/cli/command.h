// The commands behind `bantin`, without argument reading: what they do, what they say, how they end.
// Output goes to the streams given; no command exits or throws.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "feed/day.h"
#include "text/language.h"

namespace bantin {

enum ExitCode : int {
  kDone = 0,
  kInputHasErrors = 1,
  kWrongUsage = 2,
  kFileTrouble = 3,  ///< a file could not be read or written
};

struct Streams {
  std::ostream& out;
  std::ostream& error;
};

struct ImportArguments {
  std::vector<std::string> inputs;
  std::string output, title, department;
  Day day = kUndated;
  Language language = Language::vi;
};

/// Plain texts → one feed. Each thing inferred is said on the error stream with its evidence.
int import_command(const ImportArguments& arguments, const Streams& streams);

struct CheckArguments {
  std::vector<std::string> feeds;
  bool as_json = false;
  Language language = Language::vi;
};

/// Every problem of every feed. kInputHasErrors when there is any.
int check_command(const CheckArguments& arguments, const Streams& streams);

/// The language of LC_ALL, LC_MESSAGES or LANG, the first that is set: English for en*, else Vietnamese.
Language language_of_environment();

}  // namespace bantin
