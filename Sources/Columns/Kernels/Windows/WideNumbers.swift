/// Integers of any stored width in one width, for kernels that want few forms.
enum WideNumbers {
  /// The stored integers of `vector`, none of which is wider than 64 bits; 0 where it is NULL.
  static func int64(_ vector: Vector) -> Buffer<Int64> {
    let result = Buffer<Int64>(count: vector.count)
    switch Constants.expanded(vector).storage {
    case .int8(let values): copy(values.pointer, to: result.pointer, vector.count)
    case .int16(let values): copy(values.pointer, to: result.pointer, vector.count)
    case .int32(let values): copy(values.pointer, to: result.pointer, vector.count)
    case .int64(let values): return values
    default: result.pointer.update(repeating: 0, count: vector.count)
    }
    return result
  }

  /// Numbers in the order of the values of `vector`, row by row: stored integers, or the bits of
  /// doubles, NaN last. 0 where it is NULL or has neither.
  static func ordered(_ vector: Vector) -> Buffer<Int128> {
    let result = Buffer<Int128>(count: vector.count)
    switch Constants.expanded(vector).storage {
    case .int8(let values): copy(values.pointer, to: result.pointer, vector.count)
    case .int16(let values): copy(values.pointer, to: result.pointer, vector.count)
    case .int32(let values): copy(values.pointer, to: result.pointer, vector.count)
    case .int64(let values): copy(values.pointer, to: result.pointer, vector.count)
    case .int128(let values): return values
    case .float64(let values):
      for row in 0..<vector.count {
        result.pointer[row] = Int128(SortField.ordered(values.pointer[row]))
      }
    default: result.pointer.update(repeating: 0, count: vector.count)
    }
    return result
  }

  /// Which rows hold a value; nil where all do.
  static func validity(of vector: Vector) -> Bitmap? {
    vector.constant?.isNull == true
      ? Bitmap(repeating: false, count: vector.count) : vector.validity
  }

  @inline(__always)
  private static func copy<From: FixedWidthInteger, To: FixedWidthInteger>(
    _ source: UnsafePointer<From>, to target: UnsafeMutablePointer<To>, _ count: Int
  ) {
    var row = 0
    while row < count {
      target[row] = To(truncatingIfNeeded: source[row])
      row &+= 1
    }
  }
}
