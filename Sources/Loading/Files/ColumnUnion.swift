import Columns

/// The columns of a table that several files make up, each with the type that it has in all of them.
///
/// A type is decided from what the cells of all files look like together, as if they stood in one
/// file. Files that were read otherwise before the others were known are read again.
struct ColumnUnion {
  struct Column: Sendable {
    /// As the first file that has it writes it.
    let name: String
    var decision: TypeDecision
    /// For each file its position among the loaded columns; nil where the file does not have it.
    var places: [Int?]
  }

  private(set) var columns: [Column] = []

  /// Lines up the columns of `tables` by their names, case apart; new ones follow in the order of
  /// the files.
  init(_ tables: [FileTable]) {
    var known: [String: Int] = [:]
    for (number, table) in tables.enumerated() {
      for (place, finding) in table.findings.enumerated() {
        let name = table.loaded.relation.fields[place].name
        let column = known[name.lowercased()] ?? columns.count
        if column == columns.count {
          known[name.lowercased()] = column
          columns.append(
            Column(
              name: name, decision: finding.decision,
              places: Array(repeating: nil, count: tables.count)))
        }
        columns[column].places[number] = place
      }
    }
  }

  /// Finds the type of each column, and reads files again whose own finding is another.
  ///
  /// - Throws: ``LoadError``; `Interrupted`.
  mutating func settle(_ tables: inout [FileTable]) throws {
    let open = columns.indices.filter { !isAgreed($0, tables) }
    try examine(open, &tables)
    for column in open {
      let evidence = evidence(column, tables)
      let decision = TypeDecision(evidence)
      columns[column].decision =
        commas(column, tables).map { decision.doubted(evidence, since: $0) } ?? decision
      if decision.hasCommas, let doubt = pointsInDoubt(column, tables) {
        columns[column].decision = doubt
      }
    }
    try readAgain(&tables)
    // Where a file cannot be read as its cells look, the cells as they stand are the truth.
    for column in open where !isRead(column, tables) {
      columns[column].decision = TypeDecision(type: .varchar, why: "text")
    }
    try readAgain(&tables)
    for column in open where !isRead(column, tables) {
      throw LoadError(.files(.unsettledTypes), path: tables.first?.path ?? "")
    }
  }

  /// Whether the files agree on the type of a column; its decision is then that of the file whose
  /// cells demand most.
  private mutating func isAgreed(_ column: Int, _ tables: [FileTable]) -> Bool {
    let findings = findings(column, tables)
    guard let first = findings.first else { return true }
    let whole = findings.first { $0.decision.style != nil } ?? first
    // A type that was asked for is the same in all files.
    let isAsked = tables.indices.allSatisfy {
      columns[column].places[$0] == nil || tables[$0].asks(columns[column].name)
    }
    if isAsked {
      columns[column].decision = first.decision
      return true
    }
    guard findings.allSatisfy({ $0.fits(whole.decision) }) else { return false }
    columns[column].decision = whole.decision
    return true
  }

  /// What the files say of a column, those apart that have nothing in it.
  private func findings(_ column: Int, _ tables: [FileTable]) -> [ColumnFinding] {
    tables.indices.compactMap { number in
      guard let place = columns[column].places[number],
        case let finding = tables[number].findings[place], finding.saysSomething
      else { return nil }
      return finding
    }
  }

  private func evidence(_ column: Int, _ tables: [FileTable]) -> ColumnEvidence {
    findings(column, tables).reduce(into: ColumnEvidence()) { $0.merge($1.evidence) }
  }

  /// The decision where one file has commas before the fractions of a column, and another, by itself,
  /// has points that may part thousands if it does the same.
  private func pointsInDoubt(_ column: Int, _ tables: [FileTable]) -> TypeDecision? {
    guard
      let alone = findings(column, tables).first(where: {
        $0.decision.hasPoints && $0.evidence[.eitherPlainNumber] > 0
      }),
      let other = tables.indices.first(where: { number in
        columns[column].places[number].map { tables[number].findings[$0].decision.hasCommas }
          ?? false
      })
    else { return nil }
    return alone.decision.doubted(
      alone.evidence, since: "'\(tables[other].path)' has commas before its fractions")
  }

  /// What leaves the points of a column in doubt, in words; nil where nothing does.
  private func commas(_ column: Int, _ tables: [FileTable]) -> String? {
    for finding in findings(column, tables) {
      if case .point(let reason)? = finding.decision.doubt { return reason }
    }
    return nil
  }

  /// Looks closely at the cells of columns that may be numbers or dates in some form, in the files
  /// in which they were only counted.
  private func examine(_ open: [Int], _ tables: inout [FileTable]) throws {
    let doubtful = open.filter { column in
      let evidence = evidence(column, tables)
      return evidence.isPartial
        && (ColumnLoad.needsCloseLook(evidence) || commas(column, tables) != nil)
    }
    for number in tables.indices {
      let places = doubtful.compactMap { columns[$0].places[number] }
        .filter { tables[number].findings[$0].evidence.isPartial }
      if !places.isEmpty { try tables[number].examine(places) }
    }
  }

  /// Reads files again in which a column was read otherwise than was decided.
  private func readAgain(_ tables: inout [FileTable]) throws {
    for number in tables.indices {
      var changes: [Int: TypeDecision] = [:]
      for column in columns {
        guard let place = column.places[number],
          case let finding = tables[number].findings[place], finding.saysSomething,
          !finding.fits(column.decision)
        else { continue }
        changes[place] = finding.adapted(column.decision)
      }
      if !changes.isEmpty { try tables[number].read(changes) }
    }
  }

  /// Whether every file that has something in a column has it as was decided.
  private func isRead(_ column: Int, _ tables: [FileTable]) -> Bool {
    findings(column, tables).allSatisfy { $0.fits(columns[column].decision) }
  }

  /// Says in the ledgers of the files which columns were read otherwise than a file alone demands.
  func explain(_ tables: inout [FileTable]) {
    for column in columns {
      let models = tables.indices.filter { number in
        column.places[number].map {
          let own = tables[number].ownFindings[$0]
          return own.saysSomething && own.fits(column.decision)
        } ?? false
      }
      for number in tables.indices where !models.contains(number) {
        guard let place = column.places[number],
          case let own = tables[number].ownFindings[place], own.saysSomething
        else { continue }
        let whole = column.decision
        var note = "\(Wording.name(column.name)): read as \(whole.type)"
        if own.decision.type != whole.type { note += " and not as \(own.decision.type)" }
        note += ", since all files together hold \(whole.wholeWhy)"
        if let model = models.first { note += ", as '\(tables[model].path)' does" }
        tables[number].note(note)
      }
    }
  }
}
