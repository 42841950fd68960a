import Foundation
import Testing

@testable import Reference

struct OperationsTests {
  @Test func everyOperationOfTheDataSetIsThere() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../../datasets/operations/operations.csv")
    let rows = fields(of: try String(contentsOf: file, encoding: .utf8))
    let header = try #require(rows.first)
    let columns = try ["operation", "start_date", "end_date", "led_by", "source"].map {
      try #require(header.firstIndex(of: $0))
    }
    let published = rows.dropFirst().map { row in columns.map { row[$0] } }
    #expect(published.count == 66)
    #expect(Operations.all.count == published.count)
    for (operation, row) in zip(Operations.all, published) {
      #expect(operation.name == row[0])
      #expect(operation.start == DayNumber.day(row[1]), "\(operation.name)")
      #expect((operation.start == nil) == row[1].isEmpty, "\(operation.name)")
      #expect(operation.end == DayNumber.day(row[2]), "\(operation.name)")
      #expect((operation.end == nil) == row[2].isEmpty, "\(operation.name)")
      #expect(operation.ledBy == row[3])
      #expect(operation.source == row[4], "\(operation.name)")
    }
  }

  @Test(arguments: Operations.all)
  func operationsAreFoundByTheirNames(operation: Reference.Operation) {
    #expect(Operations.operation(operation.name) == operation)
    #expect(Operations.operation("Operation \(operation.name.lowercased())") == operation)
    #expect(operation.start ?? .min <= operation.end ?? .max)
    #expect(operation.source.isEmpty || operation.source.hasPrefix("http"))
    #expect(!operation.ledBy.isEmpty)
  }

  @Test func fortyFiveHaveBothDays() {
    #expect(Operations.all.filter { $0.start != nil && $0.end != nil }.count == 45)
    #expect(Set(Operations.all.map(\.name)).count == Operations.all.count)
  }

  @Test(
    arguments: [
      ("PANGEA 16", "PANGEA XVI"), ("Operation Pangea XVI", "PANGEA XVI"),
      ("pangea xvi", "PANGEA XVI"), ("PANGEA I", "PANGEA"), ("Pangea 1", "PANGEA"),
      ("Thunder 2018", "THUNDERSTORM"), ("Pandora II", "ATHENA / PANDORA II"),
      ("ATHENA", "ATHENA / PANDORA II"), ("VICE GRIPS II", "VICE GRIPS 2"),
      ("Opson 4", "OPSON IV"), ("Tentacle Asia Pacific 2", "TENTACLE Asia/Pacific II"),
      ("STOP", "STOP"), ("Operation STOP 2", "STOP II"),
    ])
  func namesInUse(text: String, name: String) {
    #expect(Operations.operation(text)?.name == name)
  }

  @Test(arguments: ["", "Operation", "PANGEA 99", "PANGEA IIII", "1", "Neptune", "THUNDER"])
  func whatIsNoOperationIsNone(text: String) {
    #expect(Operations.operation(text) == nil)
  }

  @Test func aMisspeltNameIsGuessed() {
    #expect(Operations.closest(to: "Thunderstrom") == "THUNDERSTORM")
    #expect(Operations.closest(to: "WESTERLYS") == "WESTERLIES")
    #expect(Operations.closest(to: "Pangae XVI") == "PANGEA XVI")
    #expect(Operations.closest(to: "PANGEA 99") == nil)
  }

  // 2023-10-03 and 2023-10-10.
  @Test func pangeaXVIHasItsDays() {
    let operation = Operations.operation("PANGEA XVI")
    #expect(operation?.start == 19_633)
    #expect(operation?.end == 19_640)
    #expect(operation?.ledBy == "INTERPOL")
  }

  /// The rows of a CSV file whose quoted fields have no line breaks.
  private func fields(of text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      var fields = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          fields.append("")
        } else {
          fields[fields.count - 1].append(character)
        }
      }
      return fields
    }
  }
}
