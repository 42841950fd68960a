import Testing

@testable import Columns

struct EvaluationContextTests {
  @Test func addsUpAcrossThreads() throws {
    let context = EvaluationContext()
    try Parallel.perform(100, threads: 4) { context.countDivisionsByZero($0) }
    #expect(context.divisionsByZero == 4950)
  }
}
