import CKernels
import Columns

/// Plans from the head of a file how its columns are best read.
///
/// A plan is a guess that saves time: where a cell further down does not fit it, the column is read
/// again as its whole demands. The types of the cells seen here only ever widen, so a column is
/// never given a type that is wider than its cells need.
struct ColumnPlanner {
  let plans: [ColumnPlan]
  /// For each plan, the type that its cells in the head have.
  let decisions: [TypeDecision]
  /// For each plan, whether its texts are too many to share.
  let isPlain: [Bool]
  /// For each plan, whether some cell of the head is a number with a point before its fraction and
  /// with nothing else.
  let hasOnlyPoints: [Bool]
  /// How to look at the columns that are not wanted.
  let others: [ColumnPlan]

  /// A column of at least this many values in the head, more than half of them distinct, is not
  /// worth a dictionary.
  private static let plainCount = 1_000

  /// About as many rows of the head are looked at for their types.
  private static let typedRows = 1_000

  /// - Parameter wanted: the numbers of the columns to read.
  init(_ file: TextFile, wanted: [Int], rules: CellRules, options: LoadOptions) {
    let head = file.head
    let dialect = file.dialect
    let names = file.columnNames
    let skipped = file.skippedBytes - head.markBytes
    let types = Dictionary(
      options.types.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first }
    )
    let text = head.block.base
    let end = Block.front + Self.wholeRows(head, skipped: skipped, dialect: dialect)
    let from = Block.front + skipped
    var positions: [UInt32] = []
    var rows = 0
    if end > from {
      let marks = count_bytes(
        text, Int64(from), Int64(end), dialect.delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r"))
      let capacity = Int(marks) * 2 + 2 * Block.front
      positions = [UInt32](unsafeUninitializedCapacity: capacity) { buffer, count in
        guard let start = buffer.baseAddress else { return }
        var place = Int64(from)
        let bad = UnsafeMutablePointer<bad_row>.allocate(capacity: 64)
        defer { bad.deallocate() }
        while place < Int64(end) {
          let found = index_rows(
            text, place, Int64(end), dialect.kernel, Int64(dialect.columnCount),
            start + rows * (dialect.columnCount + 1), bad, 64)
          let remarks = dialect.removeComments(
            text, start + rows * (dialect.columnCount + 1), rows: Int(found.rows))
          rows += Int(found.rows) - remarks
          place = found.stopped
        }
        count = rows * (dialect.columnCount + 1)
      }
    }
    var plans: [ColumnPlan] = []
    var decisions: [TypeDecision] = []
    var isPlain: [Bool] = []
    var hasOnlyPoints: [Bool] = []
    positions.withUnsafeBufferPointer { buffer in
      // An empty array has no address; no row is read from it then.
      var nothing: UInt32 = 0
      withUnsafePointer(to: &nothing) { nothing in
        let cells = CellBatch(
          text: text, positions: buffer.baseAddress ?? nothing, stride: dialect.columnCount + 1,
          rows: rows, quote: dialect.quote ?? 0, firstLine: 1, origin: Block.front,
          countsRows: dialect.countsRows, isTypedByQuotes: dialect.isTypedByQuotes)
        for index in wanted {
          var evidence = ColumnEvidence()
          evidence.add(
            cells, column: index, rules: rules, every: max(1, rows / Self.typedRows))
          let plain = Self.isPlain(cells, column: index)
          var decision = TypeDecision(evidence)
          if options.allVarchar {
            decision = TypeDecision(type: .varchar, why: "text was asked for")
          }
          let asked = types[names[index].lowercased()]
          if asked == .varchar { decision = TypeDecision(type: .varchar, why: "asked for") }
          var plan = ColumnPlan(
            index: index, name: names[index], kind: .init(decision.type, isPlain: plain),
            style: decision.style)
          if let asked {
            plan.asked = asked
            plan.emptiesMisfits = true
            if asked != .varchar { plan.kind = .examined }
          } else if !options.allVarchar {
            // What begins without a value may become anything.
            plan.isWatched =
              decision.style != nil
              || decision.type == .varchar
                && (decision.doubt != nil || TypeNotes.odd(evidence) != nil
                  || evidence.valueCount == 0)
          }
          plans.append(plan)
          decisions.append(decision)
          isPlain.append(plain)
          hasOnlyPoints.append(evidence[.onlyPoint] > 0)
        }
      }
    }
    self.plans = plans
    self.decisions = decisions
    self.isPlain = isPlain
    self.hasOnlyPoints = hasOnlyPoints
    let planned = Set(wanted)
    others = names.indices.filter { !planned.contains($0) }
      .map { ColumnPlan(index: $0, name: names[$0], kind: .examined) }
  }

  /// Where the last whole row of the head ends, in bytes of its text.
  private static func wholeRows(_ head: FileHead, skipped: Int, dialect: Dialect) -> Int {
    // The head may be a whole file without a last line end, or one that ends inside a quoted
    // field: the rows before are enough.
    var scan = row_scan_start()
    let from = Block.front + skipped
    let end = Block.front + head.count
    guard end > from else { return 0 }
    scan_rows(head.block.base, Int64(from), Int64(end), dialect.kernel, &scan)
    return max(0, Int(scan.last_row_end) - Block.front)
  }

  private static func isPlain(_ cells: CellBatch, column: Int) -> Bool {
    let interner = TextInterner()
    var values = 0
    for row in 0..<cells.rows {
      let (start, count) = cells.field(row, column)
      if count == 0 { continue }
      values += 1
      _ = interner.code(start, count)
    }
    return values >= plainCount && (interner.count - 1) * 2 > values
  }
}
