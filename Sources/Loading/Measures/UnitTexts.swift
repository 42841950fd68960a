import Columns
import Reference

/// The texts of a column of units, how often each occurs, and which are units.
struct UnitTexts {
  private var rows: [(text: String, unit: Unit?, rows: Int)] = []
  private var missing = 0
  /// Whether there are few enough texts for them to be units.
  private(set) var isCountable = true

  /// The most texts of a column of units.
  private static let most = 2000

  init(_ relation: Relation, column: Int) {
    var counts: [String: Int] = [:]
    for chunk in relation.chunks {
      let vector = chunk.columns[column]
      missing += vector.nullCount
      if let dictionary = vector.dictionary {
        guard dictionary.count <= Self.most else {
          isCountable = false
          return
        }
        let byCode = Self.counts(vector, dictionary)
        for code in 1..<max(1, dictionary.count) where byCode[code] > 0 {
          counts[dictionary.texts.string(code), default: 0] += byCode[code]
        }
      } else {
        for row in 0..<chunk.count {
          guard case .text(let text) = vector.value(row) else { continue }
          counts[text, default: 0] += 1
          if counts.count > Self.most {
            isCountable = false
            return
          }
        }
      }
    }
    rows = counts.map { ($0.key, UnitRegistry.unit(named: $0.key), $0.value) }
      .sorted { ($1.rows, $0.text) < ($0.rows, $1.text) }
  }

  /// How many rows have each code.
  private static func counts(_ vector: Vector, _ dictionary: TextDictionary) -> [Int] {
    var result = [Int](repeating: 0, count: dictionary.count)
    let numbers = DomainNumbers.numbers(of: vector, in: .dictionary(dictionary))
    for row in 0..<vector.count { result[Int(numbers.pointer[row])] += 1 }
    return result
  }

  var hasKnown: Bool { rows.contains { $0.unit != nil } }

  /// Whether somebody knows the units of enough rows with a text for it to be a column of units.
  var isKnown: Bool {
    let all = rows.reduce(0) { $0 + $1.rows }
    let known = rows.reduce(0) { $1.unit == nil ? $0 : $0 + $1.rows }
    return known > 0 && known * 2 >= all
  }

  /// Whether numbers of columns with this name may be in at least half of what is known of the units.
  func suit(_ name: AmountName) -> Bool {
    var (all, fitting) = (0, 0)
    for case (_, let unit?, let rows) in rows {
      all += rows
      if name.admits(unit.dimension) { fitting += rows }
    }
    return all > 0 && fitting * 2 >= all
  }

  /// Texts that are no units, the most frequent first.
  var examples: String {
    let unknown = rows.filter { $0.unit == nil }
    let shown = unknown.prefix(3).map { Wording.cell($0.text) }.joined(separator: ", ")
    return unknown.count > 3 ? "\(shown) and \(unknown.count - 3) more are none" : "\(shown) not"
  }

  /// What is to be told of the units: `; 3 rows without one; not known …: 'other' (5 rows)`.
  var summary: String {
    let unknown = rows.filter { $0.unit == nil }
    let own = rows.filter { UnitRegistry.own(named: $0.text) != nil }
    return (missing > 0 ? "; \(Wording.count(missing, "row")) without one" : "")
      + Self.list(own, "as CREATE UNIT says")
      + Self.list(unknown, "not known, and added to themselves alone")
  }

  private static func list(_ rows: [(text: String, unit: Unit?, rows: Int)], _ what: String)
    -> String
  {
    if rows.isEmpty { return "" }
    let shown = rows.prefix(5)
      .map { "\(Wording.cell($0.text)) (\(Wording.count($0.rows, "row")))" }
      .joined(separator: ", ")
    return "; \(what): \(shown)" + (rows.count > 5 ? " and \(rows.count - 5) more" : "")
  }
}
