/// What a package says of how rows and fields of a file are told apart: Table Dialect of the Data
/// Package standard, which version 1 calls CSV Dialect.
enum PackageDialect {
  /// Adds what `descriptor` says to `options`.
  ///
  /// - Parameter names: of the fields, for a file without a row of names.
  /// - Throws: ``LoadError`` that names the place of what is wrong or not supported.
  static func read(
    _ descriptor: Descriptor, names: [String], options: inout LoadOptions, notes: inout [String]
  ) throws {
    try refuseUnsupported(descriptor)
    if options.format ?? .csv == .csv {
      // Where there is a dialect, what it leaves out has the standard's defaults.
      options.delimiter =
        try descriptor.member("delimiter")?.character() ?? options.delimiter ?? UInt8(ascii: ",")
      options.quote = .character(
        try descriptor.member("quoteChar")?.character() ?? UInt8(ascii: "\""))
      options.escape = try descriptor.member("escapeChar")?.character()
      options.comment = try descriptor.member("commentChar")?.character()
    }
    if let sequence = try descriptor.member("nullSequence")?.text() {
      options.nullTexts = (options.nullTexts ?? []) + [sequence]
    }
    if let sheet = try descriptor.member("sheetName") {
      options.sheet = try sheet.text()
      options.asked.append("sheet")
    }
    try readHeader(descriptor, names: names, options: &options)
    if try descriptor.member("doubleQuote")?.flag() == false && options.escape == nil {
      notes.append("two quotes in a quoted field are read as one, though doubleQuote is false")
    }
    if try descriptor.member("caseSensitiveHeader")?.flag() == true {
      notes.append("names of columns are compared without regard to case")
    }
    for key in descriptor.keys where !known.contains(key) && !unsupported.contains(key) {
      notes.append("\(descriptor.place).\(key) is not known and has no effect")
    }
  }

  private static let known: Set<String> = [
    "$schema", "name", "title", "description", "csvddfVersion", "delimiter", "lineTerminator",
    "quoteChar", "doubleQuote", "escapeChar", "nullSequence", "skipInitialSpace", "header",
    "headerRows", "headerJoin", "commentRows", "commentChar", "caseSensitiveHeader", "sheetName",
    "sheetNumber",
  ]

  /// Properties that would change what is read.
  private static let unsupported: Set<String> = ["property", "itemType", "itemKeys", "table"]

  private static func refuseUnsupported(_ descriptor: Descriptor) throws {
    for key in unsupported.sorted() {
      if let member = try descriptor.member(key) { throw member.failure(.unsupported(key)) }
    }
    if let member = try descriptor.member("skipInitialSpace"), try member.flag() {
      throw member.failure(.unsupported("leaving out space behind a delimiter"))
    }
    if let member = try descriptor.member("commentRows"), try !member.items().isEmpty {
      throw member.failure(.unsupported("leaving out rows by their numbers"))
    }
    if let member = try descriptor.member("sheetNumber"), try member.count() != 1 {
      throw member.failure(.unsupported("a sheet by its number; give its sheetName"))
    }
    if let member = try descriptor.member("lineTerminator") {
      let text = try member.text()
      guard ["\n", "\r\n", "\r"].contains(text) else {
        throw member.failure(.unsupported("the line end \(Wording.cell(text))"))
      }
    }
  }

  /// Where the row of names stands.
  private static func readHeader(
    _ descriptor: Descriptor, names: [String], options: inout LoadOptions
  ) throws {
    if let header = try descriptor.member("header") { options.header = try header.flag() }
    if options.header == false { options.names = names }
    guard let rows = try descriptor.member("headerRows") else { return }
    let numbers = try rows.items().map { try $0.count() }
    guard numbers.count == 1, numbers[0] >= 1 else {
      throw rows.failure(.unsupported("a header of other than one row"))
    }
    if numbers[0] > 1 { options.skip = numbers[0] - 1 }
  }
}
