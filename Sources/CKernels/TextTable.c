#include "TextTable.h"

// Whether the text under `code` is the one at `start`, both of the same length above 16, the same
// first and the same last eight bytes.
static inline __attribute__((always_inline)) int same_middle(
  const text_table *table, uint32_t code, const uint8_t *start, uint32_t length) {
  const uint8_t *known = table->bytes + table->ends[code - 1];
  uint64_t differing = 0;
  for (uint32_t at = 8; at < length - 8; at += 8) {
    uint64_t a, b;
    memcpy(&a, known + at, 8);
    memcpy(&b, start + at, 8);
    differing |= a ^ b;
  }
  return differing == 0;
}

static inline __attribute__((always_inline)) found_codes find_codes_body(
  const text_table *table, const uint8_t *text, const uint32_t *positions, int64_t stride,
  int64_t column, int64_t from, int64_t to, uint8_t quote, uint32_t *codes, uint32_t *missing) {
  const text_slot *slots = table->slots;
  const text_slot *last = slots + table->mask;
  const uint64_t shift = table->shift;
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
    const text_slot *slot = &slots[key.hash >> shift];
    uint32_t code;
    for (;;) {
      if (((slot->head ^ key.head) | (slot->tail ^ key.tail) | (slot->length ^ length)) == 0) {
        code = slot->code;
        if (length <= 16 || same_middle(table, code, start, length)) break;
      } else if (slot->length == text_slot_free) {
        code = 1;
        missing[result.missing++] = (uint32_t)row;
        break;
      }
      slot = slot == last ? slots : slot + 1;
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
