#define _GNU_SOURCE
#include "SearchKernels.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// The first and the last byte of the needle at their distance rule out nearly all places, as many
// at a time as a register has bytes; what lies between them is compared where they fit.
static inline int fits(const uint8_t *place, const uint8_t *needle, size_t needle_length) {
  if (needle_length <= 2) {
    return 1;
  }
  // Two bytes more rule out nearly all of the rest without a call.
  return place[1] == needle[1] && place[needle_length / 2] == needle[needle_length / 2] &&
      memcmp(place, needle, needle_length) == 0;
}

#if defined(__SSE2__)
static size_t search_sse2(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t needle_length) {
  size_t last = needle_length - 1;
  size_t places = length - last;
  __m128i first_byte = _mm_set1_epi8((char)needle[0]);
  __m128i last_byte = _mm_set1_epi8((char)needle[last]);
  for (size_t place = 0; place < places; place += 16) {
    __m128i starts = _mm_loadu_si128((const __m128i *)(text + place));
    __m128i ends = _mm_loadu_si128((const __m128i *)(text + place + last));
    __m128i both =
        _mm_and_si128(_mm_cmpeq_epi8(starts, first_byte), _mm_cmpeq_epi8(ends, last_byte));
    uint32_t candidates = (uint32_t)_mm_movemask_epi8(both);
    while (candidates != 0) {
      size_t found = place + (size_t)__builtin_ctz(candidates);
      if (found >= places) {
        return length;
      }
      if (fits(text + found, needle, needle_length)) {
        return found;
      }
      candidates &= candidates - 1;
    }
  }
  return length;
}
#endif

#if defined(__x86_64__)
__attribute__((target("avx2,bmi"))) static size_t search_avx2(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t needle_length) {
  size_t last = needle_length - 1;
  size_t places = length - last;
  __m256i first_byte = _mm256_set1_epi8((char)needle[0]);
  __m256i last_byte = _mm256_set1_epi8((char)needle[last]);
  for (size_t place = 0; place < places; place += 32) {
    __m256i starts = _mm256_loadu_si256((const __m256i *)(text + place));
    __m256i ends = _mm256_loadu_si256((const __m256i *)(text + place + last));
    __m256i both = _mm256_and_si256(
        _mm256_cmpeq_epi8(starts, first_byte), _mm256_cmpeq_epi8(ends, last_byte));
    uint32_t candidates = (uint32_t)_mm256_movemask_epi8(both);
    while (candidates != 0) {
      size_t found = place + (size_t)__builtin_ctz(candidates);
      if (found >= places) {
        return length;
      }
      if (fits(text + found, needle, needle_length)) {
        return found;
      }
      candidates &= candidates - 1;
    }
  }
  return length;
}
#endif

size_t search_bytes(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t needle_length) {
  if (needle_length > length) {
    return length;
  }
#if defined(__x86_64__)
  // A short text costs no more in small steps.
  if (length >= 64 && __builtin_cpu_supports("avx2")) {
    return search_avx2(text, length, needle, needle_length);
  }
#endif
#if defined(__SSE2__)
  return search_sse2(text, length, needle, needle_length);
#else
  const uint8_t *found = memmem(text, length, needle, needle_length);
  return found == NULL ? length : (size_t)(found - text);
#endif
}

// MARK: Sets of bytes

static size_t search_sets_any(
    const uint8_t *text, size_t from, size_t length, const byte_sets *sets) {
  for (size_t place = from; place < length; place++) {
    int fits = 1;
    for (int set = 0; set < sets->count; set++) {
      fits &= sets->members[set][text[place + sets->offsets[set]]];
    }
    if (fits) {
      return place;
    }
  }
  return length;
}

#if defined(__x86_64__)
// A byte is looked up by its halves: the lower half gives eight bits, one for each upper half below
// 0x80, of which the upper half takes one.
__attribute__((target("avx2,bmi"))) static size_t search_sets_avx2(
    const uint8_t *text, size_t from, size_t length, const byte_sets *sets) {
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  const __m256i bits = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0));
  __m256i low[byte_set_count];
  __m256i high[byte_set_count];
  for (int set = 0; set < sets->count; set++) {
    low[set] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)sets->low[set]));
    high[set] = _mm256_set1_epi8((char)(sets->has_high[set] & 0x80));
  }
  for (size_t place = from; place < length; place += 32) {
    uint32_t fits = ~(uint32_t)0;
    for (int set = 0; set < sets->count && fits != 0; set++) {
      __m256i bytes =
          _mm256_loadu_si256((const __m256i *)(text + place + sets->offsets[set]));
      __m256i lower = _mm256_shuffle_epi8(low[set], _mm256_and_si256(bytes, nibble));
      __m256i upper = _mm256_shuffle_epi8(
          bits, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble));
      __m256i found = _mm256_or_si256(
          _mm256_and_si256(lower, upper), _mm256_and_si256(bytes, high[set]));
      fits &= ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(found, _mm256_setzero_si256()));
    }
    if (fits != 0) {
      size_t found = place + (size_t)__builtin_ctz(fits);
      return found < length ? found : length;
    }
  }
  return length;
}
#endif

size_t search_byte_sets(
    const uint8_t *text, size_t from, size_t length, const byte_sets *sets) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    return search_sets_avx2(text, from, length, sets);
  }
#endif
  return search_sets_any(text, from, length, sets);
}
