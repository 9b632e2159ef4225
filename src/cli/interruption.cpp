#include "cli/interruption.h"

#include <atomic>

namespace bantin {

namespace {

std::atomic<bool> is_asked_for = false;
static_assert(std::atomic<bool>::is_always_lock_free);  // else no handler of a signal may touch it

void end_with_the_next(int /*signal*/) {
  is_asked_for = true;
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

void listen_to(int signal, struct sigaction& before) {
  struct sigaction action{};
  action.sa_handler = end_with_the_next;
  action.sa_flags = SA_RESTART;  // what is being read or written goes on
  sigemptyset(&action.sa_mask);
  sigaction(signal, nullptr, &before);
  if (before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
}

}  // namespace

Interruption::Interruption() {
  is_asked_for = false;
  listen_to(SIGINT, interrupt_before_);
  listen_to(SIGTERM, terminate_before_);
}

Interruption::~Interruption() {
  sigaction(SIGINT, &interrupt_before_, nullptr);
  sigaction(SIGTERM, &terminate_before_, nullptr);
  is_asked_for = false;
}

bool Interruption::is_asked() { return is_asked_for; }

}  // namespace bantin
