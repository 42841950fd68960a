import Testing

@testable import Language

@Suite struct SourceTests {
  @Test(arguments: [
    (0, 1, 1), (3, 1, 4), (4, 2, 1), (8, 2, 3), (10, 2, 5), (11, 3, 1), (99, 3, 1), (-1, 1, 1),
  ])
  func positions(offset: Int, line: Int, column: Int) {
    // The second line has an é and an ö of two bytes each.
    let position = Source("abc\nécöx\n").position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test func theFirstLineContinuesALineOfTheFile() {
    let source = Source("b\nc", name: "q.sql", firstLine: 7, firstColumn: 5)
    #expect(source.position(of: 0) == Source.Position(line: 7, column: 5))
    #expect(source.position(of: 2) == Source.Position(line: 8, column: 1))
  }

  @Test func linesHaveNoLineEnd() {
    let source = Source("ab\r\ncd\n\nef")
    #expect(source.line(at: 1).text == "ab")
    #expect(source.line(at: 3).text == "ab")
    #expect(source.line(at: 4).text == "cd")
    #expect(source.line(at: 7).text == "")
    #expect(source.line(at: 8).text == "ef")
    #expect(source.line(at: 8).number == 4)
    #expect(source.line(at: 8).range == SourceRange(8, 10))
  }

  @Test func rangesOutsideTheTextAreMovedInside() {
    let source = Source("abc")
    #expect(source.text(of: SourceRange(1, 9)) == "bc")
    #expect(source.text(of: SourceRange(-4, 2)) == "ab")
    #expect(source.text(of: SourceRange(7, 9)) == "")
    #expect(Source("").line(at: 3).text == "")
  }

  @Test func rangesUnite() {
    #expect(SourceRange(2, 4).union(SourceRange(7, 8)) == SourceRange(2, 8))
    #expect(SourceRange(5, 2) == SourceRange(at: 5))
  }
}
