/// What every row-wise kernel does about NULL.
package enum Nulls {
  /// Which rows have a value in all of `vectors`; nil where every row has.
  ///
  /// Constants are left out: callers deal with a NULL constant before they come here.
  static func validity(_ vectors: [Vector]) -> Bitmap? {
    var result: Bitmap?
    for vector in vectors {
      guard let validity = vector.validity else { continue }
      result = result.map { and($0, validity) } ?? validity
    }
    return result
  }

  /// Whether one of `vectors` is NULL in every row.
  static func hasNullConstant(_ vectors: [Vector]) -> Bool {
    vectors.contains { $0.constant?.isNull == true }
  }

  static func and(_ a: Bitmap, _ b: Bitmap) -> Bitmap {
    if a === b { return a }
    let words = Buffer<UInt64>(count: a.words.count)
    let target = words.pointer
    let x = a.words.pointer
    let y = b.words.pointer
    var word = 0
    while word < words.count {
      target[word] = x[word] & y[word]
      word &+= 1
    }
    return Bitmap(words: words, count: a.count)
  }

  /// Sets the values at NULL rows to zero, which is what a vector promises to hold there.
  @inline(__always)
  static func clear<Number: BitwiseCopyable & ExpressibleByIntegerLiteral>(
    _ values: UnsafeMutablePointer<Number>, where validity: Bitmap?
  ) {
    guard let validity else { return }
    let words = validity.words.pointer
    let count = validity.count
    var word = 0
    while word < validity.words.count {
      let base = word << 6
      var missing = ~words[word]
      if base &+ 64 > count { missing &= (1 << UInt64(count &- base)) &- 1 }
      while missing != 0 {
        values[base | missing.trailingZeroBitCount] = 0
        missing &= missing &- 1
      }
      word &+= 1
    }
  }

  /// A BOOLEAN vector of `words`, whose bits at NULL rows and behind the last row are cleared here.
  static func booleans(_ words: Buffer<UInt64>, count: Int, validity: Bitmap?) -> Vector {
    if let valid = validity?.words.pointer {
      let target = words.pointer
      var word = 0
      while word < words.count {
        target[word] &= valid[word]
        word &+= 1
      }
    }
    Bitmap.clearTail(words, count: count)
    return Vector(
      type: .boolean, count: count, storage: .bits(Bitmap(words: words, count: count)),
      validity: validity)
  }

  /// A BOOLEAN vector that is `value` wherever it is not NULL.
  static func booleans(repeating value: Bool, count: Int, validity: Bitmap?) -> Vector {
    guard let validity else {
      return Vector(constant: .boolean(value), type: .boolean, count: count)
    }
    let bits = value ? validity : Bitmap(repeating: false, count: count)
    return Vector(type: .boolean, count: count, storage: .bits(bits), validity: validity)
  }

  /// `validity` without the rows of `failures`.
  static func removing(_ failures: [Int], from validity: Bitmap?, count: Int) -> Bitmap? {
    if failures.isEmpty { return validity }
    let words = Buffer<UInt64>(count: Bitmap.wordCount(forRows: count))
    let known = validity ?? Bitmap(repeating: true, count: count)
    words.pointer.update(from: known.words.pointer, count: words.count)
    for row in failures { words.pointer[row >> 6] &= ~(1 << UInt64(row & 63)) }
    return Bitmap(words: words, count: count)
  }
}

/// Evaluates on one row what is the same in all of them.
enum ConstantFolding {
  /// The result of `body` on `vectors`, which takes them as they are and their rows.
  ///
  /// Where all vectors are constants, `body` sees one row of each and its answer becomes a
  /// constant. No rows give no answer at all, since one that fails would be an error about a row
  /// that is not there.
  @inline(never)
  static func apply(
    _ vectors: [Vector], type: DataType, rows: Int,
    _ body: ([Vector], Int) throws -> Vector
  ) throws -> Vector {
    if rows == 0 { return Vector(constant: .null, type: type, count: 0) }
    guard vectors.allSatisfy({ $0.constant != nil }) else { return try body(vectors, rows) }
    let single = vectors.map {
      Vector(constant: $0.constant ?? .null, type: $0.type, count: 1)
    }
    let result = try body(single, 1)
    return Vector(constant: result.value(0), type: result.type, count: rows)
  }
}
