#include "feed/json_feed.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "feed/feed_builder.h"
#include "feed/json_cursor.h"
#include "feed/json_source.h"

namespace bantin {

namespace {

using Json = nlohmann::json;

// Where in a feed the parser is. Containers of no interest are only counted.
enum class Where : uint8_t {
  nowhere,
  root,
  extension,
  departments,
  department,
  feed_authors,
  feed_author,
  items,
  item,
  item_extension,
  authors,
  author,
  tags,
  related,
  inferred,
  attachments,
  attachment,
};

Where object_in(Where where, std::string_view key) {
  switch (where) {
    case Where::nowhere: return Where::root;
    case Where::root:
      if (key == "author") return Where::feed_author;
      return key == "_bantin" ? Where::extension : Where::nowhere;
    case Where::feed_authors: return Where::feed_author;
    case Where::departments: return Where::department;
    case Where::items: return Where::item;
    case Where::item:
      if (key == "author") return Where::author;
      return key == "_bantin" ? Where::item_extension : Where::nowhere;
    case Where::authors: return Where::author;
    case Where::attachments: return Where::attachment;
    default: return Where::nowhere;
  }
}

Where array_in(Where where, std::string_view key) {
  if (where == Where::root && key == "items") return Where::items;
  if (where == Where::root && key == "authors") return Where::feed_authors;
  if (where == Where::extension && key == "departments") return Where::departments;
  if (where == Where::item && key == "authors") return Where::authors;
  if (where == Where::item && key == "tags") return Where::tags;
  if (where == Where::item && key == "attachments") return Where::attachments;
  if (where == Where::item_extension && key == "related") return Where::related;
  if (where == Where::item_extension && key == "inferred") return Where::inferred;
  return Where::nowhere;
}

// A syntax error, made from nlohmann's message: what it found, then what it expected.
class SyntaxError {
 public:
  SyntaxError(std::string_view text, size_t read, std::string_view token, std::string_view message)
      : text_(text), read_(read), token_(token), message_(message) {}

  // Where the wrong token begins; the end of a text that is cut off.
  size_t position() const {
    if (is_cut_off()) return text_.size();
    if (!says("unexpected '")) {
      // A number is known to have ended only when the character behind it has been read.
      for (const size_t end : {read_, read_ - std::min<size_t>(read_, 1)}) {
        if (!token_.empty() && text_.substr(0, end).ends_with(token_)) return end - token_.size();
      }
    }
    return read_ - std::min<size_t>(read_, 1);
  }

  Expected expected() const {
    static constexpr std::pair<std::string_view, Expected> kParts[] = {
        {"expected '}'", Expected::comma_or_brace}, {"expected ']'", Expected::comma_or_bracket},
        {"expected ':'", Expected::colon},          {"expected string literal", Expected::name},
        {"expected end of input", Expected::end},   {"must be escaped", Expected::escape},
        {"or a literal", Expected::value},          {"invalid literal", Expected::value},
    };
    if (is_cut_off()) return Expected::more;
    for (const auto& [part, expected] : kParts) {
      if (says(part)) return expected;
    }
    return Expected::unknown;
  }

  // At most 24 bytes of whole characters: the wrong token and what follows, else what leads up to it, on one line.
  std::string excerpt() const {
    constexpr size_t kLength = 24;
    size_t begin = position(), end = std::min({begin + kLength, text_.size(), text_.find('\n', begin)});
    if (begin == end) {
      const size_t line = text_.substr(0, begin).rfind('\n') + 1;
      begin = std::max(line, end - std::min(end, kLength));
    }
    while (is_inside(begin)) ++begin;
    while (is_inside(end)) --end;
    return std::string(text_.substr(begin, end - begin));
  }

 private:
  bool says(std::string_view words) const { return message_.find(words) != std::string_view::npos; }

  bool is_cut_off() const {
    return read_ == text_.size() &&
           (says("unexpected end of input") || says("missing closing quote") || says("empty input"));
  }

  bool is_inside(size_t at) const {
    return at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80;
  }

  std::string_view text_;
  size_t read_;
  std::string_view token_, message_;
};

// Turns the parser's events into calls of a FeedBuilder.
class Handler : public nlohmann::json_sax<Json> {
 public:
  Handler(FeedBuilder& builder, const JsonSource& source, const char** cursor)
      : builder_(builder), source_(source), cursor_(cursor) {}

