import Columns
import Language
import Planning

extension DotCommand {
  /// Loading, keeping and looking at tables.
  static let data: [DotCommand] = [
    DotCommand(
      ".load", "FILE [TABLE] [OPTION=VALUE …]", takes: 1...Int.max, completing: .load,
      "load a file, or all that a pattern names, into a table; .help .load lists the options"
    ) { try $1.engine.load(LoadCommand($0)) },
    DotCommand(
      ".save", "FILE.arrow [TABLE] | FOLDER", takes: 1...2, completing: .files,
      "keep a table as an Arrow file, or all tables in a folder"
    ) { arguments, shell in
      let table = arguments.count > 1 ? arguments[1] : nil
      for line in try shell.engine.save(table, to: arguments[0]) { try shell.tell(line) }
    },
    DotCommand(
      ".open", "FILE.arrow|FOLDER", takes: 1...1, completing: .files,
      "load what .save kept, each table under its name"
    ) { try $1.engine.open($0[0]) },
    DotCommand(
      ".tables", "[ref]", takes: 0...1, completing: .words([ReferenceTable.schema]),
      "list the tables with their rows and columns; ref lists those that come with the program"
    ) { arguments, shell in
      guard let schema = arguments.first else { return try shell.show("SHOW TABLES") }
      guard schema.lowercased() == ReferenceTable.schema else {
        throw Diagnostic(
          .error, "there is no schema '\(schema)'", at: nil,
          help: [".tables lists all tables, .tables ref those that come with the program"])
      }
      try shell.show(ReferenceTable.list)
    },
    DotCommand(
      ".schema", "[TABLE]", takes: 0...1, completing: .tables,
      "the columns of a table or view, or of all, as CREATE"
    ) { try schema($0.first, $1) },
    DotCommand(
      ".units", "[TABLE]", takes: 0...1, completing: .tables,
      "the units of a table's measures, with rows; without one, all units that are known"
    ) { try units($0.first, $1) },
    DotCommand(
      ".ledger", "[TABLE]", takes: 0...1, completing: .tables,
      "the account of each load: rows, columns with their types and why, notes"
    ) { try ledger($0.first, $1) },
    DotCommand(".rejects", "", "list the rows and cells that loading refused, with their reasons") {
      guard let rejects = $1.engine.rejects else {
        throw Diagnostic(.error, "nothing has been loaded, so nothing was rejected", at: nil)
      }
      try $1.show(rejects)
    },
  ]

  /// The accounts of all loads, or of those of a table or file.
  private static func ledger(_ name: String?, _ shell: Shell) throws {
    let reports = shell.engine.ledgers(of: name)
    guard !reports.isEmpty else {
      guard let name, shell.engine.rejects != nil else {
        throw Diagnostic(.error, "nothing has been loaded yet", at: nil)
      }
      let guess = Spelling.closest(to: name, among: shell.engine.loadedNames)
      throw Diagnostic(
        .error, "nothing was loaded as '\(name)'", at: nil,
        help: guess.map { ["did you mean '\($0)'?"] }
          ?? ["loaded: \(shell.engine.loadedNames.joined(separator: ", "))"])
    }
    for line in reports { try shell.printLine(line) }
  }

  private static func schema(_ name: String?, _ shell: Shell) throws {
    let known =
      shell.engine.tables.map { ($0.name, $0.statement) }
      + shell.engine.views.map { ($0.name, $0.statement) }
    var shown = known
    if let name {
      shown = known.filter { $0.0.lowercased() == name.lowercased() }
      if shown.isEmpty {
        let guess = Spelling.closest(to: name, among: known.map(\.0))
        throw Diagnostic(
          .error, "there is no table '\(name)'", at: nil,
          help: guess.map { ["did you mean '\($0)'?"] } ?? [])
      }
    }
    for (_, statement) in shown { try shell.printLine(statement) }
  }

  /// The units of the measures of a table, or all that are known.
  private static func units(_ name: String?, _ shell: Shell) throws {
    guard let name else { return try shell.show("FROM ref.units") }
    guard
      let table = shell.engine.tables.first(where: { $0.name.lowercased() == name.lowercased() })
    else {
      let known = shell.engine.tables.map(\.name)
      let guess = Spelling.closest(to: name, among: known)
      throw Diagnostic(
        .error, "there is no table '\(name)'", at: nil,
        help: guess.map { ["did you mean '\($0)'?"] } ?? [])
    }
    let measures = table.fields.filter { $0.type == .measure }.map(\.name)
    guard !measures.isEmpty else {
      throw Diagnostic(.error, "\(table.name) has no measures", at: nil)
    }
    let queries = measures.map { column in
      let written = SQLText.name(column)
      return "SELECT \(SQLText.literal(column)) AS measure, unit_of(\(written)) AS unit, "
        + "dimension_of(\(written)) AS dimension, count(*) AS \"rows\" "
        + "FROM \(SQLText.name(table.name)) WHERE \(written) IS NOT NULL GROUP BY ALL"
    }
    try shell.show(
      queries.joined(separator: " UNION ALL ") + " ORDER BY measure, \"rows\" DESC, unit")
  }
}
