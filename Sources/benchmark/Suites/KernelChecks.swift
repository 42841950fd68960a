import Columns

/// What is wrong with the answers of the kernel suite; nil for nothing.
enum KernelChecks {
  static func sums(_ answer: Vector, _ data: KernelData) -> Mismatch? {
    let seizures = data.seizures
    let totals = seizures.totals(PlainTotal()) {
      [seizures.categories.codes[$0]]
    } _: {
      $0.add(seizures.cents[$1])
    }
    for code in seizures.categories.texts.indices {
      let expected = Value.decimal(totals[[UInt32(code)]]?.sum, 2)
      if let wrong = comparison("category \(code)", expected, answer.value(code)) { return wrong }
    }
    return nil
  }

  static func selections(_ answer: [RowSelection], _ data: KernelData) -> Mismatch? {
    let found = zip(data.batches, answer).flatMap { batch, selection in
      selection.rows.elements.prefix(selection.count).map { batch.rows.lowerBound + Int($0) }
    }
    let expected = data.seizures.rows.filter { data.seizures.days[$0] >= KernelData.recentDay }
    return comparison(expected, found)
  }

  static func order(_ answer: RowSelection, _ data: KernelData) -> Mismatch? {
    let seizures = data.seizures
    let ranks = seizures.reporters.ranks
    let keys = seizures.rows.map { row in
      // What has no value comes last, and no value is negative; equal rows keep their order.
      (ranks[Int(seizures.reporters.codes[row])], -(seizures.cents[row] ?? -1), row)
    }
    let expected = seizures.rows.sorted { keys[$0] < keys[$1] }
    return comparison(expected, answer.rows.elements.prefix(answer.count).map { Int($0) })
  }

  static func matches(
    _ answer: [Vector], _ data: KernelData, parts: [String]
  ) -> Mismatch? {
    let parts = parts.map { Array($0.utf8) }
    let notes = data.seizures.narratives
    return eachRow(answer, data) { row in
      notes[row].isEmpty ? .null : .boolean(notes.hasOne(of: parts, in: row))
    }
  }

  static func blend(_ answer: [Vector?], _ data: KernelData) -> Mismatch? {
    let vectors = answer.compactMap { $0 }
    guard vectors.count == answer.count else {
      return Mismatch(expected: "vectors that blend", found: "vectors that do not")
    }
    let seizures = data.seizures
    return eachRow(vectors, data) { row in
      .decimal(seizures.days[row] >= KernelData.recentDay ? seizures.cents[row] : 0, 2)
    }
  }

  static func lookup(_ answer: [Vector], _ data: KernelData) -> Mismatch? {
    let categories = data.seizures.categories
    return eachRow(answer, data) { row in
      let code = Int(categories.codes[row])
      return code == 0 ? .null : .whole(categories.texts[code].utf8.count)
    }
  }

  // MARK: Comparisons

  /// The first row whose value is not the expected one.
  private static func eachRow(
    _ answer: [Vector], _ data: KernelData, _ expected: (Int) -> Value
  ) -> Mismatch? {
    for (batch, vector) in zip(data.batches, answer) {
      for row in batch.rows {
        let found = vector.value(row - batch.rows.lowerBound)
        if let wrong = comparison("row \(row + 1)", expected(row), found) { return wrong }
      }
    }
    return nil
  }

  private static func comparison(
    _ place: @autoclosure () -> String, _ expected: Value, _ found: Value
  ) -> Mismatch? {
    let (expected, found) = (expected.reduced, found.reduced)
    if expected == found { return nil }
    return Mismatch(
      expected: "\(ValueText.string(expected)) for \(place())", found: ValueText.string(found))
  }

  /// Two lists of rows, of which the first place that differs is told.
  private static func comparison(_ expected: [Int], _ found: [Int]) -> Mismatch? {
    if expected.count != found.count {
      return Mismatch(expected: "\(expected.count) rows", found: "\(found.count) rows")
    }
    guard let place = zip(expected, found).enumerated().first(where: { $1.0 != $1.1 })?.offset
    else { return nil }
    return Mismatch(
      expected: "row \(expected[place] + 1) at place \(place + 1)",
      found: "row \(found[place] + 1)")
  }
}
