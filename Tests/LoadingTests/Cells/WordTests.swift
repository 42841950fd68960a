import Testing

@testable import Loading

/// What is told to be a word at a glance is text when looked at closely.
@Suite struct WordTests {
  private static let parts = [
    "a", "n", "t", "true", "False", "nan", "NA", "n/a", "none", "Not Available", "unknown", "March",
    "may",
    "3", "2024", "1e5", "e", "E5", ",", ".", " ", "\u{A0}", "-", "%", "é", "inf", "tbc", "/",
    "x\u{2009}",
    "null", "                ", "Namibia",
  ]

  @Test(arguments: 0..<40)
  func wordsAreText(seed: Int) {
    var random = Random(seed)
    for _ in 0..<500 {
      let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Self.parts[Int.random(in: 0..<Self.parts.count, using: &random)]
      }
      let bytes = Array(parts.joined().utf8)
      let padded = bytes + [UInt8](repeating: 0, count: 16)
      padded.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        if CellShape.isWord(start, bytes.count) {
          #expect(CellShape(start, bytes.count).cellClass == .text, "\(parts)")
        }
      }
    }
  }

  @Test(arguments: [
    ("Heroin", true), ("Namibia, Windhoek", true), ("a", true), ("Cash é", true),
    ("Opium 3", false),
    ("5 kg", false), ("", false), (" x", false), ("NA", false), ("nan                     ", false),
    ("true", false), ("May 3, 2024", false), ("éa", false),
  ])
  func words(text: String, isWord: Bool) {
    let padded = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
    padded.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      #expect(CellShape.isWord(start, text.utf8.count) == isWord)
    }
  }
}
