#include "CKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Which of 64 bytes are which, byte i in bit i.
typedef struct {
  uint64_t quote;
  uint64_t delimiter;
  uint64_t carriage;
  uint64_t feed;
  uint64_t zero;
} word_masks;

// What the bytes before a word leave open: as in `row_scan`.
typedef struct {
  uint64_t inside;
  uint64_t after_separator;
  uint64_t after_quote;
} quote_state;

// Whether each byte lies inside a quoted field, and what follows from it.
//
// Bit i of `inside` is 1 where byte i is an opening quote or text of a quoted field, line ends and
// delimiters included; it is 0 at the closing quote. `stray` marks bytes that follow a closing
// quote without being a delimiter, a line end or a second quote.
typedef struct {
  uint64_t inside;
  uint64_t stray;
  quote_state state;
} word_quotes;

// The rules, byte by byte: a quote opens a field only at the field's start, or reopens it right
// behind a closing quote (a doubled quote); anywhere else outside quotes it is a letter.
static __attribute__((noinline)) word_quotes step_quotes(
  uint64_t quote, uint64_t separators, int width, quote_state state) {
  word_quotes result = {0, 0, state};
  uint64_t inside = state.inside & 1;
  uint64_t after_separator = state.after_separator;
  uint64_t after_quote = state.after_quote;
  for (int i = 0; i < width; i++) {
    uint64_t bit = (uint64_t)1 << i;
    if (inside) {
      after_separator = 0;
      if (quote & bit) {
        inside = 0;
        after_quote = 1;
      } else {
        result.inside |= bit;
      }
    } else if (quote & bit) {
      if (after_separator | after_quote) {
        inside = 1;
        result.inside |= bit;
      }
      after_separator = 0;
      after_quote = 0;
    } else if (separators & bit) {
      after_separator = 1;
      after_quote = 0;
    } else {
      if (after_quote) result.stray |= bit;
      after_separator = 0;
      after_quote = 0;
    }
  }
  result.state.inside = inside ? ~(uint64_t)0 : 0;
  result.state.after_separator = after_separator;
  result.state.after_quote = after_quote;
  return result;
}

row_scan row_scan_start(void) {
  row_scan scan = {0, 1, 0, 1, 0, 0, 0, -1, 0};
  return scan;
}

// The length of the well-formed sequence of more than one byte at `text`, or 0.
static inline int utf8_length(const uint8_t *text, int64_t left) {
  uint8_t lead = text[0];
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (left < 2) return 0;
  uint8_t second = text[1];
  if (lead < 0xE0) return (second & 0xC0) == 0x80 ? 2 : 0;
  if (left < 3 || (text[2] & 0xC0) != 0x80) return 0;
  if (lead < 0xF0) {
    uint8_t low = lead == 0xE0 ? 0xA0 : 0x80;
    uint8_t high = lead == 0xED ? 0x9F : 0xBF;
    return second >= low && second <= high ? 3 : 0;
  }
  if (left < 4 || (text[3] & 0xC0) != 0x80) return 0;
  uint8_t low = lead == 0xF0 ? 0x90 : 0x80;
  uint8_t high = lead == 0xF4 ? 0x8F : 0xBF;
  return second >= low && second <= high ? 4 : 0;
}

// The form that runs anywhere: SSE2 where there is any x86-64, plain loops elsewhere.

#define TARGET
#define NAME(x) x##_base

// One bracket outside strings.
static inline void step_bracket(uint8_t byte, bracket_scan *scan) {
  if (byte == '}' || byte == ']') {
    scan->depth--;
    return;
  }
  if (scan->record_depth < 0) scan->record_depth = byte == '[';
  if (byte == '{' && scan->depth == scan->record_depth) scan->records++;
  scan->depth++;
}

// One byte, which may be escaped.
static inline void step_brackets(uint8_t byte, bracket_scan *scan) {
  if (scan->is_escaped) {
    scan->is_escaped = 0;
  } else if (scan->in_string) {
    scan->is_escaped = byte == '\\';
    scan->in_string = byte != '"';
  } else if (byte == '"') {
    scan->in_string = 1;
  } else if (byte == '{' || byte == '[' || byte == '}' || byte == ']') {
    step_bracket(byte, scan);
  }
}


