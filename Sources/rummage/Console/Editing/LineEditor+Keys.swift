import CEditLine
import Glibc

extension LineEditor {
  /// A function that keys are bound to.
  private struct KeyFunction {
    /// As `bind` in `~/.editrc` names it.
    let name: String
    let help: String
    let run: edit_key_function
    /// The keys that call it, in all modes but vi's command mode.
    let keys: [String]
    /// Whether they do so in vi's command mode too.
    var isForCommands = true
  }

  /// Binds the keys, then obeys `~/.editrc`.
  func bindKeys() {
    let settings = Self.userSettings()
    // The choice of keys comes first, for it forgets what was bound before.
    let isVi = settings.last { ["-v", "-e"].contains($0.choice) }?.choice == "-v"
    edit_set_keys(editor, isVi ? "vi" : "emacs")
    KeyInput.translatesSequences = isVi
    for function in Self.functions {
      edit_add_function(editor, function.name, function.help, function.run)
      for key in function.keys { bind(key, function.name, forCommands: function.isForCommands) }
    }
    for (sequence, function) in Self.usualKeys { bind(sequence, function, forCommands: true) }
    if isVi {
      for (key, function) in Self.viCommands { edit_bind_command(editor, key, function) }
    } else {
      for (key, function) in Self.emacsKeys { bind(key, function, forCommands: false) }
    }
    for setting in settings { edit_obey(editor, Self.terminated(setting.line)) }
  }

  private func bind(_ key: String, _ function: String, forCommands: Bool) {
    KeyInput.known.insert(key)
    let sequence = KeyInput.translated(key)
    // Behind Escape, which is a key of its own to vi, nothing can be bound.
    if KeyInput.translatesSequences, sequence.hasPrefix("\u{1B}") { return }
    if forCommands {
      edit_bind(editor, sequence, function)
    } else {
      edit_bind_insert(editor, sequence, function)
    }
  }

  /// The lines of `~/.editrc`, and of those that bind the word behind `bind`.
  private static func userSettings() -> [(line: String, choice: Substring)] {
    let path = Environment["EDITRC"] ?? Environment["HOME"].map { $0 + "/.editrc" }
    guard let path, var input = try? LineInput(path: path) else { return [] }
    var settings: [(line: String, choice: Substring)] = []
    while let line = try? input.next() {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let first = words.first, first.first != "#" else { continue }
      // A key of theirs may send what we would take for a key that nobody knows.
      if line.contains("\\e") || line.contains("^[") { KeyInput.knowsAll = true }
      let isBind = first == "bind" || first == "rummage:bind"
      settings.append((line, isBind && words.count > 1 ? words[1] : ""))
    }
    return settings
  }

  private static let cutAll = "\u{1B}[rummage-cut~"
  private static let putBackKey = "\u{1B}[rummage-put-back~"

