// The help of the command: CLI11's, in both languages, its columns even with accents, with examples at its end.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "text/language.h"

namespace bantin {

std::shared_ptr<CLI::FormatterBase> help_formatter(Language language);

/// "Ví dụ:" and a few calls of the command that can be typed as they are, each with what it does; empty where there is
/// no such command.
std::string examples_of(std::string_view command, Language language);

}  // namespace bantin
