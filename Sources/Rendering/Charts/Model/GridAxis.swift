import Columns

/// A place in a grid.
struct GridPlace: Hashable, Sendable {
  let row: Int
  let column: Int
}

/// The distinct values of columns to group by, along one side of a grid.
///
/// Texts stand as they first occur, times and numbers in order, and NULL is a value like others.
struct GridAxis: Sendable {
  let head: String
  let labels: [String]
  /// For each row of the table its place among the labels.
  let places: [Int]

  private init(head: String, labels: [String], places: [Int]) {
    self.head = head
    self.labels = labels
    self.places = places
  }

  /// One column, or several whose values together make a label.
  ///
  /// - Complexity: O(rows), and O(values · log values) for times and numbers.
  init(_ table: ChartTable, columns: [Int]) {
    head = columns.map(table.name).joined(separator: BarsModel.separator)
    var known: [[Value]: Int] = [:]
    var labels: [String] = []
    var keys: [Value] = []
    var places: [Int] = []
    places.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let key = columns.map { table.value(row, $0) }
      if let place = known[key] {
        places.append(place)
        continue
      }
      known[key] = labels.count
      places.append(labels.count)
      keys.append(key.first ?? .null)
      labels.append(
        columns.map { table.label(row, $0) }.joined(separator: BarsModel.separator))
    }
    if columns.count == 1, let type = columns.first.map(table.type), type.isOrderedAxis {
      let order = keys.indices.sorted { Self.rank(keys[$0]) < Self.rank(keys[$1]) }
      var rank = [Int](repeating: 0, count: order.count)
      for (place, key) in order.enumerated() { rank[key] = place }
      labels = order.map { labels[$0] }
      places = places.map { rank[$0] }
    }
    self.labels = labels
    self.places = places
  }

  /// The times of a column, with those that are missing where most are one step apart; then NULL.
  init(_ table: ChartTable, times column: Int) {
    let times = ChartTimes(table, column: column)
    guard let slots = TimeSlots(times), slots.isRegular else {
      self.init(table, columns: [column])
      return
    }
    self.init(
      head: times.name,
      labels: (0..<slots.count).map(slots.label) + (times.nulls > 0 ? ["NULL"] : []),
      places: times.values.map { $0.map(slots.place) ?? slots.count })
  }

  /// The order of numbers and times; NULL is last.
  private static func rank(_ value: Value) -> Int128 {
    switch value {
    case .integer(let number): number
    case .date(let days): Int128(days)
    case .timestamp(let time), .time(let time): Int128(time)
    default: .max
    }
  }
}

extension DataType {
  /// Whether values along an axis stand in their order and not as they occur.
  fileprivate var isOrderedAxis: Bool {
    switch self {
    case .bigint, .date, .timestamp, .time: true
    default: false
    }
  }
}
