import Synchronization

/// What comes through standard input, as a file that statements call `-`.
///
/// It is read once, to its end, into memory; the statement that reads it may name it several times,
/// those behind it no more.
package final class StandardInput: Sendable {
  private enum State: Sendable {
    case unread
    case held(MemorySource.Content)
    case gone
  }

  private let state = Mutex(State.unread)
  /// Whether statements come through standard input, so that no data can.
  private let holdsStatements: Bool

  /// The path that means standard input.
  package static let path = "-"

  package init(holdsStatements: Bool) { self.holdsStatements = holdsStatements }

  /// The bytes, from the first on.
  ///
  /// - Throws: ``LoadError`` where they are gone, or are more than `limit`; `Interrupted`.
  func source(limit: Int, _ options: LoadOptions) throws -> MemorySource {
    if holdsStatements {
      throw LoadError(.files(.standardInputHoldsStatements), path: Self.path)
    }
    return try state.withLock { state in
      switch state {
      case .held(let content): return MemorySource(content)
      case .gone: throw LoadError(.files(.standardInputIsGone), path: Self.path)
      case .unread:
        // Where reading fails, what came so far is lost.
        state = .gone
        let content = try MemorySource.Content(
          descriptor: 0, path: Self.path, limit: limit, options)
        state = .held(content)
        return MemorySource(content)
      }
    }
  }

  /// Forgets what was read: the statement that asked for it has it.
  package func forget() {
    state.withLock { state in
      if case .held = state { state = .gone }
    }
  }
}
