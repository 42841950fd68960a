import Rendering

/// A terminal's screen: takes what a program writes, and shows what a person would see.
///
/// It knows what the console and its children send: printing, wrapping, scrolling, and the control
/// sequences of ECMA-48 for cursor, erasing and colour. Sequences that it does not know are kept in
/// ``unknown``, so that a test can say there are none.
struct ScreenModel {
  struct Cell: Equatable {
    var text = " "
    /// Parameters of the last SGR, empty for none.
    var paint = ""
    /// The second cell of a wide character.
    var isContinuation = false
  }

  private(set) var columns: Int
  private(set) var height: Int
  private(set) var cells: [[Cell]]
  private(set) var row = 0
  private(set) var column = 0
  /// Lines that left the screen at its top.
  private(set) var scrolled: [String] = []
  private(set) var bells = 0
  /// Whether pastes are to come in brackets, and how often that was asked for: once a prompt.
  private(set) var wantsBrackets = false
  private(set) var prompts = 0
  private(set) var unknown: [String] = []
  private var paint = ""
  /// The cursor stands on the last cell, which has been written.
  private var isFull = false
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    height = rows
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The lines of the screen, without the spaces at their ends, and those that left it.
  var lines: [String] { scrolled + shownLines }

  /// The lines on the screen.
  var shownLines: [String] { cells.map(Self.text) }

  /// All lines as one text, without the empty ones at the end.
  var text: String {
    var all = lines
    while all.last == "" { all.removeLast() }
    return all.joined(separator: "\n")
  }

  /// The line in which the cursor stands.
  var cursorLine: String { Self.text(cells[row]) }

  private static func text(_ cells: [Cell]) -> String {
    var line = cells.filter { !$0.isContinuation }.map(\.text).joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The paint of the lowest place on the screen where `word` stands; nil where it does not.
  func paint(of word: String) -> String? {
    for line in cells.reversed() {
      for start in line.indices where Self.text(Array(line[start...])).hasPrefix(word) {
        return line[start].paint
      }
    }
    return nil
  }

  // MARK: Writing

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
    while let length = nextLength() {
      let piece = Array(pending[..<length])
      pending.removeFirst(length)
      perform(piece)
    }
  }

  /// How many bytes the next control sequence or character has; nil where it is not whole yet.
  private func nextLength() -> Int? {
    guard let first = pending.first else { return nil }
    if first == 0x1B {
      guard pending.count > 1 else { return nil }
      guard pending[1] == UInt8(ascii: "[") else { return 2 }
      return pending.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    }
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    return pending.count >= length ? length : nil
  }

  private mutating func perform(_ piece: [UInt8]) {
    switch piece[0] {
    case 0x07: bells += 1
    case 0x08: moveTo(column: column - 1)
    case 0x09: moveTo(column: (column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: moveTo(column: 0)
    case 0x1B: performEscape(piece)
    case 0..<0x20: unknown.append("control \(piece[0])")
    default: print(String(decoding: piece, as: UTF8.self))
    }
  }

  private mutating func performEscape(_ piece: [UInt8]) {
    let sequence = String(decoding: piece.dropFirst(), as: UTF8.self)
    guard piece.count > 2, let final = sequence.last else {
      unknown.append(sequence)
      return
    }
    let parameters = sequence.dropFirst().dropLast()
    let first = Int(parameters.split(separator: ";").first ?? "")
    switch final {
    case "A": moveTo(row: row - (first ?? 1))
    case "B": moveTo(row: row + (first ?? 1))
    case "C": moveTo(column: column + (first ?? 1))
    case "D": moveTo(column: column - (first ?? 1))
    case "G": moveTo(column: (first ?? 1) - 1)
    case "H":
      moveTo(row: (first ?? 1) - 1)
      moveTo(column: (Int(parameters.split(separator: ";").dropFirst().first ?? "") ?? 1) - 1)
    case "J": erase(below: first ?? 0)
    case "K": erase(inLine: first ?? 0)
    case "m": paint = parameters == "0" ? "" : String(parameters)
    case "h" where parameters == "?2004":
      wantsBrackets = true
      prompts += 1
    case "l" where parameters == "?2004": wantsBrackets = false
    default: unknown.append(sequence)
    }
  }

  private mutating func print(_ text: String) {
    let width = text.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1) }
    if width == 0 {
      // What combines goes to the character before.
      let place = isFull ? column : max(column - 1, 0)
      cells[row][cells[row][place].isContinuation ? place - 1 : place].text += text
      return
    }
    if isFull || column + width > columns {
      lineFeed()
      moveTo(column: 0)
    }
    cells[row][column] = Cell(text: text, paint: paint)
    if width == 2 {
      cells[row][column + 1] = Cell(text: "", paint: paint, isContinuation: true)
    }
    if column + width >= columns {
      column = columns - 1
      isFull = true
    } else {
      column += width
    }
  }

  private mutating func lineFeed() {
    isFull = false
    if row < height - 1 {
      row += 1
    } else {
      scrolled.append(Self.text(cells[0]))
      cells.removeFirst()
      cells.append(Array(repeating: Cell(), count: columns))
    }
  }

  private mutating func moveTo(column wanted: Int) {
    column = min(max(wanted, 0), columns - 1)
    isFull = false
  }

  private mutating func moveTo(row wanted: Int) {
    row = min(max(wanted, 0), height - 1)
    isFull = false
  }

  private mutating func erase(inLine kind: Int) {
    let range = kind == 0 ? column..<columns : kind == 1 ? 0..<(column + 1) : 0..<columns
    for index in range { cells[row][index] = Cell() }
  }

  private mutating func erase(below kind: Int) {
    if kind == 0 { erase(inLine: 0) }
    let range = kind == 0 ? (row + 1)..<max(height, row + 1) : 0..<height
    for index in range { cells[index] = Array(repeating: Cell(), count: columns) }
  }

  /// Another size, as a terminal that breaks its lines anew shows it.
  mutating func resize(columns new: Int, rows: Int) {
    var broken: [[Cell]] = []
    var cursorRow = 0
    for (index, line) in cells.enumerated() {
      if index == row { cursorRow = broken.count + column / new }
      var rest = line[..<((line.lastIndex { $0 != Cell() } ?? -1) + 1)]
      repeat {
        let head = Array(rest.prefix(new))
        broken.append(head + Array(repeating: Cell(), count: new - head.count))
        rest = rest.dropFirst(new)
      } while !rest.isEmpty
    }
    while broken.count > rows, cursorRow < broken.count - 1,
      broken.last
        == Array(
          repeating: Cell(), count: new)
    { broken.removeLast() }
    while broken.count > rows {
      scrolled.append(Self.text(broken.removeFirst()))
      cursorRow -= 1
    }
    while broken.count < rows { broken.append(Array(repeating: Cell(), count: new)) }
    cells = broken
    column = column % new
    columns = new
    height = rows
    row = max(cursorRow, 0)
    isFull = false
  }
}
