extension SQLWriter {
  mutating func write(_ expression: Expression) {
    switch expression.kind {
    case .literal(let literal): write(literal.sql)
    case .typedLiteral(let type, let text):
      write(type)
      write(" \(SQLText.literal(text))")
    case .interval(let value, let unit): interval(value, unit)
    case .parameter(.named(let name)): write("$\(name)")
    case .parameter(.numbered(let number)): write("$\(number)")
    case .defaultValue: write("DEFAULT")
    case .column(let name): self.name(name)
    case .star(let star): write(star)
    case .columns(let pattern): function("COLUMNS", [pattern])

    case .unary(.minus, let value) where value.isNumber:
      write("-")
      write(value)
    case .unary, .binary, .and, .or, .is, .isDistinctFrom, .between, .match, .inList, .inQuery,
      .quantified, .collate:
      write("(")
      operation(expression)
      write(")")
    case .exists(let query):
      write("EXISTS ")
      nested(query)
    case .subquery(let query): nested(query)

    case .case(let expression): write(expression)
    case .cast(let value, let type, let isTry):
      write(isTry ? "TRY_CAST(" : "CAST(")
      write(value)
      write(" AS ")
      write(type)
      write(")")
    case .call(let call): write(call)

    case .list(let elements):
      write("[")
      list(elements)
      write("]")
    case .tuple(let elements): function(elements.count == 1 ? "ROW" : "", elements)
    case .structure(let fields):
      write("{")
      list(fields) { writer, field in
        writer.name(field.name)
        writer.write(": ")
        writer.write(field.value)
      }
      write("}")
    case .element(let list, let index):
      operand(list, isBare: list.isElement || list.isColumn)
      write("[")
      write(index)
      write("]")
    case .slice(let list, let first, let last):
      operand(list, isBare: list.isElement || list.isColumn)
      write("[")
      if let first { write(first) }
      write(":")
      if let last { write(last) }
      write("]")
    case .field(let value, let name):
      operand(value, isBare: value.isElement)
      write(".")
      self.name(name)
    case .lambda(let parameters, let body):
      write("lambda ")
      names(parameters)
      write(": ")
      write(body)
    }
  }

  private mutating func function(_ name: String, _ arguments: [Expression]) {
    write("\(name)(")
    list(arguments)
    write(")")
  }

  /// An operand, in parentheses unless it is bare or has them already.
  private mutating func operand(_ value: Expression, isBare: Bool) {
    let isEnclosed = isBare || value.isEnclosed
    if !isEnclosed { write("(") }
    write(value)
    if !isEnclosed { write(")") }
  }

  private mutating func interval(_ value: Expression, _ unit: IntervalUnit?) {
    write("INTERVAL ")
    operand(value, isBare: value.isNumber || value.isTextOrParameter)
    if let unit { write(" \(unit.rawValue.uppercased())") }
  }

  // MARK: Operators

