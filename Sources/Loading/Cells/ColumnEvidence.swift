/// What the cells of a column look like, all taken together.
struct ColumnEvidence: Sendable {
  /// A cell to show, and where it stands.
  struct Example: Hashable, Sendable {
    let line: Int
    let text: String
  }

  private var counts: [Int]
  /// The first cells of each class.
  private var examples: [[Example]]
  /// The most digits before the point of a plain number.
  private(set) var integerDigits = 0
  /// The most digits behind the point of a plain number.
  private(set) var scale = 0

  /// Examples kept of each class.
  static let exampleLimit = 3

  init() {
    counts = Array(repeating: 0, count: CellClass.allCases.count)
    examples = Array(repeating: [], count: CellClass.allCases.count)
  }

  subscript(cellClass: CellClass) -> Int { counts[cellClass.rawValue] }

  /// Cells that hold something.
  var valueCount: Int { counts.reduce(0, +) - self[.empty] - self[.quotedEmpty] }

  /// Notes `count` cells of one class, of which no examples are needed.
  mutating func add(_ count: Int, of cellClass: CellClass) { counts[cellClass.rawValue] += count }

  /// Notes the digits of plain numbers.
  mutating func addDigits(integerDigits: Int, scale: Int) {
    self.integerDigits = max(self.integerDigits, integerDigits)
    self.scale = max(self.scale, scale)
  }

  /// Looks at the cells of `column`, of one row in `step`.
  ///
  /// - Complexity: the bytes of the column.
  mutating func add(_ cells: CellBatch, column: Int, every step: Int = 1) {
    for row in stride(from: 0, to: cells.rows, by: step) {
      var (start, count) = cells.field(row, column)
      if count == 0 {
        counts[CellClass.empty.rawValue] += 1
        continue
      }
      if start[0] == cells.quote { (start, count) = cells.unquoted(start, count) }
      let shape = CellShape(start, count)
      let index = shape.cellClass.rawValue
      counts[index] += 1
      addDigits(integerDigits: shape.integerDigits, scale: shape.scale)
      if examples[index].count < Self.exampleLimit {
        examples[index].append(
          Example(line: cells.line(row, column), text: cells.string(row, column)))
      }
    }
  }

  /// Joins what two threads saw of one column.
  mutating func merge(_ other: ColumnEvidence) {
    for index in counts.indices {
      counts[index] += other.counts[index]
      let both = (examples[index] + other.examples[index]).sorted { $0.line < $1.line }
      examples[index] = Array(both.prefix(Self.exampleLimit))
    }
    addDigits(integerDigits: other.integerDigits, scale: other.scale)
  }

  /// The first cells of the classes that `isWanted`, in the order of the file.
  func examples(where isWanted: (CellClass) -> Bool) -> [Example] {
    let all = CellClass.allCases.filter(isWanted).flatMap { examples[$0.rawValue] }
    return Array(all.sorted { $0.line < $1.line }.prefix(Self.exampleLimit))
  }
}
