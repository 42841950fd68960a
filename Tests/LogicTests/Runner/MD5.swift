import Foundation

/// The message digest of RFC 1321, by which sqllogictest files shorten long answers.
enum MD5 {
  /// The digest of `bytes` in hexadecimal.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    var message = bytes
    message.append(0x80)
    while message.count % 64 != 56 { message.append(0) }
    let bits = UInt64(bytes.count) &* 8
    for shift in 0..<8 { message.append(UInt8(truncatingIfNeeded: bits >> (8 * UInt64(shift)))) }
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    for start in stride(from: 0, to: message.count, by: 64) {
      let words = (0..<16).map { word -> UInt32 in
        (0..<4).reduce(0) { $0 | UInt32(message[start + word * 4 + $1]) << (8 * UInt32($1)) }
      }
      mix(words, into: &state)
    }
    return state.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * UInt32($0))) }
    }.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Turns of each of the four rounds (RFC 1321, section 3.4).
  private static let turns: [[UInt32]] = [
    [7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21],
  ]

  /// The whole part of 2^32 · |sin i| for i from 1 to 64 (section 3.4).
  private static let sines: [UInt32] = (1...64).map { index in
    UInt32(4_294_967_296 * sin(Double(index)).magnitude)
  }

  private static func mix(_ words: [UInt32], into state: inout [UInt32]) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for step in 0..<64 {
      let round = step / 16
      let (mixed, word): (UInt32, Int) =
        switch round {
        case 0: ((b & c) | (~b & d), step)
        case 1: ((d & b) | (~d & c), (5 * step + 1) % 16)
        case 2: (b ^ c ^ d, (3 * step + 5) % 16)
        default: (c ^ (b | ~d), 7 * step % 16)
        }
      let sum = a &+ mixed &+ sines[step] &+ words[word]
      let turn = turns[round][step % 4]
      (a, d, c, b) = (d, c, b, b &+ (sum << turn | sum >> (32 - turn)))
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
  }
}
