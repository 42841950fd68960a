#ifndef MEASURE_KERNELS_H
#define MEASURE_KERNELS_H

#include <stdint.h>

// Loops over amounts and the codes of their units.

// How many of codes[0 ..< count] are `code`.
int64_t count_code(const uint8_t *codes, int64_t count, uint8_t code);

// The sum of the values whose code is `code`, modulo 2^64.
int64_t sum_of_code_8(const int8_t *values, const uint8_t *codes, int64_t count, uint8_t code);
int64_t sum_of_code_16(const int16_t *values, const uint8_t *codes, int64_t count, uint8_t code);
int64_t sum_of_code_32(const int32_t *values, const uint8_t *codes, int64_t count, uint8_t code);
int64_t sum_of_code_64(const int64_t *values, const uint8_t *codes, int64_t count, uint8_t code);

#endif
