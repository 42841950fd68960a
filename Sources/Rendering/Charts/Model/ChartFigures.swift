import Columns

/// A column of numbers: where each is drawn, and what is written for it.
struct ChartFigures: Sendable {
  /// What the numbers are in.
  enum Unit: Hashable, Sendable {
    case none
    /// Positions are hundredths.
    case percent
    /// A unit's symbol: `kg`.
    case measure(String)
  }

  private let table: ChartTable
  let column: Int
  /// One a row; NaN where the value is NULL, infinite or not a number.
  let positions: [Double]
  let unit: Unit
  /// Whether all are whole numbers.
  let isWhole: Bool
  let nulls: Int
  /// Values that are infinite or not a number.
  let nonFinite: Int
  /// Whether thousands are grouped: from five digits on, as in a box.
  private let isGrouped: Bool

  /// - Throws: ``ChartProblem`` where the column has measures of several dimensions.
  init(_ table: ChartTable, column: Int) throws(ChartProblem) {
    self.table = table
    self.column = column
    var positions = [Double](repeating: .nan, count: table.rowCount)
    var nulls = 0
    var nonFinite = 0
    var units = ChartUnits()
    let isPercent = table.type(column) == .percent
    table.forEachValue(of: column) { row, value in
      switch value {
      case .integer(let number): positions[row] = Double(number)
      case .decimal(let unscaled, let scale):
        positions[row] = Self.position(unscaled, scale: scale)
      case .double(let number):
        positions[row] = isPercent ? number * 100 : number
        if !positions[row].isFinite {
          positions[row] = .nan
          nonFinite += 1
        }
      case .measure(let measure):
        let shown = measure.shown
        positions[row] = Self.position(shown.unscaled, scale: shown.scale)
        units.count(measure)
      default: nulls += 1
      }
    }
    if units.isMixed { throw .severalUnits(column: table.name(column), units) }
    self.positions = positions
    self.nulls = nulls
    self.nonFinite = nonFinite
    unit = isPercent ? .percent : units.symbol.map { .measure($0) } ?? .none
    isWhole =
      !isPercent
      && positions.allSatisfy { $0.isNaN || $0.magnitude < 0x1p53 && $0 == $0.rounded() }
    isGrouped =
      positions.contains { $0.magnitude >= Self.grouped && $0.magnitude < 1e16 }
      || table.type(column).isExact && positions.contains { $0.magnitude >= Self.grouped }
  }

  /// The least number of five digits.
  static let grouped = 10_000.0

  private static func position(_ unscaled: Int128, scale: Int) -> Double {
    Double(unscaled) / PowersOfTen.double(scale)
  }

  /// The column's name, and the unit where there is one: `quantity (kg)`.
  var head: String {
    unitText.isEmpty ? name : "\(name) (\(unitText))"
  }

  /// The unit alone; empty where there is none.
  var unitText: String {
    if case .measure(let symbol) = unit { VisibleText.string(symbol) } else { "" }
  }

  var name: String { table.name(column) }

  /// Whether any row can be drawn.
  var hasPosition: Bool { positions.count > nulls + nonFinite }

  /// The figure of `row`, exact, grouped as in a box and without its unit; `NULL` for NULL.
  func text(_ row: Int) -> String {
    let value = table.value(row, column)
    var out = ByteBuffer()
    switch value {
    case .null: return "NULL"
    case .measure(let measure): out.append(MeasureText.amount(measure))
    case .double(let number) where unit == .percent && number.isFinite:
      CellText.append(percent: number, to: &out)
    default: CellText.append(value, to: &out)
    }
    if isGrouped { NumberGrouping.insertCommas(in: &out) }
    return out.string
  }

  /// Whether the value of row `a` is less than that of row `b`, to the last digit; both have a
  /// position.
  func isLess(_ a: Int, _ b: Int) -> Bool {
    if positions[a] != positions[b] { return positions[a] < positions[b] }
    switch (table.value(a, column), table.value(b, column)) {
    case (.integer(let x), .integer(let y)): return x < y
    case (.decimal(let x, _), .decimal(let y, _)): return x < y
    case (.measure(let x), .measure(let y)): return x.amount < y.amount
    default: return false
    }
  }

  /// What the notes have to count of these figures.
  func notes(nullsAreShown: Bool) -> [ChartNote] {
    var notes: [ChartNote] = []
    if nulls > 0, !nullsAreShown { notes.append(.nulls(nulls, column: name)) }
    if nonFinite > 0 { notes.append(.nonFinite(nonFinite, column: name)) }
    return notes
  }
}
