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

  /// Of the rows with a text, how many have a unit that somebody knows, from 0 to 1.
  var knownShare: Double {
    let all = rows.reduce(0) { $0 + $1.rows }
    if all == 0 { return 0 }
    return Double(rows.reduce(0) { $1.unit == nil ? $0 : $0 + $1.rows }) / Double(all)
  }

  /// Texts that are no units, the most frequent first.
  var examples: String {
    let unknown = rows.filter { $0.unit == nil }
    let shown = unknown.prefix(3).map { Wording.cell($0.text) }.joined(separator: ", ")
    return unknown.count > 3 ? "\(shown) and \(unknown.count - 3) more are none" : "\(shown) not"
  }

  /// What is to be told of the units: `; 3 rows have none; nobody knows 'other' (5 rows)`.
  var summary: String {
    var result = ""
    if missing > 0 { result += "; \(Wording.count(missing, "row")) without one" }
    let unknown = rows.filter { $0.unit == nil }
    if !unknown.isEmpty {
      let shown = unknown.prefix(5)
        .map { "\(Wording.cell($0.text)) (\(Wording.count($0.rows, "row")))" }
        .joined(separator: ", ")
      let rest = unknown.count > 5 ? " and \(unknown.count - 5) more" : ""
      result += "; not known, and added to themselves alone: \(shown)\(rest)"
    }
    return result
  }
}
