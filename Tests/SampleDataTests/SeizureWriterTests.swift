import Reference
import Testing

@testable import SampleData

/// What a data set of 40,000 rows looks like when it is read again.
struct SeizureWriterTests {
  let seizures: CSVTable
  let consignments: CSVTable
  let countries: CSVTable

  init() throws {
    let folder = try TemporaryFolder()
    _ = try CENSampleData(rows: 40_000, seed: 11).write(to: folder.path)
    seizures = try folder.table("seizures.csv")
    consignments = try folder.table("consignments.csv")
    countries = try folder.table("countries.csv")
  }

  private func values(_ name: String) throws -> [String] {
    let column = try #require(seizures.header.firstIndex(of: name))
    return seizures.rows.map { $0[column] }
  }

  @Test func filesAreWellFormed() {
    #expect(seizures.faults == [])
    #expect(consignments.faults == [])
    #expect(countries.faults == [])
    #expect(seizures.header == CENSampleData.columns)
    #expect(consignments.header == Consignments.columns)
    #expect(seizures.rows.count == 40_000)
  }

  @Test func someFieldsNeedQuotes() throws {
    #expect(try values("narrative").contains { $0.contains(",") })
    #expect(try values("narrative").contains { $0.contains("\"") })
    #expect(try values("narrative").contains { !$0.utf8.allSatisfy { $0 < 128 } })
    #expect(try values("brand").contains { $0.contains(",") })
    #expect(try values("office").contains { !$0.utf8.allSatisfy { $0 < 128 } })
  }

  @Test func idsCountTheRows() throws {
    #expect(try values("seizure_id") == (1...40_000).map(String.init))
  }

  @Test func datesAreNearlyInOrder() throws {
    let dates = try values("seized_on")
    #expect(dates.allSatisfy { $0.utf8.count == 10 && $0 >= "2004-01-01" && $0 <= "2024-12-31" })
    let inverted = zip(dates, dates.dropFirst()).filter { $0 > $1 }.count
    #expect(inverted > 10_000 && inverted < 20_000)
    // Hardly any row is more than two months from the place its date has in order.
    let sorted = dates.sorted()
    let far = zip(dates, sorted).filter { date, place in
      abs(Self.month(date) - Self.month(place)) > 2
    }
    #expect(far.count < 40)
  }

  private static func month(_ date: String) -> Int {
    (Int(date.prefix(4)) ?? 0) * 12 + (Int(date.dropFirst(5).prefix(2)) ?? 0)
  }

  @Test func yearsGrowAndWeekendsAreQuiet() throws {
    var years: [String: Int] = [:]
    for date in try values("seized_on") { years[String(date.prefix(4)), default: 0] += 1 }
    #expect(years.count == 21)
    let first = years["2004"] ?? 0
    let last = years["2023"] ?? 0
    #expect(last * 10 > first * 14)
    #expect(last * 10 < first * 20)
  }

  @Test func everyCountryIsInTheTableOfCountries() throws {
    #expect(countries.rows.count == Countries.all.count)
    let known = Set(countries.rows.map { $0[0] })
    let members = Set(countries.rows.filter { !$0[4].isEmpty }.map { $0[0] })
    #expect(try values("reporting_country").allSatisfy(members.contains))
    #expect(try values("departure").allSatisfy(known.contains))
    #expect(try values("destination").allSatisfy(known.contains))
    #expect(try values("origin").allSatisfy { $0.isEmpty || known.contains($0) })
    #expect(try values("transit").allSatisfy { $0.isEmpty || known.contains($0) })
  }

  @Test func namibiaReports() throws {
    #expect(try values("reporting_country").filter { $0 == "NA" }.count > 50)
  }

  @Test func theReporterLiesOnTheRoute() throws {
    let reporters = try values("reporting_country")
    let departures = try values("departure")
    let transits = try values("transit")
    let destinations = try values("destination")
    for row in reporters.indices {
      let stops = [departures[row], transits[row], destinations[row]]
      #expect(stops.contains(reporters[row]))
      #expect(Set(stops).count == 3)
    }
  }