static inline __attribute__((always_inline)) uint64_t prefix_xor_base(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

// Eight at a time whatever their number: a loop that stops after the last bit would be foreseen
// wrongly in nearly every word.
static inline __attribute__((always_inline)) uint32_t *append_base(
  uint32_t *out, uint64_t bits, uint32_t at) {
  if (bits == 0) return out;
  uint32_t *end = out + __builtin_popcountll(bits);
  do {
    for (int i = 0; i < 8; i++) {
      // Of no bits at all the position is without meaning, but must be defined.
      *(volatile uint32_t *)(out + i) =
        at + (uint32_t)__builtin_ctzll(bits | (uint64_t)1 << 63);
      bits &= bits - 1;
    }
    out += 8;
  } while (bits);
  return end;
}

#if defined(__x86_64__)

static inline __attribute__((always_inline)) uint64_t equal_base(const uint8_t *p, uint8_t byte) {
  __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(p + 16 * i));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted)) << (16 * i);
  }
  return mask;
}

static inline __attribute__((always_inline)) uint64_t high_bits_base(const uint8_t *p) {
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(p + 16 * i));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << (16 * i);
  }
  return mask;
}

#else

static inline uint64_t equal_base(const uint8_t *p, uint8_t byte) {
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) mask |= (uint64_t)(p[i] == byte) << i;
  return mask;
}

static inline uint64_t high_bits_base(const uint8_t *p) {
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) mask |= (uint64_t)(p[i] >> 7) << i;
  return mask;
}

#endif

static inline __attribute__((always_inline)) word_masks masks_base(
  const uint8_t *p, text_dialect dialect) {
  word_masks m;
  m.quote = equal_base(p, dialect.quote) & -(uint64_t)dialect.quoted;
  m.delimiter = equal_base(p, dialect.delimiter);
  m.carriage = equal_base(p, '\r');
  m.feed = equal_base(p, '\n');
  m.zero = equal_base(p, 0);
  return m;
}

#include "RowKernels.h"
#include "BracketKernels.h"

#undef TARGET
#undef NAME

#if defined(__x86_64__)

// The form for AVX2 (Intel since 2013, AMD since 2015).

#define TARGET __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt,pclmul")))
#define NAME(x) x##_avx2

TARGET static inline __attribute__((always_inline)) uint64_t prefix_xor_avx2(uint64_t bits) {
  __m128i product =
    _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

TARGET static inline __attribute__((always_inline)) uint32_t *append_avx2(
  uint32_t *out, uint64_t bits, uint32_t at) {
  if (bits == 0) return out;
  uint32_t *end = out + __builtin_popcountll(bits);
  do {
    for (int i = 0; i < 8; i++) {
      // One store each: the compiler would gather them in a register first, which takes longer.
      *(volatile uint32_t *)(out + i) = at + (uint32_t)_tzcnt_u64(bits);
      bits &= bits - 1;
    }
    out += 8;
  } while (bits);
  return end;
}

TARGET static inline __attribute__((always_inline)) uint64_t joined_avx2(__m256i a, __m256i b) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(a) |
    (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32;
}

TARGET static inline __attribute__((always_inline)) uint64_t equal_avx2(
  const uint8_t *p, uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  __m256i a = _mm256_loadu_si256((const __m256i *)p);
  __m256i b = _mm256_loadu_si256((const __m256i *)(p + 32));
  return joined_avx2(_mm256_cmpeq_epi8(a, wanted), _mm256_cmpeq_epi8(b, wanted));
}

TARGET static inline __attribute__((always_inline)) uint64_t high_bits_avx2(const uint8_t *p) {
  return joined_avx2(
    _mm256_loadu_si256((const __m256i *)p), _mm256_loadu_si256((const __m256i *)(p + 32)));
}

TARGET static inline __attribute__((always_inline)) word_masks masks_avx2(
  const uint8_t *p, text_dialect dialect) {
  word_masks m;
  m.quote = equal_avx2(p, dialect.quote) & -(uint64_t)dialect.quoted;
  m.delimiter = equal_avx2(p, dialect.delimiter);
  m.carriage = equal_avx2(p, '\r');
  m.feed = equal_avx2(p, '\n');
  m.zero = equal_avx2(p, 0);
  return m;
}

#include "RowKernels.h"
#include "BracketKernels.h"

#undef TARGET
#undef NAME

// The form for AVX-512 with byte masks and byte compression (Intel since 2019, AMD since 2022).

#define TARGET \
  __attribute__((target( \
    "avx2,bmi,bmi2,lzcnt,popcnt,pclmul,avx512f,avx512bw,avx512vl,avx512vbmi2")))
#define NAME(x) x##_avx512

TARGET static inline __attribute__((always_inline)) uint64_t prefix_xor_avx512(uint64_t bits) {
  __m128i product =
    _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

TARGET static inline __attribute__((always_inline)) uint64_t equal_avx512(
  const uint8_t *p, uint8_t byte) {
  return _cvtmask64_u64(
    _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(p), _mm512_set1_epi8((char)byte)));
}

TARGET static inline __attribute__((always_inline)) uint64_t high_bits_avx512(const uint8_t *p) {
  return _cvtmask64_u64(_mm512_movepi8_mask(_mm512_loadu_si512(p)));
}

TARGET static inline __attribute__((always_inline)) word_masks masks_avx512(
  const uint8_t *p, text_dialect dialect) {
  word_masks m;
  m.quote = equal_avx512(p, dialect.quote) & -(uint64_t)dialect.quoted;
  m.delimiter = equal_avx512(p, dialect.delimiter);
  m.carriage = equal_avx512(p, '\r');
  m.feed = equal_avx512(p, '\n');
  m.zero = equal_avx512(p, 0);
  return m;
}

TARGET static inline __attribute__((always_inline)) uint32_t *append_avx512(
  uint32_t *out, uint64_t bits, uint32_t at) {
  const __m512i places = _mm512_set_epi8(
    63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41,
    40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18,
    17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  int count = __builtin_popcountll(bits);
  __m512i packed = _mm512_maskz_compress_epi8(_cvtu64_mask64(bits), places);
  __m512i base = _mm512_set1_epi32((int32_t)at);
  __m512i first = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed));
  _mm512_storeu_si512(out, _mm512_add_epi32(first, base));
  if (__builtin_expect(count > 16, 0)) {
    __m512i second = _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 1));
    __m512i third = _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 2));
    __m512i fourth = _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 3));
    _mm512_storeu_si512(out + 16, _mm512_add_epi32(second, base));
    _mm512_storeu_si512(out + 32, _mm512_add_epi32(third, base));
    _mm512_storeu_si512(out + 48, _mm512_add_epi32(fourth, base));
  }
  return out + count;
}

