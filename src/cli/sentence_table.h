// The sentences of the command in both languages; those about the content of a feed are in feed/problem.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/language.h"

namespace bantin {

enum class Say : uint8_t {
  about,  ///< what the program does
  about_import,
  about_check,
  about_help,
  about_version,
  about_language,
  about_from,
  about_title,
  about_department,
  about_date,
  about_output,
  about_input,
  about_format,
  about_feed,
  required,  ///< subject: the argument that is missing
  needs_command,
  unknown,    ///< subject: the argument that is not understood
  bad_value,  ///< subject: the option
  bad_kind,   ///< subject: what was asked for
  bad_date,   ///< subject: what was asked for
  title_of_many,
  over_input,  ///< subject: the file
  see_help,
  unreadable,
  unwritable,
  no_text,
  replaced,  ///< subject: how many
  inferred,  ///< subject: the evidence
  not_found,
  nothing_written,
  written,  ///< subject: how many
  no_problem,
  an_error,
  a_warning,
  count_,  // how many there are
};

/// The sentence with `subject` in its place.
std::string say(Say what, Language language, std::string_view subject = {});

}  // namespace bantin
