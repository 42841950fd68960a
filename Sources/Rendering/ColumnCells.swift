import Columns

/// One vector laid open for reading cell by cell: addresses only, so that a loop over rows and
/// columns touches no reference counts.
///
/// Valid while the vector and the ``CellEncoder`` that made it live, and until that is given another
/// chunk.
struct ColumnCells {
  enum Storage {
    case bits, int8, int16, int32, int64, int128, float64, code8, code16, code32, text
    /// One text for all rows: `fixed`.
    case fixed
  }

  /// What a stored number means.
  enum Meaning {
    case integer, date, timestamp, time, interval, measure
    /// A fraction, to be written in hundredths.
    case percent
    /// An unscaled decimal.
    case decimal
  }

  var storage = Storage.fixed
  var meaning = Meaning.integer
  var scale = 0
  /// 10^`scale`, where that fits 64 bits.
  var unit: UInt64 = 1
  var data: UnsafeRawPointer
  var validity: UnsafePointer<UInt64>?
  /// Where each text of a dictionary or of a text column lies in `bytes`.
  var offsets: UnsafePointer<UInt32>
  var bytes: UnsafePointer<UInt8>
  /// Whether the texts in `bytes` already are as the format wants them.
  var isEncoded = false
  var fixed: Piece
  /// Whether `fixed` stands for NULL.
  var isFixedNull = false

  /// The integer stored for `row`, of a storage of integers of at most 64 bits.
  @inline(__always)
  func integer(_ row: Int) -> Int64 {
    switch storage {
    case .int8: Int64(data.load(fromByteOffset: row, as: Int8.self))
    case .int16: Int64(data.load(fromByteOffset: row &* 2, as: Int16.self))
    case .int32: Int64(data.load(fromByteOffset: row &* 4, as: Int32.self))
    default: data.load(fromByteOffset: row &* 8, as: Int64.self)
    }
  }

  /// Which text `row` holds.
  @inline(__always)
  func textIndex(_ row: Int) -> Int {
    switch storage {
    case .code8: Int(data.load(fromByteOffset: row, as: UInt8.self))
    case .code16: Int(data.load(fromByteOffset: row &* 2, as: UInt16.self))
    case .code32: Int(data.load(fromByteOffset: row &* 4, as: UInt32.self))
    default: row
    }
  }

  @inline(__always)
  func isNull(_ row: Int) -> Bool {
    guard let validity else { return false }
    return validity[row >> 6] >> UInt64(row & 63) & 1 == 0
  }
}
