// The departments a clerk's office has and everything they are called: what the words of an input are looked up in.
// As a file: {"departments": [{"id": "so-yt", "name": "Sở Y tế", "short_name": "Sở YT", "aliases": ["soyte"]}]}
// Use:    DepartmentMap map = …; if (const Department* found = map.find("SỞ Y TẾ")) …
// Errors: a file with anything wrong gives no map, and says what is wrong where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "feed/model.h"
#include "text/nfc.h"

namespace bantin {

class DepartmentMap {
 public:
  /// Names that another department has already stay that one's; the first of them is returned, empty: none.
  std::string add(Department department, const std::vector<std::string>& aliases = {});

  /// By id, name, short name or alias; capitals, accents and punctuation do not matter. Lives as long as nothing is
  /// added.
  const Department* find(std::string_view called) const;

 private:
  std::vector<Department> departments_;
  std::unordered_map<std::string, size_t> by_slug_;
};

enum class MapFault : uint8_t {
  not_json,
  no_departments,  ///< there is no array "departments"
  no_department,   ///< an entry that is no object
  without_name,    ///< neither id nor name may be missing; the id follows from the name
  wrong_type,      ///< a field that is no text, or aliases that are no list of texts
  bad_id,          ///< the id is no slug; subject: the slug
  ambiguous,       ///< two departments are called that; subject: the name
  count_,
};

struct MapProblem {
  MapFault fault = MapFault::not_json;
  std::string pointer;  ///< JSON pointer (RFC 6901)
  std::string subject;
};

struct DepartmentMapResult {
  std::optional<DepartmentMap> map;
  std::vector<MapProblem> problems;
};

DepartmentMapResult read_department_map(std::string_view json, const Nfc& nfc);

}  // namespace bantin
