#ifndef BLEND_KERNELS_H
#define BLEND_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Takes each row from one of two columns: target[i] is a[i] where bit i % 64 of words[i / 64] is
// set, else b[i]. A column that is NULL stands for its constant in every row.

#define DECLARE_BLEND(TYPE, SUFFIX)                                                          \
  void blend_##SUFFIX(                                                                       \
      const uint64_t *words, size_t count, const TYPE *a, TYPE a_constant, const TYPE *b,    \
      TYPE b_constant, TYPE *target);

DECLARE_BLEND(uint8_t, 8)
DECLARE_BLEND(uint16_t, 16)
DECLARE_BLEND(uint32_t, 32)
DECLARE_BLEND(uint64_t, 64)

#undef DECLARE_BLEND

#endif
