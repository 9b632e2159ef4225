#include "ui/views/department_view.h"

#include <string>

#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr size_t kManyDepartments = 10;
constexpr float kGap = 8;
constexpr float kCountRoom = 72;  // beside a department's name: dot, gaps and count

bool has_search(const Reader& reader) { return reader.feed().departments.size() > kManyDepartments; }

void row(Ui& ui, const Reader& reader, uint16_t index, const Rect& rect) {
  const Department& department = reader.feed().departments[index];
  const uint32_t count = reader.results().by_department[index];
  const bool fits = ui.text_width(department.name, kInterfaceStrong) < rect.width - kCountRoom;
  const std::string_view name = fits || department.short_name.empty() ? department.name : department.short_name;
  // Who speaks to the reader says what is seen; who listens gets all of it.
  std::string spoken = std::string(name) + ", " + ui.strings.articles(count);
  if (name != department.name) spoken += ", " + department.name;
  toggle(ui, {.key = department_key(index),
              .rect = rect,
              .text = name,
              .count = ui.strings.number(count),
              .label = spoken,
              .dot = ui.theme.department(index),
              .on = reader.is_chosen(index),
              .action = {ActionKind::toggle_department, index}});
}

}  // namespace

float DepartmentView::height(const Reader& reader) {
  const size_t rows = std::max<size_t>(1, reader.listed_departments().size());
  return static_cast<float>(rows) * kControlHeight + (has_search(reader) ? kControlHeight + kGap : 0);
}

void DepartmentView::build(Ui& ui, const Reader& reader, const Rect& rect, float padding) {
  float y = rect.y;
  if (has_search(reader)) {
    const std::string_view name = ui.strings.get(Message::find_department);
    field(ui, {.key = kDepartmentSearchKey,
               .kind = NodeKind::search,
               .rect = {rect.x + padding, y, rect.width - 2 * padding, kControlHeight},
               .value = reader.department_query(),
               .name = name,
               .placeholder = name,
               .action = {ActionKind::set_department_query},
               .icon = Icon::search});
    y += kControlHeight + kGap;
  }
  const std::vector<uint16_t> listed = reader.listed_departments();
  Box group(ui, {.kind = NodeKind::group,
                 .key = key_of("department-list"),
                 .flags = kArrows,
                 .x = rect.x,
                 .y = y,
                 .width = rect.width,
                 .height = static_cast<float>(listed.size()) * kControlHeight,
                 .label = ui.strings.get(Message::departments)});
  for (size_t i = 0; i < listed.size(); ++i) {
    row(ui, reader, listed[i],
        {padding - 14, static_cast<float>(i) * kControlHeight, rect.width - 2 * padding + 28, kControlHeight});
  }
  if (!listed.empty()) return;
  label(ui, NodeKind::status, key_of("no-department"), {padding, 9, rect.width - 2 * padding, 22},
        ui.strings.get(Message::no_department), kInterfaceText, ui.theme.quiet);
}

}  // namespace bantin
