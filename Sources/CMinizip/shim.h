// What Swift cannot say to minizip: its functions for input are pointers to C functions in a
// structure. These read from memory, so that an archive may come out of a pipe.

#ifndef RUMMAGE_MINIZIP_SHIM_H
#define RUMMAGE_MINIZIP_SHIM_H

#include <minizip/unzip.h>
#include <stdint.h>
#include <string.h>

/// An archive in memory, and where in it the next byte is read.
typedef struct zip_memory {
  const uint8_t *bytes;
  uint64_t count;
  uint64_t position;
} zip_memory;

static inline voidpf zip_memory_open(voidpf opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  ((zip_memory *)opaque)->position = 0;
  return opaque;
}

static inline uLong zip_memory_read(voidpf opaque, voidpf stream, void *target, uLong count) {
  (void)opaque;
  zip_memory *memory = stream;
  uint64_t left = memory->count - memory->position;
  uLong got = count < left ? count : (uLong)left;
  memcpy(target, memory->bytes + memory->position, got);
  memory->position += got;
  return got;
}

static inline uLong zip_memory_write(
    voidpf opaque, voidpf stream, const void *bytes, uLong count) {
  (void)opaque;
  (void)stream;
  (void)bytes;
  (void)count;
  return 0;
}

static inline ZPOS64_T zip_memory_tell(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((zip_memory *)stream)->position;
}

/// 0, or -1 where there is no such place in the archive.
static inline long zip_memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)opaque;
  zip_memory *memory = stream;
  uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory->position
                  : origin == ZLIB_FILEFUNC_SEEK_END ? memory->count
                                                     : 0;
  if (offset > memory->count - from) return -1;
  memory->position = from + offset;
  return 0;
}

static inline int zip_memory_close(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

static inline int zip_memory_error(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

/// The archive in `memory`, which must stay where it is until it is closed; NULL where its
/// directory cannot be read.
static inline unzFile unzip_open_memory(zip_memory *memory) {
  zlib_filefunc64_def functions = {
      .zopen64_file = zip_memory_open,
      .zread_file = zip_memory_read,
      .zwrite_file = zip_memory_write,
      .ztell64_file = zip_memory_tell,
      .zseek64_file = zip_memory_seek,
      .zclose_file = zip_memory_close,
      .zerror_file = zip_memory_error,
      .opaque = memory,
  };
  return unzOpen2_64(NULL, &functions);
}

#endif
