#include "TextTable.h"

// Whether the text under `code` is the one at `start`, both of the same length above 16, the same
// first and the same last eight bytes.
static inline __attribute__((always_inline)) int same_middle(
  const text_table *table, uint32_t code, const uint8_t *start, uint32_t length) {
  const uint8_t *known = table->bytes + table->offsets[code];
  uint64_t differing = 0;
  for (uint32_t at = 8; at < length - 8; at += 8) {
    uint64_t a, b;
    memcpy(&a, known + at, 8);
    memcpy(&b, start + at, 8);
    differing |= a ^ b;
  }
  return differing == 0;
}

// `find_codes` where no text of the table is longer than 8 bytes: the head alone tells them apart,
// since no text holds a zero byte.
static inline __attribute__((always_inline)) found_codes find_short_codes(
  const text_table *table, const uint8_t *text, const uint32_t *positions, int64_t stride,
  int64_t column, int64_t from, int64_t to, uint8_t quote, uint32_t *codes, uint32_t *missing) {
  const uint32_t *slots = table->slots;
  const text_ends *ends = table->ends;
  const uint64_t shift = table->shift;
  const uint64_t mask = table->mask;
  found_codes result = {0, 0};
  const uint32_t *position = positions + from * stride + column;
  for (int64_t row = from; row < to; row++, position += stride) {
    const uint8_t *start = text + position[0] + 1;
    uint32_t length = position[1] - position[0] - 1;
    if (__builtin_expect(*start == quote, 0)) {
      start += 1;
      length -= 2;
      if (length == 0 || memchr(start, quote, length)) length = 9;
    }
    uint32_t code = 1;
    if (__builtin_expect(length > 8, 0)) {
      missing[result.missing++] = (uint32_t)row;
    } else {
      uint64_t head;
      memcpy(&head, start, 8);
      head &= text_head_masks[length];
      // The hash of a text whose head and tail are the same.
      uint64_t hash = head * ((1 + TEXT_TAIL_FACTOR) * TEXT_HASH_FACTOR);
      uint64_t slot = hash >> shift;
      for (;;) {
        uint32_t number = slots[slot];
        // The empty text has another tail.
        if (ends[number].head == head && ends[number].tail == head) {
          code = number - 1;
          break;
        }
        if (number == 0) {
          missing[result.missing++] = (uint32_t)row;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    codes[row] = code;
  }
  // Rows in `missing` have a code for now, so that they do not count.
  for (int64_t row = from; row < to; row++) result.nulls += codes[row] == 0;
  return result;
}

static inline __attribute__((always_inline)) found_codes find_codes_body(
  const text_table *table, const uint8_t *text, const uint32_t *positions, int64_t stride,
  int64_t column, int64_t from, int64_t to, uint8_t quote, uint32_t *codes, uint32_t *missing) {
  if (table->longest <= 8) {
    return find_short_codes(
      table, text, positions, stride, column, from, to, quote, codes, missing);
  }
  const uint32_t *slots = table->slots;
  const text_ends *ends = table->ends;
  const uint64_t shift = table->shift;
  const uint64_t mask = table->mask;
  const uint32_t *offsets = table->offsets;
  found_codes result = {0, 0};
  const uint32_t *position = positions + from * stride + column;
  for (int64_t row = from; row < to; row++, position += stride) {
    const uint8_t *start = text + position[0] + 1;
    uint32_t length = position[1] - position[0] - 1;
    // Behind an empty field stands a delimiter or a line end, never a quote.
    if (__builtin_expect(*start == quote, 0)) {
      start += 1;
      length -= 2;
      if (length == 0 || memchr(start, quote, length)) {
        codes[row] = 1;
        missing[result.missing++] = (uint32_t)row;
        continue;
      }
    }
    text_key key = text_key_of(start, length);
    uint64_t slot = key.hash >> shift;
    uint32_t code;
    for (;;) {
      uint32_t number = slots[slot];
      code = number - 1;
      if (
        ((ends[number].head ^ key.head) | (ends[number].tail ^ key.tail)) == 0 &&
        offsets[number] - offsets[code] == length &&
        (length <= 16 || same_middle(table, code, start, length))) {
        break;
      }
      if (number == 0) {
        code = 1;
        missing[result.missing++] = (uint32_t)row;
        break;
      }
      slot = (slot + 1) & mask;
    }
    codes[row] = code;
  }
  // Rows in `missing` have a code for now, so that they do not count.
  for (int64_t row = from; row < to; row++) result.nulls += codes[row] == 0;
  return result;
}

static found_codes find_codes_base(
  const text_table *table, const uint8_t *text, const uint32_t *positions, int64_t stride,
  int64_t column, int64_t from, int64_t to, uint8_t quote, uint32_t *codes, uint32_t *missing) {
  return find_codes_body(
    table, text, positions, stride, column, from, to, quote, codes, missing);
}

#if defined(__x86_64__)

// Shifts and masks of BMI2 leave more registers free.
__attribute__((target("avx2,bmi,bmi2"))) static found_codes find_codes_bmi2(
  const text_table *table, const uint8_t *text, const uint32_t *positions, int64_t stride,
  int64_t column, int64_t from, int64_t to, uint8_t quote, uint32_t *codes, uint32_t *missing) {
  return find_codes_body(
    table, text, positions, stride, column, from, to, quote, codes, missing);
}

#endif

found_codes find_codes(
  const text_table *table, const uint8_t *text, const uint32_t *positions, int64_t stride,
  int64_t column, int64_t from, int64_t to, uint8_t quote, uint32_t *codes, uint32_t *missing) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    return find_codes_bmi2(
      table, text, positions, stride, column, from, to, quote, codes, missing);
  }
#endif
  return find_codes_base(
    table, text, positions, stride, column, from, to, quote, codes, missing);
}
