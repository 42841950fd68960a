/// A digest of a text's bytes.
package enum DigestFunction: Sendable, CaseIterable {
  /// RFC 1321
  case md5
  /// FIPS 180-4
  case sha1
  /// FIPS 180-4
  case sha256
}

/// Digests, in hexadecimal.
package enum DigestKernels {
  /// The digest of each text, as small hexadecimal digits.
  package static func digest(_ function: DigestFunction, _ text: Vector) throws -> Vector {
    try TextKernels.apply([text], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try TextKernels.texts(arguments, count: count, byteCount: count * 64) { row, writer in
          for byte in try digest(function, texts[row]) {
            writer.append(hexadecimalDigits[Int(byte >> 4)])
            writer.append(hexadecimalDigits[Int(byte & 15)])
          }
        }
      }
    }
  }

  private static let hexadecimalDigits = Array("0123456789abcdef".utf8)

  /// The bytes of the digest of `message`.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  static func digest(
    _ function: DigestFunction, _ message: TextBytes
  ) throws(ValueError) -> [UInt8] {
    var state = function.start
    var words = [UInt32](repeating: 0, count: 80)
    let isLittleEndian = function == .md5
    var position = 0
    while position + 64 <= message.count {
      try Cancellation.point(at: position, every: 1 << 20)
      load(message, position, isLittleEndian, into: &words)
      function.mix(&state, &words)
      position += 64
    }
    // The rest, a one bit, zeros, and the length in bits, in one block or two.
    var tail = Array(message[position...])
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(message.count) &* 8
    for index in 0..<8 {
      let shift = UInt64(isLittleEndian ? index : 7 - index) * 8
      tail.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    tail.withUnsafeBufferPointer { tail in
      for block in stride(from: 0, to: tail.count, by: 64) {
        load(tail, block, isLittleEndian, into: &words)
        function.mix(&state, &words)
      }
    }
    return state.flatMap { word in
      let word = isLittleEndian ? word : word.byteSwapped
      return (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32($0 * 8)) }
    }
  }

  /// Reads the 16 words of the block of 64 bytes at `position`.
  private static func load(
    _ bytes: TextBytes, _ position: Int, _ isLittleEndian: Bool, into words: inout [UInt32]
  ) {
    for index in 0..<16 {
      var word: UInt32 = 0
      for byte in 0..<4 { word = word << 8 | UInt32(bytes[position + index * 4 + byte]) }
      words[index] = isLittleEndian ? word.byteSwapped : word
    }
  }
}

