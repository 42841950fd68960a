#include "CKernels.h"

#if defined(__x86_64__) && defined(__linux__)
#include <immintrin.h>
#define HAS_AVX512 1
#define AVX512                                                                               \
  __attribute__((target("bmi,bmi2,lzcnt,popcnt,avx512f,avx512bw,avx512vl,avx512vbmi2")))
#endif

// A row after another, for any processor.
#define KEEP_EACH(VALUE)                                                                     \
  for (size_t word = 0; word < (count + 63) / 64; word++) {                                  \
    size_t base = word * 64;                                                                 \
    for (uint64_t rest = words[word]; rest; rest &= rest - 1) {                              \
      size_t row = base + (size_t)__builtin_ctzll(rest);                                     \
      *target++ = (VALUE);                                                                   \
    }                                                                                        \
  }

#if HAS_AVX512

// A register after another: what is kept of it moves to its front, and the next one is written
// behind that. Only lanes that are kept are read, so nothing behind the source is.
#define DEFINE_PACK(TYPE, SUFFIX, LANES, MASK)                                               \
  AVX512 static void pack_##SUFFIX(                                                          \
    const TYPE *source, const uint64_t *words, size_t count, TYPE *target) {                 \
    for (size_t word = 0; word < (count + 63) / 64; word++) {                                \
      uint64_t bits = words[word];                                                           \
      if (bits == 0) continue;                                                               \
      const TYPE *from = source + word * 64;                                                 \
      for (int part = 0; part < 64 / LANES; part++) {                                        \
        MASK mask = (MASK)(bits >> (part * (LANES % 64)));                                   \
        __m512i kept = _mm512_maskz_compress_epi##SUFFIX(                                    \
          mask, _mm512_maskz_loadu_epi##SUFFIX(mask, from + part * LANES));                  \
        _mm512_storeu_si512(target, kept);                                                   \
        target += __builtin_popcountll((uint64_t)mask);                                      \
      }                                                                                      \
    }                                                                                        \
  }

DEFINE_PACK(uint8_t, 8, 64, __mmask64)
DEFINE_PACK(uint16_t, 16, 32, __mmask32)
DEFINE_PACK(uint32_t, 32, 16, __mmask16)
DEFINE_PACK(uint64_t, 64, 8, __mmask8)

AVX512 static void pack_rows(const uint64_t *words, size_t count, uint32_t *target) {
  const __m512i lanes =
    _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  for (size_t word = 0; word < (count + 63) / 64; word++) {
    uint64_t bits = words[word];
    if (bits == 0) continue;
    for (int part = 0; part < 4; part++) {
      __mmask16 mask = (__mmask16)(bits >> (16 * part));
      __m512i rows = _mm512_add_epi32(lanes, _mm512_set1_epi32((int)(word * 64) + 16 * part));
      _mm512_storeu_si512(target, _mm512_maskz_compress_epi32(mask, rows));
      target += __builtin_popcountll((uint64_t)mask);
    }
  }
}

AVX512 static void pack_bits(
  const uint64_t *source, const uint64_t *words, size_t count, uint64_t *target) {
  uint64_t pending = 0;
  int filled = 0;
  for (size_t word = 0; word < (count + 63) / 64; word++) {
    uint64_t kept = _pext_u64(source[word], words[word]);
    int width = __builtin_popcountll(words[word]);
    pending |= kept << filled;
    if (filled + width >= 64) {
      *target++ = pending;
      // What did not fit; nothing where the word was empty before.
      pending = filled == 0 ? 0 : kept >> (64 - filled);
      filled += width - 64;
    } else {
      filled += width;
    }
  }
  *target = pending;
}

