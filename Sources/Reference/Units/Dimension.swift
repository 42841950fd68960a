/// What may be added to a measure: two measures add when their dimensions are equal.
package enum Dimension: Hashable, Sendable {
  case mass
  case volume
  case length
  case area
  /// A kind of things counted, in the plural: `tablets`, `pieces`. Tablets and pieces do not add.
  case count(String)
  /// An amount of money, by its ISO 4217 code. There are no exchange rates.
  case currency(String)
  /// A unit that nobody knows, spelt as it was found: it adds to itself alone.
  case other(String)

  /// How messages call it: `mass`, `count of tablets`, `currency EUR`, `unit Trip`.
  package var name: String {
    switch self {
    case .mass: "mass"
    case .volume: "volume"
    case .length: "length"
    case .area: "area"
    case .count(let kind): "count of \(kind)"
    case .currency(let code): "currency \(code)"
    case .other(let spelling): "unit \(spelling)"
    }
  }

  /// Whether it is a kind of things counted, which `Units.items` can count together with others.
  package var isCount: Bool {
    if case .count = self { true } else { false }
  }
}
