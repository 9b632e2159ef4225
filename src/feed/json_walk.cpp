#include "feed/json_walk.h"

#include <nlohmann/json.hpp>

#include "feed/json_cursor.h"

namespace bantin {

namespace {

using Json = nlohmann::json;

class Walk : public nlohmann::json_sax<Json> {
 public:
  Walk(std::string_view json, const char** cursor, JsonVisitor& visitor)
      : json_(json), cursor_(cursor), visitor_(visitor) {}

  bool null() override { return pass(); }
  bool boolean(bool) override { return pass(); }
  bool number_integer(number_integer_t value) override { return take(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return take(std::to_string(value)); }
  bool number_float(number_float_t, const string_t&) override { return pass(); }
  bool binary(binary_t&) override { return pass(); }
  bool string(string_t& value) override { return take(value); }

  bool key(string_t& name) override {
    path_.set_key(name);
    return true;
  }

  bool start_object(std::size_t) override {
    visitor_.begin_object(path_, position());
    path_.enter(false);
    return true;
  }

  bool end_object() override {
    path_.leave();
    visitor_.end_object(path_);
    return pass();
  }

  bool start_array(std::size_t) override {
    path_.enter(true);
    return true;
  }

  bool end_array() override {
    path_.leave();
    return pass();
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  size_t position() const {
    const auto read = static_cast<size_t>(*cursor_ - json_.data());
    return read > 0 ? read - 1 : 0;
  }

  bool take(const std::string& value) {
    visitor_.text(path_, value, position());
    return pass();
  }

  bool pass() {
    path_.advance();
    return true;
  }

  std::string_view json_;
  const char** cursor_;
  JsonVisitor& visitor_;
  JsonPath path_;
};

// A name in a JSON pointer.
std::string escaped(std::string_view key) {
  std::string text;
  for (const char c : key) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

std::string JsonPath::shape() const {
  std::string text;
  for (const Step& step : steps_) {
    text += '/';
    text += step.is_list ? "*" : step.key;
  }
  return text;
}

std::string JsonPath::pointer() const {
  std::string text;
  for (const Step& step : steps_) text += "/" + (step.is_list ? std::to_string(step.index) : escaped(step.key));
  return text;
}

void JsonPath::advance() {
  if (!steps_.empty() && steps_.back().is_list) ++steps_.back().index;
}

bool walk_json(std::string_view json, JsonVisitor& visitor) {
  const char* cursor = json.data();
  const char* end = cursor + json.size();
  Walk walk(json, &cursor, visitor);
  return Json::sax_parse(JsonCursor(cursor, &cursor), JsonCursor(end, &cursor), &walk);
}

}  // namespace bantin
