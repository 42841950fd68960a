import Synchronization

/// A function of one text that looks it up in a table of codes or names, and counts the texts that
/// are in none.
///
/// One naming serves all batches of a column: it keeps what the texts of a dictionary are called.
package final class TextNaming: Sendable {
  /// What a text is called; nil where it is called nothing.
  private let name: @Sendable (String) -> String?
  private let isKnown: @Sendable (String) -> Bool
  private let latest: Mutex<Image?> = Mutex(nil)

  private struct Image: Sendable {
    let dictionary: TextDictionary
    let names: Vector
    /// By code, whether its text is in no table; nil where all are in one.
    let isUnknown: [Bool]?
  }

  /// A larger dictionary is kept only where a batch has as many rows.
  private static let mostKept = 4096

  /// - Parameters:
  ///   - name: what a text is called.
  ///   - isKnown: whether a text without a name is in the table all the same.
  package init(
    _ name: @escaping @Sendable (String) -> String?,
    isKnown: @escaping @Sendable (String) -> Bool
  ) {
    self.name = name
    self.isKnown = isKnown
  }

  /// A VARCHAR vector of names, NULL where a text has none; and how many rows hold texts that are
  /// not known.
  ///
  /// - Throws: ``ValueError/textTooLong``, ``ValueError/interrupted``.
  /// - Complexity: a look-up for each text of a dictionary at the first batch that is coded by it,
  ///   and one of its code for each row; a look-up for each row of plain text.
  package func evaluate(_ vector: Vector) throws -> (names: Vector, unknown: Int) {
    if let dictionary = vector.dictionary,
      dictionary.count <= max(vector.count, Self.mostKept),
      let image = try image(dictionary)
    {
      let domain = ColumnDomain.dictionary(dictionary)
      let names = try Lookup.rows(of: vector, in: domain, from: image.names)
      guard let isUnknown = image.isUnknown else { return (names, 0) }
      let codes = DomainNumbers.numbers(of: vector, in: domain)
      return (names, (0..<vector.count).count { isUnknown[Int(codes.pointer[$0])] })
    }
    var unknown = 0
    let names = try TextMapping.texts(vector) { text in
      let name = self.name(text)
      if name == nil && !isKnown(text) { unknown += 1 }
      return name
    }
    // A constant is looked up once.
    return (names, vector.constant == nil ? unknown : unknown * vector.count)
  }

  private func image(_ dictionary: TextDictionary) throws -> Image? {
    try latest.withLock { latest in
      if let latest, latest.dictionary === dictionary { return latest }
      guard let texts = ColumnDomain.dictionary(dictionary).values(type: .varchar) else {
        return nil
      }
      let names = try TextMapping.texts(texts, name)
      var isUnknown = [Bool](repeating: false, count: max(1, dictionary.count))
      for code in 1..<isUnknown.count {
        try Cancellation.point(at: code, every: TextKernels.rowsAtATime)
        isUnknown[code] = names.isNull(code) && !isKnown(dictionary.texts.string(code))
      }
      let image = Image(
        dictionary: dictionary, names: names,
        isUnknown: isUnknown.contains(true) ? isUnknown : nil)
      latest = image
      return image
    }
  }
}
