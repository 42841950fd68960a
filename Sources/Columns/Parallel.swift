import Dispatch
import Synchronization

/// Runs numbered pieces of work on a fixed number of threads.
package enum Parallel {
  /// Calls `body` once with each of `0 ..< count`, on at most `threads` threads at a time.
  ///
  /// Which thread takes which piece is left open, so pieces must not depend on each other; the
  /// caller gets the same result on any number of threads by keeping one result a piece. If
  /// pieces throw, the error of the lowest-numbered one is thrown, and pieces above it may not
  /// have run. What stops the kernels of the caller stops those of `body`.
  package static func perform<Failure: Error>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) throws(Failure) -> Void
  ) throws(Failure) {
    if threads <= 1 || count <= 1 {
      for index in 0..<count { try body(index) }
      return
    }
    let next = Atomic<Int>(0)
    let failure = Mutex<(index: Int, error: Failure)?>(nil)
    let firstFailed = Atomic<Int>(Int.max)
    @Sendable func work() {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        if index >= count || index > firstFailed.load(ordering: .relaxed) { return }
        do throws(Failure) {
          try body(index)
        } catch {
          failure.withLock { known in
            if let known, known.index < index { return }
            known = (index, error)
            firstFailed.store(index, ordering: .relaxed)
          }
        }
      }
    }
    let cancellation = Cancellation.current
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      if let cancellation { cancellation.governing(work) } else { work() }
    }
    if let failed = failure.withLock({ $0 }) { throw failed.error }
  }

  /// The results of `body` for each of `0 ..< count`, in order, made on at most `threads` threads.
  package static func map<Result: Sendable, Failure: Error>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    if threads <= 1 || count <= 1 { return try (0..<count).map(body) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
    try perform(count, threads: threads) { (index) throws(Failure) in
      let result = try body(index)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
