import Foundation

/// The program that was built beside the tests.
enum BuiltProgram {
  static var path: String {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("rummage").path
  }
}
