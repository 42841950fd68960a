import Foundation

/// The memory of this process that is in use, in bytes, as Linux tells it (proc(5)).
enum ResidentMemory {
  /// nil where the system does not tell.
  static var now: Int? { status("VmRSS:") }

  /// The most since the start or ``forgetPeak()``.
  static var peak: Int? { status("VmHWM:") }

  /// Lets ``peak`` begin anew.
  ///
  /// - Returns: whether the system allowed it.
  static func forgetPeak() -> Bool {
    // 5 resets the peak of resident memory.
    (try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))) != nil
  }

  private static func status(_ name: String) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) })
    else { return nil }
    // `VmRSS:     1234 kB`, with kilobytes of 1024.
    let words = line.split { $0 == " " || $0 == "\t" }
    return words.count > 1 ? Int(words[1]).map { $0 * 1024 } : nil
  }
}
