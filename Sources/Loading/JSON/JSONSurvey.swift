/// What a JSON text holds: the result of reading it once from end to end.
///
/// Every value is looked at, so that what is no JSON is refused before anything is loaded.
struct JSONSurvey {
  let records: JSONRecords
  let recordCount: Int
  /// Records by a count of their brackets.
  let independentCount: Int
  /// The keys that become columns, in the order of the table.
  let columns: [Int]
  /// What whoever signs a figure must know.
  let notes: [String]

  /// Reads all of `records`.
  ///
  /// - Parameter progress: called once a block.
  /// - Throws: ``LoadError`` with line and byte, where the text is no table.
  init(_ records: JSONRecords, path: String, progress: ((LoadProgress) -> Void)?) throws {
    self.records = records
    var count = JSONRecordCount()
    records.observer = {
      count.add($0, count: $1)
      progress?(
        LoadProgress(bytesRead: records.bytesTaken, bytesTotal: nil, rows: records.count))
    }
    defer { records.observer = nil }
    let record = records.record
    let keys = record.keys
    var tally = JSONTally()
    while try records.next() != nil { tally.add(record) }
    if records.count == 0 { throw LoadError(.badJSON(.noRecords), path: path) }
    if keys.count == 1 { throw LoadError(.badJSON(.noKeys), path: path) }
    recordCount = records.count
    independentCount = count.records
    let order = keys.inOrder
    columns = order.filter(tally.needsColumn)
    notes =
      Self.layoutNotes(records)
      + JSONNotes(keys: keys, order: order, columns: columns, tally: tally, records: recordCount)
      .all
  }

  private static func layoutNotes(_ records: JSONRecords) -> [String] {
    if records.isArray { return [] }
    if records.count == 1 { return ["the file is one JSON object: one row"] }
    if records.blankLines == 0 { return [] }
    return ["\(Wording.count(records.blankLines, "blank line")) skipped"]
  }
}

/// How often a value of each kind stands under each key.
struct JSONTally {
  private var counts: [Int] = []
  private static let kinds = JSONKind.allCases.count

  subscript(_ key: Int, _ kind: JSONKind) -> Int { counts[key * Self.kinds + kind.rawValue] }

  /// Values of all kinds.
  subscript(_ key: Int) -> Int { JSONKind.allCases.reduce(0) { $0 + self[key, $1] } }

  /// Counts the values of the record that was read last.
  mutating func add(_ record: JSONRecord) {
    let missing = record.keys.count * Self.kinds - counts.count
    if missing > 0 { counts += Array(repeating: 0, count: missing) }
    let slots = record.keys.slots
    let present = record.present
    let count = record.count
    counts.withUnsafeMutableBufferPointer { counts in
      var index = 0
      while index < count {
        let key = present[index]
        counts[key &* Self.kinds &+ slots[key].kind.rawValue] &+= 1
        index &+= 1
      }
    }
  }

  /// Whether a key needs a column of its own: one under which only objects with keys stand, or
  /// nothing, does not.
  func needsColumn(_ key: Int) -> Bool {
    let isOnlyObject = self[key] == self[key, .object] + self[key, .emptyObject] + self[key, .null]
    return !isOnlyObject || self[key, .object] == 0
  }
}
