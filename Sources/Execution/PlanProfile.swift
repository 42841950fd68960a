import Columns
import Planning
import Synchronization

/// What running a plan took: a tree of the operators that ran, with the rows that each yielded and
/// the time that it spent.
///
/// Operators are entered one inside another by one thread; their rows are counted by all threads.
final class PlanProfile: Sendable {
  private struct Progress {
    var roots: [OperatorProfile] = []
    var open: [OperatorProfile] = []
  }

  private let progress = Mutex(Progress())

  /// Runs `body`, which makes the pipeline of `plan`, as a part of the operator that is open.
  func operating(_ plan: Plan, _ body: () throws -> Pipeline) throws -> Pipeline {
    let node = OperatorProfile(plan)
    progress.withLock { progress in
      if let parent = progress.open.last {
        parent.add(node)
      } else {
        progress.roots.append(node)
      }
      progress.open.append(node)
    }
    defer { progress.withLock { _ = $0.open.popLast() } }
    let clock = ContinuousClock()
    let start = clock.now
    let pipeline = try body()
    node.finish(after: clock.now - start)
    return pipeline.adding(CountingStep(profile: node), columns: pipeline.columns)
  }

  /// A line for each operator, each under the one that reads it.
  ///
  /// - Parameter threads: that worked on it: time that they spent together counts once.
  func lines(threads: Int) -> [(text: String, rows: Int, milliseconds: Double)] {
    progress.withLock(\.roots).flatMap { $0.lines(depth: 0, threads: max(1, threads)) }
  }
}

/// What one operator took.
final class OperatorProfile: Sendable {
  private struct Parts {
    var children: [OperatorProfile] = []
    /// From its start until its pipeline was ready, what is below it included.
    var preparation = Duration.zero
  }

  private let headline: String
  /// Whether it works while rows flow through it, and not before they do.
  private let isStep: Bool
  private let parts = Mutex(Parts())
  private let rows = Atomic<Int>(0)
  /// Nanoseconds that operators above spent on its rows, on all threads together.
  private let handedOn = Atomic<Int>(0)

  init(_ plan: Plan) {
    headline = plan.headline
    switch plan.node {
    case .filter, .project, .expand, .join: isStep = true
    default: isStep = false
    }
  }

  func add(_ child: OperatorProfile) { parts.withLock { $0.children.append(child) } }

  func finish(after duration: Duration) { parts.withLock { $0.preparation = duration } }

  /// Counts a batch on which operators above spent `duration`.
  func count(_ batchRows: Int, _ duration: Duration) {
    rows.add(batchRows, ordering: .relaxed)
    handedOn.add(Int(duration / .nanoseconds(1)), ordering: .relaxed)
  }

  /// The operator whose rows flow through this one: of a join the probing side, which comes last.
  private var source: OperatorProfile? { parts.withLock(\.children.last) }

  /// Nanoseconds spent while rows flowed through, on all threads together.
  private var flowing: Int {
    guard isStep, let source else { return 0 }
    return max(
      0, source.handedOn.load(ordering: .relaxed) - handedOn.load(ordering: .relaxed))
  }

  /// ``flowing`` of this operator and of those that its rows came through on their way.
  private var flowingBelow: Int {
    isStep ? flowing + (source?.flowingBelow ?? 0) : 0
  }

  func lines(
    depth: Int, threads: Int
  ) -> [(text: String, rows: Int, milliseconds: Double)] {
    let (children, preparation) = parts.withLock { ($0.children, $0.preparation) }
    var own = preparation / .nanoseconds(1)
    for child in children {
      own -= child.parts.withLock(\.preparation) / .nanoseconds(1)
      if !isStep { own -= Double(child.flowingBelow / threads) }
    }
    own += Double(flowing / threads)
    let line = (
      text: String(repeating: "  ", count: depth) + headline,
      rows: rows.load(ordering: .relaxed), milliseconds: max(0, own) / 1_000_000
    )
    // The hashed side of a join ran first, and is shown last as in the statement.
    return [line]
      + (isStep ? children.reversed() : children).flatMap {
        $0.lines(depth: depth + 1, threads: threads)
      }
  }
}

/// Counts the rows that flow past, and the time that is spent on them further on.
struct CountingStep: Step {
  let profile: OperatorProfile

  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws {
    let clock = ContinuousClock()
    let start = clock.now
    defer { profile.count(batch.count, clock.now - start) }
    try emit(batch)
  }
}
