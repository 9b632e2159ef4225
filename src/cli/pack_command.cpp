#include "cli/pack_command.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "bundle/key_file.h"
#include "bundle/packer.h"
#include "cli/interruption.h"
#include "cli/progress.h"
#include "cli/remark_lines.h"
#include "cli/sentence_table.h"
#include "cli/utf8_nfc.h"
#include "import/html_blocks.h"

namespace bantin {

namespace {

Say sentence_of(PackFault fault) {
  switch (fault) {
    case PackFault::unreadable: return Say::unreadable;
    case PackFault::locked: return Say::locked;
    case PackFault::changed: return Say::changed;
    case PackFault::too_many: return Say::too_many;
    case PackFault::interrupted: return Say::interrupted;
    default: return Say::unwritable;
  }
}

ExitCode exit_code_of(PackFault fault) {
  switch (fault) {
    case PackFault::none: return kDone;
    case PackFault::refused:
    case PackFault::too_many: return kInputHasErrors;
    case PackFault::interrupted: return kInterrupted;
    default: return kFileTrouble;
  }
}

ProgressStep shown(PackStep step) {
  switch (step) {
    case PackStep::reading: return {Say::reading, ProgressUnit::bytes};
    case PackStep::writing: return {Say::writing, ProgressUnit::articles};
    case PackStep::indexing: break;
  }
  return {Say::indexing, ProgressUnit::articles};
}

class PackTold {
 public:
  PackTold(const PackArguments& arguments, const Streams& streams)
      : arguments_(arguments), error_(streams.error), progress_(streams.terminal, arguments.language) {}

  PackWatch watch() {
    PackWatch watch;
    watch.problem = [this](const std::string& file, const Problem& problem) {
      progress_.wipe();
      tell_remark(remark_of(problem, arguments_.language), file, arguments_.language, error_);
    };
    watch.duplicate = [this](const std::string& file, const std::string& id) {
      say_of(file, Say::duplicate_left_out, id);
    };
    watch.picture = [this](const std::string& file, const std::string& picture) {
      say_of(file, Say::no_packed_picture, picture);
    };
    watch.progress = [this](PackStep step, uint64_t done, uint64_t total) {
      progress_.show(shown(step), done, total);
      return !Interruption::is_asked();
    };
    return watch;
  }

  void fault(const PackReport& report) {
    progress_.wipe();
    if (report.fault == PackFault::refused) {
      tell_remark(remark_of(report.refusal, arguments_.language), report.at, arguments_.language, error_);
    } else {
      say_of(report.at, sentence_of(report.fault));
    }
    error_ << say(Say::bundle_as_before, arguments_.language) << '\n';
  }

  void result(const PackReport& report) {
    if (!report.unusable.empty()) say_of(arguments_.output, Say::packed_anew, report.unusable);
    if (report.is_same) {
      say_of(arguments_.output, Say::packed_same, std::to_string(report.articles));
      return;
    }
    say_of(arguments_.output, Say::packed, std::to_string(report.articles));
    say_of(arguments_.output, Say::packed_added, std::to_string(report.added));
    say_of(arguments_.output, Say::packed_edited, std::to_string(report.edited));
    say_of(arguments_.output, Say::packed_withdrawn, std::to_string(report.withdrawn));
    say_of(arguments_.output, Say::packed_parts, std::to_string(report.new_parts));
    say_of(arguments_.output, Say::packed_bytes, std::to_string(report.new_bytes));
    if (!arguments_.key.empty()) say_of(arguments_.output, Say::packed_signed);
    if (report.has_lost_signature) say_of(arguments_.output, Say::signature_lost);
  }

  void say_of(const std::string& file, Say what, std::string_view subject = {}) {
    progress_.wipe();
    if (!file.empty()) error_ << file << ": ";
    error_ << say(what, arguments_.language, subject) << '\n';
  }

 private:
  const PackArguments& arguments_;
  std::ostream& error_;
  Progress progress_;
};

bool lies_in(const std::string& file, const std::string& folder) {
  std::error_code error;
  const auto inner = std::filesystem::weakly_canonical(file, error), outer = std::filesystem::canonical(folder, error);
  return !error && std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

// kDone where there is a key, or none is asked for.
ExitCode take_key(const PackArguments& arguments, PackTold& told, std::optional<SigningKey>& key) {
  if (arguments.key.empty()) return kDone;
  if (lies_in(arguments.key, arguments.output)) {
    told.say_of({}, Say::key_in_bundle, arguments.key);
    return kWrongUsage;
  }
  KeyFile file = read_key_file(arguments.key);
  if (file.is_open_to_others) told.say_of(arguments.key, Say::open_secret_key, arguments.key);
  key = std::move(file.key);
  if (key) return kDone;
  const bool is_unreadable = file.fault == KeyFault::unreadable;
  told.say_of(arguments.key, is_unreadable ? Say::unreadable : Say::bad_secret_key);
  return is_unreadable ? kFileTrouble : kInputHasErrors;
}

}  // namespace

ExitCode pack_command(const PackArguments& arguments, const Streams& streams) {
  PackTold told(arguments, streams);
  std::optional<SigningKey> key;
  if (const ExitCode code = take_key(arguments, told, key); code != kDone) return code;
  const PackOrder order{arguments.feeds, arguments.output, arguments.is_fresh, key ? &*key : nullptr};
  const PackReport report = pack(order, {utf8_nfc, html_blocks}, told.watch());
  if (report.fault != PackFault::none) {
    told.fault(report);
  } else {
    told.result(report);
  }
  return exit_code_of(report.fault);
}

}  // namespace bantin