#include "RowKernels.h"
#include "BracketKernels.h"

#undef TARGET
#undef NAME

#define CALL(form, call, ...) \
  (form == row_kernels_avx512 ? call##_avx512(__VA_ARGS__) \
    : form == row_kernels_avx2 ? call##_avx2(__VA_ARGS__) \
                               : call##_base(__VA_ARGS__))

row_kernels best_row_kernels(void) {
  if (
    !__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") ||
    !__builtin_cpu_supports("bmi2") || !__builtin_cpu_supports("popcnt") ||
    !__builtin_cpu_supports("pclmul")) {
    return row_kernels_any;
  }
  if (
    !__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512bw") ||
    !__builtin_cpu_supports("avx512vl") || !__builtin_cpu_supports("avx512vbmi2")) {
    return row_kernels_avx2;
  }
  return row_kernels_avx512;
}

#else

#define CALL(form, call, ...) ((void)form, call##_base(__VA_ARGS__))

row_kernels best_row_kernels(void) { return row_kernels_any; }

#endif

void scan_rows_by(
  row_kernels form, const uint8_t *text, int64_t from, int64_t to, text_dialect dialect,
  row_scan *scan) {
  CALL(form, scan_rows, text, from, to, dialect, scan);
}

row_index index_rows_by(
  row_kernels form, const uint8_t *text, int64_t from, int64_t to, text_dialect dialect,
  int64_t columns, uint32_t *positions, bad_row *bad, int64_t bad_capacity) {
  return CALL(form, index_rows, text, from, to, dialect, columns, positions, bad, bad_capacity);
}

void scan_rows(
  const uint8_t *text, int64_t from, int64_t to, text_dialect dialect, row_scan *scan) {
  scan_rows_by(best_row_kernels(), text, from, to, dialect, scan);
}

row_index index_rows(
  const uint8_t *text, int64_t from, int64_t to, text_dialect dialect, int64_t columns,
  uint32_t *positions, bad_row *bad, int64_t bad_capacity) {
  return index_rows_by(
    best_row_kernels(), text, from, to, dialect, columns, positions, bad, bad_capacity);
}

int64_t count_bytes(
  const uint8_t *text, int64_t from, int64_t to, uint8_t a, uint8_t b, uint8_t c) {
  row_kernels form = best_row_kernels();
  return CALL(form, count_bytes, text, from, to, a, b, c);
}

int64_t first_invalid_utf8(const uint8_t *text, int64_t from, int64_t to) {
  row_kernels form = best_row_kernels();
  return CALL(form, first_invalid_utf8, text, from, to);
}

bracket_scan bracket_scan_start(void) {
  bracket_scan scan = {0, 0, -1, 0, 0};
  return scan;
}

void scan_brackets(const uint8_t *text, int64_t from, int64_t to, bracket_scan *scan) {
  row_kernels form = best_row_kernels();
  CALL(form, scan_brackets, text, from, to, scan);
}
