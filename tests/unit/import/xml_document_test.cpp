#include "import/xml_document.h"

#include <doctest/doctest.h>

#include "import/fixture.h"

using namespace bantin;

TEST_CASE("the kind follows from the root element and its namespaces") {
  CHECK(xml_kind(import_fixture("rss/cong_thong_tin.xml")) == XmlKind::rss);
  CHECK(xml_kind(import_fixture("rss/laughs.xml")) == XmlKind::rss);
  CHECK(xml_kind(import_fixture("atom/tien_to.xml")) == XmlKind::atom);
  CHECK(xml_kind(import_fixture("wordpress/trang_so.xml")) == XmlKind::wordpress);
  CHECK(xml_kind("\xEF\xBB\xBF<rss/>") == XmlKind::rss);
  for (const char* text :
       {"", "<", "<!", "<!--", "<?xml", "<!DOCTYPE html><html>", "rss", "<opml/>", "<!DOCTYPE x ["}) {
    CHECK_MESSAGE(xml_kind(text) == XmlKind::other, text);
  }
}

TEST_CASE("a fault is told with its line, an unexpected root with its name") {
  const XmlDocument unclosed(import_fixture("rss/unclosed.xml"), "rss");
  CHECK_FALSE(unclosed.fault().empty());
  CHECK(unclosed.line() == 7);
  const XmlDocument other("<?xml version=\"1.0\"?>\n\n<opml><body/></opml>", "rss");
  CHECK(other.fault() == "The root element is <opml>, not <rss>");
  CHECK(other.line() == 3);
  CHECK(other.refused().line == 3);
  CHECK_FALSE(XmlDocument("", "rss").fault().empty());
  CHECK_FALSE(XmlDocument("chỉ là chữ", "rss").fault().empty());
}

TEST_CASE("what feeds of real sites do wrong is taken") {
  const XmlDocument document("\xEF\xBB\xBF\n <?xml version=\"1.0\"?><r><t> A & B &nbsp; &#7841; &lt;</t></r>\n<!-- -->",
                             "r");
  CHECK(document.fault().empty());
  CHECK(child_content(document.root(), "t") == "A & B &nbsp; ạ <");
  CHECK(child_content(document.root(), "u").empty());
}

TEST_CASE("markup that is not escaped is content, fit for HTML") {
  const XmlDocument document("<r>A &lt; B <b>hai</b> <i>ba</i><a name='x'/><![CDATA[<u>bốn</u>]]><!-- năm --></r>",
                             "r");
  CHECK(content_of(document.root()) == "A &lt; B <b>hai</b> <i>ba</i><a name=\"x\"></a><u>bốn</u>");
}

TEST_CASE("a hundred thousand levels are read like one") {
  constexpr size_t kLevels = 100'000;
  const XmlDocument document("<r>" + repeated("<b>", kLevels) + "sâu" + repeated("</b>", kLevels) + "</r>", "r");
  CHECK(document.fault().empty());
  CHECK(content_of(document.root()).size() == 7 * kLevels + std::string_view("sâu").size());
  CHECK_FALSE(XmlDocument(repeated("<r>", kLevels), "r").fault().empty());
}
