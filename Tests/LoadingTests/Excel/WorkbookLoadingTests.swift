import Columns
import Glibc
import Testing

@testable import Loading

/// Workbooks are loaded like any other table.
@Suite struct WorkbookLoadingTests {
  private static let writer = WorkbookWriter(
    "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
      + "<c t=\"s\"><v>3</v></c></row>"
      + (2...1001).map {
        "<row r=\"\($0)\"><c><v>\($0).5</v></c><c s=\"1\"><v>\(45_000 + $0)</v></c>"
          + "<c s=\"2\"><v>\($0)</v></c><c t=\"b\"><v>\($0 % 2)</v></c></row>"
      }.joined(),
    strings: ["<t>amount</t>", "<t>seized on</t>", "<t>code</t>", "<t>flag</t>"],
    styles: [.builtIn(14), .code("0000")])

  @Test(arguments: [1, 2])
  func typesOfColumns(threads: Int) throws {
    var options = LoadOptions()
    options.threads = threads
    let file = try TemporaryFile(Self.writer.bytes, name: "seizures.xlsx")
    let table = try TableLoader.load(path: file.path, options: options)
    #expect(table.ledger.rowsLoaded == 1000 && table.ledger.rowsRejected == 0)
    #expect(table.relation.fields.map(\.name) == ["amount", "seized on", "code", "flag"])
    #expect(table.relation.shownRows[0] == ["25/1", "day 19433", "'0002'", "false"])
    #expect(table.ledger.bytes == Self.writer.bytes.count)
  }

  @Test func compressedOrOutOfAPipe() throws {
    let bytes = Self.writer.bytes
    let plain = try load(bytes: bytes).relation.shownRows
    let folder = try TemporaryFile("")
    let path = folder.folder + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    BackgroundWriter.write(bytes, to: path)
    #expect(try TableLoader.load(path: path).relation.shownRows == plain)
  }

  @Test func sheetsAreOnlyInWorkbooks() throws {
    var options = LoadOptions()
    options.sheet = "Data"
    options.asked = ["sheet"]
    #expect(try load(bytes: Self.writer.bytes, options).relation.rowCount == 1000)
    #expect(throws: LoadError.self) { try load("a,b\n1,2\n", options) }
  }

  @Test func aFormatThatIsAskedFor() throws {
    var options = LoadOptions()
    options.format = .xlsx
    do {
      _ = try load("a,b\n1,2\n", options)
      Issue.record("text is loaded as a workbook")
    } catch let error as LoadError {
      #expect(error.kind == .badWorkbook(.noDirectory))
    }
  }

  @Test func anOldWorkbook() throws {
    do {
      _ = try load(bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
      Issue.record("an old workbook is loaded")
    } catch let error as LoadError {
      #expect(error.description.contains("an old Excel workbook (.xls), or one with a password"))
    }
  }
}

extension WorkbookLoadingTests {
  /// The rows of a sheet are skipped, whatever line breaks are in their cells; what is rejected or
  /// noted has the number of its row.
  @Test func rowsAreThoseOfTheSheet() throws {
    let writer = WorkbookWriter(
      "<row r=\"2\"><c t=\"str\"><v>a title\nof two lines</v></c></row>"
        + "<row r=\"4\"><c t=\"str\"><v>weight\n(kg)</v></c><c t=\"str\"><v>day</v></c><c t=\"str\"><v>port</v></c></row>"
        + (5...30).map {
          "<row r=\"\($0)\"><c><v>\($0)</v></c><c><v>1</v></c><c><v>2</v></c></row>"
        }.joined()
        + "<row r=\"31\"><c t=\"str\"><v>TBC</v></c><c><v>1</v></c><c><v>2</v></c></row>")
    for skip in [nil, 2, 3] {
      var options = LoadOptions()
      options.skip = skip
      let table = try load(bytes: writer.bytes, options)
      #expect(table.relation.fields.map(\.name) == ["weight (kg)", "day", "port"])
      #expect(table.ledger.rowsLoaded == 27)
      #expect(table.ledger.linesBefore == skip ?? 3)
      #expect(table.ledger.notes.contains { $0.contains("'TBC'") && $0.contains("31") })
    }
  }
}

/// A published workbook against its text, where the machine has both.
private let folder = getenv("RUMMAGE_REAL_DATA").map { String(cString: $0) }

@Suite(.enabled(if: folder != nil, "RUMMAGE_REAL_DATA is not set"))
struct RealWorkbookTests {
  @Test(arguments: [1, 2])
  func incidentsAgreeWithTheirText(threads: Int) throws {
    var options = LoadOptions()
    options.threads = threads
    let path = (folder ?? "") + "/eia-pangolin-incidents"
    let sheet = try TableLoader.load(path: path + ".xlsx", options: options)
    let text = try TableLoader.load(path: path + ".csv", options: options)
    #expect(sheet.ledger.rowsLoaded == 1104 && sheet.ledger.rowsRejected == 0)
    #expect(sheet.relation.fields == text.relation.fields)
    var differences: [String] = []
    for (row, (found, expected)) in zip(sheet.relation.shownRows, text.relation.shownRows)
      .enumerated()
    where found != expected {
      for column in found.indices where found[column] != expected[column] {
        differences.append("\(row),\(column)")
        // The text has kept the sign that stands for a carriage return in a workbook.
        #expect(found[column] == expected[column].replacing("_x000D_", with: "\r"))
      }
    }
    #expect(differences == ["74,8"])
  }
}

/// The two counts of rows agree wherever the table begins and whatever stands above it.
@Suite struct WorkbookRowCountTests {
  private static func rows(_ cells: [Int: String], columns: Int) -> String {
    cells.sorted { $0.key < $1.key }.map { row, text in
      "<row r=\"\(row)\">"
        + (0..<columns).map {
          "<c r=\"\(CellReference.name(column: $0, row: row))\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }.joined() + "</row>"
    }.joined()
  }

  @Test(arguments: 0..<200)
  func anywhere(seed: Int) throws {
    var random = Random(seed)
    let columns = Int.random(in: 1...3, using: &random)
    var cells: [Int: String] = [:]
    for row in 1...12 where Int.random(in: 0..<3, using: &random) > 0 {
      cells[row] = ["title", "name", "x", "12", "a\nb", "2024-01-01"].randomElement(using: &random)
    }
    if cells.isEmpty { return }
    var xml = Self.rows(cells, columns: columns)
    // A title above the table has one cell.
    if Bool.random(using: &random), let first = cells.keys.min(), first > 1 {
      xml = Self.rows([1: "title"], columns: 1) + xml
    }
    var options = LoadOptions()
    options.skip = [nil, nil, 0, 1, 2, 3].randomElement(using: &random) ?? nil
    options.header = [nil, true, false].randomElement(using: &random) ?? nil
    do {
      let table = try load(bytes: WorkbookWriter(xml).bytes, options)
      #expect(table.ledger.rowsInFile == table.ledger.rowsLoaded + table.ledger.rowsRejected)
    } catch let error as LoadError {
      if case .miscounted = error.kind {
        Issue.record(
          "seed \(seed): \(error) \(cells) \(columns) \(options.skip as Any) \(options.header as Any) \(xml)"
        )
      }
    }
  }
}
