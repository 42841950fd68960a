#include "Sha256.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
static const uint32_t round_constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// The first 32 bits of the fractions of the square roots of the first 8 primes (5.3.3).
sha256_state sha256_start(void) {
  sha256_state state = {
    {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19},
    {0},
    0};
  return state;
}

static inline uint32_t rotate(uint32_t x, int n) { return (x >> n) | (x << (32 - n)); }

static void blocks_plain(uint32_t state[8], const uint8_t *bytes, int64_t blocks) {
  uint32_t w[64];
  for (; blocks > 0; blocks--, bytes += 64) {
    for (int i = 0; i < 16; i++) {
      w[i] = (uint32_t)bytes[4 * i] << 24 | (uint32_t)bytes[4 * i + 1] << 16 |
        (uint32_t)bytes[4 * i + 2] << 8 | bytes[4 * i + 3];
    }
    for (int i = 16; i < 64; i++) {
      uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >> 3);
      uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (int i = 0; i < 64; i++) {
      uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + round_constants[i] + w[i];
      uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}

#if defined(__x86_64__)

// Four rounds an instruction pair; the state is kept as (a b e f) and (c d g h), as the
// instructions want it.
__attribute__((target("sha,sse4.1,ssse3"))) static void blocks_sha(
  uint32_t state[8], const uint8_t *bytes, int64_t blocks) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i dcba = _mm_loadu_si128((const __m128i *)&state[0]);
  __m128i hgfe = _mm_loadu_si128((const __m128i *)&state[4]);
  __m128i cdab = _mm_shuffle_epi32(dcba, 0xB1);
  __m128i efgh = _mm_shuffle_epi32(hgfe, 0x1B);
  __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i w[4];
    for (int i = 0; i < 4; i++) {
      w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), big_endian);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      __m128i current = w[i & 3];
      __m128i sum =
        _mm_add_epi32(current, _mm_loadu_si128((const __m128i *)&round_constants[4 * i]));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
      if (i < 12) {
        // The words of the rounds after the next twelve.
        __m128i next = _mm_sha256msg1_epu32(current, w[(i + 1) & 3]);
        next = _mm_add_epi32(next, _mm_alignr_epi8(w[(i + 3) & 3], w[(i + 2) & 3], 4));
        w[i & 3] = _mm_sha256msg2_epu32(next, w[(i + 3) & 3]);
      }
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
  __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)&state[0], _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)&state[4], _mm_alignr_epi8(dchg, feba, 8));
}

// Whether the processor has the instructions: leaf 7, EBX bit 29.
static int has_sha(void) {
  uint32_t a = 7, b, c = 0, d;
  __asm__ volatile("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
  return (int)(b >> 29 & 1) && __builtin_cpu_supports("sse4.1");
}

#endif

typedef void (*block_function)(uint32_t *, const uint8_t *, int64_t);

static block_function best_blocks(void) {
#if defined(__x86_64__)
  static int known = -1;
  if (known < 0) known = has_sha();
  if (known) return blocks_sha;
#endif
  return blocks_plain;
}

static void add(sha256_state *state, const uint8_t *bytes, int64_t count, block_function blocks) {
  int64_t filled = (int64_t)(state->count & 63);
  state->count += (uint64_t)count;
  if (filled > 0) {
    int64_t missing = 64 - filled < count ? 64 - filled : count;
    memcpy(state->rest + filled, bytes, (size_t)missing);
    if (filled + missing < 64) return;
    blocks(state->state, state->rest, 1);
    bytes += missing;
    count -= missing;
  }
  blocks(state->state, bytes, count / 64);
  memcpy(state->rest, bytes + count / 64 * 64, (size_t)(count & 63));
}

void sha256_add(sha256_state *state, const uint8_t *bytes, int64_t count) {
  add(state, bytes, count, best_blocks());
}

void sha256_add_plain(sha256_state *state, const uint8_t *bytes, int64_t count) {
  add(state, bytes, count, blocks_plain);
}

void sha256_finish(const sha256_state *state, uint8_t digest[32]) {
  sha256_state copy = *state;
  uint64_t bits = copy.count * 8;
  // A one bit, zeros, and the length in bits, in one block or two.
  uint8_t padding[72] = {0x80};
  int64_t zeros = (int64_t)((119 - (copy.count & 63)) & 63);
  for (int i = 0; i < 8; i++) padding[1 + zeros + i] = (uint8_t)(bits >> (56 - 8 * i));
  add(&copy, padding, 1 + zeros + 8, best_blocks());
  for (int i = 0; i < 32; i++) digest[i] = (uint8_t)(copy.state[i / 4] >> (24 - 8 * (i % 4)));
}
