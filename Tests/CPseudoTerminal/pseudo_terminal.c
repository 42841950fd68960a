#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

int pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], const char *folder,
    unsigned short columns, unsigned short rows, pid_t *child) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  int terminal;
  pid_t process = forkpty(&terminal, NULL, NULL, &size);
  if (process < 0)
    return -1;
  if (process == 0) {
    // What the tests ignore is not for the program to ignore.
    for (int number = 1; number < NSIG; number++)
      signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (chdir(folder) == 0)
      execve(path, arguments, environment);
    _exit(127);
  }
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  *child = process;
  return terminal;
}

int pseudo_terminal_resize(int terminal, unsigned short columns, unsigned short rows) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(terminal, TIOCSWINSZ, &size);
}
