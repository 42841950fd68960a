import Columns
import Glibc
import Language
import Planning
import Rendering

extension DotCommand {
  /// All commands, in the order of their names.
  static let all: [DotCommand] = [
    DotCommand(".cd", "DIR", takes: 1...1, completing: .files, "go to another folder") {
      if chdir($0[0]) != 0 { throw FileError(path: $0[0], code: errno) }
      _ = $1
    },
    DotCommand(".exit", "", "leave") { $1.wantsToLeave = true },
    DotCommand(
      ".functions", "[WORD]", takes: 0...1,
      "list the functions that statements can call, or those with a word in name or purpose"
    ) { try functions($0.first, $1) },
    DotCommand(
      ".help", "[COMMAND|FUNCTION|CLAUSE]", takes: 0...1, completing: .topics,
      "list the commands, or explain one of them, a function, or TOP and SUPPRESS"
    ) {
      try help($0.first, $1)
    },
    DotCommand(
      ".ledger", "[TABLE]", takes: 0...1, completing: .tables,
      "the account of each load: rows, columns with their types and why, notes"
    ) { try ledger($0.first, $1) },
    DotCommand(
      ".load", "FILE [TABLE] [OPTION=VALUE …]", takes: 1...Int.max, completing: .load,
      "load a file, or all that a pattern names, into a table; .help .load lists the options"
    ) { try $1.engine.load(LoadCommand($0)) },
    DotCommand(
      ".mode", "[FORMAT [split]]", takes: 0...2,
      completing: .words(OutputFormat.allCases.map(\.rawValue)),
      "how results look: " + OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        + "; split: a measure as two columns"
    ) { arguments, shell in
      guard let word = arguments.first else {
        return try shell.printLine(shell.format.rawValue + (shell.splitsMeasures ? " split" : ""))
      }
      let format = try choice(word, of: OutputFormat.allCases, as: "format")
      shell.splitsMeasures =
        try arguments.dropFirst().first.map {
          try choice($0, of: MeasureWord.allCases, as: "way of showing measures")
        } == .split
      shell.format = format
    },
    DotCommand(
      ".notes", "[on|off]", takes: 0...1, completing: .words(["on", "off"]),
      "whether results carry their notes"
    ) { arguments, shell in
      guard let word = arguments.first else {
        return try shell.printLine(shell.showsNotes ? "on" : "off")
      }
      shell.showsNotes = try choice(word, of: Switch.allCases, as: "setting") == .on
    },
    DotCommand(
      ".once", "FILE", takes: 1...1, completing: .files, "write the next result into a file"
    ) { try $1.redirect(to: $0[0], once: true) },
    DotCommand(
      ".open", "FILE.arrow|FOLDER", takes: 1...1, completing: .files,
      "load what .save kept, each table under its name"
    ) { try $1.engine.open($0[0]) },
    DotCommand(
      ".output", "[FILE]", takes: 0...1, completing: .files,
      "write results into a file; without one, to the screen again"
    ) { try $1.redirect(to: $0.first) },
    DotCommand(".print", "[TEXT …]", takes: 0...Int.max, "write a line of text") {
      try $1.printLine($0.joined(separator: " "))
    },
    DotCommand(".quit", "", "leave; also .exit and Ctrl-D") { $1.wantsToLeave = true },
    DotCommand(".read", "FILE.sql", takes: 1...1, completing: .files, "run a saved query") {
      try read($0[0], $1)
    },
    DotCommand(".rejects", "", "list the rows and cells that loading refused, with their reasons") {
      guard let rejects = $1.engine.rejects else {
        throw Diagnostic(.error, "nothing has been loaded, so nothing was rejected", at: nil)
      }
      try $1.show(rejects)
    },
    DotCommand(
      ".save", "FILE.arrow [TABLE] | FOLDER", takes: 1...2, completing: .files,
      "keep a table as an Arrow file, or all tables in a folder"
    ) { arguments, shell in
      let table = arguments.count > 1 ? arguments[1] : nil
      for line in try shell.engine.save(table, to: arguments[0]) { try shell.tell(line) }
    },
    DotCommand(
      ".schema", "[TABLE]", takes: 0...1, completing: .tables,
      "the columns of a table or view, or of all, as CREATE"
    ) { try schema($0.first, $1) },
    DotCommand(".shell", "COMMAND …", takes: 1...Int.max, "run a command of the system") {
      try runSystem($0.joined(separator: " "), $1)
    },
    DotCommand(
      ".tables", "[ref]", takes: 0...1, completing: .words([ReferenceTable.schema]),
      "list the tables with their rows and columns; ref lists those that come with the program"
    ) { arguments, shell in
      guard let schema = arguments.first else { return try show("SHOW TABLES", shell) }
      guard schema.lowercased() == ReferenceTable.schema else {
        throw Diagnostic(
          .error, "there is no schema '\(schema)'", at: nil,
          help: [".tables lists all tables, .tables ref those that come with the program"])
      }
      try shell.show(ReferenceTable.list)
    },
    DotCommand(
      ".threads", "[N]", takes: 0...1, "on how many threads statements run"
    ) { try threads($0.first, $1) },
    DotCommand(
      ".timer", "[on|off|json]", takes: 0...1,
      completing: .words(TimerWord.allCases.map(\.rawValue)),
      "tell the time of each statement"
    ) { arguments, shell in
      switch try arguments.first.map({ try choice($0, of: TimerWord.allCases, as: "setting") }) {
      case .on: shell.timer = .text
      case .off: shell.timer = .off
      case .json: shell.timer = .json
      case nil: try shell.printLine(shell.timer == .text ? "on" : "\(shell.timer)")
      }
    },
    DotCommand(
      ".units", "[TABLE]", takes: 0...1, completing: .tables,
      "the units of a table's measures, with rows; without one, all units that are known"
    ) { try units($0.first, $1) },
  ]

