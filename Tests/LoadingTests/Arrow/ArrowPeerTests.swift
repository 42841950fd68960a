import Columns
import Foundation
import Testing

@testable import Loading

/// Arrow files are the same tables for pyarrow and polars.
///
/// Skipped where Python has no such modules; `RUMMAGE_PYTHON` names another Python.
@Suite struct ArrowPeerTests {
  /// A peer that `peers.py` knows.
  enum Peer: String, CaseIterable, Sendable {
    case pyarrow, polars
  }

  static let installed: [Peer] = {
    let words = (try? python(["modules"]))?.split(separator: "\n") ?? []
    return words.compactMap { Peer(rawValue: String($0)) }
  }()

  struct Failure: Error {
    let output: String
  }

  /// What `peers.py` prints.
  private static func python(_ arguments: [String]) throws -> String {
    let process = Process()
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("peers.py").path
    let program = ProcessInfo.processInfo.environment["RUMMAGE_PYTHON"] ?? "python3"
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program, script] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(output: String(decoding: complaint, as: UTF8.self))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The rows as `peers.py` prints them.
  private static func lines(_ relation: Relation) -> [String] {
    relation.chunks.flatMap { chunk in
      (0..<chunk.count).map { row in
        chunk.columns.map { shown($0.value(row)) }.joined(separator: "\t")
      }
    }
  }

