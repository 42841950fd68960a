import Columns
import Language

// Files in the place of tables, and the options that say how to read them.

extension Binder {
  /// Files in the place of a table.
  func bind(_ files: FileRequest, _ alias: TableAlias?) throws -> BoundTable {
    // A list of names goes by position, so it needs all columns to be there.
    let isRenamed = alias?.columns.isEmpty == false
    let relation = try loadFiles(files, isRenamed ? nil : mentionedColumns)
    return try named(Self.scan(relation, name: files.name), files.tableName, alias)
  }

  /// The files that a call of a reading function asks for.
  func files(
    _ call: FunctionCall, _ function: FileFunction, at range: SourceRange
  ) throws -> FileRequest {
    let positional = call.arguments.filter { $0.name == nil }
    guard positional.count == 1, let files = positional.first?.value else {
      throw TableProblem.fileArguments(function.signature)
        .diagnostic(at: positional.dropFirst().first?.value.range ?? range)
    }
    let paths: [String]
    switch try optionValue(files, of: "the file") {
    case .text(let path): paths = [path]
    case .list(let several) where !several.isEmpty: paths = several
    default:
      throw TableProblem.fileArguments(function.signature).diagnostic(at: files.range)
    }
    let options = try call.arguments.compactMap { argument -> FileRequest.Option? in
      guard let name = argument.name else { return nil }
      return FileRequest.Option(
        name, try optionValue(argument.value, of: name.folded), at: argument.value.range)
    }
    return FileRequest(
      paths: paths, format: function.format, options: options, range: files.range)
  }

  /// The files that COPY … FROM reads.
  func files(of copy: Copy) throws -> FileRequest {
    let options = try copy.options.map { option -> FileRequest.Option in
      guard let written = option.value else {
        // `HEADER` alone means that it is so.
        return FileRequest.Option(option.name, .truth(true), at: option.name.range)
      }
      let value: LoadOptionValue
      if case .column(let word) = written.kind {
        value = .text(word.parts.map(\.name).joined(separator: "."))
      } else {
        value = try optionValue(written, of: option.name.name.uppercased())
      }
      return FileRequest.Option(option.name, value, at: written.range)
    }
    return FileRequest(paths: copy.files, options: options, range: copy.fileRange)
  }

  /// The value of an option, which depends on no row.
  ///
  /// - Parameter what: the option, for messages.
  private func optionValue(_ written: Expression, of what: String) throws -> LoadOptionValue {
    switch written.kind {
    case .list(let items), .tuple(let items):
      return .list(try items.map { try optionText($0, of: what) })
    case .structure(let fields):
      return .map(
        try fields.map { field in
          LoadOptionValue.Entry(
            name: field.name.name, text: try optionText(field.value, of: what))
        })
    default: break
    }
    switch try optionConstant(written, of: what).value {
    case .boolean(let truth): return .truth(truth)
    case .integer(let number):
      guard let number = Int(exactly: number) else { fallthrough }
      return .number(number)
    default: return .text(try optionText(written, of: what))
    }
  }

  private func optionText(_ written: Expression, of what: String) throws -> String {
    let constant = try optionConstant(written, of: what)
    let text = try cast(
      BoundExpression(.constant(constant.value), type: constant.type, range: written.range),
      to: .varchar)
    guard case .text(let text)? = text.constant else {
      throw TableProblem.optionIsNull(what).diagnostic(at: written.range)
    }
    return text
  }

  private func optionConstant(
    _ written: Expression, of what: String
  ) throws -> SessionState.Constant {
    if case .column(let name) = written.kind {
      throw TableProblem.optionIsWord(
        what, word: name.parts.map(\.name).joined(separator: ".")
      ).diagnostic(at: written.range)
    }
    var context = ExpressionContext(scope: Scope(), clause: what)
    guard let constant = try bind(written, &context).constantWithType else {
      throw TableProblem.notConstant(what: what).diagnostic(at: written.range)
    }
    return constant
  }
}
