// What Swift cannot say to libedit: its functions take variable arguments, and its text is
// wchar_t, which here is one Unicode scalar as a 32-bit number.

#ifndef RUMMAGE_EDIT_LINE_SHIM_H
#define RUMMAGE_EDIT_LINE_SHIM_H

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wchar_t must hold a Unicode scalar");

/// What is bound to a key: gets the key's last character, gives one of CC_NORM, CC_REFRESH, ….
typedef unsigned char (*edit_key_function)(EditLine *, int);
/// Reads one character: 1 when it did, 0 at the end of input, -1 on an error.
typedef int (*edit_read_function)(EditLine *, uint32_t *);

/// Makes characters of UTF-8, whatever the user's locale says of the rest. Numbers stay as C
/// writes them.
static inline void edit_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
    setlocale(LC_CTYPE, "C.UTF-8");
}

/// An editor that reads the keys of standard input and draws nothing: what it would draw goes
/// nowhere, and who uses it draws. `screen` (1 or 2) is asked whether it is a terminal. NULL when
/// there is no memory.
static inline EditLine *edit_start(const char *program, int screen) {
  FILE *nowhere = fopen("/dev/null", "we");
  if (nowhere == NULL)
    return NULL;
  return el_init_fd(program, stdin, nowhere, stderr, 0, screen, 2);
}

static inline void edit_set_reader(EditLine *editor, edit_read_function reader) {
  el_wset(editor, EL_GETCFN, reader);
}

/// "emacs" or "vi" keys, before the user's own settings are read.
static inline void edit_set_keys(EditLine *editor, const char *keys) {
  el_set(editor, EL_EDITOR, keys);
}

static inline void edit_add_function(
    EditLine *editor, const char *name, const char *help, edit_key_function function) {
  el_set(editor, EL_ADDFN, name, help, function);
}

/// Binds a key sequence in vi's command mode alone.
static inline void edit_bind_command(
    EditLine *editor, const char *sequence, const char *function) {
  el_set(editor, EL_BIND, "-a", sequence, function, NULL);
}

/// Binds a key sequence in emacs and insert mode alone.
static inline void edit_bind_insert(EditLine *editor, const char *sequence, const char *function) {
  el_set(editor, EL_BIND, sequence, function, NULL);
}

/// Binds a key sequence, in emacs and insert mode, and in vi's command mode as well.
static inline void edit_bind(EditLine *editor, const char *sequence, const char *function) {
  edit_bind_insert(editor, sequence, function);
  edit_bind_command(editor, sequence, function);
}

static inline void edit_use_history(EditLine *editor, HistoryW *history) {
  el_wset(editor, EL_HIST, history_w, history);
}

/// Puts the terminal into the state for editing, or back.
static inline void edit_prepare_terminal(EditLine *editor, int edits) {
  el_set(editor, EL_PREP_TERM, edits);
}

/// Obeys a line of `~/.editrc`, but for those that choose between the keys of emacs and vi: they
/// forget all that was bound before.
static inline void edit_obey(EditLine *editor, const uint32_t *line) {
  TokenizerW *tokenizer = tok_winit(NULL);
  const wchar_t **words;
  int count;
  if (tokenizer == NULL)
    return;
  if (tok_wstr(tokenizer, (const wchar_t *)line, &count, &words) == 0 && count > 0 &&
      !(count > 1 && (wcscmp(words[1], L"-v") == 0 || wcscmp(words[1], L"-e") == 0)))
    el_wparse(editor, count, words);
  tok_wend(tokenizer);
}

/// One line, with its line feed, of `*length` characters; NULL at the end and on an error.
static inline const uint32_t *edit_line(EditLine *editor, int *length) {
  return (const uint32_t *)el_wgets(editor, length);
}

/// What has been typed so far, and where the cursor stands in it.
static inline const uint32_t *edit_buffer(EditLine *editor, int *length, int *cursor) {
  const LineInfoW *line = el_wline(editor);
  *length = (int)(line->lastchar - line->buffer);
  *cursor = (int)(line->cursor - line->buffer);
  return (const uint32_t *)line->buffer;
}

/// Inserts text, which ends in 0, at the cursor; -1 when there is no memory.
static inline int edit_insert(EditLine *editor, const uint32_t *text) {
  return el_winsertstr(editor, (const wchar_t *)text);
}

/// Lets the editor read `text`, which ends in 0, as if it were typed.
static inline void edit_push(EditLine *editor, const uint32_t *text) {
  el_wpush(editor, (const wchar_t *)text);
}

static inline HistoryW *edit_history_start(int entries) {
  HistoryW *history = history_winit();
  HistEventW event;
  if (history != NULL) {
    history_w(history, &event, H_SETSIZE, entries);
  }
  return history;
}

/// Forgets the entry `text`, which ends in 0, where there is one.
static inline void edit_history_forget(HistoryW *history, const uint32_t *text) {
  HistEventW event;
  int found = history_w(history, &event, H_FIRST);
  while (found != -1 && wcscmp(event.str, (const wchar_t *)text) != 0)
    found = history_w(history, &event, H_NEXT);
  // What is deleted is handed over as a copy.
  if (found != -1 && history_w(history, &event, H_DEL, event.num) != -1)
    free((void *)event.str);
}

/// Adds an entry, which ends in 0 and may hold line feeds.
static inline void edit_history_add(HistoryW *history, const uint32_t *text) {
  HistEventW event;
  history_w(history, &event, H_ENTER, (const wchar_t *)text);
}

#endif