  private mutating func operation(_ expression: Expression) {
    switch expression.kind {
    case .unary(let sign, let value):
      write(sign.rawValue)
      if sign == .not { write(" ") }
      // Two minus signs in a row would be a comment.
      operand(value, isBare: !value.isNegativeNumber)
    case .binary(let sign, let left, let right): infix(left, sign.rawValue, right)
    case .and(let operands): chain(operands, " AND ")
    case .or(let operands): chain(operands, " OR ")
    case .is(let value, let truth, let isNegated):
      write(value)
      write(isNegated ? " IS NOT \(truth.rawValue)" : " IS \(truth.rawValue)")
    case .isDistinctFrom(let left, let right, let isNegated):
      infix(left, isNegated ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM", right)
    case .between(let between):
      write(between.value)
      write(between.isNegated ? " NOT BETWEEN " : " BETWEEN ")
      if between.isSymmetric { write("SYMMETRIC ") }
      infix(between.lower, "AND", between.upper)
    case .match(let match): self.match(match)
    case .inList(let value, let list, let isNegated):
      write(value)
      function(isNegated ? " NOT IN " : " IN ", list)
    case .inQuery(let value, let query, let isNegated):
      write(value)
      write(isNegated ? " NOT IN " : " IN ")
      nested(query)
    case .quantified(let value, let sign, let quantifier, let operand):
      write(value)
      write(" \(sign.rawValue) \(quantifier.rawValue) ")
      if case .subquery = operand.kind {
        write(operand)
      } else {
        function("", [operand])
      }
    case .collate(let value, let collation):
      write(value)
      write(" COLLATE ")
      name(collation)
    default:
      write(expression)
    }
  }

  private mutating func infix(_ left: Expression, _ sign: String, _ right: Expression) {
    write(left)
    write(" \(sign) ")
    write(right)
  }

  private mutating func chain(_ operands: [Expression], _ sign: String) {
    var isFirst = true
    for operand in operands {
      if !isFirst { write(sign) }
      isFirst = false
      write(operand)
    }
  }

  private mutating func match(_ match: PatternMatch) {
    write(match.value)
    switch match.operator {
    case .regex: write(match.isNegated ? " !~ " : " ~ ")
    case .regexIgnoringCase: write(match.isNegated ? " !~* " : " ~* ")
    default: write("\(match.isNegated ? " NOT" : "") \(match.operator.rawValue) ")
    }
    write(match.pattern)
    if let escape = match.escape {
      write(" ESCAPE ")
      write(escape)
    }
  }

  // MARK: Calls

  mutating func write(_ call: FunctionCall) {
    write("\(SQLText.functionName(call.name))(")
    if call.isDistinct { write("DISTINCT ") }
    list(call.arguments) { writer, argument in
      if let name = argument.name {
        writer.name(name)
        writer.write(" := ")
      }
      writer.write(argument.value)
    }
    if !call.orderBy.isEmpty {
      write(call.arguments.isEmpty ? "ORDER BY " : " ORDER BY ")
      terms(call.orderBy)
    }
    if let ignoresNulls = call.ignoresNulls {
      write(ignoresNulls ? " IGNORE NULLS" : " RESPECT NULLS")
    }
    write(")")
    if !call.withinGroup.isEmpty {
      write(" WITHIN GROUP (ORDER BY ")
      terms(call.withinGroup)
      write(")")
    }
    if let filter = call.filter {
      write(" FILTER (WHERE ")
      write(filter)
      write(")")
    }
    switch call.over {
    case .named(let name):
      write(" OVER ")
      self.name(name)
    case .specification(let window):
      write(" OVER ")
      write(window)
    case nil: break
    }
  }

  mutating func write(_ window: WindowSpecification) {
    var separator = ""
    write("(")
    if let base = window.base {
      name(base)
      separator = " "
    }
    if !window.partitionBy.isEmpty {
      write("\(separator)PARTITION BY ")
      list(window.partitionBy)
      separator = " "
    }
    if !window.orderBy.isEmpty {
      write("\(separator)ORDER BY ")
      terms(window.orderBy)
      separator = " "
    }
    if let frame = window.frame {
      write("\(separator)\(frame.unit.rawValue) BETWEEN ")
      write(frame.start)
      write(" AND ")
      write(frame.end)
      if let exclusion = frame.exclusion { write(" EXCLUDE \(exclusion.rawValue)") }
    }
    write(")")
  }

  private mutating func write(_ bound: WindowFrame.Bound) {
    switch bound {
    case .unboundedPreceding: write("UNBOUNDED PRECEDING")
    case .preceding(let distance):
      write(distance)
      write(" PRECEDING")
    case .currentRow: write("CURRENT ROW")
    case .following(let distance):
      write(distance)
      write(" FOLLOWING")
    case .unboundedFollowing: write("UNBOUNDED FOLLOWING")
    }
  }

  // MARK: CASE, stars, types

  private mutating func write(_ expression: CaseExpression) {
    write("CASE")
    if let operand = expression.operand {
      write(" ")
      write(operand)
    }
    for branch in expression.branches {
      write(" WHEN ")
      write(branch.when)
      write(" THEN ")
      write(branch.then)
    }
    if let otherwise = expression.otherwise {
      write(" ELSE ")
      write(otherwise)
    }
    write(" END")
  }

  private mutating func write(_ star: Star) {
    if let qualifier = star.qualifier {
      name(qualifier)
      write(".")
    }
    write("*")
    if !star.exclude.isEmpty {
      write(" EXCLUDE (")
      list(star.exclude) { $0.name($1) }
      write(")")
    }
    if !star.replace.isEmpty {
      write(" REPLACE (")
      list(star.replace) { $0.write($1) }
      write(")")
    }
    if !star.rename.isEmpty {
      write(" RENAME (")
      list(star.rename) { writer, renaming in
        writer.name(renaming.from)
        writer.write(" AS ")
        writer.name(renaming.to)
      }
      write(")")
    }
  }

  mutating func write(_ type: TypeName) {
    // `TIMESTAMP(3) WITH TIME ZONE`: the arguments follow the first word.
    let words = type.name.split(separator: " ")
    let isTime = words.first == "TIMESTAMP" || words.first == "TIME"
    let head = isTime ? words.prefix(1) : words[...]
    write(SQLText.typeName(head.joined(separator: " ")))
    if !type.arguments.isEmpty {
      write("(")
      list(type.arguments) { $0.write($1) }
      write(")")
    }
    for word in words.dropFirst(head.count) { write(" \(word)") }
    for _ in 0..<type.listDepth { write("[]") }
  }

  private mutating func write(_ argument: TypeName.Argument) {
    switch argument {
    case .number(let digits): write(digits)
    case .text(let text): write(SQLText.literal(text))
    case .type(let type): write(type)
    case .field(let name, let type):
      self.name(name)
      write(" ")
      write(type)
    }
  }
}

extension SQLText {
  /// A function's name: lower case, unless it was quoted.
  fileprivate static func functionName(_ name: Identifier) -> String {
    if name.isQuoted { return self.name(name.name) }
    // A keyword needs no quotes before a parenthesis.
    return name.folded
  }

  /// A type's name; only one that was quoted can hold other characters than words do.
  fileprivate static func typeName(_ name: String) -> String {
    let isPlain = Lexer.tokens(of: name).dropLast().allSatisfy { token in
      switch token.kind {
      case .word: true
      case .keyword(let keyword): keyword.standing != .reserved
      default: false
      }
    }
    return isPlain && !name.isEmpty ? name : quoted(name)
  }
}

extension Expression {
  fileprivate var isColumn: Bool { if case .column = kind { true } else { false } }

  fileprivate var isElement: Bool {
    switch kind {
    case .element, .slice, .field: true
    default: false
    }
  }

  fileprivate var isNumber: Bool {
    switch kind {
    case .literal(.integer), .literal(.decimal), .literal(.float): true
    default: false
    }
  }

  fileprivate var isNegativeNumber: Bool {
    if case .unary(.minus, let value) = kind { value.isNumber } else { false }
  }

  fileprivate var isTextOrParameter: Bool {
    switch kind {
    case .literal(.string), .parameter: true
    default: false
    }
  }

  /// Whether it is written in parentheses of its own.
  fileprivate var isEnclosed: Bool {
    switch kind {
    case .unary: !isNegativeNumber
    case .binary, .and, .or, .is, .isDistinctFrom, .between, .match, .inList, .inQuery,
      .quantified, .collate, .subquery:
      true
    default: false
    }
  }
}
