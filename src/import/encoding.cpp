#include "import/encoding.h"

#include <utility>

#include "import/latin_references.h"
#include "import/misread_text.h"
#include "import/transcoding.h"
#include "import/utf16.h"
#include "import/vietnamese_fit.h"
#include "import/windows_bytes.h"
#include "import/word_changes.h"
#include "text/utf8.h"

namespace bantin {

namespace {

enum class Source : unsigned char { plain, document };

struct ByteOrderMark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr ByteOrderMark kMarks[] = {
    {"\xEF\xBB\xBF", Encoding::utf8}, {"\xFF\xFE", Encoding::utf16le}, {"\xFE\xFF", Encoding::utf16be}};

const ByteOrderMark* mark_of(std::string_view bytes) {
  for (const ByteOrderMark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return &mark;
  }
  return nullptr;
}

bool is_utf16(Encoding encoding) { return encoding == Encoding::utf16le || encoding == Encoding::utf16be; }
bool is_unicode(Encoding encoding) { return encoding == Encoding::utf8 || is_utf16(encoding); }

Decoded decode_as(std::string_view bytes, Encoding encoding) {
  Decoded decoded;
  decoded.encoding = encoding;
  decoded.text = transcoded(bytes, encoding, &decoded.replaced);
  return decoded;
}

// An old encoding's bytes, those spelled as references among them.
std::string spelled_out(std::string_view bytes, Source source) {
  if (source == Source::plain) return std::string(bytes);
  return without_latin_references(bytes, [](std::string& text, char32_t letter) {
    text.push_back(static_cast<char>(static_cast<unsigned char>(letter)));
  });
}

std::string letters_spelled_out(std::string_view utf8, Source source) {
  if (source == Source::plain) return std::string(utf8);
  return without_latin_references(utf8, [](std::string& text, char32_t letter) {
    append(text, windows1252_letter(static_cast<unsigned char>(letter)));
  });
}

Decoded with_misreading_undone(Decoded decoded, Source source) {
  const std::string shown = letters_spelled_out(decoded.text, source);
  auto meant = misread_text(shown);
  if (!meant) return decoded;
  decoded.evidence = word_changes(shown, meant->text);
  decoded.text = std::move(meant->text);
  decoded.encoding = meant->encoding;
  decoded.is_guess = true;
  return decoded;
}

// UTF-8 with a few bad bytes, as a cut or a careless program leaves it, is still UTF-8.
bool is_mostly_utf8(std::string_view bytes, size_t bad) {
  size_t beyond_ascii = 0;  // the bad ones among them
  for (size_t at = 0; at < bytes.size();) beyond_ascii += decode(bytes, at) > 0x7F;
  return beyond_ascii >= 5 * bad;
}

// Western text is left to Windows-1258, which has nearly all of its letters in the same places.
Decoded best_of_old(std::string_view bytes, Source source) {
  constexpr size_t kEnoughLetters = 3;
  const std::string all = spelled_out(bytes, source);
  Decoded best = decode_as(bytes, Encoding::windows1258);
  long most = vietnamese_fit(best.text).balance();
  for (const Encoding encoding : {Encoding::tcvn3, Encoding::vni}) {
    Decoded candidate = decode_as(all, encoding);
    const VietnameseFit fit = vietnamese_fit(candidate.text);
    const bool convinces = fit.is_mostly_good() && (fit.is_various || fit.first.size() > kEnoughLetters);
    if (!convinces || fit.balance() <= most) continue;
    most = fit.balance();
    best = std::move(candidate);
  }
  best.evidence = word_changes(windows1252_to_utf8(best.encoding == Encoding::windows1258 ? bytes : all), best.text);
  best.is_guess = true;
  return best;
}

Decoded detected(std::string_view bytes, Source source) {
  if (const auto order = utf16_order(bytes)) {
    Decoded decoded = decode_as(bytes, *order == ByteOrder::little ? Encoding::utf16le : Encoding::utf16be);
    decoded.is_guess = true;
    decoded.evidence = word_changes("", decoded.text);
    return with_misreading_undone(std::move(decoded), source);
  }
  Decoded decoded = decode_as(bytes, Encoding::utf8);
  if (decoded.replaced == 0) return with_misreading_undone(std::move(decoded), source);
  if (!is_mostly_utf8(bytes, decoded.replaced)) return best_of_old(bytes, source);
  decoded.is_guess = true;
  return decoded;
}

// What the clerk says holds; old bytes that were saved as Unicode are taken for what they were.
Decoded decode_wanted(std::string_view bytes, Encoding wanted, const ByteOrderMark* mark, Source source) {
  if (is_unicode(wanted)) return decode_as(bytes, mark && is_utf16(wanted) ? mark->encoding : wanted);
  const Decoded unicode = decode_as(bytes, mark ? mark->encoding : Encoding::utf8);
  if (!mark && unicode.replaced > 0) return decode_as(spelled_out(bytes, source), wanted);
  Decoded decoded;
  decoded.encoding = wanted;
  decoded.text = reread(letters_spelled_out(unicode.text, source), wanted);
  decoded.replaced = unicode.replaced;
  return decoded;
}

std::optional<Decoded> decode_declared(std::string_view bytes) {
  const auto encoding = declared_encoding(bytes);
  // Whoever can read the declaration byte by byte does not read UTF-16.
  if (!encoding || is_utf16(*encoding)) return std::nullopt;
  if (!is_unicode(*encoding) && decode_as(bytes, Encoding::utf8).replaced == 0) return std::nullopt;
  Decoded decoded = decode_as(bytes, *encoding);
  if (decoded.replaced > 0) return std::nullopt;
  decoded.evidence = "charset";
  return *encoding == Encoding::utf8 ? with_misreading_undone(std::move(decoded), Source::document) : decoded;
}

Decoded decode_any(std::string_view bytes, std::optional<Encoding> wanted, Source source) {
  const ByteOrderMark* const mark = mark_of(bytes);
  if (mark) bytes.remove_prefix(mark->bytes.size());
  if (wanted) return decode_wanted(bytes, *wanted, mark, source);
  if (mark) {
    Decoded decoded = decode_as(bytes, mark->encoding);
    decoded.evidence = "BOM";
    return with_misreading_undone(std::move(decoded), source);
  }
  if (source == Source::document) {
    if (auto declared = decode_declared(bytes)) return std::move(*declared);
  }
  return detected(bytes, source);
}

}  // namespace

Decoded to_utf8(std::string_view bytes, std::optional<Encoding> wanted) {
  return decode_any(bytes, wanted, Source::plain);
}

Decoded document_to_utf8(std::string_view bytes, std::optional<Encoding> wanted) {
  return decode_any(bytes, wanted, Source::document);
}

}  // namespace bantin
