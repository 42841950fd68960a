extension Nulls {
  /// The first row of `vector` that is NULL; nil where none is.
  package static func firstNull(of vector: Vector) -> Int? {
    if vector.count == 0 { return nil }
    if let constant = vector.constant { return constant.isNull ? 0 : nil }
    guard let validity = vector.validity else { return nil }
    for word in 0..<validity.words.count {
      let missing = ~validity.words.pointer[word]
      if missing == 0 { continue }
      let row = word << 6 + missing.trailingZeroBitCount
      return row < vector.count ? row : nil
    }
    return nil
  }

  /// The first row that is NULL in `vector` and not in `other`, which has as many rows.
  package static func firstNull(of vector: Vector, butNotOf other: Vector) -> Int? {
    (0..<min(vector.count, other.count)).first { vector.isNull($0) && !other.isNull($0) }
  }
}
