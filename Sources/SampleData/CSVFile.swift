import Glibc

/// A file of comma-separated values (RFC 4180, line ends LF) that is written from front to back
/// through one buffer.
///
/// It is written under a name of its own and takes its real name in `finish()`, so that a file of
/// the real name is always whole.
final class CSVFile {
  let path: String
  private(set) var byteCount = 0
  private let descriptor: Int32
  private let buffer: UnsafeMutableRawPointer
  private var used = 0
  private var finished = false

  private static let capacity = 1 << 20
  /// No field is longer than this; see `FieldPool` and `Narratives`.
  private static let slack = 1 << 12

  private var temporaryPath: String { path + ".partial" }

  init(path: String) throws(SampleDataError) {
    self.path = path
    descriptor = open(path + ".partial", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    buffer = .allocate(byteCount: Self.capacity + Self.slack, alignment: 16)
    if descriptor < 0 { throw .cannotWrite(path: path, code: errno) }
  }

  deinit {
    buffer.deallocate()
    if descriptor >= 0 && !finished {
      close(descriptor)
      unlink(temporaryPath)
    }
  }

  @inline(__always)
  func put(_ byte: UInt8) {
    buffer.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
    used &+= 1
  }

  @inline(__always)
  func comma() { put(UInt8(ascii: ",")) }

  /// Writes one text of a pool.
  @inline(__always)
  func put(_ pool: borrowing FieldPool, _ index: Int) {
    let start = index == 0 ? 0 : pool.ends[index - 1]
    let count = pool.ends[index] - start
    pool.bytes.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress {
        (buffer + used).copyMemory(from: base + start, byteCount: count)
      }
    }
    used &+= count
  }

  /// Writes a number that is not negative.
  func put(_ number: Int) {
    var rest = UInt64(number)
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { scratch in
      var position = scratch.count
      repeat {
        position -= 1
        scratch[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      let count = scratch.count - position
      if let base = scratch.baseAddress {
        (buffer + used).copyMemory(from: base + position, byteCount: count)
      }
      used &+= count
    }
  }

  /// Writes exactly `digits` digits of a number, with leading zeros.
  func put(_ number: Int, digits: Int) {
    var rest = number
    for position in stride(from: used + digits - 1, through: used, by: -1) {
      buffer.storeBytes(
        of: UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10), toByteOffset: position,
        as: UInt8.self)
      rest /= 10
    }
    used &+= digits
  }

  /// Writes thousandths as a decimal number without trailing zeros: 1500 as `1.5`.
  func put(thousandths number: Int) {
    put(number / 1000)
    var fraction = number % 1000
    if fraction == 0 { return }
    var digits = 3
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    put(UInt8(ascii: "."))
    put(fraction, digits: digits)
  }

  /// Writes hundredths with both decimals: 1500 as `15.00`.
  func put(hundredths number: Int) {
    put(number / 100)
    put(UInt8(ascii: "."))
    put(number % 100, digits: 2)
  }

  /// Ends the line, and empties the buffer when it is nearly full.
  @inline(__always)
  func endLine() throws(SampleDataError) {
    put(UInt8(ascii: "\n"))
    if used >= Self.capacity - Self.slack { try flush() }
  }

  /// Writes a line of texts, which need not be fields of a pool.
  func line(_ fields: [String]) throws(SampleDataError) {
    let pool = FieldPool(fields)
    for index in fields.indices {
      if index > 0 { comma() }
      put(pool, index)
    }
    try endLine()
  }

  /// Writes what is left and gives the file its real name.
  func finish() throws(SampleDataError) {
    try flush()
    finished = true
    if close(descriptor) != 0 || rename(temporaryPath, path) != 0 {
      let code = errno
      unlink(temporaryPath)
      throw .cannotWrite(path: path, code: code)
    }
  }

  private func flush() throws(SampleDataError) {
    var start = 0
    while start < used {
      let count = write(descriptor, buffer + start, used - start)
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotWrite(path: path, code: errno)
      }
      start += count
    }
    byteCount += used
    used = 0
  }
}
