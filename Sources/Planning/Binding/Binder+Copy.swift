import Columns
import Language

extension Binder {
  /// COPY to and from files.
  func bind(_ copy: Copy) throws -> BoundStatement {
    switch copy.direction {
    case .to(let query):
      let options = try options(of: copy)
      let plan = try bind(query)
      return .copyTo(plan, path: copy.files[0], options)
    case .from(let name, let names):
      let files = try files(of: copy)
      let table = try existingTable(name)
      let listed = try positions(of: names, in: table.definition, table: table.name)
      let columns = listed.isEmpty ? Array(table.definition.columns.indices) : listed
      let (defaults, sequences) = try self.defaults(of: table, except: columns, at: name.range)
      let rows = Relation(
        fields: columns.map { Field(name: table.definition.columns[$0].name, type: .varchar) },
        chunks: [])
      return .copyFrom(
        files,
        BoundInsert(
          table: table.name, rows: Self.scan(rows, name: files.name), columns: columns,
          defaults: defaults, sequences: sequences,
          checks: try checks(of: table.definition, table: table.name, at: name.range),
          conflict: nil, returning: nil, range: name.range))
    }
  }

  /// How COPY … TO writes.
  private func options(of copy: Copy) throws -> CopyOptions {
    var format: CopyOptions.Format?
    for option in copy.options where option.name.folded == "format" {
      let word = try text(of: option).lowercased()
      let names = [
        "ndjson": CopyOptions.Format.jsonl, "text": .tsv, "feather": .arrow, "ipc": .arrow,
      ]
      guard let known = CopyOptions.Format(rawValue: word) ?? names[word] else {
        throw TableProblem.copyOption(
          "FORMAT \(word)",
          reason: "is not one of "
            + CopyOptions.Format.allCases.map(\.rawValue).joined(separator: ", ")
        ).diagnostic(at: option.name.range)
      }
      format = known
    }
    guard let format = format ?? CopyOptions.format(ofPath: copy.files[0]) else {
      throw TableProblem.copyFormat(copy.files[0]).diagnostic(at: copy.fileRange)
    }
    var options = CopyOptions(format)
    for option in copy.options { try apply(option, to: &options) }
    return options
  }

  private func apply(_ option: Copy.Option, to options: inout CopyOptions) throws {
    func refused(_ reason: String) -> Diagnostic {
      TableProblem.copyOption(option.name.name.uppercased(), reason: reason)
        .diagnostic(at: option.name.range)
    }
    let isDelimited = options.format == .csv || options.format == .tsv
    switch option.name.folded {
    case "format": break
    case "header":
      guard isDelimited else { throw refused("is for CSV and TSV") }
      options.hasHeader = try truth(of: option)
    case "delimiter", "delim", "sep":
      guard options.format == .csv else { throw refused("is for CSV") }
      let written = try text(of: option)
      let bytes = Array((written == "\\t" ? "\t" : written).utf8)
      guard bytes.count == 1, bytes[0] < 0x80, !Self.notDelimiters.contains(bytes[0]) else {
        throw refused("is one character that no number, date or quoted text begins with")
      }
      options.delimiter = bytes[0]
    case "array":
      guard options.format == .json || options.format == .jsonl else {
        throw refused("is for JSON")
      }
      options.format = try truth(of: option) ? .json : .jsonl
    case "measures":
      switch try text(of: option).lowercased() {
      case "split": options.splitsMeasures = true
      case "together": options.splitsMeasures = false
      default: throw refused("is SPLIT, for a column of amounts and one of units, or TOGETHER")
      }
    default:
      throw TableProblem.unknown(
        kind: "COPY option", name: option.name.name, known: CopyOptions.known
      ).diagnostic(at: option.name.range)
    }
  }

  /// Letters, digits, and what stands in numbers and at line ends.
  private static let notDelimiters: Set<UInt8> = Set(
    (0x30...0x39).map { $0 } + (0x41...0x5A).map { $0 } + (0x61...0x7A).map { $0 }
      + Array("\"\n\r.+-\0".utf8))

  private func text(of option: Copy.Option) throws -> String {
    guard let value = option.value else {
      throw TableProblem.copyOption(option.name.name.uppercased(), reason: "needs a value")
        .diagnostic(at: option.name.range)
    }
    return try settingText(value)
  }

  private func truth(of option: Copy.Option) throws -> Bool {
    guard option.value != nil else { return true }
    switch try text(of: option).lowercased() {
    case "true", "1", "on", "yes": return true
    case "false", "0", "off", "no": return false
    default:
      throw TableProblem.copyOption(option.name.name.uppercased(), reason: "is true or false")
        .diagnostic(at: option.name.range)
    }
  }
}
