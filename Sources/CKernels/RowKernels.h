// The loops over 64-byte words, written once and compiled for each instruction set.
//
// The including file defines TARGET (an attribute or nothing), NAME(x) (the name of a form), and
//
// * masks(), which compares 64 bytes with the bytes that matter; equal() and high_bits(), alike;
// * prefix_xor(), whose bit i is the parity of the bits up to i;
// * append(), which writes the positions of the bits of a word, and may write up to 64 numbers
//   whatever their number.

// Follows the quotes of a word at once: a prefix XOR of them is right wherever every quote stands
// where it may; where one does not, the word is done byte by byte.
TARGET static inline __attribute__((always_inline)) word_quotes NAME(follow_quotes)(
  uint64_t quote, uint64_t separators, int width, quote_state state) {
  word_quotes result = {0, 0, {0, 0, 0}};
  uint64_t inside = NAME(prefix_xor)(quote) ^ state.inside;
  uint64_t opens = quote & inside;
  uint64_t closes = quote & ~inside;
  uint64_t outer = separators & ~inside;
  uint64_t starts = (outer << 1) | state.after_separator;
  uint64_t behind = (closes << 1) | state.after_quote;
  if (width < 64) behind &= ((uint64_t)1 << width) - 1;
  if (__builtin_expect((opens & ~(starts | behind)) | (behind & ~(outer | opens)), 0)) {
    return step_quotes(quote, separators, width, state);
  }
  result.inside = inside;
  result.state.inside = (inside >> (width - 1)) & 1 ? ~(uint64_t)0 : 0;
  result.state.after_separator = (outer >> (width - 1)) & 1;
  result.state.after_quote = (closes >> (width - 1)) & 1;
  return result;
}

// The same with a short way for words without a quote: it pays where so much is done with each word
// that a branch foreseen wrongly costs less than the long way.
TARGET static inline __attribute__((always_inline)) word_quotes NAME(find_quotes)(
  uint64_t quote, uint64_t separators, int width, quote_state state) {
  if (quote) return NAME(follow_quotes)(quote, separators, width, state);
  word_quotes result = {0, 0, {0, 0, 0}};
  if (state.inside) {
    result.inside = ~(uint64_t)0;
    result.state.inside = state.inside;
    return result;
  }
  result.stray = state.after_quote & ~separators & 1;
  result.state.after_separator = (separators >> (width - 1)) & 1;
  return result;
}

// Line ends: LF, and CR where no LF follows.
TARGET static inline __attribute__((always_inline)) uint64_t NAME(line_ends)(
  const word_masks *m, int width, uint8_t next) {
  if (m->carriage == 0) return m->feed;
  uint64_t followed = (m->feed >> 1) | ((uint64_t)(next == '\n') << (width - 1));
  return m->feed | (m->carriage & ~followed);
}

// What a scan finds in one word: line ends, those of them that end rows, and the blank lines.
typedef struct {
  uint64_t ends;
  uint64_t row_ends;
  uint64_t blank;
  quote_state state;
} NAME(scanned_word);

TARGET static inline __attribute__((always_inline)) NAME(scanned_word) NAME(scan_word)(
  const uint8_t *text, int64_t at, int width, text_dialect dialect, quote_state state,
  uint64_t at_row_start) {
  word_masks m = NAME(masks)(text + at, dialect);
  if (width < 64) {
    uint64_t live = ((uint64_t)1 << width) - 1;
    m.quote &= live;
    m.delimiter &= live;
    m.carriage &= live;
    m.feed &= live;
  }
  NAME(scanned_word) word;
  word.ends = NAME(line_ends)(&m, width, text[at + width]);
  uint64_t breaks = m.carriage | m.feed;
  word_quotes quotes = NAME(follow_quotes)(m.quote, m.delimiter | breaks, width, state);
  word.row_ends = word.ends & ~quotes.inside;
  word.blank = ((word.row_ends << 1) | at_row_start) & breaks & ~quotes.inside;
  word.state = quotes.state;
  return word;
}

