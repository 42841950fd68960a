import Foundation
import Language

/// The program, driven through its standard input as anybody would drive it.
///
/// Each statement is followed by a `.print` of a mark, and `--timer json` writes a line on standard
/// error for both: results up to the mark, and errors up to the second line, belong to the
/// statement. Results come as tab-separated values, in which NULL cannot be mistaken for a text.
final class ProgramDatabase: LogicDatabase {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()
  private var outputBytes: [UInt8] = []
  private var errorBytes: [UInt8] = []
  private var statements = 0
  private var failure: String?

  /// How long a statement may take before the program counts as hung.
  static let patience = 60.0

  /// Starts the program at `path` in the folder `folder`.
  init(path: String, folder: String, threads: Int = 2) throws {
    process.executableURL = URL(filePath: path)
    process.arguments = [
      "--no-init", "--keep-going", "--format", "tsv", "--timer", "json", "--threads", "\(threads)",
    ]
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
  }

  func run(_ sql: String) -> LogicResult {
    var result = LogicResult.done
    var splitter = StatementSplitter()
    var items: [StatementSplitter.Item] = []
    for line in sql.split(separator: "\n", omittingEmptySubsequences: false) {
      items += splitter.feed(line: line)
    }
    switch splitter.pending {
    case .string, .quotedName, .comment:
      // The program would wait for the rest, and take the next statement for it.
      return .failed("a quote or a comment is not closed")
    case .nothing, .statement, .parenthesis: items += splitter.finish()
    }
    for item in items {
      guard case .statement(let source) = item else { continue }
      result = run(statement: source.text)
      switch result {
      case .failed, .broken: return result
      case .rows, .done: continue
      }
    }
    return result
  }

  private func run(statement: String) -> LogicResult {
    if let failure { return .broken(failure) }
    statements += 1
    let mark = "-- end of statement \(statements) --"
    outputBytes.removeAll(keepingCapacity: true)
    errorBytes.removeAll(keepingCapacity: true)
    do {
      // The line end keeps the semicolon out of a comment at the end.
      try input.fileHandleForWriting.write(
        contentsOf: Data("\(statement)\n;\n.print \(mark)\n".utf8))
    } catch {
      return broken("the program takes no more input")
    }
    let end = Array("\(mark)\n".utf8)
    while true {
      let reports = Self.lines(errorBytes).filter {
        $0.hasPrefix("{\"ms\"") || $0.hasPrefix("{\"error\"")
      }
      if outputBytes.suffix(end.count).elementsEqual(end), reports.count >= 2 {
        outputBytes.removeLast(end.count)
        if reports[0].hasPrefix("{\"error\"") {
          return .failed(
            Self.lines(errorBytes).prefix { !$0.hasPrefix("{") }.joined(separator: "\n"))
        }
        return Self.result(outputBytes)
      }
      if let problem = waitForMore() { return broken(problem) }
    }
  }

  private func broken(_ problem: String) -> LogicResult {
    failure = problem
    return .broken(problem)
  }

  /// Takes what has come on either pipe, waiting for it; says what is wrong where nothing will.
  private func waitForMore() -> String? {
    let handles = [output.fileHandleForReading, errors.fileHandleForReading]
    var waits = handles.map { pollfd(fd: $0.fileDescriptor, events: Int16(POLLIN), revents: 0) }
    let ready = poll(&waits, UInt(waits.count), Int32(Self.patience * 1000))
    if ready == 0 {
      process.terminate()
      return "no answer within \(Int(Self.patience)) seconds"
    }
    if ready < 0 { return errno == EINTR ? nil : "poll failed" }
    for (index, wait) in waits.enumerated() where wait.revents != 0 {
      var block = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(wait.fd, &block, block.count)
      if count <= 0 {
        process.waitUntilExit()
        return "the program ended with status \(process.terminationStatus)"
      }
      if index == 0 { outputBytes += block[..<count] } else { errorBytes += block[..<count] }
    }
    return nil
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The rows below the head of a result; no head, no rows.
  private static func result(_ bytes: [UInt8]) -> LogicResult {
    if bytes.isEmpty { return .done }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).dropFirst().dropLast()
    return .rows(
      lines.map { line in
        line.split(separator: 9, omittingEmptySubsequences: false).map(cell)
      })
  }

  /// A cell as it was before it was escaped.
  private static func cell(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.elementsEqual("\\N".utf8) { return nil }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "t"): plain.append(9)
        case UInt8(ascii: "n"): plain.append(10)
        case UInt8(ascii: "r"): plain.append(13)
        default: plain.append(byte)
        }
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
