import Glibc

/// What is known of the terminal.
enum Terminal {
  /// Where nothing says how large it is.
  private static let defaultSize = (columns: 80, rows: 24)

  /// The size of the terminal behind standard output or standard error.
  static var size: (columns: Int, rows: Int) {
    var size = winsize()
    for descriptor: Int32 in [1, 2] {
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return (Int(size.ws_col), size.ws_row > 0 ? Int(size.ws_row) : defaultSize.rows)
      }
    }
    func variable(_ name: String) -> Int? { Environment[name].flatMap { Int($0) } }
    return (
      variable("COLUMNS") ?? defaultSize.columns, variable("LINES") ?? defaultSize.rows
    )
  }

  /// Its columns.
  static var width: Int { size.columns }

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
