import CEditLine
import Glibc
import Rendering

/// Lets a person type a text of one line or more.
///
/// libedit keeps the text, the keys, their functions and the history; what it would draw is thrown
/// away, and drawn here instead (``EditorFrame``): each time all keys are taken, and before waiting
/// for the next. So the text can be in colour, have a prompt before each line, and be of any height.
///
///     LineEditor.swift               starting, reading, drawing
///     LineEditor+Keys.swift          which keys there are, and what they do
///     LineEditor+Search.swift        Ctrl-R
///     KeyInput.swift                 from bytes to characters
///     EditorFrame.swift              from a text to rows of the screen
///
/// libedit calls back into C functions that can capture nothing, so there is one editor a program
/// and it is found through ``current``.
final class LineEditor {
  enum Line {
    /// What was typed; it may hold line feeds.
    case text(String)
    /// Ctrl-C, with something typed or nothing.
    case interrupted(wasEmpty: Bool)
    /// Ctrl-D with nothing typed, or the terminal is gone.
    case end
  }

  let editor: OpaquePointer
  let language: any EditedLanguage
  private let history: OpaquePointer?
  /// Statements that Up reaches, oldest first.
  private(set) var entries: [String] = []
  /// Gives the entries of earlier sessions, once: they are read while the first key is waited for.
  private var earlierEntries: (() -> [String])?
  private let screen: FileOutput
  private var shown = EditorFrame.empty
  private var shownColumns = 0
  /// What the next ``read(_:)`` begins with.
  private var prefilled: String?
  /// The lines beneath the text; they go with the next key.
  var menu: [String] = []
  /// Where Up and Down have come to in ``entries``; behind the last stands what is being typed.
  private var place = 0
  /// What entries were changed to since the statement was begun, and what is being typed.
  private var changed: [Int: String] = [:]
  /// Text behind the line of which the end is being cut.
  var setAside: [UInt32] = []
  /// What Ctrl-R looks for; nil while nothing is searched.
  var search: HistorySearch?
  private(set) var isReading = false
  private var isTerminalPrepared = false

  nonisolated(unsafe) private(set) static var current: LineEditor?

  /// Entries that Up can reach.
  static let historyLength = 5_000

  /// xterm's mode 2004: pastes come in brackets, which tell their tabs and line feeds from keys.
  private static let brackets = (on: "\u{1B}[?2004h", off: "\u{1B}[?2004l")

  /// - Parameters:
  ///   - screen: where to draw, a terminal that is not dumb.
  ///   - earlierEntries: gives those of earlier sessions, oldest first and each once.
  /// - Returns: nil where libedit does not start.
  init?(
    screen: FileOutput, drawsOnStandardError: Bool, language: any EditedLanguage,
    earlierEntries: @escaping () -> [String]
  ) {
    edit_use_utf8()
    guard let editor = edit_start("rummage", drawsOnStandardError ? 2 : 1) else { return nil }
    self.editor = editor
    self.language = language
    self.screen = screen
    self.earlierEntries = earlierEntries
    history = edit_history_start(Int32(Self.historyLength))
    Self.current = self
    edit_set_reader(editor) { _, character in
      guard let character, let scalar = KeyInput.next() else { return KeyInput.isAtEnd ? 0 : -1 }
      character.pointee = scalar.value
      return 1
    }
    if let history { edit_use_history(editor, history) }
    bindKeys()
  }

  deinit {
    el_end(editor)
    if let history { history_wend(history) }
  }

  // MARK: History

  /// Adds an entry that Up recalls; an earlier one like it is forgotten.
  func remember(_ entry: String) {
    recallEarlier()
    if let known = entries.firstIndex(of: entry) {
      entries.remove(at: known)
      if let history { edit_history_forget(history, Self.terminated(entry)) }
    }
    add(entry)
  }

  /// Takes the entries of earlier sessions, before any other.
  func recallEarlier() {
    guard let earlier = earlierEntries else { return }
    earlierEntries = nil
    for entry in earlier() { add(entry) }
    place = entries.count
  }

  private func add(_ entry: String) {
    entries.append(entry)
    if entries.count > Self.historyLength { entries.removeFirst() }
    if let history { edit_history_add(history, Self.terminated(entry)) }
  }

  /// Shows the entry before or behind; what was typed or changed is kept until all is handed over.
  ///
  /// - Returns: whether there is one.
  func showEntry(older: Bool) -> Bool {
    recallEarlier()
    let next = place + (older ? -1 : 1)
    guard next >= 0, next <= entries.count else { return false }
    changed[place] = Self.string(buffer.scalars)
    place = next
    replaceText(with: changed[next] ?? (next < entries.count ? entries[next] : ""))
    return true
  }

  // MARK: Reading

