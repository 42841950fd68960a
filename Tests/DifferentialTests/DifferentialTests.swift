import Execution
import Foundation
import Language
import Synchronization
import Testing

/// Runs random queries on this program and on SQLite, which must give the same rows.
///
/// | environment | meaning | default |
/// |---|---|---|
/// | `RUMMAGE_FUZZ_SEED` | the first seed | 0 |
/// | `RUMMAGE_FUZZ_QUERIES` | how many queries, each of its own seed | 20,000; 1,000 in debug |
///
/// A difference prints the smallest query and tables that were found to differ, both answers and
/// the seed. Each query runs whole and in small batches, on one thread and on two.
struct DifferentialTests {
  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  #if DEBUG
    static let standardCount = 1_000
  #else
    static let standardCount = 20_000
  #endif

  /// Differences of one sort, which are mostly one fault, that are told in full.
  private static let mostTold = 2

  /// What became of the queries.
  private struct Totals {
    var agreed = 0
    var rows = 0
    var skipped = 0
    var refused: [String: Int] = [:]
    /// Reports by the sort of the difference: the error, or that rows differ.
    var differences: [String: [String]] = [:]
    var differing = 0
  }

  @Test func answersAsSQLite() {
    let first = Self.setting("RUMMAGE_FUZZ_SEED") ?? 0
    let count = Self.setting("RUMMAGE_FUZZ_QUERIES") ?? Self.standardCount
    let totals = Mutex(Totals())
    let workers = 2
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      // A query that is beyond SQLite is none of the `count`.
      var seed = first + worker
      var left = count / workers
      while left > 0 {
        defer { seed += workers }
        let trial = Trial(Choices(seed: UInt64(seed)), seed: seed)
        let outcome = trial.outcome
        if case .skipped = outcome {} else { left -= 1 }
        switch outcome {
        case .agreed(let rows):
          totals.withLock {
            $0.agreed += 1
            $0.rows += rows
          }
        case .skipped:
          totals.withLock { $0.skipped += 1 }
          continue
        case .refused(let message):
          totals.withLock { $0.refused[message, default: 0] += 1 }
        case .differs:
          let isTold = totals.withLock {
            $0.differing += 1
            return $0.differences[trial.sort, default: []].count < Self.mostTold
          }
          if !isTold { continue }
          let report = Trial.smallest(like: trial, seed: seed).report(seed: seed)
          totals.withLock { $0.differences[trial.sort, default: []].append(report) }
        }
      }
    }
    let end = totals.withLock { $0 }
    let refused = end.refused.values.reduce(0, +)
    print(
      "\(end.agreed) queries from seed \(first) agreed on \(end.rows) rows, \(refused) were refused, "
        + "\(end.skipped) were beyond SQLite, \(end.differing) differed")
    for (message, count) in end.refused.sorted(by: { $0.value > $1.value }) {
      Issue.record("\(count) refused: \(message)")
    }
    for report in end.differences.values.joined() { Issue.record("\(report)") }
    #expect(end.agreed > 0)
  }
}
