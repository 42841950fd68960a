import Columns

/// A table of random values that can be laid out in memory in several ways.
struct SampleTable {
  /// What a column of a sample table holds; the name is the column's.
  enum Kind: String, CaseIterable {
    /// A few small numbers, often equal.
    case k
    /// A number for each row.
    case id
    /// Numbers from all over 64 bits, its ends among them.
    case big
    case huge
    case dec
    /// A decimal of 128 bits.
    case wide
    /// Eighths: their sums are exact in any order.
    case dbl
    /// Zeros of both signs, infinities, NaN.
    case wild
    /// Text under a dictionary.
    case code
    /// Plain text.
    case note
    /// Text, of which some is a number.
    case num
    case day
    case ts
    case flag

    var type: DataType {
      switch self {
      case .k, .id, .big: .bigint
      case .huge: .hugeint
      case .dec: .decimal(precision: 9, scale: 2)
      case .wide: .decimal(precision: 30, scale: 4)
      case .dbl, .wild: .double
      case .code, .note, .num: .varchar
      case .day: .date
      case .ts: .timestamp
      case .flag: .boolean
      }
    }
  }

  let rows: [[Value]]

  static let fields = Kind.allCases.map { Field(name: $0.rawValue, type: $0.type) }

  static let texts = [
    "", "a", "A", "ab", "abcdefgh", "abcdefghi", "abcdefgh\u{0}", "é", "e\u{301}", "Ω", "🇩🇪",
    "cannabis resin", "a text much longer than any prefix that a sort key might hold",
  ]

  init(rows count: Int, _ numbers: inout RandomNumbers) {
    // One NULL in so many values, differently for each column.
    let nulls = Kind.allCases.map { _ in numbers.one(of: [2, 5, 20, Int.max]) }
    rows = (0..<count).map { row in
      Kind.allCases.enumerated().map { column, kind in
        if nulls[column] != Int.max, numbers.once(in: nulls[column]) { return .null }
        return Self.value(kind, row: row, &numbers)
      }
    }
  }

  private static func value(_ kind: Kind, row: Int, _ numbers: inout RandomNumbers) -> Value {
    switch kind {
    case .k: return .integer(Int128(numbers.within(-3...5)))
    case .id: return .integer(Int128(row))
    case .big:
      return .integer(
        Int128(
          numbers.one(of: [
            Int64.min, .max, 0, -1, 1 << 40, -(1 << 40), Int64(truncatingIfNeeded: numbers.next()),
          ])))
    case .huge:
      return .integer(
        numbers.one(of: [0, 7, -7, 1 << 64, -(1 << 64), Int128(numbers.below(1000)) << 90]))
    case .dec: return .decimal(unscaled: Int128(numbers.within(-500...500)) * 25, scale: 2)
    case .wide:
      return .decimal(
        unscaled: numbers.one(of: [0, 10_000, -25_000, Int128(numbers.within(-50...50)) << 80]),
        scale: 4)
    case .dbl: return .double(Double(numbers.within(-40...40)) / 8)
    case .wild:
      return .double(
        numbers.one(of: [0, -0.0, .nan, .infinity, -.infinity, 1.5, -1e300, 1e-300, 1e300]))
    case .code: return .text(numbers.one(of: texts))
    case .note: return .text(numbers.one(of: texts) + (numbers.once(in: 3) ? "\(row)" : ""))
    case .num: return .text(numbers.one(of: ["1", "22", "-7", "ten", "", "1x"]))
    case .day: return .date(Int32(numbers.within(19_000...19_030)))
    case .ts: return .timestamp(Int64(numbers.within(-3...3)) * 86_400_000_000 + 1)
    case .flag: return .boolean(numbers.once(in: 2))
    }
  }

  /// The table in chunks of `chunkRows`, with a choice of storages that does not change what it
  /// holds.
  func relation(chunkRows: Int, _ numbers: inout RandomNumbers) -> Relation {
    let codes = SampleTable.Kind.allCases.firstIndex(of: .code) ?? 0
    let whole = rows.isEmpty ? nil : Self.coded(rows.map { $0[codes] })
    var chunks: [Chunk] = []
    var start = 0
    while start < rows.count {
      let end = min(rows.count, start + chunkRows)
      let columns = Kind.allCases.enumerated().map { column, kind -> Vector in
        if kind == .code, let whole {
          let selection = RowSelection(range: start..<end)
          if let part = try? Gather.rows(selection, of: whole) { return part }
        }
        return Self.vector(rows[start..<end].map { $0[column] }, kind.type, &numbers)
      }
      chunks.append(Chunk(count: end - start, columns: columns))
      start = end
    }
    return Relation(fields: Self.fields, chunks: chunks)
  }

  private static func coded(_ values: [Value]) -> Vector {
    let plain = Vector(values, type: .varchar)
    return (try? DictionaryEncoding.encode([plain]).first) ?? plain
  }

  /// The values in one of the storages that may hold them.
  private static func vector(
    _ values: [Value], _ type: DataType, _ numbers: inout RandomNumbers
  ) -> Vector {
    let vector = Vector(values, type: type)
    if let first = values.first, values.allSatisfy({ $0 == first }), numbers.once(in: 2) {
      return Vector(constant: first, type: type, count: values.count)
    }
    let isNarrow =
      switch vector.storage {
      case .int8, .int16, .int32, .int64: true
      default: false
      }
    guard isNarrow, numbers.once(in: 3) else { return vector }
    // Full width, without bounds.
    let raw = values.map { Int64(truncatingIfNeeded: Constants.unscaled($0)) }
    return Vector(
      type: type, count: values.count, storage: .int64(Buffer(raw)), validity: vector.validity)
  }
}
