#ifndef MEASURE_KERNELS_H
#define MEASURE_KERNELS_H

#include <stdint.h>

// Loops over amounts and the codes of their units, which are less than 64.

// A bit for each code that occurs among codes[0 ..< count].
uint64_t codes_present(const uint8_t *codes, int64_t count);

// For each of `kinds` codes in `wanted`, the sum of the values that have it, modulo 2^64, and how
// many they are.
//
// No value is further from zero than `reach`. Each set is read once, in pieces that stay in the
// level-1 cache.
void sum_by_code_8(
  const int8_t *values, const uint8_t *codes, int64_t count, int64_t reach, const uint8_t *wanted,
  int64_t kinds, int64_t *sums, int64_t *counts);
void sum_by_code_16(
  const int16_t *values, const uint8_t *codes, int64_t count, int64_t reach,
  const uint8_t *wanted, int64_t kinds, int64_t *sums, int64_t *counts);
void sum_by_code_32(
  const int32_t *values, const uint8_t *codes, int64_t count, int64_t reach,
  const uint8_t *wanted, int64_t kinds, int64_t *sums, int64_t *counts);
void sum_by_code_64(
  const int64_t *values, const uint8_t *codes, int64_t count, int64_t reach,
  const uint8_t *wanted, int64_t kinds, int64_t *sums, int64_t *counts);

#endif
