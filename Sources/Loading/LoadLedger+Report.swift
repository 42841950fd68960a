import Columns

extension LoadLedger {
  /// The whole account, a line of text each.
  package var report: [String] {
    var lines = facts.map { label, text in
      "  " + label + String(repeating: " ", count: max(1, 10 - label.count)) + text
    }
    // Where a name is a paragraph, its type would be far out of sight behind it.
    let names = columns.map { Wording.name($0.name) }
    let columnWidth = names.map(\.count).max() ?? 0
    let typeWidth = columns.map(\.type.description.count).max() ?? 0
    for (name, column) in zip(names, columns) {
      lines.append(
        "    " + Self.padded(name, columnWidth) + "  "
          + Self.padded(column.type.description, typeWidth) + "  " + Self.account(of: column))
    }
    if !notes.isEmpty {
      lines.append("  notes")
      lines += notes.map { "    " + $0 }
    }
    return lines
  }

  /// What is told in a line each: what it is, and what it was.
  private var facts: [(String, String)] {
    var facts = [("file", "'\(path)'"), ("size", size)]
    facts.append(
      ("SHA-256", digest.sha256() ?? "unknown: the file has changed since it was loaded"))
    if format == .arrow {
      facts.append(("format", encoding))
    } else {
      facts.append(("encoding", encoding))
      facts.append(format == .csv ? ("dialect", dialect) : ("format", format.name))
    }
    facts.append(
      (
        "rows",
        "\(Wording.count(rowsInFile)) in the file = \(Wording.count(rowsLoaded)) loaded + "
          + "\(Wording.count(rowsRejected)) rejected"
      ))
    if cellsEmptied > 0 {
      facts.append(
        (
          "cells", "\(Wording.count(cellsEmptied)) that are not empty read as NULL"
        ))
    }
    if linesBefore > 0 {
      facts.append(("before", "\(Wording.count(linesBefore, "line")) before the table left out"))
    }
    if remarks > 0 { facts.append(("remarks", "\(Wording.count(remarks, "line")) skipped")) }
    if blankLines > 0 { facts.append(("blank", "\(Wording.count(blankLines, "line")) skipped")) }
    facts.append(("time", Wording.seconds(seconds)))
    facts.append(
      (
        "columns",
        columns.count == columnsInFile
          ? Wording.count(columnsInFile)
          : "\(Wording.count(columns.count)) of \(Wording.count(columnsInFile))"
      ))
    return facts
  }

  private var size: String {
    let stored = Wording.count(bytes, "byte")
    switch compression {
    case .none: return stored
    default:
      return "\(stored) of \(compression.rawValue), \(Wording.count(textBytes, "byte")) of text"
    }
  }

  private var dialect: String {
    var parts: [String] = []
    if let delimiter {
      parts.append("fields between \(Self.shown(delimiter))")
    } else {
      parts.append("one field a row")
    }
    if let quote { parts.append("quoted by \(Self.shown(quote))") }
    if let escape { parts.append("escaped by \(Self.shown(escape))") }
    parts.append(header ? "names in the first row" : "no row of names")
    parts.append(lineEnds == .none ? "no line end" : "line ends \(lineEnds.rawValue)")
    return parts.joined(separator: ", ")
  }

  /// A character between quotes, or its name.
  private static func shown(_ character: UInt8) -> String {
    let text = Wording.character(character)
    return text.utf8.count == 1 ? "'\(text)'" : text
  }

  private static func account(of column: Column) -> String {
    var text = column.why
    if let meaning = column.meaning { text += "; \(meaning)" }
    if column.nulls > 0 { text += "; \(Wording.count(column.nulls)) NULL" }
    if column.emptied > 0 { text += ", of which \(Wording.count(column.emptied)) not empty" }
    if let distinct = column.distinct { text += "; \(Wording.count(distinct)) distinct" }
    return text
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
