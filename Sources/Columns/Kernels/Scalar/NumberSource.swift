/// Numbers of any storage, read at the width that a kernel works in.
enum NumberSource {
  /// The stored integers as `Number`s; where `Number` is narrower than they are, their low bits.
  ///
  /// A buffer that already has the width is returned as it is.
  @inline(never)
  static func integers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ vector: Vector, as type: Number.Type = Number.self
  ) -> Buffer<Number> {
    switch vector.storage {
    case .int8(let buffer): converted(buffer)
    case .int16(let buffer): converted(buffer)
    case .int32(let buffer): converted(buffer)
    case .int64(let buffer): converted(buffer)
    case .int128(let buffer): converted(buffer)
    case .constant(let value):
      Buffer(
        repeating: Number(truncatingIfNeeded: Constants.unscaled(value)), count: vector.count)
    case .measure: integers(MeasurePacking.packed(vector))
    case .bits, .float64, .code8, .code16, .code32, .text:
      // Not integers: callers ask only for vectors of integer types.
      Buffer(repeating: 0, count: vector.count)
    }
  }

  @inline(__always)
  private static func converted<From: FixedWidthInteger & BitwiseCopyable, To>(
    _ buffer: Buffer<From>
  ) -> Buffer<To> where To: FixedWidthInteger & BitwiseCopyable {
    if let same = buffer as? Buffer<To> { return same }
    let count = buffer.count
    let result = Buffer<To>(count: count)
    let source = buffer.pointer
    let target = result.pointer
    var row = 0
    while row < count {
      target[row] = To(truncatingIfNeeded: source[row])
      row &+= 1
    }
    return result
  }

  /// The numbers of a DOUBLE vector.
  @inline(never)
  static func doubles(_ vector: Vector) -> Buffer<Double> {
    switch vector.storage {
    case .float64(let buffer): return buffer
    case .constant(.double(let value)): return Buffer(repeating: value, count: vector.count)
    default: return Buffer(repeating: 0, count: vector.count)
    }
  }

  /// The stored integers, not scaled, as doubles: exact up to 2^53, else rounded to nearest.
  @inline(never)
  static func unscaledDoubles(_ vector: Vector) -> Buffer<Double> {
    switch vector.storage {
    case .int8(let buffer): rounded(buffer)
    case .int16(let buffer): rounded(buffer)
    case .int32(let buffer): rounded(buffer)
    case .int64(let buffer): rounded(buffer)
    case .int128(let buffer): rounded(buffer)
    case .constant(let value):
      Buffer(repeating: Double(Constants.unscaled(value)), count: vector.count)
    case .bits, .float64, .code8, .code16, .code32, .text, .measure:
      Buffer(repeating: 0, count: vector.count)
    }
  }

  @inline(__always)
  private static func rounded<From: FixedWidthInteger & BitwiseCopyable>(
    _ buffer: Buffer<From>
  ) -> Buffer<Double> {
    let count = buffer.count
    let result = Buffer<Double>(count: count)
    let source = buffer.pointer
    let target = result.pointer
    var row = 0
    while row < count {
      target[row] = Double(source[row])
      row &+= 1
    }
    return result
  }

  /// The bits of a BOOLEAN vector.
  static func bits(_ vector: Vector) -> Bitmap {
    switch vector.storage {
    case .bits(let bits): bits
    case .constant(let value): Bitmap(repeating: value == .boolean(true), count: vector.count)
    default: Bitmap(repeating: false, count: vector.count)
    }
  }

  /// An interval that holds every stored integer of `vector`, NULL rows left aside; nil for
  /// 128-bit storage.
  static func bounds(_ vector: Vector) -> ClosedRange<Int64>? {
    if let bounds = vector.bounds { return bounds }
    switch vector.storage {
    case .int8: return Int64(Int8.min)...Int64(Int8.max)
    case .int16: return Int64(Int16.min)...Int64(Int16.max)
    case .int32: return Int64(Int32.min)...Int64(Int32.max)
    case .int64: return Int64.min...Int64.max
    case .constant(let value):
      guard let number = Int64(exactly: Constants.unscaled(value)) else { return nil }
      return number...number
    default: return nil
    }
  }
}
