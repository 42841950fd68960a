/// The sample as a second, plain reader has it; each table is read when it is first asked for.
final class PlainSample {
  private let files: SampleFiles
  private var knownSeizures: PlainSeizures?
  private var knownConsignments: PlainConsignments?
  private var knownRegions: [String: String]?

  init(_ files: SampleFiles) { self.files = files }

  func seizures() throws -> PlainSeizures {
    if let knownSeizures { return knownSeizures }
    let read = try PlainSeizures(files.seizures)
    knownSeizures = read
    return read
  }

  func consignments() throws -> PlainConsignments {
    if let knownConsignments { return knownConsignments }
    let read = try PlainConsignments(files.consignments)
    knownConsignments = read
    return read
  }

  /// The regions of the World Customs Organization, by the codes of their countries.
  func regions() throws -> [String: String] {
    if let knownRegions { return knownRegions }
    var file = try PlainCSV(files.countries)
    var read: [String: String] = [:]
    while file.next() {
      let region = file.field(4)
      if region.isEmpty { continue }
      read[String(decoding: file.field(0), as: UTF8.self)] =
        String(decoding: region, as: UTF8.self)
    }
    knownRegions = read
    return read
  }
}

/// The consignments as plain arrays, a value a row.
struct PlainConsignments {
  /// Numbers of seizures.
  private(set) var seizures: [Int] = []
  private(set) var packages: [Int] = []
  /// In thousandths of a kilogram.
  private(set) var grams: [Int?] = []

  init(_ path: String) throws {
    var file = try PlainCSV(path)
    while file.next() {
      seizures.append(file.number(1) ?? 0)
      packages.append(file.number(5) ?? 0)
      grams.append(file.number(6, decimals: 3))
    }
  }
}
