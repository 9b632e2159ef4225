// A web page that somebody saved → the article on it, without what surrounds that: navigation, sharing, comments,
// advertisements, other articles.
// Use:    InputResult result = import_html(html, nfc);
// Errors: a page on which no article is found, such as a list, is left out (no_article) with its title.
#pragma once

#include <string_view>

#include "import/imported.h"
#include "text/nfc.h"

namespace bantin {

/// `html` is UTF-8; bad parts are read as U+FFFD.
InputResult import_html(std::string_view html, const Nfc& nfc);

}  // namespace bantin
