#include "import/article_settler.h"

#include <algorithm>

#include "import/day_inference.h"
#include "import/department_table.h"
#include "text/fold.h"

namespace bantin {

namespace {

constexpr size_t kIdLength = 60;
constexpr const char *kDepartmentField = "department", *kDayField = "date_published";

// What a field's value was inferred from no longer counts when the clerk tells it.
void is_told(const char* field, Imported& imported) {
  std::erase_if(imported.inferences, [&](const Inference& inference) { return inference.field == field; });
  std::erase(imported.article.inferred, field);
}

Department looked_up(const std::string& called, const DepartmentMap& departments) {
  if (const Department* found = departments.find(called)) return *found;
  Department department = department_called(called);
  const Department* renamed = departments.find(department.name);
  return renamed ? *renamed : department;
}

Department department_of(Imported& imported, const ImportOptions& options, const DepartmentMap& departments) {
  if (!options.department.empty()) {
    is_told(kDepartmentField, imported);
    return looked_up(options.department, departments);
  }
  if (!imported.department.empty()) return looked_up(imported.department, departments);
  const auto found = find_department(imported.article);
  Department department = found ? looked_up(found->department.name, departments) : Department{"khac", "Khác", ""};
  imported.inferences.push_back({kDepartmentField, found ? department.name : "", found ? found->evidence : ""});
  return department;
}

void settle_day(Imported& imported, const ImportOptions& options) {
  Moment& published = imported.article.published;
  if (options.day != kUndated) {
    is_told(kDayField, imported);
    if (published.day != options.day) published = {options.day, 0};
    return;
  }
  if (published.day != kUndated) return;
  const auto found = find_day(imported.article);
  if (found) published = {found->day, found->second};
  imported.inferences.push_back({kDayField, found ? iso_day(found->day) : "", found ? found->evidence : ""});
}

void mark_inferred(Imported& imported) {
  std::vector<std::string>& inferred = imported.article.inferred;
  for (const Inference& inference : imported.inferences) {
    const bool is_known = std::find(inferred.begin(), inferred.end(), inference.field) != inferred.end();
    if (!inference.value.empty() && !is_known) inferred.push_back(inference.field);
  }
}

std::string id_of(const Article& article) {
  std::string id = slug(article.title);
  if (id.size() > kIdLength) {
    const size_t cut = id.rfind('-', kIdLength);
    id.resize(cut == std::string::npos ? kIdLength : cut);
  }
  return article.published.day == kUndated ? id : id + "-" + iso_day(article.published.day);
}

}  // namespace

Department settle(Imported& imported, const ImportOptions& options, const DepartmentMap& departments) {
  Article& article = imported.article;
  Department department = department_of(imported, options, departments);
  settle_day(imported, options);
  mark_inferred(imported);
  if (!options.title.empty()) article.title = options.title;
  if (article.id.empty()) article.id = id_of(article);
  return department;
}

}  // namespace bantin
