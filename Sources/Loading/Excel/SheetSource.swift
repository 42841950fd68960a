import Glibc

/// The rows of a sheet as text: each filled up with empty fields to the same width, columns to the
/// left of the table left out. Rows that are empty are empty lines.
///
/// Filling up while reading keeps a sheet with one cell far to the right from taking much memory.
final class SheetSource: ByteSource {
  private let table: SheetTable
  /// Bytes of the workbook, of which the rows read so far are taken to be their share.
  private let fileBytes: Int
  /// Columns before the first that holds something: commas at the start of every row.
  private let skipped: Int
  private let width: Int
  private let rowCount: Int
  private var row = 0
  /// Bytes of ``row`` that were given: text, then commas, then the line end.
  private var position = 0

  init(_ table: SheetTable, fileBytes: Int) {
    self.table = table
    self.fileBytes = fileBytes
    skipped = table.columns?.lowerBound ?? 0
    width = (table.columns?.upperBound ?? -1) + 1
    rowCount = table.ends.count
  }

  var bytesTaken: Int {
    rowCount == 0 ? fileBytes : Int(Double(fileBytes) * (Double(row) / Double(rowCount)))
  }

  func rewind() {
    row = 0
    position = 0
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    table.text.withUnsafeBufferPointer { text in
      var done = 0
      while done < count && row < rowCount {
        let fields = Int(table.widths[row])
        let start = (row > 0 ? table.ends[row - 1] : 0) + (fields > 0 ? skipped : 0)
        let length = table.ends[row] - start
        let commas = fields > 0 ? width - fields : 0
        if position < length {
          let got = min(length - position, count - done)
          guard let base = text.baseAddress else { return done }
          (target + done).update(from: base + start + position, count: got)
          done += got
          position += got
        } else if position < length + commas {
          let got = min(length + commas - position, count - done)
          (target + done).update(repeating: UInt8(ascii: ","), count: got)
          done += got
          position += got
        } else {
          target[done] = UInt8(ascii: "\n")
          done += 1
          row += 1
          position = 0
        }
      }
      return done
    }
  }
}
