import Synchronization

/// How far a statement has come: counted by all threads while it runs, and read by whoever shows it.
package final class QueryProgress: Sendable {
  /// What the statement is doing.
  package enum Phase: Int, Sendable {
    case reading, joining, grouping, sorting, windowing
  }

  /// What is known at a moment.
  package struct Reading: Equatable, Sendable {
    package var phase = Phase.reading
    /// Rows read from tables and intermediate results, and rows made of fewer, by joins and series.
    package var rows = 0
    /// Which pipeline runs, counted from 1.
    package var pipeline = 0
    /// Of the pipeline that runs: rows that are through, and all that enter.
    package var rowsDone = 0
    package var rowsTotal = 0

    package init() {}
  }

  private let phase = Atomic<Int>(0)
  private let rows = Atomic<Int>(0)
  private let pipeline = Atomic<Int>(0)
  private let rowsDone = Atomic<Int>(0)
  private let rowsTotal = Atomic<Int>(0)

  package init() {}

  package var reading: Reading {
    var reading = Reading()
    reading.phase = Phase(rawValue: phase.load(ordering: .relaxed)) ?? .reading
    reading.rows = rows.load(ordering: .relaxed)
    reading.pipeline = pipeline.load(ordering: .relaxed)
    reading.rowsDone = rowsDone.load(ordering: .relaxed)
    reading.rowsTotal = rowsTotal.load(ordering: .relaxed)
    return reading
  }

  /// A statement begins.
  func begin() {
    phase.store(0, ordering: .relaxed)
    rows.store(0, ordering: .relaxed)
    pipeline.store(0, ordering: .relaxed)
    rowsDone.store(0, ordering: .relaxed)
    rowsTotal.store(0, ordering: .relaxed)
  }

  /// A pipeline begins into which `rows` rows will go.
  func expect(_ rows: Int) {
    rowsDone.store(0, ordering: .relaxed)
    rowsTotal.store(rows, ordering: .relaxed)
    pipeline.add(1, ordering: .relaxed)
  }

  /// `rows` rows are through a pipeline.
  func finish(_ rows: Int) {
    rowsDone.add(rows, ordering: .relaxed)
    self.rows.add(rows, ordering: .relaxed)
  }

  /// A step has made `rows` rows of fewer: pairs, or values of a series.
  func make(_ rows: Int) { self.rows.add(rows, ordering: .relaxed) }

  /// An operator begins to do this.
  func enter(_ phase: Phase) { self.phase.store(phase.rawValue, ordering: .relaxed) }
}
