import Rendering
import Testing

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 10, 0, [""]), ("a bc", 10, 0, ["a bc"]), ("a  bc", 10, 0, ["a  bc"]),
    ("one two three", 7, 0, ["one two", "three"]), ("one two three", 7, 2, ["one two", "  three"]),
    ("one two three", 8, 2, ["one two", "  three"]),
    ("abcdefgh i", 3, 0, ["abc", "def", "gh", "i"]),
    ("ab cdefgh", 4, 2, ["ab", "  cd", "  ef", "  gh"]), ("日本 日本", 5, 0, ["日本", "日本"]),
    ("a  bc  d", 5, 0, ["a  bc", "d"]), ("abc", 0, 0, ["a", "b", "c"]),
  ])
  func prose(_ text: String, _ width: Int, _ indent: Int, _ expected: [String]) {
    #expect(Wrapping.lines(of: text, width: width, indent: indent) == expected)
  }

  @Test(arguments: [
    ("SELECT 1\nFROM t", 20, ["SELECT 1", "FROM t"]),
    ("SELECT 'a  b', c FROM t", 15, ["SELECT 'a  b',", "  c FROM t"]),
    ("  SELECT a, b FROM t", 12, ["  SELECT a,", "    b FROM t"]),
    ("SELECT 'it''s so'", 12, ["SELECT", "  'it''s so'"]),
  ])
  func statements(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(Wrapping.lines(ofStatement: text, width: width) == expected)
  }
}
