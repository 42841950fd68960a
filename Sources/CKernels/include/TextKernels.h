#ifndef TEXT_KERNELS_H
#define TEXT_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Loops over the bytes of text. Up to 64 bytes behind a text may be read, whatever they hold.

// How many code points each of `count` texts has: text i is bytes[offsets[i] ..< offsets[i + 1]].
// Whatever is no continuation byte of UTF-8 starts a code point.
void count_code_points(
    const uint8_t *bytes, const uint32_t *offsets, size_t count, int64_t *numbers);

// Writes `text` to `target` with every occurrence of `needle`, of at least one byte, exchanged for
// `replacement`, and gives the length of the result. Occurrences do not overlap; the first counts.
//
// `target` must have room for the result and 64 bytes more.
size_t replace_bytes(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t needle_length,
    const uint8_t *replacement, size_t replacement_length, uint8_t *target);

#endif
