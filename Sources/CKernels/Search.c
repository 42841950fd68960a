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
