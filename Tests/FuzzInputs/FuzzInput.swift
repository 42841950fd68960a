import Glibc
import Loading

/// Bytes that a fuzzer made, and the file that they stand for.
package struct FuzzInput {
  package let format: FileFormat
  package let bytes: [UInt8]

  package init(format: FileFormat, bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }

  /// The bytes themselves; for a workbook that is no ZIP archive, one whose parts they are
  /// (``WorkbookParts``): changed at random, an archive would fail its checksums and no part of it
  /// be read.
  package var file: [UInt8] {
    guard format == .xlsx && !bytes.starts(with: Array("PK".utf8)) else { return bytes }
    return WorkbookParts.archive(bytes)
  }

  /// Writes the file to `path` and loads it, in one of a few ways that its length chooses.
  ///
  /// - Returns: what is wrong: rows that are neither loaded nor rejected, or counted in two ways;
  ///   nil where the file was loaded, or refused.
  package func problem(at path: String) -> String? {
    let file = file
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    guard descriptor >= 0, write(descriptor, file, file.count) == file.count else {
      return "\(path) cannot be written"
    }
    var options = LoadOptions()
    options.format = format
    options.memoryLimit = 256 << 20
    if bytes.count.isMultiple(of: 3) {
      options.blockBytes = 7
      options.chunkRows = 3
    }
    if bytes.count.isMultiple(of: 2) { options.ignoresErrors = true }
    do {
      let table = try TableLoader.load(path: path, options: options)
      let ledger = table.ledger
      _ = ledger.report
      if ledger.rowsInFile != ledger.rowsLoaded + ledger.rowsRejected
        || table.relation.rowCount != ledger.rowsLoaded
      {
        return ledger.report.joined(separator: "\n")
      }
    } catch let error as LoadError {
      if case .miscounted = error.kind { return error.description }
      // Every refusal has words.
      if error.description.isEmpty { return "an error without words" }
    } catch {
      return "\(error)"
    }
    return nil
  }
}
