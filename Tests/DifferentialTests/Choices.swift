/// The random decisions by which a generator makes its tables and its query, kept so that they can
/// be taken again, some of them simpler.
///
/// Every sequence of numbers makes a valid query, and where it ends all further decisions are 0,
/// for which generators take the simplest way. So a query is made smaller by cutting numbers out
/// of its sequence, without knowing anything of queries.
final class Choices {
  /// What was decided so far: each number less than the limit that it was drawn under.
  private(set) var taken: [Int] = []
  private let given: [Int]?
  private var state: UInt64

  /// Decisions drawn from `seed` (SplitMix64).
  init(seed: UInt64) {
    given = nil
    state = seed
  }

  /// Decisions taken before, or changed by hand.
  init(_ given: [Int]) {
    self.given = given
    state = 0
  }

  /// A number of `0 ..< limit`; the limit is at least 1.
  func below(_ limit: Int) -> Int {
    let choice: Int
    if let given {
      choice = taken.count < given.count ? given[taken.count] % limit : 0
    } else {
      choice = Int(next() % UInt64(limit))
    }
    taken.append(choice)
    return choice
  }

  func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True `share` times of `total` on average; simplest is no.
  func chance(_ share: Int, of total: Int) -> Bool { below(total) >= total - share }

  /// One of `elements`, of which there is at least one; the first is the simplest.
  func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  private func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var result = state
    result = (result ^ (result >> 30)) &* 0xBF58_476D_1CE4_E5B9
    result = (result ^ (result >> 27)) &* 0x94D0_49BB_1331_11EB
    return result ^ (result >> 31)
  }
}
