/// Finds the code of a text in a dictionary: an open-addressing table of codes.
struct CodeIndex: Sendable {
  private let slots: Buffer<UInt32>
  private let mask: Int

  /// Hashes every text but that of NULL.
  ///
  /// - Parameter pause: called every so many texts; what it throws is thrown.
  init<Failure: Error>(
    _ texts: TextStore, pause: () throws(Failure) -> Void
  ) throws(Failure) {
    var size = 16
    while size < texts.count * 2 { size *= 2 }
    let slots = Buffer<UInt32>(repeating: 0, count: size)
    mask = size - 1
    var code = 1
    while code < texts.count {
      if code & 0xFFFF == 0 { try pause() }
      let text = texts[code]
      if let start = text.baseAddress {
        var slot = Int(truncatingIfNeeded: TextHash.hash(start, text.count)) & mask
        while slots.pointer[slot] != 0 { slot = (slot &+ 1) & mask }
        slots.pointer[slot] = UInt32(truncatingIfNeeded: code)
      }
      code &+= 1
    }
    self.slots = slots
  }

  func find(_ text: UnsafeBufferPointer<UInt8>, in texts: TextStore) -> Int? {
    var nothing: UInt8 = 0
    return withUnsafePointer(to: &nothing) { nothing in
      let start = text.baseAddress ?? nothing
      var slot = Int(truncatingIfNeeded: TextHash.hash(start, text.count)) & mask
      while true {
        let code = Int(slots.pointer[slot])
        if code == 0 { return nil }
        let known = texts[code]
        if let knownStart = known.baseAddress,
          TextHash.equal(knownStart, known.count, start, text.count)
        {
          return code
        }
        slot = (slot &+ 1) & mask
      }
    }
  }
}
