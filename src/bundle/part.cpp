#include "bundle/part.h"

#include <libdeflate.h>
#include <sodium.h>

#include <memory>

namespace bantin {

namespace {

constexpr int kLevel = 9;
constexpr size_t kNameDigits = 24;
constexpr std::string_view kDigits = "0123456789abcdef";
constexpr char kPageMark = 'P';

}  // namespace

PartHash hash_of(std::string_view content) {
  PartHash hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(content.data()), content.size());
  return hash;
}

std::string hex(const PartHash& hash) {
  std::string digits;
  for (const uint8_t byte : hash) {
    digits += kDigits[byte >> 4];
    digits += kDigits[byte & 15];
  }
  return digits;
}

std::optional<PartHash> hash_from_hex(std::string_view digits) {
  PartHash hash{};
  if (digits.size() != 2 * hash.size()) return std::nullopt;
  for (size_t i = 0; i < digits.size(); ++i) {
    const size_t digit = kDigits.find(digits[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    hash[i / 2] = static_cast<uint8_t>(static_cast<size_t>(hash[i / 2]) << 4 | digit);
  }
  return hash;
}

std::string part_path(const PartHash& hash) {
  const std::string name = hex(hash).substr(0, kNameDigits);
  return "parts/" + name.substr(0, 2) + "/" + name + ".bin";
}

std::string gzip(std::string_view content) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(kLevel), &libdeflate_free_compressor);
  std::string bytes(libdeflate_gzip_compress_bound(compressor.get(), content.size()), '\0');
  bytes.resize(libdeflate_gzip_compress(compressor.get(), content.data(), content.size(), bytes.data(), bytes.size()));
  return bytes;
}

std::optional<std::string> gunzip(std::string_view bytes) {
  constexpr size_t kTrailer = 4;  // the content's size, the lowest byte first (RFC 1952, section 2.3.1)
  if (bytes.size() < kTrailer) return std::nullopt;
  size_t size = 0;
  for (size_t i = 1; i <= kTrailer; ++i) size = size << 8 | static_cast<uint8_t>(bytes[bytes.size() - i]);
  if (size > kLargestPart) return std::nullopt;
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
      libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
  std::string content(size, '\0');
  const libdeflate_result result = libdeflate_gzip_decompress(decompressor.get(), bytes.data(), bytes.size(),
                                                              content.data(), content.size(), nullptr);
  if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
  return content;
}

uint32_t TableWriter::add(const PartHash& hash) {
  if (page_.empty()) page_.push_back(kPageMark);
  page_.append(reinterpret_cast<const char*>(hash.data()), hash.size());
  ++table_.parts;
  if (table_.parts % kPageParts == 0) end_page();
  return table_.parts - 1;
}

PartTable TableWriter::finish() {
  if (!page_.empty()) end_page();
  return table_;
}

void TableWriter::end_page() {
  table_.pages.push_back(store_(page_));
  page_.clear();
}

}  // namespace bantin
