import Columns

extension FieldConstraint {
  /// The constraints of a field.
  ///
  /// - Throws: ``LoadError`` where one is no constraint that values of the field could have.
  static func all(
    of field: Descriptor, _ type: FieldType, _ notes: inout [String], field name: String
  ) throws -> [FieldConstraint] {
    guard let constraints = try field.member("constraints") else { return [] }
    var result: [FieldConstraint] = []
    if try constraints.member("required")?.flag() == true { result.append(.required) }
    if try constraints.member("unique")?.flag() == true { result.append(.unique) }
    let bounds: [(key: String, make: (String) -> FieldConstraint)] = [
      ("minimum", FieldConstraint.minimum), ("maximum", FieldConstraint.maximum),
      ("exclusiveMinimum", FieldConstraint.exclusiveMinimum),
      ("exclusiveMaximum", FieldConstraint.exclusiveMaximum),
    ]
    for (key, make) in bounds {
      guard let bound = try constraints.member(key) else { continue }
      guard type.isOrdered else {
        throw bound.failure(.unsupported("\(key) of a field of type \(type.rawValue)"))
      }
      result.append(make(try value(bound, type)))
    }
    for (key, make) in [
      ("minLength", FieldConstraint.minLength), ("maxLength", FieldConstraint.maxLength),
    ] {
      guard let length = try constraints.member(key) else { continue }
      guard type == .string else {
        throw length.failure(.unsupported("\(key) of a field of type \(type.rawValue)"))
      }
      result.append(make(try length.count()))
    }
    if let pattern = try constraints.member("pattern") {
      result.append(.pattern(try expression(pattern)))
    }
    if let values = try constraints.member("enum") {
      result.append(.enum(try values.items().map { try value($0, type) }))
    }
    for key in constraints.keys where !known.contains(key) {
      notes.append("\(name): the constraint \(key) is not checked")
    }
    return result
  }

  private static let known: Set<String> = [
    "required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "minLength", "maxLength", "pattern", "enum",
  ]

  /// A value of a field's type, as it is written.
  private static func value(_ descriptor: Descriptor, _ type: FieldType) throws -> String {
    let text = try descriptor.scalar()
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
    let shape = bytes.withUnsafeBufferPointer { buffer -> CellClass in
      buffer.baseAddress.map { CellShape($0, text.utf8.count).cellClass } ?? .text
    }
    let isValue =
      switch type {
      case .integer, .year: shape == .integer || shape == .wideInteger
      case .number: shape == .wideInteger || shape.isNumber
      case .date: shape == .date
      case .datetime: shape == .date || shape == .timestamp
      case .time: isTime(text)
      default: true
      }
    if isValue { return text }
    throw descriptor.failure(.notAValue(text, type: type.rawValue))
  }

  /// Whether a text is `hh:mm` or `hh:mm:ss`.
  private static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }) else {
      return false
    }
    return zip(parts, [24, 60, 60]).allSatisfy { part, limit in
      UInt8(part).map { $0 < limit } ?? false
    }
  }

  private static func expression(_ descriptor: Descriptor) throws -> String {
    let pattern = try descriptor.text()
    do {
      _ = try RegexKernels.Pattern(RegexOptions(), isWhole: true).compiled(pattern)
    } catch {
      throw descriptor.failure(.badPattern(error.message))
    }
    return pattern
  }
}

extension FieldType {
  /// Whether values can be compared by size.
  fileprivate var isOrdered: Bool {
    switch self {
    case .integer, .number, .year, .date, .datetime, .time: true
    default: false
    }
  }
}
