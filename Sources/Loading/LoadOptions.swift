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
  /// The ASCII character between fields.
  package var delimiter: UInt8?
  package var quote: Quote = .automatic
  /// Whether the first row holds names.
  package var header: Bool?
  /// Whether every column is read as text.
  package var allVarchar = false
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
}

/// How far a load has come.
package struct LoadProgress: Sendable {
  /// Bytes of the file read so far: compressed bytes where it is compressed.
  package let bytesRead: Int
  /// Bytes of the file in all; nil where it is a pipe.
  package let bytesTotal: Int?
  /// Rows loaded so far.
  package let rows: Int
}
