#include "text/cluster.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace bantin;

namespace {

std::vector<std::string> clusters(std::string_view text) {
  std::vector<std::string> found;
  for (size_t at = 0; at < text.size();) found.emplace_back(next_cluster(text, at));
  return found;
}

}  // namespace

TEST_CASE("precomposed Vietnamese letters are a cluster each") {
  CHECK(clusters("Sở TT&TT") == std::vector<std::string>{"S", "ở", " ", "T", "T", "&", "T", "T"});
}

TEST_CASE("a letter takes its combining marks along") {
  CHECK(clusters("e\u0302\u0301a") == std::vector<std::string>{"e\u0302\u0301", "a"});
}

TEST_CASE("joined emoji, skin tones and flags are one cluster") {
  CHECK(clusters("👩‍🌾x") == std::vector<std::string>{"👩‍🌾", "x"});
  CHECK(clusters("👍🏽") == std::vector<std::string>{"👍🏽"});
  CHECK(clusters("🇻🇳🇻🇳") == std::vector<std::string>{"🇻🇳", "🇻🇳"});
}

TEST_CASE("bad bytes are passed one by one") { CHECK(clusters("\xFF\xFE").size() == 2); }
