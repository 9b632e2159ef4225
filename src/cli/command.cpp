#include "cli/command.h"

#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "cli/file.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed.h"
#include "feed/json_feed_writer.h"
#include "feed/problem_json.h"
#include "import/text_import.h"

namespace bantin {

namespace {

struct Sentences {
  const char *unreadable, *unwritable, *empty, *inferred, *not_found, *done, *no_problem;
};

constexpr Sentences kVietnamese{"không đọc được tệp", "không ghi được tệp",          "tệp không có chữ nào",
                                "suy ra từ",          "không tìm thấy, hãy tự điền", "bài đã được ghi vào",
                                "không có lỗi"};
constexpr Sentences kEnglish{"the file cannot be read",
                             "the file cannot be written",
                             "the file holds no text",
                             "inferred from",
                             "not found, please give it",
                             "articles written to",
                             "no problem"};

const Sentences& sentences(Language language) { return language == Language::vi ? kVietnamese : kEnglish; }

void tell(const Inference& inference, const std::string& file, const Sentences& words, std::ostream& error) {
  error << file << ": " << inference.field << ": ";
  if (inference.value.empty()) {
    error << words.not_found << '\n';
  } else {
    error << inference.value << " (" << words.inferred << " «" << inference.evidence << "»)\n";
  }
}

void tell(const Problem& problem, const std::string& file, Language language, std::ostream& out) {
  out << file << ':' << problem.line << ':' << problem.column << ": [" << code_name(problem.code) << "] "
      << (problem.pointer.empty() ? "" : problem.pointer + ": ") << sentence(problem, language) << '\n'
      << "  → " << remedy(problem, language) << '\n';
}

}  // namespace

int import_command(const ImportArguments& arguments, const Streams& streams) {
  const Sentences& words = sentences(arguments.language);
  Feed feed;
  feed.title = "Bản Tin";
  feed.language = "vi";
  for (const std::string& path : arguments.inputs) {
    const auto text = read_file(path);
    if (!text) {
      streams.error << path << ": " << words.unreadable << '\n';
      return kFileTrouble;
    }
    ImportResult result = import_text(*text, {arguments.title, arguments.department, arguments.day}, utf8_nfc);
    if (!result.article) {
      streams.error << path << ": " << words.empty << '\n';
      return kInputHasErrors;
    }
    for (const Inference& inference : result.inferences) tell(inference, path, words, streams.error);
    add_to_feed(feed, std::move(result));
  }
  if (!write_file(arguments.output, write_feed(feed))) {
    streams.error << arguments.output << ": " << words.unwritable << '\n';
    return kFileTrouble;
  }
  streams.out << feed.articles.size() << ' ' << words.done << ' ' << arguments.output << '\n';
  return kDone;
}

int check_command(const CheckArguments& arguments, const Streams& streams) {
  const Sentences& words = sentences(arguments.language);
  std::vector<FileProblems> files;
  for (const std::string& path : arguments.feeds) {
    const auto json = read_file(path);
    if (!json) {
      streams.error << path << ": " << words.unreadable << '\n';
      return kFileTrouble;
    }
    files.push_back({path, read_feed(*json, utf8_nfc).problems});
  }
  if (arguments.as_json) {
    streams.out << problems_as_json(files, arguments.language);
  } else {
    for (const FileProblems& file : files) {
      for (const Problem& problem : file.problems) tell(problem, file.file, arguments.language, streams.out);
      if (file.problems.empty()) streams.out << file.file << ": " << words.no_problem << '\n';
    }
  }
  const bool is_clean = std::all_of(files.begin(), files.end(), [](const auto& file) { return file.problems.empty(); });
  return is_clean ? kDone : kInputHasErrors;
}

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("en") ? Language::en : Language::vi;
  }
  return Language::vi;
}

}  // namespace bantin
