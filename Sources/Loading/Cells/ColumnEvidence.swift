/// What the cells of a column look like, all taken together.
struct ColumnEvidence: Sendable {
  /// A cell to show, and where it stands.
  struct Example: Hashable, Sendable {
    let line: Int
    let text: String
  }

  /// What cells can have in common besides their class.
  enum Trait: Int, CaseIterable, Sendable {
    /// Numbers in one reading only.
    case onlyPoint, onlyComma
    /// Numbers of which the two readings differ: written with a comma, or in plain form.
    case eitherNumber, eitherPlainNumber
    case percent, writtenExponent
    /// Dates in one reading only, and those of which the two readings differ.
    case onlyDayFirst, onlyMonthFirst, eitherDate
    case offset
  }

  private var counts: [Int]
  private var traitCounts: [Int]
  /// The first cells of each class, then of each trait.
  private var examples: [[Example]]
  /// The most digits of a number where points stand before fractions, and where commas do.
  private(set) var point = NumberSize()
  private(set) var comma = NumberSize()
  /// Whether cells were counted that were not looked at, as ``add(_:of:)`` does.
  private(set) var isPartial = false

  /// Examples kept of each class and trait.
  static let exampleLimit = 3

  init() {
    counts = Array(repeating: 0, count: CellClass.allCases.count)
    traitCounts = Array(repeating: 0, count: Trait.allCases.count)
    examples = Array(repeating: [], count: counts.count + traitCounts.count)
  }

  subscript(cellClass: CellClass) -> Int { counts[cellClass.rawValue] }

  subscript(trait: Trait) -> Int { traitCounts[trait.rawValue] }

  /// Cells that hold something, a mark for a missing value included.
  var filledCount: Int { counts.reduce(0, +) - self[.empty] - self[.quotedEmpty] - self[.null] }

  /// Cells that hold a value.
  var valueCount: Int { filledCount - self[.missing] }

  /// Cells whose class `isWanted`.
  func count(where isWanted: (CellClass) -> Bool) -> Int {
    CellClass.allCases.reduce(0) { isWanted($1) ? $0 + self[$1] : $0 }
  }

  /// Notes `count` cells of one class, of which no examples are needed.
  mutating func add(_ count: Int, of cellClass: CellClass) {
    counts[cellClass.rawValue] += count
    if count > 0 && !cellClass.isGap { isPartial = true }
  }

  /// Notes `rows` cells that were read in plain form, with what reading them told.
  mutating func add(_ rows: Int, _ tally: PieceTally, _ read: PieceColumn, of cellClass: CellClass)
  {
    add(rows - tally.nulls - tally.midnights, of: cellClass)
    add(tally.midnights, of: .date)
    add(tally.nulls - tally.quotedEmpty, of: .empty)
    add(tally.quotedEmpty, of: .quotedEmpty)
    var scale = 0
    if case .integers(_, _, let own) = read { scale = own }
    point.include(NumberSize(integerDigits: tally.digits, scale: scale))
  }

  /// Notes the digits of a number that is written in no way at all.
  mutating func include(_ size: NumberSize) {
    point.include(size)
    comma.include(size)
  }

  /// Looks at the cells of `column`, of one row in `step`.
  ///
  /// - Complexity: the bytes of the column.
  mutating func add(_ cells: CellBatch, column: Int, rules: CellRules, every step: Int = 1) {
    let mayBeWord = rules.leavesWordsAlone
    for row in stride(from: 0, to: cells.rows, by: step) {
      var (start, count) = cells.field(row, column)
      if count == 0 {
        counts[CellClass.empty.rawValue] += 1
        continue
      }
      let isQuoted = start[0] == cells.quote
      if isQuoted { (start, count) = cells.unquoted(start, count) }
      if mayBeWord && CellShape.isWord(start, count) {
        counts[CellClass.text.rawValue] += 1
        note(CellClass.text.rawValue, cells, row, column)
        continue
      }
      let shape = CellShape(start, count, rules: rules, isQuoted: isQuoted)
      counts[shape.cellClass.rawValue] += 1
      point.include(shape.point)
      comma.include(shape.comma)
      note(shape.cellClass.rawValue, cells, row, column)
      for trait in Self.traits(shape) {
        traitCounts[trait.rawValue] += 1
        note(counts.count + trait.rawValue, cells, row, column)
      }
    }
  }

  private mutating func note(_ index: Int, _ cells: CellBatch, _ row: Int, _ column: Int) {
    if examples[index].count < Self.exampleLimit {
      examples[index].append(
        Example(line: cells.line(row, column), text: cells.string(row, column)))
    }
  }

  private static func traits(_ shape: CellShape) -> [Trait] {
    let own = shape.traits
    var traits: [Trait] = []
    if shape.cellClass.isNumber {
      if !own.contains(.comma) { traits.append(.onlyPoint) }
      if !own.contains(.point) { traits.append(.onlyComma) }
      if own.contains(.differ) {
        traits.append(shape.cellClass == .decimal ? .eitherPlainNumber : .eitherNumber)
      }
      if own.contains(.percent) { traits.append(.percent) }
      if own.contains(.exponent) { traits.append(.writtenExponent) }
    } else if shape.cellClass.isDate {
      if !own.contains(.monthFirst) { traits.append(.onlyDayFirst) }
      if !own.contains(.dayFirst) { traits.append(.onlyMonthFirst) }
      if own.contains(.differ) { traits.append(.eitherDate) }
      if own.contains(.offset) { traits.append(.offset) }
    }
    return traits
  }

  /// Joins what two threads saw of one column.
  mutating func merge(_ other: ColumnEvidence) {
    for index in counts.indices { counts[index] += other.counts[index] }
    for index in traitCounts.indices { traitCounts[index] += other.traitCounts[index] }
    for index in examples.indices where !other.examples[index].isEmpty {
      let both = (examples[index] + other.examples[index]).sorted { $0.line < $1.line }
      examples[index] = Array(both.prefix(Self.exampleLimit))
    }
    point.include(other.point)
    comma.include(other.comma)
    isPartial = isPartial || other.isPartial
  }

  /// The first cells of the classes that `isWanted`, in the order of the file.
  func examples(where isWanted: (CellClass) -> Bool) -> [Example] {
    let all = CellClass.allCases.filter(isWanted).flatMap { examples[$0.rawValue] }
    return Array(all.sorted { $0.line < $1.line }.prefix(Self.exampleLimit))
  }

  /// The first cell with a trait.
  func example(_ trait: Trait) -> Example? { examples[counts.count + trait.rawValue].first }
}
