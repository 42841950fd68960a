/// Functions of one text that are written in terms of strings: look-ups in tables of codes and names.
package enum TextMapping {
  /// A VARCHAR vector: for each row what `body` makes of its text, NULL where that is nil.
  ///
  /// A coded column is asked once for each distinct text where that is less than once for each row.
  ///
  /// - Throws: ``ValueError/textTooLong``.
  package static func texts(
    _ vector: Vector, _ body: (String) -> String?
  ) throws -> Vector {
    if let dictionary = vector.dictionary, dictionary.count < vector.count,
      case let domain = ColumnDomain.dictionary(dictionary),
      let values = domain.values(type: .varchar)
    {
      return try Lookup.rows(of: vector, in: domain, from: try mapped(values, body))
    }
    return try TextKernels.apply([vector], .varchar, vector.count) { arguments, _ in
      try mapped(arguments[0], body)
    }
  }

  private static func mapped(_ vector: Vector, _ body: (String) -> String?) throws -> Vector {
    let count = vector.count
    var writer = TextWriter(rows: count)
    let known = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    try TextReader.read(vector) { reader in
      var row = 0
      while row < count {
        try Cancellation.point(at: row, every: TextKernels.rowsAtATime)
        if !vector.isNull(row), let text = body(String(decoding: reader[row], as: UTF8.self)) {
          writer.append(text)
          known.pointer[row >> 6] |= 1 << UInt64(row & 63)
        }
        try writer.endRow()
        row &+= 1
      }
    }
    return writer.vector(validity: Bitmap(words: known, count: count))
  }

  /// A VARCHAR vector: for each row what the parts make of its texts, with a separator between those
  /// that are not nil. A part is asked about nil where its vector is NULL.
  ///
  /// - Throws: ``ValueError/textTooLong``.
  /// - Complexity: a question for each distinct text of a vector in this batch (for each row where
  ///   its dictionary is larger than the batch), and a look-up for each row of each vector.
  package static func combined(
    _ parts: [(vector: Vector, part: (String?) -> String?)], separator: String, count: Int
  ) throws -> Vector {
    var writer = TextWriter(rows: count, byteCount: count * 8)
    let images = try parts.map { try image($0.vector, $0.part) }
    var separator = separator
    try separator.withUTF8 { separator in
      try TextReader.read(images) { readers in
        var row = 0
        while row < count {
          try Cancellation.point(at: row, every: TextKernels.rowsAtATime)
          var isFirst = true
          for (image, reader) in zip(images, readers) where !image.isNull(row) {
            if !isFirst { writer.append(separator) }
            isFirst = false
            writer.append(reader[row])
          }
          try writer.endRow()
          row &+= 1
        }
      }
    }
    return writer.vector(validity: nil)
  }

  /// What `part` makes of each row of `vector`: coded, plain or the same in all rows.
  private static func image(_ vector: Vector, _ part: (String?) -> String?) throws -> Vector {
    if let constant = vector.constant {
      var text: String?
      if case .text(let known) = constant { text = known }
      let made = part(text).map { Value.text($0) } ?? .null
      return Vector(constant: made, type: .varchar, count: vector.count)
    }
    let coded = try vector.dictionary == nil ? DictionaryEncoding.encode([vector])[0] : vector
    guard let dictionary = coded.dictionary, dictionary.count <= max(coded.count, fewCodes) else {
      let texts = TextReader.read(coded) { reader in
        (0..<coded.count).map { row -> Value in
          let text = coded.isNull(row) ? nil : String(decoding: reader[row], as: UTF8.self)
          return part(text).map { .text($0) } ?? .null
        }
      }
      return Vector(texts, type: .varchar)
    }
    let used = usedCodes(coded, in: dictionary)
    let values = Vector(
      (0..<max(1, dictionary.count)).map { code -> Value in
        guard used[code] else { return .null }
        return part(code == 0 ? nil : dictionary.texts.string(code)).map { .text($0) } ?? .null
      }, type: .varchar)
    return try Lookup.rows(of: coded, in: .dictionary(dictionary), from: values)
  }

  /// So many codes are gone through for each batch, however few its rows are.
  private static let fewCodes = 256

  /// By code, whether a row of `vector` has it.
  private static func usedCodes(_ vector: Vector, in dictionary: TextDictionary) -> [Bool] {
    var used = Array(repeating: false, count: max(1, dictionary.count))
    let numbers = DomainNumbers.numbers(of: vector, in: .dictionary(dictionary))
    for row in 0..<vector.count { used[Int(numbers.pointer[row])] = true }
    return used
  }
}