  @Test func consignmentsBelongToSeizures() throws {
    let ids = consignments.rows.compactMap { Int($0[0]) }
    #expect(ids == Array(1...consignments.rows.count))
    let seizureIDs = consignments.rows.compactMap { Int($0[1]) }
    #expect(seizureIDs.count == ids.count)
    #expect(seizureIDs.allSatisfy { (1...40_000).contains($0) })
    #expect(seizureIDs == seizureIDs.sorted())
    let modes = try values("mode")
    #expect(seizureIDs.allSatisfy { modes[$0 - 1] != "Passenger" })
    // A container number exactly where a container was.
    for row in consignments.rows {
      let id = try #require(Int(row[1]))
      #expect((modes[id - 1] == "Sea container") == !row[4].isEmpty)
    }
  }

  @Test func codesAreTextOfSixDigits() throws {
    let codes = try values("hs_code")
    #expect(codes.allSatisfy { $0.isEmpty || $0.utf8.count == 6 && Int($0) != nil })
    #expect(codes.contains { $0.hasPrefix("0") })
    #expect(codes.contains(""))
  }

  @Test func goodsHangTogether() throws {
    let catalogue = Dictionary(
      uniqueKeysWithValues: Category.allCases.map { category in
        (
          category.text,
          Dictionary(uniqueKeysWithValues: category.products.map { ($0.name, $0) })
        )
      })
    let categories = try values("category")
    let products = try values("product")
    let units = try values("unit")
    let codes = try values("hs_code")
    let dates = try values("seized_on")
    for row in categories.indices {
      let product = try #require(catalogue[categories[row]]?[products[row]])
      #expect(product.amounts.contains { $0.unit.text == units[row] })
      #expect(codes[row].isEmpty || product.codes.contains(codes[row]))
      #expect(product.years.contains(try #require(Int(dates[row].prefix(4)))))
    }
    #expect(Set(categories).count == Category.allCases.count)
    #expect(Set(units).count == Unit.allCases.count)
  }

  @Test func operationsKeepToTheirDaysAndGoods() throws {
    let operations = try values("operation")
    let dates = try values("seized_on")
    let categories = try values("category")
    let days = StudyPeriod().days
    var seen: Set<String> = []
    for row in operations.indices where !operations[row].isEmpty {
      let operation = try #require(JointOperation.all.first { $0.name == operations[row] })
      #expect(dates[row] >= days[operation.days.lowerBound].text)
      #expect(dates[row] <= days[operation.days.upperBound].text)
      #expect(operation.categories.contains { $0.category.text == categories[row] })
      seen.insert(operation.name)
    }
    #expect(seen == Set(JointOperation.all.map(\.name)))
  }

  @Test func quantitiesAreWholeWhenCounted() throws {
    let counted = Set(Unit.allCases.filter(\.isCount).map(\.text))
    for (quantity, unit) in zip(try values("quantity"), try values("unit")) {
      if counted.contains(unit) {
        #expect(Int(quantity) ?? 0 >= 1)
      } else if !quantity.isEmpty {
        #expect(Double(quantity) ?? 0 > 0)
        #expect(!quantity.contains(".") || !quantity.hasSuffix("0"))
      }
    }
  }

  @Test func notesHaveFiveToFifteenWords() throws {
    let notes = try values("narrative")
    #expect(notes.allSatisfy { $0.isEmpty || (5...15).contains($0.split(separator: " ").count) })
    #expect(notes.filter(\.isEmpty).count > 800)
  }

  @Test func aboutThreeRowsInTwoHundredAreRepeats() throws {
    let keys = zip(try values("seized_on"), zip(try values("office"), try values("product")))
    var seen: [String: Int] = [:]
    for (date, (office, product)) in keys { seen["\(date)|\(office)|\(product)", default: 0] += 1 }
    let repeats = seen.values.reduce(0) { $0 + $1 - 1 }
    #expect(repeats > 450 && repeats < 900)
  }
}