  /// Lets the user type a text.
  ///
  /// - Parameter prefilled: what stands there to begin with.
  func read(_ prefilled: String = "") -> Line {
    self.prefilled = prefilled.isEmpty ? nil : prefilled
    shown = .empty
    menu = []
    search = nil
    place = entries.count
    changed = [:]
    Interrupts.reset()
    KeyInput.reset()
    isReading = true
    Interrupts.isTyping(true)
    takeTerminal()
    Interrupts.listenToStop(true)
    var length: Int32 = 0
    let line = edit_line(editor, &length)
    Interrupts.listenToStop(false)
    // Heeded while Ctrl-C still is for the line: another one is not the second to the same work.
    let isInterrupted = Interrupts.wasInterrupted
    if isInterrupted { Interrupts.reset() }
    Interrupts.isTyping(false)
    isReading = false
    menu = []
    search = nil
    if isInterrupted {
      let wasEmpty = buffer.scalars.isEmpty
      leaveFrame(saying: "^C")
      el_reset(editor)
      return .interrupted(wasEmpty: wasEmpty)
    }
    guard let line, length > 0 else {
      leaveFrame()
      return .end
    }
    var text = Self.string(UnsafeBufferPointer(start: line, count: Int(length)))
    if text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() }
    leaveFrame(text)
    return .text(text)
  }

  private func takeTerminal() {
    write(Self.brackets.on)
    isTerminalPrepared = false
  }

  private func write(_ text: String) { try? screen.write(text) }

  /// Rings.
  func beep() { write("\u{07}") }

  // MARK: Drawing

  /// Makes the screen show what was typed so far.
  ///
  /// Called before waiting for a key.
  func draw() {
    guard isReading else { return }
    prepareTerminal()
    insertPrefilled()
    let news = language.takeNews()
    if !news.isEmpty { tell(news) }
    let size = Terminal.size
    if shownColumns != size.columns {
      // Its rows are where the terminal put them.
      shown = shown.reflowed(columns: size.columns)
      erase()
      shownColumns = size.columns
    }
    let frame = EditorFrame(content(columns: size.columns), columns: size.columns, rows: size.rows)
    write(frame.changes(from: shown, columns: size.columns))
    shown = frame
    recallEarlier()
  }

  /// Takes what is shown off the screen.
  private func erase() {
    write(shown.erasing)
    shown = .empty
  }

  /// Changes what libedit asks of the terminal.
  ///
  /// Return and line feed come as they are, which libedit swaps: a paste may have both. And a read
  /// that finds nothing comes back: Ctrl-C empties the terminal, maybe between the news that there is
  /// something to read and the read.
  private func prepareTerminal() {
    if isTerminalPrepared { return }
    isTerminalPrepared = true
    var settings = termios()
    guard tcgetattr(0, &settings) == 0 else { return }
    settings.c_iflag &= ~tcflag_t(INLCR | ICRNL)
    withUnsafeMutableBytes(of: &settings.c_cc) {
      $0[Int(VMIN)] = 0
      $0[Int(VTIME)] = 0
    }
    tcsetattr(0, TCSANOW, &settings)
  }

  private func insertPrefilled() {
    guard let text = prefilled else { return }
    prefilled = nil
    replaceText(with: text)
  }

  private func content(columns: Int) -> EditorFrame.Content {
    if let search { return search.content(columns: columns, language: language) }
    let (text, cursor) = buffer
    var content = Self.content(of: Self.string(text), columns: columns, language: language)
    content.cursor = cursor
    content.menu = menu
    if menu.isEmpty, let status = language.status { content.menu = [status] }
    return content
  }

  static func content(
    of text: String, columns: Int, language: any EditedLanguage
  ) -> EditorFrame.Content {
    let scalars = Array(text.unicodeScalars)
    return EditorFrame.Content(
      text: scalars, cursor: scalars.count,
      prompts: language.prompts(of: text, columns: columns),
      paints: language.usesColor ? language.paints(of: text) : [], usesColor: language.usesColor)
  }

  /// Leaves the text on the screen as it was handed over, all of it, and goes beneath it.
  private func leaveFrame(_ text: String? = nil, saying word: String = "") {
    let columns = max(shownColumns, 2)
    let final = text ?? Self.string(buffer.scalars)
    let frame = EditorFrame(
      Self.content(of: final, columns: columns, language: language), columns: columns, rows: nil)
    // What was above the rows shown comes to stand above them.
    if frame.rows.count > shown.rows.count || frame.rows.count > Terminal.size.rows { erase() }
    write(
      frame.changes(from: shown, columns: columns) + word + frame.leaving() + Self.brackets.off)
    shown = .empty
  }

  /// Draws all anew on a screen that was cleared.
  func clearScreen() {
    // ECMA-48: CUP, ED.
    write("\u{1B}[H\u{1B}[2J")
    shown = .empty
  }

  /// Writes lines above the text that is being typed.
  func tell(_ lines: String) {
    erase()
    let ended = lines.split(separator: "\n", omittingEmptySubsequences: false)
    write(ended.joined(separator: "\r\n"))
  }

  /// Ctrl-Z: gives the terminal back, stops the program, and goes on when it is continued.
  func suspend() { lend(Interrupts.stop) }

  /// Lets `body` have the terminal as it is when nothing is edited.
  func lend(_ body: () -> Void) {
    write(shown.leaving() + Self.brackets.off)
    shown = .empty
    edit_prepare_terminal(editor, 0)
    body()
    edit_prepare_terminal(editor, 1)
    takeTerminal()
  }

  // MARK: The text

  /// What was typed, and how many scalars stand before the cursor.
  var buffer: (scalars: [UInt32], cursor: Int) {
    var length: Int32 = 0
    var cursor: Int32 = 0
    guard let start = edit_buffer(editor, &length, &cursor) else { return ([], 0) }
    return (Array(UnsafeBufferPointer(start: start, count: Int(length))), Int(cursor))
  }

  /// Puts `text` in the place of all that was typed, and the cursor behind it.
  func replaceText(with text: String) {
    let (scalars, cursor) = buffer
    el_cursor(editor, Int32(scalars.count - cursor))
    el_deletestr(editor, Int32(scalars.count))
    _ = edit_insert(editor, Self.terminated(text))
  }

  static func string(_ values: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for value in values { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(text)
  }

  /// `text` as libedit takes it: ending in 0.
  static func terminated(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) + [0] }
}
