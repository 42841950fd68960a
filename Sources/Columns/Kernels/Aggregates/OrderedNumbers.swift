/// Reads integers of up to 64 bits and doubles as unsigned numbers of the same order, which tell the
/// values again.
enum OrderedNumbers {
  /// Whether values of `type` can be read so.
  static func hold(_ type: DataType) -> Bool { type.isFloating || type.isNarrowNumber }

  /// So many numbers are read at a time: they stay in the level-1 cache.
  private static let block = 1024

  /// Calls `body` with the numbers of `vector` a block after the other, each with its first row; a
  /// NULL's number is any.
  @inline(__always)
  static func eachBlock(
    of vector: Vector,
    _ body: (_ first: Int, _ numbers: UnsafePointer<UInt64>, _ count: Int) -> Void
  ) {
    let expanded = Constants.expanded(vector)
    let room = Buffer<UInt64>(repeating: 0, count: min(block, vector.count))
    var first = 0
    while first < vector.count {
      let count = min(block, vector.count - first)
      read(expanded, first, count, into: room.pointer)
      body(first, UnsafePointer(room.pointer), count)
      first += count
    }
    withExtendedLifetime((expanded, room)) {}
  }

  private static func read(
    _ vector: Vector, _ first: Int, _ count: Int, into numbers: UnsafeMutablePointer<UInt64>
  ) {
    switch vector.storage {
    case .int8(let values): read(values.pointer + first, count, into: numbers)
    case .int16(let values): read(values.pointer + first, count, into: numbers)
    case .int32(let values): read(values.pointer + first, count, into: numbers)
    case .int64(let values): read(values.pointer + first, count, into: numbers)
    case .float64(let values):
      let source = values.pointer + first
      for index in 0..<count { numbers[index] = SortField.ordered(source[index]) }
    default: break
    }
  }

  @inline(__always)
  private static func read<Number: FixedWidthInteger & SignedInteger>(
    _ values: UnsafePointer<Number>, _ count: Int, into numbers: UnsafeMutablePointer<UInt64>
  ) {
    for index in 0..<count {
      numbers[index] = UInt64(bitPattern: Int64(truncatingIfNeeded: values[index])) ^ 1 << 63
    }
  }

  /// The values of `type` that `numbers` tell; NULL where `validity` says so.
  static func values(_ numbers: Buffer<UInt64>, _ validity: Bitmap, type: DataType) -> Vector {
    let count = numbers.count
    if type.isFloating {
      let result = Buffer<Double>(count: count)
      for index in 0..<count {
        result.pointer[index] = validity[index] ? SortField.double(numbers.pointer[index]) : 0
      }
      return Vector(type: type, count: count, storage: .float64(result), validity: validity)
    }
    let result = Buffer<Int64>(count: count)
    for index in 0..<count {
      result.pointer[index] =
        validity[index] ? Int64(bitPattern: numbers.pointer[index] ^ 1 << 63) : 0
    }
    return IntegerNarrowing.vector(result, count: count, type: type, validity: validity)
  }
}
