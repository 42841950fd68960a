#ifndef PREFETCH_H
#define PREFETCH_H

// Has the cache line of `address` fetched while other work goes on. Any address will do.
static inline __attribute__((always_inline)) void prefetch_line(const void *address) {
  __builtin_prefetch(address);
}

#endif
