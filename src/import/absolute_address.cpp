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
  if (address.starts_with("//")) return std::string(base.substr(0, host - 2)).append(address);
  const std::string_view page = base.substr(0, base.find_first_of("?#"));
  const std::string_view site = page.substr(0, page.find('/', host));
  if (address.starts_with('/')) return std::string(site).append(address);
  if (address.starts_with('?')) return std::string(page).append(address);
  std::string folder(page == site ? page : page.substr(0, page.rfind('/')));
  while (address.starts_with("../") || address.starts_with("./")) {
    const bool climbs = address.starts_with("../");
    address.remove_prefix(climbs ? 3 : 2);
    if (climbs && folder.size() > site.size()) folder.resize(folder.rfind('/'));
  }
  return folder.append("/").append(address);
}

}  // namespace bantin
