import Glibc

/// Reads a file descriptor line by line, in blocks.
struct LineInput: ~Copyable {
  private let descriptor: Int32
  private let name: String
  private let closesAtEnd: Bool
  private var block: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  private static let blockBytes = 1 << 16

  static func standardInput() -> LineInput { LineInput(descriptor: 0) }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    name = "standard input"
    closesAtEnd = false
  }

  /// Opens the file at `path`.
  ///
  /// - Throws: ``FileError``.
  init(path: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw FileError(path: path, code: errno) }
    name = path
    closesAtEnd = true
  }

  deinit {
    if closesAtEnd { close(descriptor) }
  }

  /// The next line without its line feed, or the rest at the end; nil behind it.
  ///
  /// A line is handed out as soon as its line feed has come: the input may be another program
  /// that waits for the answer. Bytes that are not UTF-8 become U+FFFD.
  ///
  /// - Throws: ``FileError``, ``InputInterrupted``.
  mutating func next() throws -> String? {
    var line: [UInt8] = []
    while true {
      if let end = block[position...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        if line.isEmpty { return String(decoding: block[position..<end], as: UTF8.self) }
        line.append(contentsOf: block[position..<end])
        return String(decoding: line, as: UTF8.self)
      }
      line.append(contentsOf: block[position...])
      position = block.endIndex
      if isAtEnd { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
      try fill()
    }
  }

  /// All that is left.
  ///
  /// - Throws: ``FileError``.
  mutating func rest() throws -> String {
    var bytes = Array(block[position...])
    while !isAtEnd {
      try fill()
      bytes.append(contentsOf: block)
    }
    position = block.endIndex
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func fill() throws {
    // Only standard input can keep us waiting for so long that somebody presses Ctrl-C.
    if descriptor == 0 { try waitForInput() }
    position = 0
    var failure: Int32 = 0
    block = [UInt8](unsafeUninitializedCapacity: Self.blockBytes) { buffer, count in
      repeat {
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        count = max(got, 0)
        failure = got < 0 ? errno : 0
      } while failure == EINTR
    }
    if failure != 0 { throw FileError(path: name, code: failure) }
    isAtEnd = block.isEmpty
  }

  private func waitForInput() throws {
    while true {
      switch Interrupts.next() {
      case .input: return
      case .interrupted: throw InputInterrupted()
      case .resized, .stopped, .news: continue
      }
    }
  }
}

/// The user stopped the program while it waited for input.
struct InputInterrupted: Error {}
