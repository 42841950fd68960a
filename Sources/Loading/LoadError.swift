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
    /// Bytes that are not UTF-8; `encoding` names what they may be.
    case notUTF8(encoding: String)
    /// The compressed data cannot be read; the text says what is wrong with it.
    case badGzip(String)
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
    case .notUTF8(let encoding):
      text += "is not UTF-8: it may be \(encoding); convert it to UTF-8 first"
    case .badGzip(let reason): text += "cannot be decompressed: \(reason)"
    case .tooLarge(let limit):
      text += "does not fit: its columns need more than \(Wording.bytes(limit)) of memory; "
      text += "name only the columns that you need"
    case .rowTooLong(let limit):
      text += "has a line of more than \(Wording.bytes(limit)) without an end"
    case .unclosedHeader: text += "has a quote in its row of column names that is never closed"
    case .readFailed(let reason): text += "cannot be read: \(reason)"
    case .changed: text += "changed while it was read; load it again when it is complete"
    case .badOption(let reason): text += "cannot be loaded so: \(reason)"
    case .miscounted(let counted, let read):
      text +=
        "has \(Wording.count(counted)) rows by one count and \(Wording.count(read)) by another"
      text += "; nothing was loaded, and this is a fault of the program"
    }
    if let line {
      text += " (line \(Wording.count(line))"
      if let offset { text += ", byte \(Wording.count(offset))" }
      text += ")"
    }
    return text
  }
}
