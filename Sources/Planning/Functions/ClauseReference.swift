/// What is said of a clause that other databases do not have, to people who ask.
package struct ClauseReference: Sendable {
  /// The word that it begins with, in lower case.
  package let name: String
  /// How it is written.
  package let signature: String
  /// What it does, a line each.
  package let help: [String]

  /// All of them.
  package static let all: [ClauseReference] = [
    ClauseReference(
      name: "top",
      signature: "TOP n BY measure [ASC|DESC] [PER key, …] [WITH OTHERS] [WITH TOTAL]",
      help: [
        "Closes a query with GROUP BY, in place of ORDER BY and LIMIT: the n groups of the greatest measure.",
        "PER makes a list for each value of keys that the query groups by.",
        "WITH OTHERS and WITH TOTAL add a row for all other groups, and one for all: made of their rows, so that averages, medians and COUNT(DISTINCT …) are right. Their label stands in the first grouped column that is not behind PER, in parentheses where a group is called so.",
        "Groups of equal measure stand in the order of their keys; a note tells where the cut parts them.",
        "SHARE, and all with OVER, look at all groups. Beside OTHERS, TOTAL or SUPPRESS only SHARE and sums can stand, of sums and counts, over partitions by keys of PER; a total is a whole of its own.",
      ]),
    ClauseReference(
      name: "suppress", signature: "SUPPRESS BELOW n [ON count]",
      help: [
        "Closes a query with GROUP BY, behind ORDER BY and LIMIT or TOP: counts from 1 up to below n read <n.",
        "As many further rows are hidden, their count reading *, as it takes that no hidden count can be computed from totals (ROLLUP, CUBE, GROUPING SETS, TOP … WITH TOTAL), from shares, or from what small counts can be. All figures of hidden rows are NULL, also where rows are sorted by them.",
        "It guards one result: several queries about the same rows can tell together what each hides, and so can extremes, or averages beside sums. It hides more than must be at times, never less.",
      ]),
  ]

  /// The clause that begins with `word`, in any case.
  package static func named(_ word: String) -> ClauseReference? {
    let folded = word.lowercased()
    return all.first { $0.name == folded }
  }
}
