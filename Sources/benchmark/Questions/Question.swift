/// A statement of one class of work, and the answer that it must give.
struct Question: Sendable {
  let name: String
  let statement: String
  /// The answer, computed in plain Swift on the same data.
  let expected: @Sendable (PlainSample) throws -> Expected

  /// All questions, in the order in which they are asked.
  static let all = [filtering, grouping, conditions, joining, texts, ordering, windows].flatMap {
    $0
  }
}

/// A total that is NULL until it has a value, as in SQL.
struct PlainTotal {
  var rows = 0
  private(set) var sum: Int?

  mutating func add(_ number: Int?) {
    rows += 1
    if let number { sum = (sum ?? 0) + number }
  }
}
