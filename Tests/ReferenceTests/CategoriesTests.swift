import Testing

@testable import Reference

struct CategoriesTests {
  @Test func thirteenCategoriesInSixSections() {
    #expect(Categories.all.count == 13)
    #expect(Set(Categories.all.map(\.code)).count == 13)
    #expect(Set(Categories.all.map(\.label)).count == 13)
    #expect(Set(Categories.all.map(\.section)).count == CommodityCategory.Section.allCases.count)
  }

  @Test(arguments: Categories.all)
  func everyNameFindsItsCategory(category: CommodityCategory) {
    for name in [category.code, category.label] + category.aliases {
      #expect(Categories.category(name) == category, "\(name)")
      #expect(Categories.category(" \(name.uppercased()) ") == category, "\(name)")
    }
    #expect(category.code.utf8.count == 4)
    #expect(!category.aliases.isEmpty)
    #expect(!category.chapters.isEmpty)
    #expect(category.chapters == category.chapters.sorted())
    // The Harmonized System has the chapters 01 to 97, but no 77.
    for chapter in category.chapters {
      #expect(chapter.utf8.count == 2 && chapter != "77")
      #expect((1...97).contains(Int(chapter) ?? 0), "\(chapter)")
    }
  }

  // As the sample data writes them.
  @Test(
    arguments: [
      "Drugs", "Drug precursors", "Medicines", "Counterfeit goods", "Tobacco", "Alcohol", "Food",
      "Wildlife", "Hazardous goods", "Weapons", "Cultural goods", "Currency", "Revenue goods",
    ])
  func labelsOfTheSampleData(label: String) {
    #expect(Categories.category(label)?.label == label)
  }

  @Test(
    arguments: [
      ("CITES", "WILD"), ("IPR", "COUN"), ("Narcotics", "DRUG"), ("alcoholic beverages", "ALCO"),
      ("Weapons & Explosives", "WEAP"), ("E-Waste", "HAZA"), ("pharmaceuticals", "MEDI"),
    ])
  func namesInUse(text: String, code: String) {
    #expect(Categories.category(text)?.code == code)
  }

  @Test(arguments: ["", "goods", "other", "24"])
  func whatIsNoCategoryIsNone(text: String) {
    #expect(Categories.category(text) == nil)
  }

  @Test func aMisspeltNameIsGuessed() {
    #expect(Categories.closest(to: "Tobaco") == "Tobacco")
    #expect(Categories.closest(to: "Medecines") == "Medicines")
    #expect(Categories.closest(to: "Furniture") == nil)
  }
}
