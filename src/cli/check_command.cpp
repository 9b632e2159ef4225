#include "cli/check_command.h"

#include <algorithm>
#include <ostream>

#include "cli/file.h"
#include "cli/interruption.h"
#include "cli/progress.h"
#include "cli/sentence_table.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed.h"
#include "feed/remark.h"
#include "import/html_blocks.h"

namespace bantin {

namespace {

void tell(const Remark& remark, const std::string& file, Language language, std::ostream& out) {
  const Say severity = remark.severity == Severity::error ? Say::an_error : Say::a_warning;
  out << file << ':' << remark.line << ':' << remark.column << ": " << say(severity, language) << " [" << remark.code
      << "] " << (remark.pointer.empty() ? "" : remark.pointer + ": ") << remark.message << '\n'
      << "  → " << remark.remedy << '\n';
}

void tell(const FileRemarks& file, Language language, std::ostream& out) {
  for (const Remark& remark : file.remarks) tell(remark, file.file, language, out);
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

}  // namespace

ExitCode check_command(const CheckArguments& arguments, const Streams& streams) {
  std::vector<FileRemarks> files;
  files.reserve(arguments.feeds.size());
  Progress progress(streams.terminal, arguments.language);
  uint64_t done = 0;
  for (const std::string& path : arguments.feeds) {
    if (Interruption::is_asked()) return interrupted(arguments.language, streams);
    progress.show({Say::checking, ProgressUnit::files}, done++, arguments.feeds.size());
    if (const auto json = read_file(path)) {
      files.push_back({path, remarks_on(*json, arguments)});
    } else {
      progress.wipe();
      streams.error << path << ": " << say(Say::unreadable, arguments.language) << '\n';
    }
  }
  progress.wipe();
  if (arguments.as_json) {
    streams.out << remarks_as_json(files);
  } else {
    for (const FileRemarks& file : files) tell(file, arguments.language, streams.out);
  }
  if (files.size() < arguments.feeds.size()) return kFileTrouble;
  const bool is_bad =
      std::any_of(files.begin(), files.end(), [](const auto& file) { return has_errors(file.remarks); });
  return is_bad ? kInputHasErrors : kDone;
}

}  // namespace bantin