  /// As the function of that name in `peers.py`.
  private static func shown(_ value: Value) -> String {
    func hex(_ bytes: some Sequence<UInt8>) -> String {
      bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
    switch value {
    case .null: return "NULL"
    case .boolean(let value): return "\(value)"
    case .integer(let value): return "\(value)"
    case .double(let value):
      return value.isNaN ? "nan" : hex(littleEndian(value.bitPattern).reversed())
    case .decimal(let unscaled, let scale):
      let digits = "\(unscaled.magnitude)"
      let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
      let point = scale == 0 ? "" : "." + padded.suffix(scale)
      return (unscaled < 0 ? "-" : "") + padded.dropLast(scale) + point
    case .text(let text): return "'" + hex(text.utf8)
    case .date(let days): return "\(days)d"
    case .timestamp(let microseconds): return "\(microseconds)us"
    case .time(let microseconds): return "\(microseconds)t"
    case .interval(let interval):
      return "\(interval.months)m\(interval.days)d\(interval.microseconds)i"
    case .measure: return "'" + hex(ValueText.string(value).utf8)
    }
  }

  /// The rows of a text that `peers.py` printed.
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  // MARK: What is written here

  /// Dates and times that Python's own have room for, and types that both peers know.
  private static func tame(_ type: DataType, _ value: Value) -> Value {
    switch value {
    case .date(let days): .date(days % 20_000)
    case .timestamp(let microseconds): .timestamp(microseconds % 1_000_000_000_000_000)
    case .time(let microseconds): .time(microseconds % 86_400_000_000)
    case .integer(let number) where type == .hugeint: .integer(number % PowersOfTen.integer(37))
    default: value
    }
  }

  private static func relation(_ peer: Peer, seed: Int) -> Relation {
    var random = Random(seed)
    // polars has no intervals of months, and calls decimals without a fraction whole numbers never.
    let types = RandomRelation.types.filter { peer == .pyarrow || $0 != .interval }
    let wild = RandomRelation.relation(
      types + [.varchar, .varchar], chunkRows: [64, 130, 1], using: &random)
    let chunks = wild.chunks.map { chunk in
      Chunk(
        count: chunk.count,
        columns: chunk.columns.map { vector in
          if vector.type == .varchar { return vector }
          let values = (0..<chunk.count).map { tame(vector.type, vector.value($0)) }
          return Vector(values, type: vector.type)
        })
    }
    return Relation(fields: wild.fields, chunks: chunks)
  }

  @Test(.enabled(if: !installed.isEmpty, "no peer is installed"), arguments: Peer.allCases)
  func peersReadWhatIsWrittenHere(peer: Peer) throws {
    guard Self.installed.contains(peer) else { return }
    let folder = try ArrowFolder()
    for seed in 0..<4 {
      let relation = Self.relation(peer, seed: seed)
      let path = folder.file("made.arrow")
      try ArrowFile.write(relation, to: path)
      let found = Self.lines(try Self.python(["read", peer.rawValue, path]))
      // HUGEINT is a decimal without a fraction there, which looks the same.
      #expect(found == Self.lines(relation), "seed \(seed)")
    }
  }

  @Test(.enabled(if: installed.contains(.pyarrow), "pyarrow is not installed"))
  func numbersOf39Digits() throws {
    let folder = try ArrowFolder()
    let values: [Value] = [.integer(.max), .null, .integer(.min), .integer(0)]
    let relation = Relation(
      fields: [Field(name: "h", type: .hugeint)],
      chunks: [Chunk(count: 4, columns: [Vector(values, type: .hugeint)])])
    let path = folder.file("made.arrow")
    try ArrowFile.write(relation, to: path)
    #expect(Self.lines(try Self.python(["read", "pyarrow", path])) == Self.lines(relation))
  }

  // MARK: What peers write

  @Test(.enabled(if: !installed.isEmpty, "no peer is installed"), arguments: Peer.allCases)
  func whatPeersWriteIsReadHere(peer: Peer) throws {
    guard Self.installed.contains(peer) else { return }
    let folder = try ArrowFolder()
    _ = try Self.python(["write", peer.rawValue, folder.path])
    let names = folder.names.filter { $0.hasSuffix(".arrow") }
    #expect(names.count >= 6)
    for name in names {
      let expected = Self.lines(
        String(
          decoding: try folder.contents(folder.file(name.dropLast(6) + ".txt")), as: UTF8.self))
      for (threads, chunkRows) in [(1, 65_536), (2, 60)] {
        var options = LoadOptions()
        options.threads = threads
        options.chunkRows = chunkRows
        if name == "nested.arrow" { options.columns = ["a", "b"] }
        let table = try TableLoader.load(path: folder.file(name), options: options)
        #expect(Self.lines(table.relation) == expected, "\(name)")
        #expect(table.relation.faults(chunkRows: chunkRows) == [], "\(name)")
        #expect(table.ledger.rowsInFile == expected.count)
      }
      if name.hasPrefix("small") || name.hasPrefix("large") {
        try check(notesOf: folder.file(name), peer)
      }
    }
  }

  private func check(notesOf path: String, _ peer: Peer) throws {
    let ledger = try TableLoader.load(path: path).ledger
    let types = Dictionary(uniqueKeysWithValues: ledger.columns.map { ($0.name, $0.type) })
    guard peer == .pyarrow else {
      #expect(types["u"] == .hugeint && types["d"] == .decimal(precision: 12, scale: 2))
      return
    }
    #expect(types["uint64"] == .hugeint && types["uint32"] == .bigint)
    #expect(types["decimal256"] == .decimal(precision: 38, scale: 2))
    #expect(ledger.notes.contains("zone: times of the zone 'Europe/Brussels' are in UTC here"))
    #expect(
      ledger.notes.contains { $0.hasPrefix("odd: ") && $0.hasSuffix("rounded down") })
  }

  @Test(.enabled(if: installed.contains(.pyarrow), "pyarrow is not installed"))
  func nestedColumnsAreRefusedByName() throws {
    let folder = try ArrowFolder()
    _ = try Self.python(["write", "pyarrow", folder.path])
    let path = folder.file("nested.arrow")
    let types = [
      "list": "list", "struct": "struct", "binary": "binary", "views": "binary_view", "map": "map",
      "union": "union", "fixed": "fixed_size_list", "run": "run_end_encoded",
      "view list": "list_view",
    ]
    for (column, type) in types {
      var options = LoadOptions()
      options.columns = ["a", column]
      #expect(throws: LoadError(.arrow(.type(column: column, type: type)), path: path)) {
        try TableLoader.load(path: path, options: options)
      }
    }
  }
}
