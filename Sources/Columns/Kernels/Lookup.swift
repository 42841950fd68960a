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
    let selection = RowSelection(
      rows: DomainNumbers.numbers(of: vector, in: domain), count: vector.count)
    return try Gather.rows(selection, of: image)
  }

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
