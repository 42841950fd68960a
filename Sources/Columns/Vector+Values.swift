extension Vector {
  /// Lays out values one by one: for literals and small results, not for data.
  ///
  /// - Parameters:
  ///   - values: each NULL or a value of `type`.
  ///   - type: of the vector.
  package convenience init(_ values: [Value], type: DataType) {
    let count = values.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    var nulls = 0
    for (row, value) in values.enumerated() {
      if value.isNull {
        nulls += 1
      } else {
        words.pointer[row >> 6] |= 1 << UInt64(row & 63)
      }
    }
    let validity = nulls == 0 ? nil : Bitmap(words: words, count: count)
    if nulls == count {
      self.init(constant: .null, type: type, count: count)
      return
    }
    switch type {
    case .null:
      self.init(constant: .null, type: type, count: count)
    case .boolean:
      let bits = Buffer<UInt64>(repeating: 0, count: words.count)
      for (row, value) in values.enumerated() where value == .boolean(true) {
        bits.pointer[row >> 6] |= 1 << UInt64(row & 63)
      }
      self.init(
        type: type, count: count, storage: .bits(Bitmap(words: bits, count: count)),
        validity: validity)
    case .double, .percent:
      let numbers = Buffer(values.map { if case .double(let x) = $0 { x } else { 0.0 } })
      self.init(type: type, count: count, storage: .float64(numbers), validity: validity)
    case .varchar:
      let texts = TextStore(values.map { if case .text(let text) = $0 { text } else { "" } })
      self.init(type: type, count: count, storage: .text(texts), validity: validity)
    default:
      let numbers = values.map(Constants.unscaled)
      if type.isWide {
        self.init(type: type, count: count, storage: .int128(Buffer(numbers)), validity: validity)
      } else {
        let narrow = IntegerNarrowing.vector(
          Buffer(numbers.map { Int64(truncatingIfNeeded: $0) }), count: count, type: type,
          validity: validity)
        self.init(
          type: type, count: count, storage: narrow.storage, validity: validity,
          bounds: narrow.bounds)
      }
    }
  }
}
