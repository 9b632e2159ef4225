#include "cli/import_command.h"

#include <algorithm>
#include <ostream>

#include "cli/bundle_path.h"
#include "cli/file.h"
#include "cli/import_report.h"
#include "cli/input_files.h"
#include "cli/interruption.h"
#include "cli/progress.h"
#include "cli/sentence_table.h"
#include "cli/unpack.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed_writer.h"
#include "import/article_settler.h"
#include "text/utf8.h"

namespace bantin {

namespace {

// What all inputs that name one call the feed; where they do not agree, it is called after the reader.
class FeedName {
 public:
  void add(const InputResult& input) {
    if (input.title.empty()) return;
    agrees_ = agrees_ && (title_.empty() || title_ == input.title);
    title_ = input.title;
    home_page_url_ = input.home_page_url;
  }

  void give_to(Feed& feed) const {
    const bool is_known = agrees_ && !title_.empty();
    feed.title = is_known ? title_ : "Bản Tin";
    if (is_known) feed.home_page_url = home_page_url_;
    feed.language = "vi";
  }

 private:
  std::string title_, home_page_url_;
  bool agrees_ = true;
};

class Import {
 public:
  Import(const ImportArguments& arguments, const Streams& streams)
      : arguments_(arguments),
        options_{utf8_nfc(repaired(arguments.title)), utf8_nfc(repaired(arguments.department)), arguments.day},
        progress_(streams.terminal, arguments.language),
        report_(streams.error, arguments.language, progress_) {}

  ExitCode run() {
    if (const ExitCode code = read_departments(); code != kDone) return code;
    const InputFiles inputs = input_files(arguments_.inputs, arguments_.output);
    if (!arguments_.title.empty() && inputs.files.size() > 1) return wrong_usage(say_it(Say::title_of_many));
    ExitCode worst = kDone;
    for (const std::string& folder : inputs.empty_folders) {
      report_.begin(folder);
      report_.line(say_it(Say::empty_folder));
      worst = kInputHasErrors;
    }
    uint64_t done = 0;
    for (const std::string& path : inputs.files) {
      if (Interruption::is_asked()) return kInterrupted;
      progress_.show({Say::reading, ProgressUnit::files}, done++, inputs.files.size());
      const ExitCode code = add_file(path);
      if (code == kWrongUsage) return code;
      worst = std::max(worst, code);
    }
    progress_.wipe();
    if (worst == kDone && merger_.size() == 0) worst = kInputHasErrors;
    return worst;
  }

  /// Once all inputs are read.
  Feed feed() {
    Feed feed = std::move(merger_).feed();
    name_.give_to(feed);
    return feed;
  }

  ImportReport& report() { return report_; }

 private:
  std::string say_it(Say what, std::string_view subject = {}) const { return say(what, arguments_.language, subject); }

  ExitCode wrong_usage(const std::string& sentence) {
    report_.begin("bantin import");
    report_.line(sentence);
    return kWrongUsage;
  }

  ExitCode read_departments() {
    if (arguments_.departments.empty()) return kDone;
    report_.begin(arguments_.departments);
    const auto json = read_file(arguments_.departments);
    if (!json) {
      report_.line(say_it(Say::unreadable));
      return kFileTrouble;
    }
    DepartmentMapResult read = read_department_map(*json, utf8_nfc);
    for (const MapProblem& problem : read.problems) report_.tell(problem);
    if (!read.map) return kInputHasErrors;
    departments_ = std::move(*read.map);
    return kDone;
  }

  ExitCode add_file(const std::string& path) {
    report_.begin(path);
    const auto bytes = read_file(path);
    if (!bytes) {
      report_.line(say_it(Say::unreadable));
      return kFileTrouble;
    }
    ReadInput read = read_input(*bytes, path, arguments_.hints, utf8_nfc);
    report_.tell(read);
    InputResult& result = read.result;
    const bool is_refused = std::any_of(read.problems.begin(), read.problems.end(),
                                        [](const Problem& problem) { return refuses(problem.code); });
    if (!result.fault.empty() || is_refused) return kInputHasErrors;
    if (result.articles.empty() && result.left_out.empty()) {
      report_.line(say_it(Say::no_text));
      return kInputHasErrors;
    }
    if (!arguments_.title.empty() && result.articles.size() > 1) return wrong_usage(say_it(Say::title_of_many));
    add_articles(result, path);
    return kDone;
  }

  void add_articles(InputResult& result, const std::string& path) {
    name_.add(result);
    DepartmentMap departments = departments_;
    for (const Department& department : result.departments) departments.add(department);
    for (Imported& imported : result.articles) {
      const bool has_own_id = !imported.article.id.empty();
      const Department department = settle(imported, options_, departments);
      report_.tell(imported);
      const auto duplicate = merger_.add(std::move(imported), department, has_own_id, path);
      if (duplicate) report_.tell(*duplicate);
    }
  }

  const ImportArguments& arguments_;
  ImportOptions options_;
  Progress progress_;
  ImportReport report_;
  DepartmentMap departments_;
  FeedMerger merger_;
  FeedName name_;
};

// One input and nothing said of it.
bool is_alone(const ImportArguments& arguments) {
  return arguments.inputs.size() == 1 && arguments.title.empty() && arguments.department.empty() &&
         arguments.departments.empty() && arguments.day == kUndated && !arguments.hints.kind &&
         !arguments.hints.encoding;
}

// Why these arguments cannot be; empty: they can.
std::string wrong_usage(const ImportArguments& arguments) {
  if (!arguments.title.empty() && arguments.inputs.size() > 1) return say(Say::title_of_many, arguments.language);
  std::vector<std::string> read = arguments.inputs;
  read.push_back(arguments.departments);
  const auto is_output = [&](const std::string& input) {
    const auto bundle = bundle_path(input);
    return is_same_file(bundle ? bundle->file(bundle->manifest) : input, arguments.output);
  };
  if (std::any_of(read.begin(), read.end(), is_output)) {
    return say(Say::over_input, arguments.language, arguments.output);
  }
  const bool has_bundle = std::any_of(arguments.inputs.begin(), arguments.inputs.end(),
                                      [](const std::string& input) { return bundle_path(input).has_value(); });
  return has_bundle && !is_alone(arguments) ? say(Say::bundle_alone, arguments.language) : std::string();
}

}  // namespace

ExitCode import_command(const ImportArguments& arguments, const Streams& streams) {
  if (const std::string wrong = wrong_usage(arguments); !wrong.empty()) {
    streams.error << wrong << '\n';
    return kWrongUsage;
  }
  if (const auto bundle = bundle_path(arguments.inputs.front()))
    return unpack(*bundle, arguments.output, arguments.language, streams);
  Import import(arguments, streams);
  ExitCode code = import.run();
  if (code == kWrongUsage) return code;
  if (Interruption::is_asked()) code = interrupted(arguments.language, streams);
  const Feed feed = code == kDone ? import.feed() : Feed();
  if (code == kDone && !write_file(arguments.output, write_feed(feed))) {
    streams.error << arguments.output << ": " << say(Say::unwritable, arguments.language) << '\n';
    code = kFileTrouble;
  }
  import.report().count();
  if (code != kDone) {
    streams.error << say(Say::nothing_written, arguments.language) << '\n';
    return code;
  }
  streams.error << arguments.output << ": "
                << say(Say::written, arguments.language, std::to_string(feed.articles.size())) << '\n';
  return kDone;
}

}  // namespace bantin
