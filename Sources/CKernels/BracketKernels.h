// Counts the records of JSON texts, 64 bytes at a time; see RowKernels.h for what the including file
// defines.

TARGET static void NAME(scan_brackets)(
  const uint8_t *text, int64_t from, int64_t to, bracket_scan *scan) {
  for (int64_t at = from; at < to; at += 64) {
    int width = to - at < 64 ? (int)(to - at) : 64;
    uint64_t live = width < 64 ? ((uint64_t)1 << width) - 1 : ~(uint64_t)0;
    const uint8_t *word = text + at;
    if (scan->is_escaped || (NAME(equal)(word, '\\') & live)) {
      for (int i = 0; i < width; i++) step_brackets(word[i], scan);
      continue;
    }
    uint64_t inside = NAME(prefix_xor)(NAME(equal)(word, '"') & live);
    if (scan->in_string) inside = ~inside;
    uint64_t brackets =
      NAME(equal)(word, '{') | NAME(equal)(word, '[') | NAME(equal)(word, '}') |
      NAME(equal)(word, ']');
    for (brackets &= live & ~inside; brackets; brackets &= brackets - 1) {
      step_bracket(word[__builtin_ctzll(brackets)], scan);
    }
    scan->in_string = (inside >> (width - 1)) & 1;
  }
}
