/// Measurements of one part of the program.
struct Suite: Sendable {
  /// What `--suite` calls it; the heading of its table.
  let name: String
  /// For the help, without a full stop.
  let summary: String
  /// Takes those of its measurements that are wanted.
  let run: @Sendable (Workbench) throws -> Void

  /// All suites, in the order in which they run.
  ///
  /// Memory comes first: what the others leave behind would be taken for a table's.
  static let all: [Suite] = [.memory, .startup, .load, .kernels, .queries]
}
