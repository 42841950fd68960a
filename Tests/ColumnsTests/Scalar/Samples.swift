import Testing

@testable import Columns

/// A fixed sequence of pseudo-random numbers (SplitMix64).
struct SampleNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var result = state
    result = (result ^ (result >> 30)) &* 0xBF58_476D_1CE4_E5B9
    result = (result ^ (result >> 27)) &* 0x94D0_49BB_1331_11EB
    return result ^ (result >> 31)
  }
}

/// Vectors of every storage, with and without NULLs, to run kernels on.
enum Samples {
  /// Counts around the edges of a bitmap's words.
  static let counts = [0, 1, 63, 64, 65, 1000]

  static let texts = [
    "", "a", "A", "ab", "abc", "heroin", "cocaïne", "Ω", "zz", "naïve", "été", "a%b", "a_b",
    "🇩🇪", "cannabis resin", "Straße",
  ]

  /// Integers of `count` rows in each storage, of type `type`, which has 64 bits.
  static func integers(_ count: Int, _ type: DataType = .bigint, seed: UInt64 = 1) -> [Vector] {
    var numbers = SampleNumbers(seed: seed &+ UInt64(count))
    var result: [Vector] = []
    // 18 digits of a DECIMAL fit 60 bits.
    let longest: Int64 = if case .decimal = type { 1 << 59 } else { 1 << 62 }
    for isNullable in [false, true] {
      let validity = isNullable ? validity(count, &numbers) : nil
      let small = (0..<count).map { _ in Int64.random(in: -5...5, using: &numbers) }
      let bytes = (0..<count).map { _ in Int64.random(in: -128...127, using: &numbers) }
      let shorts = (0..<count).map { _ in Int64.random(in: -32768...32767, using: &numbers) }
      let words = (0..<count).map { _ in
        Int64.random(in: Int64(Int32.min)...Int64(Int32.max), using: &numbers)
      }
      let longs = (0..<count).map { _ in Int64.random(in: -longest...longest, using: &numbers) }
      // A DATE has 32 bits.
      for values in [small, bytes, shorts, words] + (type == .date ? [] : [longs]) {
        let values = zeroed(values, validity)
        result.append(
          IntegerNarrowing.vector(Buffer(values), count: count, type: type, validity: validity))
      }
      // Without bounds, and wider than need be.
      result.append(
        Vector(
          type: type, count: count, storage: .int64(Buffer(zeroed(small, validity))),
          validity: validity))
    }
    for constant in [0, 1, -7, 300, 100_000] {
      result.append(Vector(constant: value(constant, type), type: type, count: count))
    }
    result.append(Vector(constant: .null, type: type, count: count))
    return result
  }

  /// Integers of `count` rows with 128 bits.
  static func wide(_ count: Int, _ type: DataType = .hugeint, seed: UInt64 = 2) -> [Vector] {
    var numbers = SampleNumbers(seed: seed &+ UInt64(count))
    var result: [Vector] = []
    for isNullable in [false, true] {
      for bits in [4, 70, 120] {
        let validity = isNullable ? validity(count, &numbers) : nil
        let limit = Int128(1) << Int128(bits)
        let values = (0..<count).map { _ in Int128.random(in: -limit...limit, using: &numbers) }
        result.append(
          Vector(
            type: type, count: count, storage: .int128(Buffer(zeroed(values, validity))),
            validity: validity))
      }
    }
    result.append(Vector(constant: wideValue(3, type), type: type, count: count))
    result.append(Vector(constant: .null, type: type, count: count))
    return result
  }

  static func doubles(_ count: Int, special: Bool = true, seed: UInt64 = 3) -> [Vector] {
    var numbers = SampleNumbers(seed: seed &+ UInt64(count))
    var result: [Vector] = []
    let edges: [Double] = special ? [.nan, .infinity, -.infinity, 0, -0.0] : [0, -0.0, 1, -1]
    for isNullable in [false, true] {
      let validity = isNullable ? validity(count, &numbers) : nil
      let values = (0..<count).map { row in
        row % 3 == 0
          ? edges[row / 3 % edges.count] : Double.random(in: -4...4, using: &numbers).rounded()
      }
      result.append(
        Vector(
          type: .double, count: count, storage: .float64(Buffer(zeroed(values, validity))),
          validity: validity))
    }
    for constant in edges + [2.5, -3] {
      result.append(Vector(constant: .double(constant), type: .double, count: count))
    }
    result.append(Vector(constant: .null, type: .double, count: count))
    return result
  }

