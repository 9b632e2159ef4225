// What `bantin import` says of each input on the error stream: one line a thing, "bai.txt: department = … (…)".
#pragma once

#include <iosfwd>
#include <string>

#include "cli/progress.h"
#include "feed/department_map.h"
#include "import/feed_merger.h"
#include "import/input_reader.h"
#include "text/language.h"

namespace bantin {

class ImportReport {
 public:
  /// `progress` is wiped before anything is said.
  ImportReport(std::ostream& out, Language language, Progress& progress)
      : out_(out), language_(language), progress_(progress) {}

  void begin(std::string input) { input_ = std::move(input); }
  /// A sentence about the input.
  void line(const std::string& sentence);
  /// Its encoding, faults and problems, broken characters, and what is left out of it.
  void tell(const ReadInput& read);
  /// What was inferred.
  void tell(const Imported& imported);
  void tell(const Duplicate& duplicate);
  void tell(const MapProblem& problem);
  /// What did not get into the feed, in numbers.
  void count();

 private:
  std::ostream& out();
  std::string explained(const Inference& inference) const;

  std::ostream& out_;
  Language language_;
  Progress& progress_;
  std::string input_;
  size_t left_out_ = 0, duplicates_ = 0;
};

}  // namespace bantin
