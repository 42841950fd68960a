/// What is different between an expected and an actual result.
struct GoldenComparison {
  enum Change: Equatable {
    case columns(expected: [String], actual: [String])
    case rowAdded([String?])
    case rowGone([String?])
    /// In the row that `key` names.
    case cell(key: [String?], column: String, expected: String?, actual: String?)
    /// The same rows stand in another order, from this row on, counted from one.
    case order(row: Int)
  }

  private let expected: GoldenTable
  private let actual: GoldenTable
  /// How far a DOUBLE may be off, as a part of the larger of the two.
  private let tolerance: Double

  /// The changes that lead from `expected` to `actual`; none where they are the same.
  ///
  /// Rows belong together that agree in their key: the fewest leading columns, not DOUBLE, by
  /// which every row on each side can be told from the others; without such a key, all columns.
  ///
  /// - Complexity: O(cells) on average.
  static func changes(
    from expected: GoldenTable, to actual: GoldenTable, tolerance: Double
  ) -> [Change] {
    GoldenComparison(expected: expected, actual: actual, tolerance: tolerance).changes()
  }

  private func changes() -> [Change] {
    if expected.columns != actual.columns {
      return [.columns(expected: expected.columns, actual: actual.columns)]
    }
    if expected.rows == actual.rows { return [] }
    if expected.rows.count == actual.rows.count,
      zip(expected.rows, actual.rows).allSatisfy({ isSame($0, $1) })
    {
      return []
    }
    guard let width = keyWidth else { return changesWithoutKey() }
    var expectedByKey: [[String?]: Int] = [:]
    for (index, row) in expected.rows.enumerated() {
      expectedByKey[Array(row.prefix(width))] = index
    }
    var changes: [Change] = []
    var matched: [Int] = []
    var added: [Change] = []
    for row in actual.rows {
      let key = Array(row.prefix(width))
      guard let index = expectedByKey[key] else {
        added.append(.rowAdded(row))
        continue
      }
      matched.append(index)
      changes += cellChanges(expected.rows[index], row, key: key)
    }
    let known = Set(matched)
    for (index, row) in expected.rows.enumerated() where !known.contains(index) {
      changes.append(.rowGone(row))
    }
    changes += added
    if changes.isEmpty, let place = zip(matched, matched.indices).first(where: { $0 != $1 }) {
      changes.append(.order(row: place.1 + 1))
    }
    return changes
  }

  private var keyWidth: Int? {
    let usable = expected.isDouble.firstIndex(of: true) ?? expected.columns.count
    guard usable > 0 else { return nil }
    return (1...usable).first { width in
      isUnique(expected.rows, width) && isUnique(actual.rows, width)
    }
  }

  private func isUnique(_ rows: [[String?]], _ width: Int) -> Bool {
    var seen: Set<[String?]> = []
    return rows.allSatisfy { seen.insert(Array($0.prefix(width))).inserted }
  }

  /// Compares rows as a whole where several are alike.
  private func changesWithoutKey() -> [Change] {
    // As many rows on each side: they belong together by their places.
    if expected.rows.count == actual.rows.count, expected.isDouble.contains(true) {
      return zip(expected.rows, actual.rows).enumerated().flatMap { index, pair in
        cellChanges(pair.0, pair.1, key: ["row \(index + 1)"])
      }
    }
    var counts: [[String?]: Int] = [:]
    for row in expected.rows { counts[row, default: 0] += 1 }
    var added: [Change] = []
    for row in actual.rows {
      if let count = counts[row], count > 0 {
        counts[row] = count - 1
      } else {
        added.append(.rowAdded(row))
      }
    }
    var gone: [Change] = []
    for row in expected.rows {
      if let count = counts[row], count > 0 {
        counts[row] = count - 1
        gone.append(.rowGone(row))
      }
    }
    if gone.isEmpty && added.isEmpty {
      let place = zip(expected.rows, actual.rows).enumerated().first { $1.0 != $1.1 }
      return [.order(row: (place?.offset ?? 0) + 1)]
    }
    return gone + added
  }

  private func cellChanges(_ old: [String?], _ new: [String?], key: [String?]) -> [Change] {
    let isDouble = expected.isDouble
    return old.indices.compactMap { column in
      if isSame(old[column], new[column], isDouble: isDouble[column]) { return nil }
      return .cell(
        key: key, column: expected.columns[column], expected: old[column], actual: new[column])
    }
  }

  private func isSame(_ old: [String?], _ new: [String?]) -> Bool {
    let isDouble = expected.isDouble
    return old.indices.allSatisfy { isSame(old[$0], new[$0], isDouble: isDouble[$0]) }
  }

  private func isSame(_ old: String?, _ new: String?, isDouble: Bool) -> Bool {
    if old == new { return true }
    guard isDouble, tolerance > 0, let old = old.flatMap(Double.init),
      let new = new.flatMap(Double.init)
    else { return false }
    return (old - new).magnitude <= tolerance * max(old.magnitude, new.magnitude)
  }
}

extension GoldenComparison.Change: CustomStringConvertible {
  var description: String {
    switch self {
    case .columns(let expected, let actual):
      "columns: \(expected.joined(separator: ", ")) → \(actual.joined(separator: ", "))"
    case .rowAdded(let row): "row added: \(Self.list(row))"
    case .rowGone(let row): "row gone:  \(Self.list(row))"
    case .cell(let key, let column, let expected, let actual):
      "\(Self.list(key)): \(column): \(Self.shown(expected)) → \(Self.shown(actual))"
    case .order(let row): "the same rows in another order, from row \(row) on"
    }
  }

  private static func list(_ row: [String?]) -> String {
    row.map(shown).joined(separator: ", ")
  }

  private static func shown(_ cell: String?) -> String {
    guard let cell else { return "NULL" }
    return cell.isEmpty ? "''" : cell
  }
}