  private enum MeasureWord: String, CaseIterable { case split, together }

  private enum Switch: String, CaseIterable { case on, off }

  private enum TimerWord: String, CaseIterable { case on, off, json }

  private static func choice<Choice: RawRepresentable<String>>(
    _ word: String, of choices: [Choice], as what: String
  ) throws -> Choice {
    if let choice = Choice(rawValue: word) { return choice }
    let words = choices.map(\.rawValue)
    let guess = Spelling.closest(to: word, among: words).map { ["did you mean '\($0)'?"] }
    throw Diagnostic(
      .error, "there is no \(what) '\(word)': it is one of \(words.joined(separator: ", "))",
      at: nil, help: guess ?? [])
  }

  private static func help(_ topic: String?, _ shell: Shell) throws {
    let commands: [DotCommand]
    if let topic, !topic.hasPrefix(".") {
      let functions = FunctionReference.named(topic)
      for function in functions {
        let aliases = function.names.filter { $0 != topic.lowercased() }
        try shell.printLine(function.signature)
        try shell.printLine("  " + function.help)
        if !aliases.isEmpty {
          try shell.printLine("  also called " + aliases.joined(separator: ", "))
        }
      }
      if let function = FileFunction.named(topic) {
        for line in LoadOptionHelp.lines(of: function) { try shell.printLine(line) }
      }
      // A word that is a command too, as `load` is, means the command.
      if let subject = HelpTopic.named(topic), !all.contains(where: { $0.name == "." + topic }) {
        try shell.printLine("\(subject.name): \(subject.summary)")
        for line in subject.body { try shell.printLine("  " + line) }
        return
      }
      if !functions.isEmpty { return }
    }
    if let topic {
      let name = topic.hasPrefix(".") ? topic : "." + topic
      commands = all.filter { $0.name == name }
      if commands.isEmpty { throw unknown(topic, at: nil) }
    } else {
      commands = all
    }
    let heads = commands.map { $0.arguments.isEmpty ? $0.name : "\($0.name) \($0.arguments)" }
    let width = heads.map(\.count).max() ?? 0
    for (head, command) in zip(heads, commands) {
      let padding = String(repeating: " ", count: width - head.count + 2)
      try shell.printLine(head + padding + command.help)
    }
    if commands.count == 1, commands[0].name == ".load" {
      for line in LoadOptionHelp.lines(of: nil) { try shell.printLine(line) }
    }
    if topic == nil {
      try shell.printLine("A statement may run over several lines and ends with ;")
    }
  }

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

  /// A row a function, as a result, so that every format can show the list.
  private static func functions(_ word: String?, _ shell: Shell) throws {
    let word = word?.lowercased()
    let found = FunctionReference.all.filter { function in
      guard let word else { return true }
      return (function.names + [function.signature.lowercased(), function.help.lowercased()])
        .contains { $0.contains(word) }
    }
    guard !found.isEmpty else {
      throw Diagnostic(.error, "no function has '\(word ?? "")' in its name or purpose", at: nil)
    }
    let columns: [(name: String, values: [String])] = [
      ("name", found.map(\.name)), ("kind", found.map(\.kind.rawValue)),
      ("written", found.map(\.signature)), ("help", found.map(\.help)),
    ]
    try shell.show(
      Relation(
        fields: columns.map { Field(name: $0.name, type: .varchar) },
        chunks: [
          Chunk(
            count: found.count,
            columns: columns.map { Vector($0.values.map { .text($0) }, type: .varchar) })
        ]))
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
    guard let name else { return try show("FROM ref.units", shell) }
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
    try show(
      queries.joined(separator: " UNION ALL ") + " ORDER BY measure, \"rows\" DESC, unit", shell)
  }

  private static func threads(_ word: String?, _ shell: Shell) throws {
    guard let word else { return try shell.printLine("\(shell.engine.threads)") }
    guard let number = Int(word), (1...1024).contains(number) else {
      throw Diagnostic(.error, "the threads are a number from 1 to 1024, not '\(word)'", at: nil)
    }
    shell.engine.threads = number
  }

  private static func read(_ path: String, _ shell: Shell) throws {
    if try !shell.run(file: path, keepsGoing: false) { throw ToldAlready(file: path) }
  }

  /// Shows what a statement of our own answers.
  private static func show(_ statement: String, _ shell: Shell) throws {
    if let relation = try shell.engine.run(Source(statement)).relation { try shell.show(relation) }
  }

  private static func runSystem(_ command: String, _ shell: Shell) throws {
    let status = system(command)
    if status != 0 {
      throw Diagnostic(.error, "the command ended with status \(status >> 8 & 0xFF)", at: nil)
    }
  }
}
