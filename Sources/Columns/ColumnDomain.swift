/// The values that a column can hold, numbered: what makes grouping, joining and looking up a
/// matter of array indexes.
///
/// Number 0 is NULL's; the others follow from 1.
package enum ColumnDomain: Sendable {
  /// The texts of a dictionary, under their codes.
  case dictionary(TextDictionary)
  /// Whole numbers, dates, timestamps, times or unscaled decimals: `value - lower + 1`.
  case range(ClosedRange<Int64>)
  /// False is 1, true is 2.
  case boolean

  /// How many numbers there are, NULL's included; nil where they would not fit 63 bits.
  package var count: Int? {
    switch self {
    case .dictionary(let dictionary): return max(1, dictionary.count)
    case .boolean: return 3
    case .range(let bounds):
      let (width, overflow) = bounds.upperBound.subtractingReportingOverflow(bounds.lowerBound)
      guard !overflow, width < Int64.max - 2 else { return nil }
      return Int(width) + 2
    }
  }

  /// Bits that hold every number; 64 where ``count`` is nil.
  package var bits: Int {
    guard let count else { return 64 }
    return max(1, Int.bitWidth - (count - 1).leadingZeroBitCount)
  }

  /// What the vectors of one column, chunk after chunk, can hold; nil where that is not known:
  /// plain text, doubles, 128-bit numbers, integers without bounds.
  package init?(of vectors: some Sequence<Vector>) {
    var domains: [ColumnDomain?] = []
    for vector in vectors where vector.count > 0 && vector.constant?.isNull != true {
      domains.append(ColumnDomain(vector))
    }
    self.init(union: domains)
  }

  /// What a column can hold that holds the values of several domains; nil where one is not known, or
  /// where they are not of one kind.
  package init?(union domains: [ColumnDomain?]) {
    guard let first = domains.first, var result = first else { return nil }
    for next in domains.dropFirst() {
      switch (result, next) {
      case (.dictionary(let a), .dictionary(let b)?):
        if a !== b { return nil }
      case (.range(let a), .range(let b)?):
        result = .range(min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound))
      case (.boolean, .boolean?): break
      default: return nil
      }
    }
    self = result
  }

  private init?(_ vector: Vector) {
    if let dictionary = vector.dictionary {
      self = .dictionary(dictionary)
    } else if vector.type == .boolean {
      self = .boolean
    } else if let bounds = vector.bounds {
      self = .range(bounds)
    } else if case .constant(let value) = vector.storage {
      switch vector.type {
      case .bigint, .date, .timestamp, .time, .decimal:
        guard !value.isNull, !vector.type.isWide else { return nil }
        let number = Int64(truncatingIfNeeded: Constants.unscaled(value))
        self = .range(number...number)
      default: return nil
      }
    } else {
      return nil
    }
  }

  /// One row for each number, in order: NULL, then the values themselves.
  ///
  /// An expression evaluated on this vector gives an image of the domain, from which the
  /// expression's value on any row is one look-up.
  package func values(type: DataType) -> Vector? {
    guard let count else { return nil }
    switch self {
    case .dictionary(let dictionary):
      return Vector(
        type: type, count: count, storage: .text(dictionary.texts),
        validity: Self.allButFirst(count))
    case .boolean:
      return Vector(
        type: type, count: 3, storage: .bits(Bitmap(words: Buffer([0b100]), count: 3)),
        validity: Self.allButFirst(3))
    case .range(let bounds):
      let numbers = Buffer<Int64>(count: count)
      numbers.pointer[0] = 0
      for index in 1..<max(1, count) {
        numbers.pointer[index] = bounds.lowerBound + Int64(index - 1)
      }
      return Vector(
        type: type, count: count, storage: .int64(numbers), validity: Self.allButFirst(count),
        bounds: bounds)
    }
  }

  private static func allButFirst(_ count: Int) -> Bitmap {
    let words = Buffer<UInt64>(repeating: .max, count: Bitmap.wordCount(forRows: count))
    words.pointer[0] &= ~1
    Bitmap.clearTail(words, count: count)
    return Bitmap(words: words, count: count)
  }
}
