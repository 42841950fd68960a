import Glibc

/// What is known of the terminal.
enum Terminal {
  private static let defaultWidth = 80

  /// Columns, of the terminal behind standard output or standard error.
  static var width: Int {
    var size = winsize()
    for descriptor: Int32 in [1, 2] {
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    return Environment["COLUMNS"].flatMap { Int($0) } ?? defaultWidth
  }

  /// Whether the user and the terminal can do with colours: `NO_COLOR` (no-color.org) and
  /// `TERM=dumb` say no.
  static var allowsColor: Bool {
    (Environment["NO_COLOR"] ?? "").isEmpty && !isDumb
  }

  /// Whether the terminal knows no escape sequences.
  static var isDumb: Bool { ["", "dumb"].contains(Environment["TERM"] ?? "") }
}

/// The environment variables.
enum Environment {
  static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
