import Columns

/// Puts the texts of a column under a dictionary where they repeat, as a load of delimited text does.
enum ArrowTextCoding {
  /// A column of at least this many distinct values, more than half of its values being distinct, is
  /// kept as plain texts; as in `CodedColumn`.
  private static let plainCount = 1 << 16

  /// The vectors under one dictionary, and its distinct texts; nil where that is not worth it.
  ///
  /// - Complexity: linear in the bytes of text.
  static func coded(_ vectors: [Vector]) -> (vectors: [Vector], distinct: Int)? {
    let values = vectors.reduce(0) { sum, vector in
      sum + (0..<vector.count).count { !vector.isNull($0) }
    }
    let builder = TextDictionaryBuilder()
    var all: [Buffer<UInt32>] = []
    for vector in vectors {
      guard case .text(let texts) = Constants.expanded(vector).storage else { return nil }
      let codes = Buffer<UInt32>(count: vector.count)
      for row in 0..<vector.count {
        let text = texts[row]
        if vector.isNull(row) {
          codes.pointer[row] = 0
        } else if let start = text.baseAddress, let code = builder.code(start, text.count) {
          codes.pointer[row] = code
        } else {
          return nil
        }
      }
      all.append(codes)
      // More texts can come, but no fewer.
      let distinct = builder.count - 1
      if distinct >= plainCount && distinct * 2 > values { return nil }
    }
    let dictionary = builder.finish()
    let coded = zip(vectors, all).map { vector, codes in
      DictionaryEncoding.vector(codes, dictionary, count: vector.count, validity: vector.validity)
    }
    return (coded, dictionary.count - 1)
  }
}
