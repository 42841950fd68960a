/// The seizures as plain arrays, a value a row, from which the expected answers are computed without
/// anything that is being measured.
struct PlainSeizures {
  /// Days since 1970-01-01.
  private(set) var days: [Int] = []
  private(set) var reporters = PlainTexts()
  private(set) var offices = PlainTexts()
  private(set) var categories = PlainTexts()
  private(set) var products = PlainTexts()
  private(set) var codes = PlainTexts()
  private(set) var brands = PlainTexts()
  private(set) var modes = PlainTexts()
  private(set) var detections = PlainTexts()
  private(set) var origins = PlainTexts()
  /// In thousandths of the unit.
  private(set) var quantities: [Int?] = []
  private(set) var units = PlainTexts()
  /// The value in hundredths of a dollar.
  private(set) var cents: [Int?] = []
  private(set) var narratives = PlainNotes()
  /// For each column of the file, how many fields hold something.
  private(set) var filled: [Int] = []

  init(_ path: String) throws {
    var file = try PlainCSV(path)
    while file.next() {
      if filled.isEmpty { filled = Array(repeating: 0, count: file.count) }
      for column in filled.indices where !file.field(column).isEmpty { filled[column] += 1 }
      days.append(file.day(1))
      reporters.append(file.field(2))
      offices.append(file.field(3))
      categories.append(file.field(5))
      products.append(file.field(6))
      codes.append(file.field(7))
      brands.append(file.field(8))
      modes.append(file.field(10))
      detections.append(file.field(11))
      origins.append(file.field(13))
      quantities.append(file.number(17, decimals: 3))
      units.append(file.field(18))
      cents.append(file.number(19, decimals: 2))
      narratives.append(file.field(20))
    }
  }

  var rows: Range<Int> { days.indices }

  /// What stands in `seizure_id`: the rows are numbered from 1.
  func number(_ row: Int) -> Int { row + 1 }

  /// The rows that have the same `key`, in order.
  func grouped(by key: (Int) -> UInt32) -> [UInt32: [Int]] {
    Dictionary(grouping: rows) { key($0) }
  }

  /// Totals of the rows that agree in `key`.
  ///
  /// - Parameters:
  ///   - key: nil for a row that is left out.
  ///   - add: takes a row into the totals of its group.
  func totals<Totals>(
    _ initial: Totals, by key: (Int) -> [UInt32]?, _ add: (inout Totals, Int) -> Void
  ) -> [[UInt32]: Totals] {
    var result: [[UInt32]: Totals] = [:]
    for row in rows {
      if let key = key(row) { add(&result[key, default: initial], row) }
    }
    return result
  }
}
