import Testing

@testable import Loading

@Suite struct NumberReaderTests {
  /// The bytes of `text` with room to read behind them.
  private func read<Result>(_ text: String, _ body: (UnsafePointer<UInt8>, Int) -> Result)
    -> Result?
  {
    let bytes = Array(text.utf8)
    // What stands behind a cell must not matter: digits would be the worst.
    let padded = bytes + Array("99999999999999999999".utf8)
    return padded.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { body($0, bytes.count) }
    }
  }

  @Test(arguments: 0..<2_000)
  func integersAgreeWithTheStandardLibrary(seed: Int) {
    var random = Random(seed)
    let bits = Int.random(in: 0...63, using: &random)
    let value = Int64(bitPattern: random.next()) >> Int64(63 - bits)
    #expect(read("\(value)", NumberReader.integer) == .some(value))
    let wrong = "\(value)".replacingOne(with: [":", "/", " ", "-", "."], &random)
    let expected: Int64? = wrong.wholeMatch(of: /-?(0|[1-9][0-9]*)/) == nil ? nil : Int64(wrong)
    #expect(read(wrong, NumberReader.integer) == .some(expected))
  }

  @Test(arguments: 0..<4_000)
  func doublesAgreeWithTheStandardLibrary(seed: Int) {
    var random = Random(seed)
    var text = Bool.random(using: &random) ? "-" : ""
    text += String(random.next() >> UInt64.random(in: 0...63, using: &random))
    if Bool.random(using: &random) {
      text += "." + String(random.next() >> UInt64.random(in: 0...63, using: &random))
    }
    if Bool.random(using: &random) { text += "e\(Int.random(in: -340...340, using: &random))" }
    guard text.contains(".") || text.contains("e") else { return }
    let expected = Double(text).flatMap { $0.isFinite ? $0 : nil }
    #expect(read(text, NumberReader.double) == .some(expected), "\(text)")
    if let value = Double(text), value.isFinite, "\(value)" != text {
      #expect(read("\(value)", NumberReader.double) == .some(value))
    }
  }

  @Test(arguments: [
    ("0", 0, 0), ("-0", 0, 0), ("1.50", 150, 2), ("-12345678.12345678", -1_234_567_812_345_678, 8),
    ("999999999999999999", 999_999_999_999_999_999, 0), ("0.000000000000000001", 1, 18),
    ("12345678901234567.8", 123_456_789_012_345_678, 1), ("0.12345678", 12_345_678, 8),
    ("1234567.8", 12_345_678, 1), ("12345678.9", 123_456_789, 1),
  ])
  func decimals(text: String, unscaled: Int64, scale: Int) {
    let value = read(text, NumberReader.decimal)
    #expect(value??.unscaled == unscaled && value??.scale == scale)
  }

  @Test(arguments: [
    "-", ".", "-.", "1.", "01", "-01", "00.5", "1..2", "1.2.3", "1,5", "1e5", "+1", " 1", "1 ",
    "1234567890123456789", "0.1234567890123456789", "1234567890123456.789", "12a", "1.x", "0x10",
  ])
  func notDecimals(text: String) {
    #expect(read(text) { NumberReader.decimal($0, $1) == nil } == true)
  }
}

extension String {
  /// The text with one of its characters replaced.
  fileprivate func replacingOne(with others: [Character], _ random: inout Random) -> String {
    var characters = Array(self)
    characters[Int.random(in: characters.indices, using: &random)] =
      others.randomElement(using: &random) ?? "?"
    return String(characters)
  }
}
