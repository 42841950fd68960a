import Columns
import Glibc
import Language
import SampleData

/// The table that the tutorial asks about: invented seizures, made when they are needed, the same
/// every time.
struct PracticeTable {
  static let name = "practice"
  static let rows = 3_000
  private static let seed: UInt64 = 1

  /// What an analyst's first questions are about; the extract has more.
  private static let columns = [
    "seized_on", "category", "product", "hs_code", "mode", "origin", "destination", "quantity",
    "value_usd",
  ]

  /// What stands under its name now.
  enum State {
    case missing
    case asLoaded
    /// Somebody else's table or view, or one that is not as it was loaded.
    case other
  }

  /// As it was loaded.
  private let fields: [Field]

  /// Loads the table, which is reported as every load is.
  ///
  /// - Throws: `Diagnostic` where its name is taken, or its file cannot be written; `Interrupted`.
  init(in engine: Engine) throws {
    if let taken = Self.taken(in: engine) { throw taken }
    let folder = try Self.makeFolder()
    defer { Self.remove(folder) }
    // A table is reported by the name of its file.
    let path = "\(folder)/\(Self.name).csv"
    do {
      let data = try CENSampleData(rows: Self.rows, seed: Self.seed)
      guard let written = try data.write(to: folder).files.first,
        rename(written.path, path) == 0
      else { throw FileError(path: path, code: errno) }
    } catch let error as SampleDataError {
      throw Diagnostic(.error, error.description, at: nil)
    }
    _ = try engine.run(
      Source(
        "CREATE TABLE \(Self.name) AS SELECT \(Self.columns.joined(separator: ", ")) "
          + "FROM \(SQLText.literal(path))"))
    fields = Self.table(in: engine)?.fields ?? []
  }

  func state(in engine: Engine) -> State {
    guard let table = Self.table(in: engine) else {
      return Self.taken(in: engine) == nil ? .missing : .other
    }
    return table.fields == fields && table.rowCount == Self.rows ? .asLoaded : .other
  }

  /// Takes the table away where it is as it was loaded.
  ///
  /// - Throws: `Diagnostic` where it cannot be dropped.
  func drop(from engine: Engine) throws {
    if case .asLoaded = state(in: engine) {
      _ = try engine.run(Source("DROP TABLE \(Self.name)"))
    }
  }

  private static func table(in engine: Engine) -> Engine.Table? {
    engine.tables.first { $0.name.lowercased() == name }
  }

  /// That there is something of this name; nil where there is not.
  static func taken(in engine: Engine) -> Diagnostic? {
    let isView = engine.views.contains { $0.name.lowercased() == name }
    guard isView || table(in: engine) != nil else { return nil }
    let kind = isView ? "view" : "table"
    return Diagnostic(
      .error, "there is a \(kind) \(name), and the tutorial wants that name for its own", at: nil,
      help: [
        "keep yours under another name: ALTER \(kind.uppercased()) \(name) RENAME TO mine;",
        "or drop it: DROP \(kind.uppercased()) \(name);",
      ])
  }

  // MARK: The folder

  private static func makeFolder() throws -> String {
    let parent = Directories.temporary
    var template = Array("\(parent)/rummage-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(path: parent, code: errno) }
    return template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  private static func remove(_ folder: String) {
    for entry in Folder.entries(of: folder) { unlink("\(folder)/\(entry.name)") }
    rmdir(folder)
  }
}
