/// A unit and all that it is called.
struct UnitEntry {
  let unit: Unit
  /// The symbol first; none twice.
  let spellings: [String]

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
      entry.spellings.map { (folded($0), position) }
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
    var words = spelling.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.hasSuffix(".") { words.removeLast() }
    guard words.utf8.contains(where: { $0 > 127 }) else { return words }
    return String(
      words.map { character -> Character in
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
    return text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("# ") {
        kind = String(line.dropFirst(2))
        return nil
      }
      var fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if fields.count == 4 { fields.insert(contentsOf: ["", "1", "definition"], at: 3) }
      guard fields.count == 7, let factor = DecimalFactor(fields[4]) else { return nil }
      let unit = Unit(
        symbol: plain(fields[0]), name: fields[1], plural: fields[2],
        code: fields[3].isEmpty ? nil : plain(fields[3]),
        dimension: dimension(kind.isEmpty ? plain(fields[0]) : kind), factor: factor,
        source: sources[fields[5]] ?? fields[5])
      var known: Set<String> = []
      let spellings = (fields[0...3] + fields[6].split(separator: ";").map(String.init)).filter {
        !$0.isEmpty && !$0.hasSuffix("*") && known.insert(folded($0)).inserted
      }
      return UnitEntry(unit: unit, spellings: spellings)
    }
  }

  private static let sources: [String: String] = Dictionary(
    sourceTable.split(separator: "\n").compactMap { line in
      guard let bar = line.firstIndex(of: "|") else { return nil }
      return (String(line[..<bar]), String(line[line.index(after: bar)...]))
    },
    uniquingKeysWith: { first, _ in first })

  private static func plain(_ field: String) -> String {
    field.hasSuffix("*") ? String(field.dropLast()) : field
  }
}
