import Columns
import Planning
import Synchronization

/// The results of shared plans that were computed already.
///
/// Operators ask for them before they start their threads, one after another.
final class SharedResults: Sendable {
  private let relations = Mutex<[ObjectIdentifier: Relation]>([:])
  private let outer: SharedResults?

  /// - Parameter outer: keeps what does not depend on the rows of a recursive step.
  init(within outer: SharedResults? = nil) { self.outer = outer }

  /// The rows of `shared`, made by `run` at the first call.
  func relation(
    of shared: SharedPlan, _ run: (Plan) throws -> Relation
  ) throws -> Relation {
    if let outer, !shared.readsWorkingTable { return try outer.relation(of: shared, run) }
    let identity = ObjectIdentifier(shared)
    if let known = relations.withLock({ $0[identity] }) { return known }
    let made = try run(shared.plan)
    relations.withLock { $0[identity] = made }
    return made
  }
}
