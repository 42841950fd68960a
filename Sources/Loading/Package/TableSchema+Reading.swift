extension TableSchema {
  /// Reads a schema, and adds to `options` what it says of how the file is to be loaded.
  ///
  /// - Throws: ``LoadError`` that names the place of what is wrong.
  init(
    _ descriptor: Descriptor, options: inout LoadOptions, notes: inout [String]
  ) throws {
    let missing =
      try descriptor.member("missingValues").map(FieldReader.missingValues) ?? [""]
    options.nullTexts = (options.nullTexts ?? []) + missing.filter { !$0.isEmpty }
    if !missing.contains("") {
      notes.append("empty cells are NULL, though missingValues does not list the empty text")
    }
    var reader = FieldReader(options: options, missingValues: missing)
    fields = try descriptor.required("fields").items().map { try reader.field($0) }
    options = reader.options
    notes += reader.notes
    var names: Set<String> = []
    for (index, field) in fields.enumerated()
    where !names.insert(field.name.lowercased()).inserted {
      throw try descriptor.required("fields").items()[index].failure(.twice(field.name))
    }
    if let match = try descriptor.member("fieldsMatch") {
      // The first edition of version 2 had an array of one word.
      var written = match
      if case .array = match.value, let first = try match.items().first { written = first }
      let word = try written.choice(of: ["exact", "equal", "subset", "superset", "partial"])
      allowsAbsentFields = word == "superset" || word == "partial"
    }
    try readKeys(descriptor)
  }

  private mutating func readKeys(_ descriptor: Descriptor) throws {
    if let key = try descriptor.member("primaryKey") { primaryKey = try names(key) }
    uniqueKeys = try descriptor.member("uniqueKeys")?.items().map { try names($0) } ?? []
    foreignKeys =
      try descriptor.member("foreignKeys")?.items().map { key in
        let fields = try names(try key.required("fields"))
        let reference = try key.required("reference")
        let resource = try reference.member("resource")?.text() ?? ""
        let listed = try reference.required("fields")
        let referenced =
          resource.isEmpty ? try names(listed) : try listed.textOrTexts()
        guard referenced.count == fields.count else {
          throw listed.failure(
            .wrongType(
              found: Wording.count(referenced.count, "field"),
              expected: Wording.count(fields.count, "field")))
        }
        return ForeignKey(
          fields: fields, resource: resource.isEmpty ? nil : resource, referenced: referenced)
      } ?? []
  }

  /// Names of fields that the schema has.
  private func names(_ descriptor: Descriptor) throws -> [String] {
    let known = fields.map(\.name)
    let names = try descriptor.textOrTexts()
    for (index, name) in names.enumerated() {
      if !known.contains(name) { throw descriptor.failure(.unknownField(name, known: known)) }
      if names[..<index].contains(name) { throw descriptor.failure(.twice(name)) }
    }
    return names
  }
}
