import Columns
import Language
import Loading
import Planning

extension Session {
  /// Loads files as a table, in place of one of the same name.
  ///
  /// - Parameter name: of the table; by default that which the files have.
  /// - Returns: what was loaded, a table each: several where a package is named.
  /// - Throws: a `Diagnostic`, at the places that the request names; `Interrupted`.
  @discardableResult
  package func load(_ request: FileRequest, as name: String? = nil) throws -> [LoadedFiles] {
    defer { standardInput.forget() }
    if let path = request.package { return try loadPackage(path, as: name) }
    let loaded = try load(request, columns: nil)
    let name = name ?? request.tableName
    catalog.set(name, to: loaded.relation)
    report(loaded, of: request, table: name)
    return [loaded]
  }

  /// Loads the file at `path` as a table of its name; see ``load(_:as:)``.
  @discardableResult
  package func load(_ path: String) throws -> [LoadedFiles] {
    try load(FileRequest(paths: [path]))
  }

  /// Loads the files of a request.
  ///
  /// - Parameters:
  ///   - columns: the names, in lower case, of those that are needed; nil for all.
  ///   - change: makes further choices, once those of the request are made.
  /// - Throws: a `Diagnostic`, at the places that the request names; `Interrupted`.
  func load(
    _ request: FileRequest, columns: Set<String>?, _ change: (inout LoadRequest) -> Void = { _ in }
  ) throws -> LoadedFiles {
    if let path = request.package { throw try Self.packageError(path, at: request.range) }
    var loading = try LoadRequest(request)
    change(&loading)
    return try load(loading, as: request, columns: columns)
  }

  /// Loads the files of a request that is spelt out.
  ///
  /// - Parameter request: what messages and progress call the files.
  func load(
    _ loading: LoadRequest, as request: FileRequest, columns: Set<String>?
  ) throws -> LoadedFiles {
    var loading = loading
    loading.options.threads = threads
    loading.options.columns = columns
    loading.options.cancellation = cancellation
    loading.options.standardInput = standardInput
    if let onProgress {
      let name = request.name
      loading.options.progress = { onProgress(name, $0) }
    }
    // What parsing kept for its next block is of no use to queries.
    defer { BufferPool.clear() }
    let loaded: LoadedFiles
    do {
      // It asks the flag itself, and takes what its kernels throw to be about values.
      loaded = try Cancellation().governing { try FilesLoader.load(loading) }
    } catch let error as LoadError {
      throw Diagnostic(.error, error.description, at: request.place(of: error))
    }
    if isStrict { try refuseRejects(loaded, at: request.range) }
    return loaded
  }

  /// Refuses files of which a row or a cell was not loaded as it stands.
  private func refuseRejects(_ loaded: LoadedFiles, at range: SourceRange?) throws {
    for file in loaded.files {
      let rows = file.ledger.rowsRejected
      // A mark for a missing value is no reject: it says what it is.
      let cells = file.rejects.count { $0.column != nil && $0.reason != .missing }
      guard rows > 0 || cells > 0 else { continue }
      let rejected = [(rows, "row"), (cells, "cell")].filter { $0.0 > 0 }
        .map { Self.count($0.0, $0.1) }.joined(separator: " and ")
      throw Diagnostic(
        .error,
        "\(file.ledger.path): \(rejected) \(rows + cells == 1 ? "was" : "were") rejected, "
          + "and --strict is on",
        at: range,
        help: file.rejects.filter { $0.reason != .missing }.prefix(3).map(Self.words))
    }
  }

  /// A reject in one line: where it is, and why.
  static func words(_ reject: Reject) -> String {
    let place = reject.column.map { ", column \($0)" } ?? ""
    return "line \(reject.line)\(place): \(reject.reason.description)"
  }
}

extension FileRequest {
  /// Where the statement says what is wrong: an option, or the files.
  fileprivate func place(of error: LoadError) -> SourceRange? {
    guard case .files(let problem) = error.kind, let name = problem.option else { return range }
    let option = options.last { LoadOption.named($0.name)?.name == name }
    return option?.valueRange ?? range
  }
}

extension LoadRequest {
  /// What a statement asks for.
  ///
  /// - Throws: a `Diagnostic` at the option that is wrong.
  init(_ request: FileRequest) throws {
    self.init(paths: request.paths)
    options.format = request.format.flatMap(FileFormat.init)
    for option in request.options {
      do {
        try set(option.name, to: option.value, type: TypeNames.type(written:))
      } catch {
        throw error.diagnostic(option)
      }
    }
    // The format may stand behind the options that are not for it.
    for option in request.options {
      do {
        try check(option.name)
      } catch {
        throw error.diagnostic(option)
      }
    }
  }
}

extension LoadOptionProblem {
  /// The problem at its place in the statement, with the best guess.
  fileprivate func diagnostic(_ option: FileRequest.Option) -> Diagnostic {
    let isAboutName =
      switch kind {
      case .unknown, .notFor: true
      default: false
      }
    let range = isAboutName ? option.nameRange : option.valueRange
    var diagnostic = Diagnostic(.error, description, at: range)
    if case .unknownType(let name) = kind,
      let guess = Spelling.closest(to: name, among: TypeNames.known)
    {
      diagnostic.help.append("did you mean '\(guess)'?")
    }
    if let guess = Spelling.closest(to: name, among: known) {
      diagnostic.help.append("did you mean '\(guess)'?")
      diagnostic.fix = range.map { Diagnostic.Fix($0, guess) }
    }
    return diagnostic
  }
}
