#include "import/web_address.h"

#include <algorithm>

namespace bantin {

namespace {

constexpr std::string_view kSchemes[] = {"https://", "http://"};

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string in_small_letters(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), small);
  return result;
}

// Whether there was one.
bool take_scheme(std::string_view& address) {
  for (const std::string_view scheme : kSchemes) {
    if (in_small_letters(address.substr(0, scheme.size())) != scheme) continue;
    address.remove_prefix(scheme.size());
    return true;
  }
  return false;
}

std::string_view without_end(std::string_view text, std::string_view signs) {
  return text.substr(0, text.find_first_of(signs));
}

// `whole`: "host/path?query".
std::string normalised(std::string_view whole) {
  while (whole.ends_with('/')) whole.remove_suffix(1);
  const size_t host = whole.find('/');
  return in_small_letters(whole.substr(0, host)) +
         std::string(host == std::string_view::npos ? std::string_view() : whole.substr(host));
}

}  // namespace

std::string page_of(std::string_view address, std::string_view base) {
  address = without_end(address, "#");
  if (address.empty()) return {};
  if (take_scheme(address)) return normalised(address);
  if (address.starts_with("//")) return normalised(address.substr(2));
  if (without_end(address, "/?").find(':') != std::string_view::npos) return {};  // mailto:, javascript:
  if (!take_scheme(base)) return normalised(address);
  base = without_end(base, "?#");
  const size_t path = std::min(base.find('/'), base.size());
  const size_t folder = base.rfind('/') == std::string_view::npos ? path : base.rfind('/');
  const std::string start(base.substr(0, address.starts_with('/') ? path : folder));
  return normalised(start + (address.starts_with('/') ? "" : "/") + std::string(address));
}

}  // namespace bantin
