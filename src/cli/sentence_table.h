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
  about_page,
  about_help,
  about_version,
  about_language,
  about_from,
  about_encoding,
  about_title,
  about_department,
  about_date,
  about_departments,
  about_output,
  about_input,
  about_format,
  about_feed,
  about_checked,
  about_page_feed,
  about_page_output,
  about_shell,
  about_pictures,
  required,  ///< subject: the argument that is missing
  needs_command,
  unknown,       ///< subject: the argument that is not understood
  bad_value,     ///< subject: the option
  bad_kind,      ///< subject: what was asked for
  bad_encoding,  ///< subject: what was asked for
  bad_date,      ///< subject: what was asked for
  title_of_many,
  over_input,  ///< subject: the file
  see_help,
  unreadable,
  unwritable,
  unreadable_as,  ///< subject: the kind, and what is wrong
  no_text,
  empty_folder,
  replaced,  ///< subject: how many
  inferred,  ///< subject: the evidence
  not_found,
  // In the order of LeftOutWhy; subject: what is left out.
  left_out_draft,
  left_out_attachment,
  left_out_page,
  left_out_no_content,
  left_out_no_article,
  left_out_count,      ///< subject: how many
  duplicate,           ///< subject: the title
  duplicate_replaced,  ///< subject: the title
  // In the order of Shared; subject: the other input.
  same_id,
  same_url,
  same_title_and_day,
  duplicate_count,  ///< subject: how many
  // In the order of MapFault; subject: what it is about.
  map_not_json,
  map_no_departments,
  map_no_department,
  map_without_name,
  map_wrong_type,
  map_bad_id,
  map_ambiguous,
  nothing_written,
  written,  ///< subject: how many
  no_problem,
  about_pack,
  about_fresh,
  about_bundle_output,
  locked,
  changed,
  too_many,
  interrupted,
  duplicate_left_out,  ///< subject: the id
  bundle_as_before,
  packed_anew,   ///< subject: what could not be read
  packed_same,   ///< subject: how many
  packed,        ///< subject: how many
  packed_added,  ///< and so on
  packed_edited,
  packed_withdrawn,
  packed_parts,
  packed_bytes,
  reading,  ///< what is being done (cli/progress.h)
  writing,
  indexing,
  checking,
  unit_articles,
  unit_files,
  unit_parts,
  time_left,   ///< subject: minutes and seconds
  exit_codes,  ///< of all commands
  about_completion,
  about_shell_name,
  examples,  ///< heading of them
  // The words of a help (cli/help.h).
  label_usage,
  label_options,
  label_some_options,
  label_commands,
  label_a_command,
  label_positionals,
  label_required,
  label_file,
  label_folder,
  label_day,
  label_words,
  bundle_alone,
  damaged_bundle,  ///< subject: the file
  has_problems,    ///< subject: how many
  no_picture,      ///< subject: its address
  no_shell,
  bad_shell,
  large_page,         ///< subject: megabytes
  no_packed_picture,  ///< subject: its path
  an_error,
  a_warning,
  about_keygen,
  about_key_output,
  about_sign,
  about_key,
  key_exists,
  secret_key_written,
  public_key_written,
  bad_secret_key,
  bad_public_key,
  open_secret_key,  ///< subject: the file
  key_in_bundle,    ///< subject: the file
  key_without_bundle,
  signature_lost,
  packed_signed,
  count_,  // how many there are
};

/// The sentence with `subject` in its place.
std::string say(Say what, Language language, std::string_view subject = {});

}  // namespace bantin
