#include "import/latin_references.h"

#include <charconv>
#include <optional>

namespace bantin {

namespace {

constexpr char32_t kFirst = 0x80, kNoBreakSpace = 0xA0, kLast = 0xFF;
constexpr size_t kLongest = 8;  // &Ccedil;

// From U+00A0 on.
constexpr std::string_view kNames =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr "
    "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest "
    "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
    "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
    "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml "
    "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml ";

std::optional<char32_t> numbered(std::string_view digits) {
  const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
  if (is_hex) digits.remove_prefix(1);
  unsigned number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number, is_hex ? 16 : 10);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::optional<char32_t> named(std::string_view name) {
  char32_t letter = kNoBreakSpace;
  for (size_t at = 0; at < kNames.size(); ++letter) {
    const size_t end = kNames.find(' ', at);
    if (kNames.substr(at, end - at) == name) return letter;
    at = end + 1;
  }
  return std::nullopt;
}

std::optional<char32_t> latin_letter(std::string_view reference) {
  const auto letter = reference.starts_with('#') ? numbered(reference.substr(1)) : named(reference);
  const bool is_latin = letter && *letter >= kFirst && *letter <= kLast && *letter != kNoBreakSpace;
  return is_latin ? letter : std::nullopt;
}

}  // namespace

std::string without_latin_references(std::string_view html, const AddLatin& add) {
  std::string text;
  text.reserve(html.size());
  for (size_t at = 0; at < html.size();) {
    const size_t begin = html.find('&', at);
    text += html.substr(at, begin - at);
    if (begin == std::string_view::npos) break;
    const std::string_view inner = html.substr(begin + 1, kLongest - 1);
    const size_t size = inner.find(';');
    const auto letter = size == std::string_view::npos ? std::nullopt : latin_letter(inner.substr(0, size));
    if (letter)
      add(text, *letter);
    else
      text.push_back('&');
    at = begin + 1 + (letter ? size + 1 : 0);
  }
  return text;
}

}  // namespace bantin
