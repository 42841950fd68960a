import Columns
import Reference
import Testing

@testable import Loading

/// Which columns of a file become measures, and what the account of its load says of others.
@Suite struct MeasureBindingTests {
  private func load(
    _ text: String, columns: Set<String>? = nil, name: String = "t.csv"
  ) throws -> LoadedFiles {
    let files = try TemporaryFiles([name: text])
    var request = LoadRequest(paths: [files.path(name)])
    request.options.columns = columns
    return try FilesLoader.load(request)
  }

  private func measures(_ loaded: LoadedFiles) -> [String] {
    loaded.relation.fields.filter { $0.type == .measure }.map(\.name)
  }

  /// The names of a file, two rows of it, and the columns that become measures.
  @Test(arguments: [
    ("quantity,unit,value_usd", "5,kg,10.5", ["quantity"]),
    ("unit,quantity", "kg,5", ["quantity"]),
    (
      "quantity,unit,gross_weight,gross_weight_unit", "5,tablets,3,kg",
      ["quantity", "gross_weight"]
    ),
    ("packages,unit,net_weight,weight_uom", "2,kg,3,kg", ["net_weight"]),
    ("AMOUNT;DRUG_UNIT", "490.0;Tablet", ["AMOUNT"]),
    ("metric,value,unit", "seized,5,item", ["value"]),
    ("unit of value,value", "EUR,5", ["value"]),
    ("worth,currency", "5,USD", ["worth"]),
    ("quantity,currency,value", "5,USD,7", ["value"]),
    ("price,price_unit", "5,EUR", ["price"]),
    ("weight,unit,quantity", "0.3,tablets,30", ["quantity"]),
    ("weight,unit,quantity", "0.3,kg,30", ["weight"]),
    ("poids,unité,quantité,devise,montant", "3,kg,5,EUR,7", ["poids", "montant"]),
  ])
  func bound(head: String, row: String, expected: [String]) throws {
    #expect(measures(try load("\(head)\n\(row)\n\(row)\n")) == expected)
  }

  @Test(arguments: [
    ("unit,price", "kg,10.50"), ("price,unit", "10.50,kg"), ("unit,value", "kg,10.50"),
    ("year,unit", "2024,kg"), ("seizures,unit", "3,kg"), ("seizure_id,unit", "3,kg"),
    ("latitude,unit", "41.5,kg"), ("unit,purity_percent", "kg,70"), ("quantity_kg,unit", "3,kg"),
    ("price,price_unit", "10.50,kg"), ("quantity,currency", "3,USD"), ("weight,unit", "3,l"),
    ("number_of_packages,unit", "3,kg"), ("quantity,product,unit", "3,x,kg"),
  ])
  func notBound(head: String, row: String) throws {
    #expect(measures(try load("\(head)\n\(row)\n\(row)\n")) == [])
  }

  @Test func nothingTakesThePlaceOfAQuantityThatIsText() throws {
    let loaded = try load("quantity,unit,value_usd,weight\n5,kg,10.50,4\noops,kg,7,5\n")
    #expect(measures(loaded) == [])
    #expect(loaded.files[0].ledger.notes.contains("quantity is no measure: it holds no numbers"))
    #expect(loaded.relation.shownRows[0] == ["'5'", "'kg'", "1050/2", "4"])
  }

  @Test func nothingIsChosenAmongSeveral() throws {
    let loaded = try load("quantity,value,unit\n3,5,kg\n4,6,kg\n")
    #expect(measures(loaded) == [])
    #expect(
      loaded.files[0].ledger.notes == [
        "no column is a measure in the units of unit: quantity or value may be; "
          + "measures = {'quantity': 'unit'} makes one"
      ])
  }

  @Test func unitsOfNothingAreToldOf() throws {
    let loaded = try load("unit,price\nkg,10.50\nkg,7\n")
    #expect(
      loaded.files[0].ledger.notes == [
        "no column is a measure in the units of unit: no name beside it says so; "
          + "measures = {'NAME': 'unit'} makes one"
      ])
    // Where no numbers are near, or the column holds no units, there is nothing to tell.
    #expect(try load("unit,product\nkg,x\nkg,y\n").files[0].ledger.notes == [])
    #expect(try load("unit,price\nnorth,10.50\nsouth,7\n").files[0].ledger.notes == [])
  }

  @Test(arguments: [
    ("unit,quantity,unit_2,weight,value\nkg,5,g,7,9\n", ["quantity", "weight"]),
    ("quantity,a,quantity_unit,b,value,unit\n5,x,kg,y,7,g\n", ["quantity", "value"]),
  ])
  func whatAStatementMentionsDecidesNothing(text: String, bound: [String]) throws {
    let all = try load(text)
    #expect(measures(all) == bound)
    for name in all.relation.fields.map(\.name) {
      let some = try load(text, columns: [name])
      let field = some.relation.fields.first { $0.name == name }
      #expect(field == all.relation.fields.first { $0.name == name })
    }
  }

  @Test func unitsOfTheUserAreToldOf() throws {
    let sticks = try #require(Units.unit("sticks"))
    let factor = try #require(DecimalFactor("120"))
    _ = UnitRegistry.define("bundel", as: factor, of: sticks)
    defer { _ = UnitRegistry.remove("bundel") }
    let loaded = try load("quantity,unit\n3,Bundel\n5,sticks\n2,glorp\n")
    #expect(
      loaded.files[0].ledger.notes == [
        "quantity is a measure in the units of unit; as CREATE UNIT says: 'Bundel' (1 row); "
          + "not known, and added to themselves alone: 'glorp' (1 row)"
      ])
  }

  @Test func nestedObjects() throws {
    let record = #"{"quantity": {"value": 5, "unit": "kg"}, "price": {"value": 7, "unit": "kg"}}"#
    let loaded = try load("\(record)\n\(record)\n", name: "t.jsonl")
    #expect(measures(loaded) == ["quantity.value"])
  }
}
