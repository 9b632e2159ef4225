#include "cli/command_outline.h"

#include <sstream>

namespace bantin {

namespace {

std::vector<std::string> choices_in(const std::string& type) {
  std::vector<std::string> choices;
  if (!type.starts_with('{')) return choices;
  std::istringstream list(type.substr(1, type.find('}') - 1));
  for (std::string choice; std::getline(list, choice, ',');) choices.push_back(choice);
  return choices;
}

Takes taken_by(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  if (option.get_items_expected_max() == 0) return Takes::nothing;
  if (type.starts_with('{')) return Takes::choice;
  return type == "FILE" || type == "FOLDER" ? Takes::path : Takes::words;
}

OptionOutline outline_of(const CLI::Option& option) {
  OptionOutline outline{{}, option.get_description(), taken_by(option), choices_in(option.get_type_name())};
  for (const std::string& name : option.get_snames()) outline.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) outline.names.push_back("--" + name);
  return outline;
}

}  // namespace

CommandOutline outline_of(const CLI::App& app) {
  CommandOutline outline{app.get_name(), app.get_description(), {}, {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    OptionOutline one = outline_of(*option);
    if (one.names.empty()) {
      outline.positional = std::move(one);
    } else {
      outline.options.push_back(std::move(one));
    }
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    outline.commands.push_back(outline_of(*command));
  return outline;
}

}  // namespace bantin
