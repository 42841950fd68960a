import Columns
import Reference

/// Relations of every type, storage and shape that a vector allows.
enum RandomRelation {
  /// Units of several dimensions, one that nobody knows, and none.
  private static let units = ["kg", "g", "lb", "tablets", "dozen", "EUR", "Flibbet", ""]

  static let types: [DataType] = [
    .null, .boolean, .bigint, .hugeint, .double, .percent,
    .decimal(precision: 18, scale: 3),
    .decimal(precision: 4, scale: 4), .decimal(precision: 38, scale: 2), .varchar, .date,
    .timestamp,
    .time, .interval, .measure,
  ]

  /// A relation of some columns; the same for the same seed.
  static func relation(_ seed: Int) -> Relation {
    var random = Random(seed)
    let types = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      Self.types.randomElement(using: &random) ?? .bigint
    }
    let chunks = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      [0, 1, 2, 7, 8, 9, 63, 64, 65, 130].randomElement(using: &random) ?? 1
    }
    return relation(types, chunkRows: chunks, using: &random)
  }

  /// A relation with a column of each of `types`, in chunks of so many rows.
  static func relation(
    _ types: [DataType], chunkRows: [Int], using random: inout Random
  ) -> Relation {
    let fields = types.enumerated().map { Field(name: "c\($0)", type: $1) }
    let columns = types.map { column($0, chunkRows, &random) }
    return Relation(
      fields: fields,
      chunks: chunkRows.enumerated().map { index, rows in
        Chunk(count: rows, columns: columns.map { $0[index] })
      })
  }

  private static func column(
    _ type: DataType, _ chunkRows: [Int], _ random: inout Random
  ) -> [Vector] {
    let nulls = [0, 0, 3, 1].randomElement(using: &random) ?? 0
    let spread = [0, 1, 2, 3].randomElement(using: &random) ?? 0
    let vectors = chunkRows.map { rows -> Vector in
      if Int.random(in: 0..<6, using: &random) == 0 {
        let value = Bool.random(using: &random) ? .null : value(type, spread, &random)
        return Vector(constant: value, type: type, count: rows)
      }
      let values = (0..<rows).map { _ -> Value in
        nulls > 0 && Int.random(in: 0..<nulls, using: &random) == 0
          ? .null : value(type, spread, &random)
      }
      let vector = Vector(values, type: type)
      return Bool.random(using: &random) ? vector : loosened(vector)
    }
    guard type == .varchar, Int.random(in: 0..<3, using: &random) > 0 else { return vectors }
    // One dictionary, into which a chunk that is constant may or may not have been put.
    return (try? DictionaryEncoding.encode(vectors)) ?? vectors
  }

  /// The same rows laid out as some operator might: numbers in more bits than they need, texts that
  /// begin in the midst of a store.
  private static func loosened(_ vector: Vector) -> Vector {
    switch vector.storage {
    case .int8(let values): wide(Buffer(values.elements.map { Int64($0) }), vector)
    case .int16(let values): wide(Buffer(values.elements.map { Int64($0) }), vector)
    case .int32(let values): wide(Buffer(values.elements.map { Int64($0) }), vector)
    case .text(let texts):
      Vector(
        type: .varchar, count: vector.count, storage: .text(shifted(texts)),
        validity: vector.validity)
    default: vector
    }
  }

  private static func wide(_ values: Buffer<Int64>, _ vector: Vector) -> Vector {
    Vector(
      type: vector.type, count: vector.count, storage: .int64(values), validity: vector.validity,
      bounds: vector.bounds)
  }

  private static func shifted(_ texts: TextStore) -> TextStore {
    TextStore(
      offsets: Buffer(texts.offsets.elements.map { $0 + 3 }),
      bytes: Buffer(Array("xyz".utf8) + texts.bytes.elements + Array("zyx".utf8)))
  }

  private static let texts = [
    "", "a", "ab", "Heroin", "é", "日本語", "longer than twelve bytes", "😀", "\0", "null", "\n",
    "12345678", "123456789012",
  ]

  /// A value of `type`; the greater `spread`, the greater numbers may be.
  static func value(_ type: DataType, _ spread: Int, _ random: inout Random) -> Value {
    let limits: [Int64] = [100, 30_000, 2_000_000_000, .max / 1000]
    let limit = limits[spread]
    let number = Int64.random(in: -limit...limit, using: &random)
    switch type {
    case .null: return .null
    case .boolean: return .boolean(Bool.random(using: &random))
    case .bigint:
      let great: [Int64] = [.min, .max, number]
      return .integer(Int128(spread == 3 ? great.randomElement(using: &random) ?? 0 : number))
    case .hugeint:
      let great: [Int128] = [.max, .min, Int128(number) << 60]
      return .integer(spread == 3 ? great.randomElement(using: &random) ?? 0 : Int128(number))
    case .double, .percent:
      let odd = [Double.nan, .infinity, -.infinity, -0.0, .leastNonzeroMagnitude, .pi]
      return .double(
        spread == 3 ? odd.randomElement(using: &random) ?? 0 : Double(number) / 1000)
    case .decimal(let precision, let scale):
      let power = PowersOfTen.integer(precision)
      let great = [power - 1, 1 - power, Int128(number) % power]
      return .decimal(
        unscaled: spread == 3
          ? great.randomElement(using: &random) ?? 0 : Int128(number) % power, scale: scale)
    case .varchar: return .text(texts.randomElement(using: &random) ?? "")
    case .date: return .date(Int32(truncatingIfNeeded: number))
    case .timestamp: return .timestamp(number)
    case .time: return .time((number & .max) % 86_400_000_001)
    case .interval:
      return .interval(
        Interval(
          months: Int32(truncatingIfNeeded: number), days: Int32(truncatingIfNeeded: -number),
          microseconds: number))
    case .measure:
      let name = units.randomElement(using: &random) ?? "kg"
      let unit = UnitRegistry.unit(ofCell: name)
      return Measure(Int128(number % 1_000_000_000_000), scale: spread, unit: unit)
        .map { .measure($0) } ?? .null
    }
  }
}
