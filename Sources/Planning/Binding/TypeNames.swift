import Columns
import Language

/// The names under which types are written.
package enum TypeNames {
  /// The type of which `text` is the name; nil where there is none.
  package static func type(written text: String) -> DataType? {
    (try? Parser.typeName(Source(text))).flatMap(type)
  }

  /// The type that `name` means; nil where there is none.
  ///
  /// All names of whole numbers mean one of two types, as 02-language says of them: BIGINT, or
  /// HUGEINT where 64 bits do not hold them. What they admit of it is told by ``bounds(of:)``. A
  /// length behind VARCHAR is allowed and not heeded, as in DuckDB.
  static func type(of name: TypeName) -> DataType? {
    guard name.listDepth == 0 else { return nil }
    let word = name.name.lowercased()
    if isDecimal(name) { return decimal(name.arguments) }
    guard let type = simple[word] else { return nil }
    switch type {
    case .varchar: return type
    case .double where word == "float": return type
    case .timestamp where word == "timestamp" && !name.arguments.isEmpty:
      return timestampUnit(of: name) == nil ? nil : type
    default: return name.arguments.isEmpty ? type : nil
    }
  }

  /// Whether `name` says DECIMAL, of whatever digits.
  static func isDecimal(_ name: TypeName) -> Bool {
    name.listDepth == 0 && decimals.contains(name.name.lowercased())
  }

  /// All names of types, for guessing which was meant.
  package static let known: [String] = (decimals + simple.keys.sorted()).map { $0.uppercased() }

  private static let decimals = ["decimal", "numeric", "dec"]

  /// The whole numbers that a narrower name than those of the two types admits; nil for any other
  /// type. UHUGEINT ends where HUGEINT does.
  static func bounds(of name: TypeName) -> ClosedRange<Int128>? {
    switch name.name.lowercased() {
    case "integer", "int", "int4", "int32", "integral", "signed":
      Int128(Int32.min)...Int128(Int32.max)
    case "smallint", "int2", "int16", "short": Int128(Int16.min)...Int128(Int16.max)
    case "tinyint", "int1": Int128(Int8.min)...Int128(Int8.max)
    case "utinyint", "uint8": 0...Int128(UInt8.max)
    case "usmallint", "uint16": 0...Int128(UInt16.max)
    case "uinteger", "uint32": 0...Int128(UInt32.max)
    case "ubigint", "uint64": 0...Int128(UInt64.max)
    case "uhugeint", "uint128": 0...Int128.max
    default: nil
    }
  }

  /// The microseconds to which a name such as TIMESTAMP_MS or TIMESTAMP(3) rounds; nil for any other
  /// type.
  static func timestampUnit(of name: TypeName) -> Int? {
    switch name.name.lowercased() {
    case "timestamp_s": return 1_000_000
    case "timestamp_ms": return 1000
    case "timestamp":
      guard case .number(let digits)? = name.arguments.first, name.arguments.count == 1,
        let places = Int(digits), (0...6).contains(places)
      else { return nil }
      return Int(PowersOfTen.integer(6 - places))
    default: return nil
    }
  }

  /// Whether a text of this type may end with an offset from UTC, by which it is brought to UTC.
  static func readsOffsets(_ name: TypeName) -> Bool {
    ["timestamptz", "timestamp with time zone"].contains(name.name.lowercased())
  }

  /// What to use in place of a type that other databases have; nil where `name` is none of these.
  static func substitute(for name: TypeName) -> String? {
    if name.listDepth > 0 { return "a table with a row for each element" }
    switch name.name.lowercased() {
    case "blob", "bytea", "binary", "varbinary": return "VARCHAR, as far as the bytes are text"
    case "uuid", "guid", "json": return "VARCHAR, which keeps its text"
    case "bit", "bitstring": return "VARCHAR, which keeps its digits"
    case "timestamp" where !name.arguments.isEmpty, "timestamp_ns":
      return "TIMESTAMP, which keeps microseconds"
    case "timetz", "time with time zone": return "TIME, which has no time zone"
    case "enum": return "VARCHAR, which keeps each distinct text once"
    case "bignum", "varint": return "HUGEINT or DECIMAL, of up to 38 digits"
    case "struct", "row", "map", "union", "variant": return "a column for each part"
    case "list", "array": return "a table with a row for each element"
    default: return nil
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
    "tinyint": .bigint, "int1": .bigint, "int16": .bigint, "int32": .bigint, "int64": .bigint,
    "integral": .bigint, "oid": .bigint,
    "utinyint": .bigint, "uint8": .bigint, "usmallint": .bigint, "uint16": .bigint,
    "uinteger": .bigint, "uint32": .bigint,
    "hugeint": .hugeint, "int128": .hugeint, "ubigint": .hugeint, "uint64": .hugeint,
    "uhugeint": .hugeint, "uint128": .hugeint,
    "double": .double, "double precision": .double, "float": .double, "float4": .double,
    "float8": .double, "real": .double, "percent": .percent,
    "varchar": .varchar, "text": .varchar, "string": .varchar, "char": .varchar,
    "bpchar": .varchar, "nvarchar": .varchar, "character": .varchar,
    "character varying": .varchar, "char varying": .varchar,
    "date": .date, "timestamp": .timestamp, "datetime": .timestamp,
    "timestamp without time zone": .timestamp, "timestamp_us": .timestamp,
    "timestamp_s": .timestamp, "timestamp_ms": .timestamp,
    "timestamptz": .timestamp, "timestamp with time zone": .timestamp,
    "time": .time, "time without time zone": .time, "interval": .interval, "measure": .measure,
  ]
}
