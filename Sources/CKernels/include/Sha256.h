#ifndef SHA256_H
#define SHA256_H

#include <stdint.h>

// SHA-256 (FIPS 180-4) of a file that passes by in pieces.

typedef struct {
  uint32_t state[8];
  // Bytes that do not fill a block yet.
  uint8_t rest[64];
  uint64_t count;
} sha256_state;

sha256_state sha256_start(void);

// Moves `state` over `count` bytes.
void sha256_add(sha256_state *state, const uint8_t *bytes, int64_t count);

// Writes the digest of all that was added.
void sha256_finish(const sha256_state *state, uint8_t digest[32]);

// The same without the instructions that some processors have for it, for tests.
void sha256_add_plain(sha256_state *state, const uint8_t *bytes, int64_t count);

#endif
