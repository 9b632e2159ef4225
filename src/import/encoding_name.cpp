#include "import/encoding_name.h"

#include <iterator>
#include <string>

#include "text/fold.h"

namespace bantin {

namespace {

struct Name {
  std::string_view plain;
  Encoding encoding;
};

constexpr Name kNames[] = {{"utf8", Encoding::utf8},
                           {"utf16", Encoding::utf16le},
                           {"utf16le", Encoding::utf16le},
                           {"utf16be", Encoding::utf16be},
                           {"windows1258", Encoding::windows1258},
                           {"cp1258", Encoding::windows1258},
                           {"xcp1258", Encoding::windows1258},
                           {"tcvn3", Encoding::tcvn3},
                           {"tcvn", Encoding::tcvn3},
                           {"tcvn5712", Encoding::tcvn3},
                           {"xviettcvn5712", Encoding::tcvn3},
                           {"abc", Encoding::tcvn3},
                           {"vni", Encoding::vni},
                           {"vniwindows", Encoding::vni},
                           {"vniwin", Encoding::vni},
                           {"xvietvni", Encoding::vni}};

constexpr std::string_view kShown[] = {"UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1258", "TCVN3", "VNI"};
static_assert(std::size(kShown) == static_cast<size_t>(Encoding::count_));

}  // namespace

std::optional<Encoding> encoding_called(std::string_view name) {
  std::string plain;
  for (const char c : folded(name)) {
    if (std::string_view("-_ ").find(c) == std::string_view::npos) plain.push_back(c);
  }
  for (const Name& known : kNames) {
    if (known.plain == plain) return known.encoding;
  }
  return std::nullopt;
}

std::string_view encoding_name(Encoding encoding) {
  return encoding < Encoding::count_ ? kShown[static_cast<size_t>(encoding)] : std::string_view();
}

}  // namespace bantin