// Line ends in text[from ..< to].
TARGET static int64_t NAME(count_line_ends)(
  const uint8_t *text, int64_t from, int64_t to, text_dialect dialect) {
  int64_t count = 0;
  for (int64_t at = from; at < to; at += 64) {
    int width = to - at < 64 ? (int)(to - at) : 64;
    word_masks m = NAME(masks)(text + at, dialect);
    uint64_t live = ~(uint64_t)0 >> (64 - width);
    m.carriage &= live;
    m.feed &= live;
    count += __builtin_popcountll(NAME(line_ends)(&m, width, text[at + width]));
  }
  return count;
}

TARGET static void NAME(scan_rows)(
  const uint8_t *text, int64_t from, int64_t to, text_dialect dialect, row_scan *scan) {
  quote_state state = {scan->inside, scan->after_separator, scan->after_quote};
  uint64_t at_row_start = scan->at_row_start;
  int64_t row_ends = 0;
  int64_t inner_ends = 0;
  int64_t blank_lines = 0;
  // The last word that holds a row end. Most hold none, and which do is hard to foresee: it is kept
  // by moves, not by a branch, and looked into when all is scanned.
  int64_t last_at = 0;
  uint64_t last_ends = 0;
  for (int64_t at = from; at < to; at += 64) {
    int width = to - at < 64 ? (int)(to - at) : 64;
    NAME(scanned_word) word =
      width == 64 ? NAME(scan_word)(text, at, 64, dialect, state, at_row_start)
                  : NAME(scan_word)(text, at, width, dialect, state, at_row_start);
    state = word.state;
    at_row_start = (word.row_ends >> (width - 1)) & 1;
    last_at = word.row_ends ? at : last_at;
    last_ends = word.row_ends ? word.row_ends : last_ends;
    row_ends += __builtin_popcountll(word.row_ends);
    if (__builtin_expect(word.ends != word.row_ends, 0)) {
      inner_ends += __builtin_popcountll(word.ends ^ word.row_ends);
    }
    if (__builtin_expect(word.blank != 0, 0)) blank_lines += __builtin_popcountll(word.blank);
  }
  scan->lines += row_ends + inner_ends;
  scan->row_ends += row_ends;
  scan->blank_lines += blank_lines;
  if (last_ends) {
    scan->last_row_end = last_at + 64 - __builtin_clzll(last_ends);
    // What line ends follow the last row end lie inside quotes.
    scan->lines_at_row_end = scan->lines;
    if (inner_ends > 0) {
      scan->lines_at_row_end -= NAME(count_line_ends)(text, scan->last_row_end, to, dialect);
    }
  }
  scan->inside = state.inside;
  scan->after_separator = state.after_separator;
  scan->after_quote = state.after_quote;
  scan->at_row_start = at_row_start;
}

