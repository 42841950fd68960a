/// The Harmonized System of the World Customs Organization, edition 2022: what the codes of goods
/// stand for, and which branch a code belongs to.
///
/// The tables are text until the first use, so that a program that asks nothing about goods pays
/// nothing for them. Sub-headings stand in them for the chapters that seizures are full of; a code
/// of another chapter is answered with its heading.
package enum HarmonizedSystem {
  /// The tables of headings and sub-headings, one for each run of chapters that has its labels.
  static let tables = [
    chapters01to05, chapters06to14, chapters15to15, chapters16to24, chapters25to27,
    chapters28to29, chapters30to38, chapters39to40, chapters41to43, chapters44to46,
    chapters47to49, chapters50to60, chapters61to63, chapters64to67, chapters68to71,
    chapters72to72, chapters73to83, chapters84to84, chapters85to85, chapters86to89,
    chapters90to92, chapters93to93, chapters94to96, chapters97to97,
  ]

  /// Every entry, in order: a section, then its chapters, each followed by its headings, and each
  /// heading by its sub-headings.
  package static let all: [HarmonizedEntry] = parseAll()

  /// The entry that a code stands for; nil when it stands for none.
  ///
  /// Takes a section as `XI` or `section XI`, and digits as `normalized` does: `30.04`, `3004 90`.
  /// More than four digits stand for their sub-heading, or for their heading where the tables have
  /// no such sub-heading: `30049000`, a national code, is `300490`, and `29397200` is `2939`. An
  /// odd number of digits below nine has lost one, most likely the zero in front, and stands for
  /// nothing: `3` is not taken for `03`, nor `9011100` for `9011`.
  ///
  /// - Complexity: O(log n) in the number of entries.
  package static func entry(_ code: String) -> HarmonizedEntry? {
    guard let digits = wholeDigits(code) else { return section(numeral: code) }
    for length in [6, 4] where digits.utf8.count >= length {
      if let found = goods(digits: String(digits.prefix(length))) { return found }
    }
    return digits.utf8.count == 2 ? goods(digits: digits) : nil
  }

  /// The digits of a code without dots, spaces and hyphens between them; nil where it has anything
  /// else, or no digit.
  ///
  /// Tells nothing about whether there is such a code.
  ///
  /// - Complexity: O(n) in the length of the code.
  package static func normalized(_ code: String) -> String? {
    var digits = ""
    for character in code.unicodeScalars {
      switch character {
      case "0"..."9": digits.unicodeScalars.append(character)
      case ".", " ", "-": continue
      default: return nil
      }
    }
    return digits.isEmpty ? nil : digits
  }

  /// The section that holds a chapter; nil when its two digits are no chapter in use.
  ///
  /// - Complexity: O(log n) in the number of entries.
  package static func section(ofChapter chapter: String) -> HarmonizedEntry? {
    guard let entry = goods(digits: chapter), entry.level == .chapter else { return nil }
    return entry.parent.flatMap(section(numeral:))
  }

  /// Whether a code belongs to a branch; a code belongs to itself.
  ///
  /// The branch is a section, `XI` or `section XI`, or the digits that the code begins with: two
  /// for a chapter, four for a heading, six or more. The code may be of another edition or a
  /// national one, since beginning with the branch's digits is all that counts. An odd number of
  /// digits that `entry` refuses is under no branch, and nothing is under it.
  ///
  /// - Complexity: O(n) in the lengths of both, and for a section O(log m) in the entries.
  package static func isUnder(_ code: String, branch: String) -> Bool {
    guard let branchDigits = wholeDigits(branch) else {
      guard let section = section(numeral: branch) else { return false }
      guard let digits = wholeDigits(code) else { return self.section(numeral: code) == section }
      return self.section(ofChapter: String(digits.prefix(2))) == section
    }
    return wholeDigits(code)?.hasPrefix(branchDigits) ?? false
  }

  /// The digits of a code that has lost none: an even number of them, or more than eight, since
  /// there are national codes of nine and eleven.
  static func wholeDigits(_ code: String) -> String? {
    guard let digits = normalized(code) else { return nil }
    let count = digits.utf8.count
    return count > 8 || count.isMultiple(of: 2) ? digits : nil
  }
}
