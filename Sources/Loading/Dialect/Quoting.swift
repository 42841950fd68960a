/// What tells quoted fields from others in one file, and how a quote is written inside one.
struct Quoting {
  let quote: UInt8?
  /// What makes a quote inside a field a letter; nil where it is doubled.
  private(set) var escape: UInt8?
  private(set) var notes: [String] = []

  /// Takes what is asked for, and finds the rest in the head.
  ///
  /// The single quote quotes where the head has no double quote and, for one of the delimiters, no
  /// field that begins with one goes on behind a second. A backslash escapes where with it every
  /// quoted field of the head ends at a delimiter, and without it one does not.
  init(_ head: FileHead, options: LoadOptions, delimiters: [UInt8]) {
    let double = UInt8(ascii: "\"")
    let single = UInt8(ascii: "'")
    switch options.quote {
    case .none: quote = nil
    case .character(let byte): quote = byte
    case .automatic:
      let hasDouble = head.text.prefix(DialectDetector.sampleBytes).contains(double)
      let isSingle =
        !hasDouble
        && delimiters.contains { Self.fields(head, delimiter: $0, quote: single).allClosed }
      quote = isSingle ? single : double
      if isSingle { notes.append("fields are quoted by single quotes") }
    }
    escape = options.escape == quote ? nil : options.escape
    if options.escape == nil, let quote,
      Self.hasEscapedQuote(head.text.prefix(DialectDetector.sampleBytes), quote: quote),
      delimiters.contains(where: {
        Self.fields(head, delimiter: $0, quote: quote).hasStray
          && Self.fields(head, delimiter: $0, quote: quote, escape: Self.backslash).allClosed
      })
    {
      escape = Self.backslash
      notes.append("a backslash makes a quote inside a quoted field a letter")
    }
  }

  private static let backslash = UInt8(ascii: "\\")

  private static func hasEscapedQuote(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, quote: UInt8
  ) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == backslash && $1 == quote }
  }

  /// Whether the head has quoted fields and each ends where a field may, and whether one does not.
  private static func fields(
    _ head: FileHead, delimiter: UInt8, quote: UInt8, escape: UInt8? = nil
  ) -> (allClosed: Bool, hasStray: Bool) {
    let text = head.text
    let end = min(text.count, DialectDetector.sampleBytes)
    var (quoted, strays) = (0, 0)
    var isInside = false
    var isAtStart = true
    var at = 0
    while at < end {
      let byte = text[at]
      let next = at + 1 < text.count ? text[at + 1] : UInt8(ascii: "\n")
      if isInside {
        if byte == escape {
          at += 1
        } else if byte == quote {
          if next == quote {
            at += 1
          } else {
            isInside = false
            let isEnd =
              next == delimiter || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
            if !isEnd { strays += 1 }
          }
        }
      } else if byte == quote && isAtStart {
        isInside = true
        quoted += 1
      }
      isAtStart = byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      at += 1
    }
    let isOpen = isInside && head.isWhole && end == text.count
    return (quoted > 0 && strays == 0 && !isOpen, strays > 0)
  }
}
