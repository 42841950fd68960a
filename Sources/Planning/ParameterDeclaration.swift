import Columns
import Language

/// A parameter that a saved query declares in a comment before its first statement:
/// `-- param year INTEGER = 2024`.
package struct ParameterDeclaration: Sendable {
  /// As it is written, without the dollar sign.
  package let name: String
  /// Where the name stands.
  package let nameRange: SourceRange
  private let type: TypeName
  /// What is written behind the `=`; nil where nothing is, so that a value must be given.
  private let standard: (text: String, range: SourceRange)?

  /// The declarations of a saved query, in their order.
  ///
  /// - Throws: a ``Diagnostic`` where a comment that begins with `param` is no declaration, and where
  ///   two are of one name.
  /// - Complexity: O(*n*) in the length of the text.
  package static func all(in source: Source) throws -> [ParameterDeclaration] {
    var result: [ParameterDeclaration] = []
    for token in Lexer.tokens(of: source.text, includingComments: true) {
      guard token.kind == .comment else { break }
      guard let declaration = try ParameterDeclaration(token.range, in: source) else { continue }
      guard !result.contains(where: { $0.folded == declaration.folded }) else {
        throw TableProblem.exists(kind: "parameter", name: "$\(declaration.name)")
          .diagnostic(at: declaration.nameRange)
      }
      result.append(declaration)
    }
    return result
  }

  /// nil where the comment at `range` is about something else.
  private init?(_ range: SourceRange, in source: Source) throws {
    let comment = source.text(of: range)
    let start = range.lowerBound + Self.mark.utf8.count
    let tokens = Lexer.tokens(of: String(comment.dropFirst(Self.mark.count)))
    func place(_ tokens: ArraySlice<Token>) -> SourceRange? {
      guard let first = tokens.first, let last = tokens.last else { return nil }
      return SourceRange(start + first.range.lowerBound, start + last.range.upperBound)
    }
    func text(_ range: SourceRange) -> String { String(source.text(of: range)) }
    guard comment.hasPrefix(Self.mark), let word = place(tokens.prefix(1)), text(word) == "param"
    else { return nil }
    let parts = tokens.dropFirst().prefix { $0.kind != .end }
      .split(maxSplits: 1, omittingEmptySubsequences: false) { $0.kind == .symbol(.equal) }
    guard let head = parts.first, head.first.map(Self.isWord) ?? false,
      let nameRange = place(head.prefix(1)), let typeRange = place(head.dropFirst()),
      parts.count == 1 || !parts[1].isEmpty
    else {
      throw Diagnostic(
        .error, "this comment declares no parameter", at: range,
        help: ["it is written -- param year INTEGER = 2024"])
    }
    name = text(nameRange)
    self.nameRange = nameRange
    standard = parts.count > 1 ? place(parts[1]).map { (text($0), $0) } : nil
    do {
      type = try Parser.typeName(Source(text(typeRange)))
      _ = try Binder.constant(SessionState.Constant(.null, type: .null), as: type, at: typeRange)
    } catch let diagnostic as Diagnostic {
      throw diagnostic.moved(to: typeRange, inside: "$\(name)")
    }
  }

  /// What a comment begins with that may declare a parameter.
  private static let mark = "--"

  private static func isWord(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .keyword: true
    default: false
    }
  }

  /// The name as parameters are compared.
  package var folded: Parameter { Parameter.named(name).folded }

  /// The value of the parameter; nil where neither a value nor a default is given.
  ///
  /// - Parameter given: the text of the value that someone asked for; nil for the default.
  /// - Throws: a ``Diagnostic`` at the default, or at the name, where the value does not fit the type.
  package func value(given: String?) throws -> SessionState.Constant? {
    guard let (text, range) = given.map({ ($0, nameRange) }) ?? standard else { return nil }
    do {
      return try Binder.constant(constant(text), as: type, at: range)
    } catch let diagnostic as Diagnostic {
      let value = given == nil ? "" : " = \(text)"
      throw diagnostic.moved(to: range, inside: "$\(name)\(value)")
    }
  }

  /// The value that `text` is for the type: codes are texts as they stand, and nothing is rounded to
  /// a whole number.
  private func constant(_ text: String) throws -> SessionState.Constant {
    let constant = try SessionState.constant(text)
    let type = TypeNames.type(of: type)
    if constant.value.isNull { return constant }
    if type == .varchar, constant.type != .varchar {
      return SessionState.Constant(.text(text), type: .varchar)
    }
    if type == .bigint || type == .hugeint, !constant.type.isWhole {
      let written = if case .text(let inner) = constant.value { inner } else { text }
      let digits = written.utf8.drop { $0 == UInt8(ascii: "-") }
      guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw BindingProblem.value(.unreadable(text: written, type: type ?? .bigint))
          .diagnostic(at: nameRange)
      }
    }
    return constant
  }
}

extension DataType {
  fileprivate var isWhole: Bool { self == .bigint || self == .hugeint }
}
