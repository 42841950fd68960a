#include "SearchKernels.h"
#include "TextKernels.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#if defined(__x86_64__)
#include <immintrin.h>

#define AVX512 __attribute__((target("bmi2,popcnt,avx512f,avx512bw,avx512vbmi2")))

static inline int has_avx512(void) {
  return __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bw") &&
    __builtin_cpu_supports("bmi2");
}
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

// The same, 64 bytes at a time.
AVX512 static void count_avx512(
    const uint8_t *bytes, const uint32_t *offsets, size_t count, int64_t *numbers) {
  const __m512i limit = _mm512_set1_epi8(-64);
  for (size_t row = 0; row < count; row++) {
    const uint8_t *text = bytes + offsets[row];
    size_t length = offsets[row + 1] - offsets[row];
    int64_t continuations = 0;
    for (size_t at = 0; at < length; at += 64) {
      __mmask64 live = _bzhi_u64(~(uint64_t)0, (unsigned)(length - at < 64 ? length - at : 64));
      __m512i block = _mm512_loadu_si512(text + at);
      continuations += __builtin_popcountll(_mm512_mask_cmplt_epi8_mask(live, block, limit));
    }
    numbers[row] = (int64_t)length - continuations;
  }
}
#endif

void count_code_points(
    const uint8_t *bytes, const uint32_t *offsets, size_t count, int64_t *numbers) {
#if defined(__x86_64__)
  if (has_avx512()) {
    count_avx512(bytes, offsets, count, numbers);
    return;
  }
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
// Eight bytes at a time: those that stay are drawn together.
__attribute__((target("bmi2,popcnt"))) static size_t remove_bmi2(
    const uint8_t *text, size_t length, uint8_t byte, uint8_t *target) {
  const __m128i gone = _mm_set1_epi8((char)byte);
  size_t kept = 0;
  size_t at = 0;
  for (; at + 8 <= length; at += 8) {
    __m128i block = _mm_loadl_epi64((const __m128i *)(text + at));
    uint64_t staying = ~(uint64_t)_mm_cvtsi128_si64(_mm_cmpeq_epi8(block, gone));
    uint64_t drawn = _pext_u64((uint64_t)_mm_cvtsi128_si64(block), staying);
    memcpy(target + kept, &drawn, 8);
    kept += (size_t)__builtin_popcountll(staying) / 8;
  }
  return kept + remove_any(text + at, length - at, byte, target + kept);
}

// Sixty-four bytes at a time; what follows the text is masked out.
AVX512 static size_t remove_avx512(
    const uint8_t *text, size_t length, uint8_t byte, uint8_t *target) {
  const __m512i gone = _mm512_set1_epi8((char)byte);
  size_t kept = 0;
  for (size_t at = 0; at < length; at += 64) {
    __mmask64 live = _bzhi_u64(~(uint64_t)0, (unsigned)(length - at < 64 ? length - at : 64));
    __m512i block = _mm512_loadu_si512(text + at);
    __mmask64 staying = _mm512_mask_cmpneq_epi8_mask(live, block, gone);
    _mm512_storeu_si512(target + kept, _mm512_maskz_compress_epi8(staying, block));
    kept += (size_t)__builtin_popcountll(staying);
  }
  return kept;
}
#endif

static size_t remove_byte(const uint8_t *text, size_t length, uint8_t byte, uint8_t *target) {
#if defined(__x86_64__)
  if (has_avx512()) {
    return remove_avx512(text, length, byte, target);
  }
  if (__builtin_cpu_supports("bmi2")) {
    return remove_bmi2(text, length, byte, target);
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
  while (done < length) {
    size_t found = done + search_bytes(text + done, length - done, needle, needle_length);
    if (found == length) {
      break;
    }
    out = copy_loosely(out, text + done, found - done);
    memcpy(out, replacement, replacement_length);
    out += replacement_length;
    done = found + needle_length;
  }
  return (size_t)(copy_loosely(out, text + done, length - done) - target);
}
