// The loops over 64-byte words, written once and compiled for each instruction set.
//
// The including file defines TARGET (an attribute or nothing), NAME(x) (the name of a form), and
// masks(), which compares 64 bytes with the bytes that matter.

// Whether each byte lies inside a quoted field, and what follows from it.
//
// Bit i of `inside` is 1 where byte i is an opening quote or text of a quoted field, line ends and
// delimiters included; it is 0 at the closing quote. `stray` marks bytes that follow a closing
// quote without being a delimiter, a line end or a second quote.
typedef struct {
  uint64_t inside;
  uint64_t stray;
} NAME(quotes);

// The rules, byte by byte: a quote opens a field only at the field's start, or reopens it right
// behind a closing quote (a doubled quote); anywhere else outside quotes it is a letter.
TARGET static NAME(quotes) NAME(step_quotes)(
  uint64_t quote, uint64_t separators, int width, row_scan *scan) {
  NAME(quotes) result = {0, 0};
  uint64_t inside = scan->inside & 1;
  uint64_t after_separator = scan->after_separator;
  uint64_t after_quote = scan->after_quote;
  for (int i = 0; i < width; i++) {
    uint64_t bit = (uint64_t)1 << i;
    if (inside) {
      after_separator = 0;
      if (quote & bit) {
        inside = 0;
        after_quote = 1;
      } else {
        result.inside |= bit;
      }
    } else if (quote & bit) {
      if (after_separator | after_quote) {
        inside = 1;
        result.inside |= bit;
      }
      after_separator = 0;
      after_quote = 0;
    } else if (separators & bit) {
      after_separator = 1;
      after_quote = 0;
    } else {
      if (after_quote) result.stray |= bit;
      after_separator = 0;
      after_quote = 0;
    }
  }
  scan->inside = inside ? ~(uint64_t)0 : 0;
  scan->after_separator = after_separator;
  scan->after_quote = after_quote;
  return result;
}

// The same for a word at once: a prefix XOR of the quotes is right wherever every quote stands
// where it may; where one does not, the word is done byte by byte.
TARGET static inline __attribute__((always_inline)) NAME(quotes) NAME(find_quotes)(
  uint64_t quote, uint64_t separators, int width, row_scan *scan) {
  NAME(quotes) result = {0, 0};
  if (quote == 0) {
    if (scan->inside) {
      result.inside = ~(uint64_t)0;
      return result;
    }
    result.stray = scan->after_quote & ~separators & 1;
    scan->after_separator = (separators >> (width - 1)) & 1;
    scan->after_quote = 0;
    return result;
  }
  uint64_t inside = NAME(prefix_xor)(quote) ^ scan->inside;
  uint64_t opens = quote & inside;
  uint64_t closes = quote & ~inside;
  uint64_t outer = separators & ~inside;
  uint64_t starts = (outer << 1) | scan->after_separator;
  uint64_t behind = (closes << 1) | scan->after_quote;
  if (width < 64) behind &= ((uint64_t)1 << width) - 1;
  if ((opens & ~(starts | behind)) | (behind & ~(outer | opens))) {
    return NAME(step_quotes)(quote, separators, width, scan);
  }
  scan->inside = (inside >> (width - 1)) & 1 ? ~(uint64_t)0 : 0;
  scan->after_separator = (outer >> (width - 1)) & 1;
  scan->after_quote = (closes >> (width - 1)) & 1;
  result.inside = inside;
  return result;
}

// Line ends: LF, and CR where no LF follows.
TARGET static inline __attribute__((always_inline)) uint64_t NAME(line_ends)(
  const word_masks *m, int width, uint8_t next) {
  if (m->carriage == 0) return m->feed;
  uint64_t followed = (m->feed >> 1) | ((uint64_t)(next == '\n') << (width - 1));
  return m->feed | (m->carriage & ~followed);
}

