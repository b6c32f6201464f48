#include "indexer/interruption.h"

#include <csignal>

namespace backfile {
namespace {

volatile std::sig_atomic_t is_interrupted = 0;

void note_signal(int) { is_interrupted = 1; }

}  // namespace

void catch_interruptions() {
  struct sigaction action = {};
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESETHAND;  // without SA_RESTART: reads return
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return is_interrupted != 0; }

}  // namespace backfile
