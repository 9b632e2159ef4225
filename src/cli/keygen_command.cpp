#include "cli/keygen_command.h"

#include <ostream>

#include "bundle/key_file.h"
#include "cli/sentence_table.h"

namespace bantin {

ExitCode keygen_command(const KeygenArguments& arguments, const Streams& streams) {
  const auto tell = [&](const std::string& file, Say what) {
    streams.error << file << ": " << say(what, arguments.language) << '\n';
  };
  const auto key = SigningKey::make();
  const KeyFault fault = key ? write_key_files(arguments.output, *key) : KeyFault::unwritable;
  if (fault != KeyFault::none) {
    tell(arguments.output, fault == KeyFault::exists ? Say::key_exists : Say::unwritable);
    return kFileTrouble;
  }
  streams.out << base64(key->public_key()) << '\n';
  tell(arguments.output, Say::secret_key_written);
  tell(public_file_of(arguments.output), Say::public_key_written);
  return kDone;
}

}  // namespace bantin
