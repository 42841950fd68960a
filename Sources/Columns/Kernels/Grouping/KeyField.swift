/// How the values of one key column become numbers of a fixed width, and back.
///
/// Equal values have equal numbers, and NULL has one too: grouping treats NULLs as one value.
package enum KeyField: Sendable {
  /// Numbers of a domain.
  case domain(ColumnDomain, type: DataType)
  /// The bits of a DOUBLE or PERCENT, all NaNs alike and -0 as 0.
  case double(type: DataType)
  /// Places in a list of distinct 128-bit values; NULL is 0 and value `i` is `i + 1`.
  case listed([Int128], type: DataType)
  /// Numbers of combinations of other fields, each given by its packed word.
  indirect case combined(KeyPacking, words: Buffer<UInt64>)

  /// NULL among the bits of doubles: a NaN that arithmetic does not make.
  static let nullDouble: UInt64 = 0x7FF8_DEAD_0000_0001

  /// Bits that hold every number.
  package var bits: Int {
    switch self {
    case .domain(let domain, _): domain.bits
    case .double: 64
    case .listed(let values, _): Self.bits(forCount: values.count + 1)
    case .combined(_, let words): Self.bits(forCount: words.count)
    }
  }

  static func bits(forCount count: Int) -> Int {
    max(1, Int.bitWidth - max(0, count - 1).leadingZeroBitCount)
  }

  /// How many different numbers there may be; nil where that exceeds 2^62.
  package var count: Int? {
    switch self {
    case .domain(let domain, _): domain.count
    case .double: nil
    case .listed(let values, _): values.count + 1
    case .combined(_, let words): words.count
    }
  }

  /// The values that `numbers` stand for.
  func values(_ numbers: Buffer<UInt64>) throws(ValueError) -> [Vector] {
    let count = numbers.count
    switch self {
    case .domain(let domain, let type):
      return [Self.values(numbers, in: domain, type: type)]
    case .double(let type):
      let result = Buffer<Double>(count: count)
      let validity = Self.validity(numbers) { $0 != Self.nullDouble }
      for row in 0..<count {
        let bits = numbers.pointer[row]
        result.pointer[row] = bits == Self.nullDouble ? 0 : Double(bitPattern: bits)
      }
      return [
        Vector(type: type, count: count, storage: .float64(result), validity: validity)
      ]
    case .listed(let list, let type):
      let validity = Self.validity(numbers) { $0 != 0 }
      if type.isWide {
        let result = Buffer<Int128>(count: count)
        for row in 0..<count {
          let number = Int(numbers.pointer[row])
          result.pointer[row] = number == 0 ? 0 : list[number - 1]
        }
        return [Vector(type: type, count: count, storage: .int128(result), validity: validity)]
      }
      let result = Buffer<Int64>(count: count)
      for row in 0..<count {
        let number = Int(numbers.pointer[row])
        result.pointer[row] = number == 0 ? 0 : Int64(truncatingIfNeeded: list[number - 1])
      }
      return [IntegerNarrowing.vector(result, count: count, type: type, validity: validity)]
    case .combined(let packing, let words):
      let inner = Buffer<UInt64>(count: count)
      for row in 0..<count { inner.pointer[row] = words.pointer[Int(numbers.pointer[row])] }
      return try packing.values(inner)
    }
  }

  private static func values(
    _ numbers: Buffer<UInt64>, in domain: ColumnDomain, type: DataType
  ) -> Vector {
    let count = numbers.count
    let validity = Self.validity(numbers) { $0 != 0 }
    switch domain {
    case .dictionary(let dictionary):
      let codes = Buffer<UInt32>(count: count)
      for row in 0..<count {
        codes.pointer[row] = UInt32(truncatingIfNeeded: numbers.pointer[row])
      }
      return DictionaryEncoding.vector(codes, dictionary, count: count, validity: validity)
    case .boolean:
      let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
      for row in 0..<count where numbers.pointer[row] == 2 {
        words.pointer[row >> 6] |= 1 << UInt64(row & 63)
      }
      return Vector(
        type: type, count: count, storage: .bits(Bitmap(words: words, count: count)),
        validity: validity)
    case .range(let bounds):
      let result = Buffer<Int64>(count: count)
      for row in 0..<count {
        let number = Int64(truncatingIfNeeded: numbers.pointer[row])
        result.pointer[row] = number == 0 ? 0 : bounds.lowerBound &+ number &- 1
      }
      return IntegerNarrowing.vector(result, count: count, type: type, validity: validity)
    }
  }

  /// A bitmap of the numbers that `isValid` accepts; nil where it accepts all.
  private static func validity(
    _ numbers: Buffer<UInt64>, _ isValid: (UInt64) -> Bool
  ) -> Bitmap? {
    let count = numbers.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    var nulls = 0
    for row in 0..<count {
      if isValid(numbers.pointer[row]) {
        words.pointer[row >> 6] |= 1 << UInt64(row & 63)
      } else {
        nulls += 1
      }
    }
    return nulls == 0 ? nil : Bitmap(words: words, count: count)
  }
}
