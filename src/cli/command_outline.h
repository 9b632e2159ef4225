// The command line as data, for whoever describes it (cli/completion.h): commands, options, what these take.
// Use:    const CommandOutline outline = outline_of(program);  for (const CommandOutline& command : outline.commands) …
// Units:  an option takes what its type name says: nothing, "{one,of,these}", FILE, FOLDER, else words of its own.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace bantin {

enum class Takes : uint8_t { nothing, choice, path, words };

struct OptionOutline {
  std::vector<std::string> names;  ///< "-o", "--output"; of a positional none
  std::string about;
  Takes takes = Takes::nothing;
  std::vector<std::string> choices;
};

struct CommandOutline {
  std::string name, about;
  std::vector<OptionOutline> options;
  OptionOutline positional;  ///< takes nothing where there is none
  std::vector<CommandOutline> commands;
};

CommandOutline outline_of(const CLI::App& app);

}  // namespace bantin
