#include "feed/problem_json.h"

#include <nlohmann/json.hpp>

namespace bantin {

std::string problems_as_json(const std::vector<FileProblems>& files, Language language) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const FileProblems& file : files) {
    for (const Problem& problem : file.problems) {
      list.push_back({{"file", file.file},
                      {"code", code_name(problem.code)},
                      {"line", problem.line},
                      {"column", problem.column},
                      {"pointer", problem.pointer},
                      {"message", sentence(problem, language)},
                      {"remedy", remedy(problem, language)}});
    }
  }
  return list.dump(2) + "\n";
}

}  // namespace bantin
