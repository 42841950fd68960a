import Synchronization

/// The distinct texts of a coded column, each under its code.
///
/// Code 0 stands for NULL and holds an empty text that no row means; every other code holds a text
/// that no other code holds. Codes are given in order of first appearance, so the same file gives
/// the same codes on any number of threads.
package final class TextDictionary: Sendable {
  package let texts: TextStore

  private let index: Mutex<CodeIndex?> = Mutex(nil)
  private let order: Mutex<Buffer<UInt32>?> = Mutex(nil)

  /// Wraps `texts`, whose text 0 is the empty stand-in for NULL and whose others are distinct.
  package init(texts: TextStore) {
    self.texts = texts
  }

  /// Codes, that of NULL included.
  package var count: Int { texts.count }

  /// The code of `text`, or nil where no row holds it.
  ///
  /// - Complexity: constant, after a first call that hashes every text.
  package func code(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    index.withLock { index in
      if index == nil { index = CodeIndex(texts) {} }
      return index?.find(text, in: texts)
    }
  }

  /// Hashes every text, so that ``code(of:)`` is quick from the first call on.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  func prepareCodes() throws(ValueError) {
    try index.withLock { index throws(ValueError) in
      if index == nil { index = try CodeIndex(texts, pause: Cancellation.point) }
    }
  }

  /// The code of `text`, or nil where no row holds it.
  package func code(of text: String) -> Int? {
    var copy = text
    return copy.withUTF8 { code(of: $0) }
  }

  /// The place of each code when the texts stand in byte order; NULL has place 0.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: that of ``TextSort`` at the first call, then constant.
  package func ranks() throws(ValueError) -> Buffer<UInt32> {
    try order.withLock { order throws(ValueError) in
      if let order { return order }
      let made = try TextOrder.ranks(of: texts)
      order = made
      return made
    }
  }
}
