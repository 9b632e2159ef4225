#include "cli/unpack.h"

#include <ostream>

#include "bundle/bundle_reader.h"
#include "cli/file.h"
#include "cli/interruption.h"
#include "cli/progress.h"
#include "cli/sentence_table.h"

namespace bantin {

namespace {

void tell_damage(const BundlePath& path, const BundleReader& bundle, Language language, std::ostream& error) {
  const std::string& wrong = bundle.wrong().empty() ? path.manifest : bundle.wrong();
  error << path.folder << ": " << say(Say::damaged_bundle, language, wrong) << '\n';
}

}  // namespace

ExitCode unpack(const BundlePath& path, const std::string& output, Language language, const Streams& streams) {
  BundleReader bundle(path.folder, path.manifest);
  FileWriter file(output);
  Progress progress(streams.terminal, language);
  const auto goes_on = [&](uint64_t done, uint64_t articles) {
    progress.show({Say::writing, ProgressUnit::articles}, done, articles);
    return !Interruption::is_asked();
  };
  const bool is_whole =
      bundle.manifest() && bundle.write_feed([&](std::string_view text) { file.write(text); }, goes_on);
  progress.wipe();
  ExitCode code = kDone;
  if (Interruption::is_asked()) {
    code = interrupted(language, streams);
  } else if (!is_whole) {
    tell_damage(path, bundle, language, streams.error);
    code = kInputHasErrors;
  } else if (!file.finish()) {
    streams.error << output << ": " << say(Say::unwritable, language) << '\n';
    code = kFileTrouble;
  }
  if (code == kDone) {
    streams.error << output << ": " << say(Say::written, language, std::to_string(bundle.manifest()->count)) << '\n';
  } else {
    streams.error << say(Say::nothing_written, language) << '\n';
  }
  return code;
}

std::optional<std::string> unpacked(const BundlePath& path, Language language, std::ostream& error) {
  BundleReader bundle(path.folder, path.manifest);
  std::string feed;
  if (bundle.manifest() && bundle.write_feed([&](std::string_view text) { feed += text; })) return feed;
  tell_damage(path, bundle, language, error);
  return std::nullopt;
}

}  // namespace bantin