  bool null() override {
    if (ignored_ == 0 && where() == Where::items) builder_.no_item(position());
    return true;
  }
  bool boolean(bool) override { return other(); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override {
    if (ignored_ == 0 && where() == Where::attachment && key_ == "size_in_bytes") builder_.attachment_size(value);
    return number(std::to_string(value));
  }
  bool number_float(number_float_t, const string_t&) override { return other(); }
  bool binary(binary_t&) override { return other(); }

  bool string(string_t& value) override {
    if (ignored_ == 0) take(value);
    return true;
  }

  bool key(string_t& name) override {
    if (ignored_ == 0) key_.swap(name);
    return true;
  }

  bool start_object(std::size_t) override { return enter(ignored_ == 0 ? object_in(where(), key_) : Where::nowhere); }
  bool end_object() override { return leave(); }
  bool start_array(std::size_t) override { return enter(ignored_ == 0 ? array_in(where(), key_) : Where::nowhere); }
  bool end_array() override { return leave(); }

  bool parse_error(std::size_t, const std::string& token, const nlohmann::detail::exception& error) override {
    const SyntaxError syntax(source_.text(), position(), token, error.what());
    builder_.refuse(ProblemCode::not_json, syntax.position(), syntax.excerpt(), syntax.expected());
    return false;
  }

 private:
  Where where() const { return path_.empty() ? Where::nowhere : path_.back(); }
  size_t position() const { return static_cast<size_t>(*cursor_ - source_.text().data()); }

  bool enter(Where next) {
    const bool is_root = path_.empty() && ignored_ == 0;
    if (next == Where::nowhere && !is_root) {
      if (ignored_ == 0) other();
      ++ignored_;
      return true;
    }
    path_.push_back(next);
    if (next == Where::items) builder_.begin_items();
    if (next == Where::item) builder_.begin_item(position());
    if (next == Where::department) builder_.begin_department();
    if (next == Where::attachment) builder_.begin_attachment();
    key_.clear();
    return true;
  }

  bool leave() {
    if (ignored_ > 0) {
      --ignored_;
      return true;
    }
    if (where() == Where::item) builder_.end_item(position());
    path_.pop_back();
    return true;
  }

  void take(std::string& value) {
    switch (where()) {
      case Where::root: return builder_.feed_text(key_, value);
      case Where::department: return builder_.department_text(key_, value);
      case Where::item: return builder_.item_text(key_, value, position());
      case Where::item_extension: return builder_.item_extension_text(key_, value, position());
      case Where::items: return builder_.no_item(position());
      case Where::feed_author:
        if (key_ == "name") builder_.feed_author(value);
        return;
      case Where::author:
        if (key_ == "name") builder_.item_author(value);
        return;
      case Where::attachment: return builder_.attachment_text(key_, value);
      case Where::tags: return builder_.item_tag(value);
      case Where::related: return builder_.item_related(value);
      case Where::inferred: return builder_.item_inferred(value);
      default: return;
    }
  }

  // Ids are numbers in some feeds; the specification wants them read as text.
  bool number(std::string digits) {
    if (ignored_ == 0 && where() == Where::item && key_ == "id") {
      take(digits);
      return true;
    }
    return other();
  }

  // A value that no known field has.
  bool other() {
    if (ignored_ > 0) return true;
    if (where() == Where::items) builder_.no_item(position());
    if (where() == Where::item) builder_.item_wrong_type(key_, position());
    if (where() == Where::item_extension) builder_.item_extension_wrong_type(key_, position());
    return true;
  }

  FeedBuilder& builder_;
  const JsonSource& source_;
  const char** cursor_;
  std::vector<Where> path_;
  uint32_t ignored_ = 0;
  std::string key_;
};

}  // namespace

FeedResult read_feed(std::string_view json, const FeedReaders& readers) {
  const JsonSource source(json);
  const char* cursor = source.text().data();
  FeedBuilder builder(source, readers);
  Handler handler(builder, source, &cursor);
  const char* end = cursor + source.text().size();
  Json::sax_parse(JsonCursor(cursor, &cursor), JsonCursor(end, &cursor), &handler);
  return builder.result();
}

}  // namespace bantin
