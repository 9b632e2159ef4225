#include "cli/progress.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace bantin;

namespace {

// A terminal and a clock that the test moves.
struct Screen {
  Progress::Time now{};
  std::ostringstream terminal;

  Progress progress(Language language = Language::en) {
    return {&terminal, language, [this] { return now; }};
  }
  void pass(int milliseconds) { now += std::chrono::milliseconds(milliseconds); }
  size_t lines() const {
    size_t count = 0;
    for (const char c : terminal.str()) count += c == '\r' ? 1 : 0;
    return count;
  }
  std::string last_line() const {
    const std::string text = terminal.str();
    return text.substr(text.rfind("\x1b[K") + 3);
  }
};

constexpr ProgressStep kReading{Say::reading, ProgressUnit::bytes};
constexpr ProgressStep kWriting{Say::writing, ProgressUnit::articles};

}  // namespace

TEST_CASE("progress says what is done, how far it is, how fast and for how long") {
  Screen screen;
  Progress progress = screen.progress();
  progress.show(kReading, 0, 40'000'000);
  screen.pass(2000);
  progress.show(kReading, 10'000'000, 40'000'000);
  CHECK(screen.last_line() == "Reading: 10.0/40.0 MB, 25 %, 5.0 MB/s, 0:06 left");
  progress.show(kWriting, 0, 9000);
  screen.pass(100'000);
  progress.show(kWriting, 1000, 9000);
  CHECK(screen.last_line() == "Writing: 1000/9000 articles, 11 %, 10 articles/s, 13:20 left");
}

TEST_CASE("progress speaks Vietnamese, with a comma in its numbers") {
  Screen screen;
  Progress progress = screen.progress(Language::vi);
  progress.show({Say::indexing, ProgressUnit::articles}, 0, 100'000);
  screen.pass(8000);
  progress.show({Say::indexing, ProgressUnit::articles}, 12, 100'000);
  CHECK(screen.last_line() == "Đang lập chỉ mục: 12/100000 bài, 0 %, 1,5 bài/s, còn 18:30:59");
}

TEST_CASE("progress writes at most ten times a second, and no line for what is quickly done") {
  Screen screen;
  Progress progress = screen.progress();
  for (uint64_t done = 0; done < 1000; ++done) {
    progress.show(kWriting, done, 1000);
    screen.pass(1);
    if (done == 50) CHECK(screen.lines() == 0);
  }
  CHECK(screen.lines() == 9);
}

TEST_CASE("progress has no speed before it can be told") {
  Screen screen;
  Progress progress = screen.progress();
  progress.show(kWriting, 0, 1000);
  screen.pass(200);
  progress.show(kWriting, 5, 1000);
  CHECK(screen.last_line() == "Writing: 5/1000 articles, 0 %");
}

TEST_CASE("progress wipes its line, once, and leaves what was never written") {
  Screen screen;
  {
    Progress progress = screen.progress();
    progress.wipe();
    CHECK(screen.terminal.str().empty());
    screen.pass(200);
    progress.show(kWriting, 5, 10);
    progress.wipe();
    CHECK(screen.last_line().empty());
    CHECK(screen.lines() == 2);
  }
  CHECK(screen.lines() == 2);
}

TEST_CASE("without a terminal nothing is shown") {
  Progress progress(nullptr, Language::vi);
  progress.show(kWriting, 1, 2);
  progress.wipe();
}
