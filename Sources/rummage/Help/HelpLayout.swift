import Planning
import Rendering

/// How a page of `.help` is laid out on a screen: no line is wider than it.
struct HelpLayout {
  /// Cells of the screen.
  let width: Int

  /// Heads that are longer stand on a line of their own.
  private static let widestHead = 24
  /// What a head means stands beside it where there are as many cells for it, else beneath.
  private static let leastRoom = 30

  // MARK: Everything

  var overview: [String] {
    var lines = wrapped("A statement may run over several lines and ends with ;")
    lines += wrapped(".tutorial teaches the first steps.")
    for (subject, commands) in DotCommand.bySubject {
      lines += ["", subject.rawValue] + list(commands.map { (head(of: $0), $0.help) })
    }
    lines += ["", "Subjects"] + list(HelpTopic.all.map { ($0.name, $0.summary) })
    return lines + [""] + wrapped(".help NAME explains any of these, or a function.")
      + wrapped(".functions lists the functions.")
  }

  // MARK: One thing

  func parts(of command: DotCommand) -> [HelpPage.Part] {
    var lines = wrapped(head(of: command), indent: 2) + indented(command.help)
    if command.name == ".load" { lines += list(LoadOptionHelp.entries(of: nil)) }
    return [.lines(lines)]
  }

  func parts(of function: FunctionReference) -> [HelpPage.Part] {
    var lines = wrapped(function.signature, indent: 2) + indented(function.help)
    let aliases = function.names.dropFirst()
    if !aliases.isEmpty { lines += indented("also called \(aliases.joined(separator: ", "))") }
    if let reading = FileFunction.named(function.name) {
      lines += list(LoadOptionHelp.entries(of: reading))
    }
    if function.example.isEmpty { return [.lines(lines)] }
    return [.lines(lines), .example(function.example, runs: function.exampleRuns)]
  }

  func parts(of topic: HelpTopic) -> [HelpPage.Part] {
    let lines =
      wrapped("\(topic.name): \(topic.summary)", indent: 2)
      + Self.facts(of: topic.body).flatMap { indented($0, hanging: 2) }
    let examples = topic.examples.enumerated().map { index, example in
      HelpPage.Part.example(example, runs: index == 0)
    }
    return [.lines(lines)] + examples
  }

  /// The facts of a body, a line each: one that goes on in indented lines is put together.
  private static func facts(of body: [String]) -> [String] {
    body.reduce(into: []) { facts, line in
      if line.hasPrefix(" "), let last = facts.popLast() {
        facts.append("\(last) \(line.drop { $0 == " " })")
      } else {
        facts.append(line)
      }
    }
  }

  private func head(of command: DotCommand) -> String {
    command.arguments.isEmpty ? command.name : "\(command.name) \(command.arguments)"
  }

  // MARK: Lines

  private func wrapped(_ text: String, indent: Int = 0) -> [String] {
    Wrapping.lines(of: text, width: width, indent: indent)
  }

  /// With a margin of two cells, and a wider one for the lines on which `text` goes on.
  private func indented(_ text: String, hanging: Int = 0) -> [String] {
    Wrapping.lines(of: text, width: width - 2, indent: hanging).map { "  " + $0 }
  }

  /// Heads in one column and what they mean in another, or beneath on a narrow screen.
  private func list(_ entries: [(head: String, help: String)]) -> [String] {
    let longest = entries.map { DisplayWidth.of($0.head) }.max() ?? 0
    let column = min(longest, Self.widestHead) + 4
    let isNarrow = width - column < Self.leastRoom
    let margin = String(repeating: " ", count: isNarrow ? 4 : column)
    return entries.flatMap { head, help in
      let lines = Wrapping.lines(of: help, width: width - margin.count)
      let padding = column - 2 - DisplayWidth.of(head)
      guard !isNarrow, padding >= 2 else {
        return indented(head, hanging: 2) + lines.map { margin + $0 }
      }
      let first = "  \(head)" + String(repeating: " ", count: padding)
      return lines.enumerated().map { ($0 == 0 ? first : margin) + $1 }
    }
  }
}
