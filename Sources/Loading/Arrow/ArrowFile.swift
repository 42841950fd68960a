import Columns
import Glibc

/// Tables as Arrow IPC files, which are also called Feather version 2.
///
/// The life of a load (``ArrowTable``): ``ArrowContents`` reads the metadata and checks it, ``ArrowPlan`` deals the
/// rows of batches out to chunks, ``ArrowLoader`` reads the arrays of the wanted columns and has each
/// ``ArrowColumn`` make vectors of them.
///
/// The life of a saved table: ``ArrowColumnWriter`` decides how each column lies in the file,
/// ``ArrowWriter`` writes dictionaries and batches with their checksums (``ArrowChecksums``) to an
/// ``AtomicFile``, which takes its name when all is on the disk.
///
/// The format: <https://arrow.apache.org/docs/format/Columnar.html>, version 1.5.
package enum ArrowFile {
  /// Loads the file at `path`: the file format or the stream format, uncompressed or with LZ4 or ZSTD.
  ///
  /// A file that ``write(_:to:threads:cancellation:)`` wrote is verified by its checksums; one of
  /// another writer is checked in all that can be checked without. Text columns of other writers come
  /// under dictionaries where texts repeat.
  ///
  /// - Throws: ``LoadError``; `Interrupted` where the work was asked to stop.
  /// - Complexity: linear in the bytes of the wanted columns.
  package static func load(
    path: String, options: LoadOptions = LoadOptions()
  ) throws -> LoadedTable {
    try ArrowTable(path: path, options: options).load(columns: options.columns, types: nil)
  }

  /// Writes `relation` to a file at `path`, in place of one that is there.
  ///
  /// - Parameters:
  ///   - statement: what makes the table; ``statement(ofTableAt:)`` gives it back.
  ///   - threads: how many make the columns ready.
  ///   - cancellation: stops the work.
  /// - Throws: ``SaveError``; `Interrupted` where the work was asked to stop. A file that was there is
  ///   as it was before.
  package static func write(
    _ relation: Relation, to path: String, statement: String? = nil, threads: Int = 1,
    cancellation: Cancellation? = nil
  ) throws {
    let file = try AtomicFile(path: path)
    try ArrowWriter.write(
      relation, to: file, path: path,
      metadata: statement.map { [statementKey: $0] } ?? [:], threads: threads,
      cancellation: cancellation)
    try file.commit(cancellation)
  }

  /// The statement that made the table in the file at `path`; nil where there is none.
  ///
  /// - Throws: ``LoadError``.
  package static func statement(ofTableAt path: String) throws -> String? {
    do {
      let input = try ArrowInput(path: path, memoryLimit: nil)
      return try ArrowContents(input).schema.metadata[statementKey]
    } catch let problem as ArrowProblem {
      throw LoadError(.arrow(problem), path: path)
    }
  }

  /// The key under which the schema holds the statement that made the table.
  private static let statementKey = "rummage.table"

  /// Whether `path` ends as the names of Arrow files do.
  package static func isNamedArrow(_ path: String) -> Bool {
    suffixes.contains { path.lowercased().hasSuffix($0) }
  }

  /// Whether the file at `path` is called an Arrow file, or begins as one or as an Arrow stream; what a
  /// pipe begins with cannot be seen.
  static func isArrow(path: String) -> Bool {
    if isNamedArrow(path) { return true }
    // Opening a pipe would wake its writer, and closing it again break the pipe.
    guard FileTable.size(path) != nil else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: ArrowFooter.magic.count)
    let got = pread(descriptor, &head, head.count, 0)
    return head.withUnsafeBufferPointer {
      isArrow(UnsafeBufferPointer(rebasing: $0.prefix(max(0, got))))
    }
  }

  /// Whether `head` begins an Arrow file, or a stream: with the mark of a message, which no text in
  /// UTF-8 or UTF-16 begins with.
  static func isArrow(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    head.starts(with: ArrowFooter.magic) || head.starts(with: [0xFF, 0xFF, 0xFF, 0xFF])
  }

  /// What the names of Arrow files end in.
  static let suffixes = [".arrow", ".feather", ".ipc"]
}
