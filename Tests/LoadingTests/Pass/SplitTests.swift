import CKernels
import Loading
import Testing

/// However a file is cut into pieces, whoever reads them, and whatever the chunks: the table is the
/// one that reading byte after byte gives.
@Suite struct SplitTests {
  /// Letters, and what matters to the reader, as often as it takes to meet every case.
  private static func randomText(_ seed: Int) -> [UInt8] {
    var random = Random(seed)
    let alphabets = [
      #"aab,,"" "# + "\n\r\"",
      "abcdefgh,,,\n\n\r\"\"é",
      "ab,\n",
      "a\"\n,",
      "\n\r,a",
      "0123456789,-.\n",
    ]
    let alphabet = Array(alphabets[seed % alphabets.count].unicodeScalars)
    let length = Int.random(in: 1...(seed.isMultiple(of: 5) ? 1500 : 150), using: &random)
    var text: [UInt8] = []
    for _ in 0..<length {
      text += Array(String(alphabet.randomElement(using: &random) ?? "a").utf8)
    }
    // One row that says how many columns there are.
    return Array("a,b\n".utf8.prefix(seed % 5)) + text
  }

  private static func options(_ block: Int, _ threads: Int, _ rows: Int) -> LoadOptions {
    var options = LoadOptions()
    options.delimiter = UInt8(ascii: ",")
    options.header = false
    options.allVarchar = true
    options.skip = 0
    options.ignoresErrors = true
    options.blockBytes = block
    options.threads = threads
    options.chunkRows = rows
    return options
  }

  private static func check(_ text: [UInt8], _ options: LoadOptions) throws {
    let expected = ReferenceTable(text, delimiter: UInt8(ascii: ","))
    let note = Comment(
      rawValue: "\(String(decoding: text, as: UTF8.self).debugDescription), "
        + "blocks of \(options.blockBytes), \(options.threads) threads, "
        + "chunks of \(options.chunkRows)")
    if expected.columnCount == 0 {
      #expect(throws: LoadError.self, note) { try load(bytes: text, options) }
      return
    }
    let table = try load(bytes: text, options)
    #expect(table.relation.shownRows == expected.rows, note)
    let rejected = table.rejects.map {
      ReferenceTable.Rejected(line: $0.line, offset: $0.offset, raw: Array($0.raw.utf8))
    }
    #expect(rejected == expected.rejected, note)
    #expect(table.ledger.blankLines == expected.blankLines, note)
    #expect(table.ledger.rowsInFile == expected.rows.count + expected.rejected.count, note)
    #expect(table.ledger.textBytes == text.count, note)
    #expect(table.relation.faults(chunkRows: options.chunkRows) == [], note)
  }

  @Test(arguments: 600..<1_000)
  func anyTextReadsAsByteByByte(seed: Int) throws {
    let text = Self.randomText(seed)
    var random = Random(seed + 1_000_000)
    for _ in 0..<6 {
      let block = [1, 2, 3, 7, 63, 64, 65, 128, 1000, 1 << 19].randomElement(using: &random) ?? 1
      try Self.check(
        text,
        Self.options(
          block, Int.random(in: 1...2, using: &random),
          [1, 3, 64, 65_536].randomElement(using: &random) ?? 1))
    }
  }

  @Test(arguments: [
    "a,b\n1,\"x\ny\"\r\n\"p\"\"q\",2\n\n3\n4,5,6\n7,\"8", "\"a\nb\"\n\nc\n\n", "a\r\rb\r\n\r\nc\r",
    "x,\"\n\"\n\"\",\"\"\"\"\n",
  ])
  func everySplitGivesTheSame(text: String) throws {
    let bytes = Array(text.utf8)
    for block in 1...(bytes.count + 1) {
      for rows in [1, 3, 64] { try Self.check(bytes, Self.options(block, 1, rows)) }
    }
  }

  /// Every form of the kernels that this processor has, byte for byte.
  @Test(arguments: 0..<200)
  func kernelsAgree(seed: Int) {
    let text = Self.randomText(seed) + [UInt8(ascii: "\n")]
    var padded = [UInt8](repeating: 0, count: 64) + text + [UInt8](repeating: 0, count: 128)
    let end = Int64(64 + text.count)
    let room = text.count * 2 + 128
    let dialect = text_dialect(delimiter: 44, quote: 34, quoted: 1)
    padded.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      func scan(_ form: row_kernels) -> [Int64] {
        var scan = row_scan_start()
        scan_rows_by(form, base, 64, end, dialect, &scan)
        return [
          Int64(bitPattern: scan.inside), Int64(scan.after_separator), Int64(scan.after_quote),
          Int64(scan.at_row_start), scan.lines, scan.row_ends, scan.blank_lines,
          scan.last_row_end, scan.lines_at_row_end,
        ]
      }
      func index(_ form: row_kernels) -> [UInt32] {
        var positions = [UInt32](repeating: 0, count: room)
        var bad = [bad_row](repeating: bad_row(), count: room)
        let found = index_rows_by(form, base, 64, end, dialect, 2, &positions, &bad, Int64(room))
        return positions.prefix(Int(found.rows) * 3)
          + bad.prefix(Int(found.bad_rows)).flatMap { [$0.start, $0.end, $0.fields, $0.stray] }
          + [UInt32(found.blank_lines), UInt32(found.inner_lines)]
      }
      for form in [row_kernels_avx2, row_kernels_avx512]
      where form.rawValue <= best_row_kernels().rawValue {
        #expect(scan(form) == scan(row_kernels_any))
        #expect(index(form) == index(row_kernels_any))
      }
    }
  }
}
