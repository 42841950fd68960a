import Columns

/// Why a file could not be loaded at all, and where in it.
package struct LoadError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// There is no such file; `suggestion` is one of its folder with nearly that name.
    case missing(suggestion: String?)
    case notPermitted
    case directory
    /// The file has no byte of text.
    case empty
    /// The file is not text; `format` says what it looks like.
    case binary(format: String?)
    /// Text that is no table but markup, in words.
    case markup(String)
    /// Bytes that are not UTF-8, in a text that was said or seen to be.
    case notUTF8
    /// Bytes that are no text in `encoding`.
    case illFormed(encoding: String)
    /// Bytes that are not UTF-8, and of which nothing says what they are; the text says what was
    /// found.
    case unclearEncoding(String)
    /// Most rows do not fit; `example` is what is wrong with the first.
    case mostRowsRejected(rejected: Int, rows: Int, examples: [String], hint: String?)
    /// A type was asked for, and cells of `column` do not have it.
    case misfits(column: String, type: DataType, count: Int, examples: [String])
    /// A type was asked for, and cells of `column` can be read in two ways.
    case ambiguous(column: String, String)
    /// Rows were rejected, and that was not to be.
    case rejected(rows: Int, examples: [String])
    /// The text is no JSON that can be loaded.
    case badJSON(JSONProblem)
    /// A file that describes others, such as a `datapackage.json`, cannot be followed.
    case badDescriptor(DescriptorProblem)
    /// The compressed data cannot be read; the text says what is wrong with it.
    case badCompression(String)
    /// The workbook cannot be read.
    case badWorkbook(WorkbookFault)
    /// The Arrow file cannot be loaded.
    case arrow(ArrowProblem)
    /// The columns would take more than `limit` bytes.
    case tooLarge(limit: Int)
    /// One row is longer than `limit` bytes.
    case rowTooLong(limit: Int)
    /// A quote in the row of names is never closed.
    case unclosedHeader
    /// The system refused to read on; the text is its own.
    case readFailed(String)
    /// The file changed while it was read.
    case changed
    /// An option has a value that no file can be read with.
    case badOption(String)
    /// What is wrong with a pattern, with several files together, or with standard input.
    case files(FilesProblem)
    /// Two ways of counting the rows disagree: the load is not to be trusted.
    case miscounted(counted: Int, read: Int)
  }

  package let kind: Kind
  package let path: String
  /// The line of the file, from 1, where the reason is a place in it.
  package let line: Int?
  /// The byte of the text, from 0; after decompression where the file is compressed.
  package let offset: Int?

  package init(_ kind: Kind, path: String, line: Int? = nil, offset: Int? = nil) {
    self.kind = kind
    self.path = path
    self.line = line
    self.offset = offset
  }
}

extension LoadError: CustomStringConvertible {
  /// What was found, what was expected, and the best guess, in one line.
  package var description: String {
    var text = "'\(path)' "
    switch kind {
    case .missing(let suggestion):
      text += "does not exist"
      if let suggestion { text += "; did you mean '\(suggestion)'?" }
    case .notPermitted: text += "may not be read: permission denied"
    case .directory: text += "is a directory, and a file was expected"
    case .empty: text += "is empty: it has not even a row of column names"
    case .binary(let format):
      text += "is not a text file"
      text += format.map { ": it looks like \($0)" } ?? ": it holds zero bytes"
    case .markup(let what):
      text +=
        "is no table: it looks like \(what); open it in a spreadsheet and save it as .xlsx or CSV"
    case .notUTF8:
      text += "is not UTF-8; encoding='windows-1252', or another name, says what it is"
    case .illFormed(let encoding): text += "holds bytes that are no text in \(encoding)"
    case .unclearEncoding(let reason): text += "is not UTF-8: \(reason)"
    case .mostRowsRejected(let rejected, let rows, let examples, let hint):
      text += "does not fit its columns: \(Wording.count(rejected)) of "
      text +=
        "\(Wording.count(rows, "row")) would be rejected (\(examples.joined(separator: "; ")))"
      if let hint { text += "; \(hint)" }
      text += "; ignore_errors=true loads the others"
    case .misfits(let column, let type, let count, let examples):
      text +=
        "has \(Wording.count(count, "cell")) in \(column) that \(count == 1 ? "is" : "are") no "
      text += "\(type): \(examples.joined(separator: ", ")); "
      text += "ignore_errors=true reads such cells as NULL and lists them"
    case .ambiguous(let column, let reason): text += "cannot be read: \(column): \(reason)"
    case .rejected(let rows, let examples):
      text += "has \(Wording.count(rows, "row")) that cannot be read ("
      text += examples.joined(separator: "; ")
      text += "); ignore_errors=true leaves such rows out and lists them"
    case .badCompression(let reason): text += "cannot be decompressed: \(reason)"
    case .badWorkbook(let fault): text += fault.description
    case .arrow(let problem): text += problem.description
    case .badJSON(let problem): text += "is no JSON table: \(problem)"
    case .badDescriptor(let problem): text += "cannot be followed: \(problem)"
    case .tooLarge(let limit):
      text += "does not fit: its columns need more than \(Wording.bytes(limit)) of memory; "
      text += "name only the columns that you need"
    case .rowTooLong(let limit):
      text += "has a line of more than \(Wording.bytes(limit)) without an end"
    case .unclosedHeader: text += "has a quote in its row of column names that is never closed"
    case .readFailed(let reason): text += "cannot be read: \(reason)"
    case .changed: text += "changed while it was read; load it again when it is complete"
    case .badOption(let reason): text += "cannot be loaded so: \(reason)"
    case .files(let problem): text += problem.description
    case .miscounted(let counted, let read):
      text +=
        "has \(Wording.count(counted)) rows by one count and \(Wording.count(read)) by another"
      text += "; nothing was loaded, and this is a fault of the program"
    }
    if let line {
      text += " (line \(Wording.count(line))"
      if let offset { text += ", byte \(Wording.count(offset))" }
      text += ")"
    } else if let offset {
      text += " (byte \(Wording.count(offset)))"
    }
    return text
  }
}
