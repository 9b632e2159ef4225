#ifndef __EMSCRIPTEN__  // nothing in a browser checks feeds

#include "feed/remark.h"

#include <doctest/doctest.h>

#include <set>

using namespace bantin;

TEST_CASE("every rule has a name of its own, a sentence and a remedy in both languages") {
  std::set<std::string> names;
  for (uint8_t i = 0; i < static_cast<uint8_t>(Rule::count_); ++i) {
    const Finding finding{static_cast<Rule>(i), 3, 5, "/items/2", "x", "bai-3"};
    for (const Language language : {Language::vi, Language::en}) {
      const Remark remark = remark_of(finding, language);
      CAPTURE(remark.code);
      names.insert(remark.code);
      CHECK(remark.message.find("{}") == std::string::npos);
      CHECK(remark.message.ends_with(language == Language::vi ? ", bài «bai-3» (dòng 3, cột 5)."
                                                              : ", article “bai-3” (line 3, column 5)."));
      CHECK(remark.remedy.ends_with("."));
    }
  }
  CHECK(names.size() == static_cast<size_t>(Rule::count_));
}

TEST_CASE("what reading tells is an error, remarks are sorted by place") {
  std::vector<Remark> remarks{remark_of(Finding{Rule::future_date, 7, 2, "", "x", ""}, Language::en)};
  CHECK_FALSE(has_errors(remarks));
  remarks.push_back(remark_of(Problem{ProblemCode::broken_date, 3, 9, "/items/0", "x", "a"}, Language::en));
  CHECK(has_errors(remarks));
  sort_by_place(remarks);
  CHECK(remarks[0].code == "broken-date");
}

TEST_CASE("programs hear of severity, place and remedy; broken bytes are replaced") {
  const Finding finding{Rule::unknown_related, 3, 5, "/items/2/_bantin/related/0", "x\xFF", "a"};
  const std::string json = remarks_as_json({{"a.json", {remark_of(finding, Language::en)}}});
  for (const char* part : {R"("file": "a.json")", R"("code": "unknown-related")", R"("severity": "warning")",
                           R"("line": 3)", R"("pointer": "/items/2/_bantin/related/0")", "x\uFFFD"}) {
    CAPTURE(part);
    CHECK(json.find(part) != std::string::npos);
  }
  CHECK(remarks_as_json({{"a.json", {}}}) == "[]\n");
}

#endif
