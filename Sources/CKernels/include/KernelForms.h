#ifndef KERNEL_FORMS_H
#define KERNEL_FORMS_H

// The forms of the kernels, by the instructions that they need.
typedef enum {
  row_kernels_any,
  row_kernels_avx2,
  row_kernels_avx512,
} row_kernels;

// The best form that this processor has; it has those before it as well.
row_kernels best_row_kernels(void);

#endif
