import Testing

@testable import Columns

struct EvaluationContextTests {
  @Test func addsUpAcrossThreads() {
    let context = EvaluationContext()
    Parallel.perform(100, threads: 4) { context.countDivisionsByZero($0) }
    #expect(context.divisionsByZero == 4950)
  }

  @Test func notesOfRowsAreThoseOfTheCallThatSawMost() {
    let context = EvaluationContext()
    let (first, second) = (TextTest { _ in .no }, TextTest { _ in .no })
    let note = RowNote(.noCountry, column: "origin")
    context.count(3, note, by: ObjectIdentifier(first))
    context.count(1, note, by: ObjectIdentifier(second))
    context.count(0, RowNote(.noGoodsCode, column: nil), by: ObjectIdentifier(second))
    let inner = EvaluationContext(within: context)
    inner.count(4, note, by: ObjectIdentifier(second))
    context.add(inner)
    #expect(context.rowNotes.map(\.rows) == [5])
    #expect(context.rowNotes.map(\.note) == [note])
  }
}
