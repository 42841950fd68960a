import Glibc

/// What was typed in earlier sessions, in `~/.local/state/rummage/history`.
///
/// A line an entry, oldest first, with `\n` for a line feed and `\\` for a backslash. Two consoles
/// can share the file: who adds to it or cuts it down holds a lock meanwhile.
struct HistoryFile {
  private let path: String

  /// Lines at which the file is cut down when a console starts.
  private static let longest = 2 * LineEditor.historyLength

  /// nil where there is nowhere to keep it.
  init?() {
    guard let folder = Directories.state, (try? Directories.make(folder)) != nil else { return nil }
    path = folder + "/history"
  }

  init(path: String) { self.path = path }

  /// The entries, oldest first, each once: where it was typed last.
  func load() -> [String] {
    guard let (lines, kept) = read() else { return [] }
    if lines > Self.longest { shorten() }
    return kept.map(Self.decoded)
  }

  /// How many lines the file has, and those that are worth keeping; nil where it cannot be read.
  private func read() -> (lines: Int, kept: [Substring])? {
    guard var input = try? LineInput(path: path), let text = try? input.rest() else { return nil }
    // By bytes: a return before the line feed would make one character of both.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }
    var seen: Set<Substring> = []
    var kept: [Substring] = []
    for line in lines.reversed() where seen.insert(line).inserted {
      kept.append(line)
      if kept.count == LineEditor.historyLength { break }
    }
    return (lines.count, kept.reversed())
  }

  /// Adds an entry; where the file cannot be written, nothing is kept.
  func add(_ entry: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    flock(descriptor, LOCK_EX)
    let line = Array((Self.encoded(entry) + "\n").utf8)
    _ = write(descriptor, line, line.count)
  }

  /// Cuts the file down to what is worth keeping. It stays the same file, so that a console that
  /// waits to add to it adds to what is left.
  private func shorten() {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    flock(descriptor, LOCK_EX)
    guard let (_, kept) = read(), ftruncate(descriptor, 0) == 0 else { return }
    let bytes = Array((kept.joined(separator: "\n") + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  private static func encoded(_ entry: String) -> String {
    var out = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func decoded(_ line: Substring) -> String {
    var out = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        out.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}
