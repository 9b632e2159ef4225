// `bantin completion`: the script that lets a shell complete the command's words, made from the command line itself.
//   source <(bantin completion bash)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/command_outline.h"

namespace bantin {

enum class Shell : uint8_t { bash, zsh, fish };

/// Bash's for what has no such name.
Shell shell_called(std::string_view name);

std::string completion_script(Shell shell, const CommandOutline& program);

}  // namespace bantin
