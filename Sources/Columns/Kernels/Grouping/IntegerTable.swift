/// Numbers distinct 128-bit integers in order of first appearance, from 1 on.
///
/// An open-addressing table of numbers with linear probing. Not for sharing while it grows.
struct IntegerTable: Sendable {
  /// The integers in the order of their numbers.
  private(set) var keys: [Int128] = []
  /// The number of an integer; 0 where the slot is free.
  private var slots = Buffer<UInt32>(repeating: 0, count: 1 << 8)

  @inline(__always)
  private func slot(of key: Int128) -> Int {
    let low = UInt64(truncatingIfNeeded: key)
    let high = UInt64(truncatingIfNeeded: key >> 64)
    let hash = GroupTable.hash(low ^ GroupTable.spread(high))
    return Int(truncatingIfNeeded: hash >> 32) & (slots.count &- 1)
  }

  /// The number of `key`; 0 where it never came.
  @inline(__always)
  func find(_ key: Int128) -> UInt32 {
    var slot = slot(of: key)
    while true {
      let number = slots.pointer[slot]
      if number == 0 || keys[Int(number) &- 1] == key { return number }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  /// The number of `key`, a new one where it comes for the first time.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  mutating func insert(_ key: Int128) throws(ValueError) -> UInt32 {
    let known = find(key)
    if known != 0 { return known }
    keys.append(key)
    if keys.count * 2 > slots.count {
      try grow()
    } else {
      place(keys.count)
    }
    return UInt32(truncatingIfNeeded: keys.count)
  }

  /// Puts a number into a slot for its key.
  private func place(_ number: Int) {
    var slot = slot(of: keys[number - 1])
    while slots.pointer[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots.pointer[slot] = UInt32(truncatingIfNeeded: number)
  }

  private mutating func grow() throws(ValueError) {
    slots = Buffer(repeating: 0, count: slots.count * 4)
    for number in 1...keys.count {
      try Cancellation.point(at: number)
      place(number)
    }
  }

  /// The integer by which a value that is no text equals others: intervals of one total are one
  /// value, so are measures of one quantity, -0 and 0, and all NaNs.
  static func key(of value: Value) -> Int128 {
    switch value {
    case .interval(let interval): interval.total
    case .measure(let measure): measure.key
    case .boolean(let truth): truth ? 1 : 0
    case .double(let number):
      Int128((number.isNaN ? Double.nan : number == 0 ? 0 : number).bitPattern)
    default: Constants.unscaled(value)
    }
  }
}
