#ifndef FILE_FLUSH_H
#define FILE_FLUSH_H

#include <stdint.h>

// Linux's `sync_file_range`, which is not among what Swift imports: hands `count` bytes of a file
// from `start` on to the disk, and where `waits` is not 0 waits until they are there. Returns 0, or
// -1 where the file system cannot.
int flush_file_range(int descriptor, int64_t start, int64_t count, int waits);

#endif