  static func booleans(_ count: Int, seed: UInt64 = 4) -> [Vector] {
    var numbers = SampleNumbers(seed: seed &+ UInt64(count))
    var result: [Vector] = []
    for isNullable in [false, true] {
      let validity = isNullable ? validity(count, &numbers) : nil
      var bits = randomBits(count, &numbers)
      if let validity { bits = Nulls.and(bits, validity) }
      result.append(
        Vector(type: .boolean, count: count, storage: .bits(bits), validity: validity))
    }
    for constant: Value in [.boolean(true), .boolean(false), .null] {
      result.append(Vector(constant: constant, type: .boolean, count: count))
    }
    return result
  }

  /// Texts in each storage; the coded ones share a dictionary, but for one.
  static func texts(_ count: Int, seed: UInt64 = 5) -> [Vector] {
    var numbers = SampleNumbers(seed: seed &+ UInt64(count))
    let known = texts
    let dictionary = TextDictionary(texts: TextStore([""] + known.reversed()))
    let other = TextDictionary(texts: TextStore(["", "other"] + known))
    var result: [Vector] = []
    for isNullable in [false, true] {
      let validity = isNullable ? validity(count, &numbers) : nil
      func codes<Code: FixedWidthInteger & BitwiseCopyable>(_ dictionary: TextDictionary) -> Buffer<
        Code
      > {
        Buffer(
          zeroed(
            (0..<count).map { _ in Code.random(in: 1..<Code(dictionary.count), using: &numbers) },
            validity))
      }
      let storages: [Vector.Storage] = [
        .code8(codes(dictionary), dictionary), .code16(codes(dictionary), dictionary),
        .code32(codes(dictionary), dictionary), .code8(codes(other), other),
        .text(
          TextStore(
            (0..<count).map { row in
              let text = known[Int.random(in: 0..<known.count, using: &numbers)]
              return validity.map { $0[row] } ?? true ? text : ""
            })),
      ]
      for storage in storages {
        result.append(Vector(type: .varchar, count: count, storage: storage, validity: validity))
      }
    }
    for constant in ["", "ab", "not in any dictionary", "Straße"] {
      result.append(Vector(constant: .text(constant), type: .varchar, count: count))
    }
    result.append(Vector(constant: .null, type: .varchar, count: count))
    return result
  }

  static func validity(_ count: Int, _ numbers: inout SampleNumbers) -> Bitmap {
    randomBits(count, &numbers)
  }

  private static func randomBits(_ count: Int, _ numbers: inout SampleNumbers) -> Bitmap {
    let words = Buffer<UInt64>(count: Bitmap.wordCount(forRows: count))
    for word in 0..<words.count { words.pointer[word] = numbers.next() }
    Bitmap.clearTail(words, count: count)
    return Bitmap(words: words, count: count)
  }

  private static func zeroed<Number: ExpressibleByIntegerLiteral>(
    _ values: [Number], _ validity: Bitmap?
  ) -> [Number] {
    guard let validity else { return values }
    return values.indices.map { validity[$0] ? values[$0] : 0 }
  }

  private static func value(_ number: Int, _ type: DataType) -> Value {
    switch type {
    case .date: .date(Int32(number))
    case .timestamp: .timestamp(Int64(number))
    case .time: .time(Int64(number))
    case .interval: .interval(Interval(bits: Int128(number)))
    case .decimal(_, let scale): .decimal(unscaled: Int128(number), scale: scale)
    default: .integer(Int128(number))
    }
  }

  private static func wideValue(_ number: Int128, _ type: DataType) -> Value {
    if case .decimal(_, let scale) = type { return .decimal(unscaled: number, scale: scale) }
    return .integer(number)
  }
}

/// Checks that `vector` holds `expected`, and keeps the promises of ``Vector``: zeros where rows
/// are NULL, zero bits behind the last row, true bounds.
func expect(
  _ vector: Vector, _ type: DataType, _ expected: [Value], _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(vector.type == type, comment, sourceLocation: sourceLocation)
  #expect(vector.count == expected.count, comment, sourceLocation: sourceLocation)
  guard vector.count == expected.count else { return }
  for row in 0..<vector.count where vector.value(row) != expected[row] {
    Issue.record(
      "row \(row): \(vector.value(row)) instead of \(expected[row]) \(comment?.rawValue ?? "")",
      sourceLocation: sourceLocation)
    return
  }
  if let broken = brokenPromise(vector) {
    Issue.record("\(broken) \(comment?.rawValue ?? "")", sourceLocation: sourceLocation)
  }
}

