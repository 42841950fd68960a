/// The values of a sheet as delimited text, and what the sheet says of them.
struct SheetTable {
  /// The rows one behind the other, without line ends: fields from column 0 to the last that holds
  /// something, with commas between them.
  private(set) var text: [UInt8] = []
  /// Where each row, from row 1 on, ends in ``text``.
  private(set) var ends: [Int] = []
  /// The fields of each row; 0 where it is empty.
  private(set) var widths: [Int32] = []
  /// The first and the last column that hold something.
  private(set) var columns: ClosedRange<Int>?
  /// The first and the last row that hold something, from 1.
  private(set) var rows: ClosedRange<Int>?

  /// Rows that hold something.
  private(set) var filledRows = 0

  // MARK: What a reader must know

  var merges = RangeTally()
  var hiddenColumns: [ClosedRange<Int>] = []
  /// Hidden rows that hold something.
  var hiddenRows = 0
  var cells = CellTally()

  /// Bytes of memory that the table takes.
  var byteCount: Int {
    text.count + ends.count * (MemoryLayout<Int>.stride + MemoryLayout<Int32>.stride)
  }

  /// A field of a row that holds something: its column, and its bytes in a text of their own.
  struct Field {
    let column: Int
    let bytes: Range<Int>
  }

  /// Adds the row numbered `number`, above all before it; rows left out are empty.
  ///
  /// - Parameter fields: in the order of their columns, none twice.
  mutating func append(row number: Int, _ fields: [Field], of scratch: [UInt8]) {
    guard let first = fields.first, let last = fields.last else { return }
    while ends.count < number - 1 {
      ends.append(text.count)
      widths.append(0)
    }
    var column = 0
    for field in fields {
      while column < field.column {
        text.append(UInt8(ascii: ","))
        column += 1
      }
      text.append(contentsOf: scratch[field.bytes])
    }
    ends.append(text.count)
    widths.append(Int32(last.column + 1))
    columns =
      min(
        columns?.lowerBound ?? first.column, first.column)...max(
        columns?.upperBound ?? 0, last.column)
    filledRows += 1
    rows = (rows?.lowerBound ?? number)...number
  }
}

/// Ranges of cells, counted, the first few kept.
struct RangeTally {
  private(set) var count = 0
  private(set) var first: [String] = []

  mutating func add(_ range: String) {
    count += 1
    if first.count < 3 { first.append(range) }
  }
}

/// What cells held that is not simply a value.
struct CellTally {
  /// Cells of one kind: how many, and the first of them.
  struct Cells {
    private(set) var count = 0
    private(set) var first = ""

    mutating func add(_ cell: @autoclosure () -> String) {
      if count == 0 { first = cell() }
      count += 1
    }
  }

  /// Formulas whose value was not saved.
  var unsaved = Cells()
  /// `#N/A` and the like.
  var errors = Cells()
  var early = Cells()
  var neverWas = Cells()
  var outside = Cells()
  var elapsed = Cells()
  var codes = Cells()
}
