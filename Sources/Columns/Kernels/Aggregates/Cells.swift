/// One accumulator a group, growing with the groups.
///
/// Not for sharing between threads: each piece of work has cells of its own.
final class Cells<Element: BitwiseCopyable> {
  private(set) var pointer: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int
  private let initial: Element

  /// No cells yet; each will start as `initial`.
  init(_ initial: Element) {
    self.initial = initial
    capacity = 16
    pointer = .allocate(capacity: capacity)
  }

  deinit { pointer.deallocate() }

  /// Makes at least `groups` cells.
  ///
  /// - Complexity: constant on average for each new cell.
  func grow(to groups: Int) {
    if groups > capacity {
      let larger = max(groups, capacity * 2)
      let grown = UnsafeMutablePointer<Element>.allocate(capacity: larger)
      grown.update(from: pointer, count: count)
      pointer.deallocate()
      pointer = grown
      capacity = larger
    }
    if groups > count {
      (pointer + count).initialize(repeating: initial, count: groups - count)
      count = groups
    }
  }
}

extension Cells where Element == Int64 {
  /// Adds each cell of `other`, which has no more of them; sums must not leave 64 bits.
  func add(_ other: Cells<Int64>) {
    let target = pointer
    let source = other.pointer
    let count = min(count, other.count)
    var cell = 0
    while cell < count {
      target[cell] &+= source[cell]
      cell &+= 1
    }
  }
}
