// Commands that are stopped: by a signal that comes the moment they say something, so that it always comes in time.
#include "cli/interruption.h"

#include <doctest/doctest.h>

#include <sstream>
#include <streambuf>
#include <utility>

#include "cli/command_line.h"
#include "cli/folder.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

class SignallingBuffer : public std::stringbuf {
 public:
  explicit SignallingBuffer(int signal) : signal_(signal) {}

 private:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    if (signal_ != 0) std::raise(std::exchange(signal_, 0));
    return std::stringbuf::xsputn(text, size);
  }

  int signal_;
};

struct Ended {
  ExitCode code;
  std::string error;
};

Ended run_stopped(std::vector<std::string> arguments, int signal) {
  arguments.insert(arguments.begin(), "--lang=en");
  SignallingBuffer buffer(signal);
  std::ostream error(&buffer);
  std::ostringstream out;
  const ExitCode code = run_command_line(arguments, {out, error});
  return {code, buffer.str()};
}

// The first article has something wrong that is said when it is read.
std::string feed_with_a_fault() {
  std::string json = R"({"version":"https://jsonfeed.org/version/1.1","title":"Tin Hạ Lam","items":[)";
  for (int i = 0; i < 300; ++i) {
    json += (i > 0 ? ",\n" : "\n") + std::string(R"({"id":")") + std::to_string(i) + R"(","title":"Bài")" +
            (i == 0 ? R"(,"date_published":"x"})" : "}");
  }
  return json + "]}";
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a signal asks, and is forgotten afterwards") {
  {
    const Interruption interruption;
    CHECK_FALSE(Interruption::is_asked());
    std::raise(SIGTERM);
    CHECK(Interruption::is_asked());
  }
  CHECK_FALSE(Interruption::is_asked());
}

TEST_CASE("a signal that was ignored before stays ignored") {
  const auto before = std::signal(SIGINT, SIG_IGN);
  {
    const Interruption interruption;
    std::raise(SIGINT);
    CHECK_FALSE(Interruption::is_asked());
  }
  std::signal(SIGINT, before);
}

TEST_CASE("a pack that is stopped ends in 130 and leaves no part of itself") {
  const Folder folder;
  const std::string feed = folder.put("feed.json", feed_with_a_fault());
  const auto before = std::signal(SIGINT, SIG_DFL);
  const Ended ended = run_stopped({"pack", feed, "-o", folder.at("b")}, SIGINT);
  std::signal(SIGINT, before);
  CHECK(ended.code == kInterrupted);
  CHECK(holds(ended.error, "stopped as asked"));
  CHECK_FALSE(fs::exists(folder.at("b/parts")));
  CHECK_FALSE(fs::exists(folder.at("b/bundle.json")));
}

TEST_CASE("an import that is stopped writes nothing") {
  const Folder folder;
  const std::string one = folder.put("1.txt", "Bài một\n\nThân bài.\n"), two = folder.put("2.txt", "Hai\n\nThân.\n");
  const Ended ended = run_stopped({"import", one, two, "-o", folder.at("feed.json")}, SIGTERM);
  CHECK(ended.code == kInterrupted);
  CHECK_FALSE(holds(ended.error, "2.txt"));
  CHECK(holds(ended.error, "Nothing was written."));
  CHECK_FALSE(fs::exists(folder.at("feed.json")));
}

TEST_CASE("a check that is stopped leaves the files that are left") {
  const Folder folder;
  const Ended ended = run_stopped({"check", folder.at("none.json"), folder.put("a.json", "{")}, SIGTERM);
  CHECK(ended.code == kInterrupted);
  CHECK_FALSE(holds(ended.error, "a.json"));
}

TEST_CASE("the help says how an interrupted command ends") {
  std::ostringstream out, error;
  CHECK(run_command_line({"--lang=en", "--help"}, {out, error}) == kDone);
  CHECK(holds(out.str(), "130 interrupted"));
}