  private static let functions: [KeyFunction] = [
    KeyFunction(
      name: "rummage-enter", help: "Hand the statement over, or begin another line of it",
      run: { _, _ in LineEditor.current?.enter() ?? UInt8(CC_ERROR) }, keys: ["^M", "^J"]),
    KeyFunction(
      name: "rummage-new-line", help: "Begin another line of the statement",
      run: { _, _ in LineEditor.current?.insert([10]) ?? UInt8(CC_ERROR) },
      keys: ["\u{1B}^M", "\u{1B}^J"], isForCommands: false),
    KeyFunction(
      name: "rummage-complete", help: "Complete the word before the cursor",
      run: { _, _ in LineEditor.current?.complete() ?? UInt8(CC_ERROR) }, keys: ["\t"],
      isForCommands: false),
    KeyFunction(
      name: "rummage-up", help: "Go up a line, or to the statement before",
      run: { _, _ in LineEditor.current?.move(up: true) ?? UInt8(CC_ERROR) },
      keys: ["\u{1B}[A", "\u{1B}OA"]),
    KeyFunction(
      name: "rummage-down", help: "Go down a line, or to the next statement",
      run: { _, _ in LineEditor.current?.move(up: false) ?? UInt8(CC_ERROR) },
      keys: ["\u{1B}[B", "\u{1B}OB"]),
    KeyFunction(
      name: "rummage-older", help: "Go to the statement before",
      run: { _, _ in LineEditor.current?.show(older: true) ?? UInt8(CC_ERROR) }, keys: []),
    KeyFunction(
      name: "rummage-newer", help: "Go to the next statement",
      run: { _, _ in LineEditor.current?.show(older: false) ?? UInt8(CC_ERROR) }, keys: []),
    KeyFunction(
      name: "rummage-cut-start", help: "Delete to the start of the line",
      run: { _, _ in LineEditor.current?.deleteLineStart() ?? UInt8(CC_ERROR) }, keys: []),
    KeyFunction(
      name: "rummage-left", help: "Go back a character with all its marks",
      run: { _, _ in LineEditor.current?.move(by: -1) ?? UInt8(CC_ERROR) },
      keys: ["\u{1B}[D", "\u{1B}OD"]),
    KeyFunction(
      name: "rummage-right", help: "Go on by a character with all its marks",
      run: { _, _ in LineEditor.current?.move(by: 1) ?? UInt8(CC_ERROR) },
      keys: ["\u{1B}[C", "\u{1B}OC"]),
    KeyFunction(
      name: "rummage-delete-back", help: "Delete the character before the cursor",
      run: { _, _ in LineEditor.current?.delete(forward: false) ?? UInt8(CC_ERROR) },
      keys: ["^H", "^?"], isForCommands: false),
    KeyFunction(
      name: "rummage-delete", help: "Delete the character at the cursor",
      run: { _, _ in LineEditor.current?.delete(forward: true) ?? UInt8(CC_ERROR) },
      keys: ["\u{1B}[3~"]),
    KeyFunction(
      name: "rummage-line-start", help: "Go to the start of the line",
      run: { _, _ in LineEditor.current?.moveToEdge(ofLine: false) ?? UInt8(CC_ERROR) },
      keys: ["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"]),
    KeyFunction(
      name: "rummage-line-end", help: "Go to the end of the line",
      run: { _, _ in LineEditor.current?.moveToEdge(ofLine: true) ?? UInt8(CC_ERROR) },
      keys: ["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"]),
    KeyFunction(
      name: "rummage-paste", help: "Insert pasted text as it is",
      run: { _, _ in LineEditor.current?.paste() ?? UInt8(CC_ERROR) }, keys: ["\u{1B}[200~"]),
    KeyFunction(
      name: "rummage-search", help: "Look for an earlier statement",
      run: { _, _ in LineEditor.current?.searchHistory() ?? UInt8(CC_ERROR) }, keys: ["^R"]),
    KeyFunction(
      name: "rummage-clear", help: "Clear the screen",
      run: { _, _ in
        LineEditor.current?.clearScreen()
        return UInt8(CC_NORM)
      }, keys: ["^L"]),
    KeyFunction(
      name: "rummage-edit", help: "Go on in $VISUAL or $EDITOR",
      run: { _, _ in LineEditor.current?.editElsewhere() ?? UInt8(CC_ERROR) },
      keys: ["^X^E"], isForCommands: false),
    KeyFunction(
      name: "rummage-cut-line", help: "Cut to the end of the line",
      run: { _, _ in LineEditor.current?.cutLine() ?? UInt8(CC_ERROR) }, keys: []),
    KeyFunction(
      name: "rummage-put-back", help: "Put back what was set aside",
      run: { _, _ in LineEditor.current?.putBack() ?? UInt8(CC_ERROR) }, keys: [putBackKey]),
  ]

