#include "import/absolute_address.h"

namespace bantin {

namespace {

bool has_scheme(std::string_view address) {
  const size_t colon = address.find(':');
  return colon != std::string_view::npos && colon < address.find_first_of("/?#");
}

}  // namespace

bool is_http_address(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

std::string absolute_address(std::string_view address, std::string_view base) {
  const bool stays = address.empty() || address.starts_with('#') || has_scheme(address) || !is_http_address(base);
  if (stays) return std::string(address);
  const size_t host = base.find("//") + 2;
  const std::string_view page = base.substr(0, base.find_first_of("?#"));
  if (address.starts_with("//")) return std::string(base.substr(0, host - 2)).append(address);
  const size_t path = page.find('/', host);
  if (address.starts_with('/')) return std::string(page.substr(0, path)).append(address);
  if (address.starts_with('?')) return std::string(page).append(address);
  if (path == std::string_view::npos) return std::string(page).append("/").append(address);
  return std::string(page.substr(0, page.rfind('/') + 1)).append(address);
}

}  // namespace bantin
