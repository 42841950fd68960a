#define _GNU_SOURCE
#include "SearchKernels.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

size_t search_bytes(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t needle_length) {
  if (needle_length > length) {
    return length;
  }
#if defined(__SSE2__)
  // The first and the last byte of the needle at their distance rule out nearly all places,
  // sixteen at a time.
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
      if (memcmp(text + found, needle, needle_length) == 0) {
        return found;
      }
      candidates &= candidates - 1;
    }
  }
  return length;
#else
  const uint8_t *found = memmem(text, length, needle, needle_length);
  return found == NULL ? length : (size_t)(found - text);
#endif
}
