import Columns

/// How a file is to be loaded; every choice left alone is made from evidence in the file.
package struct LoadOptions: Sendable {
  /// What tells quoted fields from others.
  package enum Quote: Hashable, Sendable {
    /// The double quote, where the file has any.
    case automatic
    /// No character quotes.
    case none
    /// This ASCII character quotes.
    case character(UInt8)
  }

  /// The columns wanted, compared without regard to case; nil for all. Names that the file does
  /// not have are ignored here: who asks for them knows where they were written.
  package var columns: Set<String>?
  /// What the file is taken for; nil: what its first bytes and its name say.
  package var format: FileFormat?
  /// The options that were asked for by name: each must say something about the files.
  package var asked: [String] = []

  // MARK: Delimited text

  /// The ASCII character between fields.
  package var delimiter: UInt8?
  package var quote: Quote = .automatic
  /// The ASCII character that makes a quote inside a quoted field a letter; the quote itself,
  /// doubled, where it is nil.
  package var escape: UInt8?
  /// Lines that begin with this ASCII character hold no data.
  package var comment: UInt8?
  /// Lines before the row of names, or the first row where there is none; nil: as the lines look.
  package var skip: Int?
  /// Whether the first row holds names.
  package var header: Bool?
  /// How the bytes stand for characters, such as `windows-1252`; nil: by evidence.
  package var encoding: String?
  /// The longest row in bytes.
  package var maximumRowBytes = LoadOptions.standardMaximumRowBytes

  // MARK: Workbooks

  /// The sheet of a workbook by name; nil for the first that is visible.
  package var sheet: String?

  // MARK: Columns and cells

  /// Other names for the columns, from the first on.
  package var names: [String] = []
  /// The types of some columns, whatever their cells say, by names compared without regard to
  /// case.
  package var types: [String: DataType] = [:]
  /// Whether every column is read as text.
  package var allVarchar = false
  /// Texts that stand for NULL, besides the empty cell; nil for none in columns of text, and the
  /// usual marks (``MissingMarks``) in others.
  package var nullTexts: [String]?
  /// The character before the fraction of a number: a point or a comma; nil: by evidence.
  package var decimalMark: UInt8?
  /// The character that groups the digits of a number by thousands, such as `,`, `.`, a space or
  /// `'`; empty for none; nil: by evidence.
  package var thousands: String?
  /// How dates are written, in the signs of `strptime`; nil: by evidence.
  package var dateFormat: String?
  /// How times are written, in the signs of `strptime`; nil: by evidence.
  package var timestampFormat: String?
  /// What becomes of rows that do not fit and of cells that are not of a type that was asked for:
  /// true puts them into the rejects, false refuses the file; nil puts rows into the rejects and
  /// refuses such cells.
  package var ignoresErrors: Bool?

  /// Which columns of numbers become measures.
  package var measures = MeasureChoice.automatic

  // MARK: The work

  /// What the path `-` means; nil for a file of that name.
  package var standardInput: StandardInput?
  package var threads = 1
  /// The rows of a chunk, all but the last; the result is the same whatever it is.
  package var chunkRows = Chunk.standardRows
  /// The bytes that one thread takes at a time; the result is the same whatever it is.
  package var blockBytes = LoadOptions.standardBlockBytes
  /// The most bytes that the loaded columns may take; nil for nine tenths of the machine's memory.
  package var memoryLimit: Int?
  package var cancellation: Cancellation?
  /// Called now and then, from any thread, while the file is read.
  package var progress: (@Sendable (LoadProgress) -> Void)?

  package init() {}

  /// A quarter of a mebibyte: with field positions and dictionaries it stays in a level-2 cache of
  /// 1.25 MiB, and what is done once a block and column hardly counts. Measured from 64 KiB to 1 MiB.
  package static let standardBlockBytes = 256 << 10

  /// A quote that is not closed within as many bytes is taken never to be.
  package static let standardMaximumRowBytes = 256 << 20
}

/// How far a load has come.
package struct LoadProgress: Sendable {
  /// Bytes of the file read so far: compressed bytes where it is compressed.
  package let bytesRead: Int
  /// Bytes of the file in all; nil where it is a pipe.
  package let bytesTotal: Int?
  /// Rows loaded so far.
  package let rows: Int

  package init(bytesRead: Int, bytesTotal: Int?, rows: Int) {
    self.bytesRead = bytesRead
    self.bytesTotal = bytesTotal
    self.rows = rows
  }
}

extension LoadOptions {
  /// Refuses options that no file can be read with.
  ///
  /// - Throws: ``LoadError/Kind/badOption(_:)``.
  func check(path: String) throws {
    let double = UInt8(ascii: "\"")
    let asked: [(name: String, byte: UInt8?)] = [
      ("delimiter", delimiter), ("quote", quoteByte), ("escape", escape), ("comment", comment),
    ]
    for (name, byte) in asked {
      guard let byte else { continue }
      guard byte < 0x80, byte != 0, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") else {
        throw LoadError(.badOption("the \(name) must be an ASCII character"), path: path)
      }
    }
    if let delimiter {
      if quote == .character(delimiter) || (quote == .automatic && delimiter == double) {
        throw LoadError(.badOption("delimiter and quote are the same"), path: path)
      }
      if comment == delimiter || escape == delimiter {
        throw LoadError(
          .badOption("the delimiter is also the \(comment == delimiter ? "comment" : "escape")"),
          path: path)
      }
    }
    if let skip, skip < 0 { throw LoadError(.badOption("skip is a number from 0 on"), path: path) }
    for (name, type) in types.sorted(by: { $0.key < $1.key }) {
      switch type {
      case .boolean, .bigint, .double, .decimal, .date, .timestamp, .varchar: break
      default:
        throw LoadError(
          .badOption(
            "\(Wording.cell(name)) cannot be read as \(type); read it as VARCHAR and cast it"),
          path: path)
      }
    }
  }

  /// Refuses options that say nothing about files of `format`, as which the file was recognised.
  ///
  /// - Throws: ``LoadError/Kind/badOption(_:)``.
  func check(_ format: FileFormat, path: String) throws {
    for name in asked {
      guard let option = LoadOption.named(name), !option.scope.covers(format) else { continue }
      let problem = LoadOptionProblem(name: name, .notFor(format: format, scope: option.scope))
      throw LoadError(.badOption(problem.description), path: path)
    }
  }

  private var quoteByte: UInt8? { if case .character(let byte) = quote { byte } else { nil } }
}
