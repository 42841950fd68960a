import Reference
import Testing

@testable import Loading

/// What names of columns say of the numbers in them.
@Suite struct AmountNameTests {
  @Test(arguments: [
    ("quantity", AmountName.quantity), ("Qty Seized", .quantity), ("CANTIDAD", .quantity),
    ("quantité", .quantity), ("seizedQuantity", .quantity), ("Menge", .quantity),
    ("AMOUNT", .amount), ("number", .quantity), ("number_seized", .quantity),
    ("gross_weight", .dimension(.mass)), ("peso bruto", .dimension(.mass)),
    ("Volume", .dimension(.volume)), ("quantity.value", .quantity),
    ("value", .figure), ("OBS_VALUE", .figure),
  ])
  func amounts(name: String, meaning: AmountName) {
    #expect(AmountName(name) == meaning)
  }

  @Test(arguments: [
    "price", "unit_cost", "declared_value", "customs value", "valor declarado", "fine", "Preis",
    "value of quantity seized",
  ])
  func money(name: String) {
    #expect(AmountName(name) == .money)
  }

  @Test(arguments: [
    "year", "hs_code", "quantity_id", "latitude", "weight %", "weight percent", "price per kg",
    "value_usd", "USD value", "weight (kg)", "quantity_kg", "number of items", "Sum Qty (lbs)",
    "amount_eur",
  ])
  func noUnitOrOneOfItsOwn(name: String) {
    #expect(AmountName(name) == .never)
  }

  @Test(arguments: [
    "seizures", "number of seizures", "document number", "package quantity",
    "cantidad de bultos total", "arrests", "product", "", "net", "total",
  ])
  func nothing(name: String) {
    #expect(AmountName(name) == .unclear)
  }
}
