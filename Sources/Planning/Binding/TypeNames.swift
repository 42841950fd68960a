import Columns
import Language

/// The names under which types are written.
enum TypeNames {
  /// The type that `name` means; nil where there is none.
  ///
  /// All names of whole numbers mean the one 64-bit type, as 02-language says of them.
  static func type(of name: TypeName) -> DataType? {
    guard name.listDepth == 0 else { return nil }
    let word = name.name.lowercased()
    if isDecimal(name) { return decimal(name.arguments) }
    guard let type = simple[word] else { return nil }
    if !name.arguments.isEmpty && type != .varchar { return nil }
    return type
  }

  /// Whether `name` says DECIMAL, of whatever digits.
  static func isDecimal(_ name: TypeName) -> Bool {
    name.listDepth == 0 && decimals.contains(name.name.lowercased())
  }

  /// All names of types, for guessing which was meant.
  static let known: [String] = (decimals + simple.keys.sorted()).map { $0.uppercased() }

  private static let decimals = ["decimal", "numeric", "dec"]

  /// The whole numbers that a narrower name than BIGINT admits; nil for any other type.
  static func bounds(of name: TypeName) -> ClosedRange<Int64>? {
    switch name.name.lowercased() {
    case "integer", "int", "int4", "signed": Int64(Int32.min)...Int64(Int32.max)
    case "smallint", "int2", "short": Int64(Int16.min)...Int64(Int16.max)
    case "tinyint", "int1": Int64(Int8.min)...Int64(Int8.max)
    default: nil
    }
  }

  /// Without arguments `DECIMAL` is `DECIMAL(18,3)`, as in DuckDB.
  private static func decimal(_ arguments: [TypeName.Argument]) -> DataType? {
    var numbers: [Int] = []
    for argument in arguments {
      guard case .number(let digits) = argument, let number = Int(digits) else { return nil }
      numbers.append(number)
    }
    switch numbers.count {
    case 0: return .decimal(precision: 18, scale: 3)
    case 1 where (1...DataType.maximumPrecision).contains(numbers[0]):
      return .decimal(precision: numbers[0], scale: 0)
    case 2
    where (1...DataType.maximumPrecision).contains(numbers[0])
      && (0...numbers[0]).contains(numbers[1]):
      return .decimal(precision: numbers[0], scale: numbers[1])
    default: return nil
    }
  }

  private static let simple: [String: DataType] = [
    "boolean": .boolean, "bool": .boolean, "logical": .boolean,
    "bigint": .bigint, "integer": .bigint, "int": .bigint, "int4": .bigint, "int8": .bigint,
    "signed": .bigint, "long": .bigint, "smallint": .bigint, "int2": .bigint, "short": .bigint,
    "tinyint": .bigint, "int1": .bigint,
    "hugeint": .hugeint, "int128": .hugeint,
    "double": .double, "double precision": .double, "float": .double, "float4": .double,
    "float8": .double, "real": .double,
    "varchar": .varchar, "text": .varchar, "string": .varchar, "char": .varchar,
    "bpchar": .varchar, "character": .varchar, "character varying": .varchar,
    "date": .date, "timestamp": .timestamp, "datetime": .timestamp,
    "timestamp without time zone": .timestamp,
    "time": .time, "time without time zone": .time, "interval": .interval,
  ]
}
