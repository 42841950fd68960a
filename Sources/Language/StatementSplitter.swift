/// Cuts a stream of lines into statements at the semicolons that are in no quote or comment.
///
/// A semicolon also ends a statement in which a parenthesis is open: none may stand there, so the
/// parenthesis was forgotten, and the parser says where.
///
/// The console feeds it line by line and asks `pending` whether to prompt for more; files and
/// standard input feed it the same way and call `finish()` at their end. A line that begins with a
/// dot while no statement is open is a command of the console.
package struct StatementSplitter: Sendable {
  package enum Item: Sendable {
    /// A statement without its semicolon, with the comments before it.
    case statement(Source)
    /// A line such as `.mode csv`, without its line end.
    case command(Source)
  }

  /// What keeps a statement open, innermost first to be closed.
  package enum Pending: Hashable, Sendable {
    /// Nothing has been typed but white space and comments.
    case nothing
    /// A statement has begun and waits for its semicolon.
    case statement
    case parenthesis
    case string
    case quotedName
    case comment
  }

  private enum State {
    case code
    case string(escapes: Bool)
    case quotedName
    /// Between dollar signs, with the mark that ends it.
    case dollarQuote([UInt8])
    case comment(depth: Int)
  }

  private let name: String?
  private var state = State.code
  private var buffer: [UInt8] = []
  /// Where the text since the last item begins in `buffer`.
  private var start = 0
  /// Where scanning goes on in `buffer`.
  private var scanned = 0
  private var parentheses = 0
  /// Whether the text since the last item holds anything but white space and comments.
  private var hasContent = false
  private var line = 1
  private var column = 1

  /// `name` is the file's, given to every source.
  package init(name: String? = nil) {
    self.name = name
  }

  /// What is still open after the lines fed so far.
  package var pending: Pending {
    switch state {
    case .string, .dollarQuote: .string
    case .quotedName: .quotedName
    case .comment: .comment
    case .code: parentheses > 0 ? .parenthesis : hasContent ? .statement : .nothing
    }
  }

  /// The text that no item has taken yet.
  package var remainder: String { String(decoding: buffer[start...], as: UTF8.self) }

  /// Takes one line, without its line end, and gives the items that it completes.
  ///
  /// - Complexity: O(*n*) in the line's length.
  package mutating func feed(line text: some StringProtocol) -> [Item] {
    let begin = buffer.count
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if case .code = state, !hasContent,
      buffer[begin...].first(where: { !$0.isWhiteSpace }) == UInt8(ascii: ".")
    {
      // Comments that stand before a command belong to nothing.
      discard(through: begin)
      let source = source(upTo: buffer.count)
      reset()
      return [.command(source)]
    }
    let items = scan()
    buffer.removeSubrange(..<start)
    scanned -= start
    start = 0
    return items
  }

  /// Takes the whole of a text and gives every item in it, the last statement also when it has no
  /// semicolon.
  package static func items(of text: String, name: String? = nil) -> [Item] {
    var splitter = StatementSplitter(name: name)
    var items: [Item] = []
    var rest = Substring(text)
    while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
      items += splitter.feed(line: rest[..<end])
      rest = rest[rest.utf8.index(after: end)...]
    }
    if !rest.isEmpty { items += splitter.feed(line: rest) }
    return items + splitter.finish()
  }

  /// Ends the stream: an open statement comes out as it stands, for the parser to complain of.
  package mutating func finish() -> [Item] {
    defer { reset() }
    let isOpenComment = if case .comment = state { true } else { false }
    guard hasContent || isOpenComment else { return [] }
    return [.statement(source(upTo: buffer.count))]
  }

  /// Throws the open statement away, as after an interrupt.
  package mutating func reset() {
    discard(through: buffer.count)
    buffer = []
    start = 0
    scanned = 0
  }

  private mutating func scan() -> [Item] {
    var items: [Item] = []
    while scanned < buffer.count {
      let byte = buffer[scanned]
      let next = scanned + 1 < buffer.count ? buffer[scanned + 1] : 0
      switch state {
      case .code:
        if byte == UInt8(ascii: ";") {
          if hasContent { items.append(.statement(source(upTo: scanned))) }
          discard(through: scanned + 1)
          continue
        }
        scanCode(byte, next)
      case .string(let escapes):
        if escapes && byte == UInt8(ascii: "\\") {
          scanned += 1
        } else if byte == UInt8(ascii: "'") {
          // A doubled quote closes and opens again.
          state = .code
          if escapes && next == byte {
            state = .string(escapes: true)
            scanned += 1
          }
        }
      case .dollarQuote(let tag):
        if byte == UInt8(ascii: "$"),
          buffer[scanned...].prefix(tag.count).elementsEqual(tag)
        {
          state = .code
          scanned += tag.count - 1
        }
      case .quotedName:
        if byte == UInt8(ascii: "\"") { state = .code }
      case .comment(let depth):
        if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
          state = depth == 1 ? .code : .comment(depth: depth - 1)
          scanned += 1
        } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
          state = .comment(depth: depth + 1)
          scanned += 1
        }
      }
      scanned += 1
    }
    return items
  }

  private mutating func scanCode(_ byte: UInt8, _ next: UInt8) {
    switch byte {
    case UInt8(ascii: "-") where next == byte:
      while scanned + 1 < buffer.count, buffer[scanned + 1] != UInt8(ascii: "\n") { scanned += 1 }
      return
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
      state = .comment(depth: 1)
      scanned += 1
      return
    case 0x20, 0x09...0x0D:
      return
    case UInt8(ascii: "'"):
      state = .string(escapes: isEscapePrefixed)
    case UInt8(ascii: "\""):
      state = .quotedName
    case UInt8(ascii: "$"):
      if !isInWord, let tag = DollarQuote.tag(in: buffer, at: scanned) {
        state = .dollarQuote(tag)
        scanned += tag.count - 1
      }
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      parentheses += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      parentheses -= 1
    default:
      break
    }
    hasContent = true
  }

  /// Whether the byte being scanned goes on with a word: `a$b`.
  private var isInWord: Bool {
    guard scanned > 0 else { return false }
    switch buffer[scanned - 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      return true
    default: return false
    }
  }

  /// Whether the quote being scanned follows an `E` that is a word of its own.
  private var isEscapePrefixed: Bool {
    guard scanned > 0, buffer[scanned - 1] | 0x20 == UInt8(ascii: "e") else { return false }
    guard scanned > 1 else { return true }
    switch buffer[scanned - 2] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      return false
    default:
      return true
    }
  }

  /// The text since the last item up to an offset, without the white space around it.
  private func source(upTo end: Int) -> Source {
    var first = start
    var end = end
    while first < end, buffer[first].isWhiteSpace { first += 1 }
    while end > first, buffer[end - 1].isWhiteSpace { end -= 1 }
    let place = place(of: first)
    return Source(
      String(decoding: buffer[first..<end], as: UTF8.self), name: name, firstLine: place.line,
      firstColumn: place.column)
  }

  /// Goes on after an offset as if nothing had been typed before it.
  private mutating func discard(through end: Int) {
    (line, column) = place(of: end)
    start = end
    scanned = end
    state = .code
    parentheses = 0
    hasContent = false
  }

  /// Line and column of an offset in the buffer; columns count characters.
  private func place(of offset: Int) -> (line: Int, column: Int) {
    let before = buffer[start..<offset]
    guard let lineEnd = before.lastIndex(of: UInt8(ascii: "\n")) else {
      return (line, column + String(decoding: before, as: UTF8.self).count)
    }
    let lines = before.count { $0 == UInt8(ascii: "\n") }
    let rest = before[(lineEnd + 1)...]
    return (line + lines, 1 + String(decoding: rest, as: UTF8.self).count)
  }
}

extension UInt8 {
  fileprivate var isWhiteSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
}
