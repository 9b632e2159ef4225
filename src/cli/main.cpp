// bantin: makes and checks feeds.
//   bantin import [--from text] [--department ID] [--date DAY] [--title T] INPUT… -o feed.json
//   bantin check [--format text|json] FEED…
// Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 3 a file could not be read or written.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.h"

namespace {

using namespace bantin;

struct Arguments {
  ImportArguments import;
  CheckArguments check;
  std::string kind = "text", date, format = "text", language;
};

std::string date_error(const std::string& text) {
  const bool is_date = parse_iso_day(text) != kUndated || parse_vi_day(text) != kUndated;
  return is_date ? std::string() : "\"" + text + "\" is no date: write 2022-01-13 or 13/01/2022";
}

Day day_of_text(const std::string& text) {
  const Day iso = parse_iso_day(text);
  return iso == kUndated ? parse_vi_day(text) : iso;
}

// The one asked for, else the system's.
Language language_of(const std::string& name) {
  if (name.empty()) return language_of_environment();
  return name == "en" ? Language::en : Language::vi;
}

CLI::App* add_import(CLI::App& program, Arguments& arguments) {
  CLI::App* command = program.add_subcommand("import", "plain text → one feed");
  command->add_option("--from", arguments.kind, "kind of the inputs")->check(CLI::IsMember({"text"}));
  command->add_option("--title", arguments.import.title, "title of the article");
  command->add_option("--department", arguments.import.department, "id of the department, e.g. so-tttt");
  command->add_option("--date", arguments.date, "day of the article: 2022-01-13 or 13/01/2022")
      ->check(CLI::Validator(date_error, "DAY"));
  command->add_option("-o,--output", arguments.import.output, "the feed to write")->required();
  command->add_option("INPUT", arguments.import.inputs, "texts to read")->required();
  return command;
}

CLI::App* add_check(CLI::App& program, Arguments& arguments) {
  CLI::App* command = program.add_subcommand("check", "every problem of a feed, with place and remedy");
  command->add_option("--format", arguments.format, "text, or json for programs")
      ->check(CLI::IsMember({"text", "json"}));
  command->add_option("FEED", arguments.check.feeds, "feeds to read")->required();
  return command;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App program("Makes and checks feeds for the reader Bản Tin.", "bantin");
  Arguments arguments;
  program.set_version_flag("--version", "bantin 0.1.0");
  program.add_option("--lang", arguments.language, "language of messages: vi or en (default: the system's)")
      ->check(CLI::IsMember({"vi", "en"}));
  program.fallthrough();
  program.require_subcommand(1);
  CLI::App* import = add_import(program, arguments);
  add_check(program, arguments);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? kDone : kWrongUsage;
  }
  const Language language = language_of(arguments.language);
  const Streams streams{std::cout, std::cerr};
  if (*import) {
    arguments.import.day = arguments.date.empty() ? kUndated : day_of_text(arguments.date);
    arguments.import.language = language;
    return import_command(arguments.import, streams);
  }
  arguments.check.as_json = arguments.format == "json";
  arguments.check.language = language;
  return check_command(arguments.check, streams);
}
