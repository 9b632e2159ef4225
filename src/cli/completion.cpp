#include "cli/completion.h"

namespace bantin {

namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : std::string(between)) + word;
  return all;
}

// `text` with a backslash in front of each of `special`.
std::string escaped(std::string_view text, std::string_view special) {
  std::string all;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) all += '\\';
    all += c;
  }
  return all;
}

// Within the single quotes of bash and zsh, which know no escapes there.
std::string in_quotes(std::string_view text) {
  std::string all = "'";
  for (const char c : text) all += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return all + "'";
}

Words names_of(const std::vector<OptionOutline>& options) {
  Words names;
  for (const OptionOutline& option : options) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

Words names_of(const std::vector<CommandOutline>& commands) {
  Words names;
  names.reserve(commands.size());
  for (const CommandOutline& command : commands) names.push_back(command.name);
  return names;
}

// Paths are left to the shell itself (`-o default`), which quotes what has to be quoted.
class BashScript {
 public:
  explicit BashScript(const CommandOutline& program) : program_(program) {}

  std::string text() const {
    std::string values = values_of(program_, ""), words = words_of(program_, "");
    for (const CommandOutline& command : program_.commands) {
      values += values_of(command, command.name);
      words += words_of(command, command.name);
    }
    return "# source <(" + program_.name + R"( completion bash)
_bantin_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }

_bantin() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= i
  if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${COMP_WORDS[i]} in
      )" + joined(names_of(program_.commands), " | ") +
           R"()
        command=${COMP_WORDS[i]}
        break
        ;;
    esac
  done
  COMPREPLY=()
  case $command/$before in
)" + values +
           R"(    *)
      case $command/$word in
)" + words +
           R"(      esac
      ;;
  esac
}

complete -o default -F _bantin )" +
           program_.name + "\n";
  }

 private:
  static std::string keys(const Words& names, const std::string& command) {
    const std::string before = command + "/";
    Words all;
    all.reserve(names.size());
    for (const std::string& name : names) all.push_back(before + name);
    return joined(all, " | ");
  }

  // What may follow the options that take something.
  static std::string values_of(const CommandOutline& command, const std::string& name) {
    std::string cases;
    for (const OptionOutline& option : command.options) {
      if (option.takes == Takes::nothing) continue;
      cases += "    " + keys(option.names, name) + ") ";
      if (option.takes == Takes::choice) cases += "_bantin_words " + in_quotes(joined(option.choices, " ")) + " ";
      if (option.takes == Takes::words) cases += "compopt +o default 2> /dev/null ";
      cases += ";;\n";
    }
    return cases;
  }

  // What may stand anywhere else.
  static std::string words_of(const CommandOutline& command, const std::string& name) {
    std::string cases =
        "        " + name + "/-*) _bantin_words " + in_quotes(joined(names_of(command.options), " ")) + " ;;\n";
    const Words words = command.commands.empty() ? command.positional.choices : names_of(command.commands);
    if (!words.empty()) cases += "        " + name + "/*) _bantin_words " + in_quotes(joined(words, " ")) + " ;;\n";
    return cases;
  }

  const CommandOutline& program_;
};

class ZshScript {
 public:
  explicit ZshScript(const CommandOutline& program) : program_(program) {}

