import Foundation
import Testing

@testable import rummage

/// The built program, run as another program would run it.
final class RunningProgram {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()

  /// What a run came to.
  struct Result {
    let output: String
    let errors: String
    let status: Int32
  }

  /// Starts the program; `--no-init` is added, so that no user's settings matter.
  init(_ arguments: [String], in folder: String = "/tmp", environment: [String: String] = [:])
    throws
  {
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    let keepsInit =
      ["test", "sample-data"].contains(arguments.first ?? "") || arguments.contains("--init")
    process.arguments = arguments + (keepsInit ? [] : ["--no-init"])
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder].merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  /// Sends text to standard input and leaves it open.
  func send(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// Waits for the next line on standard error.
  func nextErrorLine() throws -> String { try nextLine(errors) }

  /// Waits for the next line on standard output.
  func nextLine() throws -> String { try nextLine(output) }

  private func nextLine(_ pipe: Pipe) throws -> String {
    var line: [UInt8] = []
    while let byte = try pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Sends Ctrl-C.
  func interrupt() { kill(process.processIdentifier, SIGINT) }

  /// Closes standard output, as `head` does when it has enough.
  func closeOutput() throws { try output.fileHandleForReading.close() }

  /// Ends standard input and waits for the program to end.
  func finish() throws -> Result {
    try input.fileHandleForWriting.close()
    let output = (try? self.output.fileHandleForReading.readToEnd()) ?? nil
    let errors = try self.errors.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return Result(
      output: String(decoding: output ?? Data(), as: UTF8.self),
      errors: String(decoding: errors ?? Data(), as: UTF8.self),
      status: process.terminationStatus)
  }

  /// Runs the program with `input` on its standard input.
  static func run(
    _ arguments: [String], input: String = "", in folder: String = "/tmp",
    environment: [String: String] = [:]
  ) throws -> Result {
    let program = try RunningProgram(arguments, in: folder, environment: environment)
    // A program that does not read its input may be gone already.
    if !input.isEmpty { try? program.send(input) }
    return try program.finish()
  }
}
