import Synchronization

/// A question to one text that can be answered with yes, no, or that the text means nothing.
///
/// One test serves all batches of a column: it keeps the answers to the texts of a dictionary.
package final class TextTest: Sendable {
  package enum Answer: UInt8, Sendable {
    case no, yes
    /// The text is none of those that can be asked about; a test takes it for a no, and counts it.
    case unknown
  }

  private struct Answers: Sendable {
    let dictionary: TextDictionary
    /// By code, raw values of ``Answer``.
    let byCode: Buffer<UInt8>
  }

  /// Texts of a batch of plain text whose answers are kept.
  private static let mostRemembered = 4096

  private let answer: @Sendable (String) -> Answer
  private let latest: Mutex<Answers?> = Mutex(nil)

  package init(_ answer: @escaping @Sendable (String) -> Answer) { self.answer = answer }

  /// A BOOLEAN vector, NULL where `vector`, a VARCHAR, is; and how many rows hold texts that mean
  /// nothing.
  ///
  /// - Complexity: a question for each text of a dictionary at the first batch that is coded by it,
  ///   and a look-up for each row; a question for each row of plain text.
  package func evaluate(_ vector: Vector) -> (truths: Vector, unknown: Int) {
    let count = vector.count
    switch vector.storage {
    case .constant(.text(let text)):
      let answer = count == 0 ? .no : answer(text)
      return (
        Vector(constant: .boolean(answer == .yes), type: .boolean, count: count),
        answer == .unknown ? count : 0
      )
    case .code8(let codes, let dictionary):
      return lookUp(codes.pointer, answers(dictionary), vector)
    case .code16(let codes, let dictionary):
      return lookUp(codes.pointer, answers(dictionary), vector)
    case .code32(let codes, let dictionary):
      return lookUp(codes.pointer, answers(dictionary), vector)
    case .text:
      var known: [String: Answer] = [:]
      return TextReader.read(vector) { reader in
        packed(vector) { row in
          if vector.isNull(row) { return .no }
          let text = String(decoding: reader[row], as: UTF8.self)
          if let answer = known[text] { return answer }
          let answer = answer(text)
          if known.count < Self.mostRemembered { known[text] = answer }
          return answer
        }
      }
    default:
      return (Vector(constant: .null, type: .boolean, count: count), 0)
    }
  }

  private func answers(_ dictionary: TextDictionary) -> Buffer<UInt8> {
    latest.withLock { latest in
      if let latest, latest.dictionary === dictionary { return latest.byCode }
      // Code 0 is NULL's.
      let byCode = Buffer<UInt8>(repeating: Answer.no.rawValue, count: dictionary.count)
      for code in 1..<max(1, dictionary.count) {
        byCode.pointer[code] = answer(dictionary.texts.string(code)).rawValue
      }
      latest = Answers(dictionary: dictionary, byCode: byCode)
      return byCode
    }
  }

  private func lookUp<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: UnsafePointer<Code>, _ answers: Buffer<UInt8>, _ vector: Vector
  ) -> (truths: Vector, unknown: Int) {
    let table = answers.pointer
    return packed(vector) { row in
      Answer(rawValue: table[Int(truncatingIfNeeded: codes[row])]) ?? .no
    }
  }

  @inline(__always)
  private func packed(
    _ vector: Vector, _ answer: (Int) -> Answer
  ) -> (truths: Vector, unknown: Int) {
    let count = vector.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    var unknown = 0
    var row = 0
    while row < count {
      switch answer(row) {
      case .no: break
      case .yes: words.pointer[row >> 6] |= 1 << UInt64(row & 63)
      case .unknown: unknown &+= 1
      }
      row &+= 1
    }
    return (Nulls.booleans(words, count: count, validity: vector.validity), unknown)
  }

  /// A BOOLEAN vector: for each row in which neither VARCHAR is NULL, what `body` says of both.
  package static func truths(
    _ a: Vector, _ b: Vector, _ body: (String, String) throws(ValueError) -> Bool
  ) throws -> Vector {
    try TextKernels.apply([a, b], .boolean, a.count) { arguments, count in
      let validity = Nulls.validity(arguments)
      let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
      try TextReader.read(arguments[0], arguments[1]) { a, b in
        var row = 0
        while row < count {
          if validity.map({ $0[row] }) ?? true,
            try body(
              String(decoding: a[row], as: UTF8.self), String(decoding: b[row], as: UTF8.self))
          {
            words.pointer[row >> 6] |= 1 << UInt64(row & 63)
          }
          row &+= 1
        }
      }
      return Nulls.booleans(words, count: count, validity: validity)
    }
  }
}
