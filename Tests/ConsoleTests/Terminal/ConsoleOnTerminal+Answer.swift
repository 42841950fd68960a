extension ConsoleOnTerminal {
  /// Types a statement of one line and Enter, and waits until it has been answered.
  ///
  /// - Returns: the lines of the answer as the program wrote them, before the terminal broke any
  ///   that were too long; without colours.
  func answer(to statement: String) throws -> [String] {
    let mark = bytes.count
    try run(statement)
    let lines = Self.plain(bytes[mark...]).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // The first line is what was typed, the last the prompt.
    return lines.dropFirst().dropLast().map { line in
      // What was drawn over, as the progress of a load is, counts no more.
      let drawn = line.split(separator: UInt8(ascii: "\r")).last ?? []
      return String(decoding: drawn, as: UTF8.self)
    }
  }

  /// Bytes without control sequences (ECMA-48, CSI).
  private static func plain(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var isSequence = false
    return bytes.filter { byte in
      if isSequence {
        isSequence = byte == UInt8(ascii: "[") || !(0x40...0x7E).contains(byte)
        return false
      }
      isSequence = byte == 0x1B
      return !isSequence
    }
  }
}
