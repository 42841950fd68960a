/// Bytes of a file, from first to last, as often as asked.
protocol ByteSource: AnyObject {
  /// Reads up to `count` bytes to `target`.
  ///
  /// - Returns: how many were read; 0 only at the end.
  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int

  /// Goes back to the first byte.
  func rewind() throws

  /// Bytes of the file taken so far: compressed bytes where it is compressed.
  var bytesTaken: Int { get }
}

extension ByteSource {
  /// Reads `count` bytes to `target`, or as many as there are.
  func readFully(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    var done = 0
    while done < count {
      let got = try read(into: target + done, count: count - done)
      if got == 0 { break }
      done += got
    }
    return done
  }
}
