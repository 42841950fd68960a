#ifndef TEXT_TABLE_H
#define TEXT_TABLE_H

#include <stdint.h>
#include <string.h>

// A hash table of texts, as it is searched: who owns it and adds to it is on the Swift side.

// A text by its first and last eight bytes; one below nine bytes by all of them, twice, zeros behind
// them.
typedef struct {
  uint64_t head;
  uint64_t tail;
} text_ends;

// Small parts, for they compete for the cache with the text that is read: slots hold no more than
// numbers of texts, which lie close together in an array of their own.
typedef struct {
  // For each slot the code of its text and one; 0 where it is free.
  const uint32_t *slots;
  // Slots less one; their number is a power of two.
  uint64_t mask;
  // What a hash is shifted right by, so that its highest bits number a slot.
  uint64_t shift;
  // By code and one. The first stands for a free slot: { 1, 0 }, the ends of no text.
  const text_ends *ends;
  // Text c lies in bytes[offsets[c] ..< offsets[c + 1]].
  const uint32_t *offsets;
  const uint8_t *bytes;
  // The length of the longest text.
  uint32_t longest;
} text_table;

// What a text is searched by.
typedef struct {
  uint64_t head;
  uint64_t tail;
  uint64_t hash;
} text_key;

static inline __attribute__((always_inline)) uint64_t text_fold(uint64_t a, uint64_t b) {
  unsigned __int128 product = (unsigned __int128)a * b;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

// Two odd multipliers from the digits of the golden ratio and of pi; the highest bits of a product
// depend on all bits of what is multiplied.
#define TEXT_TAIL_FACTOR 0x9E3779B97F4A7C15u
#define TEXT_HASH_FACTOR 0xC90FDAA22168C235u

static inline __attribute__((always_inline)) text_key text_key_of_ends(
  uint64_t head, uint64_t tail) {
  text_key key = {head, tail, (head + tail * TEXT_TAIL_FACTOR) * TEXT_HASH_FACTOR};
  return key;
}

// The bits of a word that its first bytes take.
static const uint64_t text_head_masks[9] = {
  0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
  0xFFFFFFFFFFFFFFFF};

// The key of the `length` bytes from `start`, at least 8 of which can be read whatever the length.
// No bytes give the key of NULL: head and tail are 0.
//
// Without a branch up to 16 bytes: the lengths of the cells of a column are hard to foresee.
static inline __attribute__((always_inline)) text_key text_key_of(
  const uint8_t *start, uint32_t length) {
  uint64_t head, tail;
  uint32_t most = length < 8 ? length : 8;
  memcpy(&head, start, 8);
  memcpy(&tail, start + (length - most), 8);
  uint64_t mask = text_head_masks[most];
  text_key key = text_key_of_ends(head & mask, tail & mask);
  if (length > 16) {
    uint64_t hash = key.hash ^ length;
    for (uint32_t at = 8; at < length - 8; at += 8) {
      uint64_t word;
      memcpy(&word, start + at, 8);
      hash = text_fold(hash ^ word, 0x2545F4914F6CDD1Du);
    }
    key.hash = hash * TEXT_HASH_FACTOR;
  }
  return key;
}

// The key of the empty text, which is not NULL: no other text below nine bytes has ends that
// differ.
static inline text_key text_key_of_empty(void) { return text_key_of_ends(0, 1); }

typedef struct {
  int64_t missing;
  int64_t nulls;
} found_codes;

// Looks up one field of each of the rows `from ..< to` of an index made by `index_rows`, and writes
// the code of each to codes[row]; that of an empty field is 0.
//
// A field that begins with `quote` is looked up without its quotes. Rows whose text is not in the
// table, is the empty text, or has a quote inside go to `missing`, in order, and get no code.
found_codes find_codes(
  const text_table *table, const uint8_t *text, const uint32_t *positions, int64_t stride,
  int64_t column, int64_t from, int64_t to, uint8_t quote, uint32_t *codes, uint32_t *missing);

#endif
