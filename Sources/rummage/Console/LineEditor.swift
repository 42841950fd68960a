import CEditLine
import Glibc

/// Reads lines that a person types, with libedit.
///
/// libedit calls back into C functions that can capture nothing, so there is one editor a program
/// and it is found through ``current``.
final class LineEditor {
  enum Line {
    /// What was typed; it may hold line feeds, where a whole statement was recalled or pasted.
    case text(String)
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
  }

  /// The words that may stand at the cursor, given what stands before it in the line.
  typealias Completer = (_ before: String) -> Completion

  private let editor: OpaquePointer
  private let history: OpaquePointer?
  private let completer: Completer
  /// The prompt in the form that libedit wants, ending in 0.
  private var prompt = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  private let screen: FileOutput
  private let pastesInBrackets: Bool

  nonisolated(unsafe) private(set) static var current: LineEditor?

  /// Entries that Up can reach.
  static let historyLength = 5_000

  /// - Parameter screen: where to draw, a terminal.
  /// - Returns: nil where libedit does not start.
  init?(screen: FileOutput, drawsOnStandardError: Bool, completer: @escaping Completer) {
    edit_use_utf8()
    guard let editor = edit_start("rummage", drawsOnStandardError ? 2 : 1) else { return nil }
    self.editor = editor
    self.completer = completer
    self.screen = screen
    pastesInBrackets = !Terminal.isDumb
    history = edit_history_start(Int32(Self.historyLength))
    Self.current = self
    configure()
  }

  deinit {
    el_end(editor)
    if let history { history_wend(history) }
    prompt.deallocate()
  }

  private func configure() {
    edit_set_keys(editor, "emacs")
    edit_set_prompt(editor) { _ in LineEditor.current?.prompt }
    edit_set_reader(editor) { _, character in
      guard let character, let scalar = KeyInput.next() else { return KeyInput.isAtEnd ? 0 : -1 }
      character.pointee = scalar.value
      return 1
    }
    if let history { edit_use_history(editor, history) }
    edit_add_function(editor, "rummage-complete", "Complete the word before the cursor") { _, _ in
      LineEditor.current?.complete() ?? UInt8(CC_ERROR)
    }
    edit_add_function(editor, "rummage-up", "Go up a line, or to the statement before") { _, _ in
      LineEditor.current?.move(up: true) ?? UInt8(CC_ERROR)
    }
    edit_add_function(editor, "rummage-down", "Go down a line, or to the next statement") { _, _ in
      LineEditor.current?.move(up: false) ?? UInt8(CC_ERROR)
    }
    edit_add_function(editor, "rummage-paste", "Insert pasted text as it is") { _, _ in
      LineEditor.current?.paste() ?? UInt8(CC_ERROR)
    }
    edit_bind_insert(editor, "\t", "rummage-complete")
    for sequence in ["\u{1B}[A", "\u{1B}OA"] { edit_bind(editor, sequence, "rummage-up") }
    for sequence in ["\u{1B}[B", "\u{1B}OB"] { edit_bind(editor, sequence, "rummage-down") }
    edit_bind(editor, "\u{1B}[200~", "rummage-paste")
    edit_bind_insert(editor, "^R", "em-inc-search-prev")
    // Keys that nobody types: how our functions reach those of libedit.
    edit_bind(editor, Self.previousEntry, "ed-prev-history")
    edit_bind(editor, Self.nextEntry, "ed-next-history")
    for (sequence, function) in Self.usualKeys { edit_bind(editor, sequence, function) }
    el_source(editor, nil)
  }

  private static let previousEntry = "\u{1B}[rummage-previous~"
  private static let nextEntry = "\u{1B}[rummage-next~"

  /// What terminals send for keys that libedit leaves unbound.
  private static let usualKeys = [
    ("\u{1B}[H", "ed-move-to-beg"), ("\u{1B}OH", "ed-move-to-beg"),
    ("\u{1B}[1~", "ed-move-to-beg"), ("\u{1B}[F", "ed-move-to-end"),
    ("\u{1B}OF", "ed-move-to-end"), ("\u{1B}[4~", "ed-move-to-end"),
    ("\u{1B}[3~", "ed-delete-next-char"), ("\u{1B}[1;5C", "em-next-word"),
    ("\u{1B}[1;5D", "ed-prev-word"),
  ]

  /// Adds an entry that Up recalls.
  func remember(_ entry: String) {
    guard let history else { return }
    let text = entry.unicodeScalars.map(\.value) + [0]
    edit_history_add(history, text)
  }

