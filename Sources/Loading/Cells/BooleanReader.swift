/// Reads `true` and `false`, in any case.
enum BooleanReader {
  /// The truth value of the `count` bytes from `start`, or nil.
  @inline(__always)
  static func boolean(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool? {
    guard count == 4 || count == 5 else { return nil }
    // Setting bit 5 lowers a letter; no other byte becomes one of these letters by it but the
    // capital.
    let head = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self) | 0x2020_2020
    if count == 4 { return head == 0x6575_7274 ? true : nil }
    return head == 0x736C_6166 && start[4] | 0x20 == UInt8(ascii: "e") ? false : nil
  }
}
