/// Stores 64-bit integers in the narrowest width that holds them.
package enum IntegerNarrowing {
  /// A vector of `type` over the first `count` of `values`, with bounds.
  ///
  /// Rows that `validity` marks NULL must hold zero, and count neither for the bounds nor, since
  /// zero fits every width, for the width.
  ///
  /// - Complexity: two passes over the values.
  package static func vector(
    _ values: Buffer<Int64>, count: Int, type: DataType, validity: Bitmap?
  ) -> Vector {
    var low = Int64.max
    var high = Int64.min
    let source = values.pointer
    if let validity {
      var row = 0
      while row < count {
        if validity[row] {
          let value = source[row]
          low = min(low, value)
          high = max(high, value)
        }
        row &+= 1
      }
    } else {
      var row = 0
      while row < count {
        let value = source[row]
        low = min(low, value)
        high = max(high, value)
        row &+= 1
      }
    }
    guard low <= high else {
      return Vector(constant: .null, type: type, count: count)
    }
    let bounds = low...high
    let storage: Vector.Storage
    if low >= Int64(Int8.min) && high <= Int64(Int8.max) {
      storage = .int8(narrowed(source, count))
    } else if low >= Int64(Int16.min) && high <= Int64(Int16.max) {
      storage = .int16(narrowed(source, count))
    } else if low >= Int64(Int32.min) && high <= Int64(Int32.max) {
      storage = .int32(narrowed(source, count))
    } else {
      storage = .int64(values.count == count ? values : narrowed(source, count))
    }
    return Vector(type: type, count: count, storage: storage, validity: validity, bounds: bounds)
  }

  private static func narrowed<Narrow: FixedWidthInteger & BitwiseCopyable>(
    _ source: UnsafeMutablePointer<Int64>, _ count: Int
  ) -> Buffer<Narrow> {
    let result = Buffer<Narrow>(count: count)
    let target = result.pointer
    var row = 0
    while row < count {
      target[row] = Narrow(truncatingIfNeeded: source[row])
      row &+= 1
    }
    return result
  }
}
