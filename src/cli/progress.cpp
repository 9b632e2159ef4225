#include "cli/progress.h"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <utility>

namespace bantin {

namespace {

constexpr auto kPause = std::chrono::milliseconds(100);
constexpr double kSpeedAfter = 0.5;  // seconds until a speed means something
constexpr double kBytesOfMegabyte = 1e6, kFewEnough = 100;
constexpr std::string_view kWipe = "\r\x1b[K";

// "0:04", "12:30", "1:05:00"
std::string duration(double seconds) {
  const auto all = static_cast<uint64_t>(std::ceil(seconds));
  const uint64_t hours = all / 3600, minutes = all / 60 % 60;
  const auto two_digits = [](uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::string head = hours > 0 ? std::to_string(hours) + ":" + two_digits(minutes) : std::to_string(minutes);
  return head + ":" + two_digits(all % 60);
}

}  // namespace

Progress::Progress(std::ostream* terminal, Language language, Clock clock)
    : terminal_(terminal), language_(language), clock_(std::move(clock)), shown_(clock_()) {}

void Progress::show(const ProgressStep& step, uint64_t done, uint64_t total) {
  if (!terminal_ || total == 0) return;
  const Time now = clock_();
  if (step != step_ || total != total_) begin(step, done, total, now);
  if (now - shown_ < kPause) return;
  *terminal_ << kWipe << line(std::min(done, total), std::chrono::duration<double>(now - began_).count()) << std::flush;
  shown_ = now;
  is_shown_ = true;
}

void Progress::wipe() {
  if (is_shown_) *terminal_ << kWipe << std::flush;
  is_shown_ = false;
}

void Progress::begin(const ProgressStep& step, uint64_t done, uint64_t total, Time now) {
  step_ = step;
  first_ = done;
  total_ = total;
  began_ = now;
}

std::string Progress::line(uint64_t done, double seconds) const {
  std::string text = say(step_.what, language_) + ": ";
  text += amount(static_cast<double>(done)) + "/" + amount(static_cast<double>(total_)) + " " + unit();
  text += ", " + std::to_string(static_cast<int>(100 * static_cast<double>(done) / static_cast<double>(total_))) + " %";
  if (seconds < kSpeedAfter || done <= first_) return text;
  const double speed = static_cast<double>(done - first_) / seconds;
  text += ", " + amount(speed) + " " + unit() + "/s";
  return text + ", " + say(Say::time_left, language_, duration(static_cast<double>(total_ - done) / speed));
}

// Megabytes and small speeds with one digit behind the comma.
std::string Progress::amount(double count) const {
  const bool is_bytes = step_.unit == ProgressUnit::bytes;
  const double shown = is_bytes ? count / kBytesOfMegabyte : count;
  const bool is_whole = !is_bytes && shown == std::floor(shown);
  if (is_whole || shown >= kFewEnough) return std::to_string(std::llround(shown));
  const auto tenths = std::llround(shown * 10);
  return std::to_string(tenths / 10) + (language_ == Language::vi ? "," : ".") + std::to_string(tenths % 10);
}

std::string Progress::unit() const {
  switch (step_.unit) {
    case ProgressUnit::bytes: return "MB";
    case ProgressUnit::articles: return say(Say::unit_articles, language_);
    case ProgressUnit::files: return say(Say::unit_files, language_);
    case ProgressUnit::parts: return say(Say::unit_parts, language_);
  }
  return {};
}

}  // namespace bantin