  /// What terminals send for keys that libedit leaves unbound.
  private static let usualKeys = [
    ("\u{1B}[1;5C", "em-next-word"), ("\u{1B}[1;5D", "ed-prev-word"),
    ("\u{1B}[1;3C", "em-next-word"), ("\u{1B}[1;3D", "ed-prev-word"),
    ("\u{1B}[5~", "rummage-older"), ("\u{1B}[6~", "rummage-newer"),
    // A key that nobody types: how a function of ours reaches one of libedit.
    (cutAll, "ed-kill-line"),
  ]

  private static let emacsKeys = [
    ("^A", "rummage-line-start"), ("^E", "rummage-line-end"), ("^B", "rummage-left"),
    ("^F", "rummage-right"), ("^P", "rummage-up"), ("^N", "rummage-down"),
    ("^K", "rummage-cut-line"), ("^U", "rummage-cut-start"),
  ]

  private static let viCommands = [
    ("k", "rummage-up"), ("j", "rummage-down"), ("v", "rummage-edit"),
  ]

  // MARK: What they do

  private static let lineFeed: UInt32 = 10

  private func enter() -> UInt8 {
    let (text, cursor) = buffer
    guard language.isComplete(Self.string(text)) else { return insert([Self.lineFeed]) }
    el_cursor(editor, Int32(text.count - cursor))
    // libedit hands a line over with its line feed.
    guard edit_insert(editor, [Self.lineFeed, 0]) == 0 else { return UInt8(CC_ERROR) }
    return UInt8(CC_NEWLINE)
  }

  /// Up and Down move inside a text of several lines, and at its ends through the history.
  private func move(up: Bool) -> UInt8 {
    menu = []
    let (text, cursor) = buffer
    let lineStart = (text[..<cursor].lastIndex(of: Self.lineFeed) ?? -1) + 1
    let column = cursor - lineStart
    if up {
      guard lineStart > 0 else { return show(older: true) }
      let previousStart = (text[..<(lineStart - 1)].lastIndex(of: Self.lineFeed) ?? -1) + 1
      el_cursor(editor, Int32(min(previousStart + column, lineStart - 1) - cursor))
    } else {
      guard let lineEnd = text[cursor...].firstIndex(of: Self.lineFeed) else {
        return show(older: false)
      }
      let nextEnd = text[(lineEnd + 1)...].firstIndex(of: Self.lineFeed) ?? text.count
      el_cursor(editor, Int32(min(lineEnd + 1 + column, nextEnd) - cursor))
    }
    return UInt8(CC_CURSOR)
  }

  private func show(older: Bool) -> UInt8 {
    showEntry(older: older) ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
  }

  private func push(_ keys: String) -> UInt8 {
    edit_push(editor, Self.terminated(KeyInput.translated(keys)))
    return UInt8(CC_NORM)
  }

  /// How many scalars the character before or behind the cursor has.
  private func characterLength(forward: Bool) -> Int {
    let (text, cursor) = buffer
    if forward { return Self.string(text[cursor...]).first?.unicodeScalars.count ?? 0 }
    return Self.string(text[..<cursor]).last?.unicodeScalars.count ?? 0
  }

  private func move(by direction: Int) -> UInt8 {
    let length = characterLength(forward: direction > 0)
    if length == 0 { return UInt8(CC_ERROR) }
    el_cursor(editor, Int32(direction * length))
    return UInt8(CC_CURSOR)
  }

  private func delete(forward: Bool) -> UInt8 {
    let length = characterLength(forward: forward)
    if length == 0 { return UInt8(CC_ERROR) }
    if forward { el_cursor(editor, Int32(length)) }
    el_deletestr(editor, Int32(length))
    return UInt8(CC_REFRESH)
  }

  private func moveToEdge(ofLine isEnd: Bool) -> UInt8 {
    let (text, cursor) = buffer
    let target =
      isEnd
      ? text[cursor...].firstIndex(of: Self.lineFeed) ?? text.count
      : (text[..<cursor].lastIndex(of: Self.lineFeed) ?? -1) + 1
    el_cursor(editor, Int32(target - cursor))
    return UInt8(CC_CURSOR)
  }

