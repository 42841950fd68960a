import Language
import Rendering
import Testing

@testable import rummage

/// What the editor draws, read from a screen.
@Suite struct EditorFrameTests {
  private static func content(
    _ text: String, cursor: Int? = nil, prompts: [String] = ["> ", "… "], menu: [String] = []
  ) -> EditorFrame.Content {
    let scalars = Array(text.unicodeScalars)
    return EditorFrame.Content(
      text: scalars, cursor: cursor ?? scalars.count,
      prompts: prompts + Array(repeating: "… ", count: 200), paints: [], menu: menu)
  }

  private static func screen(
    _ frames: [EditorFrame], columns: Int, rows: Int
  ) -> ScreenModel {
    var screen = ScreenModel(columns: columns, rows: rows)
    var shown = EditorFrame.empty
    for frame in frames {
      screen.feed(frame.changes(from: shown, columns: columns).utf8)
      shown = frame
    }
    return screen
  }

  @Test(arguments: [
    ("abc", ["> abc"], 0, 5), ("", [">"], 0, 2), ("a\nb", ["> a", "… b"], 1, 3),
    // The text goes on beneath itself.
    ("abcdefghij", ["> abcdefgh", "  ij"], 1, 4), ("abcdefgh", ["> abcdefgh", ""], 1, 2),
    // Wide characters are not cut in two; what combines stays where it belongs.
    ("中中中中中", ["> 中中中中", "  中"], 1, 4), ("a中中中中", ["> a中中中", "  中"], 1, 4),
    ("e\u{301}e\u{301}", ["> e\u{301}e\u{301}"], 0, 4), ("\tx", [">   x"], 0, 5),
    ("a\u{1}b", ["> a^Ab"], 0, 6),
  ])
  func rows(_ text: String, _ lines: [String], _ row: Int, _ column: Int) {
    let frame = EditorFrame(Self.content(text), columns: 10, rows: 5)
    let screen = Self.screen([frame], columns: 10, rows: 5)
    #expect(Array(screen.shownLines.prefix(lines.count)) == lines)
    #expect(screen.row == row)
    #expect(screen.column == column)
    #expect(screen.unknown == [])
  }

  @Test func aTallTextIsShownAroundTheCursor() {
    let text = (0..<50).map { "line \($0)" }.joined(separator: "\n")
    let end = EditorFrame(Self.content(text), columns: 20, rows: 6)
    #expect(Self.screen([end], columns: 20, rows: 6).shownLines.last == "… line 49")
    let start = EditorFrame(Self.content(text, cursor: 0), columns: 20, rows: 6)
    let screen = Self.screen([end, start], columns: 20, rows: 6)
    #expect(screen.shownLines.first == "> line 0")
    #expect(screen.scrolled == [])
    let all = EditorFrame(Self.content(text), columns: 20, rows: nil)
    #expect(all.rows.count == 50)
  }

  @Test func aMenuStandsBeneathAndGoes() {
    let menu = (0..<20).map { "choice \($0)" }
    let plain = EditorFrame(Self.content("a\nb"), columns: 20, rows: 8)
    let shown = EditorFrame(Self.content("a\nb", menu: menu), columns: 20, rows: 8)
    let screen = Self.screen([plain, shown], columns: 20, rows: 8)
    #expect(screen.shownLines == ["> a", "… b"] + menu.prefix(6))
    #expect(screen.row == 1)
    let after = Self.screen([plain, shown, plain], columns: 20, rows: 8)
    #expect(after.shownLines == ["> a", "… b"] + Array(repeating: "", count: 6))
  }

  /// Whatever was shown before, what is shown after is the same.
  @Test func changesLeadToTheSameScreen() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["a", "bc", "\n", "é", "e\u{301}", "中", "\t", " ", "select "]
    func text() -> String {
      (0..<Int.random(in: 0...30, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
    for _ in 0..<500 {
      let columns = Int.random(in: 6...30, using: &random)
      let rows = Int.random(in: 2...12, using: &random)
      let frames = (0..<4).map { _ in
        let text = text()
        let menu = Bool.random(using: &random) ? ["one", "two"] : []
        let cursor = Int.random(in: 0...text.unicodeScalars.count, using: &random)
        return EditorFrame(
          Self.content(text, cursor: cursor, menu: menu), columns: columns, rows: rows)
      }
      let one = Self.screen([frames[3]], columns: columns, rows: rows)
      let many = Self.screen(frames, columns: columns, rows: rows)
      func visible(_ screen: ScreenModel) -> [String] {
        screen.shownLines.filter { !$0.isEmpty }
      }
      #expect(visible(many) == visible(one))
      #expect(many.column == one.column)
      #expect(frames.allSatisfy { $0.rows.allSatisfy { $0.width <= columns } })
    }
  }
}
