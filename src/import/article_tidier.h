// An article as any reader of pages, texts and feeds gives it, made alike: title and lead said once, each in its place,
// no list of other articles at the end.
// JSON Feeds are not tidied: they are what an import makes, and stay as their writers wanted them.
#pragma once

#include "import/imported.h"

namespace bantin {

/// Blocks that repeat title or lead in front of the text go; so does a line that only dates the article, whose day is
/// taken where there was none. The first paragraph becomes the lead where there is none, or where the lead is only its
/// beginning, cut off. What stands under a trailing "Tin liên quan" becomes related links. What has no title is named
/// by its first words.
void tidy(Imported& imported);

}  // namespace bantin
