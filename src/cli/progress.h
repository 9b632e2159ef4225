// How far long work is, on one line of a terminal that is written over and wiped at the end:
//   Đang đọc: 12,3/45,6 MB, 27 %, 8,1 MB/s, còn 0:04
// Use:    Progress progress(streams.terminal, language);  progress.show({Say::reading, ProgressUnit::bytes}, 5, 9); …
//         progress.wipe() before anything else is written there; the end of its life wipes, too.
// The line is written at most ten times a second, and not at all without a terminal. Speed and time left are those of
// the step since it began; a step begins when it, or its total, is another than before.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

#include "cli/sentence_table.h"

namespace bantin {

enum class ProgressUnit : uint8_t { bytes, articles, files, parts };

struct ProgressStep {
  Say what = Say::reading;
  ProgressUnit unit = ProgressUnit::files;

  bool operator==(const ProgressStep&) const = default;
};

class Progress {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Clock = std::function<Time()>;

  /// `terminal`: none where there is no terminal.
  Progress(std::ostream* terminal, Language language, Clock clock = std::chrono::steady_clock::now);
  ~Progress() { wipe(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const ProgressStep& step, uint64_t done, uint64_t total);
  void wipe();

 private:
  void begin(const ProgressStep& step, uint64_t done, uint64_t total, Time now);
  std::string line(uint64_t done, double seconds) const;
  std::string amount(double count) const;
  std::string unit() const;

  std::ostream* terminal_;
  Language language_;
  Clock clock_;
  ProgressStep step_;
  uint64_t first_ = 0, total_ = 0;  // of the step; total_ 0: none yet
  Time began_, shown_;
  bool is_shown_ = false;
};

}  // namespace bantin
