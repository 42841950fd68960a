import Columns

/// A small table of random values, with NULLs, duplicates and extremes.
struct FuzzTable {
  /// The columns of every table; `id` has no NULLs and no duplicates.
  static let columns: [(name: String, kind: Kind, type: DataType)] = [
    ("id", .number, .bigint), ("a", .number, .bigint), ("b", .big, .bigint),
    ("d", .real, .double), ("s", .text, .varchar), ("n", .note, .varchar),
    ("f", .boolean, .boolean),
  ]

  let name: String
  var rows: [[Value]]
  /// Rows of each chunk in memory, and whether texts have a dictionary.
  let chunkRows: Int
  let isCoded: Bool

  init(_ name: String, _ choices: Choices) {
    self.name = name
    chunkRows = choices.one(of: [65_536, 3, 1, 64])
    isCoded = choices.chance(1, of: 2)
    let count = choices.one(of: [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 30])
    // NULLs of a column: none, some, many.
    let nulls = Self.columns.map { $0.name == "id" ? 0 : choices.one(of: [0, 1, 1, 4]) }
    rows = (0..<count).map { row in
      Self.columns.enumerated().map { index, column in
        if column.name == "id" { return .integer(Int128(row + 1)) }
        if choices.chance(nulls[index], of: 8) { return .null }
        return Self.value(column.kind, choices)
      }
    }
  }

  static let texts = [
    "a", "", "b", "A", "ab", "aB", "b%", "a_b", "10", "9", " x ", "abcdefgh", "abcdefghijklmnop",
  ]
  static let notes = ["a", "é", "e\u{301}", "", "Ω", "🇩🇪", "ß", "it's", "zebra", "Zürich"]
  static let extremes: [Int64] = [
    0, 1, -1, .max, .min, .max - 1, 1 << 32, -(1 << 31), 255, 256, 65_536, 1 << 53 + 1,
  ]

  private static func value(_ kind: Kind, _ choices: Choices) -> Value {
    switch kind {
    case .number: .integer(Int128(choices.one(of: [0, 1, 2, 3, 4, 5, -1, -2, -3])))
    case .big: .integer(Int128(choices.one(of: extremes)))
    case .real, .ratio:
      .double(choices.one(of: [0, 1, 0.5, 1.5, -1, -2.5, 0.125, 3, 100, -7.75]))
    case .text: .text(choices.one(of: texts))
    case .note: .text(choices.one(of: notes))
    case .boolean: .boolean(choices.below(2) == 1)
    }
  }

  /// The table in columns.
  func relation() throws -> Relation {
    let fields = Self.columns.map { Field(name: $0.name, type: $0.type) }
    var whole = Self.columns.indices.map { column in
      Vector(rows.map { $0[column] }, type: fields[column].type)
    }
    if isCoded && !rows.isEmpty {
      whole = try whole.map { vector in
        guard vector.type == .varchar, vector.constant == nil else { return vector }
        return try DictionaryEncoding.encode([vector]).first ?? vector
      }
    }
    let chunks = try stride(from: 0, to: rows.count, by: chunkRows).map { start in
      let selection = RowSelection(range: start..<min(start + chunkRows, rows.count))
      return Chunk(
        count: selection.count, columns: try whole.map { try Gather.rows(selection, of: $0) })
    }
    return Relation(fields: fields, chunks: chunks)
  }

  /// Statements that make the table anywhere.
  var statements: [String] {
    let columns = Self.columns.map { "\($0.name) \($0.kind.typeName)" }.joined(separator: ", ")
    let create = "CREATE TABLE \(name) (\(columns))"
    if rows.isEmpty { return [create] }
    let values = rows.map { row in
      "(" + row.map(Self.literal).joined(separator: ", ") + ")"
    }
    return [create, "INSERT INTO \(name) VALUES \(values.joined(separator: ", "))"]
  }

  private static func literal(_ value: Value) -> String {
    switch value {
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    // SQLite reads the lowest number as a real where it stands behind a minus.
    case .integer(let number) where number == Int128(Int64.min): "(-9223372036854775807 - 1)"
    default: Cell(value).description
    }
  }
}
