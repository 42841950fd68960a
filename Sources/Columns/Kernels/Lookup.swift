/// Reads the value of an expression from its image: one evaluation for each distinct value, one
/// look-up for each row.
package enum Lookup {
  /// For each row of `vector`, the row of `image` under the number of its value in `domain`.
  package static func rows(
    of vector: Vector, in domain: ColumnDomain, from image: Vector
  ) throws(ValueError) -> Vector {
    if case .bits(let bits) = image.storage, let table = truthTable(bits, image.validity),
      let answer = booleans(vector, domain, table, hasNulls: image.validity != nil)
    {
      return answer
    }
    if let answer = direct(vector, domain, image) { return answer }
    let selection = RowSelection(
      rows: DomainNumbers.numbers(of: vector, in: domain), count: vector.count)
    return try Gather.rows(selection, of: image)
  }

  // MARK: Numbers and codes

  /// The same where a value has an image and NULL has none, in one pass; nil for other images, and
  /// for values that are not numbers or codes.
  private static func direct(_ vector: Vector, _ domain: ColumnDomain, _ image: Vector) -> Vector? {
    guard image.count > 0, image.validity.map(isAllButFirst) ?? (vector.validity == nil) else {
      return nil
    }
    let storage: Vector.Storage?
    switch image.storage {
    case .int8(let table): storage = taken(vector, domain, table).map { .int8($0) }
    case .int16(let table): storage = taken(vector, domain, table).map { .int16($0) }
    case .int32(let table): storage = taken(vector, domain, table).map { .int32($0) }
    case .int64(let table): storage = taken(vector, domain, table).map { .int64($0) }
    case .float64(let table): storage = taken(vector, domain, table).map { .float64($0) }
    case .code8(let table, let texts):
      storage = taken(vector, domain, table).map { .code8($0, texts) }
    case .code16(let table, let texts):
      storage = taken(vector, domain, table).map { .code16($0, texts) }
    case .code32(let table, let texts):
      storage = taken(vector, domain, table).map { .code32($0, texts) }
    case .constant, .bits, .int128, .text, .measure: storage = nil
    }
    return storage.map { storage in
      Vector(
        type: image.type, count: vector.count, storage: storage, validity: vector.validity,
        bounds: image.bounds)
    }
  }

  /// Whether every row but the first is valid.
  private static func isAllButFirst(_ validity: Bitmap) -> Bool {
    let words = validity.words.pointer
    let count = validity.count
    for word in 0..<validity.words.count {
      let all: UInt64 =
        count - word << 6 >= 64 ? .max : 1 << UInt64(count & 63) &- 1
      if words[word] != (word == 0 ? all & ~1 : all) { return false }
    }
    return true
  }

  /// The element of `table` under the number of each row; nil where rows have no numbers.
  static func taken<Element: BitwiseCopyable>(
    _ vector: Vector, _ domain: ColumnDomain, _ table: Buffer<Element>
  ) -> Buffer<Element>? {
    let valid = vector.validity?.words.pointer
    let count = vector.count
    switch (vector.storage, domain) {
    case (.code8(let codes, _), .dictionary): return taken(codes.pointer, count, table)
    case (.code16(let codes, _), .dictionary): return taken(codes.pointer, count, table)
    case (.code32(let codes, _), .dictionary): return taken(codes.pointer, count, table)
    case (.int8(let values), .range(let bounds)):
      return taken(values.pointer, count, valid, bounds, table)
    case (.int16(let values), .range(let bounds)):
      return taken(values.pointer, count, valid, bounds, table)
    case (.int32(let values), .range(let bounds)):
      return taken(values.pointer, count, valid, bounds, table)
    case (.int64(let values), .range(let bounds)):
      return taken(values.pointer, count, valid, bounds, table)
    default: return nil
    }
  }

  /// Codes are less than the count of their dictionary, of which `table` has an element each.
  private static func taken<Code: FixedWidthInteger & BitwiseCopyable, Element>(
    _ source: UnsafePointer<Code>, _ count: Int, _ table: Buffer<Element>
  ) -> Buffer<Element> {
    let result = Buffer<Element>(count: count)
    let (elements, target) = (table.pointer, result.pointer)
    var row = 0
    while row < count {
      target[row] = elements[Int(truncatingIfNeeded: source[row])]
      row &+= 1
    }
    return result
  }

  /// Values lie in `bounds`, but for those of NULL rows, which take element 0.
  private static func taken<Number: FixedWidthInteger & BitwiseCopyable, Element>(
    _ source: UnsafePointer<Number>, _ count: Int, _ valid: UnsafeMutablePointer<UInt64>?,
    _ bounds: ClosedRange<Int64>, _ table: Buffer<Element>
  ) -> Buffer<Element> {
    let result = Buffer<Element>(count: count)
    let (elements, target) = (table.pointer, result.pointer)
    let shift = 1 &- bounds.lowerBound
    var row = 0
    if let valid {
      while row < count {
        let isValid = valid[row >> 6] >> UInt64(row & 63) & 1 != 0
        target[row] = elements[isValid ? Int(Int64(truncatingIfNeeded: source[row]) &+ shift) : 0]
        row &+= 1
      }
    } else {
      while row < count {
        target[row] = elements[Int(Int64(truncatingIfNeeded: source[row]) &+ shift)]
        row &+= 1
      }
    }
    return result
  }

  // MARK: Booleans

  /// One byte for each row of a BOOLEAN image: bit 0 its value, bit 1 its validity.
  private static func truthTable(_ bits: Bitmap, _ validity: Bitmap?) -> Buffer<UInt8>? {
    let table = Buffer<UInt8>(count: bits.count)
    for row in 0..<bits.count {
      table.pointer[row] = (bits[row] ? 1 : 0) | (validity.map { $0[row] } ?? true ? 2 : 0)
    }
    return table
  }

  private static func booleans(
    _ vector: Vector, _ domain: ColumnDomain, _ table: Buffer<UInt8>, hasNulls: Bool
  ) -> Vector? {
    let count = vector.count
    let words = Bitmap.wordCount(forRows: count)
    let truth = Buffer<UInt64>(count: words)
    let valid = hasNulls ? Buffer<UInt64>(count: words) : nil
    switch vector.storage {
    case .code8(let codes, _): fill(codes.pointer, count, table.pointer, truth, valid)
    case .code16(let codes, _): fill(codes.pointer, count, table.pointer, truth, valid)
    case .code32(let codes, _): fill(codes.pointer, count, table.pointer, truth, valid)
    case .constant, .text, .float64, .int128, .bits, .measure: return nil
    case .int8, .int16, .int32, .int64:
      let numbers = DomainNumbers.numbers(of: vector, in: domain)
      fill(numbers.pointer, count, table.pointer, truth, valid)
    }
    return Vector(
      type: .boolean, count: count, storage: .bits(Bitmap(words: truth, count: count)),
      validity: valid.map { Bitmap(words: $0, count: count) })
  }

  /// Packs the table's answers into words, 64 rows at a time.
  @inline(__always)
  private static func fill<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: UnsafePointer<Code>, _ count: Int, _ table: UnsafePointer<UInt8>,
    _ truth: Buffer<UInt64>, _ valid: Buffer<UInt64>?
  ) {
    var row = 0
    var word = 0
    while row < count {
      let end = min(64, count &- row)
      var bits: UInt64 = 0
      var known: UInt64 = 0
      var index = 0
      while index < end {
        let entry = UInt64(table[Int(truncatingIfNeeded: codes[row &+ index])])
        bits |= (entry & 1) << UInt64(index)
        known |= (entry >> 1) << UInt64(index)
        index &+= 1
      }
      truth.pointer[word] = bits
      if let valid { valid.pointer[word] = known }
      word &+= 1
      row &+= 64
    }
  }
}
