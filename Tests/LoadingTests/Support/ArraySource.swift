@testable import Loading

/// Bytes in memory, handed out at most so many at a time.
final class ArraySource: ByteSource {
  private let bytes: [UInt8]
  private let most: Int
  private(set) var bytesTaken = 0

  init(_ bytes: [UInt8], most: Int = Int.max) {
    self.bytes = bytes
    self.most = most
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    let got = min(count, most, bytes.count - bytesTaken)
    for index in 0..<got { target[index] = bytes[bytesTaken + index] }
    bytesTaken += got
    return got
  }

  func rewind() { bytesTaken = 0 }
}

extension ByteSource {
  /// All bytes from here on, read `size` at a time.
  func rest(size: Int = 1 << 16) throws -> [UInt8] {
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: size)
    while true {
      let got = try piece.withUnsafeMutableBufferPointer { buffer in
        try buffer.baseAddress.map { try read(into: $0, count: size) } ?? 0
      }
      if got == 0 { return all }
      all += piece.prefix(got)
    }
  }
}
