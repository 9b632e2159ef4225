#include "feed/problem.h"

#include "text/keyed_table.h"

namespace bantin {

namespace {

struct Entry {
  std::string_view name;
  bool refuses;
  std::string_view vi, vi_remedy, en, en_remedy;  // {} is the subject
};

constexpr auto kTable = keyed_table<ProblemCode, Entry>({
    {ProblemCode::not_json,
     {"not-json", true, "Tệp không phải JSON hợp lệ", "Hãy xuất lại tệp từ nơi tạo ra nó, hoặc sửa chỗ đã nêu.",
      "The file is no valid JSON", "Export the file again, or mend the place named."}},
    {ProblemCode::not_a_feed,
     {"not-a-feed", true, "Tệp không phải bản tin JSON Feed: thiếu «{}»",
      "Hãy dùng tệp JSON Feed 1.1 có version và items.", "The file is no JSON Feed: “{}” is missing",
      "Use a JSON Feed 1.1 document with version and items."}},
    {ProblemCode::item_without_id,
     {"item-without-id", false, "Một bài không có id nên bị bỏ qua", "Hãy đặt id riêng cho bài này.",
      "An article without an id was left out", "Give the article an id of its own."}},
    {ProblemCode::duplicate_id,
     {"duplicate-id", false, "Hai bài cùng có id «{}», chỉ bài đầu được giữ", "Hãy đặt id khác cho bài sau.",
      "Two articles have the id “{}”; only the first is kept", "Give the second one another id."}},
    {ProblemCode::broken_date,
     {"broken-date", false, "Ngày «{}» không đọc được, bài được xếp vào «Không rõ ngày»",
      "Hãy viết ngày như 2022-01-13T08:00:00+07:00.", "The date “{}” cannot be read; the article is kept as undated",
      "Write the date like 2022-01-13T08:00:00+07:00."}},
    {ProblemCode::unknown_department,
     {"unknown-department", false, "Đơn vị «{}» chưa được khai báo", "Hãy thêm đơn vị này vào _bantin.departments.",
      "The department “{}” is not declared", "Add it to _bantin.departments."}},
    {ProblemCode::bad_text,
     {"bad-text", false, "Văn bản có ký tự hỏng, đã thay bằng dấu �", "Hãy lưu lại văn bản gốc bằng mã UTF-8.",
      "The text holds broken characters, replaced by �", "Save the original text as UTF-8."}},
    {ProblemCode::number_out_of_range,
     {"number-out-of-range", false, "Số «{}» quá lớn nên bị bỏ qua", "Hãy xoá hoặc sửa số này.",
      "The number “{}” is too large and was ignored", "Remove or mend the number."}},
    {ProblemCode::wrong_type,
     {"wrong-type", false, "Mục «{}» sai kiểu dữ liệu nên bị bỏ qua", "Hãy viết mục này thành chuỗi chữ.",
      "The field “{}” has the wrong type and was ignored", "Write the field as a string."}},
});

struct Hint {
  std::string_view vi, en;
};

constexpr auto kHints = keyed_table<Expected, Hint>({
    {Expected::unknown, {"", ""}},
    {Expected::comma_or_brace, {"ở đó phải có dấu phẩy hoặc dấu }", "a comma or } is expected there"}},
    {Expected::comma_or_bracket, {"ở đó phải có dấu phẩy hoặc dấu ]", "a comma or ] is expected there"}},
    {Expected::colon, {"ở đó phải có dấu hai chấm", "a colon is expected there"}},
    {Expected::name, {"ở đó phải có tên trường trong ngoặc kép", "a name in quotes is expected there"}},
    {Expected::value, {"ở đó phải có một giá trị", "a value is expected there"}},
    {Expected::escape,
     {"trong ngoặc kép, chỗ xuống dòng phải viết là \\n", "inside quotes a line end is written as \\n"}},
    {Expected::end, {"sau chỗ kết thúc không được có gì nữa", "nothing may follow the end"}},
    {Expected::more, {"tệp bị cắt ngang", "the file is cut off"}},
});

// Where a document is no JSON: what stands there and what should.
std::string syntax_details(const Problem& problem, Language language) {
  if (problem.code != ProblemCode::not_json) return {};
  const bool is_vi = language == Language::vi;
  const Hint& hint = kHints[static_cast<size_t>(problem.expected)];
  const std::string_view expected = is_vi ? hint.vi : hint.en;
  std::string text;
  if (!problem.subject.empty())
    text += (is_vi ? ", hỏng ở gần «" : ", broken near “") + problem.subject + (is_vi ? "»" : "”");
  if (!expected.empty()) text += ": " + std::string(expected);
  return text;
}

const Entry& entry_of(ProblemCode code) { return kTable[static_cast<size_t>(code)]; }

std::string place(const Problem& problem, Language language) {
  if (problem.line == 0) return {};
  const bool is_vi = language == Language::vi;
  return (is_vi ? " (dòng " : " (line ") + std::to_string(problem.line) + (is_vi ? ", cột " : ", column ") +
         std::to_string(problem.column) + ")";
}

}  // namespace

bool refuses(ProblemCode code) { return entry_of(code).refuses; }

std::string_view code_name(ProblemCode code) { return entry_of(code).name; }

std::string sentence(const Problem& problem, Language language) {
  const Entry& entry = entry_of(problem.code);
  std::string text(language == Language::vi ? entry.vi : entry.en);
  if (const size_t slot = text.find("{}"); slot != std::string::npos) text.replace(slot, 2, problem.subject);
  if (!problem.item.empty())
    text +=
        (language == Language::vi ? ", bài «" : ", article “") + problem.item + (language == Language::vi ? "»" : "”");
  return text + place(problem, language) + syntax_details(problem, language) + ".";
}

std::string_view remedy(const Problem& problem, Language language) {
  const Entry& entry = entry_of(problem.code);
  return language == Language::vi ? entry.vi_remedy : entry.en_remedy;
}

}  // namespace bantin
