import Columns
import Language

/// What `SET` can change.
package struct Settings: Sendable {
  /// Where NULLs go in an ORDER BY that does not say.
  package enum NullOrder: String, CaseIterable, Sendable {
    case last = "nulls_last"
    case first = "nulls_first"
    /// As in SQLite: NULL is the smallest value.
    case asSmallest = "nulls_first_on_asc_last_on_desc"
    /// As in PostgreSQL: NULL is the largest value.
    case asLargest = "nulls_last_on_asc_first_on_desc"

    /// Whether NULLs come first.
    func isFirst(isDescending: Bool) -> Bool {
      switch self {
      case .last: false
      case .first: true
      case .asSmallest: !isDescending
      case .asLargest: isDescending
      }
    }
  }

  /// How many threads statements may use; nil leaves it to the session.
  package var threads: Int?
  /// Whether `/` between whole numbers gives a whole number, as in PostgreSQL and SQLite.
  package var dividesWhole = false
  package var nullOrder = NullOrder.last
  /// Whether an ORDER BY that does not say is descending.
  package var isDescending = false

  package init() {}
}

/// One setting: what `SET`, `RESET` and `current_setting` know of it.
package struct Setting: Sendable {
  /// The first is the one that messages name.
  package let names: [String]
  /// What it can be set to.
  package let values: String
  /// The value in use, as text.
  let show: @Sendable (Settings) -> String
  /// Puts a value, in lower case, into the settings; false where it is none.
  let set: @Sendable (String, inout Settings) -> Bool

  /// All settings, in the order of their names.
  package static let all: [Setting] = [
    Setting(
      names: ["default_null_order", "null_order"],
      values: Settings.NullOrder.allCases.map(\.rawValue).joined(separator: ", "),
      show: { $0.nullOrder.rawValue }
    ) {
      let short = ["first": "nulls_first", "last": "nulls_last", "nulls first": "nulls_first"]
      let word = short[$0] ?? ($0 == "nulls last" ? "nulls_last" : $0)
      guard let order = Settings.NullOrder(rawValue: word) else { return false }
      $1.nullOrder = order
      return true
    },
    Setting(
      names: ["default_order"], values: "asc, desc", show: { $0.isDescending ? "desc" : "asc" }
    ) {
      let directions = ["asc": false, "ascending": false, "desc": true, "descending": true]
      guard let isDescending = directions[$0] else { return false }
      $1.isDescending = isDescending
      return true
    },
    Setting(
      names: ["integer_division"], values: "true, false",
      show: { $0.dividesWhole ? "true" : "false" }
    ) {
      let truths = ["true": true, "1": true, "on": true, "false": false, "0": false, "off": false]
      guard let truth = truths[$0] else { return false }
      $1.dividesWhole = truth
      return true
    },
    Setting(
      names: ["threads", "worker_threads"], values: "1 to 1024",
      show: { $0.threads.map(String.init) ?? "auto" }
    ) {
      guard let number = Int($0), (1...1024).contains(number) else { return false }
      $1.threads = number
      return true
    },
  ]

  /// Settings of DuckDB that no answer here depends on: setting them does nothing.
  package static let ignored: Set<String> = [
    "access_mode", "enable_object_cache", "enable_profiling", "enable_progress_bar",
    "explain_output", "external_threads", "max_memory", "memory_limit",
    "preserve_insertion_order", "profile_output", "profiling_mode", "progress_bar_time",
    "temp_directory", "enable_progress_bar_print", "schema", "search_path",
  ]

  /// The setting called `name`.
  package static func named(_ name: String) -> Setting? {
    let folded = name.lowercased()
    return all.first { $0.names.contains(folded) }
  }

  /// The value in use, as text.
  package func value(in settings: Settings) -> String { show(settings) }
}
