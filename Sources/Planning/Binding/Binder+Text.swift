import Columns
import Language

extension Binder {
  /// `value`, which must be text, since there are no lists to take an element out of.
  func textOnly(_ value: BoundExpression, _ range: SourceRange) throws -> BoundExpression {
    guard value.type == .varchar || value.type == .null else {
      throw BindingProblem.wrongArguments(
        function: "[…]", signature: "text[number] or text[from:to]", types: [value.type]
      ).diagnostic(at: range)
    }
    return value
  }

  /// A whole number that the statement leaves out.
  static func whole(_ number: Int128, at range: SourceRange) -> BoundExpression {
    BoundExpression(.constant(.integer(number)), type: .bigint, range: range)
  }

  // MARK: Collations

  /// How two texts are compared that a collation stands beside.
  enum Collation {
    /// Byte by byte, as without one.
    case binary
    /// Capital and small letters are the same.
    case ignoringCase
    /// Letters with and without accents are the same.
    case ignoringAccents

    init?(_ name: String) {
      switch name {
      case "binary", "c", "posix": self = .binary
      case "nocase": self = .ignoringCase
      case "noaccent": self = .ignoringAccents
      default: return nil
      }
    }

    /// The functions that bring texts to the form that is compared.
    var functions: [String] {
      switch self {
      case .binary: []
      case .ignoringCase: ["lower"]
      case .ignoringAccents: ["strip_accents"]
      }
    }
  }

  /// The collation under which a comparison compares; nil where no side names one, and for other
  /// operators.
  static func collation(
    of left: Expression, _ right: Expression, under symbol: BinaryOperator
  ) -> Identifier? {
    switch symbol {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: break
    default: return nil
    }
    if case .collate(_, let name) = left.kind { return name }
    if case .collate(_, let name) = right.kind { return name }
    return nil
  }

  /// A comparison under a collation.
  func bind(
    _ symbol: BinaryOperator, _ left: Expression, _ right: Expression, collation name: Identifier,
    at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let sides = try [left, right].map { side -> BoundExpression in
      var inner = side
      if case .collate(let value, let other) = side.kind {
        guard other.folded == name.folded else {
          throw BindingProblem.value(
            .badArgument("the two sides name two collations, \(name.name) and \(other.name)")
          ).diagnostic(at: other.range)
        }
        inner = value
      }
      return try collated(try bind(inner, &context), name)
    }
    return try call(symbol.rawValue, sides, at: range)
  }

  /// A value beside a collation, where nothing is compared.
  func bind(
    _ value: Expression, collation name: Identifier, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let functions = try Self.collation(name).functions
    guard functions.isEmpty else {
      let form = functions.reversed().reduce("…") { "\($1)(\($0))" }
      throw BindingProblem.value(
        .badArgument(
          "COLLATE \(name.name) stands beside =, <> or <, and in ORDER BY; elsewhere write \(form)")
      ).diagnostic(at: name.range)
    }
    return try bind(value, &context)
  }

  /// What `value` is compared by under a collation.
  func collated(_ value: BoundExpression, _ name: Identifier) throws -> BoundExpression {
    try Self.collation(name).functions.reduce(value) { try call($1, [$0], at: value.range) }
  }

  private static func collation(_ name: Identifier) throws -> Collation {
    guard let collation = Collation(name.folded) else {
      throw BindingProblem.value(
        .badArgument(
          "there is no collation '\(name.name)': BINARY compares bytes, NOCASE ignores capital letters, NOACCENT accents"
        )
      ).diagnostic(at: name.range)
    }
    return collation
  }
}
