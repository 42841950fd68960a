/// Several key columns packed into one 64-bit word a row.
///
/// Equal words mean equal keys. Where the fields need more than 64 bits, the leading ones are
/// first numbered by the combinations that occur.
package struct KeyPacking: Sendable {
  package let fields: [KeyField]

  init(fields: [KeyField]) {
    self.fields = fields
  }

  /// Bits of all fields together.
  package var bits: Int { fields.reduce(0) { $0 + $1.bits } }

  /// The key columns that `words` stand for, one vector a column.
  package func values(_ words: Buffer<UInt64>) throws(ValueError) -> [Vector] {
    var columns: [[Vector]] = []
    var shift = 0
    for field in fields.reversed() {
      let bits = field.bits
      let mask: UInt64 = bits >= 64 ? .max : (1 << UInt64(bits)) - 1
      let numbers = Buffer<UInt64>(count: words.count)
      for row in 0..<words.count {
        numbers.pointer[row] = (words.pointer[row] >> UInt64(shift)) & mask
      }
      columns.append(try field.values(numbers))
      shift += bits
    }
    return columns.reversed().flatMap { $0 }
  }
}

/// Key columns on their way into words: for each key its vectors, chunk after chunk.
package struct KeyPacker {
  private var fields: [KeyField] = []
  /// For each field, the numbers of each chunk's rows: vectors of a domain, or words.
  private var sources: [[Source]] = []
  private let rowCounts: [Int]

  private enum Source {
    case vector(Vector)
    case words(Buffer<UInt64>)
  }

  /// Prepares the columns `keys`, each given by one vector a chunk, all of that column's type.
  ///
  /// Plain texts are put under a dictionary here.
  ///
  /// - Throws: ``ValueError/textTooLong`` where distinct texts exceed one ``TextStore``;
  ///   ``ValueError/interrupted``.
  package init(keys: [(type: DataType, vectors: [Vector])], rowCounts: [Int]) throws(ValueError) {
    self.rowCounts = rowCounts
    for key in keys {
      try add(key.vectors, type: key.type)
    }
    try foldToOneWord()
  }

  private mutating func add(_ vectors: [Vector], type: DataType) throws(ValueError) {
    var vectors = vectors
    if type.isFloating {
      fields.append(.double(type: type))
      sources.append(vectors.map { .words(Self.words(ofDoubles: $0)) })
      return
    }
    if type == .varchar, ColumnDomain(of: vectors) == nil {
      vectors = try DictionaryEncoding.encode(vectors)
    }
    if let domain = ColumnDomain(of: vectors), domain.count != nil {
      fields.append(.domain(domain, type: type))
      sources.append(vectors.map { .vector($0) })
      return
    }
    if vectors.allSatisfy({ $0.count == 0 || $0.constant?.isNull == true }) {
      fields.append(.domain(.range(0...0), type: type))
      sources.append(vectors.map { .vector($0) })
      return
    }
    if !type.isWide {
      let bounded = vectors.map(Bounding.bounded)
      if let domain = ColumnDomain(of: bounded), domain.count != nil {
        fields.append(.domain(domain, type: type))
        sources.append(bounded.map { .vector($0) })
        return
      }
    }
    var list = DistinctIntegers()
    var words: [Source] = []
    for vector in vectors { words.append(.words(try list.numbers(of: vector))) }
    sources.append(words)
    fields.append(.listed(list.values, type: type))
  }

  /// Numbers the combinations that occur until all fields fit 64 bits: first each field of more
  /// than 32 bits by itself, then leading fields together. A row number fits 32 bits, so each
  /// round makes the words shorter.
  private mutating func foldToOneWord() throws(ValueError) {
    while fields.reduce(0, { $0 + $1.bits }) > 64 {
      if let wide = fields.firstIndex(where: { $0.bits > 32 }) {
        try combine(wide..<wide + 1)
        continue
      }
      var taken = 0
      var bits = 0
      while taken < fields.count, bits + fields[taken].bits <= 64 {
        bits += fields[taken].bits
        taken += 1
      }
      try combine(0..<taken)
    }
  }

  private mutating func combine(_ range: Range<Int>) throws(ValueError) {
    let packing = KeyPacking(fields: Array(fields[range]))
    let table = GroupTable()
    var numbered: [Source] = []
    for chunk in rowCounts.indices {
      let words = words(ofChunk: chunk, fields: range)
      let ids = Buffer<UInt32>(count: rowCounts[chunk])
      try table.number(words, into: ids)
      for row in 0..<rowCounts[chunk] { words.pointer[row] = UInt64(ids.pointer[row]) }
      numbered.append(.words(words))
    }
    fields.replaceSubrange(range, with: [.combined(packing, words: table.groupKeys())])
    sources.replaceSubrange(range, with: [numbered])
  }

  /// How the words are made up.
  package var packing: KeyPacking { KeyPacking(fields: fields) }

  /// The word of each row of `chunk`.
  package func words(ofChunk chunk: Int) -> Buffer<UInt64> {
    words(ofChunk: chunk, fields: 0..<fields.count)
  }

  private func words(ofChunk chunk: Int, fields range: Range<Int>) -> Buffer<UInt64> {
    let rows = rowCounts[chunk]
    let result = Buffer<UInt64>(count: rows)
    for index in range {
      let bits = fields[index].bits
      let multiplier: UInt64 = index == range.lowerBound ? 0 : 1 << UInt64(min(bits, 63))
      switch (sources[index][chunk], fields[index]) {
      case (.vector(let vector), .domain(let domain, _)):
        DomainNumbers.fold(vector, in: domain, multiplier: multiplier, into: result.pointer)
      case (.words(let words), _):
        var row = 0
        while row < rows {
          result.pointer[row] = result.pointer[row] &* multiplier &+ words.pointer[row]
          row &+= 1
        }
      default: break
      }
    }
    return result
  }

  /// The bits of doubles, with one pattern for NaN, one for zero and one for NULL.
  private static func words(ofDoubles vector: Vector) -> Buffer<UInt64> {
    let result = Buffer<UInt64>(count: vector.count)
    let expanded = Constants.expanded(vector)
    guard case .float64(let values) = expanded.storage else {
      return Buffer(repeating: KeyField.nullDouble, count: vector.count)
    }
    for row in 0..<vector.count {
      let value = values.pointer[row]
      if expanded.isNull(row) {
        result.pointer[row] = KeyField.nullDouble
      } else if value.isNaN {
        result.pointer[row] = Double.nan.bitPattern
      } else {
        result.pointer[row] = value == 0 ? 0 : value.bitPattern
      }
    }
    return result
  }
}
