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

  /// Whether days stand before months; nil where the format does not have both as numbers.
  package var isDayFirst: Bool? {
    let parts = order
    guard let day = parts.firstIndex(where: { "dej".contains($0) }),
      let month = parts.firstIndex(of: "m")
    else { return nil }
    return day < month
  }

  /// Whether years stand before days and months.
  package var isYearFirst: Bool { order.first.map { "yY".contains($0) } ?? false }

  /// The specifiers in their order, without flags.
  private var order: [Character] {
    text.split(separator: "%", omittingEmptySubsequences: true)
      .compactMap { $0.first { $0 != "-" } }
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
