#include "import/xml_document.h"

#include <algorithm>

namespace bantin {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kWordPressNamespace = "wordpress.org/export/";

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

size_t line_at(std::string_view text, std::ptrdiff_t offset) {
  const auto end = text.begin() + std::clamp<std::ptrdiff_t>(offset, 0, std::ssize(text));
  return static_cast<size_t>(std::count(text.begin(), end, '\n')) + 1;
}

// How much of `text`, which begins with a "<", is a note, an instruction or a document type; 0: none of these.
size_t prologue(std::string_view text) {
  const auto behind = [&](std::string_view end) {
    const size_t at = text.find(end);
    return at == std::string_view::npos ? text.size() : at + end.size();
  };
  if (text.starts_with("<?")) return behind("?>");
  if (text.starts_with("<!--")) return behind("-->");
  if (!text.starts_with("<!")) return 0;
  const size_t end = text.find('>');
  if (text.find('[') > end) return behind(">");
  const size_t inner = text.find(']');
  const size_t closing = text.find('>', inner);
  return closing == std::string_view::npos ? text.size() : closing + 1;
}

// What stands in the root's begin tag, name first.
std::string_view root_tag(std::string_view text) {
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<')) {
    text.remove_prefix(at);
    const size_t passed = prologue(text);
    if (passed == 0) return text.substr(1, text.find('>') - 1);
    text.remove_prefix(passed);
  }
  return {};
}

std::string_view without_prefix(std::string_view name) { return name.substr(name.find(':') + 1); }

class StringWriter : public pugi::xml_writer {
 public:
  explicit StringWriter(std::string& text) : text_(text) {}
  void write(const void* data, size_t size) override { text_.append(static_cast<const char*>(data), size); }

 private:
  std::string& text_;
};

// As HTML takes it: "<b/>" would begin something bold there.
void print(pugi::xml_node node, std::string& markup) {
  StringWriter writer(markup);
  node.print(writer, "", pugi::format_raw | pugi::format_no_empty_element_tags, pugi::encoding_utf8);
}

}  // namespace

XmlKind xml_kind(std::string_view bytes) {
  const std::string_view tag = root_tag(bytes);
  const std::string_view name = without_prefix(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
  if (name == "feed") return XmlKind::atom;
  if (name != "rss") return XmlKind::other;
  return tag.find(kWordPressNamespace) == std::string_view::npos ? XmlKind::rss : XmlKind::wordpress;
}

XmlDocument::XmlDocument(std::string_view text, std::string_view root) {
  // Blanks alone are kept: in markup they part words.
  const pugi::xml_parse_result parsed =
      tree_.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed) {
    fault_ = parsed.description();
    line_ = line_at(text, parsed.offset);
  } else if (local_name(this->root()) != root) {
    fault_ = "The root element is <" + std::string(this->root().name()) + ">, not <" + std::string(root) + ">";
    line_ = line_at(text, this->root().offset_debug());
  }
}

InputResult XmlDocument::refused() const {
  InputResult result;
  result.fault = fault_;
  result.line = line_;
  return result;
}

std::string_view local_name(pugi::xml_node node) { return without_prefix(node.name()); }

std::string content_of(pugi::xml_node node) {
  std::string content;
  const bool has_markup =
      std::any_of(node.begin(), node.end(), [](pugi::xml_node child) { return child.type() == pugi::node_element; });
  for (const pugi::xml_node child : node.children()) {
    const pugi::xml_node_type type = child.type();
    if (type == pugi::node_cdata || (type == pugi::node_pcdata && !has_markup)) content += child.value();
    if (type == pugi::node_element || (type == pugi::node_pcdata && has_markup)) print(child, content);
  }
  return std::string(trimmed(content));
}

std::string child_content(pugi::xml_node node, const char* name) { return content_of(node.child(name)); }

}  // namespace bantin
