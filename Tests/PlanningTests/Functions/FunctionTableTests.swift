import Columns
import Testing

@testable import Planning

struct FunctionTableTests {
  @Test func namesAreGivenOnce() {
    let names = FunctionTable.scalars.flatMap(\.names)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() })
  }

  @Test func everyFunctionIsDescribed() {
    for function in FunctionTable.scalars {
      #expect(!function.signature.isEmpty)
      #expect(function.help.hasSuffix("."), "\(function.name): \(function.help)")
      #expect(function.help.utf8.count < 100, "\(function.name)")
    }
  }

  @Test func namesToCompleteAreWords() {
    #expect(FunctionTable.callableNames.contains("substr"))
    #expect(FunctionTable.callableNames.contains("substring"))
    #expect(!FunctionTable.callableNames.contains("+"))
    #expect(!FunctionTable.callableNames.contains("is null"))
    #expect(FunctionTable.callableNames == FunctionTable.callableNames.sorted())
  }

  private static let money = DataType.decimal(precision: 10, scale: 2)
  private static let rate = DataType.decimal(precision: 4, scale: 3)

  /// Result types; nil where there is no such overload. Those of DECIMAL are DuckDB's, except that
  /// products may have more than 18 digits.
  static let types: [(String, [DataType], DataType?)] = [
    ("+", [.bigint, .bigint], .bigint), ("+", [.bigint, .hugeint], .hugeint),
    ("+", [money, money], .decimal(precision: 11, scale: 2)),
    ("+", [money, rate], .decimal(precision: 12, scale: 3)),
    ("+", [.bigint, .decimal(precision: 2, scale: 1)], .decimal(precision: 21, scale: 1)),
    (
      "+", [.decimal(precision: 18, scale: 3), .decimal(precision: 18, scale: 3)],
      .decimal(precision: 19, scale: 3)
    ),
    ("+", [.hugeint, rate], .decimal(precision: 38, scale: 3)), ("+", [money, .double], .double),
    ("+", [.date, .bigint], .date), ("+", [.bigint, .date], .date), ("+", [.date, .date], nil),
    ("+", [.timestamp, .bigint], nil), ("+", [.varchar, .bigint], nil),
    ("+", [.boolean, .bigint], nil), ("+", [.null, .null], .bigint),
    ("+", [.null, money], money.wider),
    ("-", [.date, .date], .bigint), ("-", [.date, .bigint], .date), ("-", [.bigint, .date], nil),
    ("-", [.timestamp, .timestamp], .interval), ("-", [money], money), ("-", [.varchar], nil),
    ("*", [money, rate], .decimal(precision: 14, scale: 5)),
    (
      "*", [.decimal(precision: 18, scale: 3), .decimal(precision: 18, scale: 2)],
      .decimal(precision: 36, scale: 5)
    ),
    ("*", [.bigint, rate], .decimal(precision: 23, scale: 3)),
    ("*", [.decimal(precision: 20, scale: 20), .decimal(precision: 20, scale: 20)], nil),
    ("/", [.bigint, .bigint], .double), ("/", [money, .bigint], .double),
    ("//", [.bigint, .bigint], .bigint), ("//", [.double, .bigint], nil),
    ("%", [.bigint, .bigint], .bigint), ("%", [money, rate], .decimal(precision: 11, scale: 3)),
    ("^", [.bigint, .bigint], .double), ("**", [.double, money], .double),
    ("=", [.varchar, .varchar], .boolean), ("=", [.varchar, .bigint], nil),
    ("<", [.date, .timestamp], .boolean), ("<", [money, .bigint], .boolean),
    ("is distinct from", [.null, .varchar], .boolean), ("and", [.boolean, .null], .boolean),
    ("and", [.bigint], nil), ("||", [.varchar, .bigint], .varchar),
    ("||", [.bigint, .bigint], .varchar),
    ("concat", [.bigint, .date, .null], .varchar), ("length", [.varchar], .bigint),
    ("length", [.bigint], nil), ("substr", [.varchar, .bigint], .varchar),
    ("substr", [.varchar], nil), ("year", [.date], .bigint), ("year", [.timestamp], .bigint),
    ("year", [.varchar], nil), ("year", [.null], .bigint), ("epoch", [.date], .double),
    ("abs", [money], money), ("sign", [money], .bigint), ("sqrt", [.bigint], .double),
    ("round", [money], .decimal(precision: 10, scale: 0)), ("round", [.double], .double),
    ("ceil", [.decimal(precision: 4, scale: 0)], .decimal(precision: 4, scale: 0)),
    ("ceil", [money, .bigint], nil), ("coalesce", [.bigint, .double], .double),
    ("coalesce", [.bigint, .varchar], nil), ("nullif", [.bigint, money], .bigint),
    ("if", [.boolean, .bigint, money], .decimal(precision: 21, scale: 2)),
    ("greatest", [.date, .timestamp], .timestamp), ("pi", [], .double),
    ("strftime", [.date, .varchar], .varchar), ("strftime", [.varchar, .timestamp], .varchar),
    ("date_diff", [.varchar, .date, .timestamp], .bigint),
  ]

  @Test(arguments: types)
  func resultTypes(name: String, arguments: [DataType], expected: DataType?) throws {
    let function = try #require(FunctionTable.scalar(named: name))
    let overload = function.resolve(arguments)
    #expect(overload?.resultType == expected)
    #expect(overload == nil || overload?.argumentTypes.count == arguments.count)
  }

  @Test func typesThatDependOnConstants() throws {
    let round = try #require(FunctionTable.scalar(named: "round"))
    let decimal = DataType.decimal(precision: 7, scale: 3)
    func rounded(_ digits: Value?) -> DataType? {
      round.resolve([decimal, .bigint], constants: [nil, digits])?.resultType
    }
    #expect(rounded(.integer(2)) == .decimal(precision: 7, scale: 2))
    #expect(rounded(.integer(-2)) == .decimal(precision: 7, scale: 0))
    #expect(rounded(.integer(5)) == decimal)
    #expect(rounded(nil) == .decimal(precision: 8, scale: 3))
    // The binder narrows a whole number beside a DECIMAL.
    let narrowed = round.resolve(
      [decimal, .decimal(precision: 1, scale: 0)], constants: [nil, .integer(1)])
    #expect(narrowed?.resultType == .decimal(precision: 7, scale: 1))
    #expect(narrowed?.argumentTypes == [decimal, .bigint])
    #expect(round.resolve([decimal, .decimal(precision: 2, scale: 1)])?.resultType == nil)
    let truncate = try #require(FunctionTable.scalar(named: "date_trunc"))
    func truncated(_ part: String, _ type: DataType) -> DataType? {
      truncate.resolve([.varchar, type], constants: [.text(part), nil])?.resultType
    }
    #expect(truncated("month", .date) == .date)
    #expect(truncated("hour", .date) == .timestamp)
    #expect(truncated("month", .timestamp) == .timestamp)
    #expect(truncate.resolve([.varchar, .date])?.resultType == .timestamp)
    let part = try #require(FunctionTable.scalar(named: "date_part"))
    #expect(
      part.resolve([.varchar, .date], constants: [.text("epoch"), nil])?.resultType == .double)
    #expect(
      part.resolve([.varchar, .date], constants: [.text("year"), nil])?.resultType == .bigint)
  }

  /// Calls `name` as the binder and the executor do: casts, then evaluates.
  private func call(_ name: String, _ arguments: (DataType, Value)...) throws -> Value {
    let function = try #require(FunctionTable.scalar(named: name))
    let overload = try #require(
      function.resolve(arguments.map(\.0), constants: arguments.map(\.1)))
    let vectors = try zip(arguments, overload.argumentTypes).map { argument, type in
      try CastKernels.cast(
        Vector(constant: argument.1, type: argument.0, count: 1), to: type)
    }
    let result = try overload.evaluate(vectors, 1, EvaluationContext())
    #expect(result.type == overload.resultType)
    #expect(result.count == 1)
    return result.value(0)
  }

  @Test func calls() throws {
    func decimal(_ unscaled: Int128, _ scale: Int) -> (DataType, Value) {
      (.decimal(precision: 10, scale: scale), .decimal(unscaled: unscaled, scale: scale))
    }
    func text(_ value: String) -> (DataType, Value) { (.varchar, .text(value)) }
    func number(_ value: Int128) -> (DataType, Value) { (.bigint, .integer(value)) }
    #expect(try call("+", decimal(150, 2), number(1)) == .decimal(unscaled: 250, scale: 2))
    #expect(try call("*", decimal(150, 2), decimal(15, 1)) == .decimal(unscaled: 2250, scale: 3))
    #expect(try call("/", number(1), number(4)) == .double(0.25))
    #expect(try call("/", number(1), number(0)) == .null)
    #expect(try call("^", number(2), number(3)) == .double(8))
    #expect(try call("%", decimal(700, 2), decimal(300, 3)) == .decimal(unscaled: 100, scale: 3))
    #expect(try call("<", number(2), decimal(25, 1)) == .boolean(true))
    #expect(try call("||", text("a"), number(1)) == .text("a1"))
    #expect(try call("concat", text("a"), (.null, .null), (.double, .double(2.5))) == .text("a2.5"))
    #expect(try call("round", decimal(1235, 2), number(1)) == .decimal(unscaled: 124, scale: 1))
    #expect(try call("round", decimal(-1250, 2)) == .decimal(unscaled: -13, scale: 0))
    #expect(try call("trim", text(" a ")) == .text("a"))
    #expect(try call("nullif", number(1), decimal(100, 2)) == .null)
    #expect(try call("if", (.null, .null), number(1), number(2)) == .integer(2))
    #expect(try call("coalesce", (.null, .null), number(3)) == .integer(3))
    #expect(try call("greatest", number(1), (.null, .null), number(3)) == .integer(3))
    #expect(try call("extract", text("year"), (.date, .date(0))) == .integer(1970))
    #expect(try call("date_trunc", text("month"), (.date, .date(40))) == .date(31))
    #expect(try call("like", text("a%b"), text("a\\%b"), text("\\")) == .boolean(true))
    #expect(try call("is null", (.null, .null)) == .boolean(true))
    #expect(try call("pi") == .double(.pi))
  }

  /// Any function called with NULLs alone gives an answer, not an error; NULL unless it says
  /// otherwise.
  @Test(arguments: FunctionTable.scalars.map(\.name))
  func nullsEverywhere(name: String) throws {
    let function = try #require(FunctionTable.scalar(named: name))
    var found = false
    for count in 0...4 {
      guard let overload = function.resolve(Array(repeating: .null, count: count)) else { continue }
      found = true
      for rows in [0, 1, 3] {
        let nulls = overload.argumentTypes.map { Vector(constant: .null, type: $0, count: rows) }
        let result = try overload.evaluate(nulls, rows, EvaluationContext())
        #expect(result.count == rows)
        #expect(result.type == overload.resultType)
        if !overload.handlesNulls && count > 0 && rows > 0 { #expect(result.value(0) == .null) }
      }
    }
    #expect(found)
  }
}

extension DataType {
  /// The type of the sum of two decimals of this type.
  fileprivate var wider: DataType {
    if case .decimal(let precision, let scale) = self {
      .decimal(precision: precision + 1, scale: scale)
    } else {
      self
    }
  }
}
