/// A format of `strptime` for reading one text after the other, as loading a file does.
package struct WrittenDateFormat: Sendable {
  /// As it was written.
  package let text: String
  private let format: DateFormat

  /// - Throws: ``ValueError/badArgument(_:)`` for a specifier that is not known.
  package init(_ text: String) throws(ValueError) {
    self.text = text
    let bytes = Array(text.utf8)
    // A closure does not keep the type of what it throws.
    let made = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(ValueError) in try DateFormat(bytes) }
    }
    format = try made.get()
  }

  /// The moment that `text` writes, in microseconds since 1970-01-01 00:00:00; nil where it is not
  /// written so, or there is no such day.
  package func microseconds(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    format.read(text).map { Int64($0) }
  }
}

extension WrittenDateFormat: Hashable {
  package static func == (a: WrittenDateFormat, b: WrittenDateFormat) -> Bool { a.text == b.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
