extension HarmonizedSystem {
  /// A section and the codes of its first and last chapter.
  private struct Span {
    let entry: HarmonizedEntry
    let chapters: ClosedRange<String>
  }

  private static let spans: [Span] = sections.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 4, fields[1] <= fields[2] else { return nil }
    return Span(
      entry: HarmonizedEntry(code: fields[0], level: .section, label: fields[3], parent: nil),
      chapters: fields[1]...fields[2])
  }

  /// The chapters, headings and sub-headings in ascending order of their codes, in which each
  /// stands before what is under it.
  private static let sortedGoods: [HarmonizedEntry] = ([chapters] + tables)
    .flatMap { $0.split(separator: "\n").compactMap(parse) }
    .sorted { $0.code < $1.code }

  /// The chapter, heading or sub-heading with exactly these digits.
  ///
  /// - Complexity: O(log n) in the number of entries.
  static func goods(digits: String) -> HarmonizedEntry? {
    let goods = sortedGoods
    var low = 0
    var high = goods.count
    while low < high {
      let middle = (low + high) / 2
      if goods[middle].code < digits { low = middle + 1 } else { high = middle }
    }
    guard low < goods.count, goods[low].code == digits else { return nil }
    return goods[low]
  }

  /// The section that is written as a Roman numeral, with or without the word before it, in
  /// capitals or not.
  static func section(numeral text: String) -> HarmonizedEntry? {
    var words = text.uppercased().split(separator: " ")
    if words.count == 2, words.first == "SECTION" { words.removeFirst() }
    guard words.count == 1, let numeral = words.first else { return nil }
    return spans.first { $0.entry.code == numeral }?.entry
  }

  /// The sections, each followed by what it holds.
  static func parseAll() -> [HarmonizedEntry] {
    spans.flatMap { span in
      [span.entry] + sortedGoods.filter { span.chapters.contains(String($0.code.prefix(2))) }
    }
  }

  /// One line of the table of chapters or of a table of headings.
  private static func parse(_ line: Substring) -> HarmonizedEntry? {
    let fields = line.split(separator: "|", maxSplits: 1).map(String.init)
    guard fields.count == 2 else { return nil }
    let code = fields[0]
    switch code.utf8.count {
    case 2:
      let section = spans.first { $0.chapters.contains(code) }?.entry.code
      return HarmonizedEntry(code: code, level: .chapter, label: fields[1], parent: section)
    case 4, 6:
      let level: HarmonizedEntry.Level = code.utf8.count == 4 ? .heading : .subheading
      return HarmonizedEntry(
        code: code, level: level, label: fields[1], parent: String(code.dropLast(2)))
    default:
      return nil
    }
  }
}
