#include "feed/department_map.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/fold.h"

namespace bantin {

namespace {

using Json = nlohmann::json;

class MapReader {
 public:
  explicit MapReader(const Nfc& nfc) : nfc_(nfc) {}

  DepartmentMapResult read(std::string_view text) {
    const Json document = Json::parse(text.begin(), text.end(), nullptr, false);
    if (document.is_discarded()) {
      note(MapFault::not_json, "");
    } else if (!document.is_object() || !document.contains("departments") || !document["departments"].is_array()) {
      note(MapFault::no_departments, "/departments");
    } else {
      entries(document["departments"]);
    }
    if (!problems_.empty()) return {std::nullopt, std::move(problems_)};
    return {std::move(map_), {}};
  }

 private:
  void note(MapFault fault, std::string pointer, std::string subject = {}) {
    problems_.push_back({fault, std::move(pointer), std::move(subject)});
  }

  void entries(const Json& list) {
    for (size_t i = 0; i < list.size(); ++i) entry(list[i], "/departments/" + std::to_string(i));
  }

  void entry(const Json& object, const std::string& pointer) {
    if (!object.is_object()) return note(MapFault::no_department, pointer);
    Department department{text(object, "id", pointer), text(object, "name", pointer),
                          text(object, "short_name", pointer)};
    const std::vector<std::string> aliases = texts(object, "aliases", pointer);
    if (department.name.empty()) return note(MapFault::without_name, pointer + "/name");
    if (department.id.empty()) department.id = slug(department.name);
    if (department.id != slug(department.id)) note(MapFault::bad_id, pointer + "/id", slug(department.id));
    if (const std::string taken = map_.add(std::move(department), aliases); !taken.empty()) {
      note(MapFault::ambiguous, pointer, taken);
    }
  }

  std::string text(const Json& object, const char* key, const std::string& pointer) {
    const auto found = object.find(key);
    if (found == object.end()) return {};
    if (found->is_string()) return nfc_(found->get_ref<const std::string&>());
    note(MapFault::wrong_type, pointer + "/" + key);
    return {};
  }

  std::vector<std::string> texts(const Json& object, const char* key, const std::string& pointer) {
    std::vector<std::string> all;
    const auto found = object.find(key);
    if (found == object.end()) return all;
    const auto is_text = [](const Json& value) { return value.is_string(); };
    if (!found->is_array() || !std::all_of(found->begin(), found->end(), is_text)) {
      note(MapFault::wrong_type, pointer + "/" + key);
      return all;
    }
    all.reserve(found->size());
    for (const Json& value : *found) all.push_back(nfc_(value.get_ref<const std::string&>()));
    return all;
  }

  const Nfc& nfc_;
  DepartmentMap map_;
  std::vector<MapProblem> problems_;
};

}  // namespace

std::string DepartmentMap::add(Department department, const std::vector<std::string>& aliases) {
  std::vector<std::string> names = {department.id, department.name, department.short_name};
  names.insert(names.end(), aliases.begin(), aliases.end());
  const size_t index = departments_.size();
  departments_.push_back(std::move(department));
  std::string taken;
  for (const std::string& name : names) {
    if (name.empty()) continue;
    const size_t owner = by_slug_.emplace(slug(name), index).first->second;
    if (owner != index && taken.empty()) taken = name;
  }
  return taken;
}

const Department* DepartmentMap::find(std::string_view called) const {
  if (called.empty()) return nullptr;
  const auto found = by_slug_.find(slug(called));
  return found == by_slug_.end() ? nullptr : &departments_[found->second];
}

DepartmentMapResult read_department_map(std::string_view json, const Nfc& nfc) { return MapReader(nfc).read(json); }

}  // namespace bantin
