import Loading
import Testing

/// Whoever counts rows is told where the row of names is in doubt.
@Suite struct HeaderNoteTests {
  @Test(arguments: [
    ("a,b\nx,1\ny,2\n", nil, "a"),
    ("BE,Heroin,x\nFR,Cocaine,y\nDE,Heroin,z\n", "though 'Heroin' comes again below it", "BE"),
    ("name,n\nx,1\nname,n\ny,2\n", "the row of names comes again among the rows, 1 time", "name"),
    ("c,2022\nBE,2\nFR,3\n", "header=true takes it for names", "column0"),
  ])
  func noted(text: String, note: String?, first: String) throws {
    let table = try load(text)
    #expect(table.relation.fields[0].name == first)
    let notes = table.ledger.notes.filter { $0.contains("names") }
    if let note { #expect(notes.contains { $0.contains(note) }) } else { #expect(notes == []) }
  }
}
