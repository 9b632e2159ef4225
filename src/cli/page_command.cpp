#include "cli/page_command.h"

#include <filesystem>
#include <optional>
#include <ostream>

#include "cli/bundle_path.h"
#include "cli/file.h"
#include "cli/page_writer.h"
#include "cli/picture_embedder.h"
#include "cli/sentence_table.h"
#include "cli/unpack.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed.h"
#include "import/html_blocks.h"

namespace bantin {

namespace fs = std::filesystem;

namespace {

constexpr size_t kLargePage = 20'000'000;

// Where it lies beside the command: copied, installed, built.
constexpr const char* kShells[] = {"reader.html", "../share/bantin/reader.html", "../../dist/reader.html"};

std::string shell_beside_command() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* shell : kShells) {
    if (fs::is_regular_file(folder / shell, error)) return (folder / shell).lexically_normal().string();
  }
  return "reader.html";
}

class PageMaker {
 public:
  PageMaker(const PageArguments& arguments, std::ostream& error)
      : arguments_(arguments), error_(error), bundle_(bundle_path(arguments.feed)) {}

  ExitCode make() {
    if (is_same_file(input_file(), arguments_.output)) return fail(kWrongUsage, {}, Say::over_input, arguments_.output);
    const auto json = bundle_ ? unpacked(*bundle_, arguments_.language, error_) : read_file(arguments_.feed);
    if (!json && bundle_) return fail(kInputHasErrors, {}, Say::nothing_written);
    if (!json) return fail(kFileTrouble, arguments_.feed, Say::unreadable);
    FeedResult result = read_feed(*json, {utf8_nfc, html_blocks});
    if (!result.feed) return refuse(result.problems.front());
    if (!result.problems.empty()) tell(arguments_.feed, Say::has_problems, std::to_string(result.problems.size()));
    if (arguments_.with_pictures) take_pictures(*result.feed);
    return write(*result.feed);
  }

 private:
  std::string input_file() const { return bundle_ ? bundle_->file(bundle_->manifest) : arguments_.feed; }

  void tell(const std::string& file, Say what, std::string_view subject = {}) {
    error_ << file << (file.empty() ? "" : ": ") << say(what, arguments_.language, subject) << '\n';
  }

  ExitCode fail(ExitCode code, const std::string& file, Say what, std::string_view subject = {}) {
    tell(file, what, subject);
    return code;
  }

  ExitCode refuse(const Problem& problem) {
    error_ << arguments_.feed << ':' << problem.line << ':' << problem.column << ": "
           << sentence(problem, arguments_.language) << '\n';
    return fail(kInputHasErrors, {}, Say::nothing_written);
  }

  void take_pictures(Feed& feed) {
    const EmbeddedPictures pictures = embed_pictures(feed, input_file());
    for (const std::string& address : pictures.missing) tell(arguments_.feed, Say::no_picture, address);
  }

  ExitCode write(const Feed& feed) {
    const std::string shell_path = arguments_.shell.empty() ? shell_beside_command() : arguments_.shell;
    const auto shell = read_file(shell_path);
    if (!shell) return fail(kFileTrouble, shell_path, Say::no_shell);
    const auto page = write_page(*shell, feed);
    if (!page) return fail(kInputHasErrors, shell_path, Say::bad_shell);
    if (!write_file(arguments_.output, *page)) return fail(kFileTrouble, arguments_.output, Say::unwritable);
    tell(arguments_.output, Say::written, std::to_string(feed.articles.size()));
    if (page->size() > kLargePage) tell(arguments_.output, Say::large_page, std::to_string(page->size() / 1'000'000));
    return kDone;
  }

  const PageArguments& arguments_;
  std::ostream& error_;
  std::optional<BundlePath> bundle_;  // where that is given, and no feed
};

}  // namespace

ExitCode page_command(const PageArguments& arguments, const Streams& streams) {
  return PageMaker(arguments, streams.error).make();
}

}  // namespace bantin
