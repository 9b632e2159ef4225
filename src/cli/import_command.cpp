#include "cli/import_command.h"

#include <algorithm>
#include <ostream>

#include "cli/file.h"
#include "cli/sentence_table.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed_writer.h"
#include "import/text_import.h"

namespace bantin {

namespace {

std::string explained(const Inference& inference, Language language) {
  if (inference.value.empty()) return inference.field + ": " + say(Say::not_found, language);
  return inference.field + " = " + inference.value + " (" + say(Say::inferred, language, inference.evidence) + ")";
}

// Adds the article of one input to `feed`.
ExitCode import_file(const std::string& path, const ImportArguments& arguments, Feed& feed, std::ostream& error) {
  const Language language = arguments.language;
  const auto text = read_file(path);
  if (!text) {
    error << path << ": " << say(Say::unreadable, language) << '\n';
    return kFileTrouble;
  }
  ImportResult result = import_text(*text, {arguments.title, arguments.department, arguments.day}, utf8_nfc);
  if (!result.article) {
    error << path << ": " << say(Say::no_text, language) << '\n';
    return kInputHasErrors;
  }
  if (result.replaced > 0) {
    error << path << ": " << say(Say::replaced, language, std::to_string(result.replaced)) << '\n';
  }
  for (const Inference& inference : result.inferences) error << path << ": " << explained(inference, language) << '\n';
  add_to_feed(feed, std::move(result));
  return kDone;
}

// Why these arguments cannot be; empty: they can.
std::string wrong_usage(const ImportArguments& arguments) {
  if (!arguments.title.empty() && arguments.inputs.size() > 1) return say(Say::title_of_many, arguments.language);
  const auto is_output = [&](const std::string& input) { return is_same_file(input, arguments.output); };
  if (std::any_of(arguments.inputs.begin(), arguments.inputs.end(), is_output)) {
    return say(Say::over_input, arguments.language, arguments.output);
  }
  return {};
}

}  // namespace

ExitCode import_command(const ImportArguments& arguments, const Streams& streams) {
  if (const std::string wrong = wrong_usage(arguments); !wrong.empty()) {
    streams.error << wrong << '\n';
    return kWrongUsage;
  }
  Feed feed;
  feed.title = "Bản Tin";
  feed.language = "vi";
  ExitCode worst = kDone;
  for (const std::string& path : arguments.inputs) {
    worst = std::max(worst, import_file(path, arguments, feed, streams.error));
  }
  if (worst == kDone && !write_file(arguments.output, write_feed(feed))) {
    streams.error << arguments.output << ": " << say(Say::unwritable, arguments.language) << '\n';
    worst = kFileTrouble;
  }
  if (worst != kDone) {
    streams.error << say(Say::nothing_written, arguments.language) << '\n';
    return worst;
  }
  streams.error << arguments.output << ": "
                << say(Say::written, arguments.language, std::to_string(feed.articles.size())) << '\n';
  return kDone;
}

}  // namespace bantin
