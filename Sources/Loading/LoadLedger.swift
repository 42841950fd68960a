import Columns

/// The account of a load: what the file was taken for, and what became of every row.
///
/// `rowsInFile == rowsLoaded + rowsRejected`, always: the two sides are counted by different code,
/// and a load in which they differ fails.
package struct LoadLedger: Sendable {
  package enum Compression: String, Sendable {
    case none
    case gzip
    case zstd
  }

  package enum LineEnds: String, Sendable {
    case lf = "LF"
    case crlf = "CR LF"
    case cr = "CR"
    case mixed
    /// The file is one line without an end.
    case none
  }

  /// One column of the file that was loaded.
  package struct Column: Sendable {
    package let name: String
    package internal(set) var type: DataType
    /// Why it has this type, in a few words.
    package internal(set) var why: String
    package let nulls: Int
    /// Cells among them in which something stands: marks for missing values and, where a type was
    /// asked for, what is none of it.
    package let emptied: Int
    /// Distinct values, NULL apart; nil where they were not counted.
    package let distinct: Int?
    /// What its texts stand for, where they are of a kind that is known: countries.
    package internal(set) var meaning: String?
  }

  package let path: String
  /// Bytes of the file as it is stored.
  package let bytes: Int
  /// Bytes of the text, decompressed.
  package let textBytes: Int
  package let compression: Compression
  package let digest: FileDigest
  package let format: FileFormat
  /// `UTF-8`, `UTF-8 with byte order mark`, `Windows-1252` …; of an Arrow file, what it is.
  package let encoding: String
  /// The character between fields; nil where the file has one column.
  package let delimiter: UInt8?
  /// The character that quotes; nil where none may.
  package let quote: UInt8?
  /// What makes a quote inside a quoted field a letter; nil where it is doubled.
  package let escape: UInt8?
  /// Whether the first row held names.
  package let header: Bool
  package let lineEnds: LineEnds
  /// Rows, that of names apart; lines without a character are none where there are several
  /// columns.
  package let rowsInFile: Int
  package let rowsLoaded: Int
  package let rowsRejected: Int
  /// Lines without a character that were skipped.
  package let blankLines: Int
  /// Lines before the table, and lines of remarks in it, that were skipped.
  package let linesBefore: Int
  package let remarks: Int
  /// Columns of the file, loaded or not.
  package let columnsInFile: Int
  package internal(set) var columns: [Column]
  /// What whoever signs a figure must know, one sentence each.
  package internal(set) var notes: [String]
  package let seconds: Double
  /// The name of the resource of a package that the file belongs to.
  package internal(set) var resource: String?

  /// Cells that became NULL though something stands in them.
  package var cellsEmptied: Int { columns.reduce(0) { $0 + $1.emptied } }

  /// The name of the table: that of the resource, or of the file without folder and suffixes.
  package var tableName: String {
    if let resource { return resource }
    if path == StandardInput.path { return "stdin" }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.dropFirst().firstIndex(of: ".") else { return file }
    return String(file[..<dot])
  }

  /// One line that says how many rows were loaded and rejected, and a line for each note.
  package var summary: String {
    var text = "\(tableName): \(Wording.count(rowsLoaded, "row")) loaded, "
    text += "\(Wording.count(rowsRejected)) rejected ("
    if columns.count < columnsInFile { text += "\(Wording.count(columns.count)) of " }
    text += "\(Wording.count(columnsInFile, "column")), \(Wording.bytes(bytes)), "
    text += "\(Wording.seconds(seconds)))"
    for note in notes { text += "\n  \(note)" }
    return text
  }
}

/// What a file became.
package struct LoadedTable: Sendable {
  package let relation: Relation
  package let ledger: LoadLedger
  /// The rows that were not loaded, and the cells that became NULL though something stands in them,
  /// in the order of the file; at most ``Reject/maximumKept``.
  package let rejects: [Reject]
}