TARGET static row_index NAME(index_rows)(
  const uint8_t *text, int64_t from, int64_t to, text_dialect dialect, int64_t columns,
  uint32_t *positions, bad_row *bad, int64_t bad_capacity) {
  quote_state state = {0, 1, 0};
  uint32_t *row = positions;
  uint32_t *out = positions;
  uint32_t stray = 0;
  int64_t row_count = 0;
  int64_t bad_count = 0;
  int64_t blank_lines = 0;
  int64_t inner_lines = 0;
  int64_t first_zero = -1;
  int64_t stopped = to;
  uint64_t high = 0;
  // Line ends inside quotes since the last row end.
  int64_t inner_since = 0;
  *out++ = (uint32_t)from - 1;
  for (int64_t at = from; at < to; at += 64) {
    int width = to - at < 64 ? (int)(to - at) : 64;
    word_masks m = NAME(masks)(text + at, dialect);
    high |= NAME(high_bits)(text + at);
    if (width < 64) {
      uint64_t live = ((uint64_t)1 << width) - 1;
      m.quote &= live;
      m.delimiter &= live;
      m.carriage &= live;
      m.feed &= live;
      m.zero &= live;
    }
    if (__builtin_expect(m.zero != 0, 0) && first_zero < 0) {
      first_zero = at + __builtin_ctzll(m.zero);
    }
    uint64_t ends = NAME(line_ends)(&m, width, text[at + width]);
    word_quotes quotes =
      NAME(find_quotes)(m.quote, m.delimiter | m.carriage | m.feed, width, state);
    state = quotes.state;
    uint64_t fields = m.delimiter & ~quotes.inside;
    uint64_t rows = ends & ~quotes.inside;
    uint64_t strays = quotes.stray;
    uint64_t inner = ends & quotes.inside;
    while (rows) {
      int last = __builtin_ctzll(rows);
      rows &= rows - 1;
      uint64_t until = ((uint64_t)1 << last) - 1;
      out = NAME(append)(out, fields & until, (uint32_t)at);
      fields &= ~until;
      if (__builtin_expect(strays != 0, 0)) {
        if (stray == 0 && (strays & until)) {
          stray = (uint32_t)at + (uint32_t)__builtin_ctzll(strays);
        }
        strays &= ~until;
      }
      if (__builtin_expect(inner != 0, 0)) {
        inner_since += __builtin_popcountll(inner & until);
        inner &= ~until;
      }
      uint32_t end = (uint32_t)at + (uint32_t)last;
      uint32_t start = row[0] + 1;
      uint32_t next = end;
      if (end > start && text[end] == '\n' && text[end - 1] == '\r') end -= 1;
      *out++ = end;
      int64_t count = out - row - 1;
      if (__builtin_expect(count == columns && stray == 0 && (end > start || columns == 1), 1)) {
        row_count += 1;
        row = out;
      } else if (count == 1 && end == start && stray == 0) {
        blank_lines += 1;
        out = row;
      } else {
        if (bad_count == bad_capacity) {
          stopped = start;
          goto done;
        }
        bad_row *b = &bad[bad_count++];
        b->start = start;
        b->end = end;
        b->fields = (uint32_t)count;
        b->stray = stray;
        out = row;
      }
      inner_lines += inner_since;
      inner_since = 0;
      stray = 0;
      *out++ = next;
    }
    if (__builtin_expect(inner != 0, 0)) inner_since += __builtin_popcountll(inner);
    if (__builtin_expect(strays != 0, 0) && stray == 0) {
      stray = (uint32_t)at + (uint32_t)__builtin_ctzll(strays);
    }
    out = NAME(append)(out, fields, (uint32_t)at);
  }
done:;
  row_index result = {row_count, bad_count, blank_lines, inner_lines, first_zero, stopped, high != 0};
  return result;
}

TARGET static int64_t NAME(count_bytes)(
  const uint8_t *text, int64_t from, int64_t to, uint8_t a, uint8_t b, uint8_t c) {
  text_dialect dialect = {a, b, 1};
  int64_t count = 0;
  for (int64_t at = from; at < to; at += 64) {
    uint64_t live = to - at < 64 ? ((uint64_t)1 << (to - at)) - 1 : ~(uint64_t)0;
    word_masks m = NAME(masks)(text + at, dialect);
    uint64_t third = NAME(equal)(text + at, c);
    count += __builtin_popcountll((m.delimiter | m.quote | third) & live);
  }
  return count;
}

TARGET static int64_t NAME(first_invalid_utf8)(const uint8_t *text, int64_t from, int64_t to) {
  int64_t at = from;
  while (at < to) {
    uint64_t high = NAME(high_bits)(text + at);
    if (high == 0) {
      at += 64;
      continue;
    }
    at += __builtin_ctzll(high);
    while (at < to && text[at] >= 0x80) {
      int length = utf8_length(text + at, to - at);
      if (length == 0) return at;
      at += length;
    }
  }
  return -1;
}
