import Columns
import Language

@testable import Rendering

/// Results to draw, made by hand.
enum ChartSamples {
  static func texts(_ values: [String?]) -> [Value] { values.map { $0.map { .text($0) } ?? .null } }

  static func integers(_ values: [Int?]) -> [Value] {
    values.map { $0.map { .integer(Int128($0)) } ?? .null }
  }

  static func doubles(_ values: [Double?]) -> [Value] {
    values.map { $0.map { .double($0) } ?? .null }
  }

  /// Days from texts like `2024-01-31`.
  static func days(_ values: [String?]) -> [Value] {
    values.map { text in
      let parts = (text ?? "").split(separator: "-").compactMap { Int($0) }
      guard parts.count == 3 else { return .null }
      let date = CivilDate(year: parts[0], month: parts[1], day: parts[2])
      return .date(Int32(date.daysSinceEpoch))
    }
  }

  /// Measures from texts like `2.5 kg`.
  static func measures(_ texts: [String]) -> [Value] {
    guard let vector = MeasureText.restored(Vector(texts.map { .text($0) }, type: .varchar)) else {
      return []
    }
    return (0..<vector.count).map(vector.value)
  }

  static func labelled(_ labels: [String?], _ figures: [Int?]) -> Relation {
    Samples.relation([
      ("category", .varchar, texts(labels)), ("seizures", .bigint, integers(figures)),
    ])
  }

  static func yearly(_ years: [Int?], _ figures: [Int?]) -> Relation {
    Samples.relation([
      ("year", .bigint, integers(years)), ("seizures", .bigint, integers(figures)),
    ])
  }

  static func numbers(_ type: DataType, _ values: [Value]) -> Relation {
    Samples.relation([("quantity", type, values)])
  }

  /// `count` figures for each of `names`, a year each from 2000 on.
  static func series(_ names: [String], count: Int, _ figure: (Int, Int) -> Int) -> Relation {
    let rows = names.indices.flatMap { name in (0..<count).map { (name, $0) } }
    return Samples.relation([
      ("category", .varchar, texts(rows.map { names[$0.0] })),
      ("year", .bigint, integers(rows.map { 2000 + $0.1 })),
      ("seizures", .bigint, integers(rows.map { figure($0.0, $0.1) })),
    ])
  }

  static let grid = Samples.relation([
    ("category", .varchar, texts(["Drugs", "Drugs", "Tobacco", "Tobacco", nil])),
    ("mode", .varchar, texts(["Air", "Sea", "Air", "Sea", "Air"])),
    ("seizures", .bigint, integers([412, 3, 0, 200, nil])),
  ])
}

/// The chart of `relation` on a screen of `width` cells.
func chart(
  _ relation: Relation, _ kind: ChartKind? = nil, width: Int = 40, rows: Int? = nil,
  usesColor: Bool = false
) throws -> String {
  try Chart(relation, kind: kind).text(
    screen: Screen(width: width, maximumRows: rows, usesColor: usesColor))
}
