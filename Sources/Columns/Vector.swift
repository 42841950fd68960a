/// A column of one batch: `count` values of one type.
///
/// A vector never changes once made, and is shared freely between threads.
package final class Vector: Sendable {
  /// How the values of a vector lie in memory.
  ///
  /// | type | storages |
  /// |---|---|
  /// | BOOLEAN | `bits` |
  /// | BIGINT, DATE, TIMESTAMP, TIME, DECIMAL up to 18 digits (unscaled) | `int8` … `int64`, the narrowest that holds the chunk |
  /// | HUGEINT, DECIMAL above 18 digits (unscaled), INTERVAL (``Interval/bits``) | `int128` |
  /// | MEASURE | `measure` as a file has it, else `int128` (``Measure/bits``) |
  /// | DOUBLE, PERCENT | `float64` |
  /// | VARCHAR | `code8` … `code32` into a dictionary, or `text` |
  /// | any | `constant`: one value for all rows |
  ///
  /// Where a row is NULL the stored number is zero and the stored code is 0, so that no kernel
  /// ever reads a value that was not set.
  package enum Storage: Sendable {
    case constant(Value)
    case bits(Bitmap)
    case int8(Buffer<Int8>)
    case int16(Buffer<Int16>)
    case int32(Buffer<Int32>)
    case int64(Buffer<Int64>)
    case int128(Buffer<Int128>)
    case float64(Buffer<Double>)
    case code8(Buffer<UInt8>, TextDictionary)
    case code16(Buffer<UInt16>, TextDictionary)
    case code32(Buffer<UInt32>, TextDictionary)
    case text(TextStore)
    case measure(MeasureColumn)
  }

  package let type: DataType
  /// Rows.
  package let count: Int
  package let storage: Storage
  /// Which rows hold a value; nil where all do. A constant has none: its value says it.
  package let validity: Bitmap?
  /// An interval that holds every stored integer that is not NULL; nil where it is not known or
  /// the storage has no 64-bit integers.
  package let bounds: ClosedRange<Int64>?

  /// Puts a vector together from its parts, which must fit each other as described above.
  package init(
    type: DataType, count: Int, storage: Storage, validity: Bitmap? = nil,
    bounds: ClosedRange<Int64>? = nil
  ) {
    self.type = type
    self.count = count
    self.storage = storage
    self.validity = validity
    self.bounds = bounds
  }

  /// `count` rows, each `value`.
  package convenience init(constant value: Value, type: DataType, count: Int) {
    self.init(type: type, count: count, storage: .constant(value))
  }

  /// The value that stands for all rows, where there is one.
  package var constant: Value? {
    if case .constant(let value) = storage { value } else { nil }
  }

  /// The dictionary of a coded column.
  package var dictionary: TextDictionary? {
    switch storage {
    case .code8(_, let dictionary), .code16(_, let dictionary), .code32(_, let dictionary):
      dictionary
    default: nil
    }
  }

  /// The same values under `type`, which stores them alike: a PERCENT for a DOUBLE, a wider type for
  /// whole numbers, any for NULLs that had none.
  package func retyped(_ type: DataType) -> Vector {
    if self.type == type { return self }
    if constant?.isNull == true { return Vector(constant: .null, type: type, count: count) }
    return Vector(
      type: type, count: count, storage: storage, validity: validity, bounds: bounds)
  }

  /// Whether `row`, which must be less than ``count``, is NULL.
  package func isNull(_ row: Int) -> Bool {
    if case .constant(let value) = storage { return value.isNull }
    guard let validity else { return false }
    return !validity[row]
  }

  /// The value of `row`, which must be less than ``count``. For results, never for loops.
  package func value(_ row: Int) -> Value {
    if isNull(row) { return .null }
    switch storage {
    case .constant(let value): return value
    case .bits(let bits): return .boolean(bits[row])
    case .int8(let buffer): return integerValue(Int64(buffer.pointer[row]))
    case .int16(let buffer): return integerValue(Int64(buffer.pointer[row]))
    case .int32(let buffer): return integerValue(Int64(buffer.pointer[row]))
    case .int64(let buffer): return integerValue(buffer.pointer[row])
    case .int128(let buffer):
      switch type {
      case .decimal(_, let scale):
        return .decimal(unscaled: buffer.pointer[row], scale: scale)
      case .interval: return .interval(Interval(bits: buffer.pointer[row]))
      case .measure: return .measure(Measure(bits: buffer.pointer[row]))
      default: return .integer(buffer.pointer[row])
      }
    case .float64(let buffer): return .double(buffer.pointer[row])
    case .code8(let codes, let dictionary):
      return .text(dictionary.texts.string(Int(codes.pointer[row])))
    case .code16(let codes, let dictionary):
      return .text(dictionary.texts.string(Int(codes.pointer[row])))
    case .code32(let codes, let dictionary):
      return .text(dictionary.texts.string(Int(codes.pointer[row])))
    case .text(let texts): return .text(texts.string(row))
    case .measure(let column): return .measure(column.measure(row))
    }
  }

  /// What the stored 64-bit integer `raw` means in this type.
  private func integerValue(_ raw: Int64) -> Value {
    switch type {
    case .decimal(_, let scale): .decimal(unscaled: Int128(raw), scale: scale)
    case .date: .date(Int32(truncatingIfNeeded: raw))
    case .timestamp: .timestamp(raw)
    case .time: .time(raw)
    default: .integer(Int128(raw))
    }
  }
}
