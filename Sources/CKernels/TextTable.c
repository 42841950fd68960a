#include "TextTable.h"

// Rows whose keys are made before the first of them is looked up. The look-ups, whose outcome is
// hard to foresee, then do not hold up the making of keys.
#define GROUP 16

found_codes find_codes(
  const text_table *table, const uint8_t *text, const uint32_t *positions, int64_t stride,
  int64_t column, int64_t from, int64_t to, uint8_t quote, uint32_t *codes, uint32_t *missing) {
  const text_table t = *table;
  found_codes result = {0, 0};
  uint64_t heads[GROUP];
  uint64_t tails[GROUP];
  uint64_t places[GROUP];
  uint32_t lengths[GROUP];
  const uint32_t *position = positions + from * stride + column;
  for (int64_t first = from; first < to; first += GROUP) {
    int count = to - first < GROUP ? (int)(to - first) : GROUP;
    // Rows of the group that are for the caller.
    uint32_t aside = 0;
    const uint32_t *group = position;
    for (int i = 0; i < count; i++, position += stride) {
      const uint8_t *start = text + position[0] + 1;
      uint32_t length = position[1] - position[0] - 1;
      // Behind an empty field stands a delimiter or a line end, never a quote.
      if (*start == quote) {
        start += 1;
        length -= 2;
        if (length == 0 || memchr(start, quote, length)) aside |= (uint32_t)1 << i;
      }
      text_key key = text_key_of(start, length);
      heads[i] = key.head;
      tails[i] = key.tail;
      places[i] = key.hash >> t.shift;
      lengths[i] = length;
    }
    for (int i = 0; i < count; i++) {
      uint32_t length = lengths[i];
      const text_slot *slot = &t.slots[places[i]];
      uint32_t code;
      for (;;) {
        if (((slot->head ^ heads[i]) | (slot->tail ^ tails[i]) | (slot->length ^ length)) == 0) {
          code = slot->code;
          if (length <= 16) break;
          // The first and the last eight bytes are the same already.
          const uint8_t *start = text + group[i * stride] + 1;
          start += *start == quote;
          if (memcmp(t.bytes + t.ends[code - 1] + 8, start + 8, length - 16) == 0) break;
        } else if (slot->length == text_slot_free) {
          aside |= (uint32_t)1 << i;
          code = 1;
          break;
        }
        slot = slot == t.slots + t.mask ? t.slots : slot + 1;
      }
      codes[first + i] = code;
    }
    while (aside) {
      int i = __builtin_ctz(aside);
      aside &= aside - 1;
      // A quoted field without text was looked up as NULL.
      codes[first + i] = 1;
      missing[result.missing++] = (uint32_t)(first + i);
    }
  }
  for (int64_t row = from; row < to; row++) result.nulls += codes[row] == 0;
  return result;
}
