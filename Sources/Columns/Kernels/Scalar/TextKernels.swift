import CKernels

/// Functions of text. They count in code points, from 1, and are NULL where an argument is.
package enum TextKernels {
  /// A row may take as long as its text is: so few lie between two cancellation points, and of long
  /// texts each by itself.
  static let rowsAtATime = 256
  /// Bytes from which on a text is long.
  static let longText = 1 << 14

  /// A VARCHAR vector: for each row in which no argument is NULL, what `body` writes.
  @inline(__always)
  static func texts(
    _ arguments: [Vector], count: Int, byteCount: Int = 0,
    _ body: (Int, inout TextWriter) throws -> Void
  ) throws -> Vector {
    let validity = Nulls.validity(arguments)
    var writer = TextWriter(rows: count, byteCount: byteCount)
    let step = byteCount / max(count, 1) >= longText ? 1 : rowsAtATime
    var row = 0
    while row < count {
      try Cancellation.point()
      let end = min(count, row &+ step)
      while row < end {
        if validity.map({ $0[row] }) ?? true { try body(row, &writer) }
        try writer.endRow()
        row &+= 1
      }
    }
    return writer.vector(validity: validity)
  }

  /// A BIGINT vector: for each row in which no argument is NULL, what `body` returns.
  @inline(__always)
  static func numbers(
    _ arguments: [Vector], count: Int, _ body: (Int) throws -> Int
  ) throws -> Vector {
    let validity = Nulls.validity(arguments)
    let result = Buffer<Int64>(count: count)
    var row = 0
    while row < count {
      try Cancellation.point()
      let end = min(count, row &+ rowsAtATime)
      while row < end {
        result.pointer[row] = validity.map { $0[row] } ?? true ? Int64(try body(row)) : 0
        row &+= 1
      }
    }
    return IntegerNarrowing.vector(result, count: count, type: .bigint, validity: validity)
  }

  /// A BOOLEAN vector: for each row in which no argument is NULL, what `body` returns.
  @inline(__always)
  static func truths(_ arguments: [Vector], count: Int, _ body: (Int) -> Bool) -> Vector {
    let validity = Nulls.validity(arguments)
    switch ComparisonKernels.rowByRow(count, body) {
    case .all(let value): return Nulls.booleans(repeating: value, count: count, validity: validity)
    case .words(let words): return Nulls.booleans(words, count: count, validity: validity)
    }
  }

  /// Runs `body` on arguments none of which is NULL throughout, and once only where all are
  /// constants.
  @inline(never)
  static func apply(
    _ arguments: [Vector], _ type: DataType, _ rows: Int,
    _ body: ([Vector], Int) throws -> Vector
  ) throws -> Vector {
    if Nulls.hasNullConstant(arguments) {
      return Vector(constant: .null, type: type, count: rows)
    }
    return try ConstantFolding.apply(arguments, type: type, rows: rows, body)
  }

  /// Where `needle` first occurs in `text`, in bytes; nil where it does not.
  @inline(__always)
  static func find(_ needle: TextBytes, in text: TextBytes) -> Int? {
    if needle.count > text.count { return nil }
    guard let bytes = text.baseAddress, let start = needle.baseAddress, needle.count > 0 else {
      return 0
    }
    let found = search_bytes(bytes, text.count, start, needle.count)
    return found == text.count ? nil : found
  }

  /// Whether `text` has `part` at byte `position`.
  @inline(__always)
  static func has(_ text: TextBytes, _ part: TextBytes, at position: Int) -> Bool {
    guard position >= 0, position &+ part.count <= text.count else { return false }
    guard let bytes = text.baseAddress, let start = part.baseAddress else { return true }
    return TextHash.equal(bytes + position, part.count, start, part.count)
  }

  /// The number of bytes that `vector` holds, for sizing a result of about that length.
  static func byteCount(_ vector: Vector) -> Int {
    if case .text(let texts) = vector.storage { texts.bytes.count } else { vector.count * 8 }
  }
}
