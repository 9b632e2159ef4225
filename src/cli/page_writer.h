// The reader with a feed's articles in one HTML file. The reader is a page that web/build.js has made (the shell); what
// stands between its marks <!--bantin:NAME--> and <!--/bantin:NAME--> is replaced:
//   head      title, articles for search engines          reader    the element with the feed in it
//   title     the heading without scripts                 articles  the articles without scripts
// The same feed in the same shell gives the same bytes.
// Errors: nothing where the shell lacks one of the marks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feed/model.h"

namespace bantin {

/// Without scripts the articles stand in the page whole, beyond this many bytes their headlines do.
inline constexpr size_t kMostWithoutScripts = 2'000'000;
/// The newest ones. Search engines take few articles from one page, and each costs its bytes a second time.
inline constexpr size_t kMostForSearchEngines = 100;

std::optional<std::string> write_page(std::string_view shell, const Feed& feed);

}  // namespace bantin
