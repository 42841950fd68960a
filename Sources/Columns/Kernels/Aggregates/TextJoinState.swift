/// `string_agg`: the texts of each group, one after the other with a separator between them. NULLs
/// are left out; NULL where there is no text.
package final class TextJoinState: CollectingState {
  private let separator: [UInt8]

  package init(separator: String, rows: GroupRowCounts) {
    self.separator = Array(separator.utf8)
    super.init(rows: rows)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    guard let texts = try collected.columns().first, texts.constant?.isNull != true else {
      return Vector(constant: .null, type: .varchar, count: cells.count)
    }
    let rows = try collected.rowsByGroup(validity: texts.validity)
    // With room for all texts it need not grow.
    var writer = TextWriter(
      rows: cells.count,
      byteCount: TextKernels.byteCount(texts) + rows.rows.count * separator.count)
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: cells.count))
    var failure: ValueError?
    TextReader.read(texts) { reader in
      do throws(ValueError) {
        for index in 0..<cells.count {
          try Cancellation.point(at: index, every: 1 << 12)
          let range = rows.range(Int(cells.rows.pointer[index]))
          if !range.isEmpty { words.pointer[index >> 6] |= 1 << UInt64(index & 63) }
          for position in range {
            try Cancellation.point(at: position)
            if position != range.lowerBound {
              separator.withUnsafeBufferPointer { writer.append($0) }
            }
            writer.append(reader[Int(rows.rows.pointer[position])])
          }
          try writer.endRow()
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return writer.vector(validity: Bitmap(words: words, count: cells.count))
  }
}
