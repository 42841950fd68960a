#include "CompareKernels.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Two versions of each loop, chosen when the program is loaded: one for AVX2, one for any
// processor.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

// One bit for each of 64 bytes, which are 0x00 or 0xFF.
static inline uint64_t packed(const uint8_t *bytes) {
#if defined(__SSE2__)
  uint64_t word = 0;
  for (int part = 0; part < 4; part++) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    word |= (uint64_t)(uint32_t)_mm_movemask_epi8(block) << (16 * part);
  }
  return word;
#else
  uint64_t word = 0;
  for (int row = 0; row < 64; row++) {
    word |= (uint64_t)(bytes[row] & 1) << row;
  }
  return word;
#endif
}

#define DEFINE_LOOP(NAME, TYPE, SECOND, TEST)                                              \
  FOR_EACH_PROCESSOR void NAME(                                                            \
      const TYPE *values, SECOND, size_t count, uint64_t *words) {                         \
    size_t row = 0;                                                                        \
    for (; row + 64 <= count; row += 64) {                                                 \
      uint8_t bytes[64];                                                                   \
      for (size_t index = row; index < row + 64; index++) {                                \
        bytes[index - row] = (TEST) ? 0xFF : 0x00;                                         \
      }                                                                                    \
      words[row / 64] = packed(bytes);                                                     \
    }                                                                                      \
    if (row < count) {                                                                     \
      uint64_t word = 0;                                                                   \
      for (size_t index = row; index < count; index++) {                                   \
        word |= (uint64_t)((TEST) ? 1 : 0) << (index - row);                               \
      }                                                                                    \
      words[row / 64] = word;                                                              \
    }                                                                                      \
  }

#define DEFINE_INTEGER_COMPARISONS(TYPE, SUFFIX)                                           \
  DEFINE_LOOP(compare_equal_constant_##SUFFIX, TYPE, TYPE constant, values[index] == constant) \
  DEFINE_LOOP(compare_less_constant_##SUFFIX, TYPE, TYPE constant, values[index] < constant) \
  DEFINE_LOOP(compare_equal_##SUFFIX, TYPE, const TYPE *right, values[index] == right[index]) \
  DEFINE_LOOP(compare_less_##SUFFIX, TYPE, const TYPE *right, values[index] < right[index])

DEFINE_INTEGER_COMPARISONS(int8_t, int8)
DEFINE_INTEGER_COMPARISONS(int16_t, int16)
DEFINE_INTEGER_COMPARISONS(int32_t, int32)
DEFINE_INTEGER_COMPARISONS(int64_t, int64)

// `x != x` is true of NaN alone.
#define EQUAL_DOUBLES(X, Y) (((X) == (Y)) | (((X) != (X)) & ((Y) != (Y))))
#define LESS_DOUBLES(X, Y) (((X) < (Y)) | (((X) == (X)) & ((Y) != (Y))))

DEFINE_LOOP(compare_equal_constant_double, double, double constant, values[index] == constant)
DEFINE_LOOP(compare_less_constant_double, double, double constant, values[index] < constant)
DEFINE_LOOP(
    compare_equal_double, double, const double *right, EQUAL_DOUBLES(values[index], right[index]))
DEFINE_LOOP(
    compare_less_double, double, const double *right, LESS_DOUBLES(values[index], right[index]))
