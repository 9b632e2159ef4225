// What an input is, by how it begins.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bantin {

enum class InputKind : uint8_t { text, html, rss, atom, wordpress, json, count_ };

/// In any encoding. Where the beginning says nothing, the ending of `name` does: what cannot be read is then told as a
/// fault of that kind.
InputKind input_kind(std::string_view bytes, std::string_view name);

std::string_view kind_name(InputKind kind);  ///< "wordpress", as --from takes it
std::optional<InputKind> kind_called(std::string_view name);

}  // namespace bantin
