#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/check_command.h"
#include "cli/command_outline.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/import_command.h"
#include "cli/interruption.h"
#include "cli/keygen_command.h"
#include "cli/pack_command.h"
#include "cli/page_command.h"
#include "cli/sentence_table.h"

namespace bantin {

namespace {

constexpr const char* kVersion = "bantin " BANTIN_VERSION;

// --lang decides the language of the help and of wrong usage, so it is looked for before the rest is read.
Language language_of(const std::vector<std::string>& arguments) {
  Language language = language_of_environment();
  for (size_t i = 0; i < arguments.size(); ++i) {
    const bool is_next = i > 0 && arguments[i - 1] == "--lang";
    if (arguments[i] == "--lang=vi" || (is_next && arguments[i] == "vi")) language = Language::vi;
    if (arguments[i] == "--lang=en" || (is_next && arguments[i] == "en")) language = Language::en;
  }
  return language;
}

class CommandLine {
 public:
  explicit CommandLine(Language language) : language_(language), program_(words(Say::about), "bantin") {
    program_.formatter(help_formatter(language_));
    program_.option_defaults()->group(words(Say::label_options));
    set_up(program_);
    program_.set_version_flag("--version", kVersion, words(Say::about_version));
    program_.require_subcommand(1);
    add_import();
    add_check();
    add_pack();
    add_page();
    add_keygen();
    add_completion();
    program_.footer(words(Say::exit_codes));
  }

  ExitCode run(std::vector<std::string> arguments, const Streams& streams) {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    try {
      program_.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
      return end(error, streams);
    }
    if (completion_->parsed()) {
      streams.out << completion_script(shell_called(shell_), outline_of(program_));
      return kDone;
    }
    const Interruption interruption;
    if (check_->parsed()) return check_command(check_arguments_, streams);
    if (pack_->parsed()) return pack_command(pack_arguments_, streams);
    if (keygen_->parsed()) return keygen_command(keygen_arguments_, streams);
    if (page_->parsed()) return page_command(page_arguments_, streams);
    return import_command(import_arguments_, streams);
  }

 private:
  std::string words(Say what, std::string_view subject = {}) const { return say(what, language_, subject); }

  void set_up(CLI::App& app) {
    app.set_help_flag("-h,--help", words(Say::about_help));
    choose_from(app.add_option("--lang", language_name_, words(Say::about_language)), {"vi", "en"});
  }

  // The choices stand in the place of the option's type, for the help and for completion.
  static void choose_from(CLI::Option* option, const std::vector<std::string>& choices) {
    option->type_name("{" + CLI::detail::join(choices, ",") + "}")->check(CLI::IsMember(choices).description(""));
  }

  CLI::App& add_command(const char* name, Say about) {
    CLI::App& command = *program_.add_subcommand(name, words(about));
    command.group(words(Say::label_commands));
    command.footer(examples_of(name, language_));
    set_up(command);
    return command;
  }

  void add_import() {
    CLI::App& command = add_command("import", Say::about_import);
    ImportArguments& arguments = import_arguments_;
    arguments.language = language_;
    const auto read_kind = [this](const std::string& kind) {
      import_arguments_.hints.kind = kind_called(kind);
      if (!import_arguments_.hints.kind) throw CLI::ValidationError("--from", words(Say::bad_kind, kind));
    };
    const auto read_encoding = [this](const std::string& name) {
      import_arguments_.hints.encoding = encoding_called(name);
      if (!import_arguments_.hints.encoding) {
        throw CLI::ValidationError("--encoding", words(Say::bad_encoding, name));
      }
    };
    const auto read_day = [this](const std::string& text) {
      Day& day = import_arguments_.day;
      day = parse_typed_day(text);
      if (day == kUndated) throw CLI::ValidationError("--date", words(Say::bad_date, text));
    };
    command.add_option_function<std::string>("--from", read_kind, words(Say::about_from))
        ->type_name("{text,html,rss,atom,wordpress,json}");
    command.add_option_function<std::string>("--encoding", read_encoding, words(Say::about_encoding))
        ->type_name("{utf-8,utf-16,windows-1258,tcvn3,vni}");
    command.add_option("--title", arguments.title, words(Say::about_title))->type_name("WORDS");
    command.add_option("--department", arguments.department, words(Say::about_department))->type_name("WORDS");
    command.add_option_function<std::string>("--date", read_day, words(Say::about_date))->type_name("DAY");
    command.add_option("--departments", arguments.departments, words(Say::about_departments))->type_name("FILE");
    command.add_option("-o,--output", arguments.output, words(Say::about_output))->required()->type_name("FILE");
    command.add_option("INPUT", arguments.inputs, words(Say::about_input))->required()->type_name("FILE");
  }