extension DigestFunction {
  /// The state before the first block.
  fileprivate var start: [UInt32] {
    switch self {
    case .md5: [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    case .sha1: [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    case .sha256:
      [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
        0x5BE0_CD19,
      ]
    }
  }

  /// Mixes one block of 16 words into `state`; the other words are for the function's own use.
  fileprivate func mix(_ state: inout [UInt32], _ words: inout [UInt32]) {
    switch self {
    case .md5: mixMD5(&state, words)
    case .sha1: mixSHA1(&state, &words)
    case .sha256: mixSHA256(&state, &words)
    }
  }

  private func rotated(_ word: UInt32, left bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }

  private func mixMD5(_ state: inout [UInt32], _ words: [UInt32]) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for step in 0..<64 {
      let mixed: UInt32
      let word: Int
      switch step / 16 {
      case 0:
        mixed = (b & c) | (~b & d)
        word = step
      case 1:
        mixed = (d & b) | (~d & c)
        word = (5 * step + 1) % 16
      case 2:
        mixed = b ^ c ^ d
        word = (3 * step + 5) % 16
      default:
        mixed = c ^ (b | ~d)
        word = (7 * step) % 16
      }
      let sum = a &+ mixed &+ Self.sines[step] &+ words[word]
      (a, d, c) = (d, c, b)
      b = b &+ rotated(sum, left: Self.shifts[step / 16 * 4 + step % 4])
    }
    state[0] = state[0] &+ a
    state[1] = state[1] &+ b
    state[2] = state[2] &+ c
    state[3] = state[3] &+ d
  }

  private func mixSHA1(_ state: inout [UInt32], _ words: inout [UInt32]) {
    for index in 16..<80 {
      words[index] = rotated(
        words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], left: 1)
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for step in 0..<80 {
      let (mixed, constant): (UInt32, UInt32) =
        switch step / 20 {
        case 0: ((b & c) | (~b & d), 0x5A82_7999)
        case 1: (b ^ c ^ d, 0x6ED9_EBA1)
        case 2: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let next = rotated(a, left: 5) &+ mixed &+ e &+ constant &+ words[step]
      (e, d, c, b, a) = (d, c, rotated(b, left: 30), a, next)
    }
    for (index, word) in [a, b, c, d, e].enumerated() { state[index] = state[index] &+ word }
  }

  private func mixSHA256(_ state: inout [UInt32], _ words: inout [UInt32]) {
    func right(_ word: UInt32, _ bits: UInt32) -> UInt32 { rotated(word, left: 32 - bits) }
    for index in 16..<64 {
      let x = words[index - 15]
      let y = words[index - 2]
      words[index] =
        words[index - 16] &+ (right(x, 7) ^ right(x, 18) ^ x >> 3) &+ words[index - 7]
        &+ (right(y, 17) ^ right(y, 19) ^ y >> 10)
    }
    var s = state
    for step in 0..<64 {
      let high = right(s[4], 6) ^ right(s[4], 11) ^ right(s[4], 25)
      let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
      let first = s[7] &+ high &+ choice &+ Self.cubeRoots[step] &+ words[step]
      let low = right(s[0], 2) ^ right(s[0], 13) ^ right(s[0], 22)
      let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
      s = [first &+ low &+ majority, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
    }
    for index in 0..<8 { state[index] = state[index] &+ s[index] }
  }

  /// The bits by which each of MD5's four rounds rotates, four a round (RFC 1321, 3.4).
  private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  /// The first 32 bits of |sin(1)| … |sin(64)| as fractions (RFC 1321, 3.4).
  private static let sines: [UInt32] = [
    0xD76A_A478, 0xE8C7_B756, 0x2420_70DB, 0xC1BD_CEEE, 0xF57C_0FAF, 0x4787_C62A, 0xA830_4613,
    0xFD46_9501, 0x6980_98D8, 0x8B44_F7AF, 0xFFFF_5BB1, 0x895C_D7BE, 0x6B90_1122, 0xFD98_7193,
    0xA679_438E, 0x49B4_0821, 0xF61E_2562, 0xC040_B340, 0x265E_5A51, 0xE9B6_C7AA, 0xD62F_105D,
    0x0244_1453, 0xD8A1_E681, 0xE7D3_FBC8, 0x21E1_CDE6, 0xC337_07D6, 0xF4D5_0D87, 0x455A_14ED,
    0xA9E3_E905, 0xFCEF_A3F8, 0x676F_02D9, 0x8D2A_4C8A, 0xFFFA_3942, 0x8771_F681, 0x6D9D_6122,
    0xFDE5_380C, 0xA4BE_EA44, 0x4BDE_CFA9, 0xF6BB_4B60, 0xBEBF_BC70, 0x289B_7EC6, 0xEAA1_27FA,
    0xD4EF_3085, 0x0488_1D05, 0xD9D4_D039, 0xE6DB_99E5, 0x1FA2_7CF8, 0xC4AC_5665, 0xF429_2244,
    0x432A_FF97, 0xAB94_23A7, 0xFC93_A039, 0x655B_59C3, 0x8F0C_CC92, 0xFFEF_F47D, 0x8584_5DD1,
    0x6FA8_7E4F, 0xFE2C_E6E0, 0xA301_4314, 0x4E08_11A1, 0xF753_7E82, 0xBD3A_F235, 0x2AD7_D2BB,
    0xEB86_D391,
  ]

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4,
  /// 4.2.2).
  private static let cubeRoots: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
    0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
    0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
    0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
    0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
    0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
    0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
    0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
    0xC671_78F2,
  ]
}
