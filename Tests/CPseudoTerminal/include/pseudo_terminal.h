// A program on a terminal of its own, as if a person had started it in a window.

#ifndef RUMMAGE_PSEUDO_TERMINAL_H
#define RUMMAGE_PSEUDO_TERMINAL_H

#include <sys/types.h>

/// Starts `path` on a new terminal, which it has for input, output and errors, and which sends it
/// signals.
///
/// `arguments` and `environment` end in NULL. Returns the other end of the terminal, or -1 with
/// errno; the process's number is stored in `*child`.
int pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], const char *folder,
    unsigned short columns, unsigned short rows, pid_t *child);

/// Gives the terminal another size, which its program is told.
int pseudo_terminal_resize(int terminal, unsigned short columns, unsigned short rows);

#endif
