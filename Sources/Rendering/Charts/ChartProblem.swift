import Columns
import Language

/// Why a result cannot be drawn: data here, words below.
package struct ChartProblem: Error, Sendable {
  enum Kind: Sendable {
    case noColumns
    case noRows
    case noNumber([Field])
    /// No value of the columns named is a finite number.
    case noFigure(columns: [String])
    /// The kind asked for is drawn from other columns; `instead` can be drawn from these.
    case misfit(ChartKind, [Field], instead: ChartKind)
    /// A column would give more lines than can be told apart.
    case manyLines(Int, column: String)
    /// A column has measures of several units.
    case severalUnits(column: String, ChartUnits)
    /// Columns of several units were to share one axis.
    case differentUnits(ChartKind, heads: [String])
    /// Rows share a place that holds one figure.
    case repeated(ChartKind, place: [String], columns: [String])
  }

  let kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  static let noColumns = ChartProblem(.noColumns)
  static let noRows = ChartProblem(.noRows)
  static func noNumber(_ fields: [Field]) -> ChartProblem { ChartProblem(.noNumber(fields)) }
  static func noFigure(columns: [String]) -> ChartProblem {
    ChartProblem(.noFigure(columns: columns))
  }
  static func misfit(_ kind: ChartKind, _ fields: [Field], instead: ChartKind) -> ChartProblem {
    ChartProblem(.misfit(kind, fields, instead: instead))
  }
  static func manyLines(_ count: Int, column: String) -> ChartProblem {
    ChartProblem(.manyLines(count, column: column))
  }
  static func severalUnits(column: String, _ units: ChartUnits) -> ChartProblem {
    ChartProblem(.severalUnits(column: column, units))
  }
  static func differentUnits(_ kind: ChartKind, heads: [String]) -> ChartProblem {
    ChartProblem(.differentUnits(kind, heads: heads))
  }
  static func repeated(
    _ kind: ChartKind, place: [String], columns: [String]
  ) -> ChartProblem {
    ChartProblem(.repeated(kind, place: place, columns: columns))
  }
}

extension ChartProblem {
  /// What was found and what was expected, in one line.
  package var message: String {
    switch kind {
    case .noColumns: "the result has no columns: there is nothing to draw"
    case .noRows: "the result has no rows: there is nothing to draw"
    case .noNumber(let fields):
      "a chart needs a column of numbers, and there is none: \(Self.list(fields))"
    case .noFigure(let columns):
      "\(Self.enumerated(columns)) \(columns.count == 1 ? "has" : "have")"
        + " no number that can be drawn: all are NULL or not finite"
    case .misfit(let kind, let fields, _):
      "\(kind.rawValue) is drawn from \(kind.wants), not from \(Self.list(fields))"
    case .manyLines(let count, let column):
      "line tells \(ChartShape.mostLines) lines apart, and \(column) would give "
        + NumberGrouping.string(count)
    case .severalUnits(let column, let units):
      "\(column) has amounts in several units, which have no scale in common: "
        + units.symbols.prefix(Self.listed).map { symbol, rows in
          "\(symbol.isEmpty ? "no unit" : symbol) (\(ChartNote.count(rows, "row")))"
        }.joined(separator: ", ") + (units.symbols.count > Self.listed ? ", …" : "")
    case .differentUnits(let kind, let heads):
      "\(kind.rawValue) has one scale, and these are in different units: "
        + heads.joined(separator: ", ")
    case .repeated(let kind, let place, _):
      "\(kind.rawValue) shows one figure in a place, and several rows are for "
        + Self.enumerated(place)
    }
  }

  /// What to write instead, a line each.
  package var help: [String] {
    switch kind {
    case .noColumns: []
    case .noRows: ["look at what WHERE leaves: count the rows without it"]
    case .noNumber(let fields):
      [
        "count the rows of each: SELECT \(Self.columnName(fields)), count(*) AS rows … GROUP BY ALL"
      ]
    case .noFigure: ["WHERE … IS NOT NULL shows whether any row has a figure"]
    case .misfit(_, _, let instead):
      ["draw this result as \(instead.rawValue): CHART \(instead.rawValue)"]
    case .manyLines(_, let column):
      ["a small line for each: CHART sparkline", "or choose some: WHERE \(column) IN (…)"]
    case .severalUnits(let column, let units):
      Self.help(column: column, units)
    case .differentUnits:
      [
        "a scale for each: CHART sparkline",
        "or choose the columns of one unit",
      ]
    case .repeated(_, _, let columns):
      ["make one row of them: GROUP BY \(columns.map(Self.written).joined(separator: ", "))"]
    }
  }

  private static func help(column: String, _ units: ChartUnits) -> [String] {
    let symbol = units.symbols.first { !$0.symbol.isEmpty }?.symbol ?? "kg"
    return [
      "in one unit: try_convert(\(column), '\(symbol)'), which leaves out what is none",
      "one kind at a time: WHERE dimension_of(\(column)) = …",
    ]
  }

  /// Columns and units that a message lists at most.
  private static let listed = 8

  /// The columns with their types: `category (varchar), n (bigint)`.
  private static func list(_ fields: [Field]) -> String {
    let shown = fields.prefix(listed).map {
      "\(VisibleText.string($0.name)) (\($0.type.description.lowercased()))"
    }
    let more = fields.count - shown.count
    return enumerated(more > 0 ? shown + ["\(more) more"] : shown)
  }

  private static func enumerated(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func columnName(_ fields: [Field]) -> String {
    written(fields.first?.name ?? "…")
  }

  /// A column's name as it stands in a statement, safe for a screen.
  private static func written(_ name: String) -> String {
    VisibleText.string(SQLText.name(name))
  }
}