  /// Cuts to the end of the line, or the line feed where the cursor stands before it.
  ///
  /// libedit, which keeps what was cut, knows the end of the text alone: what is behind the line is
  /// set aside meanwhile.
  private func cutLine() -> UInt8 {
    let (text, cursor) = buffer
    guard let lineEnd = text[cursor...].firstIndex(of: Self.lineFeed) else {
      return push(Self.cutAll)
    }
    if lineEnd == cursor { return delete(forward: true) }
    setAside = Array(text[lineEnd...])
    el_cursor(editor, Int32(text.count - cursor))
    el_deletestr(editor, Int32(setAside.count))
    el_cursor(editor, Int32(cursor - lineEnd))
    _ = push(Self.cutAll)
    return push(Self.putBackKey)
  }

  private func deleteLineStart() -> UInt8 {
    let (text, cursor) = buffer
    let start = (text[..<cursor].lastIndex(of: Self.lineFeed) ?? -1) + 1
    el_deletestr(editor, Int32(cursor - start))
    return UInt8(CC_REFRESH)
  }

  private func putBack() -> UInt8 {
    defer { setAside = [] }
    _ = edit_insert(editor, setAside + [0])
    el_cursor(editor, -Int32(setAside.count))
    return UInt8(CC_REFRESH)
  }

  /// Inserts what the terminal brackets as pasted: its tabs and line feeds are no keys.
  private func paste() -> UInt8 {
    let end: [UInt32] = "\u{1B}[201~".unicodeScalars.map(\.value)
    var text: [UInt32] = []
    var endsWithReturn = false
    while let scalar = KeyInput.next(isText: true) {
      // A line ends with a return, or with both.
      if scalar == "\n", endsWithReturn {
        endsWithReturn = false
        continue
      }
      endsWithReturn = scalar == "\r"
      text.append(scalar == "\r" ? Self.lineFeed : scalar.value)
      if text.suffix(end.count).elementsEqual(end) {
        text.removeLast(end.count)
        break
      }
    }
    // A line feed at the end would stand on a line of its own; Enter is still to come.
    while text.last == Self.lineFeed { text.removeLast() }
    return insert(text)
  }

  private func insert(_ text: [UInt32]) -> UInt8 {
    let clean = text.filter { $0 == 9 || $0 == 10 || $0 >= 32 && $0 != 127 }
    if clean.isEmpty { return UInt8(CC_NORM) }
    return UInt8(edit_insert(editor, clean + [0]) == 0 ? CC_REFRESH : CC_ERROR)
  }

  /// Puts in what all completions have in common; where that is nothing, lists them.
  private func complete() -> UInt8 {
    // Somebody pastes into a terminal that puts no brackets around it.
    if KeyInput.isPasting { return insert([9]) }
    let (text, cursor) = buffer
    let completion = language.completion(
      before: Self.string(text[..<cursor]), after: Self.string(text[cursor...]))
    if let replacement = completion.replacement {
      el_deletestr(editor, Int32(replacement.deleted))
      return insert(replacement.inserted.unicodeScalars.map(\.value))
    }
    if completion.candidates.count > 1 {
      let size = Terminal.size
      menu = completion.lines(columns: size.columns, rows: max(size.rows - 4, 4))
    } else {
      beep()
    }
    return UInt8(CC_NORM)
  }

  /// Hands the text to the user's own editor, and takes what comes back.
  private func editElsewhere() -> UInt8 {
    let text = Self.string(buffer.scalars)
    var edited: String?
    lend { edited = ExternalEditor.edit(text) }
    guard let edited else { return UInt8(CC_ERROR) }
    replaceText(with: edited)
    return UInt8(CC_REFRESH)
  }
}
