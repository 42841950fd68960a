import Columns

/// The tasks of the kernel suite, each batch after batch.
extension KernelData {
  /// 2018-01-01, which most rows are before.
  static let recentDay = 17_532
  static let part = "carbon paper"
  static let alternatives = ["cash", "carbon", "furniture"]

  static func compiledPattern() throws -> RegexKernels.Pattern {
    try RegexKernels.Pattern(RegexOptions(), isWhole: false)
      .compiled(alternatives.joined(separator: "|"))
  }

  /// The value of each category, that of no category first.
  func sumsByCategory() throws -> Vector {
    let groups = categories.count ?? 1
    let rows = GroupRowCounts()
    let sums = IntegerSumState(type: Self.valueType, average: false, rows: rows)
    for batch in batches {
      let ids = DomainNumbers.numbers(of: batch.categories, in: categories)
      let numbers = GroupNumbers(ids: ids.pointer, count: batch.rows.count, groups: groups)
      rows.update(numbers)
      try sums.update(batch.values, numbers)
      withExtendedLifetime(ids) {}
    }
    return try sums.result(RowSelection(range: 0..<groups))
  }

  /// The rows from ``recentDay`` on, by their places in each batch.
  func selectRecent() -> [RowSelection] {
    batches.map { batch in
      Selecting.rows(where: isRecent(batch)) ?? RowSelection(range: 0..<batch.rows.count)
    }
  }

  private func isRecent(_ batch: Batch) -> Vector {
    ComparisonKernels.compare(
      .greaterOrEqual, batch.days,
      Vector(constant: .date(Int32(Self.recentDay)), type: .date, count: batch.rows.count))
  }

  /// All rows by country, the greatest values first and none last.
  func sort(threads: Int) throws -> RowSelection {
    try RowOrder.rows(
      by: [
        SortTerm(vector: reporters, isDescending: false, nullsFirst: false),
        SortTerm(vector: values, isDescending: true, nullsFirst: false),
      ], count: seizures.rows.count, threads: threads)
  }

  func contains() throws -> [Vector] {
    try batches.map { batch in
      try TextKernels.contains(
        batch.narratives,
        Vector(constant: .text(Self.part), type: .varchar, count: batch.rows.count))
    }
  }

  func matches(_ pattern: RegexKernels.Pattern) throws -> [Vector] {
    let text = Value.text(Self.alternatives.joined(separator: "|"))
    return try batches.map { batch in
      try RegexKernels.matches(
        batch.narratives, Vector(constant: text, type: .varchar, count: batch.rows.count), pattern)
    }
  }

  /// `CASE WHEN seized_on >= … THEN value_usd ELSE 0 END`; nil where the vectors do not blend.
  func blendRecent() -> [Vector?] {
    batches.map { batch in
      let condition = isRecent(batch)
      let count = batch.rows.count
      let mask: Bitmap
      switch condition.storage {
      case .bits(let bits): mask = bits
      default: mask = Bitmap(repeating: condition.constant == .boolean(true), count: count)
      }
      let zero = Value.decimal(unscaled: 0, scale: Self.valueType.scale)
      return Blending.blended(
        mask, batch.values, Vector(constant: zero, type: Self.valueType, count: count),
        type: Self.valueType)
    }
  }

  /// The length of each row's category, out of the lengths of all categories.
  func lookUpLengths() throws -> [Vector] {
    try batches.map { try Lookup.rows(of: $0.categories, in: categories, from: lengths) }
  }
}
