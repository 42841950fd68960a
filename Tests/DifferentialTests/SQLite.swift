import CSQLite

/// What SQLite says is wrong with a statement.
struct SQLiteError: Error, CustomStringConvertible {
  let description: String
}

/// A database of SQLite in memory.
final class SQLite {
  private var handle: OpaquePointer?

  /// Millions of instructions after which a query is given up: SQLite knows one way to join, and
  /// some random queries take it hours.
  private static let patience: Int32 = 4

  init() throws {
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK else { throw error() }
  }

  deinit { sqlite3_close(handle) }

  /// Runs a statement and gives its rows.
  func run(_ sql: String) throws -> [[Cell]] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw error() }
    defer { sqlite3_finalize(statement) }
    // The handler is asked once every so many instructions; its first yes stops the query.
    let asked = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    asked.initialize(to: 0)
    sqlite3_progress_handler(
      handle, 1_000_000,
      { context in
        guard let asked = context?.assumingMemoryBound(to: Int32.self) else { return 0 }
        asked.pointee += 1
        return asked.pointee > SQLite.patience ? 1 : 0
      }, asked)
    defer {
      sqlite3_progress_handler(handle, 0, nil, nil)
      asked.deallocate()
    }
    var rows: [[Cell]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append((0..<sqlite3_column_count(statement)).map { cell(statement, $0) })
      case SQLITE_DONE: return rows
      default: throw error()
      }
    }
  }

  private func cell(_ statement: OpaquePointer?, _ column: Int32) -> Cell {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(Int128(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      guard let bytes = sqlite3_column_text(statement, column) else { return .text("") }
      let count = Int(sqlite3_column_bytes(statement, column))
      return .text(
        String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    default: return .null
    }
  }

  private func error() -> SQLiteError {
    SQLiteError(description: handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory")
  }
}
