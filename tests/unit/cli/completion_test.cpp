#include "cli/completion.h"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/command_line.h"

using namespace bantin;

namespace {

std::string answer(std::vector<std::string> arguments, const std::string& language = "en") {
  arguments.insert(arguments.begin(), "--lang=" + language);
  std::ostringstream out, error;
  CHECK(run_command_line(arguments, {out, error}) == kDone);
  CHECK(error.str().empty());
  return out.str();
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

CommandOutline small_program() {
  CommandOutline program{"tool", "Does things", {}, {}, {}};
  program.options.push_back({{"-h", "--help"}, "Helps", Takes::nothing, {}});
  CommandOutline make{"make", "Makes [one]: it's new", {}, {}, {}};
  make.options.push_back({{"-o", "--output"}, "The file: made", Takes::path, {}});
  make.options.push_back({{"--kind"}, "The kind", Takes::choice, {"a", "b"}});
  make.options.push_back({{"--title"}, "The title", Takes::words, {}});
  make.positional = {{}, "Inputs", Takes::path, {}};
  program.commands.push_back(make);
  return program;
}

}  // namespace

TEST_CASE("bash completes choices, leaves paths to itself and offers nothing for words") {
  const std::string script = completion_script(Shell::bash, small_program());
  CHECK(holds(script, "make/--kind) _bantin_words 'a b' ;;"));
  CHECK(holds(script, "make/-o | make/--output) ;;"));
  CHECK(holds(script, "make/--title) compopt +o default 2> /dev/null ;;"));
  CHECK(holds(script, "/*) _bantin_words 'make' ;;"));
  CHECK(holds(script, "complete -o default -F _bantin tool\n"));
}

TEST_CASE("zsh is told what options mean, its own signs escaped") {
  const std::string script = completion_script(Shell::zsh, small_program());
  CHECK(script.starts_with("#compdef tool\n"));
  CHECK(holds(script, R"('make:Makes [one]\: it'\''s new')"));
  CHECK(holds(script, R"('(-o --output)'{-o,--output}'[The file\: made]:The file\: made:_files')"));
  CHECK(holds(script, "'--kind[The kind]:The kind:(a b)'"));
  CHECK(holds(script, "'*:Inputs:_files'"));
}

TEST_CASE("fish is told the same") {
  const std::string script = completion_script(Shell::fish, small_program());
  CHECK(holds(script, R"(complete -c tool -n '__fish_use_subcommand' -a make -d 'Makes [one]: it\'s new')"));
  CHECK(
      holds(script, "complete -c tool -n '__fish_seen_subcommand_from make' -s o -l output -r -F -d 'The file: made'"));
  CHECK(holds(script, "-l kind -x -a 'a b' -d 'The kind'"));
  CHECK(holds(script, "complete -c tool -n '__fish_seen_subcommand_from make' -F\n"));
}

TEST_CASE("every command and every shell stands in what the command prints") {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const std::string script = answer({"completion", shell});
    for (const char* part :
         {"import", "check", "pack", "page", "keygen", "completion", "wordpress", "tcvn3", "bash zsh fish"}) {
      CAPTURE(shell);
      CAPTURE(part);
      CHECK(holds(script, part));
    }
  }
  std::ostringstream out, error;
  CHECK(run_command_line({"completion", "tcsh"}, {out, error}) == kWrongUsage);
}

TEST_CASE("the help of every command ends with examples, in both languages") {
  for (const char* command : {"import", "check", "pack", "page", "keygen", "completion"}) {
    CAPTURE(command);
    CHECK(holds(answer({command, "--help"}, "vi"), "\nVí dụ:\n  "));
    CHECK(holds(answer({command, "--help"}, "en"), "\nExamples:\n  "));
    CHECK(holds(answer({command, "--help"}, "en"), "bantin " + std::string(command) + " "));
  }
}

TEST_CASE("the help is Vietnamese throughout, and its columns are even") {
  const std::string help = answer({"import", "--help"}, "vi");
  for (const char* part : {"Cách dùng: bantin import [TÙY CHỌN] INPUT...", "Đối số:", "Tùy chọn:",
                           "\n  -o,--output TỆP (bắt buộc)      Tệp", "\n  --title CHỮ                     Tiêu"}) {
    CAPTURE(part);
    CHECK(holds(help, part));
  }
  for (const char* english : {"Usage", "Options", "REQUIRED", "TEXT"}) CHECK_FALSE(holds(help, english));
  CHECK(holds(answer({"--help"}, "vi"), "Các lệnh:"));
}
