// An RSS 2.0 feed (0.91 to 0.94 read alike) → its articles.
// Errors: a document that cannot be parsed or is no RSS gives a fault with its line. Items without any text are left
//         out.
#pragma once

#include <string_view>

#include "import/feed_entry.h"
#include "import/imported.h"
#include "import/xml_document.h"
#include "text/nfc.h"

namespace bantin {

/// `xml` is UTF-8.
InputResult import_rss(std::string_view xml, const Nfc& nfc);

/// What an item of RSS tells by RSS's own elements and the usual ones of others (content:encoded, dc:creator, dc:date).
FeedEntry rss_entry(pugi::xml_node item);

/// The title and link of a feed's channel.
void read_channel(InputResult& result, pugi::xml_node channel, const Nfc& nfc);

}  // namespace bantin