/// What is wrong with the inside of `vector`; nil where all is well.
func brokenPromise(_ vector: Vector) -> String? {
  if let validity = vector.validity {
    if validity.count != vector.count { return "validity of \(validity.count) rows" }
    if hasTail(validity) { return "validity bits behind the last row" }
  }
  func check<Number: FixedWidthInteger & BitwiseCopyable>(_ buffer: Buffer<Number>) -> String? {
    if vector.type.isWide != (Number.self == Int128.self) {
      return "\(vector.type) in \(Number.bitWidth) bits"
    }
    if buffer.count < vector.count { return "only \(buffer.count) numbers" }
    for row in 0..<vector.count {
      let number = buffer.pointer[row]
      if vector.isNull(row) {
        if number != 0 { return "row \(row) is NULL but holds \(number)" }
      } else if let bounds = vector.bounds, !bounds.contains(Int64(number)) {
        return "\(number) in row \(row) is outside of \(bounds)"
      }
    }
    return nil
  }
  switch vector.storage {
  case .constant: return vector.validity == nil ? nil : "a constant with a validity"
  case .bits(let bits):
    if hasTail(bits) { return "bits behind the last row" }
    for row in 0..<vector.count where vector.isNull(row) && bits[row] {
      return "row \(row) is NULL but true"
    }
    return nil
  case .int8(let buffer): return check(buffer)
  case .int16(let buffer): return check(buffer)
  case .int32(let buffer): return check(buffer)
  case .int64(let buffer): return check(buffer)
  case .int128(let buffer): return check(buffer)
  case .float64(let buffer):
    for row in 0..<vector.count where vector.isNull(row) && buffer.pointer[row] != 0 {
      return "row \(row) is NULL but holds \(buffer.pointer[row])"
    }
    return nil
  case .code8(let codes, _): return check(codes)
  case .code16(let codes, _): return check(codes)
  case .code32(let codes, _): return check(codes)
  case .measure(let column):
    if column.codes.count < vector.count { return "only \(column.codes.count) units" }
    return brokenPromise(column.amounts)
  case .text(let texts):
    if texts.count != vector.count { return "\(texts.count) texts" }
    for row in 0..<vector.count where vector.isNull(row) && !texts[row].isEmpty {
      return "row \(row) is NULL but holds a text"
    }
    return nil
  }
}

private func hasTail(_ bits: Bitmap) -> Bool {
  let rest = bits.count & 63
  return rest != 0 && bits.words.pointer[bits.count >> 6] >> UInt64(rest) != 0
}

extension Vector {
  /// Its values, row by row.
  var values: [Value] { (0..<count).map(value) }

  /// A vector of `values`, NULLs included, in plain storage.
  static func of(_ type: DataType, _ values: [Value]) -> Vector {
    let count = values.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    for row in 0..<count where !values[row].isNull {
      words.pointer[row >> 6] |= 1 << UInt64(row & 63)
    }
    let validity =
      values.contains(where: \.isNull) ? Bitmap(words: words, count: count) : nil
    switch type {
    case .boolean, .null:
      let bits = Buffer<UInt64>(repeating: 0, count: words.count)
      for row in 0..<count where values[row] == .boolean(true) {
        bits.pointer[row >> 6] |= 1 << UInt64(row & 63)
      }
      return Vector(
        type: type, count: count, storage: .bits(Bitmap(words: bits, count: count)),
        validity: validity)
    case .double, .percent:
      let numbers = values.map { if case .double(let number) = $0 { number } else { 0.0 } }
      return Vector(
        type: type, count: count, storage: .float64(Buffer(numbers)), validity: validity)
    case .varchar:
      let texts = values.map { if case .text(let text) = $0 { text } else { "" } }
      return Vector(
        type: type, count: count, storage: .text(TextStore(texts)), validity: validity)
    case .bigint, .hugeint, .decimal, .date, .timestamp, .time, .interval, .measure:
      let numbers = values.map(Constants.unscaled)
      if type.isWide {
        return Vector(
          type: type, count: count, storage: .int128(Buffer(numbers)), validity: validity)
      }
      return IntegerNarrowing.vector(
        Buffer(numbers.map { Int64($0) }), count: count, type: type, validity: validity)
    }
  }
}
