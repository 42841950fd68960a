#include "SearchKernels.h"
#include "TextKernels.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// MARK: Code points

static void count_any(
    const uint8_t *bytes, const uint32_t *offsets, size_t count, int64_t *numbers) {
  for (size_t row = 0; row < count; row++) {
    int64_t starts = 0;
    for (size_t at = offsets[row]; at < offsets[row + 1]; at++) {
      starts += (bytes[at] & 0xC0) != 0x80;
    }
    numbers[row] = starts;
  }
}

#if defined(__x86_64__)
// Continuation bytes are those below -64 as signed numbers; bytes behind the text are masked out.
__attribute__((target("avx2,popcnt"))) static void count_avx2(
    const uint8_t *bytes, const uint32_t *offsets, size_t count, int64_t *numbers) {
  const __m256i limit = _mm256_set1_epi8(-64);
  for (size_t row = 0; row < count; row++) {
    const uint8_t *text = bytes + offsets[row];
    size_t length = offsets[row + 1] - offsets[row];
    int64_t continuations = 0;
    size_t at = 0;
    for (; at + 32 <= length; at += 32) {
      __m256i block = _mm256_loadu_si256((const __m256i *)(text + at));
      uint32_t found = (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(limit, block));
      continuations += __builtin_popcount(found);
    }
    if (at < length) {
      __m256i block = _mm256_loadu_si256((const __m256i *)(text + at));
      uint32_t found = (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(limit, block));
      continuations += __builtin_popcount(found & (((uint32_t)1 << (length - at)) - 1));
    }
    numbers[row] = (int64_t)length - continuations;
  }
}
#endif

void count_code_points(
    const uint8_t *bytes, const uint32_t *offsets, size_t count, int64_t *numbers) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    count_avx2(bytes, offsets, count, numbers);
    return;
  }
#endif
  count_any(bytes, offsets, count, numbers);
}

// MARK: Replacing

// Copies in steps of 16 bytes, so up to 15 bytes behind the copy are written.
static inline uint8_t *copy_loosely(uint8_t *target, const uint8_t *source, size_t length) {
#if defined(__SSE2__)
  for (size_t at = 0; at < length; at += 16) {
    _mm_storeu_si128(
        (__m128i *)(target + at), _mm_loadu_si128((const __m128i *)(source + at)));
  }
#else
  memcpy(target, source, length);
#endif
  return target + length;
}

// Every place is written and the next one moved on only behind what stays, so that there is no
// branch.
static size_t remove_any(const uint8_t *text, size_t length, uint8_t byte, uint8_t *target) {
  size_t kept = 0;
  for (size_t at = 0; at < length; at++) {
    target[kept] = text[at];
    kept += text[at] != byte;
  }
  return kept;
}

#if defined(__x86_64__)
// For each set of eight bytes of which some go, the places of those that stay, in order.
static uint64_t staying_places[256];

__attribute__((constructor)) static void list_staying_places(void) {
  for (int going = 0; going < 256; going++) {
    uint64_t places = 0;
    int count = 0;
    for (uint64_t place = 0; place < 8; place++) {
      if (!(going >> place & 1)) {
        places |= place << (8 * count++);
      }
    }
    staying_places[going] = places;
  }
}

__attribute__((target("ssse3,popcnt"))) static size_t remove_ssse3(
    const uint8_t *text, size_t length, uint8_t byte, uint8_t *target) {
  const __m128i gone = _mm_set1_epi8((char)byte);
  size_t kept = 0;
  size_t at = 0;
  for (; at + 8 <= length; at += 8) {
    __m128i block = _mm_loadl_epi64((const __m128i *)(text + at));
    uint32_t going = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, gone)) & 0xFF;
    __m128i places = _mm_cvtsi64_si128((int64_t)staying_places[going]);
    _mm_storel_epi64((__m128i *)(target + kept), _mm_shuffle_epi8(block, places));
    kept += 8 - (size_t)__builtin_popcount(going);
  }
  return kept + remove_any(text + at, length - at, byte, target + kept);
}
#endif

static size_t remove_byte(const uint8_t *text, size_t length, uint8_t byte, uint8_t *target) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("ssse3")) {
    return remove_ssse3(text, length, byte, target);
  }
#endif
  return remove_any(text, length, byte, target);
}

size_t replace_bytes(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t needle_length,
    const uint8_t *replacement, size_t replacement_length, uint8_t *target) {
  // One byte that goes, or becomes another: spaces, commas, points.
  if (needle_length == 1 && replacement_length == 0) {
    return remove_byte(text, length, needle[0], target);
  }
  if (needle_length == 1 && replacement_length == 1) {
    for (size_t at = 0; at < length; at++) {
      target[at] = text[at] == needle[0] ? replacement[0] : text[at];
    }
    return length;
  }
  uint8_t *out = target;
  // What lies before this was written.
  size_t done = 0;
  if (needle_length > length) {
    return (size_t)(copy_loosely(out, text, length) - target);
  }
#if defined(__SSE2__)
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
    if (places - place < 16) {
      candidates &= ((uint32_t)1 << (places - place)) - 1;
    }
    for (; candidates != 0; candidates &= candidates - 1) {
      size_t found = place + (size_t)__builtin_ctz(candidates);
      if (found < done) {
        continue;
      }
      if (needle_length > 2 && memcmp(text + found + 1, needle + 1, needle_length - 2) != 0) {
        continue;
      }
      out = copy_loosely(out, text + done, found - done);
      memcpy(out, replacement, replacement_length);
      out += replacement_length;
      done = found + needle_length;
    }
  }
#else
  while (done < length) {
    size_t found =
        done + search_bytes(text + done, length - done, needle, needle_length);
    if (found == length) {
      break;
    }
    out = copy_loosely(out, text + done, found - done);
    memcpy(out, replacement, replacement_length);
    out += replacement_length;
    done = found + needle_length;
  }
#endif
  return (size_t)(copy_loosely(out, text + done, length - done) - target);
}
