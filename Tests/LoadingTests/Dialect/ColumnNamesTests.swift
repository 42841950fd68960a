import Testing

@testable import Loading

@Suite struct ColumnNamesTests {
  @Test(arguments: [
    (["a", "b"], ["a", "b"], 0),
    (["C/UC", "x", "C/UC", "C/UC"], ["C/UC", "x", "C/UC_1", "C/UC_2"], 1),
    (["a", "A"], ["a", "A_1"], 1),
    (["a", "a", "a_1"], ["a", "a_1", "a_1_1"], 1),
    ([" a ", "b\t"], ["a", "b"], 1),
    (["two\nlines", "three \r\n  more"], ["two lines", "three more"], 1),
    (["", "  ", "c"], ["column0", "column1", "c"], 1),
    (["", "column0"], ["column0", "column0_1"], 2),
  ])
  func usableNames(cells: [String], names: [String], notes: Int) {
    let made = ColumnNames.usable(cells)
    #expect(made.names == names)
    #expect(made.notes.count == notes)
  }
}