// Sixteen values at a time: their words of the set are fetched together, but for values outside it.
AVX512 static void mark_wide(
  const int32_t *values, size_t count, int32_t low, int32_t high, const uint64_t *present,
  uint64_t *words) {
  const __m512i lows = _mm512_set1_epi32(low);
  const __m512i highs = _mm512_set1_epi32(high);
  const __m512i one = _mm512_set1_epi32(1);
  const __m512i lane = _mm512_set1_epi32(31);
  for (size_t row = 0; row < count; row += 64) {
    uint64_t word = 0;
    for (size_t part = 0; part < 64 && row + part < count; part += 16) {
      size_t left = count - row - part;
      __mmask16 live = (__mmask16)_bzhi_u32(0xFFFF, left < 16 ? (unsigned)left : 16);
      __m512i value = _mm512_maskz_loadu_epi32(live, values + row + part);
      __mmask16 inside = _mm512_mask_cmple_epi32_mask(
        _mm512_mask_cmple_epi32_mask(live, lows, value), value, highs);
      __m512i number = _mm512_add_epi32(_mm512_sub_epi32(value, lows), one);
      // A word of 64 bits is two of 32, the lower one first.
      __m512i found = _mm512_mask_i32gather_epi32(
        _mm512_setzero_si512(), inside, _mm512_srli_epi32(number, 5), present, 4);
      __m512i bit = _mm512_sllv_epi32(one, _mm512_and_si512(number, lane));
      word |= (uint64_t)_mm512_test_epi32_mask(found, bit) << part;
    }
    words[row / 64] = word;
  }
}

#define PACK(SUFFIX, ...)                                                                    \
  if (form == row_kernels_avx512) {                                                          \
    pack_##SUFFIX(__VA_ARGS__);                                                              \
    return;                                                                                  \
  }
#else
#define PACK(SUFFIX, ...) (void)form;
#endif

#define DEFINE_KEEP(TYPE, SUFFIX)                                                            \
  static void keep_##SUFFIX(                                                                 \
    row_kernels form, const TYPE *source, const uint64_t *words, size_t count,               \
    TYPE *target) {                                                                          \
    PACK(SUFFIX, source, words, count, target)                                               \
    KEEP_EACH(source[row])                                                                   \
  }

DEFINE_KEEP(uint8_t, 8)
DEFINE_KEEP(uint16_t, 16)
DEFINE_KEEP(uint32_t, 32)
DEFINE_KEEP(uint64_t, 64)

static void keep_128(
  const unsigned __int128 *source, const uint64_t *words, size_t count,
  unsigned __int128 *target) {
  KEEP_EACH(source[row])
}

void keep_values(
  row_kernels form, const void *source, size_t size, const uint64_t *words, size_t count,
  void *target) {
  switch (size) {
    case 1: keep_8(form, source, words, count, target); break;
    case 2: keep_16(form, source, words, count, target); break;
    case 4: keep_32(form, source, words, count, target); break;
    case 8: keep_64(form, source, words, count, target); break;
    default: keep_128(source, words, count, target); break;
  }
}

void list_set_bits(
  row_kernels form, const uint64_t *words, size_t count, uint32_t *target) {
  PACK(rows, words, count, target)
  KEEP_EACH((uint32_t)row)
}

void keep_bits(
  row_kernels form, const uint64_t *source, const uint64_t *words, size_t count,
  uint64_t *target) {
  PACK(bits, source, words, count, target)
  uint64_t pending = 0;
  int filled = 0;
  for (size_t word = 0; word < (count + 63) / 64; word++) {
    for (uint64_t rest = words[word]; rest; rest &= rest - 1) {
      uint64_t bit = source[word] >> __builtin_ctzll(rest) & 1;
      pending |= bit << filled;
      if (++filled == 64) {
        *target++ = pending;
        pending = 0;
        filled = 0;
      }
    }
  }
  *target = pending;
}

void mark_members(
  row_kernels form, const int32_t *values, size_t count, int32_t low, int32_t high,
  const uint64_t *present, uint64_t *words) {
#if HAS_AVX512
  // Places are numbers of 32 bits with a sign.
  if (form == row_kernels_avx512 && (int64_t)high - low < INT32_MAX) {
    mark_wide(values, count, low, high, present, words);
    return;
  }
#endif
  for (size_t row = 0; row < count; row += 64) {
    uint64_t word = 0;
    size_t end = count - row < 64 ? count - row : 64;
    for (size_t i = 0; i < end; i++) {
      int64_t value = values[row + i];
      uint64_t number = value >= low && value <= high ? (uint64_t)(value - low) + 1 : 0;
      word |= (present[number / 64] >> (number % 64) & 1) << i;
    }
    words[row / 64] = word;
  }
}
