#ifndef SELECT_KERNELS_H
#define SELECT_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "KernelForms.h"

// Loops that keep the rows whose bits are set: of `count` rows, row i is bit i % 64 of words[i / 64],
// and bits behind the last row are zero.
//
// `form` is best_row_kernels(), or any other that the processor has; all give the same.
//
// What is kept stands side by side in `target`, behind which 64 bytes must be writable: they become
// zero, or stay as they are.

// The numbers of the rows.
void list_set_bits(
  row_kernels form, const uint64_t *words, size_t count, uint32_t *target);

// The values of the rows, each of `size` bytes: 1, 2, 4, 8 or 16.
void keep_values(
  row_kernels form, const void *source, size_t size, const uint64_t *words, size_t count,
  void *target);

// The bits of the rows; those behind the last become zero. `target` has a word for every 64 rows kept,
// and one more may be written.
void keep_bits(
  row_kernels form, const uint64_t *source, const uint64_t *words, size_t count,
  uint64_t *target);

// Sets the bit of each row whose value occurs in a set, and clears those of the others. The set has
// a bit for each of low ... high, that of `low` being bit 1 of present[0].
void mark_members(
  row_kernels form, const int32_t *values, size_t count, int32_t low, int32_t high,
  const uint64_t *present, uint64_t *words);

#endif
