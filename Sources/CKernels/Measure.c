#include "MeasureKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define TARGET __attribute__((target("avx2")))
#endif

// Rows of a piece: values of 64 bits and codes of so many stay in a level-1 cache of 32 KiB.
enum { PIECE = 2048 };

// For any processor: one row after the other.

static uint64_t present_any(const uint8_t *codes, int64_t count) {
  uint64_t present = 0;
  for (int64_t row = 0; row < count; row++) present |= (uint64_t)1 << (codes[row] & 63);
  return present;
}

#define DEFINE_ANY(BITS)                                                                \
  static void sum_##BITS##_any(                                                         \
      const int##BITS##_t *values, const uint8_t *codes, int64_t count,                 \
      const uint8_t *wanted, int64_t kinds, int64_t *sums, int64_t *counts) {           \
    for (int64_t kind = 0; kind < kinds; kind++) {                                      \
      uint64_t sum = 0;                                                                 \
      int64_t rows = 0;                                                                 \
      for (int64_t row = 0; row < count; row++) {                                       \
        uint64_t mask = 0 - (uint64_t)(codes[row] == wanted[kind]);                     \
        sum += (uint64_t)(int64_t)values[row] & mask;                                   \
        rows += codes[row] == wanted[kind];                                             \
      }                                                                                 \
      sums[kind] = (int64_t)((uint64_t)sums[kind] + sum);                               \
      counts[kind] += rows;                                                             \
    }                                                                                   \
  }

DEFINE_ANY(8)
DEFINE_ANY(16)
DEFINE_ANY(32)
DEFINE_ANY(64)

#if defined(__x86_64__)

TARGET static uint64_t present_avx2(const uint8_t *codes, int64_t count) {
  const __m256i one = _mm256_set1_epi64x(1);
  __m256i present = _mm256_setzero_si256();
  int64_t row = 0;
  for (; row + 4 <= count; row += 4) {
    __m256i shifts = _mm256_cvtepu8_epi64(_mm_loadu_si32(codes + row));
    present = _mm256_or_si256(present, _mm256_sllv_epi64(one, shifts));
  }
  uint64_t lanes[4];
  _mm256_storeu_si256((__m256i *)lanes, present);
  return lanes[0] | lanes[1] | lanes[2] | lanes[3] | present_any(codes + row, count - row);
}

// How many of 32-row blocks of one piece have a code; a byte a lane cannot overflow in a piece.
TARGET static inline int64_t count_avx2(const uint8_t *codes, int64_t count, __m256i wanted) {
  __m256i part = _mm256_setzero_si256();
  for (int64_t row = 0; row < count; row += 32) {
    __m256i block = _mm256_loadu_si256((const __m256i *)(codes + row));
    part = _mm256_sub_epi8(part, _mm256_cmpeq_epi8(block, wanted));
  }
  uint64_t lanes[4];
  _mm256_storeu_si256(
      (__m256i *)lanes, _mm256_sad_epu8(part, _mm256_setzero_si256()));
  return (int64_t)(lanes[0] + lanes[1] + lanes[2] + lanes[3]);
}

TARGET static inline int64_t total_32(__m256i lanes) {
  int32_t parts[8];
  _mm256_storeu_si256((__m256i *)parts, lanes);
  int64_t total = 0;
  for (int lane = 0; lane < 8; lane++) total += parts[lane];
  return total;
}

TARGET static inline int64_t total_64(__m256i lanes) {
  int64_t parts[4];
  _mm256_storeu_si256((__m256i *)parts, lanes);
  return (int64_t)((uint64_t)parts[0] + (uint64_t)parts[1] + (uint64_t)parts[2] +
                   (uint64_t)parts[3]);
}

