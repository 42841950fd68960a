import Columns

/// Reads the fields of a schema, and what they say of how the file is to be loaded.
struct FieldReader {
  /// How the file is loaded, as far as fields decide it.
  private(set) var options: LoadOptions
  /// What the standard knows and this program does not do.
  private(set) var notes: [String] = []
  /// What stands for missing values in the whole table.
  private let missingValues: [String]

  /// The values of booleans where a field does not list them.
  private static let trueValues = ["true", "True", "TRUE", "1"]
  private static let falseValues = ["false", "False", "FALSE", "0"]

  init(options: LoadOptions, missingValues: [String]) {
    self.options = options
    self.missingValues = missingValues
  }

  mutating func field(_ descriptor: Descriptor) throws -> TableSchema.Field {
    let name = try descriptor.required("name").text()
    let word = try descriptor.member("type")?.choice(of: FieldType.allCases.map(\.rawValue))
    let type = word.flatMap(FieldType.init) ?? .any
    let reading = try self.reading(of: name, type, descriptor)
    if let unit = try descriptor.member("unit")?.text() { declare(unit, of: name) }
    try noteMetadata(name, descriptor)
    return TableSchema.Field(
      name: name, type: type, reading: reading,
      constraints: try FieldConstraint.all(of: descriptor, type, &notes, field: name))
  }

  /// Takes in that a field has a unit: the name of the field that holds it, or of a unit. A field that
  /// declares one leaves no other to be guessed.
  private mutating func declare(_ unit: String, of name: String) {
    let pair = MeasureChoice.Pair(amount: name, unit: unit)
    if case .declared(let known) = options.measures {
      options.measures = .declared(known + [pair])
    } else {
      options.measures = .declared([pair])
    }
  }

  // MARK: Types

  private mutating func reading(
    of name: String, _ type: FieldType, _ descriptor: Descriptor
  ) throws -> FieldReading {
    let format = try descriptor.member("format")?.text() ?? "default"
    if let own = try descriptor.member("missingValues"),
      Set(try Self.missingValues(own)) != Set(missingValues)
    {
      return asText(name, "missingValues of its own are")
    }
    switch type {
    case .any: return .loaded
    case .string:
      options.types[name] = .varchar
      if format != "default" { notes.append("\(name): the format '\(format)' is not checked") }
    case .integer, .year:
      if let fault = try number(descriptor, isWhole: true) { return asText(name, fault) }
      options.types[name] = .bigint
    case .number:
      // Its type comes from its cells: exact, with as many digits as there are.
      if let fault = try number(descriptor) { return asText(name, fault) }
    case .boolean:
      options.types[name] = .varchar
      return .booleans(
        true: try descriptor.member("trueValues")?.texts() ?? Self.trueValues,
        false: try descriptor.member("falseValues")?.texts() ?? Self.falseValues)
    case .date, .datetime, .time: return temporal(name, type, format)
    case .array, .duration, .geojson, .geopoint, .list, .object, .yearmonth:
      return asText(name, "the type \(type.rawValue) is")
    }
    return .loaded
  }

  /// Loads a column as it stands, because of something that `what` names.
  private mutating func asText(_ name: String, _ what: String) -> FieldReading {
    options.types[name] = .varchar
    notes.append("\(name): \(what) not supported; the column is text")
    return .text
  }

  private mutating func temporal(
    _ name: String, _ type: FieldType, _ format: String
  ) -> FieldReading {
    switch format {
    case "default" where type == .date: options.types[name] = .date
    case "default" where type == .datetime: options.types[name] = .timestamp
    // `any` leaves it to the cells what they are.
    case "any" where type != .time: break
    case "default", "any":
      options.types[name] = .varchar
      return .written(format: nil)
    default:
      guard (try? WrittenDateFormat(format)) != nil else {
        return asText(name, "the format '\(format)' is")
      }
      options.types[name] = .varchar
      return .written(format: format)
    }
    return .loaded
  }

  // MARK: Numbers

  /// Notes how the numbers of a field are written. One file has one way: the first field that says
  /// how decides.
  ///
  /// - Parameter isWhole: whether the numbers have no fraction, and so no mark before it.
  /// - Returns: what is not supported about it; nil where all is.
  private mutating func number(_ descriptor: Descriptor, isWhole: Bool = false) throws -> String? {
    if try descriptor.member("bareNumber")?.flag() == false { return "bareNumber: false is" }
    let mark = try descriptor.member("decimalChar")?.character() ?? UInt8(ascii: ".")
    let group = try descriptor.member("groupChar")?.text()
    if isWhole && group == nil { return nil }
    if options.thousands == nil { options.thousands = group ?? "" }
    if options.decimalMark == nil && !isWhole { options.decimalMark = mark }
    if (isWhole || options.decimalMark == mark) && options.thousands == group ?? "" { return nil }
    return "decimalChar and groupChar unlike those of the fields before are"
  }

  // MARK: The rest

  /// Missing values, of which version 2 may give reasons.
  static func missingValues(_ descriptor: Descriptor) throws -> [String] {
    try descriptor.items().map { item in
      if case .object = item.value { return try item.required("value").text() }
      return try item.text()
    }
  }

  private mutating func noteMetadata(_ name: String, _ descriptor: Descriptor) throws {
    if try descriptor.member("categories") != nil {
      notes.append("\(name): categories are not checked")
    }
  }
}
