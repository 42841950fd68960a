/// A value, or in a select list something that stands for several.
///
/// Parentheses are not kept; they belong to the range of what they enclose.
package struct Expression: Sendable {
  package indirect enum Kind: Sendable {
    case literal(Literal)
    /// `DATE '2024-05-01'`: a type and the text of its value.
    case typedLiteral(TypeName, String)
    /// `INTERVAL '3 days'` has no unit; `INTERVAL 3 DAY` has one.
    case interval(Expression, IntervalUnit?)
    case parameter(Parameter)
    /// `DEFAULT` in place of a value of INSERT or UPDATE.
    case defaultValue
    /// A column: `c`, `t.c`; which part is what is for the binder to find out.
    case column(QualifiedName)
    /// `*`, also as the argument of `count(*)`.
    case star(Star)
    /// `COLUMNS('regex')`, `COLUMNS(*)`, `COLUMNS([…])`.
    case columns(Expression)

    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// A whole chain `a AND b AND c`: two operands or more.
    case and([Expression])
    /// A whole chain `a OR b OR c`: two operands or more.
    case or([Expression])
    case `is`(Expression, Truth, isNegated: Bool)
    case isDistinctFrom(Expression, Expression, isNegated: Bool)
    case between(Between)
    case match(PatternMatch)
    case inList(Expression, [Expression], isNegated: Bool)
    case inQuery(Expression, Query, isNegated: Bool)
    case exists(Query)
    /// A query in parentheses that gives one value.
    case subquery(Query)
    /// `value = ANY (query)`, where the query stands as a `subquery`, or `value = ANY (list)`.
    case quantified(Expression, BinaryOperator, Quantifier, Expression)

    case `case`(CaseExpression)
    /// `CAST(e AS t)`, `e::t`, `TRY_CAST(e AS t)`.
    case cast(Expression, TypeName, isTry: Bool)
    /// Functions, aggregates and window functions; also `EXTRACT(a FROM b)` as
    /// `extract('a', b)`, `SUBSTRING(a FROM b FOR c)` as `substring(a, b, c)`, `POSITION(a IN b)`
    /// as `position(b, a)`, `TRIM(LEADING a FROM b)` as `ltrim(b, a)` and `a AT TIME ZONE b` as
    /// `timezone(b, a)`.
    case call(FunctionCall)
    case collate(Expression, Identifier)

    case list([Expression])
    /// `(a, b)`: two values or more.
    case tuple([Expression])
    /// `{name: value}`.
    case structure([StructureField])
    /// `list[index]`.
    case element(Expression, Expression)
    /// `list[from:to]`, either end may be missing.
    case slice(Expression, Expression?, Expression?)
    case field(Expression, Identifier)
    /// `x -> x + 1`.
    case lambda([Identifier], Expression)
  }

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

package enum Literal: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// Decimal digits, or `0x` and hexadecimal ones; separators are taken out.
  case integer(String)
  /// Digits with a decimal point: exact. Separators are taken out.
  case decimal(String)
  /// Digits with an exponent: a double. Separators are taken out.
  case float(String)
  /// The text itself, without quotes or escapes.
  case string(String)
}

package enum IntervalUnit: String, CaseIterable, Sendable {
  case microsecond, millisecond, second, minute, hour, day, week, month, quarter, year
  case decade, century, millennium
}

package enum Parameter: Hashable, Sendable {
  /// `$year`.
  case named(String)
  /// `$1`, or `?` counted from one in the order of the text.
  case numbered(Int)
}

/// `[t.]* [EXCLUDE (…)] [REPLACE (…)] [RENAME (…)]`.
package struct Star: Sendable {
  package struct Renaming: Sendable {
    package let from: Identifier
    package let to: Identifier
  }

  package let qualifier: QualifiedName?
  package let exclude: [QualifiedName]
  /// Every item has an alias: the column that it takes the place of.
  package let replace: [SelectItem]
  package let rename: [Renaming]
}

package enum UnaryOperator: String, Sendable {
  case plus = "+"
  case minus = "-"
  case not = "NOT"
  case bitwiseNot = "~"
  /// `@ x`, the magnitude.
  case absolute = "@"
}

