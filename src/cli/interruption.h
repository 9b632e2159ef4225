// Ctrl-C and the like: what a command does is ended at its next step, with nothing left half done.
// Use:    const Interruption interruption;  while (… && !Interruption::is_asked()) …
// A second SIGINT or SIGTERM ends the process at once. A signal that whoever started the process had ignored (nohup)
// stays ignored.
#pragma once

#include <csignal>

namespace bantin {

/// While it lives, SIGINT and SIGTERM only ask. There is one at a time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  static bool is_asked();

 private:
  struct sigaction interrupt_before_{}, terminate_before_{};
};

}  // namespace bantin
