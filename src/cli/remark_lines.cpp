#include "cli/remark_lines.h"

#include <ostream>

#include "cli/sentence_table.h"

namespace bantin {

void tell_remark(const Remark& remark, const std::string& file, Language language, std::ostream& out) {
  const Say severity = remark.severity == Severity::error ? Say::an_error : Say::a_warning;
  out << file;
  if (remark.line > 0) out << ':' << remark.line << ':' << remark.column;
  out << ": " << say(severity, language) << " [" << remark.code << "] "
      << (remark.pointer.empty() ? "" : remark.pointer + ": ") << remark.message << '\n'
      << "  → " << remark.remedy << '\n';
}

}  // namespace bantin