TARGET static inline __attribute__((always_inline)) void NAME(scan_word)(
  const uint8_t *text, int64_t at, int width, text_dialect dialect, row_scan *scan) {
  word_masks m = NAME(masks)(text + at, dialect);
  if (width < 64) {
    uint64_t live = ((uint64_t)1 << width) - 1;
    m.quote &= live;
    m.delimiter &= live;
    m.carriage &= live;
    m.feed &= live;
  }
  uint64_t ends = NAME(line_ends)(&m, width, text[at + width]);
  uint64_t breaks = m.carriage | m.feed;
  NAME(quotes) quotes = NAME(find_quotes)(m.quote, m.delimiter | breaks, width, scan);
  uint64_t row_ends = ends & ~quotes.inside;
  uint64_t row_starts = (row_ends << 1) | scan->at_row_start;
  uint64_t blank = row_starts & breaks & ~quotes.inside;
  if (row_ends) {
    int last = 63 - __builtin_clzll(row_ends);
    uint64_t until = ~(uint64_t)0 >> (63 - last);
    scan->last_row_end = at + last + 1;
    scan->lines_at_row_end = scan->lines + __builtin_popcountll(ends & until);
    scan->row_ends_at_row_end = scan->row_ends + __builtin_popcountll(row_ends);
    scan->blank_lines_at_row_end = scan->blank_lines + __builtin_popcountll(blank & until);
  }
  scan->lines += __builtin_popcountll(ends);
  scan->row_ends += __builtin_popcountll(row_ends);
  scan->blank_lines += __builtin_popcountll(blank);
  scan->at_row_start = (row_ends >> (width - 1)) & 1;
}

TARGET static void NAME(scan_rows)(
  const uint8_t *text, int64_t from, int64_t to, text_dialect dialect, row_scan *state) {
  row_scan scan = *state;
  int64_t at = from;
  for (; at + 64 <= to; at += 64) NAME(scan_word)(text, at, 64, dialect, &scan);
  if (at < to) NAME(scan_word)(text, at, (int)(to - at), dialect, &scan);
  *state = scan;
}

TARGET static inline __attribute__((always_inline)) uint32_t *NAME(append)(
  uint32_t *out, uint64_t bits, uint32_t at) {
  while (bits) {
    *out++ = at + (uint32_t)__builtin_ctzll(bits);
    bits &= bits - 1;
  }
  return out;
}

TARGET static row_index NAME(index_rows)(
  const uint8_t *text, int64_t from, int64_t to, text_dialect dialect, int64_t columns,
  uint32_t *positions, bad_row *bad, int64_t bad_capacity) {
  row_index result = {0, 0, 0, 0, -1, to};
  row_scan scan = row_scan_start();
  uint32_t *row = positions;
  uint32_t *out = positions;
  uint32_t stray = 0;
  int64_t inner_lines = 0;
  *out++ = (uint32_t)from - 1;
  for (int64_t at = from; at < to; at += 64) {
    int width = to - at < 64 ? (int)(to - at) : 64;
    word_masks m = NAME(masks)(text + at, dialect);
    if (width < 64) {
      uint64_t live = ((uint64_t)1 << width) - 1;
      m.quote &= live;
      m.delimiter &= live;
      m.carriage &= live;
      m.feed &= live;
      m.zero &= live;
    }
    if (m.zero && result.first_zero < 0) result.first_zero = at + __builtin_ctzll(m.zero);
    uint64_t ends = NAME(line_ends)(&m, width, text[at + width]);
    NAME(quotes) quotes =
      NAME(find_quotes)(m.quote, m.delimiter | m.carriage | m.feed, width, &scan);
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
      if (strays) {
        if (stray == 0 && (strays & until)) {
          stray = (uint32_t)at + (uint32_t)__builtin_ctzll(strays);
        }
        strays &= ~until;
      }
      if (inner) {
        inner_lines += __builtin_popcountll(inner & until);
        inner &= ~until;
      }
      uint32_t end = (uint32_t)at + (uint32_t)last;
      uint32_t start = row[0] + 1;
      uint32_t next = end;
      if (end > start && text[end] == '\n' && text[end - 1] == '\r') end -= 1;
      *out++ = end;
      int64_t count = out - row - 1;
      if (count == columns && stray == 0 && (end > start || columns == 1)) {
        result.rows += 1;
        row = out;
      } else if (count == 1 && end == start && stray == 0) {
        result.blank_lines += 1;
        out = row;
      } else {
        if (result.bad_rows == bad_capacity) {
          result.stopped = start;
          return result;
        }
        bad_row *b = &bad[result.bad_rows++];
        b->start = start;
        b->end = end;
        b->fields = (uint32_t)count;
        b->stray = stray;
        out = row;
      }
      result.inner_lines += inner_lines;
      inner_lines = 0;
      stray = 0;
      *out++ = next;
    }
    inner_lines += __builtin_popcountll(inner);
    if (strays && stray == 0) stray = (uint32_t)at + (uint32_t)__builtin_ctzll(strays);
    out = NAME(append)(out, fields, (uint32_t)at);
  }
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
