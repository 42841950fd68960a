/// Reads what a package says of one of its files.
struct ResourceReader {
  enum Result {
    case table(DataPackage.Resource)
    /// Something else, such as a picture; the note says what was left out.
    case other(note: String)
  }

  private let descriptor: Descriptor

  init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  /// The formats of tables, by the words of `format` and by the ends of names.
  private static let formats: [String: FileFormat] = [
    "csv": .csv, "tsv": .csv, "tab": .csv, "txt": .csv, "json": .json, "jsonl": .jsonl,
    "ndjson": .jsonl, "xlsx": .xlsx, "arrow": .arrow, "feather": .arrow,
  ]

  func resource() throws -> Result {
    let name = try descriptor.required("name").text()
    if let data = try descriptor.member("data") {
      throw data.failure(.unsupported("data inside the descriptor, not in a file beside it,"))
    }
    let paths = try self.paths()
    let word = try formatWord(paths)
    let isDescribed = try descriptor.member("schema") != nil
    let format = Self.formats[word]
    guard format != nil || isDescribed else {
      return .other(note: "\(name) was left out: \(Wording.cell(word)) is no format of tables")
    }
    var options = LoadOptions()
    options.format = format
    // A cell that is not of the type that the schema says becomes NULL and is listed.
    options.ignoresErrors = true
    if format ?? .csv == .csv {
      options.encoding = try descriptor.member("encoding")?.text()
      options.header = true
    }
    if word == "tsv" || word == "tab" { options.delimiter = UInt8(ascii: "\t") }
    var notes: [String] = []
    let schema = try descriptor.member("schema").map {
      try TableSchema(try $0.resolved(), options: &options, notes: &notes)
    }
    if let dialect = try descriptor.member("dialect") {
      try PackageDialect.read(
        try dialect.resolved(), names: schema?.fields.map(\.name) ?? [], options: &options,
        notes: &notes)
    }
    let digest = try self.digest(&notes)
    return .table(
      DataPackage.Resource(
        name: name, paths: paths, options: options, schema: schema,
        bytes: try descriptor.member("bytes")?.count(), digest: digest, notes: notes))
  }

  private func paths() throws -> [String] {
    let path = try descriptor.required("path")
    if case .string = path.value { return [try path.path()] }
    let items = try path.items()
    if items.isEmpty { throw path.wrongType("a string or an array of strings") }
    return try items.map { try $0.path() }
  }

  /// The word for the format: that of `format`, or else the end of the first file's name.
  private func formatWord(_ paths: [String]) throws -> String {
    if let format = try descriptor.member("format") { return try format.text().lowercased() }
    let name = paths[0].split(separator: "/").last ?? ""
    var parts = name.lowercased().split(separator: ".").dropFirst()
    if let last = parts.last, ["gz", "zst"].contains(last) { parts.removeLast() }
    return parts.last.map(String.init) ?? ""
  }

  /// The SHA-256 of the file; other hashes are not checked.
  private func digest(_ notes: inout [String]) throws -> String? {
    guard let hash = try descriptor.member("hash")?.text() else { return nil }
    let prefix = "sha256:"
    if hash.lowercased().hasPrefix(prefix) {
      return String(hash.lowercased().dropFirst(prefix.count))
    }
    notes.append("the hash is not checked: it is not of SHA-256")
    return nil
  }
}
