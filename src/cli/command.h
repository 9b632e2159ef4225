// What the commands of `bantin` share: exit codes, streams, and the language they speak.
// Output goes to the streams given; no command exits or throws.
#pragma once

#include <iosfwd>

#include "feed/day.h"
#include "text/language.h"

namespace bantin {

enum ExitCode : int {
  kDone = 0,
  kInputHasErrors = 1,
  kWrongUsage = 2,
  kFileTrouble = 3,    ///< a file could not be read or written
  kInterrupted = 130,  ///< by SIGINT or SIGTERM; as shells say it
};

struct Streams {
  std::ostream& out;
  std::ostream& error;
  std::ostream* terminal = nullptr;  ///< where progress is shown: the error stream, where that is a terminal
};

/// Says that the command was stopped, and gives kInterrupted.
ExitCode interrupted(Language language, const Streams& streams);

/// The language of LC_ALL, LC_MESSAGES or LANG, the first that is set: English for en*, else Vietnamese.
Language language_of_environment();

/// The day it is in Vietnam.
Day current_day();

}  // namespace bantin
