/// What a format puts around the text of a value so that a reader of the format reads it back.
struct CellStyle {
  /// Puts the bytes of a text down with the quotes and escapes of the format.
  typealias TextEncoder = (UnsafeBufferPointer<UInt8>, inout ByteBuffer) -> Void

  /// What stands for NULL.
  var null = ""
  var text: TextEncoder = { $1.append($0) }
  /// What stands before and after a DATE.
  var date = Brackets()
  /// What stands before and after a TIMESTAMP.
  var timestamp = Brackets()
  /// What stands before and after a TIME.
  var time = Brackets()
  /// What stands before and after an INTERVAL.
  var interval = Brackets()
  /// What stands before and after a MEASURE.
  var measure = Brackets()
  /// Whether a PERCENT is written for people, `74.0 %`, and not as the number that it is.
  var showsPercent = false
  /// What stands before and after a DOUBLE that is not a number or infinite.
  var nonFinite = Brackets()

  /// What stands before and after a value.
  struct Brackets {
    var before = ""
    var after = ""
  }
}

/// Bytes that live in a ``PieceArena``, padded for fast copies: what loops over cells copy, without reference counts.
struct Piece {
  let start: UnsafePointer<UInt8>
  let count: Int
}

/// Keeps the blocks of ``Piece``s for as long as a table is written.
final class PieceArena {
  private var blocks: [UnsafeMutablePointer<UInt8>] = []

  deinit { for block in blocks { block.deallocate() } }

  func piece(_ bytes: some Collection<UInt8>) -> Piece {
    let block = UnsafeMutablePointer<UInt8>.allocate(
      capacity: bytes.count + ByteBuffer.copyPadding)
    (block + bytes.count).initialize(repeating: 0, count: ByteBuffer.copyPadding)
    var index = 0
    for byte in bytes {
      block[index] = byte
      index += 1
    }
    blocks.append(block)
    return Piece(start: block, count: index)
  }

  func piece(_ text: String) -> Piece { piece(text.utf8) }
}

extension ByteBuffer {
  @inline(__always)
  mutating func append(_ piece: Piece) { appendPadded(piece.start, piece.count) }
}
