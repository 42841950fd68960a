import Columns
import Glibc

/// One of the files of a load, as it was loaded last.
struct FileTable {
  let path: String
  /// The names of all its columns, loaded or not.
  let columnNames: [String]
  private(set) var loaded: LoadedTable
  /// What the file says of each of its loaded columns, as they were read last.
  private(set) var findings: [ColumnFinding]
  /// The same before other files were looked at.
  let ownFindings: [ColumnFinding]

  /// The types that were asked for.
  private let types: FileTypes
  private let options: LoadOptions
  /// A pipe that stays open, since it cannot be opened again.
  private let pipe: (any LoadableFile)?

  /// Loads the file at `path`.
  ///
  /// - Parameter first: the first file of the load, by whose columns those are meant that are named
  ///   by their places; nil where this is it.
  /// - Throws: ``LoadError``; `Interrupted`.
  init(
    _ path: String, _ request: LoadRequest, _ options: LoadOptions, behind first: FileTable?
  ) throws {
    let file = try TableLoader.open(path: path, options: options)
    let names = file.columnNames
    func check(_ option: String, _ named: Int, _ isFitting: (Int, Int) -> Bool) throws {
      if isFitting(named, names.count) { return }
      let problem = FilesProblem.columnCount(option: option, named: named, found: names.count)
      throw LoadError(.files(problem), path: path)
    }
    if request.namesAllColumns { try check("columns", options.names.count, ==) }
    try check("names", options.names.count, <=)
    if first == nil { try check("types", request.listedTypes.count, <=) }
    var types = first?.types ?? FileTypes(names, request)
    types.isTyped = file.isTyped
    self.path = path
    var options = options
    options.columns = MeasurePairs.completed(options.columns, options.measures, among: names)
    self.options = options
    columnNames = names
    self.types = types
    pipe = Self.size(path) == nil ? file : nil
    loaded = try file.load(columns: options.columns, types: types.byName)
    findings = file.findings(loaded)
    ownFindings = findings
  }

  /// Whether the type of the column called `name` was asked for.
  func asks(_ name: String) -> Bool {
    types.byName[name.lowercased()] != nil || options.allVarchar
  }

  /// Looks closely at the cells of the loaded columns at `places`.
  ///
  /// - Throws: ``LoadError``; `Interrupted`.
  mutating func examine(_ places: [Int]) throws {
    let names = Set(places.map { loaded.relation.fields[$0].name.lowercased() })
    let evidence = try open().examine(names)
    for (place, evidence) in zip(places.sorted(), evidence) {
      findings[place] = ColumnFinding(decision: findings[place].decision, evidence: evidence)
    }
  }

  /// Loads the file again, with other decisions on the loaded columns at some places.
  ///
  /// - Throws: ``LoadError``; `Interrupted`.
  mutating func read(_ decisions: [Int: TypeDecision]) throws {
    let file = try open()
    var known: [String: ColumnFinding] = [:]
    for (place, finding) in findings.enumerated() {
      // What was decided for this file before is decided still.
      guard let decision = decisions[place] ?? (isChanged(place) ? finding.decision : nil) else {
        continue
      }
      known[loaded.relation.fields[place].name.lowercased()] = ColumnFinding(
        decision: decision, evidence: finding.evidence)
    }
    let before = loaded.ledger
    loaded = try file.load(columns: options.columns, types: types.byName, known: known)
    guard loaded.ledger.rowsInFile == before.rowsInFile,
      loaded.ledger.columns.map(\.name) == before.columns.map(\.name)
    else { throw LoadError(.changed, path: path) }
    findings = file.findings(loaded)
  }

  private func isChanged(_ place: Int) -> Bool {
    !ownFindings[place].fits(findings[place].decision)
  }

  private func open() throws -> any LoadableFile {
    try pipe ?? TableLoader.open(path: path, options: options)
  }

  /// Refuses this file where its columns are not those of `first`.
  ///
  /// - Throws: ``LoadError``.
  func check(against first: FileTable) throws {
    let mine = columnNames.map { $0.lowercased() }
    let wanted = first.columnNames.map { $0.lowercased() }
    if mine == wanted { return }
    let problem = FilesProblem.differentColumns(
      first: first.path,
      missing: first.columnNames.filter { !mine.contains($0.lowercased()) },
      extra: columnNames.filter { !wanted.contains($0.lowercased()) })
    throw LoadError(.files(problem), path: path)
  }

  /// Adds a note to the ledger.
  mutating func note(_ note: String) {
    var ledger = loaded.ledger
    ledger.notes.append(note)
    loaded = LoadedTable(relation: loaded.relation, ledger: ledger, rejects: loaded.rejects)
  }

  /// What is to be told of the file.
  var account: LoadedFiles.File {
    LoadedFiles.File(columnNames: columnNames, ledger: loaded.ledger, rejects: loaded.rejects)
  }

  /// Bytes of memory that its columns hold, dictionaries apart.
  var byteCount: Int {
    loaded.relation.chunks.reduce(0) { $0 + $1.columns.reduce(0) { $0 + $1.byteCount } }
  }

  /// Bytes of the file at `path`; nil where it is no regular file.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Nine tenths of the machine's memory.
  static var memoryLimit: Int {
    sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 10 * 9
  }
}

/// The types that were asked for, by the names of columns in lower case.
struct FileTypes {
  private let asked: [String: DataType]
  /// Where the file does not say itself what types its columns have.
  private let assumed: [String: DataType]
  /// Whether it does.
  var isTyped = false

  /// - Parameter names: of the columns, in their order.
  init(_ names: [String], _ request: LoadRequest) {
    let names = names.map { $0.lowercased() }
    var asked = Dictionary(zip(names, request.listedTypes)) { first, _ in first }
    for (name, type) in request.options.types { asked[name.lowercased()] = type }
    self.asked = asked
    assumed = Dictionary(zip(names, request.assumedTypes)) { first, _ in first }
  }

  var byName: [String: DataType] { isTyped ? asked : assumed.merging(asked) { $1 } }
}
