/// Takes the fields of a text one after the other: the rules of quotes, byte by byte.
///
/// For the head of a file, where the dialect is not known yet; whole files go through the kernels,
/// which follow the same rules.
struct RowLexer {
  let text: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  let quote: UInt8?
  private(set) var position: Int

  /// One row: the fields between delimiters, as they stand in the text.
  struct Row {
    /// Empty where they were only counted.
    var fields: [Range<Int>] = []
    var fieldCount = 0
    /// Whether the row is a line without a character.
    var isBlank = false
    /// Whether the text ended inside a quoted field.
    var isOpen = false
    /// Whether the row ended at a line end, not at the end of the text.
    var isEnded = false
    /// Where the last quote opened.
    var opening = 0
  }

  init(
    _ text: UnsafeBufferPointer<UInt8>, from position: Int = 0, delimiter: UInt8, quote: UInt8?
  ) {
    self.text = text
    self.position = position
    self.delimiter = delimiter
    self.quote = quote
  }

  /// The next row, or nil at the end of the text. A blank line is a row of one empty field.
  ///
  /// - Parameter isCounting: whether fields are counted, and not noted.
  mutating func next(isCounting: Bool = false) -> Row? {
    guard position < text.count else { return nil }
    var row = Row()
    let first = position
    var start = position
    var isInside = false
    var isAfterSeparator = true
    var isAfterQuote = false
    while position < text.count {
      let byte = text[position]
      if isInside {
        isAfterSeparator = false
        if byte == quote {
          isInside = false
          isAfterQuote = true
        }
      } else if byte == quote {
        if isAfterSeparator || isAfterQuote {
          isInside = true
          // Behind a closing quote, it makes that one of two, and the field goes on.
          if isAfterSeparator { row.opening = position }
        }
        isAfterSeparator = false
        isAfterQuote = false
      } else if byte == delimiter {
        if !isCounting { row.fields.append(start..<position) }
        row.fieldCount += 1
        start = position + 1
        isAfterSeparator = true
        isAfterQuote = false
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if !isCounting { row.fields.append(start..<position) }
        row.fieldCount += 1
        row.isBlank = position == first
        position += 1
        if byte == UInt8(ascii: "\r") && position < text.count
          && text[position] == UInt8(ascii: "\n")
        {
          position += 1
        }
        row.isEnded = true
        return row
      } else {
        isAfterSeparator = false
        isAfterQuote = false
      }
      position += 1
    }
    if !isCounting { row.fields.append(start..<position) }
    row.fieldCount += 1
    row.isOpen = isInside
    return row
  }

  /// The part of `field` between its quotes, where it has some.
  func inside(_ field: Range<Int>) -> Range<Int> {
    guard let quote, field.count >= 2, text[field.lowerBound] == quote,
      text[field.upperBound - 1] == quote
    else { return field }
    return field.lowerBound + 1..<field.upperBound - 1
  }

  /// The text of `field` without its quotes.
  func content(_ field: Range<Int>) -> [UInt8] {
    let inside = inside(field)
    if inside == field { return Array(text[field]) }
    var result: [UInt8] = []
    result.reserveCapacity(field.count)
    var index = inside.lowerBound
    while index < inside.upperBound {
      result.append(text[index])
      // Inside a field, a quote is always one of two.
      index += text[index] == quote ? 2 : 1
    }
    return result
  }
}
