extension HarmonizedSystem {
  /// The two digits of the chapter that a code of goods belongs to; nil for what is no such code.
  ///
  /// The code may be of another edition, or a national one: its chapter is all that must be known.
  /// Chapters 98 and 99, which each country uses as it likes, are chapters too.
  ///
  /// - Complexity: O(n) in the length of the code, and O(log m) in the entries.
  package static func chapter(of code: String) -> String? {
    guard let digits = wholeDigits(code), digits.utf8.count >= 2 else { return nil }
    let chapter = String(digits.prefix(2))
    return nationalChapters.contains(chapter) || section(ofChapter: chapter) != nil
      ? chapter : nil
  }

  /// The four digits of the heading that a code of goods belongs to; nil for a chapter, and for what
  /// is no code.
  ///
  /// - Complexity: as that of `chapter(of:)`.
  package static func heading(of code: String) -> String? {
    guard chapter(of: code) != nil, let digits = wholeDigits(code), digits.utf8.count >= 4 else {
      return nil
    }
    return String(digits.prefix(4))
  }

  /// The section that a code of goods belongs to, or is; nil for the chapters of each country's own,
  /// and for what is no code.
  ///
  /// - Complexity: as that of `chapter(of:)`.
  package static func section(of code: String) -> HarmonizedEntry? {
    chapter(of: code).map { section(ofChapter: $0) } ?? section(numeral: code)
  }

  /// HS Nomenclature 2022 Edition, World Customs Organization, table of contents: reserved for
  /// special uses by Contracting Parties.
  private static let nationalChapters: Set<String> = ["98", "99"]
}
