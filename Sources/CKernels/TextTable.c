#include "TextTable.h"

// Rows whose keys are made before the first of them is looked up. The look-ups, whose outcome is
// hard to foresee, then do not hold up the making of keys.
#define GROUP 16

found_codes find_codes(
  const text_table *table, const uint8_t *text, const uint32_t *positions, int64_t stride,
  int64_t column, int64_t from, int64_t to, uint8_t quote, uint32_t *codes, uint32_t *missing) {
  const text_table t = *table;
  found_codes result = {0, 0};
  text_key keys[GROUP];
  const uint8_t *starts[GROUP];
  uint32_t lengths[GROUP];
  const uint32_t *position = positions + from * stride + column;
  for (int64_t first = from; first < to; first += GROUP) {
    int count = to - first < GROUP ? (int)(to - first) : GROUP;
    uint32_t aside = 0;
    for (int i = 0; i < count; i++, position += stride) {
      const uint8_t *start = text + position[0] + 1;
      uint32_t length = position[1] - position[0] - 1;
      // Behind an empty field stands a delimiter or a line end, never a quote.
      if (*start == quote) {
        start += 1;
        length -= 2;
        if (length == 0 || memchr(start, quote, length)) aside |= (uint32_t)1 << i;
      }
      starts[i] = start;
      lengths[i] = length;
      keys[i] = text_key_of(start, length);
    }
    for (int i = 0; i < count; i++) {
      text_key key = keys[i];
      uint32_t length = lengths[i];
      uint64_t slot = key.hash >> t.shift;
      uint32_t code;
      for (;;) {
        const text_slot *s = &t.slots[slot];
        if (((s->head ^ key.head) | (s->tail ^ key.tail) | (s->length ^ length)) == 0 && s->mark) {
          code = s->mark - 1;
          // The first and the last eight bytes are the same already.
          if (
            length <= 16 ||
            memcmp(t.bytes + t.ends[code - 1] + 8, starts[i] + 8, length - 16) == 0) {
            break;
          }
        } else if (s->mark == 0) {
          aside |= (uint32_t)1 << i;
          code = 1;
          break;
        }
        slot = (slot + 1) & t.mask;
      }
      codes[first + i] = code;
      result.nulls += code == 0;
    }
    while (aside) {
      int i = __builtin_ctz(aside);
      aside &= aside - 1;
      // A quoted field without text was looked up as NULL.
      result.nulls -= codes[first + i] == 0;
      missing[result.missing++] = (uint32_t)(first + i);
    }
  }
  return result;
}
