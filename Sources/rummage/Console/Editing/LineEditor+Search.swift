import CEditLine
import Rendering

/// A search through earlier statements, while it goes on.
struct HistorySearch {
  /// What is looked for, in any case.
  private(set) var pattern = ""
  /// The place of the statement that was found; nil where there is none.
  private(set) var found: Int?
  private let entries: [String]

  init(_ entries: [String]) { self.entries = entries }

  /// The statement that was found.
  var statement: String? { found.map { entries[$0] } }

  /// Looks for `pattern` from the newest statement on.
  mutating func look(for pattern: String) {
    self.pattern = pattern
    found = pattern.isEmpty ? nil : match(from: entries.count - 1, by: -1)
  }

  /// Goes on to an older statement, or a newer one; stays where there is none.
  mutating func goOn(older: Bool) -> Bool {
    guard let found, let next = match(from: found + (older ? -1 : 1), by: older ? -1 : 1)
    else { return false }
    self.found = next
    return true
  }

  private func match(from start: Int, by step: Int) -> Int? {
    let wanted = pattern.lowercased()
    var position = start
    while entries.indices.contains(position) {
      if entries[position].lowercased().contains(wanted) { return position }
      position += step
    }
    return nil
  }

  /// The statement behind a prompt that tells what is looked for, with the cursor where it was
  /// found.
  func content(columns: Int, language: any EditedLanguage) -> EditorFrame.Content {
    let text = statement ?? ""
    var content = LineEditor.content(of: text, columns: columns, language: language)
    content.cursor = Self.position(of: pattern, in: text)
    let word = found == nil && !pattern.isEmpty ? "not found" : "find"
    let prompt = "\(word) \(VisibleText.string(pattern)): "
    content.prompts = [prompt] + content.prompts.dropFirst()
    return content
  }

  /// How many scalars of `text` stand before `pattern`.
  private static func position(of pattern: String, in text: String) -> Int {
    let (text, pattern) = (text.lowercased(), pattern.lowercased())
    guard !pattern.isEmpty, let range = text.firstRange(of: pattern) else { return 0 }
    return text[..<range.lowerBound].unicodeScalars.count
  }
}

extension LineEditor {
  /// Ctrl-R: what is typed now is looked for in earlier statements, the newest first; Ctrl-R again
  /// goes on, Ctrl-S back, Enter runs what was found, Ctrl-G and Ctrl-C give up, and any other key
  /// does what it does to what was found.
  func searchHistory() -> UInt8 {
    recallEarlier()
    var current = HistorySearch(entries)
    search = current
    defer { search = nil }
    while let key = KeyInput.next() {
      switch key.value {
      case 0x12: if !current.goOn(older: true) { beep() }
      case 0x13: if !current.goOn(older: false) { beep() }
      case 0x07: return UInt8(CC_REFRESH)
      case 0x08, 0x7F: current.look(for: String(current.pattern.dropLast()))
      // Nothing that cannot be seen is handed over.
      case 0x0A where current.found == nil, 0x0D where current.found == nil: beep()
      case 0..<0x20, 0x80..<0xA0: return take(current.statement, then: key)
      default:
        current.look(for: current.pattern + String(key))
        if current.found == nil { beep() }
      }
      search = current
    }
    return UInt8(CC_ERROR)
  }

  /// Goes on with the statement that was found, and with the key that ended the search.
  private func take(_ statement: String?, then key: Unicode.Scalar) -> UInt8 {
    if let statement { replaceText(with: statement) }
    edit_push(editor, [key.value, 0])
    return UInt8(CC_REFRESH)
  }
}
