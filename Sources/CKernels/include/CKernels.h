#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdint.h>

#include "BlendKernels.h"
#include "CompareKernels.h"
#include "FileFlush.h"
#include "KernelForms.h"
#include "MeasureKernels.h"
#include "Prefetch.h"
#include "SearchKernels.h"
#include "SelectKernels.h"
#include "Sha256.h"
#include "TextKernels.h"
#include "TextTable.h"

// Loops over bytes that need byte masks, which Swift's SIMD types cannot give. Every function has
// an AVX2 form that is taken where the processor has it, and a form that runs anywhere.
//
// Text is read in words of 64 bytes: 63 bytes behind the end of every text must be readable.

// How the fields of a text file are told apart. `quoted` is 0 where the file has no quotes.
typedef struct {
  uint8_t delimiter;
  uint8_t quote;
  uint8_t quoted;
} text_dialect;

// Where a scan over rows stands between two pieces of text.
typedef struct {
  // All ones inside a quoted field, else 0.
  uint64_t inside;
  // 1 where the byte before was a delimiter or a line end outside quotes, or there was none.
  uint64_t after_separator;
  // 1 where the byte before closed a quoted field.
  uint64_t after_quote;
  // 1 where the byte before ended a row, or there was none.
  uint64_t at_row_start;
  // Line ends so far, those inside quoted fields included.
  int64_t lines;
  // Line ends so far that end a row or a blank line.
  int64_t row_ends;
  // Lines so far that hold nothing, outside quotes.
  int64_t blank_lines;
  // The position behind the last line end outside quotes, -1 where there was none, and the line
  // ends of every kind up to there.
  int64_t last_row_end;
  int64_t lines_at_row_end;
} row_scan;

// The state before the first byte of a row.
row_scan row_scan_start(void);

// Moves `scan` over text[from ..< to]. A line ends at LF, at CR LF, or at a CR alone; so where
// text[to - 1] is a CR, text[to] must be what follows it, or anything but LF at the end.
void scan_rows(
  const uint8_t *text, int64_t from, int64_t to, text_dialect dialect, row_scan *scan);

// A row that does not have the columns of its table.
typedef struct {
  uint32_t start;
  // The position of the line end.
  uint32_t end;
  uint32_t fields;
  // The first byte between a closing quote and the next delimiter, 0 where there is none.
  uint32_t stray;
} bad_row;

typedef struct {
  int64_t rows;
  int64_t bad_rows;
  int64_t blank_lines;
  // Line ends inside quoted fields.
  int64_t inner_lines;
  // The position of the first zero byte, -1 where there is none.
  int64_t first_zero;
  // Where reading stopped: `to`, or earlier, before a row, where `bad` was full.
  int64_t stopped;
  // 0 where all bytes up to there are ASCII; some behind them may be looked at as well.
  int64_t has_high_bytes;
} row_index;

// Finds the fields of the rows in text[from ..< to], which must begin at a row's start and end
// with a row's line end.
//
// For each row with exactly `columns` fields it appends columns + 1 numbers to `positions`: the
// position before the row's first byte, then the position behind each field. Other rows go to
// `bad`, at most `bad_capacity`. `from` must be at least 1, `to` less than 2^32, and `positions`
// must have room for every delimiter and line end of the text, for 2 numbers a line besides, and
// for 64 more.
// With one column a blank line is a row; with more it is only counted.
row_index index_rows(
  const uint8_t *text, int64_t from, int64_t to, text_dialect dialect, int64_t columns,
  uint32_t *positions, bad_row *bad, int64_t bad_capacity);

// `scan_rows` and `index_rows` in one form, which the processor must have: so that tests can hold
// each to the others.
void scan_rows_by(
  row_kernels form, const uint8_t *text, int64_t from, int64_t to, text_dialect dialect,
  row_scan *scan);
row_index index_rows_by(
  row_kernels form, const uint8_t *text, int64_t from, int64_t to, text_dialect dialect,
  int64_t columns, uint32_t *positions, bad_row *bad, int64_t bad_capacity);

// How many of text[from ..< to] are `a`, `b` or `c`.
int64_t count_bytes(
  const uint8_t *text, int64_t from, int64_t to, uint8_t a, uint8_t b, uint8_t c);

// The position of the first byte of text[from ..< to] that is not part of well-formed UTF-8
// (Unicode 15, table 3-7), or -1.
int64_t first_invalid_utf8(const uint8_t *text, int64_t from, int64_t to);

// Where a count of the records of a JSON text stands between two pieces of it.
typedef struct {
  int64_t records;
  // Brackets that are open.
  int64_t depth;
  // The depth at which a record opens: 1 inside an array, else 0; -1 before the first bracket.
  int64_t record_depth;
  // 1 inside a string, and where the byte before was a backslash that escapes.
  uint8_t in_string;
  uint8_t is_escaped;
} bracket_scan;

// The state before the first byte of a text.
bracket_scan bracket_scan_start(void);

// Counts the objects in text[from ..< to] that stand for themselves, or as elements of an array
// that is the whole text: by their brackets, which is right for texts that are JSON.
void scan_brackets(const uint8_t *text, int64_t from, int64_t to, bracket_scan *scan);

#endif
