#include "cli/check_command.h"

#include <algorithm>
#include <ostream>

#include "cli/file.h"
#include "cli/problem_lines.h"
#include "cli/sentence_table.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed.h"
#include "feed/problem_json.h"
#include "import/html_blocks.h"

namespace bantin {

namespace {

void tell(const FileProblems& file, Language language, std::ostream& out) {
  for (const Problem& problem : file.problems) tell_problem(problem, file.file, language, out);
  if (file.problems.empty()) out << file.file << ": " << say(Say::no_problem, language) << '\n';
}

}  // namespace

ExitCode check_command(const CheckArguments& arguments, const Streams& streams) {
  std::vector<FileProblems> files;
  for (const std::string& path : arguments.feeds) {
    if (const auto json = read_file(path)) {
      files.push_back({path, read_feed(*json, {utf8_nfc, html_blocks}).problems});
    } else {
      streams.error << path << ": " << say(Say::unreadable, arguments.language) << '\n';
    }
  }
  if (arguments.as_json) {
    streams.out << problems_as_json(files, arguments.language);
  } else {
    for (const FileProblems& file : files) tell(file, arguments.language, streams.out);
  }
  if (files.size() < arguments.feeds.size()) return kFileTrouble;
  const bool is_clean = std::all_of(files.begin(), files.end(), [](const auto& file) { return file.problems.empty(); });
  return is_clean ? kDone : kInputHasErrors;
}

}  // namespace bantin
