import Loading
import Testing

@Suite struct TotalRowTests {
  @Test(arguments: [
    ("k,v\nBE,1\nTotal,1\n", true), ("k,v\nBE,1\n GRAND TOTAL: ,1\n", true),
    ("v,k\n1,BE\n,Summe\n", true), ("k,v\nTotal,1\nBE,1\n", false),
    ("k,v\nBE,1\nTotally,1\n", false),
    ("k,v\nBE,1\nTotal (1 row),1\n,\n,\n", true), ("k,v\nBE,1\n** Total **,1\n", true),
    ("k,v\nBE,1\nTotal Quality Ltd,1\n", false), ("n,k\n1,Total\n", false), ("k\nTotal\n", true),
    ("k,v\n", false),
  ])
  func noted(text: String, isNoted: Bool) throws {
    let notes = try load(text).ledger.notes
    #expect(notes.contains { $0.hasPrefix("the last row begins with ") } == isNoted)
  }
}
