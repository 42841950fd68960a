/// What `--help` prints, made from the table of options: a page for each command that fits a
/// terminal of 80 columns and leaves a line of 24 for the prompt.
enum HelpText {
  static let version = "0.1.0"
  /// The day of the version.
  static let date = "2026-11-27"

  private static let width = 80
  private static let gap = 2

  static func page(of command: Command) -> String {
    let usages = inColumns(command.usages.map { ($0.form, $0.meaning) })
    let about = lines(of: String(command.about.map { $0 == "`" ? "'" : $0 }))
    let options = inColumns(command.options.map { (head(of: $0), $0.help) })
    let statuses = command.statuses.map { "\($0.rawValue) \($0.help)" }.joined(separator: ", ")
    var page = usages + (command == .main ? [] : [""]) + about + [""] + options
    if !statuses.isEmpty { page += ["", "Exit status: \(statuses)"] }
    return page.map { $0 + "\n" }.joined()
  }

  /// The names and the value of an option; a long name stands below the others.
  private static func head(of option: Option) -> String {
    let isLong = option.names.first?.hasPrefix("--") ?? false
    return (isLong ? "      " : "  ") + option.names.joined(separator: ", ") + option.placeholder
  }

  /// A line for each pair, the second of all in one column.
  private static func inColumns(_ pairs: [(String, String)]) -> [String] {
    let start = (pairs.map { $0.0.count }.max() ?? 0) + gap
    return pairs.map { $0 + String(repeating: " ", count: start - $0.count) + $1 }
  }

  /// The text in lines that fit.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, line.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
