/// Bytes that every match of a regular expression has, by which texts are ruled out quickly.
struct RegexLiterals: Sendable {
  /// The only text that matches, where the whole expression is that text.
  private(set) var exact: [UInt8]?
  /// Every match begins with these bytes; empty where that is not known.
  private(set) var prefix: [UInt8] = []
  /// Every match contains these bytes; empty where none are known.
  private(set) var required: [UInt8] = []
  /// Whether a match can only begin where the text does.
  private(set) var isAnchored = false

  init(_ node: RegexNode) {
    let parts = Self.flattened(node)
    if case .assertion(.textStart)? = parts.first { isAnchored = true }
    var run: [UInt8] = []
    var isAtStart = true
    var isOnlyBytes = true
    func end() {
      if isAtStart { prefix = run }
      isAtStart = false
      if run.count > required.count { required = run }
      run = []
    }
    for part in parts {
      if case .characters(let set) = part, let value = set.single {
        run += UTF8Ranges.bytes(value)
        continue
      }
      isOnlyBytes = false
      if case .repetition(let inner, let minimum, _, _) = part, minimum > 0,
        case .characters(let set) = inner, let value = set.single
      {
        run += UTF8Ranges.bytes(value)
      }
      end()
    }
    if isOnlyBytes && !run.isEmpty { exact = run }
    end()
  }

  /// The parts that stand one behind the other in every match, groups opened.
  private static func flattened(_ node: RegexNode) -> [RegexNode] {
    switch node {
    case .sequence(let parts): parts.flatMap(flattened)
    case .group(let part, _): flattened(part)
    case .empty: []
    default: [node]
    }
  }
}
