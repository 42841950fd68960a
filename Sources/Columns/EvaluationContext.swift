import Synchronization

/// What evaluating expressions leaves behind besides its values: counts for the notes that stand
/// under a result.
///
/// One context serves a whole statement and is shared by all its threads. Counts are sums, so they
/// are the same on any number of threads.
package final class EvaluationContext: Sendable {
  private let zeroDivisions = Atomic<Int>(0)

  package init() {}

  /// Rows in which a division by zero gave NULL.
  package var divisionsByZero: Int { zeroDivisions.load(ordering: .relaxed) }

  /// Adds `rows` divisions by zero.
  package func countDivisionsByZero(_ rows: Int) {
    if rows != 0 { zeroDivisions.add(rows, ordering: .relaxed) }
  }
}