  void add_check() {
    CLI::App& command = add_command("check", Say::about_check);
    check_ = &command;
    check_arguments_.language = language_;
    check_arguments_.today = current_day();
    const auto read_format = [this](const std::string& format) { check_arguments_.as_json = format == "json"; };
    choose_from(command.add_option_function<std::string>("--format", read_format, words(Say::about_format)),
                {"text", "json"});
    command.add_option("--key", check_arguments_.key, words(Say::about_key))->type_name("FILE");
    command.add_option("FEED", check_arguments_.feeds, words(Say::about_checked))->required()->type_name("FILE");
  }

  void add_pack() {
    CLI::App& command = add_command("pack", Say::about_pack);
    pack_ = &command;
    pack_arguments_.language = language_;
    command.add_option("-o,--output", pack_arguments_.output, words(Say::about_bundle_output))
        ->required()
        ->type_name("FOLDER");
    command.add_option("--sign", pack_arguments_.key, words(Say::about_sign))->type_name("FILE");
    command.add_flag("--fresh", pack_arguments_.is_fresh, words(Say::about_fresh));
    command.add_option("FEED", pack_arguments_.feeds, words(Say::about_feed))->required()->type_name("FILE");
  }

  void add_page() {
    CLI::App& command = add_command("page", Say::about_page);
    page_ = &command;
    PageArguments& arguments = page_arguments_;
    arguments.language = language_;
    command.add_option("--shell", arguments.shell, words(Say::about_shell))->type_name("FILE");
    command.add_flag("--pictures", arguments.with_pictures, words(Say::about_pictures));
    command.add_option("-o,--output", arguments.output, words(Say::about_page_output))->required()->type_name("FILE");
    command.add_option("FEED", arguments.feed, words(Say::about_page_feed))->required()->type_name("FILE");
  }

  void add_keygen() {
    CLI::App& command = add_command("keygen", Say::about_keygen);
    keygen_ = &command;
    keygen_arguments_.language = language_;
    command.add_option("-o,--output", keygen_arguments_.output, words(Say::about_key_output))
        ->required()
        ->type_name("FILE");
  }

  void add_completion() {
    CLI::App& command = add_command("completion", Say::about_completion);
    completion_ = &command;
    choose_from(command.add_option("SHELL", shell_, words(Say::about_shell_name))->required(), {"bash", "zsh", "fish"});
  }

  ExitCode end(const CLI::ParseError& error, const Streams& streams) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
      program_.exit(error, streams.out, streams.error);  // --help and --version
      return kDone;
    }
    streams.error << wrong_usage(error) << ' ' << words(Say::see_help) << '\n';
    return kWrongUsage;
  }

  // CLI11's own messages are English and begin or end with the argument concerned, in front of ':' or ' '.
  std::string wrong_usage(const CLI::ParseError& error) const {
    const std::string message = error.what();
    const std::string first = message.substr(0, message.find_first_of(": "));
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
      case CLI::ExitCodes::RequiredError: return first == "A" ? words(Say::needs_command) : words(Say::required, first);
      case CLI::ExitCodes::ExtrasError: return words(Say::unknown, message.substr(message.rfind(' ') + 1));
      case CLI::ExitCodes::ValidationError:
        if (first == "--from" || first == "--encoding" || first == "--date")
          return message.substr(message.find(' ') + 1);
        [[fallthrough]];
      default: return words(Say::bad_value, first);
    }
  }

  Language language_;
  CLI::App program_;
  CLI::App *check_ = nullptr, *pack_ = nullptr, *page_ = nullptr, *keygen_ = nullptr, *completion_ = nullptr;
  std::string language_name_, shell_;
  ImportArguments import_arguments_;
  CheckArguments check_arguments_;
  PackArguments pack_arguments_;
  PageArguments page_arguments_;
  KeygenArguments keygen_arguments_;
};

}  // namespace

ExitCode run_command_line(const std::vector<std::string>& arguments, const Streams& streams) {
  CommandLine line(language_of(arguments));
  return line.run(arguments, streams);
}

}  // namespace bantin
