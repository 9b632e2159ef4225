#include "feed/problem.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace bantin;

TEST_CASE("every code has a name of its own, a sentence and a remedy in both languages") {
  std::set<std::string_view> names;
  for (uint8_t i = 0; i < static_cast<uint8_t>(ProblemCode::count_); ++i) {
    const Problem problem{static_cast<ProblemCode>(i), 3, 5, "", "x", ""};
    CAPTURE(static_cast<int>(i));
    names.insert(code_name(problem.code));
    for (const Language language : {Language::vi, Language::en}) {
      CHECK(sentence(problem, language).size() > 10);
      CHECK(remedy(problem, language).size() > 10);
    }
  }
  CHECK(names.size() == static_cast<size_t>(ProblemCode::count_));
}

TEST_CASE("a sentence says what, which article and where") {
  const Problem problem{ProblemCode::broken_date, 12, 4, "/items/2", "32/1", "bai-3"};
  CHECK(sentence(problem, Language::vi) ==
        "Ngày «32/1» không đọc được, bài được xếp vào «Không rõ ngày», bài «bai-3» (dòng 12, cột 4).");
  CHECK(sentence(problem, Language::en).find("line 12, column 4") != std::string::npos);
}
