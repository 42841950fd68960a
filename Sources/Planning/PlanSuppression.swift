import Columns
import Language

/// Which rows of a grouped result are hidden: those of small counts, and those that would tell them.
package struct PlanSuppression: Sendable {
  /// Counts from 1 up to below this are hidden; at least 3.
  package let threshold: Int
  /// The column of the counts.
  package let count: Int
  /// The columns that are NULL in hidden rows, the count among them.
  package let figures: [Int]
  /// The column with a bit for each key, the last one lowest, 1 where the row adds up over it.
  package let set: Int
  /// The columns of the keys.
  package let keys: [Int]
  /// For each sum that can be read off its rows, the columns that these have in common.
  package let sums: [[Int]]
  /// Where the clause stands.
  package let range: SourceRange

  /// What a count below the threshold reads.
  package var smallMark: String { "<\(threshold)" }
  /// What the count of a row reads that is hidden for the sake of others.
  package static let complementMark = "*"
}
