import Columns

/// A column of the rows of one block, as read.
enum PieceColumn: Sendable {
  /// The column was not read: its plan did not hold for these rows.
  case unread
  /// Numbers, dates, times and truth values; decimals as their digits with `scale` of them behind
  /// the point. NULL rows hold 0.
  case integers(Buffer<Int64>, validity: Buffer<UInt64>?, scale: Int)
  /// Decimals of the plan's scale.
  case wides(Buffer<Int128>, validity: Buffer<UInt64>?)
  case doubles(Buffer<Double>, validity: Buffer<UInt64>?)
  case texts(TextStore, validity: Buffer<UInt64>?)
  case codes(PieceCodes)
}

/// Codes of one block, as the thread that read it gave them.
struct PieceCodes: Sendable {
  enum Storage: Sendable {
    case code8(Buffer<UInt8>)
    case code16(Buffer<UInt16>)
    case code32(Buffer<UInt32>)
  }

  let storage: Storage
  /// The thread whose dictionary the codes are of.
  let worker: Int
  /// The codes that this block was the first of its thread to use.
  let added: Range<Int>

  /// Stores `codes` in the width that holds codes below `limit`.
  init(_ codes: UnsafePointer<UInt32>, rows: Int, limit: Int, worker: Int, added: Range<Int>) {
    self.worker = worker
    self.added = added
    if limit <= 1 << 8 {
      let narrow = Buffer<UInt8>(count: rows)
      let target = narrow.pointer
      var row = 0
      while row < rows {
        target[row] = UInt8(truncatingIfNeeded: codes[row])
        row &+= 1
      }
      storage = .code8(narrow)
    } else if limit <= 1 << 16 {
      let narrow = Buffer<UInt16>(count: rows)
      let target = narrow.pointer
      var row = 0
      while row < rows {
        target[row] = UInt16(truncatingIfNeeded: codes[row])
        row &+= 1
      }
      storage = .code16(narrow)
    } else {
      let copy = Buffer<UInt32>(count: rows)
      copy.pointer.update(from: codes, count: rows)
      storage = .code32(copy)
    }
  }
}
