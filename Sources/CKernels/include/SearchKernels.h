#ifndef SEARCH_KERNELS_H
#define SEARCH_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Where `needle`, of at least one byte, first occurs in `text`: its offset, or `length` where it
// does not occur.
//
// Up to 63 bytes behind the text may be read, whatever they hold.
size_t search_bytes(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t needle_length);

// What is known of up to `byte_set_count` bytes of a match: which bytes may stand at an offset from its
// start.
enum { byte_set_count = 3 };

typedef struct {
  // How many sets count.
  int32_t count;
  // The offset of each, at most 15.
  uint32_t offsets[byte_set_count];
  // 1 where the set has the byte.
  uint8_t members[byte_set_count][256];
  // The same for bytes below 0x80, for lookups in registers: bit `byte >> 4` of
  // low[byte & 15] is set where the set has the byte. `has_high` is 0xFF where the set has a byte from
  // 0x80 on, and then stands for all of them.
  uint8_t low[byte_set_count][16];
  uint8_t has_high[byte_set_count];
} byte_sets;

// The first place from `from` on where every set may have its byte, or `length` where there is none.
// Places whose last byte lies behind the text count where what stands there happens to fit.
//
// Up to 63 bytes behind the text may be read, whatever they hold.
size_t search_byte_sets(
    const uint8_t *text, size_t from, size_t length, const byte_sets *sets);

#endif