  /// Lets the user type one line behind `prompt`.
  func read(prompt: String) -> Line {
    setPrompt(prompt)
    if pastesInBrackets { try? screen.write("\u{1B}[?2004h") }
    Interrupts.reset()
    KeyInput.reset()
    var length: Int32 = 0
    let line = edit_line(editor, &length)
    if pastesInBrackets { try? screen.write("\u{1B}[?2004l") }
    if Interrupts.wasInterrupted {
      try? screen.write("\n")
      Interrupts.reset()
      el_reset(editor)
      return .interrupted
    }
    guard let line, length > 0 else { return .end }
    var text = Self.string(line, Int(length))
    if text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() }
    return .text(text)
  }

  private func setPrompt(_ text: String) {
    let scalars = text.unicodeScalars.map(\.value) + [0]
    prompt.deallocate()
    prompt = .allocate(capacity: scalars.count)
    prompt.initialize(from: scalars, count: scalars.count)
  }

  /// The terminal has another size.
  func resize() {
    el_resize(editor)
    edit_refresh(editor)
  }

  /// The terminal is ours again, in the state in which somebody else left it.
  func resume() {
    edit_prepare_terminal(editor)
    edit_refresh(editor)
  }

  /// What is in the line, and how many scalars stand before the cursor.
  private var buffer: (scalars: [UInt32], cursor: Int) {
    var length: Int32 = 0
    var cursor: Int32 = 0
    guard let start = edit_buffer(editor, &length, &cursor) else { return ([], 0) }
    return (Array(UnsafeBufferPointer(start: start, count: Int(length))), Int(cursor))
  }

  private static func string(_ start: UnsafePointer<UInt32>, _ count: Int) -> String {
    string(UnsafeBufferPointer(start: start, count: count))
  }

  private static func string(_ values: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for value in values { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(text)
  }

  // MARK: Keys

  /// Up and Down move inside a statement of several lines, and at its ends through the history.
  private func move(up: Bool) -> UInt8 {
    let (text, cursor) = buffer
    let lineFeed: UInt32 = 10
    let lineStart = (text[..<cursor].lastIndex(of: lineFeed) ?? -1) + 1
    let column = cursor - lineStart
    if up {
      guard lineStart > 0 else { return push(Self.previousEntry) }
      let previousStart = (text[..<(lineStart - 1)].lastIndex(of: lineFeed) ?? -1) + 1
      let target = min(previousStart + column, lineStart - 1)
      el_cursor(editor, Int32(target - cursor))
    } else {
      guard let lineEnd = text[cursor...].firstIndex(of: lineFeed) else {
        return push(Self.nextEntry)
      }
      let nextEnd = text[(lineEnd + 1)...].firstIndex(of: lineFeed) ?? text.count
      let target = min(lineEnd + 1 + column, nextEnd)
      el_cursor(editor, Int32(target - cursor))
    }
    return UInt8(CC_REFRESH)
  }

  private func push(_ keys: String) -> UInt8 {
    let text = keys.unicodeScalars.map(\.value) + [0]
    edit_push(editor, text)
    return UInt8(CC_NORM)
  }

  /// Inserts what the terminal brackets as pasted: its tabs and line feeds are no keys.
  private func paste() -> UInt8 {
    let end: [UInt32] = "\u{1B}[201~".unicodeScalars.map(\.value)
    var text: [UInt32] = []
    while let scalar = KeyInput.next() {
      text.append(scalar == "\r" ? 10 : scalar.value)
      if text.suffix(end.count).elementsEqual(end) {
        text.removeLast(end.count)
        break
      }
    }
    // A line feed at the end would stand on a line of its own; Enter is still to come.
    while text.last == 10 { text.removeLast() }
    return insert(text)
  }

  private func insert(_ text: [UInt32]) -> UInt8 {
    let clean = text.filter { $0 == 9 || $0 == 10 || $0 >= 32 && $0 != 127 }
    if clean.isEmpty { return UInt8(CC_NORM) }
    return UInt8(edit_insert(editor, clean + [0]) == 0 ? CC_REFRESH : CC_ERROR)
  }

  /// Puts in what all completions have in common; where that is nothing, lists them.
  private func complete() -> UInt8 {
    let (text, cursor) = buffer
    let completion = completer(Self.string(text[..<cursor]))
    if let addition = completion.addition, !addition.isEmpty {
      return insert(addition.unicodeScalars.map(\.value))
    }
    guard completion.candidates.count > 1 else { return UInt8(CC_ERROR) }
    let list = "\n" + completion.columns(width: Terminal.width)
    try? screen.write(list)
    return UInt8(CC_REDISPLAY)
  }
}
