// Walks a JSON document and tells of its objects and texts with the path that leads to each. Native only.
// Use:    class Titles : public JsonVisitor { void text(const JsonPath& path, …) override { … path.shape() … } };
//         walk_json(source.text(), titles);
// Units:  positions in bytes of the text: the last byte of a text, the brace of an object.
// Errors: text that is no JSON is walked up to its first fault; false.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bantin {

class JsonPath {
 public:
  /// "/items/*/title": where in documents of one kind, whichever item it is.
  std::string shape() const;
  /// "/items/3/title" (RFC 6901)
  std::string pointer() const;

  void enter(bool is_list) { steps_.push_back({is_list, 0, {}}); }
  void leave() { steps_.pop_back(); }
  void set_key(std::string key) { steps_.back().key = std::move(key); }
  /// To the next element, where this is a list.
  void advance();

 private:
  struct Step {
    bool is_list;
    size_t index;
    std::string key;
  };

  std::vector<Step> steps_;
};

class JsonVisitor {
 public:
  virtual ~JsonVisitor() = default;
  virtual void begin_object(const JsonPath& path, size_t position) = 0;
  virtual void end_object(const JsonPath& path) = 0;
  /// A string; or a whole number, in digits.
  virtual void text(const JsonPath& path, const std::string& value, size_t position) = 0;
};

bool walk_json(std::string_view json, JsonVisitor& visitor);

}  // namespace bantin
