/// A script of statements, each with what it must print.
///
///     # a heading, or any other remark
///     [tree] [result]
///     SELECT 1 AS one
///     ----
///     [tree]
///     (select (items (as one 1)))
///     [result]
///     ┌─────┐
///     …
///
/// A block is the stages to print (by default what comes of the statement), the statement, four
/// hyphens, and the output up to an empty line. An empty line of output stands as a lone `·`.
struct GoldenScript {
  /// What can be seen of a statement on its way.
  enum Stage: String, CaseIterable {
    case tokens, tree, plan
    /// The names and types of the result's columns.
    case types
    case result
    /// What is wrong with the statement; nothing else may come of it.
    case error
  }

  struct Block {
    /// Remarks and empty lines before it, as they stand.
    var remarks: [String] = []
    var stages: [Stage] = []
    var statement: [String] = []
    var output: [String] = []
    /// Of the first line of the statement, from 1.
    var line = 0
  }

  private(set) var blocks: [Block] = []
  /// What follows the last block.
  private var tail: [String] = []

  static let emptyLine = "·"

  init(_ text: String) throws(MalformedScript) {
    var block = Block()
    var isOutput = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).enumerated()
    {
      if isOutput {
        if line.isEmpty {
          blocks.append(block)
          block = Block(remarks: [""])
          isOutput = false
        } else {
          block.output.append(line == Self.emptyLine ? "" : line)
        }
      } else if line == "----" {
        if block.statement.isEmpty { throw MalformedScript(line: index + 1) }
        isOutput = true
      } else if block.statement.isEmpty && (line.isEmpty || line.hasPrefix("#")) {
        block.remarks.append(line)
      } else if block.statement.isEmpty, block.stages.isEmpty, let stages = Self.stages(line) {
        block.stages = stages
      } else {
        if block.statement.isEmpty { block.line = index + 1 }
        block.statement.append(line)
      }
    }
    if isOutput {
      blocks.append(block)
      block = Block()
    }
    if !block.statement.isEmpty { throw MalformedScript(line: block.line) }
    tail = block.remarks
  }

  private static func stages(_ line: String) -> [Stage]? {
    var stages: [Stage] = []
    for word in line.split(separator: " ") {
      guard word.hasPrefix("["), word.hasSuffix("]"),
        let stage = Stage(rawValue: String(word.dropFirst().dropLast()))
      else { return nil }
      stages.append(stage)
    }
    return stages.isEmpty ? nil : stages
  }

  /// The script with `outputs`, one a block, in place of its own.
  func text(with outputs: [[String]]) -> String {
    var lines: [String] = []
    for (block, output) in zip(blocks, outputs) {
      lines += block.remarks
      if !block.stages.isEmpty {
        lines.append(block.stages.map { "[\($0.rawValue)]" }.joined(separator: " "))
      }
      lines += block.statement + ["----"]
      lines += output.map { $0.isEmpty ? Self.emptyLine : $0 }
    }
    let rest = tail.isEmpty || tail == [""] ? [""] : tail
    return (lines + rest).joined(separator: "\n")
  }
}

/// A statement without the four hyphens behind it, or hyphens without a statement.
struct MalformedScript: Error {
  let line: Int
}
