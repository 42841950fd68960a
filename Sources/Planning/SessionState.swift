import Columns
import Language

/// What a statement may depend on besides tables: settings, variables, parameters.
///
/// Unlike the ``Catalog`` it stays as it is when a transaction is undone.
package struct SessionState: Sendable {
  /// A value that a name stands for.
  package struct Constant: Sendable {
    package let value: Value
    package let type: DataType

    package init(_ value: Value, type: DataType) {
      self.value = value
      self.type = type
    }
  }

  package var settings = Settings()
  /// Of `SET VARIABLE`, by folded name.
  package var variables: [String: Constant] = [:]
  /// Values for `$name`, by folded name, and for `$1`.
  package var parameters: [Parameter: Constant] = [:]
  /// Of `PREPARE`, by folded name.
  package var prepared: [String: Statement] = [:]

  package init() {}
}

extension SessionState {
  /// The value of a parameter that was given as text.
  ///
  /// A literal means what it means in a statement, anything else is text as it stands; so are
  /// digits behind a zero, which are a code and no number.
  ///
  /// - Throws: a ``Diagnostic`` where a typed text is no value of its type.
  package static func constant(_ text: String) throws -> Constant {
    let plain = Constant(.text(text), type: .varchar)
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let isCode =
      digits.first == UInt8(ascii: "0") && digits.count > 1
      && digits.allSatisfy { (0x30...0x39).contains($0) }
    guard !isCode, let written = try? Parser.expression(Source(text)) else { return plain }
    var literal = written
    if case .unary(.minus, let operand) = written.kind { literal = operand }
    switch literal.kind {
    case .literal, .typedLiteral: break
    default: return plain
    }
    return try Binder.constant(written) ?? plain
  }
}

extension Parameter {
  /// The form in which parameters are compared.
  package var folded: Parameter {
    if case .named(let name) = self { return .named(name.lowercased()) }
    return self
  }

  /// The parameter as a statement writes it.
  package var sql: String {
    switch self {
    case .named(let name): "$\(name)"
    case .numbered(let number): "$\(number)"
    }
  }
}
