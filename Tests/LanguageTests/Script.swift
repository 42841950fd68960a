import Testing

/// A table of cases as text: a line at the margin is what goes in, the indented lines after it are
/// what must come out. `⏎` stands for a line end in what goes in; a line that begins with `#` is a
/// heading.
enum Script {
  struct Case: CustomTestStringConvertible, Sendable {
    let input: String
    let output: String

    var testDescription: String { input }
  }

  static func cases(_ text: String) -> [Case] {
    var cases: [Case] = []
    var input: String?
    var output: [Substring] = []
    func finish() {
      guard let input else { return }
      cases.append(Case(input: input, output: output.joined(separator: "\n")))
    }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("  ") {
        output.append(line.dropFirst(2))
      } else {
        finish()
        input = line.split(separator: "⏎", omittingEmptySubsequences: false)
          .joined(separator: "\n")
        output = []
      }
    }
    finish()
    return cases
  }
}
