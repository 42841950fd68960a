#ifndef SEARCH_KERNELS_H
#define SEARCH_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Where `needle`, of at least one byte, first occurs in `text`: its offset, or `length` where it
// does not occur.
//
// Up to 63 bytes behind the text may be read, whatever they hold.
size_t search_bytes(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t needle_length);

#endif
