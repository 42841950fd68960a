#define _GNU_SOURCE
#include "FileFlush.h"

#include <fcntl.h>

int flush_file_range(int descriptor, int64_t start, int64_t count, int waits) {
  unsigned int flags = SYNC_FILE_RANGE_WRITE;
  if (waits) flags |= SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WAIT_AFTER;
  return sync_file_range(descriptor, start, count, flags);
}
