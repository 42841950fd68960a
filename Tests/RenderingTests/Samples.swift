import Columns
import Language

@testable import Rendering

/// Relations made by hand.
enum Samples {
  /// A row for each kind of trouble, and a column of each type.
  static let everyType = relation([
    ("b", .boolean, [.boolean(true), .boolean(false), .null]),
    ("i", .bigint, [.integer(-7), .integer(Int128(Int64.max)), .null]),
    ("h", .hugeint, [.integer(1 << 100), .integer(-5), .null]),
    ("x", .double, [.double(0.1), .double(.nan), .null]),
    (
      "d", .decimal(precision: 9, scale: 2),
      [.decimal(unscaled: 1250, scale: 2), .decimal(unscaled: -5, scale: 2), .null]
    ),
    ("t", .varchar, [.text("a,\"b\"\n<|*&'"), .text(""), .null]),
    ("day", .date, [.date(19_753), .date(-1), .null]),
    ("at", .timestamp, [.timestamp(1_706_713_199_500_000), .timestamp(0), .null]),
  ])

  static let seizures = relation([
    ("category", .varchar, [.text("Drugs"), .text("Médicaments"), .text("医薬品"), .null]),
    ("year", .bigint, [.integer(2004), .integer(2024), .null, .integer(1999)]),
    ("items", .bigint, [.integer(166_000_000), .integer(-1234), .integer(0), .null]),
  ])

  static let empty = relation([("a", .bigint, []), ("b", .varchar, [])])

  /// One row without columns.
  static let noColumns = Relation(fields: [], chunks: [Chunk(count: 1, columns: [])])

  static func relation(_ columns: [(name: String, type: DataType, values: [Value])]) -> Relation {
    let rows = columns.first?.values.count ?? 0
    let fields = columns.map { Field(name: $0.name, type: $0.type) }
    let vectors = columns.map { vector($0.values, $0.type) }
    return Relation(fields: fields, chunks: [Chunk(count: rows, columns: vectors)])
  }

  /// A vector in the storage that `type` has; text is coded.
  static func vector(_ values: [Value], _ type: DataType) -> Vector {
    let count = values.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    for (row, value) in values.enumerated() where !value.isNull {
      words.pointer[row >> 6] |= 1 << UInt64(row & 63)
    }
    let validity =
      values.contains(where: \.isNull) ? Bitmap(words: words, count: count) : nil
    return Vector(
      type: type, count: count, storage: storage(values, type), validity: validity)
  }

  private static func storage(_ values: [Value], _ type: DataType) -> Vector.Storage {
    switch type {
    case .null: return .constant(.null)
    case .boolean:
      let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: values.count))
      for (row, value) in values.enumerated() where value == .boolean(true) {
        words.pointer[row >> 6] |= 1 << UInt64(row & 63)
      }
      return .bits(Bitmap(words: words, count: values.count))
    case .double, .percent:
      return .float64(
        Buffer(
          values.map { value in
            if case .double(let number) = value { number } else { 0 }
          }))
    case .varchar:
      var texts = [""]
      var codes: [UInt8] = []
      for value in values {
        guard case .text(let text) = value else {
          codes.append(0)
          continue
        }
        if let known = texts.dropFirst().firstIndex(of: text) {
          codes.append(UInt8(known))
        } else {
          codes.append(UInt8(texts.count))
          texts.append(text)
        }
      }
      return .code8(Buffer(codes), TextDictionary(texts: TextStore(texts)))
    case .bigint, .hugeint, .decimal, .date, .timestamp, .time, .interval, .measure:
      let numbers = values.map { value -> Int128 in
        switch value {
        case .integer(let number), .decimal(let number, _): number
        case .date(let days): Int128(days)
        case .timestamp(let microseconds), .time(let microseconds): Int128(microseconds)
        case .measure(let measure): measure.bits
        case .interval(let interval): interval.bits
        default: 0
        }
      }
      if type.isWide { return .int128(Buffer(numbers)) }
      return .int64(Buffer(numbers.map { Int64($0) }))
    }
  }
}

/// What `format` writes of `relation`.
func text(
  _ relation: Relation, _ format: OutputFormat, screen: Screen = Screen()
) throws -> String {
  let sink = MemorySink()
  try format.writer(screen: screen).write(relation, to: sink)
  return sink.string
}
