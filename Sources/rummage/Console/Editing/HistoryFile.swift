import Glibc

/// What was typed in earlier sessions, in `~/.local/state/rummage/history`.
///
/// A line an entry, oldest first, with `\n` for a line feed and `\\` for a backslash. Entries are
/// only ever added at the end, each in one write, so that two consoles can share the file.
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
    guard var input = try? LineInput(path: path), let text = try? input.rest() else { return [] }
    let lines = text.split(separator: "\n")
    var seen: Set<Substring> = []
    var kept: [Substring] = []
    for line in lines.reversed() where seen.insert(line).inserted {
      kept.append(line)
      if kept.count == LineEditor.historyLength { break }
    }
    kept.reverse()
    if lines.count > Self.longest { replace(with: kept) }
    return kept.map(Self.decoded)
  }

  /// Adds an entry; where the file cannot be written, nothing is kept.
  func add(_ entry: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let line = Array((Self.encoded(entry) + "\n").utf8)
    _ = write(descriptor, line, line.count)
  }

  private func replace(with lines: [Substring]) {
    let temporary = "\(path).\(getpid())"
    guard let file = try? FileOutput(creating: temporary) else { return }
    guard (try? file.write(lines.joined(separator: "\n") + "\n")) != nil else {
      unlink(temporary)
      return
    }
    rename(temporary, path)
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