  std::string text() const {
    std::string commands, cases;
    for (const CommandOutline& command : program_.commands) {
      commands += "        " + in_quotes(escaped(command.name, "\\:") + ":" + escaped(command.about, "\\:")) + "\n";
      cases += "        " + command.name + ")\n          _arguments" + arguments_of(command, "            ") +
               "\n          ;;\n";
    }
    return "#compdef " + program_.name + "\n# " + program_.name + " completion zsh > ~/.zfunc/_" + program_.name +
           "   (a folder of $fpath)\n" + R"(
_bantin() {
  local curcontext=$curcontext state line
  _arguments -C)" +
           arguments_of(program_, "    ") + R"( \
    '1:command:->command' \
    '*::argument:->argument'
  case $state in
    command)
      local -a commands=(
)" + commands +
           R"(      )
      _describe command commands
      ;;
    argument)
      case $line[1] in
)" + cases +
           R"(      esac
      ;;
  esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _bantin "$@"; else compdef _bantin )" +
           program_.name + "; fi\n";
  }

 private:
  static std::string arguments_of(const CommandOutline& command, const std::string& indent) {
    std::string specs;
    for (const OptionOutline& option : command.options) specs += " \\\n" + indent + spec_of(option);
    const OptionOutline& positional = command.positional;
    if (positional.takes != Takes::nothing) specs += " \\\n" + indent + in_quotes("*:" + values_of(positional));
    return specs;
  }

  // '(-o --output)'{-o,--output}'[…]:…:_files'
  static std::string spec_of(const OptionOutline& option) {
    std::string spec = "[" + escaped(option.about, "\\[]:") + "]";
    if (option.takes != Takes::nothing) spec += ":" + values_of(option);
    if (option.names.size() == 1) return in_quotes(option.names.front() + spec);
    return in_quotes("(" + joined(option.names, " ") + ")") + "{" + joined(option.names, ",") + "}" + in_quotes(spec);
  }

  static std::string values_of(const OptionOutline& option) {
    std::string message = escaped(option.about, "\\:") + ":";
    switch (option.takes) {
      case Takes::choice: return message + "(" + joined(option.choices, " ") + ")";
      case Takes::path: return message + "_files";
      default: return message;
    }
  }

  const CommandOutline& program_;
};

class FishScript {
 public:
  explicit FishScript(const CommandOutline& program) : program_(program) {}

  std::string text() const {
    std::string text =
        "# " + program_.name + " completion fish > ~/.config/fish/completions/" + program_.name + ".fish\n";
    text += line("", "-f");
    for (const OptionOutline& option : program_.options) text += line("__fish_use_subcommand", flags_of(option));
    for (const CommandOutline& command : program_.commands)
      text += line("__fish_use_subcommand", "-a " + command.name + described(command.about));
    for (const CommandOutline& command : program_.commands) {
      const std::string where = "__fish_seen_subcommand_from " + command.name;
      for (const OptionOutline& option : command.options) text += line(where, flags_of(option));
      if (command.positional.takes == Takes::path) text += line(where, "-F");
      if (command.positional.takes == Takes::choice)
        text += line(where, "-a " + in_quotes(joined(command.positional.choices, " ")));
    }
    return text;
  }

 private:
  std::string line(const std::string& condition, const std::string& rest) const {
    return "complete -c " + program_.name + (condition.empty() ? "" : " -n '" + condition + "'") + " " + rest + "\n";
  }

  static std::string described(const std::string& about) { return " -d '" + escaped(about, "\\'") + "'"; }

  static std::string flags_of(const OptionOutline& option) {
    std::string flags;
    for (const std::string& name : option.names) {
      const bool is_long = name.starts_with("--");
      flags += (flags.empty() ? "" : " ") + std::string(is_long ? "-l " : "-s ") + name.substr(is_long ? 2 : 1);
    }
    if (option.takes == Takes::choice) flags += " -x -a " + in_quotes(joined(option.choices, " "));
    if (option.takes == Takes::path) flags += " -r -F";
    if (option.takes == Takes::words) flags += " -x";
    return flags + described(option.about);
  }

  const CommandOutline& program_;
};

}  // namespace

Shell shell_called(std::string_view name) {
  if (name == "zsh") return Shell::zsh;
  return name == "fish" ? Shell::fish : Shell::bash;
}

std::string completion_script(Shell shell, const CommandOutline& program) {
  switch (shell) {
    case Shell::zsh: return ZshScript(program).text();
    case Shell::fish: return FishScript(program).text();
    case Shell::bash: break;
  }
  return BashScript(program).text();
}

}  // namespace bantin
