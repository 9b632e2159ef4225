// `bantin import`: texts, web pages, RSS, Atom, WordPress exports and JSON Feeds → one feed; a bundle → its feed.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "feed/day.h"
#include "import/input_reader.h"

namespace bantin {

struct ImportArguments {
  std::vector<std::string> inputs;  ///< files and folders; or one bundle
  std::string output;
  InputHints hints;
  std::string title;       ///< of the article; with one article only
  std::string department;  ///< id or name
  Day day = kUndated;
  std::string departments;  ///< a file of feed/department_map.h; empty: none
  Language language = Language::vi;
};

/// Each thing inferred, left out or found twice is said on the error stream. Every input that cannot be read or holds
/// nothing is named; then nothing is written. Articles that are left out on purpose (drafts, lists) are no such fault,
/// unless there are no others.
ExitCode import_command(const ImportArguments& arguments, const Streams& streams);

}  // namespace bantin
