import CKernels

/// How one pair of join keys becomes a number: that of the build side's value.
///
/// A number of 0 means that the row can match nothing: its value is NULL, or the build side does
/// not have it.
final class JoinKeyField: Sendable {
  private enum Kind {
    case dictionary(TextDictionary)
    case range(ColumnDomain, ClosedRange<Int64>)
    case boolean
    /// Any other value but texts, by its place among the build side's distinct ones.
    case integers(IntegerTable)
    /// Texts that no dictionary holds, in the same way.
    case listed([Value: UInt64])
  }

  private let kind: Kind
  /// The build side's numbers are less than 2^`bits`.
  let bits: Int

  /// Looks at the build side's values.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  init(build: Vector) throws(ValueError) {
    let bounded = Bounding.bounded(build)
    switch ColumnDomain(of: [bounded]) {
    case .dictionary(let dictionary):
      kind = .dictionary(dictionary)
      bits = ColumnDomain.dictionary(dictionary).bits
    case .boolean:
      kind = .boolean
      bits = 2
    case .range(let bounds) where ColumnDomain.range(bounds).count != nil:
      kind = .range(.range(bounds), bounds)
      bits = ColumnDomain.range(bounds).bits
    case nil where build.type == .varchar:
      let coded = try? DictionaryEncoding.encode([build])
      if let dictionary = coded?.first?.dictionary {
        kind = .dictionary(dictionary)
        bits = ColumnDomain.dictionary(dictionary).bits
      } else {
        (kind, bits) = try Self.list(build)
      }
    default:
      (kind, bits) = try Self.list(build)
    }
  }

  private static func list(_ build: Vector) throws(ValueError) -> (Kind, Int) {
    if build.type == .varchar {
      var places: [Value: UInt64] = [:]
      for row in 0..<build.count where !build.isNull(row) {
        try Cancellation.point(at: row, every: 1 << 12)
        let value = build.value(row)
        if places[value] == nil { places[value] = UInt64(places.count + 1) }
      }
      return (.listed(places), KeyField.bits(forCount: places.count + 1))
    }
    var table = IntegerTable()
    for row in 0..<build.count {
      try Cancellation.point(at: row, every: 1 << 14)
      let value = build.value(row)
      if !value.isNull { _ = try table.insert(IntegerTable.key(of: value)) }
    }
    return (.integers(table), KeyField.bits(forCount: table.keys.count + 1))
  }

  /// The number of each row of `vector`, a column of either side.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  func numbers(of vector: Vector) throws(ValueError) -> Buffer<UInt64> {
    let count = vector.count
    let result = Buffer<UInt64>(count: count)
    let target = result.pointer
    switch kind {
    case .dictionary(let dictionary):
      try numberTexts(vector, dictionary, target)
    case .boolean:
      DomainNumbers.fold(vector, in: .boolean, multiplier: 0 as UInt64, into: target)
    case .range(let domain, let bounds):
      numberIntegers(vector, domain, bounds, target)
    case .integers(let table):
      for row in 0..<count {
        try Cancellation.point(at: row, every: 1 << 14)
        let value = vector.value(row)
        target[row] = value.isNull ? 0 : UInt64(table.find(IntegerTable.key(of: value)))
      }
    case .listed(let places):
      for row in 0..<count {
        try Cancellation.point(at: row, every: 1 << 12)
        target[row] = places[vector.value(row)] ?? 0
      }
    }
    return result
  }

  /// The rows of `vector` whose number occurs in `index`, which holds those of the build side; nil
  /// where numbers are not those of integers, or the index is not dense.
  ///
  /// - Complexity: one look-up of a bit a row.
  func marks(of vector: Vector, in index: WordIndex) -> Bitmap? {
    guard case .range(_, let bounds) = kind, let present = index.denseBits else { return nil }
    let words = Buffer<UInt64>(count: Bitmap.wordCount(forRows: vector.count))
    switch vector.storage {
    case .int8(let values):
      mark(values.pointer, vector.count, bounds, present, index.largest, words)
    case .int16(let values):
      mark(values.pointer, vector.count, bounds, present, index.largest, words)
    case .int32(let values):
      // Numbers from 1 up to the largest are those of the values from the lower bound on.
      let last = bounds.lowerBound &+ Int64(truncatingIfNeeded: index.largest) &- 1
      if let low = Int32(exactly: bounds.lowerBound), let high = Int32(exactly: last) {
        mark_members(
          best_row_kernels(), values.pointer, vector.count, low, high, present.pointer,
          words.pointer)
      } else {
        mark(values.pointer, vector.count, bounds, present, index.largest, words)
      }
    case .int64(let values):
      mark(values.pointer, vector.count, bounds, present, index.largest, words)
    default: return nil
    }
    if let validity = vector.validity {
      for word in 0..<words.count { words.pointer[word] &= validity.words.pointer[word] }
    }
    return Bitmap(words: words, count: vector.count)
  }

  private func mark<Number: FixedWidthInteger & BitwiseCopyable>(
    _ source: UnsafePointer<Number>, _ count: Int, _ bounds: ClosedRange<Int64>,
    _ present: Buffer<UInt64>, _ largest: UInt64, _ target: Buffer<UInt64>
  ) {
    let bits = present.pointer
    let shift = 1 &- bounds.lowerBound
    var row = 0
    while row < count {
      let end = min(64, count &- row)
      var word: UInt64 = 0
      var index = 0
      while index < end {
        // Values outside the build side's bounds wrap to numbers behind the last.
        let number = UInt64(
          bitPattern: Int64(truncatingIfNeeded: source[row &+ index]) &+ shift)
        let place = number <= largest ? number : 0
        word |= (bits[Int(truncatingIfNeeded: place >> 6)] >> (place & 63) & 1) << UInt64(index)
        index &+= 1
      }
      target.pointer[row >> 6] = word
      row &+= 64
    }
  }

  private func numberIntegers(
    _ vector: Vector, _ domain: ColumnDomain, _ bounds: ClosedRange<Int64>,
    _ target: UnsafeMutablePointer<UInt64>
  ) {
    DomainNumbers.fold(vector, in: domain, multiplier: 0 as UInt64, into: target)
    if let known = vector.bounds, bounds.lowerBound <= known.lowerBound,
      known.upperBound <= bounds.upperBound
    {
      return
    }
    // Values outside the build side's bounds wrap to numbers behind the last.
    let last = UInt64(bounds.upperBound &- bounds.lowerBound) &+ 1
    var row = 0
    while row < vector.count {
      if target[row] > last { target[row] = 0 }
      row &+= 1
    }
  }

  private func numberTexts(
    _ vector: Vector, _ dictionary: TextDictionary, _ target: UnsafeMutablePointer<UInt64>
  ) throws(ValueError) {
    let count = vector.count
    if let other = vector.dictionary {
      DomainNumbers.fold(vector, in: .dictionary(other), multiplier: 0 as UInt64, into: target)
      if other === dictionary { return }
      let map = try DictionaryTranslation.shared.map(from: other, to: dictionary)
      var row = 0
      while row < count {
        target[row] = UInt64(map.pointer[Int(target[row])])
        row &+= 1
      }
      return
    }
    guard case .text(let texts) = Constants.expanded(vector).storage else {
      target.update(repeating: 0, count: count)
      return
    }
    try dictionary.prepareCodes()
    for row in 0..<count {
      try Cancellation.point(at: row, every: 1 << 14)
      let code = vector.isNull(row) ? 0 : dictionary.code(of: texts[row]) ?? 0
      target[row] = UInt64(code)
    }
  }
}
