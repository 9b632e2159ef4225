#include "cli/import_report.h"

#include <ostream>

#include "cli/sentence_table.h"

namespace bantin {

namespace {

// The entry of a row of sentences that belongs to `value`.
template <typename Enum>
Say one_of(Say first, Enum value) {
  return static_cast<Say>(static_cast<size_t>(first) + static_cast<size_t>(value));
}

constexpr bool is_row(Say first, Say last, size_t count) {
  return static_cast<size_t>(last) - static_cast<size_t>(first) + 1 == count;
}
static_assert(is_row(Say::left_out_draft, Say::left_out_no_article, static_cast<size_t>(LeftOutWhy::count_)));
static_assert(is_row(Say::same_id, Say::same_title_and_day, static_cast<size_t>(Shared::count_)));
static_assert(is_row(Say::map_not_json, Say::map_ambiguous, static_cast<size_t>(MapFault::count_)));

}  // namespace

std::ostream& ImportReport::out() {
  progress_.wipe();
  return out_;
}

void ImportReport::line(const std::string& sentence) { out() << input_ << ": " << sentence << '\n'; }

void ImportReport::tell(const ReadInput& read) {
  const InputResult& result = read.result;
  if (read.encoding) line(explained(*read.encoding));
  if (!result.fault.empty()) {
    const std::string place = result.line > 0 ? ":" + std::to_string(result.line) : "";
    out() << input_ << place << ": "
          << say(Say::unreadable_as, language_, std::string(kind_name(read.kind)) + ": " + result.fault) << '\n';
  }
  for (const Problem& problem : read.problems) {
    out() << input_ << ':' << problem.line << ':' << problem.column << ": [" << code_name(problem.code) << "] "
          << sentence(problem, language_) << '\n';
  }
  if (result.replaced > 0) line(say(Say::replaced, language_, std::to_string(result.replaced)));
  for (const LeftOut& left_out : result.left_out) {
    line(say(one_of(Say::left_out_draft, left_out.why), language_, left_out.what));
  }
  left_out_ += result.left_out.size();
}

void ImportReport::tell(const Imported& imported) {
  const std::string place = imported.place.empty() ? "" : imported.place + ": ";
  for (const Inference& inference : imported.inferences) line(place + explained(inference));
}

void ImportReport::tell(const Duplicate& duplicate) {
  ++duplicates_;
  const Say what = duplicate.is_replaced ? Say::duplicate_replaced : Say::duplicate;
  line(say(what, language_, duplicate.title) + " (" +
       say(one_of(Say::same_id, duplicate.shared), language_, duplicate.input) + ")");
}

void ImportReport::tell(const MapProblem& problem) {
  const std::string place = problem.pointer.empty() ? "" : problem.pointer + ": ";
  line(place + say(one_of(Say::map_not_json, problem.fault), language_, problem.subject));
}

void ImportReport::count() {
  if (left_out_ > 0) out() << say(Say::left_out_count, language_, std::to_string(left_out_)) << '\n';
  if (duplicates_ > 0) out() << say(Say::duplicate_count, language_, std::to_string(duplicates_)) << '\n';
}

std::string ImportReport::explained(const Inference& inference) const {
  if (inference.value.empty()) return inference.field + ": " + say(Say::not_found, language_);
  return inference.field + " = " + inference.value + " (" + say(Say::inferred, language_, inference.evidence) + ")";
}

}  // namespace bantin
