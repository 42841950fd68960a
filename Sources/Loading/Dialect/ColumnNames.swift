/// Makes names that can be written in a query out of what a header holds.
enum ColumnNames {
  /// The names of columns without a header: `column0`, `column1` …, numbers padded to one width.
  static func numbered(_ count: Int) -> [String] {
    (0..<count).map { numbered($0, of: count) }
  }

  private static func numbered(_ index: Int, of count: Int) -> String {
    let digits = String(index)
    let width = String(max(0, count - 1)).count
    return "column" + String(repeating: "0", count: width - digits.count) + digits
  }

  /// Unique names for the cells of a header, and what was changed.
  ///
  /// Space around a name goes, space and line breaks within become one space; a blank name becomes
  /// that of a column without header; a name that is there already, whatever its case, gets `_1`,
  /// `_2` ….
  static func usable(_ cells: [String]) -> (names: [String], notes: [String]) {
    var names: [String] = []
    var taken: Set<String> = []
    var (padded, broken, blank): ([String], [String], [String]) = ([], [], [])
    var repeated: [String] = []
    for (index, cell) in cells.enumerated() {
      let parts = cell.split(whereSeparator: \.isWhitespace)
      var name = parts.joined(separator: " ")
      if name.isEmpty {
        name = numbered(index, of: cells.count)
        blank.append(name)
      } else if cell.contains(where: \.isNewline) {
        broken.append(name)
      } else if name != cell {
        padded.append(name)
      }
      if taken.contains(name.lowercased()) {
        var number = 1
        while taken.contains("\(name)_\(number)".lowercased()) { number += 1 }
        name = "\(name)_\(number)"
        repeated.append(name)
      }
      taken.insert(name.lowercased())
      names.append(name)
    }
    var notes: [String] = []
    if !padded.isEmpty { notes.append("space in column names was trimmed: \(list(padded))") }
    if !broken.isEmpty {
      notes.append("line breaks in column names became spaces: \(list(broken))")
    }
    if !blank.isEmpty { notes.append("columns without a name were named: \(list(blank))") }
    if !repeated.isEmpty { notes.append("repeated column names were numbered: \(list(repeated))") }
    return (names, notes)
  }

  /// `names`, the first of them replaced by `others`.
  static func renamed(_ names: [String], _ others: [String]) -> [String] {
    usable(Array(others.prefix(names.count)) + names.dropFirst(others.count)).names
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(6).map { Wording.cell($0) }.joined(separator: ", ")
    return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
  }
}
