// What can be wrong with a bundle: one table of codes with a sentence and a remedy in each language.
// Use:    problems.push_back({BundleFault::part_damaged, "parts/3f/3fa81c….bin", "headlines"});
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/language.h"

namespace bantin {

enum class BundleFault : uint8_t {
  no_manifest,
  bad_manifest,      ///< subject: the field that is missing or not as it must be
  part_missing,      ///< subject: what it is a part of, "articles"; also in the two below
  part_damaged,      ///< not what its hash says
  part_malformed,    ///< what its hash says, but not as the format has it
  problem_in_part,   ///< subject: the feed's problem and its place, "broken-date /items/3/date_published"
  wrong_count,       ///< of articles; subject: how many there are
  wrong_newest,      ///< subject: the newest date there is
  wrong_order,       ///< it does not name each article there is once; subject: order or sequence
  headline_differs,  ///< from its article; subject: the id
  column_differs,    ///< from its article; subject: the id
  not_searched,      ///< no segment covers the article; subject: the id
  not_found_by_id,   ///< subject: the id
  not_signed,        ///< though a key is given
  bad_signature,     ///< none of the key that is given
  count_,            // how many there are
};

struct BundleProblem {
  BundleFault fault = BundleFault::no_manifest;
  std::string file;  ///< within the bundle's folder
  std::string subject;

  bool operator==(const BundleProblem&) const = default;
};

std::string_view code_name(BundleFault fault);  ///< "part-damaged"
std::string sentence(const BundleProblem& problem, Language language);
std::string_view remedy(const BundleProblem& problem, Language language);

}  // namespace bantin
