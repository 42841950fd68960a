import Testing

@testable import Columns

/// Kernels that read text in registers, held to the same questions asked of `String`.
struct TextBytesTests {
  /// Texts of all lengths around those of registers, some with code points of two to four bytes.
  static let texts: [String] = {
    var random = RandomNumbers(seed: 5)
    let letters = Array("aabcde É ß中😀ıİǆ".unicodeScalars)
    return (0..<400).map { length in
      let isPlain = length % 3 == 0
      var text = ""
      for _ in 0..<length / 3 {
        let letter = letters[Int(random.next() >> 33) % (isPlain ? 6 : letters.count)]
        text.unicodeScalars.append(letter)
      }
      return text
    }
  }()

  private static let vector = Vector(texts.map { .text($0) }, type: .varchar)

  private func constant(_ text: String) -> Vector {
    Vector(constant: .text(text), type: .varchar, count: Self.texts.count)
  }

  @Test func countsCodePoints() throws {
    let lengths = try TextKernels.length(Self.vector)
    for (row, text) in Self.texts.enumerated() {
      #expect(lengths.value(row) == .integer(Int128(text.unicodeScalars.count)))
    }
  }

  @Test(
    arguments: ["a", "aa", "ab", "aab", "abcde", "É", " ß", "zz"],
    ["", "x", "xyz", "a replacement of more than sixteen bytes"])
  func replacesFromTheLeft(part: String, replacement: String) throws {
    let replaced = try TextKernels.replace(Self.vector, constant(part), constant(replacement))
    for (row, text) in Self.texts.enumerated() {
      var expected: [UInt8] = []
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        if rest.starts(with: part.utf8) {
          expected += replacement.utf8
          rest = rest.dropFirst(part.utf8.count)
        } else {
          expected.append(rest.removeFirst())
        }
      }
      #expect(replaced.value(row) == .text(String(decoding: expected, as: UTF8.self)))
    }
  }

  @Test(arguments: ["a", "cd", "bcd", "e É", "😀", "aaaaaaaaaaaaaa"])
  func findsWhatIsThere(part: String) throws {
    let found = try TextKernels.contains(Self.vector, constant(part))
    let places = try TextKernels.position(Self.vector, constant(part))
    for (row, text) in Self.texts.enumerated() {
      let scalars = Array(text.unicodeScalars)
      let needle = Array(part.unicodeScalars)
      let place = scalars.indices.first { scalars[$0...].starts(with: needle) }
      #expect(found.value(row) == .boolean(place != nil))
      #expect(places.value(row) == .integer(Int128(place.map { $0 + 1 } ?? 0)))
    }
  }

  @Test func mapsCasePointByPoint() throws {
    let upper = try TextKernels.upper(Self.vector)
    let lower = try TextKernels.lower(Self.vector)
    for (row, text) in Self.texts.enumerated() {
      let scalars = text.unicodeScalars
      #expect(upper.value(row) == .text(scalars.map(\.properties.uppercaseMapping).joined()))
      #expect(lower.value(row) == .text(scalars.map(\.properties.lowercaseMapping).joined()))
    }
  }
}