// Up to four codes at a time, so that values and codes are loaded once for four sums. `FEW` rows fit
// lanes of 32 bits before they may overflow; where that is too few, lanes have 64.
#define DEFINE_AVX2(BITS, EIGHT, FOUR)                                                  \
  TARGET static void narrow_##BITS(                                                     \
      const int##BITS##_t *values, const uint8_t *codes, int64_t count,                 \
      const uint8_t *wanted, int64_t kinds, int64_t *sums) {                            \
    __m256i code[4], sum[4];                                                            \
    for (int kind = 0; kind < 4; kind++) {                                              \
      code[kind] = _mm256_set1_epi32(kind < kinds ? wanted[kind] : 256);                \
      sum[kind] = _mm256_setzero_si256();                                               \
    }                                                                                   \
    for (int64_t row = 0; row < count; row += 8) {                                      \
      __m256i own = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)(codes + row))); \
      __m256i value = EIGHT(row);                                                       \
      for (int kind = 0; kind < 4; kind++) {                                            \
        __m256i same = _mm256_cmpeq_epi32(own, code[kind]);                             \
        sum[kind] = _mm256_add_epi32(sum[kind], _mm256_and_si256(same, value));         \
      }                                                                                 \
    }                                                                                   \
    for (int kind = 0; kind < kinds; kind++) sums[kind] += total_32(sum[kind]);         \
  }                                                                                     \
  TARGET static void wide_##BITS(                                                       \
      const int##BITS##_t *values, const uint8_t *codes, int64_t count,                 \
      const uint8_t *wanted, int64_t kinds, int64_t *sums) {                            \
    __m256i code[4], sum[4];                                                            \
    for (int kind = 0; kind < 4; kind++) {                                              \
      code[kind] = _mm256_set1_epi64x(kind < kinds ? wanted[kind] : 256);               \
      sum[kind] = _mm256_setzero_si256();                                               \
    }                                                                                   \
    for (int64_t row = 0; row < count; row += 4) {                                      \
      __m256i own = _mm256_cvtepu8_epi64(_mm_loadu_si32(codes + row));                  \
      __m256i value = FOUR(row);                                                        \
      for (int kind = 0; kind < 4; kind++) {                                            \
        __m256i same = _mm256_cmpeq_epi64(own, code[kind]);                             \
        sum[kind] = _mm256_add_epi64(sum[kind], _mm256_and_si256(same, value));         \
      }                                                                                 \
    }                                                                                   \
    for (int kind = 0; kind < kinds; kind++) {                                          \
      sums[kind] = (int64_t)((uint64_t)sums[kind] + (uint64_t)total_64(sum[kind]));     \
    }                                                                                   \
  }                                                                                     \
  TARGET static void sum_##BITS##_avx2(                                                 \
      const int##BITS##_t *values, const uint8_t *codes, int64_t count, int64_t reach,  \
      const uint8_t *wanted, int64_t kinds, int64_t *sums, int64_t *counts) {           \
    /* Eight lanes of 32 bits, each of which takes an eighth of the rows of a piece. */ \
    int isNarrow = BITS < 64 && reach < INT32_MAX / (PIECE / 8);                        \
    int64_t start = 0;                                                                  \
    while (start + 32 <= count) {                                                       \
      int64_t rows = count - start < PIECE ? (count - start) & ~(int64_t)31 : PIECE;    \
      for (int64_t first = 0; first < kinds; first += 4) {                              \
        int64_t some = kinds - first < 4 ? kinds - first : 4;                           \
        if (isNarrow) {                                                                 \
          narrow_##BITS(                                                                \
              values + start, codes + start, rows, wanted + first, some, sums + first); \
        } else {                                                                        \
          wide_##BITS(                                                                  \
              values + start, codes + start, rows, wanted + first, some, sums + first); \
        }                                                                               \
      }                                                                                 \
      for (int64_t kind = 0; kind < kinds; kind++) {                                    \
        counts[kind] += count_avx2(                                                     \
            codes + start, rows, _mm256_set1_epi8((char)wanted[kind]));                 \
      }                                                                                 \
      start += rows;                                                                    \
    }                                                                                   \
    sum_##BITS##_any(                                                                   \
        values + start, codes + start, count - start, wanted, kinds, sums, counts);     \
  }

#define EIGHT_8(AT) _mm256_cvtepi8_epi32(_mm_loadl_epi64((const __m128i *)(values + (AT))))
#define EIGHT_16(AT) _mm256_cvtepi16_epi32(_mm_loadu_si128((const __m128i *)(values + (AT))))
#define EIGHT_32(AT) _mm256_loadu_si256((const __m256i *)(values + (AT)))
#define EIGHT_64(AT) _mm256_setzero_si256()
#define FOUR_8(AT) _mm256_cvtepi8_epi64(_mm_loadu_si32(values + (AT)))
#define FOUR_16(AT) _mm256_cvtepi16_epi64(_mm_loadl_epi64((const __m128i *)(values + (AT))))
#define FOUR_32(AT) _mm256_cvtepi32_epi64(_mm_loadu_si128((const __m128i *)(values + (AT))))
#define FOUR_64(AT) _mm256_loadu_si256((const __m256i *)(values + (AT)))

DEFINE_AVX2(8, EIGHT_8, FOUR_8)
DEFINE_AVX2(16, EIGHT_16, FOUR_16)
DEFINE_AVX2(32, EIGHT_32, FOUR_32)
DEFINE_AVX2(64, EIGHT_64, FOUR_64)

#define DEFINE_CHOICE(BITS)                                                             \
  void sum_by_code_##BITS(                                                              \
      const int##BITS##_t *values, const uint8_t *codes, int64_t count, int64_t reach,  \
      const uint8_t *wanted, int64_t kinds, int64_t *sums, int64_t *counts) {           \
    if (__builtin_cpu_supports("avx2")) {                                               \
      sum_##BITS##_avx2(values, codes, count, reach, wanted, kinds, sums, counts);      \
    } else {                                                                            \
      sum_##BITS##_any(values, codes, count, wanted, kinds, sums, counts);              \
    }                                                                                   \
  }

uint64_t codes_present(const uint8_t *codes, int64_t count) {
  return __builtin_cpu_supports("avx2") ? present_avx2(codes, count) : present_any(codes, count);
}

#else

#define DEFINE_CHOICE(BITS)                                                             \
  void sum_by_code_##BITS(                                                              \
      const int##BITS##_t *values, const uint8_t *codes, int64_t count, int64_t reach,  \
      const uint8_t *wanted, int64_t kinds, int64_t *sums, int64_t *counts) {           \
    (void)reach;                                                                        \
    sum_##BITS##_any(values, codes, count, wanted, kinds, sums, counts);                \
  }

uint64_t codes_present(const uint8_t *codes, int64_t count) { return present_any(codes, count); }

#endif

DEFINE_CHOICE(8)
DEFINE_CHOICE(16)
DEFINE_CHOICE(32)
DEFINE_CHOICE(64)
