import Columns

/// What the columns of a result are to a chart.
struct ChartShape {
  let table: ChartTable
  /// Columns to group by: texts, codes, truth values.
  private(set) var labels: [Int] = []
  private(set) var times: [Int] = []
  private(set) var numbers: [Int] = []

  /// - Throws: ``ChartProblem`` where the result has no rows or no number.
  init(_ relation: Relation) throws(ChartProblem) {
    table = ChartTable(relation)
    if relation.fields.isEmpty { throw .noColumns }
    if relation.rowCount == 0 { throw .noRows }
    for (column, field) in relation.fields.enumerated() {
      switch field.type {
      case .date, .timestamp: times.append(column)
      case _ where field.type.standsRight: numbers.append(column)
      default: labels.append(column)
      }
    }
    if numbers.isEmpty { throw .noNumber(relation.fields) }
    findPeriods()
    let isNamedByNumber =
      labels.isEmpty && times.isEmpty && numbers.count > 1 && numbers[0] == 0
      && table.type(0) == .bigint
    if isNamedByNumber { labels = [numbers.removeFirst()] }
  }

  /// The columns to group by, as they stand in the result.
  var groups: [Int] { (labels + times).sorted() }

  var fields: [Field] { table.relation.fields }

  // MARK: Whole numbers that are times

  /// Words that name a column of times which are whole numbers.
  private static let periods: Set<Substring> = [
    "year", "years", "yr", "quarter", "month", "week", "day", "weekday", "hour", "decade",
  ]
  /// Numbers that are taken for years.
  private static let years: ClosedRange<Int64> = 1900...2100

  /// Takes from the numbers the columns that are times, as long as a number is left.
  private mutating func findPeriods() {
    for column in numbers where numbers.count > 1 && table.type(column) == .bigint {
      let isFollowed = numbers.contains { $0 > column }
      let isPeriod = isNamedAsPeriod(column) || isFollowed && hasPeriods(column)
      guard isPeriod else { continue }
      numbers.removeAll { $0 == column }
      times.append(column)
    }
    times.sort()
  }

  private func isNamedAsPeriod(_ column: Int) -> Bool {
    fields[column].name.lowercased().split { !$0.isLetter }.contains { Self.periods.contains($0) }
  }

  /// Whether the values of a column are years, or those of a first column that has nothing before
  /// it rise in equal steps.
  private func hasPeriods(_ column: Int) -> Bool {
    var previous: Int64?
    var step: Int64?
    var areYears = true
    var areSteps = labels.isEmpty && times.isEmpty && column == 0
    table.forEachValue(of: column) { _, value in
      guard case .integer(let wide) = value, let number = Int64(exactly: wide) else { return }
      areYears = areYears && Self.years.contains(number)
      if let previous {
        let (distance, overflows) = number.subtractingReportingOverflow(previous)
        areSteps = areSteps && !overflows && distance > 0 && distance == step ?? distance
        step = distance
      }
      previous = number
    }
    return previous != nil && (areYears || areSteps && step != nil && table.rowCount > 2)
  }
}
