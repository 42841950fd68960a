/// Cuts the text of a script into its steps.
struct LogicScriptReader {
  private let lines: [Substring]
  private var position = 0

  init(_ text: String) {
    // One character to Swift, which would not be cut in two.
    lines = text.replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The steps up to the line that begins with `end`, which is passed too, or to the end.
  mutating func steps(until end: String?) -> [LogicScript.Step] {
    var steps: [LogicScript.Step] = []
    var conditions: [LogicScript.Condition] = []
    while position < lines.count {
      let line = position + 1
      let text = lines[position]
      let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      position += 1
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      if first == end { return steps }
      switch first {
      case "skipif", "onlyif":
        guard words.count > 1 else {
          steps.append(.malformed(String(text), line: line))
          continue
        }
        conditions.append(LogicScript.Condition(isOnly: first == "onlyif", subject: words[1]))
      case "statement", "query":
        let step = record(words, line: line, conditions)
        conditions = []
        steps.append(step)
      default:
        // A condition before anything but a record guards that one line.
        let isForOthers = conditions.contains { $0.isOnly && !$0.subject.contains("=") }
        conditions = []
        if let step = directive(words, line: line), !isForOthers { steps.append(step) }
      }
    }
    if let end { steps.append(.malformed("there is no \(end)", line: lines.count)) }
    return steps
  }

  /// The step of a line that is no record; nil where there is nothing to do.
  private mutating func directive(_ words: [String], line: Int) -> LogicScript.Step? {
    switch words[0] {
    case "halt": return .halt
    case "hash-threshold", "set", "sleep", "logger": return nil
    case "mode":
      // The other modes say how a runner prints.
      switch words.count > 1 ? words[1] : "" {
      case "skip": return .skipping(true)
      case "unskip": return .skipping(false)
      default: return nil
      }
    case "require":
      let what = words.count > 1 ? words[1] : ""
      // Needs of a runner for other storages and checks, which every program meets.
      let isMet = [
        "vector_size", "skip_reload", "noforcestorage", "no_alternative_verify", "64bit",
        "notwindows", "noalternativeverify",
      ].contains(what)
      return isMet ? nil : .skipRest("requires \(words.dropFirst().joined(separator: " "))")
    case "require-env", "test-env", "load", "restart", "reconnect", "unzip", "include", "import",
      "template", "tags":
      return .skipRest("\(words[0]) is not built")
    case "loop", "concurrentloop":
      guard words.count == 4, let low = Int(words[2]), let high = Int(words[3]) else {
        return .malformed(words.joined(separator: " "), line: line)
      }
      let values = low < high ? (low..<high).map { ["\($0)"] } : []
      return .loop(variables: [words[1]], values: values, steps(until: "endloop"))
    case "foreach", "concurrentforeach":
      guard words.count > 1 else { return .malformed(words[0], line: line) }
      let variables = words[1].split(separator: ",").map(String.init)
      let values = words.dropFirst(2).flatMap(Self.values).map { value in
        variables.count == 1
          ? [value] : value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let body = steps(until: "endloop")
      guard values.allSatisfy({ $0.count == variables.count }) else {
        return .malformed(words.joined(separator: " "), line: line)
      }
      return .loop(variables: variables, values: values, body)
    default:
      return .malformed(words.joined(separator: " "), line: line)
    }
  }

  /// The values that a word of `foreach` stands for: types of numbers have names together.
  private static func values(_ word: String) -> [String] {
    let signed = ["tinyint", "smallint", "integer", "bigint", "hugeint"]
    let unsigned = ["utinyint", "usmallint", "uinteger", "ubigint", "uhugeint"]
    let real = ["float", "double"]
    switch word.lowercased() {
    case "<signed>": return signed
    case "<unsigned>": return unsigned
    case "<integral>": return signed + unsigned
    case "<numeric>": return signed + unsigned + real
    case "<alltypes>":
      return signed + unsigned + real + ["bool", "interval", "varchar"]
    default: return [word]
    }
  }

  private mutating func record(
    _ words: [String], line: Int, _ conditions: [LogicScript.Condition]
  ) -> LogicScript.Step {
    let sql = block { $0 == "----" }
    let hasExpectation = position < lines.count && lines[position] == "----"
    if hasExpectation { position += 1 }
    let expected = hasExpectation ? block { _ in false }.map(String.init) : nil
    let expectation: LogicScript.Expectation
    let second = words.count > 1 ? words[1] : ""
    if words[0] == "query" {
      let order = words.count > 2 ? LogicScript.Order(rawValue: words[2]) : nil
      let label = words.count > 3 ? words[3] : nil
      expectation = .answer(
        LogicScript.Answer(
          types: second, order: order ?? .asGiven, label: label, lines: expected))
    } else {
      switch second {
      case "ok", "count": expectation = .success
      case "error": expectation = .failure(message: expected?.joined(separator: "\n"))
      case "maybe": expectation = .anything
      default: return .malformed(words.joined(separator: " "), line: line)
      }
    }
    return .record(
      LogicScript.Record(
        line: line, conditions: conditions, expectation: expectation,
        sql: sql.joined(separator: "\n")))
  }

  /// The lines up to an empty one, or to one that ends them.
  private mutating func block(_ isEnd: (Substring) -> Bool) -> [Substring] {
    var block: [Substring] = []
    while position < lines.count, !lines[position].isEmpty, !isEnd(lines[position]) {
      block.append(lines[position])
      position += 1
    }
    return block
  }
}
