import Testing

@testable import Loading

/// A column with exponents is DOUBLE only where no other number of it loses digits so.
@Suite struct ExponentTests {
  @Test(arguments: [
    ("2.02412E+17", "202412345678901234", "VARCHAR"), ("1e3", "-1234567890123456.5", "VARCHAR"),
    ("1e3", "123456789012345", "DOUBLE"), ("1e300", "0.12345678901234567", "DOUBLE"),
  ])
  func digits(exponent: String, other: String, type: String) throws {
    for cells in [[exponent, other], [other, exponent]] {
      let late = Array(repeating: "5", count: FileHead.standardBytes / 2)
      for rows in [cells, [cells[0]] + late + [cells[1]]] {
        let table = try load("x\n" + rows.joined(separator: "\n") + "\n")
        #expect(table.relation.fields[0].type.description == type)
        let isNoted = table.ledger.notes.contains { $0.contains("'\(exponent)'") }
        #expect(isNoted == (type == "VARCHAR"))
      }
    }
  }
}
