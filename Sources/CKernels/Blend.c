#include "BlendKernels.h"

// Two versions of each loop, chosen when the program is loaded: one for AVX2, one for any
// processor.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

// A byte for each bit of a byte, not zero where the bit is set.
static inline uint64_t spread(uint64_t byte) {
  return (byte * 0x0101010101010101) & 0x8040201008040201;
}

// Sixty-four rows at a time: the bits become bytes first, from which the compiler makes masks of
// any width. Both sides are read in every row, and no branch is taken, so that it can.
#define LOOP(TYPE, A, B)                                                                     \
  for (size_t row = 0; row < count; row += 64) {                                             \
    uint8_t chosen[64];                                                                      \
    uint64_t word = words[row / 64];                                                         \
    for (int part = 0; part < 8; part++) {                                                   \
      uint64_t bytes = spread(word >> (8 * part) & 0xFF);                                    \
      __builtin_memcpy(chosen + 8 * part, &bytes, 8);                                        \
    }                                                                                        \
    size_t end = count - row < 64 ? count - row : 64;                                        \
    if (end == 64) {                                                                         \
      for (size_t i = 0; i < 64; i++) {                                                      \
        TYPE keep = (TYPE)-(TYPE)(chosen[i] != 0);                                           \
        TYPE x = (A), y = (B);                                                               \
        target[row + i] = (TYPE)((x & keep) | (y & (TYPE)~keep));                            \
      }                                                                                      \
    } else {                                                                                 \
      for (size_t i = 0; i < end; i++) {                                                     \
        target[row + i] = chosen[i] ? (A) : (B);                                             \
      }                                                                                      \
    }                                                                                        \
  }

#define DEFINE_BLEND(TYPE, SUFFIX)                                                           \
  FOR_EACH_PROCESSOR void blend_##SUFFIX(                                                    \
      const uint64_t *words, size_t count, const TYPE *a, TYPE a_constant, const TYPE *b,    \
      TYPE b_constant, TYPE *restrict target) {                                              \
    if (a && b) {                                                                            \
      LOOP(TYPE, a[row + i], b[row + i])                                                           \
    } else if (a) {                                                                          \
      LOOP(TYPE, a[row + i], b_constant)                                                           \
    } else if (b) {                                                                          \
      LOOP(TYPE, a_constant, b[row + i])                                                           \
    } else {                                                                                 \
      LOOP(TYPE, a_constant, b_constant)                                                           \
    }                                                                                        \
  }

DEFINE_BLEND(uint8_t, 8)
DEFINE_BLEND(uint16_t, 16)
DEFINE_BLEND(uint32_t, 32)
DEFINE_BLEND(uint64_t, 64)
