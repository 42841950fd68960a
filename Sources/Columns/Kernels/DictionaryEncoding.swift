/// Puts text vectors under one dictionary.
package enum DictionaryEncoding {
  /// The same vectors with codes into one common dictionary, given in order of first appearance.
  ///
  /// Vectors that already share a dictionary are returned as they are.
  ///
  /// - Throws: ``ValueError/textTooLong`` where the distinct texts exceed one ``TextStore``;
  ///   ``ValueError/interrupted``.
  /// - Complexity: O(rows) and the bytes of plain text; a coded part costs its dictionary and one
  ///   look-up a row.
  package static func encode(_ vectors: [Vector]) throws(ValueError) -> [Vector] {
    if let first = vectors.first?.dictionary,
      vectors.allSatisfy({ $0.dictionary === first })
    {
      return vectors
    }
    let builder = TextDictionaryBuilder()
    var codes: [Buffer<UInt32>] = []
    var maps: [ObjectIdentifier: Buffer<UInt32>] = [:]
    for vector in vectors {
      try Cancellation.point()
      let target = Buffer<UInt32>(count: vector.count)
      if let dictionary = vector.dictionary {
        let identity = ObjectIdentifier(dictionary)
        let map: Buffer<UInt32>
        if let known = maps[identity] {
          map = known
        } else {
          map = try recode(dictionary, into: builder)
          maps[identity] = map
        }
        DomainNumbers.fold(
          vector, in: .dictionary(dictionary), multiplier: 0, into: target.pointer)
        for row in 0..<vector.count {
          target.pointer[row] = map.pointer[Int(target.pointer[row])]
        }
      } else if case .text(let texts) = Constants.expanded(vector).storage {
        try code(texts, vector, in: builder, to: target.pointer)
      } else {
        target.pointer.update(repeating: 0, count: vector.count)
      }
      codes.append(target)
    }
    let dictionary = try builder.finish(pause: Cancellation.point)
    return zip(vectors, codes).map { vector, codes in
      self.vector(
        codes, dictionary, count: vector.count,
        validity: vector.constant?.isNull == true
          ? Bitmap(repeating: false, count: vector.count) : vector.validity)
    }
  }

  /// The same texts under the codes of `dictionary`; nil where it does not hold all of them.
  ///
  /// - Complexity: one look-up a row.
  package static func encode(
    _ vectors: [Vector], knownTo dictionary: TextDictionary
  ) -> [Vector]? {
    var result: [Vector] = []
    for vector in vectors {
      let expanded = Constants.expanded(vector)
      guard case .text(let texts) = expanded.storage else { return nil }
      let codes = Buffer<UInt32>(repeating: 0, count: vector.count)
      for row in 0..<vector.count where !vector.isNull(row) {
        guard let code = dictionary.code(of: texts[row]) else { return nil }
        codes.pointer[row] = UInt32(code)
      }
      result.append(
        self.vector(codes, dictionary, count: vector.count, validity: expanded.validity))
    }
    return result
  }

  /// The same texts under the codes of `dictionary`, which holds all of them; texts that it does not
  /// hold would be NULL.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: one look-up a row, and one for each text of another dictionary.
  package static func coded(
    _ vector: Vector, by dictionary: TextDictionary
  ) throws(ValueError) -> Vector {
    if vector.dictionary === dictionary { return vector }
    let count = vector.count
    if let constant = vector.constant {
      let code = DomainNumbers.number(of: constant, in: .dictionary(dictionary))
      return self.vector(
        Buffer(repeating: UInt32(truncatingIfNeeded: code), count: count), dictionary,
        count: count, validity: code == 0 ? Bitmap(repeating: false, count: count) : nil)
    }
    let codes = Buffer<UInt32>(repeating: 0, count: count)
    if let other = vector.dictionary {
      let map = try DictionaryTranslation.shared.map(from: other, to: dictionary)
      DomainNumbers.fold(vector, in: .dictionary(other), multiplier: 0, into: codes.pointer)
      for row in 0..<count { codes.pointer[row] = map.pointer[Int(codes.pointer[row])] }
    } else if case .text(let texts) = vector.storage {
      for row in 0..<count where !vector.isNull(row) {
        codes.pointer[row] = UInt32(truncatingIfNeeded: dictionary.code(of: texts[row]) ?? 0)
      }
    }
    return self.vector(codes, dictionary, count: count, validity: vector.validity)
  }

  /// A coded vector in the narrowest width that the dictionary needs.
  package static func vector(
    _ codes: Buffer<UInt32>, _ dictionary: TextDictionary, count: Int, validity: Bitmap?
  ) -> Vector {
    let storage: Vector.Storage
    if dictionary.count <= 1 << 8 {
      storage = .code8(narrowed(codes, count), dictionary)
    } else if dictionary.count <= 1 << 16 {
      storage = .code16(narrowed(codes, count), dictionary)
    } else {
      storage = .code32(codes, dictionary)
    }
    return Vector(type: .varchar, count: count, storage: storage, validity: validity)
  }

  /// The texts of `image`, one for each number of a domain, as distinct texts: a vector coded
  /// into a dictionary of its own.
  package static func encodeImage(_ image: Vector) throws(ValueError) -> Vector {
    if image.dictionary != nil { return image }
    return try encode([image])[0]
  }

  private static func recode(
    _ dictionary: TextDictionary, into builder: TextDictionaryBuilder
  ) throws(ValueError) -> Buffer<UInt32> {
    let map = Buffer<UInt32>(count: dictionary.count)
    map.pointer[0] = 0
    for code in 1..<max(1, dictionary.count) {
      if code % rowsAtATime == 1 { try builder.makeRoom(for: rowsAtATime, bytes: 0) }
      try Cancellation.point(at: code, every: rowsAtATime)
      map.pointer[code] = try self.code(dictionary.texts[code], in: builder)
    }
    return map
  }

  /// Texts that are looked for between two cancellation points.
  private static let rowsAtATime = 1 << 14

  /// Writes the codes of the texts of `vector`, 0 where it is NULL.
  private static func code(
    _ texts: TextStore, _ vector: Vector, in builder: TextDictionaryBuilder,
    to codes: UnsafeMutablePointer<UInt32>
  ) throws(ValueError) {
    for start in stride(from: 0, to: vector.count, by: rowsAtATime) {
      let end = min(vector.count, start + rowsAtATime)
      try Cancellation.point()
      try builder.makeRoom(
        for: end - start,
        bytes: Int(texts.offsets.pointer[end] &- texts.offsets.pointer[start]))
      for row in start..<end {
        codes[row] = vector.isNull(row) ? 0 : try code(texts[row], in: builder)
      }
    }
  }

  private static func code(
    _ text: UnsafeBufferPointer<UInt8>, in builder: TextDictionaryBuilder
  ) throws(ValueError) -> UInt32 {
    guard let start = text.baseAddress, let code = builder.code(start, text.count) else {
      throw .textTooLong
    }
    return code
  }

  private static func narrowed<Code: FixedWidthInteger & BitwiseCopyable>(
    _ codes: Buffer<UInt32>, _ count: Int
  ) -> Buffer<Code> {
    let result = Buffer<Code>(count: count)
    var row = 0
    while row < count {
      result.pointer[row] = Code(truncatingIfNeeded: codes.pointer[row])
      row &+= 1
    }
    return result
  }
}
