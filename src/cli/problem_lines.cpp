#include "cli/problem_lines.h"

#include <ostream>

namespace bantin {

void tell_problem(const Problem& problem, const std::string& file, Language language, std::ostream& out) {
  out << file << ':' << problem.line << ':' << problem.column << ": [" << code_name(problem.code) << "] "
      << (problem.pointer.empty() ? "" : problem.pointer + ": ") << sentence(problem, language) << '\n'
      << "  → " << remedy(problem, language) << '\n';
}

}  // namespace bantin
