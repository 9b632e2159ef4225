// News pages saved as plain text → articles: a title, paragraphs, and the titles under a trailing "Tin liên quan".
// Use:    InputResult result = import_text(text, nfc);
// Errors: a text without a word gives no article.
#pragma once

#include <string_view>

#include "import/imported.h"
#include "text/nfc.h"

namespace bantin {

/// `utf8` may hold several texts (text_splitter.h). Paragraphs are parted by blank lines; in a text without any, each
/// line is one. Which of them is the lead is article_tidier.h's to say.
InputResult import_text(std::string_view utf8, const Nfc& nfc);

}  // namespace bantin
