/// A unit and all that it is called.
struct UnitEntry {
  let unit: Unit
  /// The symbol first; none twice.
  let spellings: [String]
  /// The spellings as they are compared.
  let foldedSpellings: [String]

  var isBase: Bool { unit.factor == DecimalFactor(unscaled: 1, scale: 0) }
}

extension Units {
  static let entries: [UnitEntry] =
    parse(massTable) { _ in .mass } + parse(volumeTable) { _ in .volume }
    + parse(lengthTable) { _ in .length } + parse(areaTable) { _ in .area }
    + parse(countTable) { .count($0) } + parse(currencyTable) { .currency($0) }

  /// Positions in `entries` by folded spelling.
  static let index: [String: Int] = Dictionary(
    entries.enumerated().flatMap { position, entry in
      entry.foldedSpellings.map { ($0, position) }
    },
    uniquingKeysWith: { first, _ in first })

  /// Positions in `entries` of what amounts of a dimension are kept in: the first unit of factor 1.
  static let bases: [Dimension: Int] = Dictionary(
    entries.enumerated().compactMap { position, entry in
      entry.isBase ? (entry.unit.dimension, position) : nil
    },
    uniquingKeysWith: { first, _ in first })

  /// How spellings are compared: lower case, single spaces, no full stop at the end, `m³` as `m3`.
  static func folded(_ spelling: String) -> String {
    let words =
      spelling.utf8.allSatisfy { $0 < 128 }
      ? foldedASCII(spelling.utf8) : foldedUnicode(spelling)
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  /// Nearly all spellings are of ASCII alone, and bytes are many times as fast as characters.
  private static func foldedASCII(_ spelling: String.UTF8View) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(spelling.count)
    let space = UInt8(ascii: " ")
    for byte in spelling {
      switch byte {
      case space, 9...13: if let last = bytes.last, last != space { bytes.append(space) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      default: bytes.append(byte)
      }
    }
    if bytes.last == space { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func foldedUnicode(_ spelling: String) -> String {
    let words = spelling.lowercased().split(whereSeparator: \.isWhitespace)
    return String(
      words.joined(separator: " ").map { character -> Character in
        switch character {
        case "²": "2"
        case "³": "3"
        case "\u{03BC}": "\u{00B5}"
        default: character
        }
      })
  }

  /// Reads one of the tables.
  ///
  /// A line is `symbol|name|plural|code|factor|source|spellings`, where the source is a key of
  /// `sourceTable` and further spellings are separated by semicolons. A line `# kind` says what the
  /// lines below it count. A line of a currency leaves `code|factor|source` out. A code or symbol
  /// with a star is shown but not understood, because its letters are more often something else.
  private static func parse(_ text: String, dimension: (String) -> Dimension) -> [UnitEntry] {
    var kind = ""
    return Table.rows(text).compactMap { row in
      if row.count == 1, row[0].hasPrefix("# ") {
        kind = String(row[0].dropFirst(2))
        return nil
      }
      var fields = row
      if fields.count == 4 { fields.insert(contentsOf: ["", "1", "definition"], at: 3) }
      guard fields.count == 7, let factor = DecimalFactor(fields[4]) else { return nil }
      let unit = Unit(
        symbol: plain(fields[0]), name: fields[1], plural: fields[2],
        code: fields[3].isEmpty ? nil : plain(fields[3]),
        dimension: dimension(kind.isEmpty ? plain(fields[0]) : kind), factor: factor,
        source: sources[fields[5]] ?? fields[5])
      var spellings: [String] = []
      var foldedSpellings: [String] = []
      for spelling in fields[0...3] + Table.list(fields[6])
      where !spelling.isEmpty && spelling.utf8.last != UInt8(ascii: "*") {
        let folded = folded(spelling)
        if foldedSpellings.contains(folded) { continue }
        spellings.append(spelling)
        foldedSpellings.append(folded)
      }
      return UnitEntry(unit: unit, spellings: spellings, foldedSpellings: foldedSpellings)
    }
  }

  private static let sources: [String: String] = Dictionary(
    Table.rows(sourceTable).filter { $0.count == 2 }.map { ($0[0], $0[1]) },
    uniquingKeysWith: { first, _ in first })

  private static func plain(_ field: String) -> String {
    field.hasSuffix("*") ? String(field.dropLast()) : field
  }
}
