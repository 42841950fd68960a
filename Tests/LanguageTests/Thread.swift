import Glibc

/// Runs work on a thread of its own with a stack of so many bytes, and waits for it.
///
/// Returns whether the thread could be made.
func onThread(stackSize: Int, _ work: @escaping @Sendable () -> Void) -> Bool {
  final class Box {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
  var attributes = pthread_attr_t()
  guard pthread_attr_init(&attributes) == 0 else { return false }
  defer { pthread_attr_destroy(&attributes) }
  guard pthread_attr_setstacksize(&attributes, stackSize) == 0 else { return false }
  let box = Unmanaged.passRetained(Box(work))
  var thread = pthread_t()
  let status = pthread_create(
    &thread, &attributes,
    { argument in
      guard let argument else { return nil }
      Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
      return nil
    }, box.toOpaque())
  guard status == 0 else {
    box.release()
    return false
  }
  return pthread_join(thread, nil) == 0
}
