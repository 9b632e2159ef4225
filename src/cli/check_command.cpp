#include "cli/check_command.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <ostream>

#include "bundle/bundle_check.h"
#include "cli/bundle_path.h"
#include "cli/file.h"
#include "cli/interruption.h"
#include "cli/progress.h"
#include "cli/remark_lines.h"
#include "cli/sentence_table.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed.h"
#include "feed/remark.h"
#include "import/html_blocks.h"

namespace bantin {

namespace {

void tell(const FileRemarks& file, Language language, std::ostream& out) {
  for (const Remark& remark : file.remarks) tell_remark(remark, file.file, language, out);
  if (file.remarks.empty()) out << file.file << ": " << say(Say::no_problem, language) << '\n';
}

std::vector<Remark> remarks_on(std::string_view json, const CheckArguments& arguments) {
  const FeedResult result = read_feed(json, {utf8_nfc, html_blocks});
  std::vector<Remark> remarks;
  remarks.reserve(result.problems.size());
  for (const Problem& problem : result.problems) remarks.push_back(remark_of(problem, arguments.language));
  if (!result.feed) return remarks;
  for (const Finding& finding : findings_of(json, *result.feed, {utf8_nfc, arguments.today}))
    remarks.push_back(remark_of(finding, arguments.language));
  sort_by_place(remarks);
  return remarks;
}

Remark remark_of(const BundleProblem& problem, Language language) {
  return {Severity::error,
          std::string(code_name(problem.fault)),
          0,
          0,
          {},
          sentence(problem, language),
          std::string(remedy(problem, language))};
}

bool is_feed(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error) && !bundle_path(path);
}

class Checker {
 public:
  Checker(const CheckArguments& arguments, const Streams& streams)
      : arguments_(arguments), streams_(streams), progress_(streams.terminal, arguments.language) {}

  ExitCode run() {
    if (const ExitCode code = take_key(); code != kDone) return code;
    for (const std::string& path : arguments_.feeds) {
      if (Interruption::is_asked()) break;
      if (arguments_.feeds.size() > 1)
        progress_.show({Say::checking, ProgressUnit::files}, done_, arguments_.feeds.size());
      ++done_;
      check(path);
    }
    progress_.wipe();
    if (Interruption::is_asked()) return interrupted(arguments_.language, streams_);
    if (arguments_.as_json) {
      streams_.out << remarks_as_json(files_);
    } else {
      for (const FileRemarks& file : files_) tell(file, arguments_.language, streams_.out);
    }
    if (is_any_unreadable_) return kFileTrouble;
    const bool is_bad =
        std::any_of(files_.begin(), files_.end(), [](const auto& file) { return has_errors(file.remarks); });
    return is_bad ? kInputHasErrors : kDone;
  }

 private:
  // The key itself, or a file that has it. kDone where there is one, or none is asked for.
  ExitCode take_key() {
    const std::string& text = arguments_.key;
    if (text.empty()) return kDone;
    if (std::any_of(arguments_.feeds.begin(), arguments_.feeds.end(), is_feed)) {
      streams_.error << say(Say::key_without_bundle, arguments_.language) << '\n';
      return kWrongUsage;
    }
    key_ = public_key_from(text);
    if (key_) return kDone;
    const auto content = read_file(text);
    if (content) key_ = public_key_from(*content);
    if (key_) return kDone;
    streams_.error << text << ": " << say(content ? Say::bad_public_key : Say::unreadable, arguments_.language) << '\n';
    return content ? kInputHasErrors : kFileTrouble;
  }

  void check(const std::string& path) {
    std::error_code error;
    if (const auto bundle = bundle_path(path)) {
      check_bundle_at(*bundle, path);
    } else if (std::filesystem::is_directory(path, error)) {
      check_bundle_at({path, "bundle.json"}, path);
    } else if (const auto json = read_file(path)) {
      files_.push_back({path, remarks_on(*json, arguments_)});
    } else {
      progress_.wipe();
      streams_.error << path << ": " << say(Say::unreadable, arguments_.language) << '\n';
      is_any_unreadable_ = true;
    }
  }

  void check_bundle_at(const BundlePath& bundle, const std::string& path) {
    const auto watch = [this](uint64_t done, uint64_t parts) {
      progress_.show({Say::checking, ProgressUnit::parts}, done, parts);
      return !Interruption::is_asked();
    };
    BundleCheck result = check_bundle(bundle.folder, bundle.manifest, {utf8_nfc, html_blocks}, watch);
    const auto signature = key_ ? check_signature(bundle.folder, bundle.manifest, *key_) : std::nullopt;
    if (signature) result.problems.insert(result.problems.begin(), *signature);
    for (const BundleProblem& problem : result.problems)
      files_.push_back({bundle.file(problem.file), {remark_of(problem, arguments_.language)}});
    if (result.problems.empty()) files_.push_back({path, {}});
  }

  const CheckArguments& arguments_;
  const Streams& streams_;
  Progress progress_;
  std::optional<PublicKey> key_;
  std::vector<FileRemarks> files_;
  uint64_t done_ = 0;
  bool is_any_unreadable_ = false;
};

}  // namespace

ExitCode check_command(const CheckArguments& arguments, const Streams& streams) {
  return Checker(arguments, streams).run();
}

}  // namespace bantin
