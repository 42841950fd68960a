import Loading
import Testing

/// What a file holds is seen from its first bytes, whatever it is called.
@Suite struct SniffedFormatTests {
  @Test(arguments: [
    "[{\"id\":1},{\"id\":2}]", "\u{FEFF} [\n {\"id\":1},\n{\"id\":2}\n]",
    "{\"id\":1}\n{\"id\":2}\n",
    "{ \"id\": 1 }{ \"id\": 2 }",
  ])
  func json(text: String) throws {
    let relation = try load(text).relation
    #expect(relation.fields.map(\.name) == ["id"])
    #expect(relation.rowCount == 2)
  }

  @Test(arguments: ["{a},b\n1,2\n", "[a],b\n1,2\n", "\"{\",b\n1,2\n", "{,[\n1,2\n"])
  func delimitedTextAllTheSame(text: String) throws {
    #expect(try load(text).relation.rowCount == 1)
  }

  @Test(arguments: ["<html><table>", "\n<!DOCTYPE html>\n", "<?xml version=\"1.0\"?>\n<a/>\n"])
  func markup(text: String) throws {
    #expect {
      try load(text)
    } throws: { error in
      if case .markup = (error as? LoadError)?.kind { true } else { false }
    }
  }
}
