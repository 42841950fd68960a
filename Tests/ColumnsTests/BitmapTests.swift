import Testing

@testable import Columns

struct BitmapTests {
  @Test(arguments: [0, 1, 63, 64, 65, 128, 1000])
  func bitsBehindTheLastRowAreZero(count: Int) {
    let bitmap = Bitmap(repeating: true, count: count)
    var ones = 0
    for word in bitmap.words.elements { ones += word.nonzeroBitCount }
    #expect(ones == count)
    #expect((0..<count).allSatisfy { bitmap[$0] })
  }

  @Test(arguments: [(0, 0), (1, 1), (64, 1), (65, 2), (65_536, 1024)])
  func wordsHoldTheRows(rows: Int, words: Int) {
    #expect(Bitmap.wordCount(forRows: rows) == words)
  }
}