package enum BinaryOperator: String, CaseIterable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case integerDivide = "//"
  case modulo = "%"
  case power = "^"
  case concatenate = "||"
  case startsWith = "^@"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case bitwiseAnd = "&"
  case bitwiseOr = "|"
  case shiftLeft = "<<"
  case shiftRight = ">>"
}

/// What `IS` asks about a value.
package enum Truth: String, Sendable {
  case null = "NULL"
  case `true` = "TRUE"
  case `false` = "FALSE"
  case unknown = "UNKNOWN"
}

package enum Quantifier: String, Sendable {
  case any = "ANY"
  case all = "ALL"
}

package struct Between: Sendable {
  package let value: Expression
  package let lower: Expression
  package let upper: Expression
  /// `SYMMETRIC`: the bounds may stand in either order.
  package let isSymmetric: Bool
  package let isNegated: Bool
}

/// `value [NOT] LIKE pattern [ESCAPE e]` and its kin; also whether a code is UNDER a branch, and
/// whether a day is DURING an operation.
package struct PatternMatch: Sendable {
  package enum Operator: String, Sendable {
    case like = "LIKE"
    case ilike = "ILIKE"
    case similarTo = "SIMILAR TO"
    case glob = "GLOB"
    /// POSIX regular expression, found anywhere in the value.
    case regex = "~"
    case regexIgnoringCase = "~*"
    /// The pattern is the name of a branch.
    case under = "UNDER"
    /// The pattern is the name of an operation.
    case during = "DURING"
  }

  package let value: Expression
  package let `operator`: Operator
  package let pattern: Expression
  package let escape: Expression?
  package let isNegated: Bool
}

package struct CaseExpression: Sendable {
  package struct Branch: Sendable {
    /// A condition, or with an operand a value to compare it with.
    package let when: Expression
    package let then: Expression
  }

  /// `CASE operand WHEN …`; nil for `CASE WHEN …`.
  package let operand: Expression?
  /// Never empty.
  package let branches: [Branch]
  package let otherwise: Expression?
}

package struct StructureField: Sendable {
  package let name: Identifier
  package let value: Expression
}

/// A function by name, with everything that may follow an aggregate or a window function.
package struct FunctionCall: Sendable {
  package struct Argument: Sendable {
    /// `name := value` or `name => value`; in a table function also `name = value`.
    package let name: Identifier?
    package let value: Expression
  }

  package let name: Identifier
  package let arguments: [Argument]
  package let isDistinct: Bool
  /// `agg(x ORDER BY y)`.
  package let orderBy: [OrderTerm]
  /// `WITHIN GROUP (ORDER BY y)`.
  package let withinGroup: [OrderTerm]
  /// `IGNORE NULLS` true, `RESPECT NULLS` false.
  package let ignoresNulls: Bool?
  package let filter: Expression?
  package let over: WindowReference?
}

package indirect enum WindowReference: Sendable {
  case named(Identifier)
  case specification(WindowSpecification)
}

/// `([base] [PARTITION BY …] [ORDER BY …] [frame])`.
package struct WindowSpecification: Sendable {
  package let base: Identifier?
  package let partitionBy: [Expression]
  package let orderBy: [OrderTerm]
  package let frame: WindowFrame?
  package let range: SourceRange
}

/// `ROWS BETWEEN … AND … [EXCLUDE …]`.
package struct WindowFrame: Sendable {
  package enum Unit: String, Sendable {
    case rows = "ROWS"
    case range = "RANGE"
    case groups = "GROUPS"
  }

  package enum Bound: Sendable {
    case unboundedPreceding
    case preceding(Expression)
    case currentRow
    case following(Expression)
    case unboundedFollowing
  }

  package enum Exclusion: String, Sendable {
    case currentRow = "CURRENT ROW"
    case group = "GROUP"
    case ties = "TIES"
    case noOthers = "NO OTHERS"
  }

  package let unit: Unit
  package let start: Bound
  /// `CURRENT ROW` when only a start was written.
  package let end: Bound
  package let exclusion: Exclusion?
  package let range: SourceRange
}
