#include "feed/remark.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

namespace bantin {

namespace {

std::string message_of(const Finding& finding, Language language) {
  const RuleEntry& entry = rule_entry(finding.rule);
  const bool is_vi = language == Language::vi;
  std::string text(is_vi ? entry.vi : entry.en);
  if (const size_t slot = text.find("{}"); slot != std::string::npos) text.replace(slot, 2, finding.subject);
  if (!finding.item.empty()) text += (is_vi ? ", bài «" : ", article “") + finding.item + (is_vi ? "»" : "”");
  return text + (is_vi ? " (dòng " : " (line ") + std::to_string(finding.line) + (is_vi ? ", cột " : ", column ") +
         std::to_string(finding.column) + ").";
}

}  // namespace

Remark remark_of(const Problem& problem, Language language) {
  return {Severity::error,
          std::string(code_name(problem.code)),
          problem.line,
          problem.column,
          problem.pointer,
          sentence(problem, language),
          std::string(remedy(problem, language))};
}

Remark remark_of(const Finding& finding, Language language) {
  const RuleEntry& entry = rule_entry(finding.rule);
  return {entry.severity,
          std::string(entry.name),
          finding.line,
          finding.column,
          finding.pointer,
          message_of(finding, language),
          std::string(language == Language::vi ? entry.vi_remedy : entry.en_remedy)};
}

void sort_by_place(std::vector<Remark>& remarks) {
  std::stable_sort(remarks.begin(), remarks.end(), [](const Remark& a, const Remark& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
}

bool has_errors(const std::vector<Remark>& remarks) {
  return std::any_of(remarks.begin(), remarks.end(),
                     [](const Remark& remark) { return remark.severity == Severity::error; });
}

std::string remarks_as_json(const std::vector<FileRemarks>& files) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const FileRemarks& file : files) {
    for (const Remark& remark : file.remarks) {
      list.push_back({{"file", file.file},
                      {"code", remark.code},
                      {"severity", severity_name(remark.severity)},
                      {"line", remark.line},
                      {"column", remark.column},
                      {"pointer", remark.pointer},
                      {"message", remark.message},
                      {"remedy", remark.remedy}});
    }
  }
  return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace bantin
