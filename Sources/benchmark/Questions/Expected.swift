import Columns

/// What the answer to a question must be.
enum Expected {
  /// So many rows, in this order.
  case ordered(count: Int, (Int) -> [Value])
  /// These rows, in any order.
  case unordered([[Value]])
  /// A row for each of so many seizures, in any order; the first value is the seizure's number, the
  /// others are those given for its row.
  case numbered(count: Int, (Int) -> [Value])

  /// What is wrong with `answer`; nil for nothing.
  ///
  /// Numbers are compared by what they are worth: 1.50 is 1.5.
  func mismatch(_ answer: Relation) -> Mismatch? {
    switch self {
    case .ordered(let count, let row):
      if let wrong = Self.counts(count, answer) { return wrong }
      return Self.firstWrong(answer) { found, place in
        Self.comparison(place, expected: row(place), found)
      }
    case .unordered(let rows):
      if let wrong = Self.counts(rows.count, answer) { return wrong }
      var open: [[Value]: Int] = [:]
      for row in rows { open[row.map(\.reduced), default: 0] += 1 }
      let wrong = Self.firstWrong(answer) { found, place in
        if let count = open[found], count > 0 {
          open[found] = count - 1
          return nil
        }
        return Mismatch(expected: "", found: Self.text(found))
      }
      guard let wrong else { return nil }
      // Which row stands for which cannot be known: the nearest is one that begins alike.
      let left = open.filter { $0.value > 0 }.map { Self.text($0.key) }
      let likely = left.max { Self.shared($0, wrong.found) < Self.shared($1, wrong.found) }
      return Mismatch(expected: likely ?? "no such row", found: wrong.found)
    case .numbered(let count, let values):
      if let wrong = Self.counts(count, answer) { return wrong }
      var seen = [Bool](repeating: false, count: count)
      return Self.firstWrong(answer) { found, place in
        guard case .integer(let number)? = found.first, number >= 1, number <= count,
          !seen[Int(number) - 1]
        else {
          return Mismatch(expected: "each seizure once", found: Self.text(found))
        }
        seen[Int(number) - 1] = true
        let expected = [.integer(number)] + values(Int(number) - 1)
        return Self.comparison(place, expected: expected, found)
      }
    }
  }

  private static func counts(_ expected: Int, _ answer: Relation) -> Mismatch? {
    expected == answer.rowCount
      ? nil : Mismatch(expected: "\(expected) rows", found: "\(answer.rowCount) rows")
  }

  /// What `problem` says of the first row of which it says something.
  private static func firstWrong(
    _ answer: Relation, _ problem: (_ row: [Value], _ place: Int) -> Mismatch?
  ) -> Mismatch? {
    var place = 0
    for chunk in answer.chunks {
      for row in 0..<chunk.count {
        if let found = problem(chunk.columns.map { $0.value(row).reduced }, place) { return found }
        place += 1
      }
    }
    return nil
  }

  private static func comparison(
    _ place: Int, expected: [Value], _ found: [Value]
  ) -> Mismatch? {
    let expected = expected.map(\.reduced)
    if expected == found { return nil }
    return Mismatch(
      expected: "row \(place + 1): \(text(expected))", found: "row \(place + 1): \(text(found))")
  }

  private static func text(_ row: [Value]) -> String {
    row.map(ValueText.string).joined(separator: " | ")
  }

  /// How many characters two texts share at their beginnings.
  private static func shared(_ first: String, _ second: String) -> Int {
    zip(first, second).prefix { $0 == $1 }.count
  }
}

extension Value {
  /// The same value; of a decimal number without trailing zeros, or whole.
  var reduced: Value {
    guard case .decimal(var unscaled, var scale) = self else { return self }
    while scale > 0 && unscaled % 10 == 0 {
      unscaled /= 10
      scale -= 1
    }
    return scale == 0 ? .integer(unscaled) : .decimal(unscaled: unscaled, scale: scale)
  }

  /// A whole number, NULL for nil.
  static func whole(_ number: Int?) -> Value { number.map { .integer(Int128($0)) } ?? .null }

  /// `number` / 10^`decimals`, NULL for nil.
  static func decimal(_ number: Int?, _ decimals: Int) -> Value {
    number.map { .decimal(unscaled: Int128($0), scale: decimals) } ?? .null
  }
}
