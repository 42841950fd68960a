import Columns

/// The units that a column of measures has, with how many rows have each.
struct ChartUnits: Sendable {
  private var rows: [UInt16: Int] = [:]
  private var examples: [UInt16: Measure] = [:]

  mutating func count(_ measure: Measure) {
    rows[measure.unit, default: 0] += 1
    if examples[measure.unit] == nil { examples[measure.unit] = measure }
  }

  var isMixed: Bool { rows.count > 1 }

  /// The most frequent unit; nil where there is no measure.
  var mostFrequent: UInt16? { ordered.first?.key }

  /// The units and their rows, the most frequent first.
  private var ordered: [(key: UInt16, value: Int)] {
    rows.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  /// The symbol of the most frequent unit, empty where it has none; nil where there is no measure.
  var symbol: String? { symbols.first?.symbol }

  /// Each unit's symbol and its rows, the most frequent first.
  var symbols: [(symbol: String, rows: Int)] {
    ordered.compactMap { unit, rows in
      guard let example = examples[unit] else { return nil }
      let whole = MeasureText.string(example)
      return (String(whole.dropFirst(MeasureText.amount(example).count + 1)), rows)
    }
  }

  /// Whether all the units are of one dimension, so that each converts into any other.
  var isOneDimension: Bool {
    // The base unit stands in the low bits of a measure's key.
    Set(examples.values.map { UInt16(truncatingIfNeeded: $0.key) }).count < 2
  }
}
