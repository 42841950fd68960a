#include "MeasureKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define TARGET __attribute__((target("avx2")))
#endif

// For every processor: a body for each width.

#define DEFINE_SUM(BITS)                                                                \
  static int64_t sum_##BITS##_any(                                                      \
      const int##BITS##_t *values, const uint8_t *codes, int64_t count, uint8_t code) { \
    uint64_t sum = 0;                                                                   \
    for (int64_t row = 0; row < count; row++) {                                         \
      uint64_t mask = 0 - (uint64_t)(codes[row] == code);                               \
      sum += (uint64_t)(int64_t)values[row] & mask;                                     \
    }                                                                                   \
    return (int64_t)sum;                                                                \
  }

DEFINE_SUM(8)
DEFINE_SUM(16)
DEFINE_SUM(32)
DEFINE_SUM(64)

static int64_t count_any(const uint8_t *codes, int64_t count, uint8_t code) {
  int64_t total = 0;
  for (int64_t row = 0; row < count; row++) total += codes[row] == code;
  return total;
}

#if defined(__x86_64__)

// Eight rows at a time: a comparison of eight codes, widened to two masks of four rows. `WIDENED`
// gives four values from `values + at` as 64-bit lanes.
#define DEFINE_SUM_AVX2(BITS, WIDENED)                                                  \
  TARGET static int64_t sum_##BITS##_avx2(                                              \
      const int##BITS##_t *values, const uint8_t *codes, int64_t count, uint8_t code) { \
    const __m128i wanted = _mm_set1_epi8((char)code);                                   \
    __m256i low = _mm256_setzero_si256();                                               \
    __m256i high = _mm256_setzero_si256();                                              \
    int64_t row = 0;                                                                    \
    for (; row + 8 <= count; row += 8) {                                                \
      __m128i same = _mm_cmpeq_epi8(                                                    \
          _mm_loadl_epi64((const __m128i *)(codes + row)), wanted);                     \
      __m256i first = _mm256_cvtepi8_epi64(same);                                       \
      __m256i second = _mm256_cvtepi8_epi64(_mm_srli_si128(same, 4));                   \
      low = _mm256_add_epi64(low, _mm256_and_si256(first, WIDENED(row)));               \
      high = _mm256_add_epi64(high, _mm256_and_si256(second, WIDENED(row + 4)));        \
    }                                                                                   \
    int64_t lanes[4];                                                                   \
    _mm256_storeu_si256((__m256i *)lanes, _mm256_add_epi64(low, high));                 \
    uint64_t sum = (uint64_t)lanes[0] + (uint64_t)lanes[1] + (uint64_t)lanes[2] +       \
                   (uint64_t)lanes[3];                                                  \
    return (int64_t)(sum + (uint64_t)sum_##BITS##_any(                                  \
                               values + row, codes + row, count - row, code));          \
  }

#define FOUR_8(AT) _mm256_cvtepi8_epi64(_mm_loadu_si32(values + (AT)))
#define FOUR_16(AT) _mm256_cvtepi16_epi64(_mm_loadl_epi64((const __m128i *)(values + (AT))))
#define FOUR_32(AT) _mm256_cvtepi32_epi64(_mm_loadu_si128((const __m128i *)(values + (AT))))
#define FOUR_64(AT) _mm256_loadu_si256((const __m256i *)(values + (AT)))

DEFINE_SUM_AVX2(8, FOUR_8)
DEFINE_SUM_AVX2(16, FOUR_16)
DEFINE_SUM_AVX2(32, FOUR_32)
DEFINE_SUM_AVX2(64, FOUR_64)

// Counts in bytes, which 255 rounds cannot overflow.
TARGET static int64_t count_avx2(const uint8_t *codes, int64_t count, uint8_t code) {
  const __m256i wanted = _mm256_set1_epi8((char)code);
  __m256i total = _mm256_setzero_si256();
  int64_t row = 0;
  while (row + 32 <= count) {
    __m256i part = _mm256_setzero_si256();
    for (int round = 0; round < 255 && row + 32 <= count; round++, row += 32) {
      __m256i block = _mm256_loadu_si256((const __m256i *)(codes + row));
      part = _mm256_sub_epi8(part, _mm256_cmpeq_epi8(block, wanted));
    }
    total = _mm256_add_epi64(total, _mm256_sad_epu8(part, _mm256_setzero_si256()));
  }
  int64_t lanes[4];
  _mm256_storeu_si256((__m256i *)lanes, total);
  return lanes[0] + lanes[1] + lanes[2] + lanes[3] + count_any(codes + row, count - row, code);
}

#define CHOOSE(WIDE, ANY) (__builtin_cpu_supports("avx2") ? WIDE : ANY)
#else
#define CHOOSE(WIDE, ANY) ANY
#endif

#define DEFINE_CHOICE(BITS)                                                             \
  int64_t sum_of_code_##BITS(                                                           \
      const int##BITS##_t *values, const uint8_t *codes, int64_t count, uint8_t code) { \
    return CHOOSE(sum_##BITS##_avx2, sum_##BITS##_any)(values, codes, count, code);     \
  }

DEFINE_CHOICE(8)
DEFINE_CHOICE(16)
DEFINE_CHOICE(32)
DEFINE_CHOICE(64)

int64_t count_code(const uint8_t *codes, int64_t count, uint8_t code) {
  return CHOOSE(count_avx2, count_any)(codes, count, code);
}
