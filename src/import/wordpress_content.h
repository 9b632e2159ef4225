// The content of a WordPress post, which is not quite HTML yet → HTML for html_blocks.h:
//   line breaks of the text count ("wpautop"): each becomes a <br>, which parts paragraphs just as a blank line does;
//   comments, the marks of the block editor among them, go;
//   [caption]<img> Text[/caption] becomes a figure with its caption; other shortcodes go, what they enclose stays.
// Words in brackets that are no shortcode stay: "[sic]", "[1]", "[Ảnh minh họa]".
#pragma once

#include <string>
#include <string_view>

namespace bantin {

std::string wordpress_html(std::string_view content);

}  // namespace bantin
