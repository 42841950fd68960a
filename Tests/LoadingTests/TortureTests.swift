import Columns
import Glibc
import Testing

@testable import Loading

/// Small hostile files, each with what the loader has to say of it: `Torture/NAME.ledger`.
///
/// `RUMMAGE_BLESS=1` writes what it says now; read the difference before you commit it.
@Suite struct TortureTests {
  private static let folder: String = {
    let here = #filePath
    return here[..<(here.lastIndex(of: "/") ?? here.endIndex)] + "/Torture"
  }()

  /// Files that are read with options, as their name says why.
  private static let options: [String: @Sendable (inout LoadOptions) -> Void] = [
    "remarks-asked-for.csv": { $0.comment = UInt8(ascii: ";") }
  ]

  private static let files: [String] = {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") && !name.hasSuffix(".ledger") { names.append(name) }
    }
    return names.sorted()
  }()

  @Test func thereAreFiles() {
    #expect(Self.files.count >= 60)
  }

  @Test(arguments: files)
  func ledger(of name: String) throws {
    let path = "\(Self.folder)/\(name)"
    let said = Self.account(of: path, name: name, threads: 1)
    #expect(Self.account(of: path, name: name, threads: 2) == said)
    let golden = "\(path).ledger"
    if getenv("RUMMAGE_BLESS") != nil {
      let file = try #require(fopen(golden, "w"))
      fputs(said, file)
      fclose(file)
    }
    let file = try #require(fopen(golden, "r"), "no ledger is expected for \(name) yet")
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    #expect(said == String(decoding: bytes[..<count], as: UTF8.self))
  }

  /// The ledger without what differs from machine to machine, the first rows, and the rejects.
  private static func account(of path: String, name: String, threads: Int) -> String {
    var options = LoadOptions()
    options.threads = threads
    options.blockBytes = threads == 1 ? LoadOptions.standardBlockBytes : 7
    Self.options[name]?(&options)
    do {
      let table = try TableLoader.load(path: path, options: options)
      let ledger = table.ledger
      #expect(ledger.rowsInFile == ledger.rowsLoaded + ledger.rowsRejected)
      #expect(ledger.rowsLoaded == table.relation.rowCount)
      var lines = ledger.report.filter { !$0.hasPrefix("  time") && !$0.hasPrefix("  file") }
      lines.append("  first rows")
      lines += table.relation.shownRows.prefix(4).map { "    " + $0.joined(separator: " | ") }
      if !table.rejects.isEmpty { lines.append("  rejects") }
      lines += table.rejects.map {
        "    line \($0.line), byte \($0.offset)\($0.column.map { ", \($0)" } ?? ""): \($0.reason): "
          + Wording.cell($0.raw)
      }
      return lines.joined(separator: "\n") + "\n"
    } catch let error as LoadError {
      let text = LoadError(error.kind, path: name, line: error.line, offset: error.offset)
        .description
      return "refused: \(text)\n"
    } catch {
      return "\(error)\n"
    }
  }
}
