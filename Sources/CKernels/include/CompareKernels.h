#ifndef COMPARE_KERNELS_H
#define COMPARE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Comparisons of whole columns, one bit a row: row i is bit i % 64 of words[i / 64]. Bits behind
// the last row are zero. These loops are in C because Swift cannot emit the instruction that
// gathers one bit from each byte of a register.
//
// Each `equal` and `less` comes for a column with a constant and for a column with a column.
// Whatever else is wanted is one of these with its arguments exchanged or its bits inverted.

#define DECLARE_COMPARISONS(TYPE, SUFFIX)                                                  \
  void compare_equal_constant_##SUFFIX(                                                    \
      const TYPE *values, TYPE constant, size_t count, uint64_t *words);                   \
  void compare_less_constant_##SUFFIX(                                                     \
      const TYPE *values, TYPE constant, size_t count, uint64_t *words);                   \
  void compare_equal_##SUFFIX(                                                             \
      const TYPE *left, const TYPE *right, size_t count, uint64_t *words);                 \
  void compare_less_##SUFFIX(                                                              \
      const TYPE *left, const TYPE *right, size_t count, uint64_t *words);

DECLARE_COMPARISONS(int8_t, int8)
DECLARE_COMPARISONS(int16_t, int16)
DECLARE_COMPARISONS(int32_t, int32)
DECLARE_COMPARISONS(int64_t, int64)
// In the order of DOUBLE: NaN equals NaN and is greater than every number. A constant must not be
// NaN.
DECLARE_COMPARISONS(double, double)

#undef DECLARE_COMPARISONS

#endif
