// An input of any kind and encoding, read: its kind found out, its bytes made UTF-8, its articles tidied.
// Use:    ReadInput read = read_input(bytes, "tin.xml", {}, nfc);
// Errors: what cannot be read at all has a fault in `result`, or a problem that refuses it (JSON Feeds).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "feed/problem.h"
#include "import/encoding.h"
#include "import/imported.h"
#include "import/input_kind.h"
#include "text/nfc.h"

namespace bantin {

/// What the clerk says of an input.
struct InputHints {
  std::optional<InputKind> kind = {};
  std::optional<Encoding> encoding = {};
};

struct ReadInput {
  InputKind kind = InputKind::text;
  InputResult result;
  std::optional<Inference> encoding;  ///< where it was guessed
  std::vector<Problem> problems;      ///< of a JSON Feed
};

ReadInput read_input(std::string_view bytes, std::string_view name, const InputHints& hints, const Nfc& nfc);

}  // namespace bantin
